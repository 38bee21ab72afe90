"""`--format concise`: one line a diagnostic, in the form that compilers use and editors read."""

from __future__ import annotations

from teikit.diagnostics.diagnostic import Diagnostic
from teikit.diagnostics.render.characters import visible
from teikit.diagnostics.render.report import Report


def render(report: Report) -> str:
    """Return `path:line:column: severity[code] message` for each diagnostic."""
    return "".join(f"{line(diagnostic)}\n" for diagnostic in report.diagnostics)


def line(diagnostic: Diagnostic) -> str:
    """Return the line of one diagnostic, without its end."""
    place, code = diagnostic.location, diagnostic.code.id
    head = f"{place.path}:{place.line}:{place.column}: {diagnostic.severity.value}[{code}]"
    return visible(f"{head} {diagnostic.message}")
