"""A picture that no document shows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from teikit.diagnostics import Code, Diagnostic, Location, Page, Severity
from teikit.project.index import Index
from teikit.registers.pointers import document_uri

CODE = Code(
    "TEI014",
    "unreferenced-image",
    Severity.INFO,
    "a picture of the project that no document points to",
    "TEI P5 Guidelines, 14.3 (Graphic Components)",
    Page(
        "a picture (JPEG, PNG, TIFF, GIF, WebP, SVG, JPEG 2000) below the source folder of a project to which no "
        "document has a pointer. Only said where all documents of a project are checked.",
        "It was forgotten in the text, or it is left over and would go into the deposit without a credit.",
        "",
        "",
        "TEI013, TEI020",
    ),
)

ENDINGS = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".gif", ".webp", ".svg", ".jp2")
MOST_FILES = 100_000
"""Files that are looked at; a folder with more is not an edition's."""


def across(index: Index) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each picture that is pointed to by none of the documents."""
    if index.project is None or not index.is_whole:
        return
    used = {use.uri for facts in index.facts for use in facts.uses}
    for file in _images(index.project.source):
        if document_uri(file.as_posix()) not in used:
            message = f'no document points to the picture "{file.name}"'
            hint = "show it with graphic in a figure, or take it out of the project"
            yield Diagnostic.of(CODE, Location(file.as_posix()), message, hint=hint)


def _images(source: Path) -> Iterator[Path]:
    seen = 0
    for folder, below, names in os.walk(source):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            seen += 1
            if seen > MOST_FILES:
                return
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield Path(folder, name)
