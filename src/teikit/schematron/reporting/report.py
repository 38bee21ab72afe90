"""From findings to diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from teikit.diagnostics import Diagnostic, Location
from teikit.schematron import codes
from teikit.schematron.program import Entry
from teikit.schematron.reporting.failures import failure
from teikit.schematron.reporting.findings import Failed, Finding, Fired, Visited, words
from teikit.schematron.reporting.places import Places
from teikit.schematron.reporting.severity import severity_of
from teikit.xml import Document

if TYPE_CHECKING:
    from teikit.schematron.running.run import Run

KINDS = {"assert": "failed-assert", "report": "successful-report"}


def diagnostics(
    ran: Run, document: Document, found: Iterable[Finding | Fired | Failed | Visited]
) -> Iterator[Diagnostic]:
    """Yield the diagnostics of a run."""
    places = Places(document)
    others: dict[str, Places] = {}
    failed: set[tuple[int, str]] = set()
    for each in found:
        if isinstance(each, Finding):
            there = _places(each.base, ran.documents, others) if each.base else places
            yield _diagnostic(ran.program.entries[each.entry], each, there)
        elif isinstance(each, Failed):
            entry = ran.program.entries[each.entry]
            key = (entry.rule, each.message)
            if key not in failed:
                failed.add(key)
                there = _places(each.base, ran.documents, others) if each.base else places
                yield failure(entry, each, (there or places).of(each.path))


def _diagnostic(entry: Entry, finding: Finding, places: Places | None) -> Diagnostic:
    attributes = {**entry.attributes, **finding.roles}
    severity = severity_of(attributes.get("role", ""))
    code = codes.FAILED_ASSERT if entry.kind == "assert" else codes.SUCCESSFUL_REPORT
    if attributes.get("id"):
        code = codes.of_author(attributes["id"], entry.kind, severity)
    hint = " ".join(filter(None, map(words, finding.texts))) or None
    message = words(finding.message) or _silent(entry)
    return Diagnostic(
        code,
        severity,
        message,
        places.of(finding.node_path) if places else Location(finding.base, 1, 1, finding.node_path),
        hint,
        (),
        KINDS[entry.kind],
    )


def _places(base: str, documents: dict[str, Document | None], known: dict[str, Places]) -> Places | None:
    """Return the places of another document that rules have asked for."""
    # Saxon writes the URI of a file with one slash or with three.
    found = documents.get(base) or documents.get(base.replace("file:///", "file:/", 1))
    if found is None:
        return None
    return known.setdefault(base, Places(found))


def _silent(entry: Entry) -> str:
    """Word a finding whose author wrote no message."""
    test = " ".join(entry.test.split())
    return f"not true here: {test}" if entry.kind == "assert" else f"true here: {test}"
