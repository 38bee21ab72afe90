"""Hints: the entry of a register, or the role, that a wrong pointer or a bare name was probably meant for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property

from teikit.checks.nearest import MOST_LOOKUPS, Budget, Nearest
from teikit.project.entries import Entry, words
from teikit.project.facts import Facts
from teikit.project.index import Index
from teikit.registers.pointers import file_of


class Names:
    """The entries of one document, by the words of their ids and names."""

    def __init__(self, facts: Facts, kinds: frozenset[str]) -> None:
        self.facts = facts
        self.entries: dict[str, list[frozenset[str]]] = {
            entry.id: [words(entry.id), *map(words, entry.names)] for entry in facts.entries if entry.kind in kinds
        }
        self.by_words: dict[frozenset[str], dict[str, None]] = {}
        for name, known in self.entries.items():
            for each in filter(None, known):
                self.by_words.setdefault(each, {})[name] = None

    def holding(self, name: frozenset[str]) -> Iterator[str]:
        """Yield the ids of the entries one of whose names has these words among others."""
        return (id_ for id_, known in self.entries.items() if any(name <= each for each in known))


class Registers:
    """The entries of some kinds in all documents; those of a file are read once, when they are asked for."""

    def __init__(self, index: Index, kinds: frozenset[str]) -> None:
        self.index = index
        self.budget = Budget()
        self._kinds = kinds
        self._names: dict[str, Names] = {}

    def of(self, facts: Facts) -> Names:
        """Return the entries of one document."""
        if facts.uri not in self._names:
            self._names[facts.uri] = Names(facts, self._kinds)
        return self._names[facts.uri]


class Likely:
    """The entries that a document can name: its own, those of the registers and of the files it points to."""

    def __init__(self, registers: Registers, facts: Facts) -> None:
        self._registers = registers
        self._facts = facts
        self._hints: dict[str, str | None] = {}
        self._prefixes: dict[str, str] = {}

    def hint(self, name: str) -> str | None:
        """Return a hint: whose id or name has the same words, else whose name holds them, else the most like."""
        if name not in self._hints:
            if len(self._hints) >= MOST_LOOKUPS:
                return None
            near = self._with(words(name)) or self._each(name.split()) or self._holding(words(name))
            self._hints[name] = f'did you mean "{near}"?' if near else self._nearest.hint(name)
        return self._hints[name]

    def same(self, name: str) -> str | None:
        """Return a hint only where an entry has the very words of a name, or several words are ids of entries."""
        near = self._with(words(name)) or self._each(name.split())
        return near and f'did you mean "{near}"?'

    @cached_property
    def _files(self) -> list[Names]:
        index = self._registers.index
        wanted = {*index.registers, *(use.uri for use in self._facts.uses if not use.is_local)}
        known = filter(None, map(index.facts_at, sorted(wanted)))
        others = {facts.uri: facts for facts in known if facts.uri != self._facts.uri}
        return [self._registers.of(facts) for facts in (self._facts, *others.values())]

    def _with(self, name: frozenset[str]) -> str | None:
        found = [(file, id_) for file in self._files for id_ in file.by_words.get(name, ())]
        return self._pointer(*found[0]) if len(found) == 1 else None

    def _holding(self, name: frozenset[str]) -> str | None:
        if not name or not self._registers.budget.spend(sum(len(file.entries) for file in self._files) // 10):
            return None
        found = [(file, id_) for file in self._files for id_ in file.holding(name)]
        return self._pointer(*found[0]) if len(found) == 1 else None

    def _each(self, parts: list[str]) -> str | None:
        """Take several words for the ids of several entries, if they are."""
        found = [self._pointers.get(part.lstrip("#")) for part in parts]
        return " ".join(map(str, found)) if all(found) else None

    @cached_property
    def _pointers(self) -> dict[str, str]:
        """The id of each entry → a pointer to it; the document's own come last, and so first."""
        return {id_: self._pointer(file, id_) for file in reversed(self._files) for id_ in file.entries}

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self._pointers, self._pointers.__getitem__, self._registers.budget)

    def _pointer(self, file: Names, id_: str) -> str:
        return self._prefix(file.facts) + id_

    def _prefix(self, there: Facts) -> str:
        if there.uri not in self._prefixes:
            self._prefixes[there.uri] = prefix_to(there, self._facts)
        return self._prefixes[there.uri]


def pointer_to(entry: Entry, there: Facts, here: Facts) -> str:
    """Return how a document would point to an entry."""
    return prefix_to(there, here) + entry.id


def prefix_to(there: Facts, here: Facts) -> str:
    """Return what a document writes before the id of an element of another: as it does already, else the path."""
    if there.uri == here.uri:
        return "#"
    for use in here.uses:
        if use.uri in there.own and use.fragment and use.pointer.endswith(use.fragment):
            return use.pointer.removesuffix(use.fragment)
    from_, to = file_of(here.uri), file_of(there.uri)
    if from_ is None or to is None:
        return "#"
    return f"{os.path.relpath(to, from_.parent)}#".replace(os.sep, "/")
