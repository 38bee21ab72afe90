"""`--format sarif`: the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code scanning and editors."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from teikit.diagnostics import pages
from teikit.diagnostics.code import Code, Severity
from teikit.diagnostics.diagnostic import Diagnostic, Location
from teikit.diagnostics.fingerprint import fingerprints
from teikit.diagnostics.render.report import Report, Unchecked

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "teikit/v1"
"""The name of our fingerprint; GitHub's own, `primaryLocationLineHash`, is made by its uploader."""

_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")
_LINK = re.compile(r"\[([^][]*)\](?=\()")


def render(report: Report) -> str:
    """Return a log with one run, on one line: indented, that of a large project takes five times as long to write."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, ensure_ascii=False) + "\n"


def _run(report: Report) -> dict[str, Any]:
    codes = [each for _, each in sorted({each.code.id: each.code for each in report.diagnostics}.items())]
    numbers = {code.id: number for number, code in enumerate(codes)}
    prints = fingerprints(report.diagnostics, report.source_line)
    return {
        "tool": {
            "driver": {"name": "teikit", "semanticVersion": report.version, "rules": [_rule(code) for code in codes]}
        },
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which teikit ran."}}},
        "artifacts": [{"location": _artifact(path), "roles": ["analysisTarget"]} for path in report.files],
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(diagnostic, numbers[diagnostic.code.id], fingerprint)
            for diagnostic, fingerprint in zip(report.diagnostics, prints, strict=True)
        ],
    }


def _invocation(report: Report) -> dict[str, Any]:
    notifications = [_notification(each) for each in report.unchecked if each.why]
    invocation: dict[str, Any] = {"executionSuccessful": not report.unchecked}
    return {**invocation, "toolExecutionNotifications": notifications} if notifications else invocation


def _notification(unchecked: Unchecked) -> dict[str, Any]:
    said = "\n".join(each for each in (unchecked.why, unchecked.hint) if each)
    notification: dict[str, Any] = {"level": "error", "message": _message(said)}
    if unchecked.path:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(unchecked.path)}}]
    return notification


def _rule(code: Code) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code.id, "name": code.name, "shortDescription": _message(_sentence(code.summary))}
    if code.page.finds:
        rule["fullDescription"] = _message(_sentence(code.page.finds))
    help_ = pages.body(code)
    if help_:
        rule["help"] = {"text": pages.text(code), "markdown": help_}
    rule["defaultConfiguration"] = {"level": _LEVELS[code.severity]}
    rule["properties"] = {"tags": [code.layer]}
    return rule


def _result(diagnostic: Diagnostic, number: int, fingerprint: str) -> dict[str, Any]:
    said = "\n".join(each for each in (diagnostic.message, diagnostic.hint) if each)
    result: dict[str, Any] = {
        "ruleId": diagnostic.code.id,
        "ruleIndex": number,
        "level": _LEVELS[diagnostic.severity],
        "message": _message(said),
        "locations": [_location(diagnostic.location, diagnostic.length)],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": index, **_location(each.location), "message": _message(each.message)}
            for index, each in enumerate(diagnostic.related)
        ]
    result["partialFingerprints"] = {FINGERPRINT: fingerprint}
    return result


def _location(place: Location, length: int = 0) -> dict[str, Any]:
    """Return a location; where the length is not known, the region is one character, not the rest of the line."""
    end = place.column + max(length, 1)
    region = {"startLine": place.line, "startColumn": place.column, "endLine": place.line, "endColumn": end}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(place.path), "region": region}}
    if place.xpath:
        kind = "attribute" if place.xpath.rpartition("/")[2].startswith("@") else "element"
        location["logicalLocations"] = [{"fullyQualifiedName": place.xpath, "kind": kind}]
    return location


def _artifact(path: str) -> dict[str, str]:
    """Return where a file is (§3.4): a URI below the folder in which teikit ran, or one that stands by itself."""
    uri = quote(path, safe="/", errors="surrogateescape")
    if _ABSOLUTE.match(path):
        return {"uri": f"file://{uri}" if path.startswith("/") else f"file:///{path[:2]}{uri[4:]}"}
    # Nothing above the base can be named below it (§3.14.14): such a URI is relative to the log.
    return {"uri": uri} if ".." in path.split("/") else {"uri": uri, "uriBaseId": _ROOT}


def _message(text: str) -> dict[str, str]:
    """Return a plain text message: braces doubled (§3.11.5), and nothing that looks like an embedded link (§3.11.6)."""
    return {"text": _LINK.sub(r"\\[\1\\]", text.replace("{", "{{").replace("}", "}}"))}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
