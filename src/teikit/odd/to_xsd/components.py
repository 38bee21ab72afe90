"""The components of a schema: a type for each element, groups for the classes, declarations for what is shared."""

from __future__ import annotations

from collections import defaultdict

from lxml import etree

from teikit.odd.to_xsd.assertions import combination_of_attributes, order_of_children
from teikit.odd.to_xsd.attribute_groups import AttributeGroups
from teikit.odd.to_xsd.attributes import attributes_of, without_attributes
from teikit.odd.to_xsd.content.content import Content, Key, content_model, is_arbitrary
from teikit.odd.to_xsd.content.expression import NOTHING, NoExpressionError, Particle, expression_of
from teikit.odd.to_xsd.content.particles import Particles, anything_goes, cover, in_any_order
from teikit.odd.to_xsd.content.wildcards import any_element, outside_of
from teikit.odd.to_xsd.document import Document
from teikit.odd.to_xsd.grammar import Parts, listed
from teikit.odd.to_xsd.names import Namespaces
from teikit.odd.to_xsd.simple import documentation, xs
from teikit.rng.automaton.name_classes import is_open
from teikit.rng.automaton.patterns import Element
from teikit.rng.automaton.states import content_of


class Components:
    """All components of one schema, by the namespace in whose document they stand.

    `faults` are pairs of the name of an element and where its type is wider than the grammar; `is_11` tells whether a
    component needs version 1.1.
    """

    def __init__(self, parts: Parts, target: str, stem: str) -> None:
        self.parts = parts
        self.names = Namespaces(target, stem)
        self.documents: dict[str, Document] = {}
        self.faults: dict[tuple[str, str], None] = {}
        self.is_11 = False
        self.types: dict[tuple[str, Key], str] = {}
        self.todo: list[tuple[str, Key]] = []
        self.shared_children: dict[tuple[str, str, Key], None] = {}
        self.attributes = AttributeGroups(self)
        by_name: dict[str, set[Element]] = defaultdict(set)
        for element in parts.elements:
            for name in listed(element.name_class):
                by_name[name].add(element)
        self.only = {name: frozenset(each) for name, each in by_name.items() if len(each) == 1}
        self.groups = self._groups()
        self.used_groups: list[str] = []

    def _groups(self) -> dict[str, frozenset[str]]:
        """Return the classes that can be groups, the largest first: each member has one name and one meaning."""
        found: dict[str, frozenset[str]] = {}
        for name, members in self.parts.classes.items():
            names = [listed(member.name_class) for member in members]
            if all(len(each) == 1 and each[0] in self.only for each in names) and len(members) > 1:
                found[name] = frozenset(each[0] for each in names)
        return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))

    def document(self, namespace: str) -> Document:
        """Return the document of a namespace."""
        if namespace not in self.documents:
            self.documents[namespace] = Document(self, namespace)
        return self.documents[namespace]

    def wider(self, name: str, fault: str) -> None:
        """Note where the type of an element is wider than the grammar."""
        self.faults[name, fault] = None

    def build(self) -> None:
        """Make all components, from the roots on."""
        self.document(self.names.target)
        for start in self.parts.starts:
            if is_open(start.name_class):
                self.wider("", "a root element with any name cannot be declared, so documents with one are refused")
            for name in listed(start.name_class):
                namespace = name.rpartition(" ")[0]
                self.document(namespace).add(self.declaration(name, frozenset({start})))
        while self.todo:
            self._type(*self.todo.pop(0))
        for name in self.used_groups:
            self.document(self.names.target).add(self._group(name))
            # The members of a group may have types that nothing asked for before, and those may use more groups.
            while self.todo:
                self._type(*self.todo.pop(0))
        self.attributes.finish()

    def declaration(self, name: str, key: Key) -> etree._Element:
        """Return the declaration of an element, for the document of its namespace."""
        return xs("element", name=name.rpartition(" ")[2], type=self.type_of(name, key))

    def child(self, name: str, key: Key, here: str) -> etree._Element:
        """Return the particle for a child; one of another namespace stands in a group of the other document."""
        namespace, _, local = name.rpartition(" ")
        if namespace == here:
            return self.declaration(name, key)
        kind = self.type_of(name, key).rpartition(":")[2]
        group = f"element.{local}" if kind == local else f"element.{kind}"
        self.document(namespace).add_once(
            group, lambda: xs("group", xs("sequence", self.declaration(name, key)), name=group)
        )
        return xs("group", ref=self.names.qname(f"{namespace} {group}"))

    def type_of(self, name: str, key: Key) -> str:
        """Return the type of an element, to be made if it is new."""
        namespace, _, local = name.rpartition(" ")
        if any(is_open(one.name_class) for one in key):
            if not all(is_arbitrary(one) for one in key):
                self.wider(name, "its content may be anything, as that of an arbitrary element")
            return self._anything(namespace)
        if (name, key) not in self.types:
            same = sum(1 for known, _ in self.types if known == name) + (local == "anything")
            self.types[name, key] = f"{local}.{same + 1}" if same else local
            self.todo.append((name, key))
            if len(key) > 1:
                self.wider(name, "the element has several definitions in one place, and may follow any of them")
        return self.names.qname(f"{namespace} {self.types[name, key]}")

    def _anything(self, namespace: str) -> str:
        """Return the type of elements that may contain anything; `xs:anyType` would look at what it knows."""
        content = xs("sequence", xs("any", minOccurs="0", maxOccurs="unbounded", processContents="skip"))
        anything = xs("complexType", content, xs("anyAttribute", processContents="skip"), name="anything", mixed="true")
        self.document(namespace).add_once("type anything", lambda: anything)
        return self.names.qname(f"{namespace} anything")

    def _type(self, name: str, key: Key) -> None:
        namespace = name.rpartition(" ")[0]
        document = self.document(namespace)
        table = self.parts.table
        members = sorted(key, key=lambda one: one.number)
        pattern = table.choice(content_of(one) for one in members)
        content = content_model(table, without_attributes(table, pattern))
        for fault in content.faults:
            self.wider(name, fault)
        kind = xs("complexType", name=self.types[name, key])
        texts = dict.fromkeys(self.parts.grammar.documentation(one) for one in members)
        kind.extend(documentation(" ".join(text for text in texts if text)))
        expression = _expression(content)
        body = self._body(kind, content, expression, name)
        found = attributes_of(table, pattern)
        for fault in found.faults:
            self.wider(name, fault)
        body.extend(self.attributes.particles(found, name, namespace))
        for ways in found.ways:
            test = combination_of_attributes(ways, self.names.qname)
            if test:
                self._assert(body, test)
        if content.value is None:
            for test in self._order(content, expression, name):
                self._assert(body, test)
        document.add(kind)

    def _assert(self, body: etree._Element, test: str) -> None:
        self.is_11 = True
        body.append(xs("assert", test=test))

    def _body(self, kind: etree._Element, content: Content, expression: Particle | None, name: str) -> etree._Element:
        """Fill in the content, and return the element that attributes and assertions stand in."""
        if content.value is not None:
            base = self.document(name.rpartition(" ")[0]).value_type(name, content.value)
            extension = xs("extension", base=base)
            kind.append(xs("simpleContent", extension))
            return extension
        if content.mixed:
            kind.set("mixed", "true")
        model = self._model(content, expression, name)
        if model is not None:
            kind.append(model)
        return kind

    def _model(self, content: Content, expression: Particle | None, name: str) -> etree._Element | None:
        here = name.rpartition(" ")[0]
        groups = self._usable(content, here)

        def refer(group: str) -> etree._Element:
            if group not in self.used_groups:
                self.used_groups.append(group)
            return xs("group", ref=self.names.qname(f"{self.names.target} {group}"))

        def anything() -> etree._Element:
            made, needs_11 = any_element(content.wildcards, [*content.keys])
            self.is_11 = self.is_11 or needs_11
            return made

        writer = Particles(groups, lambda child: self.child(child, content.keys[child], here), refer, anything)
        if expression == NOTHING:
            # Content that XSD calls empty may not even hold white space, which RELAX NG allows.
            return None if content.mixed else xs("sequence", xs("sequence"))
        if expression is not None:
            return writer.model(expression)
        counts = in_any_order(content.parts) if len(content.parts) > 1 else None
        if counts is None:
            return writer.model(anything_goes(content))
        self.is_11 = self.is_11 or any(most != 1 for _, _, most in counts)
        made = xs("all")
        for child, least, most in sorted(counts):
            particle = writer.choice(frozenset({child}))
            particle.set("minOccurs", str(least))
            particle.set("maxOccurs", "unbounded" if most is None else str(most))
            made.append(particle)
        return made

    def _usable(self, content: Content, here: str) -> dict[str, frozenset[str]]:
        if here != self.names.target:
            return {}
        symbols = frozenset(content.keys)
        return {
            name: members
            for name, members in self.groups.items()
            if members <= symbols and all(content.keys[member] == self.only[member] for member in members)
        }

    def _order(self, content: Content, expression: Particle | None, name: str) -> list[str]:
        """Return the assertions for what the particles of a content model leave open."""
        tests = ["empty(*) or empty(text()[normalize-space()])"] if content.text_alone else []
        fault = "the children may come in any order and number"
        unsaid = expression is None and not (len(content.parts) > 1 and in_any_order(content.parts))
        for part in content.parts if unsaid else ():
            test = order_of_children(part, self.names.qname, among_others=len(content.parts) > 1)
            if test is None:
                self.wider(name, fault)
            else:
                tests.append(test)
        beyond = outside_of(content, self.names.qname)
        if beyond.fault:
            self.wider(name, beyond.fault)
        return [*tests, *beyond.tests]

    def _group(self, name: str) -> etree._Element:
        """Return the group of a class; the groups of classes inside it are referred to."""
        members = self.groups[name]
        inner = {one: each for one, each in self.groups.items() if each < members and one in self.used_groups}
        covered, left = cover(members, inner)
        target = self.names.target
        made = [xs("group", ref=self.names.qname(f"{target} {one}")) for one in covered]
        made.extend(self.child(member, self.only[member], target) for member in sorted(left))
        return xs("group", xs("choice", *made), name=name)


def _expression(content: Content) -> Particle | None:
    """Return the expression of a content model, None where it has none."""
    if len(content.parts) != 1:
        return None
    try:
        return expression_of(content.parts[0])
    except NoExpressionError:
        return None
