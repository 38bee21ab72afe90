"""The content of an element: what kind it is, and the automaton of its children."""

from __future__ import annotations

from typing import NamedTuple

from teikit.odd.to_xsd.attributes import without_text
from teikit.odd.to_xsd.content.automaton import Automaton, TooLargeError, automaton_of
from teikit.odd.to_xsd.grammar import elements_in, listed
from teikit.rng.automaton.derivatives import Context, start_tag_open, text_derivative
from teikit.rng.automaton.name_classes import AnyName, NameChoice, NameClass, NsName, contains, is_open
from teikit.rng.automaton.patterns import Choice, Element, Interleave, Pattern, Patterns, Text
from teikit.rng.automaton.states import content_of

ANY = " any"
"""The symbol of a wildcard in an automaton: no name begins with a space."""

Key = frozenset[Element]
"""The element patterns that an element of one name may be, in one content model."""


class Content(NamedTuple):
    """What an element contains, attributes apart.

    `value` is set where it holds a value and no children. Else `parts` are the automata of children: one, or several
    that are interleaved and have no child in common. `keys` says which element patterns a child may be, `wildcards`
    which names it may have beside, `arbitrary` whether what has such a name is as arbitrary inside; with `text_alone`
    the element holds text or children, not both. `faults` say where more is allowed than the grammar allows.
    """

    mixed: bool
    value: Pattern | None
    parts: tuple[Automaton, ...]
    keys: dict[str, Key]
    wildcards: tuple[NameClass, ...]
    arbitrary: bool
    text_alone: bool
    faults: tuple[str, ...]


def content_model(table: Patterns, pattern: Pattern) -> Content:
    """Return the content of a pattern without attributes."""
    elements = list(elements_in(pattern))
    if pattern.has_value and not elements and not pattern.has_text:
        return Content(False, pattern, (), {}, (), True, False, ())
    faults: list[str] = []
    if pattern.has_value:
        faults.append("values and children may be mixed")
    mixed = pattern.has_text or pattern.has_value
    children = without_text(table, pattern)
    keys = _keys(elements)
    wildcards = tuple(dict.fromkeys(one.name_class for one in elements if is_open(one.name_class)))
    text_alone = _is_text_or_children(pattern)
    if pattern.has_text and not (pattern.has_value or text_alone) and not _text_anywhere(table, pattern, [*keys]):
        faults.append("text may stand between all children")
    if len(wildcards) > 1:
        faults.append("several kinds of arbitrary elements are one kind")
    fresh = [_fresh(name_class) for name_class in wildcards]
    try:
        parts: tuple[Automaton, ...] = (_automaton(table, children, [*keys], fresh),)
    except TooLargeError:
        parts = _interleaved(table, children, fresh)
        if not parts:
            faults.append("the children may come in any order and number")
    arbitrary = all(is_arbitrary(one) for one in elements if is_open(one.name_class))
    return Content(mixed, None, parts, keys, wildcards, arbitrary, text_alone and bool(elements), tuple(faults))


def is_arbitrary(element: Element) -> bool:
    """May an element have any attributes and, as children, text and elements as arbitrary as itself?"""
    content = content_of(element)
    inner = list(elements_in(content))
    return inner == [element] and content.nullable and content.has_text and content.has_attributes


def _keys(elements: list[Element]) -> dict[str, Key]:
    arbitrary = [element for element in elements if is_open(element.name_class)]
    found: dict[str, set[Element]] = {}
    for element in elements:
        for name in listed(element.name_class):
            found.setdefault(name, set()).add(element)
    return {
        name: frozenset((*each, *(one for one in arbitrary if contains(one.name_class, name))))
        for name, each in found.items()
    }


def _fresh(name_class: NameClass) -> str:
    """Return a name that only a wildcard has."""
    if isinstance(name_class, NsName):
        return f"{name_class.namespace} x-teikit-any"
    if isinstance(name_class, AnyName):
        return "urn:x-teikit:any x-teikit-any"
    if isinstance(name_class, NameChoice):
        return _fresh(name_class.left if is_open(name_class.left) else name_class.right)
    raise ValueError("a class of names that are all listed")


def _after(table: Patterns, state: Pattern, names: list[str], fresh: list[str]) -> dict[str, Pattern]:
    found: dict[str, Pattern] = {}
    for name in names:
        ways = start_tag_open(table, state, name)
        if ways:
            found[name] = table.choice(ways.values())
    anything = [then for name in fresh for then in start_tag_open(table, state, name).values()]
    if anything:
        found[ANY] = table.choice(anything)
    return found


def _automaton(table: Patterns, start: Pattern, names: list[str], fresh: list[str]) -> Automaton:
    def after(state: object) -> dict[str, object]:
        assert isinstance(state, Pattern)
        return {**_after(table, state, names, fresh)}

    return automaton_of(start, after, lambda state: isinstance(state, Pattern) and state.nullable)


def _interleaved(table: Patterns, pattern: Pattern, fresh: list[str]) -> tuple[Automaton, ...]:
    """Return the automata of the members of an interleave, none where they have a child in common or are too large."""
    if not isinstance(pattern, Interleave):
        return ()
    found = []
    seen: set[str] = set()
    for member in pattern.members:
        names = [name for element in elements_in(member) for name in listed(element.name_class)]
        if seen & set(names) or any(is_open(element.name_class) for element in elements_in(member)):
            return ()
        seen |= set(names)
        try:
            found.append(_automaton(table, member, list(dict.fromkeys(names)), fresh))
        except TooLargeError:
            return ()
    return tuple(found)


def _is_text_or_children(pattern: Pattern) -> bool:
    if not isinstance(pattern, Choice) or not any(isinstance(member, Text) for member in pattern.members):
        return False
    return not any(member.has_text or member.has_value for member in pattern.members if not isinstance(member, Text))


def _text_anywhere(table: Patterns, start: Pattern, names: list[str]) -> bool:
    """May text stand wherever a child may come or the element end?"""
    seen, todo = {start}, [start]
    for state in todo:
        if text_derivative(table, state, "x", Context({})) is not state:
            return False
        for target in _after(table, state, names, []).values():
            if target not in seen:
                seen.add(target)
                todo.append(target)
                if len(todo) > 2000:
                    return False
    return True
