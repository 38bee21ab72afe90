"""`--statistics`: how often each code was found, and how much in which file."""

from __future__ import annotations

from collections import Counter

from teikit.diagnostics.code import Severity
from teikit.diagnostics.render.characters import visible
from teikit.diagnostics.render.report import Report


def render(report: Report) -> str:
    """Return two tables: codes, the most frequent first, and files, those with most findings first.

    A code that was found with two severities has a row for each.
    """
    return f"{_codes(report)}\n{_files(report)}"


def _codes(report: Report) -> str:
    counts = Counter((each.code.id, each.severity, each.code.name) for each in report.diagnostics)
    rows = [
        (str(number), code, severity.value, name)
        for (code, severity, name), number in sorted(counts.items(), key=lambda item: (-item[1], item[0][0]))
    ]
    return _table([("count", "code", "severity", "name"), *rows, (str(len(report.diagnostics)), "in all", "", "")])


def _files(report: Report) -> str:
    counts: dict[str, Counter[Severity]] = {}
    for each in report.diagnostics:
        counts.setdefault(each.location.path, Counter())[each.severity] += 1
    rows = [
        (*(str(found[severity]) for severity in Severity), path)
        for path, found in sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    ]
    clean = len(set(report.files) - set(counts))
    last = f"{clean} file{'s' * (clean != 1)} without findings"
    return _table([("errors", "warnings", "infos", "file"), *rows]) + f"{last}\n"


def _table(rows: list[tuple[str, ...]]) -> str:
    """Lay rows out in columns: numbers to the right, words to the left."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    numeric = [all(cell.isdigit() for cell in column[1:]) and len(rows) > 1 for column in zip(*rows, strict=True)]
    return "".join(
        "  ".join(
            visible(cell).rjust(width) if right else visible(cell).ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ).rstrip()
        + "\n"
        for row in rows
    )
