"""The attributes of a start-tag all at once: what is left of a pattern in one walk, however many there are.

A derivative for each attribute would walk through the pattern once for each. One walk is enough, since an attribute is
read in one place only: the members of a group or interleave have no attribute in common (§7.3).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from teikit.rng.automaton.name_classes import Name, NameClass, contains
from teikit.rng.automaton.patterns import Attribute, Choice, Group, Interleave, OneOrMore, Pattern, Patterns

NONE: frozenset[str] = frozenset()
Values = Mapping[str, Collection[Pattern]]
"""Value patterns by the names of attributes."""


def attribute_values(pattern: Pattern, names: Collection[str]) -> dict[str, dict[Pattern, None]]:
    """Return, for each name, the distinct value patterns of the attribute patterns that match it, in their order."""
    found: dict[str, dict[Pattern, None]] = {name: {} for name in names}
    seen: set[Pattern] = set()
    waiting = [pattern]
    while waiting:
        at = waiting.pop()
        if not at.has_attributes or at in seen:
            continue
        seen.add(at)
        match at:
            case Attribute(name_class=name_class, value=value):
                for name in _matching(name_class, found):
                    found[name][value] = None
            case Group(first=first, rest=rest):
                waiting += (rest, first)
            case Choice(members=members) | Interleave(members=members):
                waiting += reversed(members)
            case OneOrMore(member=member):
                waiting.append(member)
    return found


def _matching(name_class: NameClass, names: Collection[str]) -> list[str]:
    if isinstance(name_class, Name):
        return [name_class.name] if name_class.name in names else []
    return [name for name in names if contains(name_class, name)]


def after_attributes(table: Patterns, pattern: Pattern, good: Values, *, is_closed: bool) -> Pattern | None:
    """Return what is left of a pattern after attributes, of which these are the value patterns that match.

    Where `is_closed`, there are no further attributes, so that one that is required makes it `notAllowed`. Returns None
    where one walk is not enough: a repetition of more than one wildcard for attributes.
    """
    walk = _Walk(table, good, is_closed)
    left, read = walk.taken(pattern)
    if not walk.is_enough:
        return None
    return left if len(read) == len(good) else table.not_allowed


class _Walk:
    """Takes attributes out of patterns: `taken` is what is left of a pattern, and the names that were read in it."""

    def __init__(self, table: Patterns, good: Values, is_closed: bool) -> None:
        self._table = table
        self._good = good
        self._is_closed = is_closed
        self._known: dict[Pattern, tuple[Pattern, frozenset[str]]] = {}
        self.is_enough = True

    def taken(self, pattern: Pattern) -> tuple[Pattern, frozenset[str]]:
        if not pattern.has_attributes:
            return pattern, NONE
        found = self._known.get(pattern)
        if found is None:
            found = self._known[pattern] = self._taken(pattern)
        return found

    def _taken(self, pattern: Pattern) -> tuple[Pattern, frozenset[str]]:
        match pattern:
            case Attribute():
                return self._attribute(pattern)
            case Choice(members=members):
                ways = [self.taken(member) for member in members]
                read = NONE.union(*(each for _, each in ways))
                # A member that does not read what another one reads would leave it over.
                return self._table.choice([left for left, each in ways if len(each) == len(read)]), read
            case Group():
                return self._group(pattern)
            case Interleave(members=members):
                ways = [self.taken(member) for member in members]
                return self._table.interleave([left for left, _ in ways]), NONE.union(*(each for _, each in ways))
            case OneOrMore():
                return self._repetition(pattern)
        raise ValueError("a pattern without attributes")

    def _attribute(self, pattern: Attribute) -> tuple[Pattern, frozenset[str]]:
        read = [name for name in _matching(pattern.name_class, self._good) if pattern.value in self._good[name]]
        if len(read) == 1:
            return self._table.empty, frozenset(read)
        return self._table.not_allowed if read or self._is_closed else pattern, frozenset(read)

    def _group(self, pattern: Group) -> tuple[Pattern, frozenset[str]]:
        members = []
        at: Pattern = pattern
        while isinstance(at, Group) and at.has_attributes:
            members.append(at.first)
            at = at.rest
        left, read = self.taken(at)
        names = set(read)
        for member in reversed(members):
            inside, read = self.taken(member)
            names |= read
            left = self._table.group(inside, left)
        return left, frozenset(names)

    def _repetition(self, pattern: OneOrMore) -> tuple[Pattern, frozenset[str]]:
        """Take attributes with a wildcard, of which each may be another round of the repetition."""
        member = pattern.member
        if isinstance(member, Attribute):
            read = [name for name in _matching(member.name_class, self._good) if member.value in self._good[name]]
            if self._is_closed:
                return self._table.empty if read else self._table.not_allowed, frozenset(read)
            return self._table.again(pattern) if read else pattern, frozenset(read)
        inside, names = self.taken(member)
        self.is_enough = self.is_enough and not names
        return self._table.one_or_more(inside) if self._is_closed else pattern, names
