"""Where a start-tag can take another attribute."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from teikit.editing.changes import Change
from teikit.xml import Document

if TYPE_CHECKING:
    from lxml import etree

_NAME = re.compile(rb"<[^\s<>/=&]+")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=<>/&]+)\s*=\s*("[^"<]*"|'[^'<]*')""")


class StartTag(NamedTuple):
    """A start-tag in the bytes of a document: where its name ends, and each written attribute with its end and quote.

    Attributes that a DTD supplies are not among them.
    """

    name_end: int
    attributes: dict[str, tuple[int, str]]


def start_tag(document: Document, element: etree._Element) -> StartTag | None:
    """Read an element's start-tag; None where it does not stand in the file, for it comes out of an entity."""
    name = _NAME.match(document.data, document.offset(element))
    written = f"{element.prefix}:" if element.prefix else ""
    if name is None or name[0][1:].decode("utf-8", "replace") != written + str(element.tag).rpartition("}")[2]:
        return None
    attributes, position = {}, name.end()
    while found := _ATTRIBUTE.match(document.data, position):
        position = found.end()
        attributes[found[1].decode("utf-8", "replace")] = (position, found[2][:1].decode())
    return StartTag(name.end(), attributes)


def add_attributes(
    document: Document, element: etree._Element, added: Iterable[tuple[str, str]], after: Iterable[str]
) -> Change | None:
    """Return the change that adds attributes (name, value) behind the last one of `after` that the start-tag has.

    Where it has none of them they come last. They get the quotes of the attribute before them. None where the start-tag
    comes out of an entity, and so is not the element's own.
    """
    tag = start_tag(document, element)
    if tag is None:
        return None
    places = [tag.attributes[name] for name in after if name in tag.attributes] or list(tag.attributes.values())
    end, quote = max(places, default=(tag.name_end, '"'))
    return Change(end, end, "".join(f" {name}={quote}{_escaped(value, quote)}{quote}" for name, value in added))


def _escaped(value: str, quote: str) -> str:
    """Escape what is special in an attribute value (XML 1.0, §2.3 and §3.3.3)."""
    marks = [("&", "&amp;"), ("<", "&lt;"), ("\t", "&#9;"), ("\n", "&#10;"), ("\r", "&#13;")]
    for mark, written in (*marks, (quote, "&quot;" if quote == '"' else "&apos;")):
        value = value.replace(mark, written)
    return value
