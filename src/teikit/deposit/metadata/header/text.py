"""The words of an element."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from teikit.xml import TEI, XML, clark

if TYPE_CHECKING:
    from lxml import etree

XML_LANG = clark(XML, "lang")
LONGEST = 100_000
"""Characters of one text that are read."""


_MENDED = ("sic", "orig", "abbr")


@cache
def tei(*names: str) -> tuple[str, ...]:
    """Return names of TEI elements in Clark notation."""
    return tuple(clark(TEI, name) for name in names)


def children(element: etree._Element | None, *names: str) -> list[etree._Element]:
    """Return the children with some names, in document order."""
    return [] if element is None else list(element.iterchildren(*tei(*names)))


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first element on a path of children, or None."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(*tei(name)), None)
    return element


def within(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Yield the descendants with some names."""
    if element is not None:
        yield from element.iterdescendants(*tei(*names))


def text_of(element: etree._Element | None, without: tuple[str, ...] = ()) -> str:
    """Return the words of an element, white space normalised, without those inside some elements."""
    if element is None:
        return ""
    if not len(element):
        return " ".join((element.text or "").split())[:LONGEST]
    left_out = set(tei(*without, "del", *_MENDED))
    return " ".join("".join(_pieces(element, left_out)).split())[:LONGEST]


def _pieces(element: etree._Element, left_out: set[str]) -> Iterator[str]:
    """Yield the text of a tree piece by piece, without recursion: it may be deep."""
    skipped: etree._Element | None = None
    for event, node in _events(element):
        if skipped is not None:
            if event == "end" and node is skipped:
                skipped = None
                yield node.tail or ""
            continue
        if event == "start":
            if node is not element and (not isinstance(node.tag, str) or _is_left_out(node, left_out)):
                skipped = node
                continue
            yield node.text or ""
        elif node is not element:
            yield node.tail or ""


def _events(element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    from lxml import etree

    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event in ("comment", "pi"):
            yield "start", node
            yield "end", node
        else:
            yield str(event), node


def _is_left_out(node: etree._Element, left_out: set[str]) -> bool:
    """Leave out what is asked, and of a `choice` the reading that has been mended, where it has another one."""
    if node.tag not in left_out:
        return False
    parent = node.getparent()
    if node.tag in tei(*_MENDED):
        return parent is not None and parent.tag == clark(TEI, "choice") and len(parent) > 1
    return True


def language_of(element: etree._Element) -> str:
    """Return the language at an element: its own `xml:lang`, or the nearest one above it; '' where there is none."""
    node: etree._Element | None = element
    while node is not None:
        found = (node.get(XML_LANG) or "").strip()
        if found:
            return found
        node = node.getparent()
    return ""
