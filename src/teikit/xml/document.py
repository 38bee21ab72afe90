"""A parsed document that knows where its nodes stand."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from lxml import etree

from teikit.diagnostics import Diagnostic, DocumentError, Location
from teikit.xml import codes
from teikit.xml.limits import Limits
from teikit.xml.names import local_name
from teikit.xml.paths import xpath_of
from teikit.xml.scan import scan
from teikit.xml.source import read_bytes, to_utf8

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"

_LINE_END = re.compile(rb"\r\n|\n|\r")


_ATTRIBUTE = rb"""\s+[^\s=<>]+\s*=\s*(?:"[^"]*"|'[^']*')"""


def _attribute_pattern(name: str) -> re.Pattern[bytes]:
    """Match a start-tag up to one attribute (in Clark notation), whose name is group 1."""
    prefix = "xml:" if name.startswith(f"{{{XML}}}") else "[^\\s=:]+:" if name.startswith("{") else ""
    written = (prefix + re.escape(local_name(name))).encode()
    return re.compile(rb"<[^\s<>/]+(?:%s)*?\s+(%s)\s*=" % (_ATTRIBUTE, written))


class Document:
    """One XML document: its path as given, its UTF-8 bytes, its lxml tree, and the places of its nodes."""

    def __init__(self, path: str, data: bytes, tree: etree._ElementTree, offsets: array[int]) -> None:
        self.path = path
        self.data = data
        self.tree = tree
        self._offsets = offsets

    @property
    def root(self) -> etree._Element:
        """The root element."""
        return self.tree.getroot()

    @cached_property
    def _order(self) -> dict[etree._Element, int]:
        return {element: index for index, element in enumerate(self.root.iter(etree.Element))}

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.data))]

    def offset(self, element: etree._Element) -> int:
        """Return the byte offset of an element's start-tag in `data`."""
        return self._offsets[self._order[element]]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column, in characters, of a byte offset in `data`."""
        line = bisect_right(self._line_starts, offset)
        start = self._line_starts[line - 1]
        return line, len(self.data[start:offset].decode("utf-8", "replace")) + 1

    def locate(self, element: etree._Element, attribute: str | None = None) -> Location:
        """Return where an element's start-tag begins, or one attribute of it (in Clark notation)."""
        offset = self.offset(element)
        if attribute is not None:
            found = _attribute_pattern(attribute).match(self.data, offset)
            if found:
                offset = found.start(1)
        line, column = self.place(offset)
        return Location(self.path, line, column, xpath_of(element, attribute))

    def line_text(self, line: int) -> str:
        """Return the text of a 1-based line, without its end."""
        starts = self._line_starts
        end = starts[line] if line < len(starts) else len(self.data)
        return self.data[starts[line - 1] : end].decode("utf-8", "replace").rstrip("\r\n")


def load(source: str | Path | bytes, *, path: str | None = None, limits: Limits | None = None) -> Document:
    """Read a document from a path or from bytes.

    `path` is how the document is called in diagnostics (default: as given; for bytes `<bytes>`); `limits` default to
    the environment's. Raises `DocumentError`, which carries its diagnostics, where it is not well-formed or not safe,
    and `TeikitError` where there is no such file.
    """
    bounds = limits or Limits.from_environment()
    if isinstance(source, bytes):
        name, raw = path or "<bytes>", source
    else:
        name = path or Path(source).as_posix()
        raw = read_bytes(name if path is None else str(source), bounds)
    data = to_utf8(raw, name)
    offsets = scan(data, name, bounds).offsets
    return Document(name, data, _tree(data, name), offsets)


def _tree(data: bytes, path: str) -> etree._ElementTree:
    # collect_ids: with it, libxml2 refuses documents whose xml:id is odd or stands twice; that is for a check to say.
    parser = etree.XMLParser(
        encoding="utf-8",
        huge_tree=True,
        no_network=True,
        load_dtd=False,
        resolve_entities=True,
        collect_ids=False,
        remove_blank_text=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        place = Location(path, max(line or 1, 1), max(column or 1, 1))
        message = f"not well-formed: {str(error.msg or error).split(', line ')[0]}"
        raise DocumentError([Diagnostic.of(codes.NOT_WELL_FORMED, place, message)]) from None
    return root.getroottree()
