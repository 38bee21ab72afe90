"""What of an edition goes into a package.

`edition_of` tells what the user means by a path; `contents_of` gathers its files: documents and registers, the schemas,
ODDs and stylesheets beside them and named by them (`named`), the images that they show, README, licence and
`teikit.toml`. Hidden files, caches, and packages made before do not go in. Nothing from outside the folder does: each
file passes through `taking`, which follows links and refuses names that no package can hold (`names`).
"""

from __future__ import annotations

from teikit.deposit.contents.edition import Edition, edition_of
from teikit.deposit.contents.gathering import Contents, contents_of

__all__ = ["Contents", "Edition", "contents_of", "edition_of"]
