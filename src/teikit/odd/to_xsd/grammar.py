"""The grammar of an ODD in RELAX NG's simple form, and the names that its specifications gave to parts of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from teikit.odd.grammar.patterns import RNG, rng
from teikit.rng.automaton.compiled import Grammar
from teikit.rng.automaton.name_classes import Name, NameClass, names
from teikit.rng.automaton.patterns import (
    Attribute,
    Choice,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    Patterns,
    Text,
    Value,
)
from teikit.rng.automaton.states import content_of
from teikit.rng.grammar.compile import compile_grammar

_INDEX = "urn:x-teikit:index"
_CLASS, _ATTRIBUTES, _DATATYPE = "model.", "attributes.", "datatype."


class Parts(NamedTuple):
    """A grammar and its parts.

    `elements`: every element pattern that documents can reach, in a fixed order; `starts`: those of roots. The rest is
    by name: the element patterns of model classes, the pattern of all attributes of an attribute class; and the names
    of datatypes by their patterns.
    """

    grammar: Grammar
    elements: tuple[Element, ...]
    starts: tuple[Element, ...]
    classes: dict[str, frozenset[Element]]
    attributes: dict[str, Pattern]
    datatypes: dict[Pattern, str]

    @property
    def table(self) -> Patterns:
        """The table of patterns."""
        return self.grammar.table


def parts_of(
    tree: etree._Element, classes: dict[str, str], attributes: dict[str, str], datatypes: dict[str, str]
) -> Parts:
    """Return the parts of a grammar in XML syntax; the last three lead from names to those of definitions.

    Raises `SchemaError` where the grammar is not correct.
    """
    whole = deepcopy(tree)
    defined = {define.get("name") for define in whole.iter(f"{{{RNG}}}define")}
    start = whole.find(f"{{{RNG}}}start")
    if start is None:
        raise ValueError("a grammar without a start")
    entries = [
        *(_entry(f"{_CLASS}{name}", ref) for name, ref in classes.items() if ref in defined),
        *(_attributes(f"{_ATTRIBUTES}{name}", ref) for name, ref in attributes.items() if ref in defined),
        *(_datatype(f"{_DATATYPE}{name}", ref) for name, ref in datatypes.items() if ref in defined),
    ]
    index = rng("element", *(entries or [rng("empty")]), name="index", ns=_INDEX)
    start[:] = [rng("choice", *start, index)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "schema.rng")
        path.write_bytes(etree.tostring(whole))
        grammar = compile_grammar(path.as_posix())
    roots = list(elements_in(grammar.start))
    starts = tuple(root for root in roots if name_of(root) != f"{_INDEX} index")
    found = {
        str(name_of(entry)).partition(" ")[2]: content_of(entry)
        for root in roots
        if root not in starts
        for entry in elements_in(content_of(root))
    }
    return Parts(
        grammar,
        _reachable(starts),
        starts,
        {name: frozenset(elements_in(content)) for name, content in _section(found, _CLASS)},
        dict(_section(found, _ATTRIBUTES)),
        {value: name for name, content in reversed(list(_section(found, _DATATYPE))) for value in _values(content)},
    )


def _entry(name: str, ref: str) -> etree._Element:
    return rng("element", rng("optional", rng("ref", name=ref)), name=name, ns=_INDEX)


def _attributes(name: str, ref: str) -> etree._Element:
    return rng("element", rng("ref", name=ref), name=name, ns=_INDEX)


def _datatype(name: str, ref: str) -> etree._Element:
    value = rng("attribute", rng("ref", name=ref), name="value", ns="")
    return rng("element", value, name=name, ns=_INDEX)


def _section(found: dict[str, Pattern], prefix: str) -> Iterator[tuple[str, Pattern]]:
    return ((name.removeprefix(prefix), each) for name, each in found.items() if name.startswith(prefix))


def _values(content: Pattern) -> Iterator[Pattern]:
    return (one.value for one in attributes_in(content) if not isinstance(one.value, (Text, Value)))


def _reachable(starts: tuple[Element, ...]) -> tuple[Element, ...]:
    found = dict.fromkeys(starts)
    todo = list(starts)
    for element in todo:
        for inner in elements_in(content_of(element)):
            if inner not in found:
                found[inner] = None
                todo.append(inner)
    return tuple(found)


def members(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return the patterns that one consists of, none for elements, attributes and values."""
    match pattern:
        case Choice(members=inner) | Interleave(members=inner):
            return inner
        case Group(first=first, rest=rest):
            return first, rest
        case OneOrMore(member=member):
            return (member,)
    return ()


def elements_in(pattern: Pattern) -> Iterator[Element]:
    """Yield the elements in a content model, each once."""
    return (one for one in _inside(pattern) if isinstance(one, Element))


def attributes_in(pattern: Pattern) -> Iterator[Attribute]:
    """Yield the attributes in a content model, each once."""
    return (one for one in _inside(pattern) if isinstance(one, Attribute))


def _inside(pattern: Pattern) -> Iterator[Pattern]:
    seen = {pattern.number}
    todo = [pattern]
    for one in todo:
        yield one
        for inner in members(one):
            if inner.number not in seen:
                seen.add(inner.number)
                todo.append(inner)


def name_of(pattern: Element | Attribute) -> str | None:
    """Return the one name of an element or attribute (`namespace local`), None where it has several."""
    return pattern.name_class.name if isinstance(pattern.name_class, Name) else None


def listed(name_class: NameClass) -> tuple[str, ...]:
    """Return the names that a class lists one by one."""
    return tuple(names(name_class))
