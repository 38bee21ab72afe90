"""The document of one namespace: its components, each once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lxml import etree

from teikit.odd.to_xsd.simple import SimpleTypes, xs
from teikit.rng.automaton.patterns import Pattern

if TYPE_CHECKING:
    from teikit.odd.to_xsd.components import Components


class Document:
    """The components of one namespace, in the order in which they were made."""

    def __init__(self, schema: Components, namespace: str) -> None:
        self.namespace = namespace
        self.about = ""
        self._schema = schema
        self._made: list[etree._Element] = []
        self._once: set[str] = set()
        is_target = namespace == schema.names.target
        prefix = schema.names.prefix(namespace)
        self.simple = SimpleTypes(
            schema.parts.datatypes if is_target else {},
            f"{prefix}:" if prefix else "",
            schema.parts.grammar.documentation,
            lambda fault: schema.wider(self.about, fault),
        )

    def add(self, component: etree._Element) -> None:
        """Take in a component."""
        self._made.append(component)

    def add_once(self, key: str, make: Callable[[], etree._Element]) -> None:
        """Take in a component unless one with this key is there already."""
        if key not in self._once:
            self._once.add(key)
            self.add(make())

    def value_type(self, name: str, value: Pattern) -> str:
        """Return the name of the simple type of an element's content."""
        self.about = name
        found = self.simple.of(value)
        if isinstance(found, str):
            return found
        local = f"{name.rpartition(' ')[2]}.content"
        found.set("name", local)
        self.add_once(local, lambda: found)
        return f"{self.simple.prefix}{local}"

    def components(self) -> list[etree._Element]:
        """Return all components; the simple types that the others use are among them."""
        return [*self._made, *self.simple.named.values()]

    def attribute(self, name: str, value: Pattern, about: str) -> etree._Element:
        """Return the declaration of an attribute."""
        self.about = about
        made = xs("attribute", name=name.rpartition(" ")[2])
        self.simple.set_type(made, value)
        return made
