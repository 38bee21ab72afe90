"""An entry of a register that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.entries import REGISTERED
from teikit.project.facts import Facts
from teikit.project.index import Index

CODE = Code(
    "TEI016",
    "unused-entry",
    Severity.INFO,
    "an entry of a register that nothing points to",
    "TEI P5 Guidelines, chapter 13 (Names, Dates, People, and Places)",
    Page(
        "a `person`, `place`, `org`, `event`, `object` or `bibl` with an id, in a file that the project names as a "
        "register, to which no document and no other entry has a pointer (nor to anything inside it), and whose id no "
        "`@key` names. Only said where all documents of a project are checked.",
        "It was written for a text that is gone, or the names in the texts still wait for their `@ref`.",
        "",
        "",
        "TEI015, TEI027",
    ),
)


def across(index: Index) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each entry of a register that is not used."""
    registers = [facts for facts in index.facts if facts.uri in index.registers]
    if not registers or not index.is_whole:
        return
    keys = frozenset[str]().union(*(facts.keys for facts in index.facts))
    used: dict[str, set[str]] = {}
    for facts in index.facts:
        for use in facts.uses:
            if use.fragment is not None:
                used.setdefault(use.uri, set()).add(use.fragment)
    for facts in registers:
        yield from _unused(facts, keys.union(facts.used, *(used.get(uri, ()) for uri in facts.own)))


def _unused(facts: Facts, used: frozenset[str]) -> Iterator[Diagnostic]:
    for entry in facts.entries:
        if entry.kind in REGISTERED and used.isdisjoint(entry.ids):
            named = f" ({entry.names[0]})" if entry.names else ""
            message = f'nothing points to {entry.kind} "{entry.id}"{named}'
            hint = "point to it where the texts name it, or take it out"
            yield Diagnostic.of(CODE, entry.place, message, hint=hint, length=len(entry.kind) + 1)
