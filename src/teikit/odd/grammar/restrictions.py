"""Does a content model keep the rules of RELAX NG? (RELAX NG, §4.19: no endless reference; §7.2: data stands alone)

A grammar that breaks them is refused by every validator, with a message about a pattern; here it is the element of the
ODD that is named.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from teikit.diagnostics import Diagnostic
from teikit.odd import codes
from teikit.odd.grammar.patterns import RNG
from teikit.odd.model import Specs

_XSD = "http://www.w3.org/2001/XMLSchema"
EMPTY, COMPLEX, DATA, BROKEN, ENDLESS = range(5)
"""The content types of §7.2; the last two are none, because of §7.2 and of §4.19."""

_LEAVES = {
    "empty": EMPTY,
    "notAllowed": EMPTY,
    "attribute": EMPTY,
    "text": COMPLEX,
    "element": COMPLEX,
    "data": DATA,
    "value": DATA,
    "list": DATA,
}
_MESSAGES = {
    BROKEN: "the content of “{}” puts data beside elements, text or other data",
    ENDLESS: "the content of “{}” refers to itself without an element between",
}


def faults_of(grammar: etree._Element, specs: Specs) -> Iterator[Diagnostic]:
    """Yield what keeps a grammar from being correct RELAX NG, at the specification whose content it is."""
    types = _ContentTypes(grammar)
    for define in grammar.iterchildren(f"{{{RNG}}}define"):
        found = [types.grouped(list(one)) for one in define.iterchildren(f"{{{RNG}}}element")]
        worst = max(found, default=EMPTY)
        name = define.get("name", "")
        spec = specs.elements.get(name.removeprefix(specs.prefix)) or specs.elements.get(name)
        if worst in _MESSAGES:
            origin = specs.origin if spec is None else spec.origin
            message = _MESSAGES[worst].format(name if spec is None else spec.ident)
            yield Diagnostic.of(codes.NOT_RELAX_NG, origin.locate(), message)
    yield from _data_faults(grammar, specs)


def _data_faults(grammar: etree._Element, specs: Specs) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each datatype whose facets are none, such as a pattern that is no regular expression.

    libxml2 looks at one datatype at a time: to give it a whole grammar of strangers would give them its worst cases.
    """
    seen: set[tuple[str, str, str]] = set()
    for data in grammar.iter(f"{{{RNG}}}data"):
        if data.get("datatypeLibrary") is not None:
            continue
        for param in data.iterchildren(f"{{{RNG}}}param"):
            facet = (data.get("type", ""), param.get("name", ""), param.text or "")
            if facet not in seen and not _is_facet(*facet):
                message = f"the datatype “{facet[0]}” cannot have {facet[1]} “{facet[2]}”"
                yield Diagnostic.of(codes.NOT_RELAX_NG, specs.origin.locate(), message)
            seen.add(facet)


def _is_facet(base: str, name: str, value: str) -> bool:
    """Can a datatype of W3C XML Schema be restricted so?"""
    schema = etree.Element(f"{{{_XSD}}}schema", nsmap={"xs": _XSD})
    simple = etree.SubElement(schema, f"{{{_XSD}}}simpleType", {"name": "t"})
    restriction = etree.SubElement(simple, f"{{{_XSD}}}restriction", {"base": f"xs:{base}"})
    etree.SubElement(restriction, f"{{{_XSD}}}{name}", {"value": value})
    try:
        etree.XMLSchema(schema)
    except etree.XMLSchemaParseError:
        return False
    return True


class _ContentTypes:
    def __init__(self, grammar: etree._Element) -> None:
        self.defines = {one.get("name", ""): one for one in grammar.iter(f"{{{RNG}}}define")}
        self.known: dict[str, int] = {}
        self.open: set[str] = set()

    def of(self, pattern: etree._Element) -> int:
        kind = etree.QName(pattern).localname
        if kind in _LEAVES:
            return _LEAVES[kind]
        if kind in ("ref", "parentRef"):
            return self.referred(pattern.get("name", ""))
        children = list(pattern.iterchildren(etree.Element))
        if kind == "choice":
            return max((self.of(one) for one in children if _is_pattern(one)), default=EMPTY)
        together = self.grouped(children)
        return BROKEN if kind in ("oneOrMore", "zeroOrMore") and together == DATA else together

    def referred(self, name: str) -> int:
        if name in self.open:
            return ENDLESS
        if name not in self.known and name in self.defines:
            self.open.add(name)
            self.known[name] = self.grouped(list(self.defines[name]))
            self.open.remove(name)
        return self.known.get(name, EMPTY)

    def grouped(self, patterns: list[etree._Element]) -> int:
        """Two patterns can be grouped if both are complex, or one is empty."""
        found = [kind for one in patterns if _is_pattern(one) and (kind := self.of(one)) != EMPTY]
        worst = max(found, default=EMPTY)
        return BROKEN if worst == DATA and len(found) > 1 else worst


def _is_pattern(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{RNG}}}")
