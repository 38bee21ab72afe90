"""A parsed document that knows where its nodes stand."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree

from teikit.diagnostics import Diagnostic, DocumentError, Location
from teikit.xml import codes
from teikit.xml.limits import Limits
from teikit.xml.names import XML, local_name
from teikit.xml.other_nodes import Others, others
from teikit.xml.paths import Paths
from teikit.xml.scan import scan
from teikit.xml.source import read_bytes, to_utf8

_CLOSING = re.compile(rb"</|/>")
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
        self._paths = Paths()
        self._last = (0, 0, 1)

    @property
    def root(self) -> etree._Element:
        """The root element."""
        return self.tree.getroot()

    @cached_property
    def _order(self) -> dict[etree._Element, int]:
        return {element: index for index, element in enumerate(self.root.iter(etree.Element))}

    @cached_property
    def _elements(self) -> list[etree._Element]:
        return list(self._order)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.data))]

    def offset(self, element: etree._Element) -> int:
        """Return the byte offset of an element's start-tag in `data`."""
        return self._offsets[self._order[element]]

    def enclosing(self, offset: int) -> etree._Element:
        """Return the element that holds the text at a byte offset in `data` (the root element outside of it)."""
        index = bisect_right(self._offsets, offset) - 1
        if index < 0:
            return self.root
        element = self._elements[index]
        for _ in _CLOSING.findall(self.data, self._offsets[index], offset):
            parent = element.getparent()
            if parent is None:
                break
            element = parent
        return element

    def locate_offset(self, offset: int) -> Location:
        """Return where a character of the text stands, by its byte offset in `data`."""
        line, column = self.place(offset)
        return Location(self.path, line, column, self._paths.of(self.enclosing(offset)))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column, in characters, of a byte offset in `data`."""
        line = bisect_right(self._line_starts, offset)
        start = self._line_starts[line - 1]
        # On a very long line, go on from the place that was asked for last.
        line_start, known, column = self._last
        if line_start != start or known > offset:
            known, column = start, 1
        column += len(self.data[known:offset].decode("utf-8", "replace"))
        self._last = (start, offset, column)
        return line, column

    @cached_property
    def _others(self) -> Others:
        return others(self.data, self.tree)

    def locate(self, element: etree._Element, attribute: str | None = None) -> Location:
        """Return where an element's start-tag begins, or one attribute of it (in Clark notation).

        A comment or processing instruction is located too, where it begins.
        """
        if not isinstance(element.tag, str):
            return self._locate_other(element, self._others.offsets.get(element), "")
        offset = self.offset(element)
        if attribute is not None:
            found = _attribute_pattern(attribute).match(self.data, offset)
            if found:
                offset = found.start(1)
        line, column = self.place(offset)
        return Location(self.path, line, column, self._paths.of(element, attribute))

    def locate_text(self, parent: etree._Element, number: int) -> Location:
        """Return where a text node begins: the 1-based number among those of its parent."""
        texts = self._others.texts.get(parent, [])
        offset = texts[number - 1] if number <= len(texts) else None
        return self._locate_other(parent, offset, "text()" if len(texts) < 2 else f"text()[{number}]")

    def _locate_other(self, node: etree._Element, offset: int | None, step: str) -> Location:
        """Locate what is no element: text in `node`, or `node` itself; where it is unknown, the element around it."""
        is_element = isinstance(node.tag, str)
        around = node if is_element else node.getparent()
        path = self._paths.of(around) if around is not None else ""
        if not is_element:
            step = "comment()" if isinstance(node, etree._Comment) else "processing-instruction()"
        if offset is None:
            return self.locate(around if around is not None else self.root)
        line, column = self.place(offset)
        return Location(self.path, line, column, f"{path}/{step}")

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


class _Nothing(etree.Resolver):
    """Answers every request for another file with one that declares nothing."""

    # The stubs of lxml lack the context and the answers.
    def resolve(self, system_url: str, public_id: str, context: object) -> object:  # type: ignore[override]
        return self.resolve_string("<!-- -->", context)  # type: ignore[call-arg]


def _tree(data: bytes, path: str) -> etree._ElementTree:
    # collect_ids: with it, libxml2 refuses documents whose xml:id is odd or stands twice; that is for a check to say.
    # (lxml-stubs do not know it.)
    settings: dict[str, Any] = {"huge_tree": True, "collect_ids": False}
    parser = etree.XMLParser(
        encoding="utf-8", no_network=True, load_dtd=False, resolve_entities=True, remove_blank_text=False, **settings
    )
    # libxml2 asks for the DTD of a DOCTYPE when it resolves entities.
    parser.resolvers.add(_Nothing())
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError([_refused(error, path)]) from None
    return root.getroottree()


def _refused(error: etree.XMLSyntaxError, path: str) -> Diagnostic:
    """Word what libxml2 refuses and expat does not: entities in attributes, and their expansion, more strictly."""
    line, column = error.position
    place = Location(path, max(line or 1, 1), max(column or 1, 1))
    message = str(error.msg or error).split(", line ")[0]
    if message.startswith("Entity "):
        hint = "write the character itself, or declare the entity in the document's own DOCTYPE"
        return Diagnostic.of(codes.UNDECLARED_ENTITY, place, f"an entity that nothing declares: {message}", hint=hint)
    if "amplification" in message:
        told = "entities expand to far more text than the file holds"
        return Diagnostic.of(codes.ENTITY_EXPANSION, place, told, hint="replace the entities by their text")
    hint = "check the markup at this place"
    return Diagnostic.of(codes.NOT_WELL_FORMED, place, f"not well-formed: {message}", hint=hint)
