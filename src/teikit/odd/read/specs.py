"""From the XML of an ODD to the values of `model` (TEI Guidelines, §22.2 to §22.6)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from teikit.diagnostics import Diagnostic
from teikit.odd import codes
from teikit.odd.model import (
    MODES,
    NO_ATTRIBUTES,
    AttDef,
    AttList,
    AttRef,
    Classes,
    ClassSpec,
    ConstraintSpec,
    Content,
    DataSpec,
    Datatype,
    ElementSpec,
    MacroSpec,
    MemberOf,
    ModuleRef,
    Origin,
    Spec,
    SpecRef,
    ValList,
)
from teikit.odd.read.content import Tokens, content_of, occurs_of, text_of, val_list_of
from teikit.xml import TEI, XML, Document, clark, local_name

SPEC_NAMES = frozenset(("elementSpec", "classSpec", "macroSpec", "dataSpec"))
_REFS = frozenset(("elementRef", "classRef", "macroRef", "dataRef"))


def tei_children(element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield local name and element of each child in TEI's namespace."""
    for child in element.iterchildren(etree.Element):
        name = str(child.tag)
        if name.startswith(f"{{{TEI}}}"):
            yield local_name(name), child


class Reader:
    """Reads the specifications of one document; what is wrong with them is gathered in `diagnostics`."""

    def __init__(self, document: Document, diagnostics: list[Diagnostic], language: str = "en") -> None:
        self.document = document
        self.diagnostics = diagnostics
        self.language = language

    def origin(self, element: etree._Element) -> Origin:
        """Return where an element stands."""
        return Origin(self.document, element)

    def ident(self, element: etree._Element, attribute: str = "ident") -> str | None:
        """Return the name that an element needs, or None (and a diagnostic) where it has none."""
        value = (element.get(attribute) or "").strip()
        if value:
            return value
        what = f"{local_name(str(element.tag))} has no @{attribute}, so nothing can be done with it"
        self.diagnostics.append(Diagnostic.of(codes.MISSING_NAME, self.document.locate(element), what))
        return None

    def mode(self, element: etree._Element) -> str:
        """Return `@mode`, `add` where it is absent or not one of the four."""
        mode = element.get("mode", "add").strip()
        if mode in MODES:
            return mode
        message = f"@mode is “{mode}”, and is read as “add”"
        hint = f"the modes are {', '.join(MODES)}"
        place = self.document.locate(element, "mode")
        self.diagnostics.append(Diagnostic.of(codes.INVALID_MODE, place, message, hint=hint))
        return "add"

    def spec(self, element: etree._Element) -> Spec | None:
        """Read an `elementSpec`, `classSpec`, `macroSpec` or `dataSpec`."""
        ident = self.ident(element)
        if ident is None:
            return None
        match local_name(str(element.tag)):
            case "elementSpec":
                return self._element_spec(element, ident)
            case "classSpec":
                return self._class_spec(element, ident)
            case name:
                kind = MacroSpec if name == "macroSpec" else DataSpec
                return kind(
                    ident,
                    element.get("module"),
                    self.mode(element),
                    element.get("prefix"),
                    self.documentation(element),
                    self._content(element),
                    self._val_list(element),
                    self.constraints(element),
                    self.origin(element),
                )

    def _element_spec(self, element: etree._Element, ident: str) -> ElementSpec:
        return ElementSpec(
            ident,
            element.get("module"),
            self.mode(element),
            element.get("ns"),
            element.get("prefix"),
            _alt_ident(element),
            self.documentation(element),
            self._classes(element),
            self._content(element),
            self._val_list(element),
            self._att_lists(element),
            self.constraints(element),
            self.origin(element),
        )

    def _class_spec(self, element: etree._Element, ident: str) -> ClassSpec:
        kind = element.get("type") or ("atts" if ident.startswith("att.") else "model")
        return ClassSpec(
            ident,
            element.get("module"),
            self.mode(element),
            kind,
            element.get("prefix"),
            self.documentation(element),
            self._classes(element),
            self._att_lists(element),
            self.constraints(element),
            self.origin(element),
        )

    def _classes(self, element: etree._Element) -> Classes | None:
        found = element.find(clark(TEI, "classes"))
        if found is None:
            return None
        members = []
        for name, child in tei_children(found):
            if name == "memberOf" and (key := self.ident(child, "key")):
                occurs = occurs_of(self.document, child, self.diagnostics, "min", "max")
                members.append(MemberOf(key, self.mode(child), occurs))
        return Classes("change" if found.get("mode") == "change" else "replace", tuple(members))

    def _content(self, element: etree._Element) -> tuple[Content, ...] | None:
        for name, child in tei_children(element):
            if name == "content":
                return content_of(self.document, child, self.diagnostics, self.documentation)
            if name == "dataRef":  # an older form of dataSpec and macroSpec, still allowed
                return content_of(self.document, element, self.diagnostics, self.documentation, only="dataRef")
        return None

    def _val_list(self, element: etree._Element) -> ValList | None:
        found = element.find(clark(TEI, "valList"))
        return None if found is None else val_list_of(found, self.documentation)

    def _att_lists(self, element: etree._Element) -> AttList:
        items: list[AttDef | AttRef | AttList] = []
        for name, child in tei_children(element):
            if name == "attList":
                found = self._att_list(child)
                items.extend([found] if found.org == "choice" else found.items)
        return AttList("group", tuple(items)) if items else NO_ATTRIBUTES

    def _att_list(self, element: etree._Element) -> AttList:
        items: list[AttDef | AttRef | AttList] = []
        for name, child in tei_children(element):
            if name == "attDef":
                definition = self._att_def(child)
                items.extend([definition] if definition else [])
            elif name == "attRef":
                items.extend(self._att_ref(child))
            elif name == "attList":
                items.append(self._att_list(child))
        return AttList("choice" if element.get("org") == "choice" else "group", tuple(items))

    def _att_def(self, element: etree._Element) -> AttDef | None:
        ident = self.ident(element)
        if ident is None or ident == "xmlns" or ident.startswith("xmlns:"):
            return None
        namespace = element.get("ns")
        if namespace == XML and not ident.startswith("xml:"):
            ident = f"xml:{ident}"
        default = element.find(clark(TEI, "defaultVal"))
        datatype = element.find(clark(TEI, "datatype"))
        return AttDef(
            ident,
            self.mode(element),
            element.get("usage"),
            None if ident.startswith("xml:") else namespace,
            _alt_ident(element),
            self.documentation(element),
            None if datatype is None else self._datatype(datatype),
            self._val_list(element),
            None if default is None else text_of(default) or None,
            self.constraints(element),
            self.origin(element),
        )

    def _datatype(self, element: etree._Element) -> Datatype:
        content = content_of(self.document, element, self.diagnostics, self.documentation)
        return Datatype(content, occurs_of(self.document, element, self.diagnostics))

    def _att_ref(self, element: etree._Element) -> list[AttRef]:
        name, key = element.get("name"), element.get("class")
        if key is None and name and ".attribute" in name:  # TEI before 2.9: name="att.global.attribute.n"
            key, _, rest = name.partition(".attribute")
            name = rest[1:] if rest.startswith(".") else None
        if key is None:
            self.ident(element, "class")
            return []
        return [AttRef(key, name, self.origin(element))]

    def constraints(self, element: etree._Element) -> tuple[ConstraintSpec, ...]:
        """Read the `constraintSpec` children."""
        return tuple(self.constraint(child) for name, child in tei_children(element) if name == "constraintSpec")

    def constraint(self, element: etree._Element) -> ConstraintSpec:
        """Read one `constraintSpec`; one without a name gets a name of its own by its place."""
        ident = element.get("ident") or f"constraint-{1 + sum(1 for _ in element.itersiblings(preceding=True))}"
        return ConstraintSpec(ident, self.mode(element), element.get("scheme", "schematron"), self.origin(element))

    def module_ref(self, element: etree._Element) -> ModuleRef | None:
        """Read a `moduleRef`."""
        url = element.get("url")
        key = element.get("key") if url else self.ident(element, "key")
        if key is None and url is None:
            return None
        content = element.find(clark(TEI, "content"))
        inner: tuple[Content, ...] = ()
        if content is not None:
            inner = content_of(self.document, content, self.diagnostics, self.documentation)
        return ModuleRef(
            key,
            url,
            element.get("prefix", ""),
            Tokens.of(element, "include"),
            Tokens.of(element, "except"),
            element.get("source"),
            inner,
            self.origin(element),
        )

    def spec_ref(self, element: etree._Element) -> SpecRef | None:
        """Read a reference to one specification."""
        key = self.ident(element, "key")
        if key is None:
            return None
        return SpecRef(
            local_name(str(element.tag)),
            key,
            Tokens.of(element, "include"),
            Tokens.of(element, "except"),
            element.get("source"),
            self.origin(element),
        )

    def is_ref(self, name: str) -> bool:
        """Is this the name of a reference to one specification?"""
        return name in _REFS

    def documentation(self, element: etree._Element) -> str:
        """Return `gloss` and `desc` in the language of the schema, as plain text: “(gloss) description”."""
        gloss, desc = self._text(element, "gloss"), self._text(element, "desc")
        return f"({gloss}) {desc}".strip() if gloss else desc

    def _text(self, element: etree._Element, name: str) -> str:
        found = element.findall(clark(TEI, name))
        if not found:
            return ""
        chosen = next((one for one in found if one.get(clark(XML, "lang"), self.language) == self.language), found[0])
        return _plain(chosen)


def _alt_ident(element: etree._Element) -> str | None:
    found = [child for name, child in tei_children(element) if name == "altIdent"]
    names = [text_of(child) for child in found]
    if element.get("ident") in names:
        return None
    return names[0] if names else None


def _plain(element: etree._Element) -> str:
    """Return the text of a description, names of elements and attributes marked as such."""
    parts: list[str] = [element.text or ""]
    for child in element.iterchildren():
        if isinstance(child.tag, str):
            inner = _plain(child)
            name = local_name(child.tag)
            parts.append(f"<{inner}>" if name == "gi" else f"@{inner}" if name == "att" else inner)
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())
