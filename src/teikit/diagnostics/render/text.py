"""`--format text`: for people, with the source line and a caret under the fault."""

from __future__ import annotations

from teikit.diagnostics.code import Severity
from teikit.diagnostics.diagnostic import Diagnostic
from teikit.diagnostics.render.characters import cells, visible
from teikit.diagnostics.render.report import Report, SourceLine

_WIDEST = 110
_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36;1"}


def render(report: Report) -> str:
    """Return one block a diagnostic, with a blank line after each; the line is quoted where it can be had."""
    return "".join(f"{_block(each, report.source_line, report.colour)}\n" for each in report.diagnostics)


def _block(diagnostic: Diagnostic, source_line: SourceLine | None, colour: bool) -> str:
    place, severity = diagnostic.location, diagnostic.severity
    label = _paint(f"{severity.value}[{diagnostic.code.id}]", _COLOURS[severity], colour)
    lines = [f"{visible(place.path)}:{place.line}:{place.column} {label} {visible(diagnostic.message)}"]
    quoted = source_line(place.path, place.line) if source_line else None
    margin = " " * len(str(place.line))
    if quoted is not None:
        shown, caret = _window(quoted, place.column, diagnostic.length)
        lines += [f"{margin} |", f"{place.line} | {shown}", f"{margin} | {_paint(caret, _COLOURS[severity], colour)}"]
    if diagnostic.hint:
        lines.append(f"{margin} = {visible(diagnostic.hint)}")
    lines += [
        visible(f"{margin} = {said}: {other.path}:{other.line}:{other.column}") for other, said in diagnostic.related
    ]
    if place.xpath:
        lines.append(visible(f"{margin} = at {place.xpath}"))
    return "".join(f"{line}\n" for line in lines)


def _window(line: str, column: int, length: int) -> tuple[str, str]:
    """Return the part of a line around a column that fits a terminal, and the carets to go beneath it."""
    start = min(column - 1, len(line))
    left = max(0, min(start - _WIDEST // 3, len(line) - _WIDEST)) if len(line) > _WIDEST else 0
    shown = visible(line[left : left + _WIDEST])
    before, after = ("…" if left else ""), ("…" if left + _WIDEST < len(line) else "")
    marked = shown[start - left : start - left + max(length, 1)]
    caret = " " * (len(before) + cells(shown[: start - left])) + "^" * max(cells(marked), 1)
    return f"{before}{shown}{after}".rstrip(), caret


def _paint(text: str, colour: str, on: bool) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if on else text
