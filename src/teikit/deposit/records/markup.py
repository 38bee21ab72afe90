"""Writing XML: an element is a name, attributes and content, and nothing is ever left unescaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_TEXT = str.maketrans(_ESCAPES)
_ATTRIBUTE = str.maketrans({**_ESCAPES, '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


class Element(NamedTuple):
    """An element of the output; attributes that are '' are left out, content is text or elements."""

    name: str
    content: str | tuple[Element, ...] = ""
    attributes: tuple[tuple[str, str], ...] = ()


def element(name: str, content: str | Iterable[Element] = "", attributes: Mapping[str, str] | None = None) -> Element:
    """Return an element."""
    inner = content if isinstance(content, str) else tuple(content)
    return Element(name, inner, tuple((attributes or {}).items()))


def document(root: Element) -> str:
    """Return a document with an XML declaration, indented by two spaces."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(_lines(root, ""))


def _lines(node: Element, indent: str) -> Iterable[str]:
    written = "".join(f' {name}="{_clean(value).translate(_ATTRIBUTE)}"' for name, value in node.attributes if value)
    if isinstance(node.content, str):
        text = _clean(node.content).translate(_TEXT)
        yield f"{indent}<{node.name}{written}>{text}</{node.name}>\n" if text else f"{indent}<{node.name}{written}/>\n"
        return
    yield f"{indent}<{node.name}{written}>\n"
    for child in node.content:
        yield from _lines(child, indent + "  ")
    yield f"{indent}</{node.name}>\n"


def _clean(text: str) -> str:
    """Return a text without the characters that XML 1.0 does not have (§2.2)."""
    return _FORBIDDEN.sub("", text)
