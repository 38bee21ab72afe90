"""Reading files that are not among the documents, because a pointer leads to them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from teikit.diagnostics import TeikitError
from teikit.registers.pointers import file_of
from teikit.xml import local_name

if TYPE_CHECKING:
    from teikit.project.facts import Facts

MOST_BYTES = 256 * 1024 * 1024
"""Bytes of such files that are read; further ones are not judged."""

XML_ENDINGS = (".xml", ".tei", ".odd")
"""How the names of files end that are read when a pointer leads to them."""


class Outcome(Enum):
    """What following a pointer came to. `UNKNOWN`: the file may not or cannot be read, so nothing is said."""

    FOUND = "found"
    NO_ID = "no id"
    NO_FILE = "no file"
    UNKNOWN = "unknown"


class Read(NamedTuple):
    """What was learned of a file: its ids with the local names of their elements, or why not; and its facts."""

    ids: Mapping[str, str] | Outcome
    facts: Facts | None = None


_UNKNOWN = Read(Outcome.UNKNOWN)


class Lookup:
    """Reads each file once, only below the given folders, and never from the network."""

    def __init__(self, roots: Iterable[Path]) -> None:
        self._roots = tuple(Path(os.path.realpath(root)) for root in roots)
        self._left = MOST_BYTES
        self._known: dict[str, Read] = {}
        self._there: dict[str, bool] = {}

    def read(self, uri: str) -> Read:
        """Return what a file holds, if it may be read and is XML."""
        if uri not in self._known:
            self._known[uri] = self._read(uri)
        return self._known[uri]

    def is_there(self, uri: str) -> bool:
        """Tell whether there is a file or a folder with that URI."""
        if uri not in self._there:
            path = file_of(uri)
            try:
                self._there[uri] = path is not None and path.exists()
            except (OSError, ValueError):
                # Too long for a path, or with characters that no path can have.
                self._there[uri] = False
        return self._there[uri]

    def _read(self, uri: str) -> Read:
        path = file_of(uri)
        if path is None:
            return _UNKNOWN
        try:
            if not path.exists():
                return Read(Outcome.NO_FILE)
            size = path.stat().st_size
            real = Path(os.path.realpath(path))
        except (OSError, ValueError):
            return _UNKNOWN
        is_allowed = any(real.is_relative_to(root) for root in self._roots)
        if not is_allowed or not path.name.lower().endswith(XML_ENDINGS) or size > self._left or not path.is_file():
            return _UNKNOWN
        self._left -= size
        return _parsed(path)


def _parsed(path: Path) -> Read:
    from teikit.project.facts import facts_of
    from teikit.project.markup import Markup
    from teikit.xml import load

    try:
        markup = Markup.of(load(path))
    except TeikitError:
        return _UNKNOWN
    return Read({name: local_name(str(element.tag)) for name, element in markup.ids.items()}, facts_of(markup))
