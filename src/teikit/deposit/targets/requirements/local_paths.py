"""Which pointers mean something on one machine or in one network only."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from lxml import etree

from teikit.diagnostics import Location
from teikit.project.markup import XML_BASE, Markup
from teikit.registers.pointers import file_of, join
from teikit.resolve.schema_location import schema_locations
from teikit.xml import Document, local_name

_DRIVE = re.compile(r"[A-Za-z]:(?:\\|/(?!/))")
_PRIVATE = re.compile(r"127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2[0-9]|3[01])\.")
_LOCAL_NAMES = (".local", ".localhost", ".localdomain", ".internal", ".lan", ".test")
_PSEUDO_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SCHEMED = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class Pointer(NamedTuple):
    """A pointer as written, what it stands in, the URI that it means ('' where it is none), and how to find it."""

    written: str
    within: str
    uri: str
    place: Callable[[], Location]


def pointers(document: Document) -> Iterator[Pointer]:
    """Yield every pointer of a document: TEI's, `xml:base`, prefixDef, includes, schemas, stylesheets."""
    markup = Markup.of(document)
    for element, attribute, words in markup.references:
        for word in words:
            target = markup.target(word, element)
            yield _pointer(document, element, attribute, word, "" if target.is_external else target.uri)
    for element in markup.having.get(XML_BASE, ()):
        word = element.get(XML_BASE, "").strip()
        yield _pointer(document, element, XML_BASE, word, join(markup.uri, word))
    for element in markup.named.get("prefixDef", ()):
        yield _pointer(document, element, "replacementPattern", element.get("replacementPattern", "").strip(), "")
    for element in markup.includes:
        word = element.get("href", "").strip()
        yield _pointer(document, element, "href", word, join(markup.base(element), word))
    yield from _of_schemas(document, markup.uri)


def _pointer(document: Document, element: etree._Element, attribute: str, word: str, uri: str) -> Pointer:
    name = f"xml:{local_name(attribute)}" if attribute == XML_BASE else local_name(attribute)
    within = f'{name} of "{local_name(str(element.tag))}"'
    return Pointer(word, within, uri.partition("#")[0], lambda: document.locate(element, attribute))


def _of_schemas(document: Document, base: str) -> Iterator[Pointer]:
    for node in document.root.itersiblings(etree.PI, preceding=True):
        instruction: Any = node
        match = _PSEUDO_HREF.search(instruction.text or "")
        if instruction.target in ("xml-model", "xml-stylesheet") and match:
            word = (match[1] or match[2] or "").strip()
            yield Pointer(word, instruction.target, join(base, word), _locator(document, node))
    for hint in schema_locations(document):
        yield Pointer(hint.href, "xsi:schemaLocation", join(base, hint.href), _fixed(hint.location))


def _locator(document: Document, node: etree._Element) -> Callable[[], Location]:
    return lambda: document.locate(node)


def _fixed(place: Location) -> Callable[[], Location]:
    return lambda: place


def why_local(pointer: Pointer, root: Path) -> str:
    """Return why nobody else can follow a pointer, or ''. `root` is the folder that goes into the package."""
    word = pointer.written
    if word[:5].lower() == "file:":
        return "is an address of one machine"
    if _DRIVE.match(word) or "\\" in word.partition("#")[0].partition("?")[0]:
        return "is a path as Windows writes it"
    if word.startswith("~/") or (word.startswith("/") and not word.startswith("//")):
        return "is an absolute path"
    if word[:5].lower() in ("http:", "https", "ftp:/"):
        return "is an address that one network alone knows" if _is_private(word) else ""
    return "leads out of the folder of the edition" if _leads_out(pointer, root) else ""


def _is_private(address: str) -> bool:
    try:
        host = (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return False
    return host in ("localhost", "::1") or host.endswith(_LOCAL_NAMES) or _PRIVATE.match(host) is not None


def _leads_out(pointer: Pointer, root: Path) -> bool:
    # A private scheme may stand for anything; what it is expanded to is judged where it is declared.
    if _SCHEMED.match(pointer.written) or not pointer.written or pointer.written.startswith("#"):
        return False
    path = file_of(pointer.uri)
    if path is None:
        return False
    return not Path(os.path.normpath(path)).is_relative_to(os.path.normpath(root.absolute()))
