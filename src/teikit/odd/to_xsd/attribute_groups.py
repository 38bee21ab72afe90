"""Attributes in XSD: the classes of the ODD as groups, and attributes of other namespaces in their documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from teikit.odd.to_xsd.attributes import Attributes, Use, attributes_of
from teikit.odd.to_xsd.content.wildcards import any_attribute
from teikit.odd.to_xsd.simple import documentation, xs
from teikit.rng.automaton.patterns import Pattern

if TYPE_CHECKING:
    from teikit.odd.to_xsd.components import Components


class AttributeGroups:
    """Writes the attributes of elements."""

    def __init__(self, schema: Components) -> None:
        self.schema = schema
        self.foreign: dict[str, dict[Pattern, str]] = {}
        self.used: dict[str, None] = {}
        self.groups: dict[str, frozenset[Use]] = {}
        found = {}
        for name, pattern in schema.parts.attributes.items():
            all_ = attributes_of(schema.parts.table, pattern)
            if len(all_.uses) > 1 and not (all_.ways or all_.wildcards or all_.faults):
                found[name] = frozenset(all_.uses)
        self.groups = dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))

    def particles(self, attributes: Attributes, about: str, here: str) -> list[etree._Element]:
        """Return the declarations and groups for the attributes of an element in the document of a namespace."""
        uses = frozenset(attributes.uses)
        groups = self.groups if here == self.schema.names.target else {}
        covered, left = _cover(uses, groups)
        self.used.update(dict.fromkeys(covered))
        target = self.schema.names.target
        made = [self._attribute(use, about, here) for use in sorted(left, key=lambda one: one.name)]
        made.extend(xs("attributeGroup", ref=self.schema.names.qname(f"{target} {name}")) for name in covered)
        if attributes.wildcards:
            wildcard, exact, needs_11 = any_attribute(attributes.wildcards)
            made.append(wildcard)
            self.schema.is_11 = self.schema.is_11 or needs_11
            if not exact:
                self.schema.wider(about, "it may have any attribute")
        return made

    def _attribute(self, use: Use, about: str, here: str) -> etree._Element:
        namespace = use.name.rpartition(" ")[0]
        required = "required" if use.required else None
        if namespace and namespace != here:
            known = self.foreign.setdefault(use.name, {})
            known.setdefault(use.value, about)
            self.schema.document(namespace)
            return xs("attribute", ref=self.schema.names.qname(use.name), use=required)
        made = self.schema.document(here).attribute(use.name, use.value, about)
        if namespace:
            made.set("form", "qualified")
        if required:
            made.set("use", required)
        notes = documentation(self.schema.parts.grammar.source.text(use.documentation) if use.documentation else "")
        made[:0] = notes
        return made

    def finish(self) -> None:
        """Write the groups that are used, and the attributes of other namespaces."""
        target = self.schema.names.target
        todo = list(self.used)
        for name in todo:
            uses = self.groups[name]
            inner = {one: each for one, each in self.groups.items() if each < uses}
            covered, left = _cover(uses, inner)
            made = [self._attribute(use, "", target) for use in sorted(left, key=lambda one: one.name)]
            made.extend(xs("attributeGroup", ref=self.schema.names.qname(f"{target} {one}")) for one in covered)
            self.schema.document(target).add(xs("attributeGroup", *made, name=name))
            todo.extend(one for one in covered if one not in self.used)
            self.used.update(dict.fromkeys(covered))
        for name, values in sorted(self.foreign.items()):
            document = self.schema.document(name.rpartition(" ")[0])
            value = self.schema.parts.table.choice(values)
            document.add(document.attribute(name, value, next(iter(values.values()))))
            if len(values) > 1:
                local = self.schema.names.qname(name)
                for about in [*values.values()][1:]:
                    self.schema.wider(about, f'"{local}" may have the values that it has on other elements')


def _cover(uses: frozenset[Use], groups: dict[str, frozenset[Use]]) -> tuple[list[str], frozenset[Use]]:
    found = []
    left = uses
    for name, members in groups.items():
        if members <= left:
            found.append(name)
            left -= members
    return found, left
