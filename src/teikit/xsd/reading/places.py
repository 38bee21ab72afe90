"""Places that an error of `xmlschema` does not tell: text in the wrong place, and the element that refers in vain."""

from __future__ import annotations

import re
from typing import Any, cast

from lxml import etree

from teikit.xml import Document

_FIRST_WORDS = re.compile(r"[^\s&<>][^\n&<>]*")
_START_TAG = re.compile(rb"""<[^\s<>/]+(?:\s+[^\s=<>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")


def text_place(document: Document, element: etree._Element) -> tuple[tuple[int, int], int] | None:
    """Return line, column and length of the first text directly in an element; None where it cannot be found.

    What comes out of an entity or a CDATA section stands elsewhere than it seems.
    """
    if element.text and element.text.strip():
        return _search(document, element.text, _end_of_tag(document, element), len(document.data))
    for child in element.iterchildren():
        if child.tail and child.tail.strip():
            following = next(child.itersiblings(etree.Element), None)
            end = len(document.data) if following is None else document.offset(following)
            return _search(document, child.tail, _end_before(document, child), end, from_end=following is not None)
    return None


def _end_before(document: Document, node: etree._Element) -> int:
    """Return where the last element ends that stands before the text behind a node, or the start-tag of the parent."""
    before = node if isinstance(node.tag, str) else next(node.itersiblings(etree.Element, preceding=True), None)
    if before is None:
        parent = node.getparent()
        return 0 if parent is None else _end_of_tag(document, parent)
    last = list(before.iter(etree.Element))[-1]
    end = _end_of_tag(document, last)
    is_open = document.data[end - 2 : end] != b"/>"
    inside = next(index for index, one in enumerate([last, *last.iterancestors()]) if one is before)
    for _ in range(inside + is_open):
        end = document.data.find(b"</", end) + 2
    return end


def _end_of_tag(document: Document, element: etree._Element) -> int:
    found = _START_TAG.match(document.data, document.offset(element))
    return found.end() if found else document.offset(element)


def _search(
    document: Document, text: str, start: int, end: int, *, from_end: bool = False
) -> tuple[tuple[int, int], int] | None:
    words = _FIRST_WORDS.search(text)
    if words is None:
        return None
    wanted = words.group().rstrip()
    data = wanted.encode("utf-8")
    offset = document.data.rfind(data, start, end) if from_end else document.data.find(data, start, end)
    return None if offset < 0 else (document.place(offset), len(wanted))


def referring_element(declaration: Any, scope: etree._Element, reason: str) -> etree._Element:
    """Return the first element that a keyref of a declaration selects and whose values an error names, else `scope`."""
    for identity in declaration.identities:
        if not hasattr(identity, "refer"):
            continue
        prefixes = {prefix: uri for prefix, uri in identity.namespaces.items() if prefix and uri}
        try:
            selected: Any = scope.xpath(identity.selector.path, namespaces=prefixes)
            for element in selected:
                values = [_field(element, field.path, prefixes) for field in identity.fields]
                if all(value and repr(value) in reason for value in values):
                    return cast("etree._Element", element)
        except etree.XPathError:
            continue
    return scope


def _field(element: etree._Element, path: str, prefixes: dict[str, str]) -> str:
    found = element.xpath(path, namespaces=prefixes)
    first = found[0] if isinstance(found, list) and found else ""
    return str(first.text or "") if isinstance(first, etree._Element) else str(first)
