"""`--format junit`: test results in XML, as Ant and Jenkins defined them; each file is a test case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from teikit.diagnostics.code import Severity
from teikit.diagnostics.diagnostic import Diagnostic
from teikit.diagnostics.render import concise
from teikit.diagnostics.render.report import Report, Unchecked

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, not even by reference (§2.2)."""

_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = str.maketrans({**_IN_TEXT, ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"})


def render(report: Report) -> str:
    """Return one test suite.

    A test case fails where its file has an error (with `strict`: or a warning), has an error of its own where the file
    could not be checked, and passes otherwise; all messages are in it. Faults of other files, such as schemas, have
    test cases too. Times and hosts are left out: the output is the same for the same input.
    """
    found: dict[str, list[Diagnostic]] = {path: [] for path in report.files}
    for diagnostic in report.diagnostics:
        found.setdefault(diagnostic.location.path, []).append(diagnostic)
    unchecked = {each.path or each.why: each for each in report.unchecked}
    failing = {Severity.ERROR, Severity.WARNING} if report.strict else {Severity.ERROR}
    paths = sorted({*found, *unchecked})
    failed = {path for path in paths if any(each.severity in failing for each in found.get(path, ()))} - set(unchecked)
    counts = f'tests="{len(paths)}" failures="{len(failed)}" errors="{len(unchecked)}"'
    cases = (_case(path, found.get(path, ()), path in failed, unchecked.get(path)) for path in paths)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="teikit" {counts}>\n'
        f'  <testsuite name="teikit validate" {counts} skipped="0">\n{"".join(cases)}  </testsuite>\n</testsuites>\n'
    )


def _case(path: str, found: Sequence[Diagnostic], failed: bool, unchecked: Unchecked | None) -> str:
    head = f'    <testcase classname="teikit" name="{_attribute(path)}"'
    told = "".join(f"{concise.line(each)}\n{_hint(each.hint)}" for each in found)
    if unchecked is not None:
        told = f"{unchecked.why}\n{_hint(unchecked.hint)}{told}" if unchecked.why else told
        inside = (
            f'<error type="not-checked" message="{_attribute(unchecked.why or "not checked")}">{_text(told)}</error>'
        )
    elif failed:
        inside = f'<failure type="invalid" message="{_counted(found)}">{_text(told)}</failure>'
    elif told:
        inside = f"<system-out>{_text(told)}</system-out>"
    else:
        return f"{head}/>\n"
    return f"{head}>\n      {inside}\n    </testcase>\n"


def _hint(hint: str | None) -> str:
    return f"  = {hint}\n" if hint else ""


def _counted(found: Sequence[Diagnostic]) -> str:
    counts = Counter(each.severity.value for each in found)
    names = ("error", "warning", "info")
    return ", ".join(f"{counts[name]} {name}{'s' * (counts[name] != 1)}" for name in names if counts[name])


def _text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text).translate(_IN_TEXT)


def _attribute(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text).translate(_IN_ATTRIBUTE)
