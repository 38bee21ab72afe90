"""Hints: the entry of a register, or the role, that a wrong pointer or a bare name was probably meant for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property

from teikit.checks.nearest import MOST_LOOKUPS, Nearest
from teikit.project.entries import Entry, words
from teikit.project.facts import Facts
from teikit.project.index import Index
from teikit.registers.pointers import file_of


class Likely:
    """The entries of some kinds that a document can name: its own, those of the registers and of files it points to."""

    def __init__(self, index: Index, facts: Facts, kinds: frozenset[str]) -> None:
        self._index = index
        self._facts = facts
        self._kinds = kinds
        self._hints: dict[str, str | None] = {}

    def hint(self, name: str) -> str | None:
        """Return a hint: whose id or name has the same words, else whose name holds them, else the most like."""
        if name not in self._hints:
            if len(self._hints) >= MOST_LOOKUPS:
                return None
            near = self._by_words(words(name)) or self._each(name.split())
            self._hints[name] = f"did you mean {near}?" if near else self._nearest.hint(name)
        return self._hints[name]

    def same(self, name: str) -> str | None:
        """Return a hint only where an entry has the very words of a name, or several words are ids of entries."""
        near = self._by_words(words(name), exactly=True) or self._each(name.split())
        return near and f"did you mean {near}?"

    @cached_property
    def _words(self) -> dict[str, list[frozenset[str]]]:
        """The pointer to each entry → the words of its id, and of each of its names."""
        return {
            pointer: [words(entry.id), *map(words, entry.names)]
            for facts in self._files()
            for entry in facts.entries
            if entry.kind in self._kinds
            for pointer in [pointer_to(entry, facts, self._facts)]
        }

    def _files(self) -> Iterator[Facts]:
        yield self._facts
        wanted = {*self._index.registers, *(use.uri for use in self._facts.uses)}
        for uri in sorted(wanted):
            known = self._index.by_uri.get(uri)
            if known is not None and known is not self._facts:
                yield known

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self._ids, self._ids.__getitem__)

    def _by_words(self, name: frozenset[str], *, exactly: bool = False) -> str | None:
        same = self._with_words.get(name, [])
        if len(same) == 1:
            return f'"{same[0]}"'
        if exactly or not name:
            return None
        holding = [pointer for pointer, known in self._words.items() if any(name <= each for each in known)]
        return f'"{holding[0]}"' if len(holding) == 1 else None

    @cached_property
    def _with_words(self) -> dict[frozenset[str], list[str]]:
        found: dict[frozenset[str], list[str]] = {}
        for pointer, known in self._words.items():
            for each in filter(None, dict.fromkeys(known)):
                found.setdefault(each, []).append(pointer)
        return found

    def _each(self, parts: list[str]) -> str | None:
        """Take several words for the ids of several entries, if they are."""
        found = [self._ids.get(part) for part in parts]
        return None if not all(found) else f'"{" ".join(map(str, found))}"'

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {pointer.rpartition("#")[2]: pointer for pointer in self._words}


def pointer_to(entry: Entry, there: Facts, here: Facts) -> str:
    """Return how a document would point to an entry, in the way in which it points into that file already."""
    if there.uri == here.uri:
        return f"#{entry.id}"
    for use in here.uses:
        if use.uri in there.own and use.fragment and use.pointer.endswith(use.fragment):
            return use.pointer.removesuffix(use.fragment) + entry.id
    from_, to = file_of(here.uri), file_of(there.uri)
    if from_ is None or to is None:
        return f"#{entry.id}"
    return f"{os.path.relpath(to, from_.parent)}#{entry.id}".replace(os.sep, "/")
