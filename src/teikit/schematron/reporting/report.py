"""From findings to diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from teikit.diagnostics import Diagnostic, Location, Related
from teikit.saxon.told import Told
from teikit.schematron import codes
from teikit.schematron.reporting.findings import Failed, Finding, Fired, Visited, words
from teikit.schematron.reporting.places import Places
from teikit.schematron.reporting.severity import severity_of
from teikit.schematron.running.documents import Documents
from teikit.schematron.transpiling.program import Entry, Program
from teikit.xml import Document

KINDS = {"assert": "failed-assert", "report": "successful-report"}


def diagnostics(
    program: Program,
    document: Document,
    found: Iterable[Finding | Fired | Failed | Visited],
    documents: Documents,
) -> Iterator[Diagnostic]:
    """Yield the diagnostics of a run; `documents` are those that rules have asked for."""
    places = Places(document)
    others: dict[str, Places] = {}
    failed: set[tuple[int, str]] = set()
    for each in found:
        if isinstance(each, Finding):
            there = _places(each.base, document, documents, others) if each.base else places
            yield _diagnostic(program.entries[each.entry], each, there)
        elif isinstance(each, Failed):
            entry = program.entries[each.entry]
            key = (entry.rule, each.message)
            if key not in failed:
                failed.add(key)
                yield _failure(entry, each, places)


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


def _places(base: str, document: Document, documents: Documents, known: dict[str, Places]) -> Places | None:
    """Return the places of another document, None where it is gone."""
    if base not in known:
        found = documents.get(base, document.path)
        if found is None:
            return None
        known[base] = Places(found)
    return known[base]


def _silent(entry: Entry) -> str:
    """Word a finding whose author wrote no message."""
    test = " ".join(entry.test.split())
    return f"not true here: {test}" if entry.kind == "assert" else f"true here: {test}"


def _failure(entry: Entry, failed: Failed, places: Places) -> Diagnostic:
    test = " ".join(entry.test.split())
    message = f"the rule stopped here with an error, so nobody knows whether this is right: {failed.message}"
    path, line, column = entry.place
    related = (Related(Location(path, line, column), f"the {entry.kind} with the test “{test}”"),)
    hint = "correct the rule: let it test first for what it needs"
    if failed.code == "FODC0002":
        hint = "a rule may read XML files below the folder of the schema or of the document only"
    return Diagnostic.of(codes.RULE_FAILED, places.of(failed.path), message, hint=hint, related=related)


def stopped(program: Program, document: Document, message: str, told: tuple[Told, ...]) -> Diagnostic:
    """Return the diagnostic of a variable or declaration that failed, or of a run that ended for another reason."""
    part = next(filter(None, (program.part_at(each.line) for each in told)), None)
    related: tuple[Related, ...] = ()
    subject = "the rules"
    if part is not None:
        path, line, column = part.place
        related = (Related(Location(path, line, column), part.what),)
        subject = f"{part.what} of the rules"
    if told:
        message = told[0].message
    told_message = f"{subject} stopped with an error, so what needs it has not run: {' '.join(message.split())}"
    place = Location(document.path)
    return Diagnostic.of(codes.RULE_FAILED, place, told_message, hint="correct the schema", related=related)


def contexts(program: Program, document: Document, told: tuple[Told, ...]) -> Iterator[Diagnostic]:
    """Yield a warning for each context that failed on some node, once."""
    seen: set[int] = set()
    for each in told:
        part = program.part_at(each.line)
        if part is None or part.number in seen:
            continue
        seen.add(part.number)
        reason = each.message.rpartition("}: ")[2]
        message = f"the context “{' '.join(part.text.split())}” failed for some node, and was not used there: {reason}"
        path, line, column = part.place
        related = (Related(Location(path, line, column), "the context"),)
        hint = "let the predicate test first for what it needs"
        yield Diagnostic.of(codes.CONTEXT_FAILED, Location(document.path), message, hint=hint, related=related)
