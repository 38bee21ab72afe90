"""A document whose header is read, and what its pointers lead to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from teikit.diagnostics import DocumentError, Location, TeikitError
from teikit.project import Conventions
from teikit.project.markup import XML_ID, Markup
from teikit.registers.pointers import file_of, join
from teikit.xml import TEI, Document, Limits, clark, load
from teikit.xml.source import read_bytes

if TYPE_CHECKING:
    from lxml import etree

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of registers that are read for one run; what further pointers lead to is not known."""

_END = re.compile(rb"</((?:[A-Za-z_][\w.-]*:)?)teiHeader\s*>")


class Registers:
    """The files that pointers lead to, each read once, only below the given folders."""

    def __init__(self, roots: Iterable[Path]) -> None:
        self._roots = tuple(Path(os.path.realpath(root)) for root in roots)
        self._left = MOST_BYTES
        self._known: dict[str, dict[str, etree._Element]] = {}

    def find(self, uri: str, name: str) -> etree._Element | None:
        """Return the element with an id in a file, or None where it cannot be had."""
        if uri not in self._known:
            self._known[uri] = self._read(uri)
        return self._known[uri].get(name)

    def may_read(self, path: Path) -> bool:
        """Tell whether a file is there, below the folders, and small enough; if so, count it as read."""
        try:
            if not path.is_file():
                return False
            real, size = Path(os.path.realpath(path)), path.stat().st_size
        except (OSError, ValueError):
            return False
        if size > self._left or not any(real.is_relative_to(root) for root in self._roots):
            return False
        self._left -= size
        return True

    def _read(self, uri: str) -> dict[str, etree._Element]:
        path = file_of(uri)
        if path is None or not self.may_read(path):
            return {}
        try:
            return ids_of(load(path).root)
        except TeikitError:
            return {}


def ids_of(root: etree._Element) -> dict[str, etree._Element]:
    """Return the first element of each `xml:id`."""
    found: dict[str, etree._Element] = {}
    for element in root.iter("*"):
        name = element.get(XML_ID)
        if name:
            found.setdefault(name.strip(), element)
    return found


class Source:
    """One document, read up to the end of its header, and further only where a pointer or a language asks."""

    def __init__(self, path: str, conventions: Conventions, registers: Registers) -> None:
        self.path = path
        self._raw = read_bytes(path, Limits.from_environment())
        self._registers = registers
        self.document = self._beginning()
        self.markup = Markup.of(self.document, conventions)

    def _beginning(self) -> Document:
        """Read the document up to the end of its first header: closing its root there keeps every position."""
        end = _END.search(self._raw)
        if end is not None:
            try:
                return load(self._raw[: end.end()] + b"</" + end.group(1) + b"TEI>", path=self.path)
            except DocumentError:
                pass  # A corpus, another encoding, an end-tag inside a comment: the whole document tells.
        return self.whole

    @cached_property
    def whole(self) -> Document:
        """The whole document. Raises `DocumentError`."""
        return load(self._raw, path=self.path)

    @cached_property
    def _ids(self) -> dict[str, etree._Element]:
        try:
            return ids_of(self.whole.root)
        except DocumentError:
            return self.markup.ids

    def headers(self) -> Iterator[etree._Element]:
        """Yield the headers: of the document, or of a corpus and its members."""
        return self.document.root.iter(clark(TEI, "teiHeader"))

    def included(self) -> Iterator[Path]:
        """Yield the files that the root includes as its children (XInclude), as far as they may be read."""
        for include in self.markup.includes:
            href = (include.get("href") or "").strip()
            is_child = include.getparent() is self.document.root
            path = file_of(join(self.markup.base(include), href)) if href and is_child else None
            if path is not None and include.get("parse") != "text" and self._registers.may_read(path):
                yield path

    def locate(self, element: etree._Element, attribute: str | None = None) -> Location:
        """Return where an element of the header stands, or an attribute of it."""
        return self.document.locate(element, attribute)

    def follow(self, pointer: str, element: etree._Element) -> etree._Element | None:
        """Return the element that a pointer leads to, in the document or a file of the project; None if unknown."""
        target = self.markup.target(pointer, element)
        if target.fragment is None:
            return None
        if target.is_local:
            found = self.markup.ids.get(target.fragment)
            return found if found is not None else self._ids.get(target.fragment)
        return None if target.is_external else self._registers.find(target.uri, target.fragment)
