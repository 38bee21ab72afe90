"""The attributes of an element: those that stand by themselves, and those of which some exclude or need others."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from teikit.odd.to_xsd.grammar import attributes_in, listed, members
from teikit.rng.automaton.name_classes import NameClass, is_open
from teikit.rng.automaton.patterns import (
    Attribute,
    Choice,
    Element,
    Empty,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    Patterns,
)

MOST_WAYS = 64
"""Ways to combine attributes, beyond which any combination is allowed."""


class Use(NamedTuple):
    """An attribute of an element: its name (`namespace local`), its values, whether it must be there."""

    name: str
    value: Pattern
    required: bool
    documentation: int


class Way(NamedTuple):
    """One way to combine attributes: those that must be there, and those that may."""

    required: frozenset[str]
    optional: frozenset[str]


class Attributes(NamedTuple):
    """The attributes of an element.

    `wildcards` are classes of names that are allowed beside; `ways` are sets of ways to combine attributes, of each of
    which one must be met; `faults` say where attributes are allowed that the grammar does not allow.
    """

    uses: tuple[Use, ...]
    wildcards: tuple[NameClass, ...]
    ways: tuple[tuple[Way, ...], ...]
    faults: tuple[str, ...]


def attributes_of(table: Patterns, content: Pattern) -> Attributes:
    """Return the attributes in the content of an element pattern."""
    simple: list[tuple[Attribute, bool]] = []
    joint: list[Pattern] = []
    _sort(content, simple, joint)
    uses: dict[str, Use] = {}
    wildcards: list[NameClass] = []
    faults: dict[str, None] = {}
    for attribute, required in [*simple, *((one, False) for part in joint for one in attributes_in(part))]:
        if is_open(attribute.name_class):
            wildcards.append(attribute.name_class)
        for name in listed(attribute.name_class):
            old = uses.get(name)
            use = Use(name, attribute.value, required, attribute.documentation)
            if old is not None and old.value is not attribute.value:
                use = use._replace(value=table.choice((old.value, attribute.value)))
                faults[f'the values of "{name.rpartition(" ")[2]}" do not depend on other attributes'] = None
            uses[name] = use
    ways: list[tuple[Way, ...]] = []
    for part in joint:
        found = _ways(part)
        if found is None:
            faults["attributes that depend on each other may be combined in any way"] = None
        elif Way(frozenset(), frozenset()) not in found or len(found) > 1:
            always = frozenset.intersection(*(way.required for way in found))
            uses.update({name: uses[name]._replace(required=True) for name in always})
            ways.append(tuple(dict.fromkeys(found)))
        if _has_content(part):
            faults["attributes and content do not depend on each other"] = None
    return Attributes(tuple(uses.values()), tuple(wildcards), tuple(ways), tuple(faults))


def _sort(pattern: Pattern, simple: list[tuple[Attribute, bool]], joint: list[Pattern]) -> None:
    """Put what is an attribute by itself into `simple`, with whether it is required, and all else into `joint`."""
    if not pattern.has_attributes:
        return
    inner = _optional(pattern)
    if inner is not None or isinstance(pattern, (Attribute, OneOrMore)):
        attribute = _alone(inner or pattern)
        if attribute is not None:
            simple.append((attribute, inner is None))
            return
    if isinstance(pattern, (Group, Interleave)):
        for member in members(pattern):
            _sort(member, simple, joint)
    else:
        joint.append(pattern)


def _optional(pattern: Pattern) -> Pattern | None:
    if not isinstance(pattern, Choice) or len(pattern.members) != 2:
        return None
    rest = [member for member in pattern.members if not isinstance(member, Empty)]
    return rest[0] if len(rest) == 1 else None


def _alone(pattern: Pattern) -> Attribute | None:
    if isinstance(pattern, OneOrMore):
        return _alone(pattern.member)
    return pattern if isinstance(pattern, Attribute) else None


def _has_content(pattern: Pattern) -> bool:
    """Is there something beside attributes in it?"""
    if isinstance(pattern, (Attribute, Empty)):
        return False
    inner = members(pattern)
    return not inner or any(_has_content(member) for member in inner)


def _ways(pattern: Pattern) -> list[Way] | None:
    """Return the ways to combine the attributes of a pattern; None where they are too many, or have no names."""
    if isinstance(pattern, Attribute):
        names = listed(pattern.name_class)
        return None if len(names) != 1 or is_open(pattern.name_class) else [Way(frozenset(names), frozenset())]
    if not pattern.has_attributes:
        return [Way(frozenset(), frozenset())]
    optional = _optional(pattern)
    if isinstance(optional, Attribute) and not is_open(optional.name_class):
        return [Way(frozenset(), frozenset(listed(optional.name_class)))]
    found = [_ways(member) for member in members(pattern)]
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    if isinstance(pattern, Choice):
        together = [way for each in known for way in each]
    else:
        if _product(known) > MOST_WAYS:
            return None
        together = [_joined(each) for each in product(*known)]
    return together if len(together) <= MOST_WAYS else None


def _product(ways: list[list[Way]]) -> int:
    count = 1
    for each in ways:
        count *= len(each)
    return count


def _joined(ways: tuple[Way, ...]) -> Way:
    required = frozenset[str]().union(*(way.required for way in ways))
    return Way(required, frozenset[str]().union(*(way.optional for way in ways)) - required)


def without_attributes(table: Patterns, pattern: Pattern, known: dict[Pattern, Pattern] | None = None) -> Pattern:
    """Return a pattern with `empty` in the place of each attribute."""
    known = {} if known is None else known
    if not pattern.has_attributes:
        return pattern
    if pattern not in known:
        inner = [without_attributes(table, member, known) for member in members(pattern)]
        known[pattern] = rebuilt(table, pattern, inner) if inner else table.empty
    return known[pattern]


def rebuilt(table: Patterns, pattern: Pattern, inner: list[Pattern]) -> Pattern:
    """Return a pattern of the same kind with other members."""
    match pattern:
        case Choice():
            return table.choice(inner)
        case Interleave():
            return table.interleave(inner)
        case Group():
            return table.group(*inner)
        case OneOrMore():
            return table.one_or_more(inner[0])
    return pattern


def without_text(table: Patterns, pattern: Pattern, known: dict[Pattern, Pattern] | None = None) -> Pattern:
    """Return a pattern with `empty` in the place of text and of values."""
    known = {} if known is None else known
    if not (pattern.has_text or pattern.has_value) or isinstance(pattern, Element):
        return pattern
    if pattern not in known:
        inner = [without_text(table, member, known) for member in members(pattern)]
        known[pattern] = rebuilt(table, pattern, inner) if inner else table.empty
    return known[pattern]
