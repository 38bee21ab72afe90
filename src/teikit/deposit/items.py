"""One file of a package."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

Content = Literal[
    "document", "register", "schema", "odd", "stylesheet", "image", "derived", "metadata", "documentation"
]
"""What a file is to the edition."""


class Item(NamedTuple):
    """A file that goes into a package.

    `path` is where it lies below the payload folder (`tei/letters/1.xml`), with `/`. `source` is the file to copy, or
    the bytes themselves; `size` is in bytes. `derived_from` and `conforms_to` are paths of other items: what a derived
    file was made from, and the schemas that a document was validated with.
    """

    path: str
    media_type: str
    role: Content
    size: int
    source: Path | bytes
    derived_from: tuple[str, ...] = ()
    conforms_to: tuple[str, ...] = ()
