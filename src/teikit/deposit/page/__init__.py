"""What people see first of a package: its page, `index.html`, and a README where the edition has none.

Both are made from `Metadata` and the list of files, and from nothing else: the same input gives the same text. The page
is one file without scripts, fonts or images from elsewhere; it can be read by a screen reader, on a telephone and on
paper. `citation` words how to cite the edition.
"""

from __future__ import annotations

from teikit.deposit.page.citation import citation
from teikit.deposit.page.html import to_html
from teikit.deposit.page.readme import to_markdown

__all__ = ["citation", "to_html", "to_markdown"]
