"""Expressions, variables and messages, with the parameters of abstract patterns filled in."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator

from lxml import etree

from teikit.diagnostics import Location
from teikit.schematron import codes
from teikit.schematron.model import SCH, XSLT, Expression, Foreign, Inline, Let, Name, Part, Text, ValueOf
from teikit.schematron.reading.includes import Found
from teikit.schematron.reading.sources import Files, Source, is_prefix
from teikit.schematron.reading.xslt import misplaced
from teikit.schematron.xpath import depth, prefixes
from teikit.xml import TEI, XML, clark, local_name, namespace

MOST_CHARACTERS = 20_000
"""How long an expression may be."""
DEEPEST = 60
"""How deep brackets may be nested in an expression, and elements in a message, a variable or a function."""
Parameters = dict[str, str]
"""The parameters of an abstract pattern, name → text."""

_CUSTOMARY = {
    "xs": "http://www.w3.org/2001/XMLSchema",
    "xsd": "http://www.w3.org/2001/XMLSchema",
    "fn": "http://www.w3.org/2005/xpath-functions",
    "math": "http://www.w3.org/2005/xpath-functions/math",
    "map": "http://www.w3.org/2005/xpath-functions/map",
    "array": "http://www.w3.org/2005/xpath-functions/array",
    "xsl": XSLT,
    "sch": SCH,
    "tei": TEI,
    "teix": "http://www.tei-c.org/ns/Examples",
    "rng": "http://relaxng.org/ns/structure/1.0",
    "a": "http://relaxng.org/ns/compatibility/annotations/1.0",
    "xi": "http://www.w3.org/2001/XInclude",
    "xlink": "http://www.w3.org/1999/xlink",
    "svg": "http://www.w3.org/2000/svg",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "html": "http://www.w3.org/1999/xhtml",
    "err": "http://www.w3.org/2005/xqt-errors",
}
"""Prefixes that are understood without any declaration, and with a warning."""
_TYPES = frozenset(("fn", "math", "map", "array"))
_SPACE = re.compile(r"\s+")
_ATTRIBUTES = ("id", "see", "icon", "fpi", "role", "flag", "scheme")
_INLINE = ("emph", "span", "dir")


class Content:
    """Reads what is inside rules. `embedded` says that prefixes may come from the namespaces of the file."""

    def __init__(self, files: Files, embedded: bool) -> None:
        self.files = files
        self.embedded = embedded
        self.refused: set[int] = set()
        self._number = 0
        self._warned: set[str] = set()

    def number(self) -> int:
        """Return the next number."""
        self._number += 1
        return self._number

    def expression(
        self,
        found: Found,
        attribute: str,
        parameters: Parameters,
        *,
        what: str = "expression",
        default: str | None = None,
    ) -> Expression:
        """Return an expression in an attribute, or one that stands for a missing attribute."""
        source, element = found.source, found.element
        value = element.get(attribute, default)
        place = source.place(element, attribute if attribute in element.attrib else None)
        if value is None:
            value = ""
        text = _filled(value, parameters)
        used = self._prefixes(text, element, source, place)
        number = self.number()
        if len(text) > MOST_CHARACTERS or depth(text) > DEEPEST:
            self._too_large(number, place, f"the expression is longer than {MOST_CHARACTERS} characters or nested deep")
        return Expression(number, text, place, used, source.base, what)

    def _too_large(self, number: int, place: Location, message: str) -> None:
        self.refused.add(number)
        self.files.fault(codes.INVALID_SCHEMA, place, f"{message}, so it does not run", "make it simpler")

    def _prefixes(
        self, text: str, element: etree._Element, source: Source, place: Location
    ) -> tuple[tuple[str, str], ...]:
        found = []
        for prefix in sorted(filter(is_prefix, prefixes(text))):
            uri = source.prefixes.get(prefix)
            if uri is None:
                uri = self._undeclared(prefix, element, place)
            if uri:
                found.append((prefix, uri))
        return tuple(found)

    def _undeclared(self, prefix: str, element: etree._Element, place: Location) -> str | None:
        bound = element.nsmap.get(prefix)
        uri = bound or _CUSTOMARY.get(prefix)
        if uri is None or (self.embedded and bound) or prefix in _TYPES or prefix in self._warned:
            return uri
        self._warned.add(prefix)
        message = f"the prefix “{prefix}” is not declared by “ns”; it is read as “{uri}”"
        hint = f'declare it in the schema: <ns prefix="{prefix}" uri="{uri}"/>'
        self.files.fault(codes.UNDECLARED_PREFIX, place, message, hint)
        return uri

    def let(self, found: Found, parameters: Parameters) -> Let | None:
        """Return a variable, or None where it has no name."""
        name = (found.element.get("name") or "").strip()
        if not name:
            self.missing(found, "name")
            return None
        value = self.expression(found, "value", parameters, what=f"the variable “{name}”", default="")
        has_content = "value" not in found.element.attrib
        inside: tuple[str | etree._Element, ...] = ()
        if has_content:
            inside = tuple(_nodes(found.element))
            if _height(found.element) > DEEPEST:
                self._too_large(value.number, value.place, "elements are nested too deep in the variable")
        return Let(name, value, found.element.get("as", ""), inside, has_content)

    def missing(self, found: Found, attribute: str) -> None:
        """Report an attribute that is not there."""
        name = local_name(str(found.element.tag))
        message = f"“{name}” has no attribute “{attribute}”, so it does not run"
        self.files.fault(codes.INVALID_SCHEMA, found.source.place(found.element), message, f'add {attribute}="…"')

    def attributes(self, found: Found, inherited: dict[str, str], parameters: Parameters) -> dict[str, str]:
        """Return the attributes that reports repeat; `inherited` ones where the element has none."""
        own = {
            name: _filled(found.element.get(name, ""), parameters)
            for name in _ATTRIBUTES
            if name in found.element.attrib
        }
        language = next(
            (
                each.get(clark(XML, "lang"))
                for each in _and_ancestors(found.element)
                if clark(XML, "lang") in each.attrib
            ),
            None,
        )
        if language:
            own["lang"] = language
        return {**inherited, **own}

    def parts(self, found: Found, parameters: Parameters) -> tuple[Part, ...]:
        """Return the content of a message, white space made single spaces, none at its ends."""
        if _height(found.element) > DEEPEST:
            place, hint = found.source.place(found.element), "make it simpler"
            message = "elements are nested too deep in the message, so it is left out"
            self.files.fault(codes.INVALID_SCHEMA, place, message, hint)
            return ()
        made = self._parts(found, parameters)
        for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
            if made and isinstance(last := made[at], str):
                made[at : at + 1 or None] = filter(None, [strip(last)])
        return tuple(made)

    def _parts(self, found: Found, parameters: Parameters) -> list[Part]:
        made: list[Part] = []
        for node in _nodes(found.element):
            if isinstance(node, str) and not node.strip() and _has_foreign(found.element):
                continue
            if isinstance(node, str):
                made.append(_SPACE.sub(" ", node))
            else:
                made.append(self._part(Found(node, found.source, found.chain), parameters))
        return made

    def _part(self, found: Found, parameters: Parameters) -> Part:
        element = found.element
        name = local_name(str(element.tag))
        if namespace(str(element.tag)) != SCH:
            return self.foreign(found, parameters) or ""
        if name == "value-of":
            return ValueOf(self.expression(found, "select", parameters))
        if name == "name":
            return ValueOf(self.expression(found, "path", parameters)) if element.get("path") else Name()
        if name not in _INLINE:
            message = f"“{name}” is not allowed in a message; its text is taken"
            self.files.fault(
                codes.INVALID_SCHEMA, found.source.place(element), message, "use value-of, name, emph, span or dir"
            )
        kind = name if name in _INLINE else "span"
        kept = tuple((key, str(element.get(key))) for key in ("class", "value") if element.get(key))
        return Inline(kind, kept, tuple(self._parts(found, parameters)))

    def text(self, found: Found, parameters: Parameters) -> Text:
        """Return a `diagnostic` or `property`."""
        return Text(self.attributes(found, {}, parameters), self.parts(found, parameters), self.number())

    def foreign(self, found: Found, parameters: Parameters) -> Foreign | None:
        """Return a copy of an element of another namespace, or None where it holds XSLT that is out of place."""
        wrong = misplaced(found.element)
        if wrong is not None:
            message = f"“{local_name(str(wrong.tag))}” of XSLT is not allowed here, so what it stands in does not run"
            hint = "rules may hold functions, keys, variables and accumulators, and the common instructions"
            self.files.fault(codes.INVALID_SCHEMA, found.source.place(wrong), message, hint)
            return None
        number, place = self.number(), found.source.place(found.element)
        if _height(found.element) > DEEPEST:
            self._too_large(number, place, "elements of XSLT are nested too deep")
        copied = copy.deepcopy(found.element)
        copied.tail = None
        for each in copied.iter(etree.Element):
            for name, value in each.attrib.items():
                each.set(name, _filled(str(value), parameters))
        etree.strip_tags(copied, etree.Comment)
        return Foreign(number, copied, place, found.source.base)


def _filled(text: str, parameters: Parameters) -> str:
    """Put the values of parameters in the place of `$name` (clause 5.4.9)."""
    if not parameters or "$" not in text:
        return text
    names = "|".join(re.escape(name) for name in sorted(parameters, key=len, reverse=True))
    return re.sub(rf"\$({names})(?![\w.\-])", lambda match: parameters[match.group(1)], text)


def _height(element: etree._Element) -> int:
    """Return how deep elements are nested in an element."""
    height = most = 0
    for event, _ in etree.iterwalk(element, events=("start", "end")):
        height += 1 if event == "start" else -1
        most = max(most, height)
    return most - 1


def _has_foreign(element: etree._Element) -> bool:
    """Return whether instructions of XSLT stand in a message: white space between them is not meant, as in XSLT."""
    return any(namespace(str(child.tag)) == XSLT for child in element.iterchildren(etree.Element))


def _nodes(element: etree._Element) -> Iterator[str | etree._Element]:
    """Yield text and elements, in order, without comments and processing instructions."""
    text = element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            if text:
                yield text
            yield child
            text = ""
        text += child.tail or ""
    if text:
        yield text


def _and_ancestors(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()
