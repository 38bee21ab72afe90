"""Characters that only a font knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teikit.checks.characters import number, occurrences, report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI023",
    "private-use-character",
    Severity.WARNING,
    "a character of the private use area that the document does not describe",
    "TEI P5 Guidelines, chapter 5 (Characters, Glyphs, and Writing Modes)",
    Page(
        "a character from U+E000 to U+F8FF, or of the planes 15 and 16, for which no `char` or `glyph` of `charDecl` "
        "has a `mapping`. One report for each character, at its first use.",
        "What it means depends on the font: everybody else sees a box, and in some years nobody will know.",
        "<p>The sign \ue0a5 in the margin.</p>",
        '<p>The sign <g ref="https://example.org/chars#tironian-et">⁊</g> in the margin.</p>',
        "TEI024",
    ),
)

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_MAPPINGS = ("mapping", "charProp", "unicodeProp", "localProp")


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such character."""
    text = markup.text
    if not text or not _PRIVATE.search(text):
        return
    mappings = ("".join(map(str, each.itertext())) for name in _MAPPINGS for each in markup.named.get(name, ()))
    described = set("".join(mappings))
    for found in occurrences(text, _PRIVATE.finditer(text)):
        if found.text not in described:
            message = f"the character {number(found.text)} is for private use, and nothing says what it means"
            hint = "describe it with char and mapping in charDecl, or write a character of Unicode"
            yield report(CODE, document, found, message, hint)
