"""What an ODD says, as values: specifications, attributes, content models (TEI Guidelines, chapter 22 “TD”)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from teikit.diagnostics import Location

if TYPE_CHECKING:
    from lxml import etree

    from teikit.xml import Document

MODES = ("add", "delete", "change", "replace")
"""The values of `@mode`; where it is absent, `add` is meant."""


class Origin(NamedTuple):
    """The element of the ODD that a value was read from; the place in the file is computed only when asked for."""

    document: Document
    element: etree._Element

    def locate(self, attribute: str | None = None) -> Location:
        """Return the place of the element, or of one of its attributes."""
        return self.document.locate(self.element, attribute)


class Occurs(NamedTuple):
    """`@minOccurs` and `@maxOccurs`; `maximum` is None for `unbounded`."""

    minimum: int = 1
    maximum: int | None = 1


ONCE = Occurs()


class Empty(NamedTuple):
    """`<empty>`: no content."""


class TextNode(NamedTuple):
    """`<textNode>`: character data."""


class ElementRef(NamedTuple):
    """`<elementRef>` in a content model."""

    key: str
    occurs: Occurs


class MacroRef(NamedTuple):
    """`<macroRef>` in a content model."""

    key: str
    occurs: Occurs


class ClassRef(NamedTuple):
    """`<classRef>` in a content model: members by `@expand`, a choice where it is absent."""

    key: str
    occurs: Occurs
    expand: str | None
    include: tuple[str, ...]
    exclude: tuple[str, ...]


class DataRef(NamedTuple):
    """`<dataRef>`: a `dataSpec` by `key`, or a datatype of W3C XML Schema by `name`."""

    key: str | None
    name: str | None
    restriction: str | None
    facets: tuple[tuple[str, str], ...]
    occurs: Occurs


class AnyElement(NamedTuple):
    """`<anyElement>`; each exception is a namespace and a local name, or None for the whole namespace."""

    require: tuple[str, ...]
    exceptions: tuple[tuple[str, str | None], ...] | None
    occurs: Occurs


class Sequence(NamedTuple):
    """`<sequence>`."""

    children: tuple[Content, ...]
    occurs: Occurs
    preserve_order: bool


class Alternate(NamedTuple):
    """`<alternate>`."""

    children: tuple[Content, ...]
    occurs: Occurs


class Rng(NamedTuple):
    """An element of embedded RELAX NG, with its attributes; `children` may hold TEI content again."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Content, ...]
    text: str


class ValItem(NamedTuple):
    """`<valItem>`: one value; `name` is its `altIdent`, else its `ident`; `mode` is None where it is not stated."""

    ident: str
    mode: str | None
    name: str
    documentation: str


class ValList(NamedTuple):
    """`<valList>`; `type` is `open`, `semi` or `closed`, `mode` is None where it is not stated."""

    type: str
    mode: str | None
    items: tuple[ValItem, ...]


Content: TypeAlias = (
    "Empty | TextNode | ElementRef | MacroRef | ClassRef | DataRef | AnyElement | Sequence | Alternate | Rng | ValList"
)


class Datatype(NamedTuple):
    """`<datatype>`: one or more values of a type, as a list separated by white space."""

    content: tuple[Content, ...]
    occurs: Occurs


class ConstraintSpec(NamedTuple):
    """`<constraintSpec>`; the rules stay XML, below `origin`."""

    ident: str
    mode: str
    scheme: str
    origin: Origin

    @property
    def is_schematron(self) -> bool:
        """Is it one that becomes ISO Schematron?"""
        return self.scheme in ("schematron", "isoschematron")


class AttDef(NamedTuple):
    """`<attDef>`: one attribute. None and empty fields are not stated, so that `change` can keep the old ones."""

    ident: str
    mode: str
    usage: str | None
    namespace: str | None
    alt_ident: str | None
    documentation: str
    datatype: Datatype | None
    val_list: ValList | None
    default: str | None
    constraints: tuple[ConstraintSpec, ...]
    origin: Origin

    @property
    def name(self) -> str:
        """The name in the document: `altIdent`, else `ident`."""
        return self.alt_ident or self.ident

    @property
    def key(self) -> tuple[str, str]:
        """Namespace and name in the document: no element has two attributes with the same."""
        return (self.namespace or "", self.name)


class AttRef(NamedTuple):
    """`<attRef>`: an attribute of a class, or (where `name` is None) all of them."""

    class_key: str
    name: str | None
    origin: Origin


