"""Running compiled rules on a document: handing over what they ask for, and going on where one of them fails."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from teikit.diagnostics import Diagnostic
from teikit.saxon.rules import Outcome, Rules
from teikit.saxon.told import Told
from teikit.schematron.program import FILES, NEEDED, Program
from teikit.schematron.reporting import failures
from teikit.schematron.running.documents import MOST_DOCUMENTS, find
from teikit.xml import Document

_MOST_LOST = 40
"""How many variables may fail on one document before the rest is given up."""
_ASKED = re.compile(rf"{NEEDED}([^\s<]+)")


class Compiled(NamedTuple):
    """A program and its rules (None where nothing could be compiled), what was left out, and why."""

    program: Program
    rules: Rules | None
    without: frozenset[int]
    diagnostics: tuple[Diagnostic, ...]


class Run(NamedTuple):
    """A run: the program, its result, diagnostics about the rules themselves, and the documents that they asked for."""

    program: Program
    result: str
    diagnostics: tuple[Diagnostic, ...]
    documents: dict[str, Document | None]


def run(compiled: Compiled, document: Document, schema: str, careful: Callable[[frozenset[int]], Compiled]) -> Run:
    """Run rules on a document; `schema` is the path of their file.

    `careful` compiles them with every error caught, without the variables that have failed: it is asked only where a
    run stops, for catching costs time.
    """
    program, given = compiled.program, dict[str, Document | None]()
    if compiled.rules is None:
        return Run(program, "", (), given)
    outcome = _with_documents(compiled.rules, program, document, schema, given)
    found: list[Diagnostic] = []
    again = compiled
    for _ in range(_MOST_LOST):
        if not outcome.failure:
            return Run(program, outcome.text, (*found, *failures.contexts(program, document, outcome.warnings)), given)
        lost = frozenset[int]()
        if again is not compiled:
            found.append(failures.stopped(program, document, outcome.failure, outcome.errors))
            lost = _lost(program, outcome.errors) - again.without
            if not lost:
                break
        again = careful(again.without | lost)
        if again.rules is None:
            break
        program = again.program
        outcome = _with_documents(again.rules, program, document, schema, given)
    return Run(
        program, "", tuple(found) or (failures.stopped(program, document, outcome.failure, outcome.errors),), given
    )


def _lost(program: Program, errors: tuple[Told, ...]) -> frozenset[int]:
    """Return the number of the innermost part that a failure names, in a set that is empty where it names none."""
    part = next(filter(None, (program.part_at(line) for each in errors for line in each.lines)), None)
    return frozenset((part.number,)) if part else frozenset()


def _with_documents(
    rules: Rules, program: Program, document: Document, schema: str, given: dict[str, Document | None]
) -> Outcome:
    """Run, and run again for each document that a rule asks for; those are added to what is given."""
    if not program.needs_files:
        return rules.run(document)
    while True:
        outcome = rules.run(document, (FILES, given))
        wanted = [uri for uri in _wanted(outcome) if uri not in given]
        if not wanted or len(given) >= MOST_DOCUMENTS:
            return outcome
        given.update((uri, find(uri, schema, document.path)) for uri in wanted)


def _wanted(outcome: Outcome) -> list[str]:
    """Return the URIs that rules asked for in vain."""
    said = [each.message for each in (*outcome.errors, *outcome.warnings)]
    found = _ASKED.findall(" ".join([outcome.failure, *said]))
    return found + [uri.replace("&amp;", "&") for uri in _ASKED.findall(outcome.text)]
