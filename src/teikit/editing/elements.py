"""Where markup can be put before, after or inside an element."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from teikit.editing.changes import Change
from teikit.editing.start_tags import start_tag
from teikit.xml import Document

if TYPE_CHECKING:
    from lxml import etree

Where = Literal["before", "first", "last", "after"]
"""A place around or in an element: before its start-tag, behind it, before its end-tag, behind that."""

# The document is well-formed, so a `<` begins one of these.
_MARKUP = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    rb"""|(?P<end></[^>]*>)|(?P<start><[^<>"']*+(?:(?:"[^"]*"|'[^']*')[^<>"']*+)*+>)""",
    re.DOTALL,
)
_BEFORE = re.compile(rb"(\r\n|\r|\n)([ \t]*)\Z")
_LONGEST_INDENTATION = 1000


def insert(document: Document, element: etree._Element, markup: str, where: Where) -> Change | None:
    """Return the change that puts markup before or after an element, or first or last in it.

    `markup` is text, elements and the like as they are written, with their namespaces; `apply` refuses what is not
    well-formed there. An empty-element tag gets an end-tag where something is put in it. None where the element comes
    out of an entity, and so does not stand in the file.
    """
    if start_tag(document, element) is None:
        return None
    start = document.offset(element)
    opened, closed, end = _extent(document.data, start)
    if where in ("before", "after"):
        place = start if where == "before" else end
        return Change(place, place, markup)
    if closed == end:
        name = f"{element.prefix}:" if element.prefix else ""
        return Change(end - len(b"/>"), end, f">{markup}</{name}{str(element.tag).rpartition('}')[2]}>")
    place = opened if where == "first" else closed
    return Change(place, place, markup)


def _extent(data: bytes, start: int) -> tuple[int, int, int]:
    """Return where an element's start-tag ends, where its end-tag begins (the end, if there is none), and its end."""
    depth, opened = 0, -1
    for found in _MARKUP.finditer(data, start):
        if found["start"]:
            opened = found.end() if opened < 0 else opened
            if found["start"].endswith(b"/>"):
                if depth == 0:
                    return opened, found.end(), found.end()
            else:
                depth += 1
        elif found["end"]:
            depth -= 1
            if depth == 0:
                return opened, found.start(), found.end()
    raise AssertionError("a well-formed document has an end-tag for each element")


def line_before(document: Document, element: etree._Element) -> str:
    """Return the line end and the white space before an element's start-tag, for markup on a line of its own.

    '' where the element does not begin its line: a space may have a meaning there.
    """
    start = document.offset(element)
    found = _BEFORE.search(document.data, max(0, start - _LONGEST_INDENTATION), start)
    return found[0].decode() if found else ""
