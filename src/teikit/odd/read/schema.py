"""Reading `schemaSpec`: its declarations, with specification groups put where they are referred to."""

from __future__ import annotations

from lxml import etree

from teikit.diagnostics import Diagnostic
from teikit.odd import codes
from teikit.odd.model import Declaration, Origin, SchemaSpec
from teikit.odd.read.content import DEFAULT_EXCEPTIONS, Tokens, name_class_of
from teikit.odd.read.sources import Sources
from teikit.odd.read.specs import SPEC_NAMES, Reader, tei_children
from teikit.xml import TEI, XML, Document, clark

_LANG = clark(XML, "lang")
_ID = clark(XML, "id")


def schema_spec_of(
    document: Document, element: etree._Element, sources: Sources, diagnostics: list[Diagnostic]
) -> SchemaSpec | None:
    """Read a `schemaSpec`; None (and a diagnostic) where it has no name."""
    language = (element.get("docLang") or element.get(_LANG) or "en").split()[0]
    ident = Reader(document, diagnostics, language).ident(element)
    if ident is None:
        return None
    exceptions = DEFAULT_EXCEPTIONS
    if "defaultExceptions" in element.attrib:
        exceptions = name_class_of(element, Tokens.of(element, "defaultExceptions"))
    gathering = _Gathering(sources, diagnostics, language)
    gathering.children(document, element)
    return SchemaSpec(
        ident,
        element.get("ns", TEI),
        element.get("prefix", ""),
        Tokens.of(element, "start") if "start" in element.attrib else None,
        element.get("source"),
        exceptions,
        language,
        tuple(gathering.declarations),
        Origin(document, element),
    )


class _Gathering:
    """Follows references to specification groups, also into other files."""

    def __init__(self, sources: Sources, diagnostics: list[Diagnostic], language: str) -> None:
        self.sources = sources
        self.diagnostics = diagnostics
        self.language = language
        self.declarations: list[Declaration] = []
        self.open: list[etree._Element] = []

    def children(self, document: Document, element: etree._Element) -> None:
        if element in self.open:
            message = "this group refers to itself, directly or by another group"
            self.diagnostics.append(Diagnostic.of(codes.GROUP_CYCLE, document.locate(element), message))
            return
        self.open.append(element)
        reader = Reader(document, self.diagnostics, self.language)
        for name, child in tei_children(element):
            if name in SPEC_NAMES:
                self._declare(reader.spec(child))
            elif name == "moduleRef":
                self._declare(reader.module_ref(child))
            elif name == "constraintSpec":
                self._declare(reader.constraint(child))
            elif reader.is_ref(name):
                self._declare(reader.spec_ref(child))
            elif name == "specGrp":
                self.children(document, child)
            elif name == "specGrpRef":
                self._follow(document, child)
        self.open.pop()

    def _declare(self, declaration: Declaration | None) -> None:
        if declaration is not None:
            self.declarations.append(declaration)

    def _follow(self, document: Document, element: etree._Element) -> None:
        target = (element.get("target") or "").strip()
        address, _, fragment = target.partition("#")
        origin = Origin(document, element)
        other = self.sources.file(address, origin, "target") if address else document
        if other is None:
            return
        groups = self._groups(other, fragment)
        if not groups:
            message = f"there is no specification group “{target}”"
            place = origin.locate("target")
            self.diagnostics.append(Diagnostic.of(codes.UNKNOWN_GROUP, place, message))
        for group in groups:
            self.children(other, group)

    def _groups(self, document: Document, fragment: str) -> list[etree._Element]:
        if fragment:
            return [one for one in document.root.iter(etree.Element) if one.get(_ID) == fragment][:1]
        if document.root.tag == clark(TEI, "specGrp"):
            return [document.root]
        return list(document.root.iter(clark(TEI, "specGrp")))
