"""What a pattern asks for: the names that may come next, those that must, and the way on past a fault."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.rng.automaton.derivatives import start_tag_open
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


def first_elements(pattern: Pattern) -> Iterator[Element]:
    """Yield the element patterns that may come next, in the order of the schema as far as it is kept."""
    match pattern:
        case Element():
            yield pattern
        case Choice(members=members) | Interleave(members=members):
            for member in members:
                yield from first_elements(member)
        case Group(first=first, rest=rest):
            yield from first_elements(first)
            if first.nullable:
                yield from first_elements(rest)
        case OneOrMore(member=member):
            yield from first_elements(member)


def all_elements(pattern: Pattern, walked: set[Pattern]) -> Iterator[Element]:
    """Yield the element patterns anywhere in a pattern, but not inside their content, nor in what was walked before."""
    if pattern in walked:
        return
    walked.add(pattern)
    match pattern:
        case Element():
            yield pattern
        case Choice(members=members) | Interleave(members=members):
            for member in members:
                yield from all_elements(member, walked)
        case Group(first=first, rest=rest):
            yield from all_elements(first, walked)
            yield from all_elements(rest, walked)
        case OneOrMore(member=member):
            yield from all_elements(member, walked)


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
        case Group(first=first, rest=rest):
            return required_names(first) | required_names(rest)
        case OneOrMore(member=member):
            return required_names(member)
    return set()


def attribute_names(pattern: Pattern) -> Iterator[str]:
    """Yield the names of the attributes that an element's content allows; wildcards name none."""
    match pattern:
        case Attribute(name_class=name_class):
            yield from names(name_class)
        case Choice(members=members) | Interleave(members=members):
            for member in members:
                yield from attribute_names(member)
        case Group(first=first, rest=rest):
            yield from attribute_names(first)
            yield from attribute_names(rest)
        case OneOrMore(member=member):
            yield from attribute_names(member)


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
        case Group(first=first, rest=rest):
            return required_attributes(first) | required_attributes(rest)
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
    found = dict(start_tag_open(patterns, pattern, name))
    match pattern:
        case Choice(members=members):
            ways = [open_past_required(patterns, member, name) for member in members]
        case Group(first=first, rest=rest):
            inside = open_past_required(patterns, first, name)
            ways = [{element: patterns.group(then, rest) for element, then in inside.items()}]
            ways.append(open_past_required(patterns, rest, name))
        case OneOrMore(member=member):
            again = patterns.choice((pattern, patterns.empty))
            inside = open_past_required(patterns, member, name)
            ways = [{element: patterns.group(then, again) for element, then in inside.items()}]
        case Interleave(members=members):
            ways = []
            for index, member in enumerate(members):
                others = members[:index] + members[index + 1 :]
                inside = open_past_required(patterns, member, name)
                ways.append({element: patterns.interleave((then, *others)) for element, then in inside.items()})
        case _:
            ways = []
    for way in ways:
        for element, then in way.items():
            known = found.get(element)
            found[element] = then if known is None else patterns.choice((known, then))
    return found


def without_attributes(patterns: Patterns, pattern: Pattern) -> Pattern:
    """Return a pattern in which every attribute that is missing counts as there."""
    match pattern:
        case Attribute():
            return patterns.empty
        case Choice(members=members):
            return patterns.choice([without_attributes(patterns, member) for member in members])
        case Interleave(members=members):
            return patterns.interleave([without_attributes(patterns, member) for member in members])
        case Group(first=first, rest=rest):
            return patterns.group(without_attributes(patterns, first), without_attributes(patterns, rest))
        case OneOrMore(member=member):
            return patterns.one_or_more(without_attributes(patterns, member))
    return pattern
