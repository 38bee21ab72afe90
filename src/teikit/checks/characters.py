"""The characters of a document, and where they stand.

The checks of characters read the bytes of the file, not the tree: what is written as a character reference
(`&#x200B;`) was meant so, and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from teikit.diagnostics import Code, Diagnostic
from teikit.xml import Document


class Occurrence(NamedTuple):
    """A piece of the text, the byte offset of its first occurrence, and how often it occurs."""

    text: str
    offset: int
    total: int


def occurrences(text: str, found: Iterator[re.Match[str]]) -> list[Occurrence]:
    """Put the matches in the text of a document together that are the same, in order of the first."""
    first: dict[str, int] = {}
    totals: dict[str, int] = {}
    for match in found:
        first.setdefault(match.group(), match.start())
        totals[match.group()] = totals.get(match.group(), 0) + 1
    places, before, offset = {}, 0, 0
    for piece, start in sorted(first.items(), key=lambda item: item[1]):
        offset += len(text[before:start].encode("utf-8", "replace"))
        before = start
        places[piece] = offset
    return [Occurrence(piece, places[piece], totals[piece]) for piece in first]


def report(code: Code, document: Document, found: Occurrence, message: str, hint: str) -> Diagnostic:
    """Return a diagnostic that points at the first occurrence, and tells how many more there are."""
    more = f" (and {found.total - 1} more)" if found.total > 1 else ""
    place = document.locate_offset(found.offset)
    return Diagnostic.of(code, place, f"{message}{more}", hint=hint, length=len(found.text))


def number(character: str) -> str:
    """Return a character's number as Unicode writes it, such as U+200B."""
    return f"U+{ord(character):04X}"
