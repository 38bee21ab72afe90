"""`--format github`: workflow commands that GitHub shows as annotations, and a table for the summary of the job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from teikit.diagnostics.code import Severity
from teikit.diagnostics.diagnostic import Diagnostic
from teikit.diagnostics.render.characters import visible
from teikit.diagnostics.render.report import Report, Unchecked

SHOWN = 10
"""Annotations of each kind that GitHub shows for one step; the others are in the log only."""

LARGEST = 500_000
"""Bytes of a summary; GitHub refuses more than 1 MiB for one step."""

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", **{each: f"\\{each}" for each in "\\`*_{}[]()#|~$!@"}})


def render(report: Report) -> str:
    """Return one command a diagnostic, the gravest first, then by place; what could not be checked before all.

    `col` and `endColumn` are 1-based and count characters; `endColumn` is the column after the last one.
    """
    lines = [_unchecked(each) for each in report.unchecked if each.why]
    lines += [_annotation(each) for each in sorted(report.diagnostics, key=lambda each: each.severity.rank)]
    counts = Counter(each.severity for each in report.diagnostics)
    if any(number > SHOWN for number in counts.values()):
        lines.append(f"GitHub shows {SHOWN} annotations of each kind; all {len(report.diagnostics)} are in this log.")
    return "".join(f"{line}\n" for line in lines)


def summary(report: Report) -> str:
    """Return the summary of a job in GitHub's Markdown: a heading with the counts, and a table of the findings."""
    rows: list[str] = []
    size = 0
    ranked = sorted(report.diagnostics, key=lambda each: each.severity.rank)
    for row in (*map(_unchecked_row, report.unchecked), *map(_row, ranked)):
        size += len(row.encode("utf-8", "replace"))
        if size > LARGEST:
            break
        rows.append(row)
    lines = [f"### teikit: {_counted(report.diagnostics, report)}", ""]
    if rows:
        lines += ["| severity | place | code | message |", "|---|---|---|---|", *rows, ""]
    left = len(report.unchecked) + len(ranked) - len(rows)
    if left:
        lines += [f"{left} more are in the log.", ""]
    return "\n".join(lines)


def _counted(diagnostics: Sequence[Diagnostic], report: Report) -> str:
    counts = Counter(each.severity.value for each in diagnostics)
    said = [
        f"{number} {name}{'s' * (number != 1)}" for name in ("error", "warning", "info") if (number := counts[name])
    ]
    if report.unchecked:
        said.append(f"{len(report.unchecked)} not checked")
    files = f"{len(report.files)} file{'s' * (len(report.files) != 1)}"
    return f"{', '.join(said) or 'nothing to report'} ({files})"


def _row(diagnostic: Diagnostic) -> str:
    place = diagnostic.location
    where = f"{_text(place.path)}:{place.line}:{place.column}"
    return f"| {diagnostic.severity.value} | {where} | {_text(diagnostic.code.id)} | {_text(diagnostic.message)} |"


def _unchecked_row(unchecked: Unchecked) -> str:
    return f"| not checked | {_text(unchecked.path)} | | {_text(unchecked.why)} |"


def _text(text: str) -> str:
    """Return a text as it is to be read, on one line: no markup, no end of the cell."""
    return visible(text).translate(_MARKUP)


def _annotation(diagnostic: Diagnostic) -> str:
    place, code = diagnostic.location, diagnostic.code
    properties = [f"file={_property(place.path)}", f"line={place.line}", f"col={place.column}"]
    if diagnostic.length:
        properties.append(f"endColumn={place.column + diagnostic.length}")
    properties.append(f"title={_property(f'{code.id} {code.name}')}")
    said = "\n".join(each for each in (diagnostic.message, diagnostic.hint) if each)
    return f"::{_KINDS[diagnostic.severity]} {','.join(properties)}::{_data(said)}"


def _unchecked(unchecked: Unchecked) -> str:
    properties = [f"file={_property(unchecked.path)}"] if unchecked.path else []
    said = "\n".join(each for each in (unchecked.why, unchecked.hint) if each)
    return f"::error {','.join([*properties, 'title=not checked'])}::{_data(said)}"


def _data(text: str) -> str:
    """Escape the message of a command."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(escaped)


def _property(text: str) -> str:
    """Escape the value of a command's property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
