"""What a pattern asks for: the names that may come next, those that must, and the way on past a fault."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.rng.automaton.derivatives import either_way, start_tag_open
from teikit.rng.automaton.name_classes import names
from teikit.rng.automaton.patterns import (
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Patterns,
    Value,
)
from teikit.rng.automaton.runs import groups_with, mentions


def first_elements(pattern: Pattern) -> Iterator[Element]:
    """Yield the element patterns that may come next, in the order of the schema as far as it is kept."""
    waiting = [pattern]
    while waiting:
        match waiting.pop():
            case Element() as element:
                yield element
            case Choice(members=members) | Interleave(members=members):
                waiting += reversed(members)
            case Group(first=first, rest=rest):
                waiting += (rest, first) if first.nullable else (first,)
            case OneOrMore(member=member):
                waiting.append(member)


def _in_row(pattern: Pattern) -> list[Pattern]:
    """Return the members of groups in a row: thousands of calls, one in the other, would take long."""
    members = []
    while isinstance(pattern, Group):
        members.append(pattern.first)
        pattern = pattern.rest
    return [*members, pattern]


def expected_names(patterns: tuple[Pattern, ...]) -> list[str]:
    """Return the names of elements that may come next; wildcards name none."""
    found: dict[str, None] = {}
    for pattern in patterns:
        for element in first_elements(pattern):
            found.update(dict.fromkeys(names(element.name_class)))
    return list(found)


def required_names(pattern: Pattern) -> set[str]:
    """Return the names of elements without which the pattern cannot end; of a choice, those in every branch."""
    match pattern:
        case Element():
            listed = list(names(pattern.name_class))
            return set(listed) if len(listed) == 1 else set()
        case Choice(members=members):
            return set.intersection(*(required_names(member) for member in members))
        case Interleave(members=members):
            return set().union(*(required_names(member) for member in members))
        case Group():
            return set().union(*(required_names(member) for member in _in_row(pattern)))
        case OneOrMore(member=member):
            return required_names(member)
    return set()


def attribute_names(pattern: Pattern) -> Iterator[str]:
    """Yield the names of the attributes that an element's content allows; wildcards name none."""
    waiting = [pattern]
    while waiting:
        match waiting.pop():
            case Attribute(name_class=name_class):
                yield from names(name_class)
            case Choice(members=members) | Interleave(members=members):
                waiting += reversed(members)
            case Group(first=first, rest=rest):
                waiting += (rest, first)
            case OneOrMore(member=member):
                waiting.append(member)


def required_attributes(pattern: Pattern) -> set[str]:
    """Return the names of attributes that must be there; of a choice, those in every branch."""
    match pattern:
        case Attribute():
            listed = list(names(pattern.name_class))
            return set(listed) if len(listed) == 1 else set()
        case Choice(members=members):
            return set.intersection(*(required_attributes(member) for member in members))
        case Interleave(members=members):
            return set().union(*(required_attributes(member) for member in members))
        case Group():
            return set().union(*(required_attributes(member) for member in _in_row(pattern)))
        case OneOrMore(member=member):
            return required_attributes(member)
    return set()


def listed_values(pattern: Pattern) -> list[str]:
    """Return the values that a value pattern lists, if it is nothing but a list of values."""
    match pattern:
        case Value(text=text):
            return [text]
        case Choice(members=members):
            inner = [listed_values(member) for member in members]
            return [value for values in inner for value in values] if all(inner) else []
        case List(member=member):
            return listed_values(member)
        case OneOrMore(member=member):
            return listed_values(member)
    return []


def datatypes(pattern: Pattern) -> list[str]:
    """Return the names of the datatypes in a value pattern."""
    match pattern:
        case Data(datatype=datatype):
            return [datatype.name]
        case Choice(members=members):
            return list(dict.fromkeys(name for member in members for name in datatypes(member)))
        case List(member=member) | OneOrMore(member=member):
            return datatypes(member)
        case Group(first=first, rest=rest):
            return list(dict.fromkeys((*datatypes(first), *datatypes(rest))))
    return []


def open_past_required(patterns: Patterns, pattern: Pattern, name: str) -> dict[Element, Pattern]:
    """Return what `start_tag_open` would, if everything required before could be left out."""
    if not mentions(pattern, name):
        return {}
    match pattern:
        case Choice(members=members):
            return either_way(patterns, [open_past_required(patterns, member, name) for member in members])
        case Group():
            return either_way(patterns, [_past_required(patterns, each, name) for each in groups_with(pattern, name)])
        case OneOrMore(member=member):
            inside = open_past_required(patterns, member, name)
            return {element: patterns.group(then, patterns.again(pattern)) for element, then in inside.items()}
        case Interleave(members=members):
            ways = []
            for index, member in enumerate(members):
                inside = open_past_required(patterns, member, name)
                others = members[:index] + members[index + 1 :] if inside else ()
                ways.append({element: patterns.interleave((then, *others)) for element, then in inside.items()})
            return either_way(patterns, ways)
    return start_tag_open(patterns, pattern, name)


def _past_required(patterns: Patterns, pattern: Pattern, name: str) -> dict[Element, Pattern]:
    """Return the ways into the first member of a group, or into a pattern that is no group."""
    if not isinstance(pattern, Group):
        return open_past_required(patterns, pattern, name)
    inside = open_past_required(patterns, pattern.first, name)
    return {element: patterns.group(then, pattern.rest) for element, then in inside.items()}


def without_attributes(patterns: Patterns, pattern: Pattern) -> Pattern:
    """Return a pattern in which every attribute that is missing counts as there."""
    match pattern:
        case Attribute():
            return patterns.empty
        case Choice(members=members):
            return patterns.choice([without_attributes(patterns, member) for member in members])
        case Interleave(members=members):
            return patterns.interleave([without_attributes(patterns, member) for member in members])
        case Group(first=first, rest=rest) if pattern.has_attributes:
            return patterns.group(without_attributes(patterns, first), without_attributes(patterns, rest))
        case OneOrMore(member=member):
            return patterns.one_or_more(without_attributes(patterns, member))
    return pattern
