"""One person who is in the registers twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from teikit.checks.likely import pointer_to
from teikit.diagnostics import Code, Diagnostic, Page, Related, Severity
from teikit.project.entries import Entry, words
from teikit.project.facts import Facts
from teikit.project.index import Index

CODE = Code(
    "TEI015",
    "one-person-two-ids",
    Severity.WARNING,
    "one person has two entries",
    "TEI P5 Guidelines, 13.3.2 (The Person Element)",
    Page(
        "two `person` entries, of one file or of two, that share an `idno` of the same type, or that have a name of "
        "the same words and the same dates of birth and death. Namesakes without dates, and entries that point to each "
        "other with `@sameAs` or `@corresp`, are not reported.",
        "Half of what is said of the person is found under one id, half under the other.",
        '<listPerson>\n  <person xml:id="li"><persName>Li Shizhong</persName><idno type="VIAF">1</idno></person>\n'
        '  <person xml:id="lsz"><persName>Li Shih-chung</persName><idno type="VIAF">1</idno></person>\n</listPerson>',
        '<listPerson>\n  <person xml:id="li"><persName>Li Shizhong</persName><idno type="VIAF">1</idno></person>\n'
        '  <person xml:id="lsz"><persName>Li Shih-chung</persName><idno type="VIAF">2</idno></person>\n</listPerson>',
        "TEI001, TEI016",
    ),
)


def across(index: Index) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each entry that is the person of an earlier one."""
    seen: dict[Hashable, tuple[Facts, Entry]] = {}
    for facts in index.facts:
        for entry in facts.entries:
            if entry.kind != "person":
                continue
            found = _earlier(facts, entry, seen)
            if found is not None:
                yield _report(facts, entry, *found)
            for key, _ in _keys(entry):
                seen.setdefault(key, (facts, entry))


def _earlier(facts: Facts, entry: Entry, seen: dict[Hashable, tuple[Facts, Entry]]) -> tuple[Facts, Entry, str] | None:
    for key, reason in _keys(entry):
        other = seen.get(key)
        # The same id is a fault of another kind, or the same person in two documents by intention.
        if other is not None and other[1].id != entry.id and not _are_linked(entry, other[1]):
            return (*other, reason)
    return None


def _keys(entry: Entry) -> Iterator[tuple[Hashable, str]]:
    for type_, value in entry.idnos:
        yield ("idno", type_, value), f'the idno "{value}"'
    if entry.dates:
        for name in entry.names:
            yield ("name", words(name), entry.dates), f'the name "{name}" and the dates {", ".join(entry.dates)}'


def _are_linked(one: Entry, other: Entry) -> bool:
    return any(same.endswith(f"#{other.id}") for same in one.same) or any(
        same.endswith(f"#{one.id}") for same in other.same
    )


def _report(facts: Facts, entry: Entry, other_facts: Facts, other: Entry, reason: str) -> Diagnostic:
    message = f'person "{entry.id}" and person "{other.id}" ({other_facts.path}) have {reason}'
    hint = f'keep one entry, or link the two: corresp="{pointer_to(other, other_facts, facts)}"'
    related = (Related(other.place, f'the entry "{other.id}"'),)
    return Diagnostic.of(CODE, entry.place, message, hint=hint, related=related, length=len("<person"))
