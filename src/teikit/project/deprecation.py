"""What an ODD says is deprecated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from teikit.project.conventions import Deprecated
from teikit.xml import XML, clark

if TYPE_CHECKING:
    from lxml import etree

    from teikit.odd.classes import Attribute, AttributeClasses
    from teikit.odd.model import AttDef

_UNTIL = "validUntil"


def deprecated_by(odd: Path) -> tuple[Deprecated, ...]:
    """Return what a customization, and all it builds on, marks with `@validUntil` (TEI P5, att.deprecated).

    Raises `SchemaError`, `DocumentError` or `TeikitError` where the ODD, or a source of it, cannot be read.
    """
    from teikit.odd.classes import AttributeClasses
    from teikit.odd.resolve import resolve_odd

    specs = resolve_odd(odd).specs
    classes = AttributeClasses(specs)
    found: list[Deprecated] = []
    for element in specs.elements.values():
        name = element.alt_ident or element.ident
        until = element.origin.element.get(_UNTIL)
        if until:
            found.append(Deprecated(name, "", "", until))
        for definition in _definitions(classes.of_element(element), classes):
            found.extend(_of_attribute(name, definition))
    return tuple(dict.fromkeys(found))


def _definitions(attributes: Iterable[Attribute], classes: AttributeClasses) -> Iterator[AttDef]:
    from teikit.odd.classes import Choice, FromClass, WholeClass

    for attribute in attributes:
        if isinstance(attribute, WholeClass):
            yield from (definition for _, definition in classes.closure(attribute.ident))
        elif isinstance(attribute, FromClass):
            yield attribute.definition
        elif isinstance(attribute, Choice):
            yield from _definitions(attribute.items, classes)
        else:
            yield attribute


def _of_attribute(element: str, definition: AttDef) -> Iterator[Deprecated]:
    node: etree._Element = definition.origin.element
    written = definition.alt_ident or definition.ident
    name = clark(XML, written[4:]) if written.startswith("xml:") else clark(definition.namespace or "", written)
    until = node.get(_UNTIL)
    if until:
        yield Deprecated(element, name, "", until)
    for item in node.iterdescendants("{*}valItem"):
        until = item.get(_UNTIL)
        if until:
            yield Deprecated(element, name, item.get("ident", ""), until)
