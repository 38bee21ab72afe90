"""The `xml-model` processing instruction (W3C note “Associating Schemas with XML documents 1.0”, third edition).

Several instructions mean several schemas, and a document has to be valid against each of them. One with a `group`
counts only for those who ask for that group (§4.7 of the note): authors offer alternatives by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple
from urllib.parse import urlsplit

from teikit.diagnostics import Location
from teikit.xml import Document

_PSEUDO_ATTRIBUTE = re.compile(r"""(?<![A-Za-z-])([A-Za-z-]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = re.compile(r"&(amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_TARGET = re.compile(rb"<\?xml-model(?=[\s?])")
_IN_DOCTYPE = re.compile(rb"""<!--.*?-->|<\?.*?\?>|"[^"]*"|'[^']*'|[\[\]>]""", re.DOTALL)


class Kind(Enum):
    """A schema language; the value is how messages call a schema in it."""

    RELAX_NG = "RELAX NG schema"
    SCHEMATRON = "Schematron schema"
    XSD = "XML Schema"
    DTD = "DTD"
    OTHER = "schema"


NAMESPACES = {
    "http://relaxng.org/ns/structure/1.0": Kind.RELAX_NG,
    "http://purl.oclc.org/dsdl/schematron": Kind.SCHEMATRON,
    "http://www.ascc.net/xml/schematron": Kind.SCHEMATRON,
    "http://www.w3.org/2001/XMLSchema": Kind.XSD,
}
_TYPES = {
    "application/relax-ng-compact-syntax": Kind.RELAX_NG,
    "application/relax-ng+xml": Kind.RELAX_NG,
    "application/schematron+xml": Kind.SCHEMATRON,
    "application/xml-dtd": Kind.DTD,
}
_ENDINGS = {
    "rng": Kind.RELAX_NG,
    "rnc": Kind.RELAX_NG,
    "sch": Kind.SCHEMATRON,
    "isosch": Kind.SCHEMATRON,
    "schematron": Kind.SCHEMATRON,
    "xsd": Kind.XSD,
    "dtd": Kind.DTD,
}


class XmlModel(NamedTuple):
    """One processing instruction: its pseudo-attributes ('' where there is none), and its place."""

    href: str
    type: str
    schematypens: str
    charset: str
    title: str
    group: str
    phase: str
    location: Location

    @property
    def kind(self) -> Kind:
        """The schema language: by `schematypens`, else by `type`, else by the ending of the file's name.

        A Schematron schema may be the rules inside a RELAX NG schema or an ODD.
        """
        if self.schematypens:
            return NAMESPACES.get(self.schematypens, Kind.OTHER)
        if self.type in _TYPES:
            return _TYPES[self.type]
        try:
            ending = urlsplit(self.href).path.rpartition(".")[2].lower()
        except ValueError:
            ending = ""
        return _ENDINGS.get(ending, Kind.OTHER)


def declared(document: Document, group: str = "") -> Iterator[XmlModel]:
    """Yield the `xml-model` instructions in the prologue of a document that count for a group, in order.

    Without a group, those that have none; with one, those that have it.
    """
    for start, end in _instructions(document.data):
        text = document.data[start:end].decode("utf-8", "replace")
        values = {
            name: _REFERENCE.sub(_character, double or single)
            for name, double, single in _PSEUDO_ATTRIBUTE.findall(text)
        }
        if values.get("group", "").strip() != group:
            continue
        href, type_, space, charset, title, own_group, phase = (
            values.get(field, "").strip() for field in XmlModel._fields[:-1]
        )
        place = Location(document.path, *document.place(start))
        yield XmlModel(href, type_, space, charset, title, own_group, phase, place)


def addresses(prologue: bytes) -> Iterator[str]:
    """Yield the addresses in the `xml-model` instructions of a well-formed prologue, whatever their group, in order."""
    for start, end in _instructions(prologue):
        for name, double, single in _PSEUDO_ATTRIBUTE.findall(prologue[start:end].decode("utf-8", "replace")):
            if name == "href":
                yield _REFERENCE.sub(_character, double or single).strip()


def groups(document: Document) -> tuple[str, ...]:
    """Return the groups that the instructions of a document name, each once, in order."""
    texts = (document.data[start:end].decode("utf-8", "replace") for start, end in _instructions(document.data))
    names = (found for text in texts for found in _PSEUDO_ATTRIBUTE.findall(text) if found[0] == "group")
    return tuple(dict.fromkeys(name for _, double, single in names if (name := (double or single).strip())))


def _instructions(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the `xml-model` instructions of a well-formed document begin and end in its bytes."""
    position = data.find(b"<")
    while data[position : position + 2] in (b"<?", b"<!"):
        if data.startswith(b"<!--", position):
            end = data.find(b"-->", position) + 3
        elif data.startswith(b"<?", position):
            end = data.find(b"?>", position) + 2
            if _TARGET.match(data, position):
                yield position, end
        else:
            end = _doctype_end(data, position)
        position = data.find(b"<", end)


def _doctype_end(data: bytes, position: int) -> int:
    inside = False
    for match in _IN_DOCTYPE.finditer(data, position + 2):
        token = match.group()
        if token == b"[":
            inside = True
        elif token == b"]":
            inside = False
        elif token == b">" and not inside:
            return match.end()
    return len(data)


def _character(match: re.Match[str]) -> str:
    name = match.group(1)
    if name in _NAMED:
        return _NAMED[name]
    number = int(name[2:], 16) if name[1] == "x" else int(name[1:])
    return chr(number) if number < 0x110000 else match.group()
