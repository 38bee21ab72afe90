"""Content models and datatypes: pure ODD (TEI Guidelines, §22.5.1) and embedded RELAX NG."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from teikit.diagnostics import Diagnostic
from teikit.odd import codes
from teikit.odd.model import (
    ONCE,
    Alternate,
    AnyElement,
    ClassRef,
    Content,
    DataRef,
    ElementRef,
    Empty,
    MacroRef,
    Occurs,
    Rng,
    Sequence,
    TextNode,
    ValItem,
    ValList,
)
from teikit.xml import TEI, Document, local_name, namespace

RNG = "http://relaxng.org/ns/structure/1.0"
EXAMPLES = "http://www.tei-c.org/ns/Examples"
DEFAULT_EXCEPTIONS: tuple[tuple[str, str | None], ...] = ((TEI, None), (EXAMPLES, "egXML"))
"""What `anyElement` leaves out where nobody says otherwise (default of `schemaSpec/@defaultExceptions`)."""

Describe = Callable[[etree._Element], str]


class Tokens:
    """Lists of names in an attribute."""

    @staticmethod
    def of(element: etree._Element, attribute: str) -> tuple[str, ...]:
        """Return the names in an attribute, none where it is absent."""
        return tuple((element.get(attribute) or "").split())


def text_of(element: etree._Element) -> str:
    """Return the text of an element, white space normalised."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def occurs_of(
    document: Document,
    element: etree._Element,
    diagnostics: list[Diagnostic],
    lower: str = "minOccurs",
    upper: str = "maxOccurs",
) -> Occurs:
    """Read how often something occurs; a minimum above the maximum is reported and raises the maximum."""
    low, high = element.get(lower), element.get(upper)
    if low is None and high is None:
        return ONCE
    minimum = _count(low, 1)
    maximum = None if (high or "").strip() == "unbounded" else _count(high, 1)
    if minimum is None or (maximum is None and (high or "").strip() != "unbounded"):
        place = document.locate(element, lower if minimum is None else upper)
        hint = f"@{lower} is a whole number; @{upper} is one as well, or “unbounded”"
        diagnostics.append(Diagnostic.of(codes.INVALID_OCCURRENCE, place, "this is not a number of times", hint=hint))
        return ONCE
    if maximum is not None and minimum > maximum:
        message = f"at least {minimum} are asked for, but no more than {maximum} allowed"
        hint = f"@{upper} is 1 where it is not given: add @{upper}"
        where = document.locate(element, lower if low is not None else upper)
        diagnostics.append(Diagnostic.of(codes.INVALID_OCCURRENCE, where, message, hint=hint))
        return Occurs(minimum, minimum)
    return Occurs(minimum, maximum)


def _count(value: str | None, default: int) -> int | None:
    if value is None:
        return default
    text = value.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None


def val_list_of(element: etree._Element, describe: Describe) -> ValList:
    """Read a `valList`; its type is `open` where it is not stated."""
    items = []
    for child in element.iterchildren(f"{{{TEI}}}valItem"):
        ident = child.get("ident", "")
        names = [text_of(name) for name in child.iterchildren(f"{{{TEI}}}altIdent")]
        name = ident if not names or ident in names else names[0]
        items.append(ValItem(ident, child.get("mode"), name, describe(child)))
    return ValList(element.get("type", "open"), element.get("mode"), tuple(items))


def name_class_of(element: etree._Element, tokens: tuple[str, ...]) -> tuple[tuple[str, str | None], ...]:
    """Read exceptions of `anyElement`: a namespace each, or `prefix:name` with a prefix that is declared."""
    known: dict[str | None, str] = {"teix": EXAMPLES, "tei": TEI, **element.nsmap}
    found: list[tuple[str, str | None]] = []
    for token in tokens:
        prefix, colon, local = token.partition(":")
        if colon and prefix in known and "/" not in local:
            found.append((known[prefix], local))
        else:
            found.append((token, None))
    return tuple(dict.fromkeys(found))


def content_of(
    document: Document,
    element: etree._Element,
    diagnostics: list[Diagnostic],
    describe: Describe,
    only: str | None = None,
) -> tuple[Content, ...]:
    """Read the children of `content`, `datatype`, `sequence` …; with `only`, those of that name."""
    found: list[Content] = []
    for child in element.iterchildren(etree.Element):
        name = local_name(str(child.tag))
        if only is not None and name != only:
            continue
        if namespace(str(child.tag)) == RNG:
            found.append(_rng(document, child, diagnostics, describe))
        elif namespace(str(child.tag)) == TEI:
            found.extend(_pure(document, child, diagnostics, describe))
    return tuple(found)


def _rng(document: Document, element: etree._Element, diagnostics: list[Diagnostic], describe: Describe) -> Rng:
    children = content_of(document, element, diagnostics, describe)
    attributes = {str(name): str(value) for name, value in element.attrib.items() if not str(name).startswith("{")}
    kind, text = local_name(str(element.tag)), element.text or ""
    written = text if kind == "name" else attributes.get("name", "") if kind in ("element", "attribute") else ""
    prefix, colon, local = written.strip().partition(":")
    if colon and prefix != "xml" and prefix in element.nsmap:
        # The prefix is bound here, but perhaps not where the pattern will stand.
        attributes["ns"] = element.nsmap[prefix]
        text = local if kind == "name" else text
        attributes |= {} if kind == "name" else {"name": local}
    return Rng(kind, tuple(attributes.items()), children, text)


def _pure(
    document: Document, element: etree._Element, diagnostics: list[Diagnostic], describe: Describe
) -> list[Content]:
    occurs = occurs_of(document, element, diagnostics)
    match local_name(str(element.tag)):
        case "textNode":
            return [TextNode()]
        case "empty":
            return [Empty()]
        case "valList":
            return [val_list_of(element, describe)]
        case "sequence":
            children = content_of(document, element, diagnostics, describe)
            return [Sequence(children, occurs, element.get("preserveOrder") not in ("false", "0"))]
        case "alternate":
            return [Alternate(content_of(document, element, diagnostics, describe), occurs)]
        case "anyElement":
            tokens = Tokens.of(element, "except")
            exceptions = name_class_of(element, tokens) if "except" in element.attrib else None
            return [AnyElement(Tokens.of(element, "require"), exceptions, occurs)]
        case "elementRef" | "classRef" | "macroRef" | "dataRef":
            return _reference(document, element, occurs, diagnostics)
        case _:
            return []


def _reference(
    document: Document, element: etree._Element, occurs: Occurs, diagnostics: list[Diagnostic]
) -> list[Content]:
    name, key = local_name(str(element.tag)), element.get("key")
    if key is None and name != "dataRef" and element.get("name"):
        key = element.get("name")
        message = f"{name} is named by @name, which is read as @key"
        diagnostics.append(Diagnostic.of(codes.MISSING_NAME, document.locate(element, "name"), message))
    if name == "dataRef" and (key or element.get("name")):
        facets = tuple(
            (facet.get("name", ""), facet.get("value", "")) for facet in element.iterchildren(f"{{{TEI}}}dataFacet")
        )
        return [DataRef(key, element.get("name"), element.get("restriction"), facets, occurs)]
    if not key:
        message = f"{name} has no @key, so nothing can be done with it"
        diagnostics.append(Diagnostic.of(codes.MISSING_NAME, document.locate(element), message))
        return []
    if name == "elementRef":
        return [ElementRef(key, occurs)]
    if name == "macroRef":
        return [MacroRef(key, occurs)]
    include, exclude = Tokens.of(element, "include"), Tokens.of(element, "except")
    return [ClassRef(key, occurs, element.get("expand"), include, exclude)]
