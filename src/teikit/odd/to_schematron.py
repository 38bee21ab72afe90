"""From the constraints of a resolved schema to ISO Schematron (ISO/IEC 19757-3; TEI Guidelines, §22.5.2).

Each `constraint` becomes a pattern whose id is made of schema, owner and constraint: it stays the same when other
constraints come or go. Assertions without a rule get the context of their element or attribute. `let` goes to the
schema, the pattern or the rule, whichever the constraint has; keys and functions of XSLT go to the top of the schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from teikit.odd.classes import AttributeClasses
from teikit.odd.model import AttDef, ClassSpec, ConstraintSpec, ElementSpec, Spec, Specs
from teikit.odd.read.content import EXAMPLES
from teikit.xml import TEI, XML, clark, local_name, namespace

SCH = "http://purl.oclc.org/dsdl/schematron"
XSLT = "http://www.w3.org/1999/XSL/Transform"
_KNOWN = {
    "tei": TEI,
    "teix": EXAMPLES,
    "xs": "http://www.w3.org/2001/XMLSchema",
    "rng": "http://relaxng.org/ns/structure/1.0",
}
_PREFIX = re.compile(r"(?<![\w.\-:/'\"])([A-Za-z_][\w.\-]*):(?=[\w*])")
_NOT_IN_ID = re.compile(r"[^\w.\-]")
_TOP = frozenset(("phase", "diagnostics", "properties"))
_STRUCTURE = frozenset(("schema", "pattern", "rule", "phase", "diagnostics", "properties"))


class Owned(NamedTuple):
    """A constraint with what it belongs to: a specification (None for the schema), and an attribute of it or None."""

    constraint: ConstraintSpec
    spec: Spec | None
    attribute: AttDef | None


def constraints_of(specs: Specs) -> Iterator[Owned]:
    """Yield every Schematron constraint that is in force, in the order of definition.

    Constraints of an attribute class count where some element has the class.
    """
    used = _used_classes(specs)
    for spec in specs.in_order():
        if isinstance(spec, ClassSpec) and spec.type == "atts" and spec.ident not in used:
            continue
        yield from (Owned(one, spec, None) for one in spec.constraints if _is_spoken(one, specs.language))
        if isinstance(spec, ElementSpec | ClassSpec):
            for attribute in spec.attributes.definitions():
                if attribute.mode != "delete":
                    found = (one for one in attribute.constraints if _is_spoken(one, specs.language))
                    yield from (Owned(one, spec, attribute) for one in found)
    yield from (Owned(one, None, None) for one in specs.constraints if _is_spoken(one, specs.language))


def _is_spoken(constraint: ConstraintSpec, language: str) -> bool:
    """Is it Schematron whose messages are in no particular language, or in that of the schema?"""
    stated = constraint.origin.element.get(clark(XML, "lang"))
    return constraint.is_schematron and constraint.mode != "delete" and stated in (None, language)


def _used_classes(specs: Specs) -> set[str]:
    classes = AttributeClasses(specs)
    todo = [ident for element in specs.elements.values() for ident in classes.superclasses(element)]
    for spec in specs.in_order():
        if isinstance(spec, ElementSpec | ClassSpec):
            todo.extend(ref.class_key for ref in spec.attributes.references())
    used: set[str] = set()
    while todo:
        ident = todo.pop()
        spec_of_class = classes.get(ident)
        if ident not in used and spec_of_class is not None:
            used.add(ident)
            todo.extend(classes.superclasses(spec_of_class))
    return used


def to_schematron(specs: Specs) -> bytes:
    """Return the constraints of a schema as ISO Schematron, UTF-8, indented."""
    return _Writer(specs).write()


class _Writer:
    def __init__(self, specs: Specs) -> None:
        self.specs = specs
        self.namespaces: dict[str, str] = {"tei": TEI}
        self.ids: set[str] = set()
        self.top: dict[str, list[etree._Element]] = {"xslt": [], "let": [], "phase": [], "pattern": [], "last": []}

    def write(self) -> bytes:
        for owned in constraints_of(self.specs):
            for constraint in owned.constraint.origin.element.iterchildren(clark(TEI, "constraint")):
                self.constraint(owned, constraint)
        schema = etree.fromstring(f'<schema xmlns="{SCH}" queryBinding="xslt2"/>')
        title = etree.SubElement(schema, clark(SCH, "title"))
        title.text = f"Rules of the schema {self.specs.ident}"
        for prefix, uri in self.namespaces.items():
            etree.SubElement(schema, clark(SCH, "ns"), {"prefix": prefix, "uri": uri})
        for part in ("xslt", "let", "phase", "pattern", "last"):
            schema.extend(self.top[part])
        _indent(schema, 0)
        return etree.tostring(schema, encoding="utf-8", xml_declaration=True) + b"\n"

    def constraint(self, owned: Owned, element: etree._Element) -> None:
        children = list(element.iterchildren(etree.Element))
        kinds = {local_name(str(one.tag)) for one in children if namespace(str(one.tag)) == SCH}
        lets: list[etree._Element] = []
        rules: list[etree._Element] = []
        for child in children:
            self.declare(child)
            name = local_name(str(child.tag))
            if namespace(str(child.tag)) == XSLT:
                self.top["xslt"].append(_copy(child, keep_prefixes=True))
            elif namespace(str(child.tag)) != SCH or name in ("ns", "key"):
                continue
            elif name == "let":
                lets.append(_copy(child))
            elif name in _TOP:
                self.top["phase" if name == "phase" else "last"].append(_copy(child))
            elif name == "pattern":
                self.pattern(owned, child)
            else:
                rules.append(_copy(child))
        if "rule" in kinds:
            self.rules(owned, lets, rules)
        elif rules:
            rule = etree.Element(clark(SCH, "rule"), {"context": self.context(owned)})
            rule.extend([*lets, *rules])
            self.rules(owned, [], [rule])
        else:
            self.top["let"].extend(lets)

    def rules(self, owned: Owned, lets: list[etree._Element], rules: list[etree._Element]) -> None:
        pattern = etree.Element(clark(SCH, "pattern"), {"id": self.identifier(owned)})
        pattern.extend(lets)
        loose = [one for one in rules if local_name(str(one.tag)) in ("assert", "report")]
        for rule in rules:
            if rule in loose:
                continue
            if local_name(str(rule.tag)) == "rule" and rule.get("context") is None and rule.get("abstract") != "true":
                rule.set("context", self.context(owned))
            pattern.append(rule)
        if loose:
            rest = etree.SubElement(pattern, clark(SCH, "rule"), {"context": self.context(owned)})
            rest.extend(loose)
        self.top["pattern"].append(pattern)

    def pattern(self, owned: Owned, element: etree._Element) -> None:
        pattern = _copy(element)
        ident = pattern.get("id")
        if ident is None or ident in self.ids:
            pattern.set("id", self.identifier(owned))
        else:
            self.ids.add(ident)
        self.top["pattern"].append(pattern)

    def identifier(self, owned: Owned) -> str:
        """Return the id of a pattern, with a number where one constraint makes several."""
        names = [self.specs.ident]
        if owned.spec is not None:
            names.append(owned.spec.ident)
        if owned.attribute is not None:
            names.append(owned.attribute.ident.replace(":", ""))
        names.append(owned.constraint.ident)
        stem = _NOT_IN_ID.sub("_", "-".join(names))
        ident, number = stem, 1
        while ident in self.ids:
            number += 1
            ident = f"{stem}-{number}"
        self.ids.add(ident)
        return ident

    def context(self, owned: Owned) -> str:
        """Return the context of assertions without a rule: element, attribute, any element of a class, the root."""
        attribute = None if owned.attribute is None else f"@{owned.attribute.name}"
        if isinstance(owned.spec, ElementSpec):
            name = f"{self.prefix(owned.spec)}{owned.spec.name}"
            return name if attribute is None else f"{name}/{attribute}"
        if attribute is not None:
            return attribute
        return "/" if owned.spec is None else "*"

    def prefix(self, spec: ElementSpec) -> str:
        uri = spec.namespace if spec.namespace is not None else self.specs.namespace
        if uri == "":
            return ""
        for prefix, known in self.namespaces.items():
            if known == uri:
                return f"{prefix}:"
        nearest = [prefix for prefix, bound in spec.origin.element.nsmap.items() if bound == uri and prefix]
        prefix = next((one for one in nearest if one not in self.namespaces), f"ns{len(self.namespaces)}")
        self.namespaces[prefix] = uri
        return f"{prefix}:"

    def declare(self, element: etree._Element) -> None:
        """Gather the namespaces of a constraint: those it declares, and those whose prefixes its expressions use."""
        for ns in element.iter(clark(SCH, "ns")):
            if ns.get("prefix") and ns.get("uri"):
                self.namespaces.setdefault(ns.get("prefix", ""), ns.get("uri", ""))
        for node in element.iter(etree.Element):
            for value in node.attrib.values():
                for prefix in _PREFIX.findall(str(value)):
                    uri = node.nsmap.get(prefix) or _KNOWN.get(prefix)
                    if uri is not None and uri != XSLT:
                        self.namespaces.setdefault(prefix, uri)


def _copy(element: etree._Element, *, keep_prefixes: bool = False) -> etree._Element:
    """Return a copy without the namespace declarations of the ODD (except those of XSLT, which its names need)."""
    foreign = namespace(str(element.tag)) != SCH
    nsmap = {prefix: uri for prefix, uri in element.nsmap.items() if prefix and uri != SCH}
    copy = etree.Element(str(element.tag), nsmap=nsmap if foreign or keep_prefixes else None)
    copy.attrib.update(element.attrib)
    copy.text = element.text
    for child in element.iterchildren():
        if isinstance(child.tag, str):
            copy.append(_copy(child))
        else:
            _append_text(copy, child.tail)
    copy.tail = element.tail
    return copy


def _append_text(element: etree._Element, text: str | None) -> None:
    """Put the text after a comment where the comment was."""
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _indent(element: etree._Element, level: int) -> None:
    """Indent the structure of a schema, but not the messages: their white space is text."""
    name = local_name(str(element.tag))
    if namespace(str(element.tag)) == SCH and name in _STRUCTURE and len(element):
        element.text = "\n" + "  " * (level + 1)
        for child in element:
            _indent(child, level + 1)
            child.tail = "\n" + "  " * (level + 1)
        element[-1].tail = "\n" + "  " * level
