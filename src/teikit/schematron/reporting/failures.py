"""Diagnostics about rules that stop with an error on a document."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.diagnostics import Diagnostic, Location, Related
from teikit.saxon.told import Told
from teikit.schematron import codes
from teikit.schematron.program import Entry, Program
from teikit.schematron.reporting.findings import Failed
from teikit.xml import Document

_HINTS = {
    "FODC0002": "a rule may read XML files below the folder of the schema or of the document only",
    "FODC0005": "rules read XML files by doc() or document() only, and no other way",
}
"""Ways out of some errors of XPath, by code."""


def failure(entry: Entry, failed: Failed, place: Location) -> Diagnostic:
    """Return the diagnostic of an assertion that stopped with an error on a node."""
    test = " ".join(entry.test.split())
    message = f"the rule stopped here with an error, so nobody knows whether this is right: {failed.message}"
    path, line, column = entry.place
    related = (Related(Location(path, line, column), f"the {entry.kind} with the test “{test}”"),)
    hint = _HINTS.get(failed.code, "correct the rule: let it test first for what it needs")
    return Diagnostic.of(codes.RULE_FAILED, place, message, hint=hint, related=related)


def stopped(program: Program, document: Document, message: str, told: tuple[Told, ...]) -> Diagnostic:
    """Return the diagnostic of a variable or declaration that failed, or of a run that ended for another reason."""
    part = next(filter(None, (program.part_at(line) for each in told for line in each.lines)), None)
    related: tuple[Related, ...] = ()
    subject = "the rules"
    if part is not None:
        path, line, column = part.place
        related = (Related(Location(path, line, column), part.what),)
        subject = f"{part.what} of the rules"
    hint = "correct the schema"
    if told:
        message = told[0].message
        hint = _HINTS.get(told[0].code.rpartition(":")[2], hint)
    told_message = f"{subject} stopped with an error, so what needs it has not run: {' '.join(message.split())}"
    place = Location(document.path)
    return Diagnostic.of(codes.RULE_FAILED, place, told_message, hint=hint, related=related)


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
