"""`--format json`: a list of objects with fixed keys."""

from __future__ import annotations

import json

from teikit.diagnostics.diagnostic import Diagnostic
from teikit.diagnostics.render.report import Report


def render(report: Report) -> str:
    """Return a JSON list, one object a diagnostic, sorted as they come, ending in a newline."""
    return json.dumps([_object(diagnostic) for diagnostic in report.diagnostics], ensure_ascii=False, indent=2) + "\n"


def _object(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.location
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "code": diagnostic.code.id,
        "name": diagnostic.code.name,
        "severity": diagnostic.severity.value,
        "layer": diagnostic.code.layer,
        "message": diagnostic.message,
        "xpath": place.xpath,
        "hint": diagnostic.hint,
        "kind": diagnostic.kind,
    }
