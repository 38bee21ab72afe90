"""`--format text`: for people, with the source line and a caret under the fault."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from teikit.diagnostics.code import Severity
from teikit.diagnostics.diagnostic import Diagnostic

_WIDEST = 110
_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36;1"}

SourceLine = Callable[[str, int], str | None]
"""From a path and a 1-based line to the text of that line, or None where it cannot be had."""


def render(diagnostics: Iterable[Diagnostic], source_line: SourceLine | None = None, *, colour: bool = False) -> str:
    """Return one block a diagnostic, with a blank line after each.

    `source_line` gives the lines that are quoted; without it none are. `colour` adds ANSI colours.
    """
    return "".join(f"{_block(diagnostic, source_line, colour)}\n" for diagnostic in diagnostics)


def _block(diagnostic: Diagnostic, source_line: SourceLine | None, colour: bool) -> str:
    place, severity = diagnostic.location, diagnostic.severity
    label = _paint(f"{severity.value}[{diagnostic.code.id}]", _COLOURS[severity], colour)
    lines = [f"{place.path}:{place.line}:{place.column} {label} {diagnostic.message}"]
    quoted = source_line(place.path, place.line) if source_line else None
    margin = " " * len(str(place.line))
    if quoted is not None:
        shown, caret = _window(quoted, place.column, diagnostic.length)
        lines += [f"{margin} |", f"{place.line} | {shown}", f"{margin} | {_paint(caret, _COLOURS[severity], colour)}"]
    if diagnostic.hint:
        lines.append(f"{margin} = {diagnostic.hint}")
    lines += [
        f"{margin} = {related.message}: {related.location.path}:{related.location.line}:{related.location.column}"
        for related in diagnostic.related
    ]
    if place.xpath:
        lines.append(f"{margin} = at {place.xpath}")
    return "".join(f"{line}\n" for line in lines)


def _window(line: str, column: int, length: int) -> tuple[str, str]:
    """Return the part of a line around a column that fits a terminal, and the carets to go beneath it."""
    start = min(column - 1, len(line))
    left = max(0, min(start - _WIDEST // 3, len(line) - _WIDEST)) if len(line) > _WIDEST else 0
    shown = "".join(map(_visible, line[left : left + _WIDEST]))
    before, after = ("…" if left else ""), ("…" if left + _WIDEST < len(line) else "")
    marked = shown[start - left : start - left + max(length, 1)]
    caret = " " * (len(before) + _cells(shown[: start - left])) + "^" * max(_cells(marked), 1)
    return f"{before}{shown}{after}".rstrip(), caret


def _visible(character: str) -> str:
    """Replace what would move the cursor or steer the terminal by a space."""
    return " " if unicodedata.category(character) in ("Cc", "Zl", "Zp") else character


def _cells(text: str) -> int:
    """Count the columns of a terminal that a text takes: two for a wide character, none for a combining one."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def _paint(text: str, colour: str, on: bool) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if on else text
