"""Long groups: where in thousands of members, each of which may be left out, an element of some name may stand.

A group is `first, rest`, and `rest` often a group again. A run is such a row of groups with the places of the names;
all groups of a row share one, so that reading the row from its begin to its end takes as long as the row is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice

from teikit.rng.automaton.name_classes import is_open, names
from teikit.rng.automaton.patterns import Choice, Element, Group, Interleave, OneOrMore, Pattern

MOST_NAMES = 64
"""A pattern with more names than these is asked itself."""


ANY = ""
"""Stands for the names of a pattern that has more, or a wildcard."""


def mentions(pattern: Pattern, name: str) -> bool:
    """Return False where no element of this name is anywhere in a pattern; True may be wrong."""
    mentioned = _mentioned(pattern)
    return name in mentioned or ANY in mentioned


def _mentioned(pattern: Pattern) -> frozenset[str]:
    """Return the names of all elements in a pattern, or `ANY` where they are too many."""
    if pattern.mentioned is None:
        pattern.mentioned = frozenset(_names(pattern))
    return pattern.mentioned


def _names(pattern: Pattern) -> set[str]:
    found: set[str] = set()
    for element in islice(all_elements(pattern, set()), MOST_NAMES + 1):
        found.update(islice(names(element.name_class), MOST_NAMES + 1))
        if is_open(element.name_class) or len(found) > MOST_NAMES:
            return {ANY}
    return found


def all_elements(pattern: Pattern, walked: set[Pattern]) -> Iterator[Element]:
    """Yield the element patterns anywhere in a pattern, but not inside their content, nor in what was walked before."""
    waiting = [pattern]
    while waiting:
        at = waiting.pop()
        if at in walked:
            continue
        walked.add(at)
        match at:
            case Element():
                yield at
            case Choice(members=members) | Interleave(members=members):
                waiting += reversed(members)
            case Group(first=first, rest=rest):
                waiting += (rest, first)
            case OneOrMore(member=member):
                waiting.append(member)


class Run:
    """The groups of a row, each of which is the rest of the one before."""

    def __init__(self, first: Group) -> None:
        self.groups: list[Group] = []
        self._places: dict[str, list[int]] = {}
        self._needed: list[int] = []
        at: Pattern = first
        while isinstance(at, Group) and at.run is None:
            place = len(self.groups)
            at.run = self, place
            self.groups.append(at)
            for name in _mentioned(at.first):
                self._places.setdefault(name, []).append(place)
            if not at.first.nullable:
                self._needed.append(place)
            at = at.rest
        self.rest = at

    def places(self, name: str, start: int, end: int) -> list[int]:
        """Return the places, from one to another, where the first member may have an element of this name."""
        found: list[int] = []
        for listed in (self._places.get(name, []), self._places.get(ANY, [])):
            found.extend(listed[bisect_left(listed, start) : bisect_right(listed, end)])
        return sorted(found)

    def needed(self, start: int) -> int | None:
        """Return the next place whose member cannot be left out, if there is one."""
        after = bisect_left(self._needed, start)
        return self._needed[after] if after < len(self._needed) else None


def groups_open_to(pattern: Group, name: str) -> Iterator[Pattern]:
    """Yield the groups in a row that may begin with an element of this name, at the end what is no group.

    What stands behind a member that cannot be left out is not yielded.
    """
    at: Pattern = pattern
    while isinstance(at, Group):
        run, place = _run(at)
        needed = run.needed(place)
        yield from (run.groups[each] for each in run.places(name, place, len(run.groups) if needed is None else needed))
        if needed is not None:
            return
        at = run.rest
    yield at


def groups_with(pattern: Group, name: str) -> Iterator[Pattern]:
    """Yield the groups in a row whose first member may have an element of this name, at the end what is no group."""
    at: Pattern = pattern
    while isinstance(at, Group):
        run, place = _run(at)
        yield from (run.groups[each] for each in run.places(name, place, len(run.groups)))
        at = run.rest
    yield at


def _run(group: Group) -> tuple[Run, int]:
    return group.run or (Run(group), 0)