class AttList(NamedTuple):
    """`<attList>`; `org` is `group` or `choice`."""

    org: str
    items: tuple[AttDef | AttRef | AttList, ...]

    def definitions(self) -> list[AttDef]:
        """Return the attributes, those of inner lists included, in order."""
        found: list[AttDef] = []
        for item in self.items:
            if isinstance(item, AttDef):
                found.append(item)
            elif isinstance(item, AttList):
                found.extend(item.definitions())
        return found

    def references(self) -> list[AttRef]:
        """Return the references to attributes, those of inner lists included, in order."""
        found: list[AttRef] = []
        for item in self.items:
            if isinstance(item, AttRef):
                found.append(item)
            elif isinstance(item, AttList):
                found.extend(item.references())
        return found


NO_ATTRIBUTES = AttList("group", ())


class MemberOf(NamedTuple):
    """`<memberOf>`; `occurs` counts only where the class is expanded as a sequence or a choice."""

    key: str
    mode: str
    occurs: Occurs


class Classes(NamedTuple):
    """`<classes>`; `mode` is `replace` or `change`."""

    mode: str
    members: tuple[MemberOf, ...]


class ElementSpec(NamedTuple):
    """`<elementSpec>`. `content`, `classes` and `val_list` are None where a change does not state them."""

    ident: str
    module: str | None
    mode: str
    namespace: str | None
    prefix: str | None
    alt_ident: str | None
    documentation: str
    classes: Classes | None
    content: tuple[Content, ...] | None
    val_list: ValList | None
    attributes: AttList
    constraints: tuple[ConstraintSpec, ...]
    origin: Origin

    @property
    def name(self) -> str:
        """The name in the document: `altIdent`, else `ident`."""
        return self.alt_ident or self.ident


class ClassSpec(NamedTuple):
    """`<classSpec>`; `type` is `model` or `atts`."""

    ident: str
    module: str | None
    mode: str
    type: str
    prefix: str | None
    documentation: str
    classes: Classes | None
    attributes: AttList
    constraints: tuple[ConstraintSpec, ...]
    origin: Origin


class MacroSpec(NamedTuple):
    """`<macroSpec>`: a content model with a name."""

    ident: str
    module: str | None
    mode: str
    prefix: str | None
    documentation: str
    content: tuple[Content, ...] | None
    val_list: ValList | None
    constraints: tuple[ConstraintSpec, ...]
    origin: Origin


class DataSpec(NamedTuple):
    """`<dataSpec>`: a datatype with a name."""

    ident: str
    module: str | None
    mode: str
    prefix: str | None
    documentation: str
    content: tuple[Content, ...] | None
    val_list: ValList | None
    constraints: tuple[ConstraintSpec, ...]
    origin: Origin


Spec: TypeAlias = ElementSpec | ClassSpec | MacroSpec | DataSpec


class ModuleRef(NamedTuple):
    """`<moduleRef>`: by `key`, or a grammar in RELAX NG by `url`."""

    key: str | None
    url: str | None
    prefix: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    source: str | None
    content: tuple[Content, ...]
    origin: Origin


class SpecRef(NamedTuple):
    """`<elementRef>`, `<classRef>`, `<macroRef>` or `<dataRef>` as a child of `schemaSpec` or `specGrp`."""

    kind: str
    key: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    source: str | None
    origin: Origin


Declaration: TypeAlias = "ModuleRef | SpecRef | ElementSpec | ClassSpec | MacroSpec | DataSpec | ConstraintSpec"


class SchemaSpec(NamedTuple):
    """`<schemaSpec>` as read, its specification groups put in place.

    `start` is None where not stated. `exceptions` are what `anyElement` leaves out by default; `language`
    is the one of documentation and messages.
    """

    ident: str
    namespace: str
    prefix: str
    start: tuple[str, ...] | None
    source: str | None
    exceptions: tuple[tuple[str, str | None], ...]
    language: str
    declarations: tuple[Declaration, ...]
    origin: Origin


class Specs(NamedTuple):
    """A resolved schema: every specification that is in it, changes made, in the order of definition.

    `order` has their names, `constraints` are those of `schemaSpec` itself, `grammars` the external modules.
    """

    ident: str
    namespace: str
    prefix: str
    start: tuple[str, ...] | None
    exceptions: tuple[tuple[str, str | None], ...]
    language: str
    elements: dict[str, ElementSpec]
    classes: dict[str, ClassSpec]
    macros: dict[str, MacroSpec]
    data: dict[str, DataSpec]
    order: tuple[str, ...]
    constraints: tuple[ConstraintSpec, ...]
    grammars: tuple[tuple[ModuleRef, etree._Element], ...]
    origin: Origin

    def get(self, ident: str) -> Spec | None:
        """Return the specification of that name, or None."""
        return self.elements.get(ident) or self.classes.get(ident) or self.macros.get(ident) or self.data.get(ident)

    def in_order(self) -> list[Spec]:
        """Return every specification in the order of definition."""
        return [spec for ident in self.order if (spec := self.get(ident)) is not None]
