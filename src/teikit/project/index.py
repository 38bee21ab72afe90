"""The index of a project: the facts of its documents merged, and what a pointer leads to across files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from teikit.diagnostics import TeikitError
from teikit.registers.pointers import document_uri, file_of
from teikit.xml import local_name

if TYPE_CHECKING:
    from teikit.project.facts import Facts, Use
    from teikit.project.settings import Project

MOST_BYTES = 256 * 1024 * 1024
"""Bytes of files that are read only because a pointer leads to them; further ones are not judged."""


class Outcome(Enum):
    """What following a pointer came to. `UNKNOWN`: the file may not or cannot be read, so nothing is said."""

    FOUND = "found"
    NO_ID = "no id"
    NO_FILE = "no file"
    UNKNOWN = "unknown"


class Found(NamedTuple):
    """The outcome, and the local name of the element that a pointer leads to ('' for a whole file or none)."""

    outcome: Outcome
    kind: str = ""


class _Read(NamedTuple):
    """What was learned of a file that is not among the documents."""

    ids: Mapping[str, str] | Outcome
    includes: tuple[str, ...] = ()


XML_ENDINGS = (".xml", ".tei", ".odd")
"""How the names of files end that are read when a pointer leads to them."""

_ABSOLUTE = ("/", "file:")
_MOST_INCLUDES = 10_000
_UNKNOWN = Found(Outcome.UNKNOWN)


class Index:
    """The merged facts of the documents that are checked together.

    `roots` are the folders below which files may be read because a pointer leads to them; nothing is ever fetched.
    """

    def __init__(self, facts: Iterable[Facts], roots: Iterable[Path] = (), project: Project | None = None) -> None:
        self.project = project
        self.facts = tuple(facts)
        self._roots = tuple(Path(os.path.realpath(root)) for root in roots)
        self.by_uri = {uri: each for each in self.facts for uri in each.own}
        self._left = MOST_BYTES
        self._read: dict[str, _Read] = {}
        self._there: dict[str, bool] = {}
        self._groups: dict[str, tuple[str, ...]] = {}

    @cached_property
    def registers(self) -> frozenset[str]:
        """The URIs of the files that the project names as registers."""
        files = self.project.register_files() if self.project else ()
        return frozenset(document_uri(file.as_posix()) for file in files)

    def follow(self, use: Use, facts: Facts) -> Found:
        """Say what a pointer of a document leads to."""
        uri = facts.uri if use.is_local else use.uri
        ids = self.ids(uri)
        if isinstance(ids, Outcome):
            return _UNKNOWN if ids is Outcome.NO_FILE and not self._can_judge(use, facts) else Found(ids)
        if use.fragment is None:
            return Found(Outcome.FOUND)
        kind = ids.get(use.fragment)
        return self._elsewhere(uri, use.fragment) if kind is None else Found(Outcome.FOUND, kind)

    def _can_judge(self, use: Use, facts: Facts) -> bool:
        """Tell whether it means something that a file is not there.

        An absolute path is one of a server mostly; and a document that is no file itself has no neighbours.
        """
        return self.is_there(facts.uri) and not use.pointer.startswith(_ABSOLUTE)

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

    def ids(self, uri: str) -> Mapping[str, str] | Outcome:
        """Return the ids of a file with the local names of their elements, or why they cannot be had."""
        known = self.by_uri.get(uri)
        if known is not None and known.ids is not None:
            return known.ids
        return self._lookup(uri).ids

    def is_open(self, facts: Facts) -> bool:
        """Tell whether a document belongs together with files that could not be read, so that ids may stand there."""
        return any(isinstance(self.ids(uri), Outcome) for uri in self._group(facts.uri))

    def _elsewhere(self, uri: str, fragment: str) -> Found:
        """Look for an id in the files that include a file, or that it includes."""
        is_open = False
        for other in self._group(uri):
            ids = self.ids(other)
            if isinstance(ids, Outcome):
                is_open = True
            elif fragment in ids:
                return Found(Outcome.FOUND, ids[fragment])
        return _UNKNOWN if is_open else Found(Outcome.NO_ID)

    def _group(self, uri: str) -> tuple[str, ...]:
        """Return the URIs of the files that are one document with a file, by inclusion up and down, its own first."""
        if uri not in self._groups:
            group, waiting = {uri: None}, [uri]
            while waiting and len(group) < _MOST_INCLUDES:
                here = waiting.pop()
                for other in (*self._includes(here), *self._included_by.get(here, ())):
                    if other not in group:
                        group[other] = None
                        waiting.append(other)
            self._groups.update(dict.fromkeys(group, tuple(group)))
            self._groups[uri] = tuple(group)
        return self._groups[uri]

    def _includes(self, uri: str) -> tuple[str, ...]:
        known = self.by_uri.get(uri)
        return known.includes if known is not None else self._lookup(uri).includes

    @cached_property
    def _included_by(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for facts in self.facts:
            for uri in facts.includes:
                found.setdefault(uri, []).append(facts.uri)
        return found

    def _lookup(self, uri: str) -> _Read:
        if uri not in self._read:
            self._read[uri] = self._look_up(uri)
        return self._read[uri]

    def _look_up(self, uri: str) -> _Read:
        """Read a file that is not among the documents, if that is allowed and it is XML."""
        path = file_of(uri)
        if path is None:
            return _Read(Outcome.UNKNOWN)
        try:
            if not path.exists():
                return _Read(Outcome.NO_FILE)
            size = path.stat().st_size
            real = Path(os.path.realpath(path))
        except (OSError, ValueError):
            return _Read(Outcome.UNKNOWN)
        is_allowed = any(real.is_relative_to(root) for root in self._roots)
        if not is_allowed or not path.name.lower().endswith(XML_ENDINGS) or size > self._left or not path.is_file():
            return _Read(Outcome.UNKNOWN)
        self._left -= size
        return _read(path)


def _read(path: Path) -> _Read:
    from teikit.project.facts import includes_of
    from teikit.project.markup import Markup
    from teikit.xml import load

    try:
        markup = Markup.of(load(path))
    except TeikitError:
        return _Read(Outcome.UNKNOWN)
    ids = {name: local_name(str(element.tag)) for name, element in markup.ids.items()}
    return _Read(ids, tuple(includes_of(markup)))
