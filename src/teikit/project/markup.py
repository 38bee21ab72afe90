"""One document as the checks read it: its elements, ids, declarations and pointers, and what a pointer leads to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from teikit.project.conventions import Conventions
from teikit.registers.attributes import pointers_of
from teikit.registers.calendars import calendar_for, declared_calendar
from teikit.registers.pointers import PrefixDef, Target, base_uri, document_uri, resolve
from teikit.xml import TEI, XML, Document, clark, local_name, namespace

if TYPE_CHECKING:
    from lxml import etree

    from teikit.dates import Calendar

EXAMPLES = "http://www.tei-c.org/ns/Examples"
XINCLUDE = "http://www.w3.org/2001/XInclude"
XML_ID = clark(XML, "id")
_NONE = Conventions()
XML_BASE = clark(XML, "base")


class Reference(NamedTuple):
    """A pointer attribute of an element, with its pointers."""

    element: etree._Element
    attribute: str
    pointers: list[str]


class Markup:
    """What one document holds and declares, as live nodes.

    `elements` are its TEI elements in document order, without those inside an `egXML` (examples are not the
    document's own markup); `named` has them by their local names, `having` by their attributes. `occurrences` are all
    its xml:id with their elements, of any vocabulary but the examples'; `ids` the first element of each, the examples'
    included last, because a pointer may lead to one. `references` are the pointer attributes with their pointers,
    `includes` the `xi:include` elements: what they name may hold a target. `conventions` are those of the project.
    """

    def __init__(self, document: Document, conventions: Conventions = _NONE) -> None:
        self.document = document
        self.conventions = conventions
        self.elements: list[etree._Element] = []
        self.occurrences: list[tuple[str, etree._Element]] = []
        self.ids: dict[str, etree._Element] = {}
        self.calendars: dict[str, etree._Element] = {}
        self.named: dict[str, list[etree._Element]] = {}
        self.having: dict[str, list[etree._Element]] = {}
        self.references: list[Reference] = []
        self.includes: list[etree._Element] = []
        self._bases: dict[etree._Element, str] = {}
        self._targets: dict[tuple[str, str], Target] = {}
        self._calendars: dict[tuple[str, str], Calendar | None] = {}
        self._in_examples: list[tuple[str, etree._Element]] = []
        self._collect(document.root)

    @classmethod
    def of(cls, document: Document, conventions: Conventions = _NONE) -> Markup:
        """Collect them; the prefixes of the project's conventions are tried after the document's own."""
        return cls(document, conventions)

    def _collect(self, root: etree._Element) -> None:
        for element, in_example in _walk(root):
            value = element.get(XML_ID)
            name = " ".join(value.split()) if value else ""
            if in_example:
                if name:
                    self._in_examples.append((name, element))
                continue
            if name:
                self.occurrences.append((name, element))
                self.ids.setdefault(name, element)
            if XML_BASE in element.attrib:
                self._bases[element] = base_uri([element.get(XML_BASE, "")], self._base_above(element))
            self._declaration(element, name)
        for name, element in self._in_examples:
            self.ids.setdefault(name, element)

    def _declaration(self, element: etree._Element, name: str) -> None:
        tag = str(element.tag)
        space = namespace(tag)
        if space == XINCLUDE:
            self.includes.append(element)
        if space != TEI:
            return
        self.elements.append(element)
        kind = local_name(tag)
        self.named.setdefault(kind, []).append(element)
        if kind == "calendar":
            self.calendars.setdefault(name, element)
        for attribute in element.attrib:
            self.having.setdefault(str(attribute), []).append(element)
        self.references.extend(Reference(element, *found) for found in pointers_of(element))

    @cached_property
    def uri(self) -> str:
        """The URI of the document's file."""
        return document_uri(self.document.path)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The URIs that mean this document: its file's, and the one that `xml:base` on the root gives it."""
        root_base = self.document.root.get(XML_BASE)
        return (self.uri,) if root_base is None else (self.uri, base_uri([root_base], self.uri))

    @cached_property
    def prefixes(self) -> tuple[PrefixDef, ...]:
        """The `prefixDef` elements, in document order, then the project's."""
        own = tuple(
            PrefixDef(
                element.get("ident", "").strip(),
                element.get("matchPattern", ""),
                element.get("replacementPattern", ""),
                self.base(element),
            )
            for element in self.named.get("prefixDef", ())
        )
        return own + self.conventions.prefixes

    def base(self, element: etree._Element) -> str:
        """Return the base URI at an element."""
        return self._bases.get(element) or self._base_above(element)

    def _base_above(self, element: etree._Element) -> str:
        if self._bases:
            for ancestor in element.iterancestors():
                found = self._bases.get(ancestor)
                if found is not None:
                    return found
        return self.uri

    @cached_property
    def text(self) -> str:
        """The characters of the file, markup included; '' where it has none beyond ASCII."""
        return "" if self.document.data.isascii() else self.document.data.decode("utf-8", "replace")

    @property
    def languages(self) -> list[str]:
        """The tags that `language` elements declare."""
        return [" ".join(element.get("ident", "").split()) for element in self.named.get("language", ())]

    @property
    def has_includes(self) -> bool:
        """Whether the document has an `xi:include`, which nothing has resolved."""
        return bool(self.includes)

    def calendar(self, pointer: str, element: etree._Element) -> Calendar | None:
        """Return the calendar that a pointer at an element means, or None where it is not known.

        The `calendar` element that it leads to may stand in the document or in a register of the project.
        """
        key = pointer, self.base(element)
        if key not in self._calendars:
            self._calendars[key] = self._calendar(pointer.strip(), element)
        return self._calendars[key]

    def _calendar(self, pointer: str, element: etree._Element) -> Calendar | None:
        if not pointer:
            return None
        target = self.target(pointer, element)
        if target.is_local:
            found = self.calendars.get(target.fragment or "")
            return calendar_for(pointer, None if found is None else declared_calendar(found, self.uri))
        declared = (each for each in self.conventions.calendars if (each.uri, each.id) == (target.uri, target.fragment))
        return calendar_for(pointer, next(declared, None))

    def target(self, pointer: str, element: etree._Element) -> Target:
        """Say what a pointer at an element means."""
        base = self.base(element)
        found = self._targets.get((pointer, base))
        if found is None:
            found = self._targets[pointer, base] = resolve(pointer, base, self.own, self.prefixes)
        return found


def _walk(root: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Yield every element, and whether it stands inside an example."""
    example: etree._Element | None = None
    for element in root.iter("*"):
        if example is not None and not _is_inside(element, example):
            example = None
        yield element, example is not None
        if example is None and str(element.tag) in (clark(TEI, "egXML"), clark(EXAMPLES, "egXML")):
            example = element


def _is_inside(element: etree._Element, ancestor: etree._Element) -> bool:
    return any(node is ancestor for node in element.iterancestors())
