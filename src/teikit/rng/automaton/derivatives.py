"""Derivatives of patterns: what must follow, once something has been read.

After James Clark's algorithm for RELAX NG validation, without its `After` patterns: an element's content is matched in
a frame of its own, so a start-tag leads to pairs of *element pattern* and *continuation*. Everything is memoised on the
patterns, which are interned.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from teikit.rng.automaton.name_classes import Name, contains
from teikit.rng.automaton.patterns import (
    Attribute,
    Choice,
    Data,
    Element,
    Empty,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Patterns,
    Text,
    Value,
)

SHORT = 8
"""So many members of a group that may be left out are tried one by one."""


class Context(NamedTuple):
    """What a value may depend on beside itself: the namespaces in scope, by prefix ('' for the default)."""

    namespaces: dict[str, str]


def start_tag_open(patterns: Patterns, pattern: Pattern, name: str) -> dict[Element, Pattern]:
    """Return the element patterns that a start-tag of this name may be, each with what must follow the element."""
    if isinstance(pattern, Element):
        return {pattern: patterns.empty} if contains(pattern.name_class, name) else {}
    found = pattern.opened.get(name)
    if found is None:
        patterns.weight += 1
        found = pattern.opened[name] = _opened(patterns, pattern, name)
    return found


def _opened(patterns: Patterns, pattern: Pattern, name: str) -> dict[Element, Pattern]:
    match pattern:
        case Choice():
            return either_way(patterns, [start_tag_open(patterns, each, name) for each in _possible(pattern, name)])
        case Group():
            return either_way(patterns, list(_opened_in_group(patterns, pattern, name)))
        case OneOrMore(member=member):
            inside = start_tag_open(patterns, member, name)
            return {element: patterns.group(then, patterns.again(pattern)) for element, then in inside.items()}
        case Interleave(members=members):
            return either_way(patterns, list(_opened_in_interleave(patterns, members, name)))
    return {}


def _opened_in_group(patterns: Patterns, group: Group, name: str) -> Iterator[dict[Element, Pattern]]:
    """Yield the ways into the first member of a group that is not left out, and those behind if it may be."""
    at: Pattern = group
    for _ in range(SHORT):
        if not isinstance(at, Group):
            break
        yield _opened_first(patterns, at, name)
        if not at.first.nullable:
            return
        at = at.rest
    if isinstance(at, Group):
        from teikit.rng.automaton.runs import groups_open_to

        yield from (_opened_first(patterns, each, name) for each in groups_open_to(at, name))
    else:
        yield start_tag_open(patterns, at, name)


def _opened_first(patterns: Patterns, pattern: Pattern, name: str) -> dict[Element, Pattern]:
    """Return the ways into the first member of a group, or into a pattern that is no group."""
    if not isinstance(pattern, Group):
        return start_tag_open(patterns, pattern, name)
    inside = start_tag_open(patterns, pattern.first, name)
    return {element: patterns.group(then, pattern.rest) for element, then in inside.items()}


def _opened_in_interleave(
    patterns: Patterns, members: tuple[Pattern, ...], name: str
) -> Iterator[dict[Element, Pattern]]:
    from teikit.rng.automaton.runs import mentions

    for index, member in enumerate(members):
        inside = start_tag_open(patterns, member, name) if mentions(member, name) else {}
        if inside:
            others = members[:index] + members[index + 1 :]
            yield {element: patterns.interleave((then, *others)) for element, then in inside.items()}


def _possible(choice: Choice, name: str) -> list[Pattern]:
    """Return the members that may begin with an element of this name; those that are another element are left out.

    A choice may have thousands of members, and be asked for thousands of names.
    """
    if choice.by_name is None:
        choice.by_name = {"": []}
        for member in choice.members:
            name_class = member.name_class if isinstance(member, Element) else None
            choice.by_name.setdefault(name_class.name if isinstance(name_class, Name) else "", []).append(member)
    return choice.by_name.get(name, []) + choice.by_name[""]


def either_way(patterns: Patterns, ways: list[dict[Element, Pattern]]) -> dict[Element, Pattern]:
    """Return the ways together: an element that more than one has may be followed by what any says."""
    filled = [way for way in ways if way]
    if len(filled) < 2:
        return filled[0] if filled else {}
    together: dict[Element, Pattern] = {}
    for way in filled:
        for element, then in way.items():
            known = together.get(element)
            together[element] = then if known is None else patterns.choice((known, then))
    return together


def text_derivative(patterns: Patterns, pattern: Pattern, text: str, context: Context) -> Pattern:
    """Return what must follow a string of text (§6.2.7 to §6.2.9)."""
    match pattern:
        case Text():
            return pattern
        case Choice(members=members):
            return patterns.choice([text_derivative(patterns, member, text, context) for member in members])
        case Interleave(members=members):
            return patterns.choice(
                [
                    patterns.interleave(
                        (text_derivative(patterns, member, text, context), *members[:index], *members[index + 1 :])
                    )
                    for index, member in enumerate(members)
                ]
            )
        case Group(first=first, rest=rest):
            after = patterns.group(text_derivative(patterns, first, text, context), rest)
            if not first.nullable:
                return after
            return patterns.choice((after, text_derivative(patterns, rest, text, context)))
        case OneOrMore(member=member):
            return patterns.group(text_derivative(patterns, member, text, context), patterns.again(pattern))
        case Data() | Value() | List():
            return patterns.empty if matches_value(patterns, pattern, text, context) else patterns.not_allowed
    return patterns.not_allowed


def words(text: str) -> list[str]:
    """Return the words of a list: what stands between XML white space."""
    return [word for word in text.translate(_SPACES).split(" ") if word]


_SPACES = {9: " ", 10: " ", 13: " "}


def matches_value(patterns: Patterns, pattern: Pattern, text: str, context: Context) -> bool:
    """Return whether a whole string, such as the value of an attribute, matches a pattern."""
    match pattern:
        case Data(datatype=datatype, exception=exception):
            if not datatype.allows(text, context):
                return False
            return exception is None or not matches_value(patterns, exception, text, context)
        case Value(datatype=datatype, value=value):
            return datatype.equals(text, context, value)
        case List(member=member):
            rest = member
            for word in words(text):
                rest = text_derivative(patterns, rest, word, context)
            return rest.nullable
        case Text() | Empty():
            return isinstance(pattern, Text) or not text.strip(" \t\r\n")
        case Choice(members=members):
            return any(matches_value(patterns, member, text, context) for member in members)
    after = text_derivative(patterns, pattern, text, context)
    return after.nullable or (pattern.nullable and not text.strip(" \t\r\n"))


class AttributePlan(NamedTuple):
    """The ways in which one attribute name can be read in a pattern.

    `values` are the distinct value patterns of the attribute patterns that match the name; `after` maps the tuple of
    verdicts on them to what is left.
    """

    values: tuple[Pattern, ...]
    after: dict[tuple[bool, ...], Pattern]


def attribute_plan(pattern: Pattern, name: str) -> AttributePlan:
    """Return how an attribute of this name is read in a pattern."""
    plan: AttributePlan | None = pattern.attributes.get(name)
    if plan is None:
        values: dict[Pattern, None] = {}
        _collect(pattern, name, values, set())
        plan = pattern.attributes[name] = AttributePlan(tuple(values), {})
    return plan


def _collect(pattern: Pattern, name: str, values: dict[Pattern, None], seen: set[int]) -> None:
    if pattern.number in seen or not pattern.has_attributes:
        return
    seen.add(pattern.number)
    match pattern:
        case Attribute(name_class=name_class, value=value):
            if contains(name_class, name):
                values[value] = None
        case Choice(members=members) | Interleave(members=members):
            for member in members:
                _collect(member, name, values, seen)
        case Group(first=first, rest=rest):
            _collect(first, name, values, seen)
            _collect(rest, name, values, seen)
        case OneOrMore(member=member):
            _collect(member, name, values, seen)


def attribute_derivative(patterns: Patterns, pattern: Pattern, name: str, verdicts: tuple[bool, ...]) -> Pattern:
    """Return what is left of a pattern after an attribute, given the verdicts on the values of its plan (§6.2.5)."""
    plan = attribute_plan(pattern, name)
    found = plan.after.get(verdicts)
    if found is None:
        good = {value for value, verdict in zip(plan.values, verdicts, strict=True) if verdict}
        patterns.weight += 1
        found = plan.after[verdicts] = _taken(patterns, pattern, name, good, {})
    return found


def _taken(patterns: Patterns, pattern: Pattern, name: str, good: set[Pattern], known: dict[int, Pattern]) -> Pattern:
    if not pattern.has_attributes:
        return patterns.not_allowed
    found = known.get(pattern.number)
    if found is not None:
        return found
    result: Pattern = patterns.not_allowed

    def taken(inner: Pattern) -> Pattern:
        return _taken(patterns, inner, name, good, known)

    match pattern:
        case Attribute(name_class=name_class, value=value):
            result = patterns.empty if value in good and contains(name_class, name) else patterns.not_allowed
        case Choice(members=members):
            result = patterns.choice([taken(member) for member in members])
        case Group(first=first, rest=rest):
            one = patterns.group(taken(first), rest)
            other_rest = taken(rest)
            result = patterns.choice((one, patterns.group(first, other_rest)))
        case Interleave(members=members):
            result = patterns.choice(
                [
                    patterns.interleave((taken(member), *members[:index], *members[index + 1 :]))
                    for index, member in enumerate(members)
                ]
            )
        case OneOrMore(member=member):
            result = patterns.group(taken(member), patterns.again(pattern))
    known[pattern.number] = result
    return result


def start_tag_close(patterns: Patterns, pattern: Pattern) -> Pattern:
    """Return a pattern without the attributes that were not there: a required one makes it `notAllowed`."""
    if not pattern.has_attributes:
        return pattern
    if pattern.closed is None:
        pattern.closed = _closed(patterns, pattern)
    return pattern.closed


def _closed(patterns: Patterns, pattern: Pattern) -> Pattern:
    match pattern:
        case Choice(members=members):
            return patterns.choice([start_tag_close(patterns, member) for member in members])
        case Group(first=first, rest=rest):
            closed = start_tag_close(patterns, first)
            if closed is patterns.not_allowed:
                return closed
            return patterns.group(closed, start_tag_close(patterns, rest))
        case Interleave(members=members):
            return patterns.interleave([start_tag_close(patterns, member) for member in members])
        case OneOrMore(member=member):
            return patterns.one_or_more(start_tag_close(patterns, member))
    return patterns.not_allowed
