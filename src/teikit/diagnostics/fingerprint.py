"""What makes a finding the same finding after the lines around it have moved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from teikit.diagnostics.diagnostic import Diagnostic
from teikit.diagnostics.render.report import SourceLine

_LONGEST = 120
_LINE_NUMBER = re.compile(r"\b(lines?) \d+")


class Mark(NamedTuple):
    """A finding without its line and column: file, code, message, and the text that stands at the place.

    `text` goes to the end of the tag or of the line, with white space collapsed, at most 120 characters; it is empty
    where the file cannot be read. Line numbers inside the message are left out. Two findings may have the same mark:
    whoever compares counts them.
    """

    path: str
    code: str
    message: str
    text: str


def mark(diagnostic: Diagnostic, source_line: SourceLine | None) -> Mark:
    """Return the mark of a diagnostic."""
    place = diagnostic.location
    line = source_line(place.path, place.line) if source_line else None
    text = _text_at(line, place.column) if line else ""
    return Mark(place.path, diagnostic.code.id, _LINE_NUMBER.sub(r"\1", diagnostic.message), text)


def fingerprints(diagnostics: Iterable[Diagnostic], source_line: SourceLine | None) -> list[str]:
    """Return a fingerprint for each diagnostic, in their order: 32 hexadecimal digits and a counter for equal marks."""
    from hashlib import blake2b

    seen: Counter[Mark] = Counter()
    prints = []
    for diagnostic in diagnostics:
        found = mark(diagnostic, source_line)
        seen[found] += 1
        digest = blake2b("\n".join(found).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        prints.append(f"{digest}:{seen[found]}")
    return prints


def _text_at(line: str, column: int) -> str:
    start = min(column - 1, max(len(line) - _LONGEST, 0)) if column > len(line) else column - 1
    rest = line[start : start + _LONGEST]
    end = rest.find(">") + 1
    return " ".join((rest[:end] if end else rest).split())
