"""Whether a schema can say which attributes are IDs (RELAX NG DTD Compatibility, §5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from teikit.diagnostics import Code, Diagnostic, Related
from teikit.rng import schema_codes as codes
from teikit.rng.automaton.name_classes import Name, NameClass, is_open, names
from teikit.rng.grammar.overlap import common_name, shown
from teikit.rng.grammar.simple import Simple

_STRINGS = frozenset(("data", "value"))


class _Use(NamedTuple):
    """An attribute of an element, and the type of IDs that it has ('' for none)."""

    element: Simple
    attribute: Simple
    identity: str


def id_soundness(start: Simple) -> Iterator[Diagnostic]:
    """Yield what keeps a simplified, otherwise correct schema from telling its IDs.

    A type of IDs is that of a whole attribute, which has a single name, and whose element has no wildcard for a name;
    and where an element and its attribute may have the same names elsewhere, it has the same type there.
    """
    faults: dict[Diagnostic, None] = {}
    uses = []
    barren: dict[int, bool] = {}
    for element in _elements(start):
        for at, attribute in _parts(element, barren):
            if attribute is None:
                if at.datatype.identity:
                    _fault(
                        faults,
                        codes.ID_TYPE_MISPLACED,
                        at,
                        f"the type {at.datatype.identity} is not that of an attribute",
                    )
            else:
                uses.append(_Use(element, attribute, _identity(attribute, faults)))
    typed = _typed(uses, faults)
    if typed:
        _conflicts(uses, typed, faults)
    yield from faults


def _fault(
    faults: dict[Diagnostic, None], code: Code, at: Simple, message: str, related: tuple[Related, ...] = ()
) -> None:
    hint = "give it a type such as NCName, or leave out the check of IDs with --no-id-check"
    faults[Diagnostic.of(code, at.node.location, message, hint=hint, related=related, length=len(at.node.kind) + 1)] = (
        None
    )


def _elements(start: Simple) -> Iterator[Simple]:
    met: set[int] = set()
    waiting = [start]
    while waiting:
        simple = waiting.pop()
        if id(simple) not in met:
            met.add(id(simple))
            waiting.extend(simple.children)
            if simple.kind == "element":
                yield simple


def _is_barren(simple: Simple, known: dict[int, bool]) -> bool:
    """Return whether a pattern has neither attributes nor data in it: ten thousand elements may share a large one."""
    if simple.kind in ("attribute", *_STRINGS):
        return False
    found = known.get(id(simple))
    if found is None:
        found = True
        for child in simple.children if simple.kind != "element" else ():
            found = _is_barren(child, known) and found
        known[id(simple)] = found
    return found


def _parts(element: Simple, barren: dict[int, bool]) -> Iterator[tuple[Simple, Simple | None]]:
    """Yield the attributes of an element (twice the same), and the data and values of its content (with None)."""
    met: set[int] = set()
    waiting = list(element.children)
    while waiting:
        simple = waiting.pop()
        if id(simple) in met or _is_barren(simple, barren):
            continue
        met.add(id(simple))
        if simple.kind == "attribute":
            yield simple, simple
        elif simple.kind in _STRINGS:
            yield simple, None
        elif simple.kind != "element":
            waiting.extend(simple.children)


def _identity(attribute: Simple, faults: dict[Diagnostic, None]) -> str:
    """Return the type of IDs that an attribute has as a whole; report one that is a part only."""
    value = attribute.children[0]
    if value.kind in _STRINGS:
        return str(value.datatype.identity)
    waiting = list(value.children)
    while waiting:
        simple = waiting.pop()
        waiting.extend(simple.children)
        if simple.kind in _STRINGS and simple.datatype.identity:
            message = f"the type {simple.datatype.identity} is only a part of the value of an attribute"
            _fault(faults, codes.ID_TYPE_MISPLACED, simple, message)
    return ""


def _class(simple: Simple) -> NameClass:
    if simple.name_class is None:
        raise ValueError("a pattern without a name")
    return simple.name_class


def _typed(uses: list[_Use], faults: dict[Diagnostic, None]) -> dict[str, dict[str, _Use]]:
    """Return the attributes with a type of IDs: attribute's name → element's name → the first use."""
    typed: dict[str, dict[str, _Use]] = {}
    for use in uses:
        if not use.identity:
            continue
        if not isinstance(_class(use.attribute), Name):
            message = f"an attribute of the type {use.identity} must have a single name"
            _fault(faults, codes.ID_TYPE_WILDCARD, use.attribute, message)
        if is_open(_class(use.element)):
            message = f"an element with any name has an attribute of the type {use.identity}"
            _fault(faults, codes.ID_TYPE_WILDCARD, use.element, message)
        for attribute in names(_class(use.attribute)):
            for element in names(_class(use.element)):
                typed.setdefault(attribute, {}).setdefault(element, use)
    return typed


def _conflicts(uses: list[_Use], typed: dict[str, dict[str, _Use]], faults: dict[Diagnostic, None]) -> None:
    """Report attributes that have another type than one with the same names."""
    for use in uses:
        for attribute in _matching(_class(use.attribute), typed):
            for element in _matching(_class(use.element), typed[attribute]):
                other = typed[attribute][element]
                if other.identity == use.identity:
                    continue
                kinds = " and ".join(kind or "no type of IDs" for kind in (use.identity, other.identity))
                message = f"attribute {shown(attribute)} of element {shown(element)} has {kinds}"
                related = (Related(other.attribute.node.location, f"{other.identity} is given here"),)
                _fault(faults, codes.ID_TYPE_CONFLICT, use.attribute, message, related)
                break


def _matching(name_class: NameClass, known: Iterable[str]) -> list[str]:
    if is_open(name_class):
        return [name for name in known if common_name(name_class, Name(name))]
    return [name for name in names(name_class) if name in known]
