"""Where the elements of a document end."""

from __future__ import annotations

import contextlib
import re
from typing import NamedTuple
from xml.parsers import expat

from lxml import etree

from teikit.xml import Document

_END_TAG = re.compile(rb"</[^>]*>")
_SPACE = re.compile(rb"(?:\r\n|\n|\r)?[ \t]*\Z")
_FAR = 1000


class Extent(NamedTuple):
    """Byte offsets in `Document.data`: where the start-tag and the end-tag begin, and where the element ends.

    Of an empty-element tag, `end_tag` is None.
    """

    start: int
    end_tag: int | None
    end: int


class _EnoughError(Exception):
    """The parser is beyond what is asked for."""


def extents(document: Document, first: str) -> dict[etree._Element, Extent]:
    """Return where the elements of a document stand, up to the end of the first one of a local name.

    Those around it are left out, and those out of an entity stand where its reference does.
    """
    found: list[tuple[int, int]] = []
    unfinished: list[int] = []
    parser = expat.ParserCreate("utf-8")

    def start(name: str, attributes: dict[str, str]) -> None:
        unfinished.append(len(found))
        found.append((parser.CurrentByteIndex, 0))

    def end(name: str) -> None:
        index = unfinished.pop()
        found[index] = (found[index][0], parser.CurrentByteIndex)
        if name.rpartition(":")[2] == first:
            raise _EnoughError

    parser.StartElementHandler, parser.EndElementHandler = start, end
    with contextlib.suppress(_EnoughError):
        parser.Parse(document.data, True)
    elements = document.root.iter(etree.Element)
    return {each: _extent(document.data, *at) for each, at in zip(elements, found, strict=False) if at[1]}


def _extent(data: bytes, start: int, end: int) -> Extent:
    # Expat gives the end-tag's beginning, and the end of an empty-element tag.
    tag = _END_TAG.match(data, end)
    return Extent(start, end, tag.end()) if tag and data[end - 2 : end] != b"/>" else Extent(start, None, end)


def space_before(document: Document, offset: int) -> str:
    """Return the line end and the indentation that stand before a byte offset, as far as they are there."""
    found = _SPACE.search(document.data[max(0, offset - _FAR) : offset])
    return found[0].decode() if found else ""
