"""How a work is worded: in the manner of Chicago's notes and bibliography.

`note` words a citation as in a note (names in reading order, parts between commas, pages at the end); `entry` words a
work as in a bibliography (surname first, parts between full stops). Both return pieces, a text and whether it is
italic, so that plain text and HTML are made of one wording. `names` and `dates` word their parts.
"""

from teikit.citations.style.wording import Piece, entry, note

__all__ = ["Piece", "entry", "note"]
