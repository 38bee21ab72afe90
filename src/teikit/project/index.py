"""The index of a project: the facts of its documents merged, and what a pointer leads to across files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from teikit.project.lookup import Lookup, Outcome
from teikit.registers.pointers import document_uri

if TYPE_CHECKING:
    from teikit.project.facts import Facts, Use
    from teikit.project.settings import Project


class Found(NamedTuple):
    """The outcome, and the local name of the element that a pointer leads to ('' for a whole file or none)."""

    outcome: Outcome
    kind: str = ""


_ABSOLUTE = ("/", "file:")
_MOST_INCLUDES = 10_000
_UNKNOWN = Found(Outcome.UNKNOWN)


def _by_uri(facts: Iterable[Facts]) -> dict[str, Facts]:
    """Return the documents by all URIs that mean them; a base that several share means none of them."""
    found: dict[str, Facts] = {}
    shared: set[str] = set()
    for each in facts:
        for uri in each.own:
            if found.setdefault(uri, each) is not each:
                shared.add(uri)
    return {uri: each for uri, each in found.items() if uri not in shared or uri == each.uri}


class Index:
    """The merged facts of the documents that are checked together.

    `roots` are the folders below which files may be read because a pointer leads to them; nothing is ever fetched.
    """

    def __init__(self, facts: Iterable[Facts], roots: Iterable[Path] = (), project: Project | None = None) -> None:
        self.project = project
        self.facts = tuple(facts)
        self.by_uri = _by_uri(self.facts)
        self._files = Lookup(roots)
        self.is_there = self._files.is_there
        self._groups: dict[str, tuple[str, ...]] = {}

    @cached_property
    def registers(self) -> frozenset[str]:
        """The URIs of the files that the project names as registers."""
        files = self.project.register_files() if self.project else ()
        return frozenset(document_uri(file.as_posix()) for file in files)

    @cached_property
    def is_whole(self) -> bool:
        """Whether all documents of a project are here: only then is it known that nothing points to something."""
        files = self.project.documents() if self.project else ()
        known = {facts.path for facts in self.facts}
        return bool(files) and all(
            path in known or document_uri(path) in self.by_uri for path in (file.as_posix() for file in files)
        )

    @cached_property
    def owners(self) -> Mapping[str, Facts]:
        """Each id of the registers (of all documents, where no project names registers) that only one of them has."""
        known = self.facts if self.project is None else tuple(filter(None, map(self.facts_at, sorted(self.registers))))
        owners: dict[str, Facts] = {}
        several: set[str] = set()
        for facts in known:
            for name in facts.ids or ():
                if owners.setdefault(name, facts) is not facts:
                    several.add(name)
        return {name: facts for name, facts in owners.items() if name not in several}

    def facts_at(self, uri: str) -> Facts | None:
        """Return the facts of a document, or of another file that may be read; None where there are none."""
        return self.by_uri.get(uri) or self._files.read(uri).facts

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

    def ids(self, uri: str) -> Mapping[str, str] | Outcome:
        """Return the ids of a file with the local names of their elements, or why they cannot be had."""
        known = self.by_uri.get(uri)
        if known is not None and known.ids is not None:
            return known.ids
        return self._files.read(uri).ids

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
        known = self.facts_at(uri)
        return known.includes if known is not None else ()

    @cached_property
    def _included_by(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for facts in self.facts:
            for uri in facts.includes:
                found.setdefault(uri, []).append(facts.uri)
        return found
