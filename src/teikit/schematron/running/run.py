"""Running compiled rules on a document: handing over what they ask for, and going on where one of them fails."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from teikit.diagnostics import Diagnostic
from teikit.saxon.rules import Outcome, Rules
from teikit.saxon.told import Told
from teikit.schematron.reporting import report
from teikit.schematron.running.compilation import Compiled
from teikit.schematron.running.documents import MOST_DOCUMENTS, Documents
from teikit.schematron.transpiling.documents import FILES, NEEDED
from teikit.schematron.transpiling.program import Program
from teikit.xml import Document

_LOST = 40
"""How many variables may fail on one document before the rest is given up."""
_CAUGHT = re.compile(rf'c="{NEEDED}">([^<]*)<')


class Run(NamedTuple):
    """What a run gave: the program that ran, its result, and diagnostics about the rules themselves."""

    program: Program
    result: str
    diagnostics: tuple[Diagnostic, ...]


def run(
    compiled: Compiled, document: Document, documents: Documents, careful: Callable[[frozenset[int]], Compiled]
) -> Run:
    """Run rules on a document.

    `careful` compiles them with every error caught, without the variables that have failed: it is asked only where a
    run stops, for catching costs time.
    """
    program = compiled.program
    if compiled.rules is None:
        return Run(program, "", ())
    outcome = _with_documents(compiled.rules, program, document, documents)
    if not outcome.failure:
        return Run(program, outcome.text, tuple(report.contexts(program, document, outcome.warnings)))
    found: list[Diagnostic] = []
    without = compiled.without
    for _ in range(_LOST):
        again = careful(without)
        if again.rules is None:
            break
        program = again.program
        outcome = _with_documents(again.rules, program, document, documents)
        if not outcome.failure:
            return Run(program, outcome.text, (*found, *report.contexts(program, document, outcome.warnings)))
        found.append(report.stopped(program, document, outcome.failure, outcome.errors))
        lost = _lost(program, outcome.errors) - again.without
        if not lost:
            return Run(program, "", tuple(found))
        without = again.without | lost
    return Run(program, "", tuple(found) or (report.stopped(program, document, outcome.failure, outcome.errors),))


def _lost(program: Program, errors: tuple[Told, ...]) -> frozenset[int]:
    """Return the number of the innermost part that a failure names, in a set that is empty where it names none."""
    part = next(filter(None, (program.part_at(each.line) for each in errors)), None)
    return frozenset((part.number,)) if part else frozenset()


def _with_documents(rules: Rules, program: Program, document: Document, documents: Documents) -> Outcome:
    """Run, and run again for each document that a rule asks for."""
    if not program.needs_files:
        return rules.run(document)
    given: dict[str, Document | None] = {}
    while True:
        outcome = rules.run(document, (FILES, given))
        wanted = [uri for uri in _wanted(outcome) if uri not in given]
        if not wanted or len(given) >= MOST_DOCUMENTS:
            return outcome
        given.update((uri, documents.get(uri, document.path)) for uri in wanted)


def _wanted(outcome: Outcome) -> list[str]:
    """Return the URIs that rules asked for in vain."""
    told = [each.message for each in (*outcome.errors, *outcome.warnings) if each.code.rpartition(":")[2] == NEEDED]
    return [message.rpartition(" ")[2] for message in told] + _CAUGHT.findall(outcome.text)
