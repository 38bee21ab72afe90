"""Which patterns are tried on which nodes, in one pass over the document."""

from __future__ import annotations

from typing import NamedTuple

from teikit.schematron.model import Pattern
from teikit.schematron.transpiling.contexts import KINDS, Candidates, candidates

_NODES = {
    "document": "/",
    "element": "//*",
    "attribute": "//@*",
    "text": "//text()",
    "comment": "//comment()",
    "processing-instruction": "//processing-instruction()",
}
_ANY = {
    "document": "/",
    "element": "*",
    "attribute": "@*",
    "text": "text()",
    "comment": "comment()",
    "processing-instruction": "processing-instruction()",
}


class Target(NamedTuple):
    """A match pattern of the pass, and the indexes of the patterns to try where it matches.

    `of_owner` are those that are tried on the element of an attribute.
    """

    match: str
    patterns: tuple[int, ...]
    of_owner: tuple[int, ...] = ()


class Dispatch(NamedTuple):
    """The pass: expressions that select the nodes to visit, and what to do with each kind of them.

    `of_root` are the patterns that are for the document element only, whatever its name.
    """

    nodes: tuple[str, ...]
    targets: tuple[Target, ...]
    of_root: tuple[int, ...]


def dispatch(patterns: list[tuple[int, Pattern]]) -> Dispatch:
    """Return the pass for some patterns, given with their indexes."""
    table = _Table()
    for index, pattern in patterns:
        table.add(index, pattern)
    targets = [target for kind in KINDS for target in table.targets(kind)]
    kinds = [kind for kind in KINDS if table.any[kind] or table.named[kind] or (kind == "attribute" and table.owners)]
    return Dispatch(tuple(_NODES[kind] for kind in kinds), tuple(targets), tuple(table.of_root))


def tries_document(pattern: Pattern) -> bool:
    """Return whether a pattern may be tried on the document node."""
    return not {"document", ""}.isdisjoint(each.kind for each in _candidates(pattern))


def all_nodes(pattern: Pattern) -> tuple[str, ...]:
    """Return expressions for all the nodes that rules of one pattern can match."""
    kinds = {each.kind for each in _candidates(pattern)}
    return tuple(_NODES[kind] for kind in KINDS if kind in kinds or "" in kinds)


class _Table:
    def __init__(self) -> None:
        self.any: dict[str, list[int]] = {kind: [] for kind in KINDS}
        self.named: dict[str, dict[tuple[str, str | None], list[int]]] = {kind: {} for kind in KINDS}
        self.owners: dict[tuple[str, str | None], list[int]] = {}
        self.of_root: list[int] = []

    def add(self, index: int, pattern: Pattern) -> None:
        found = _candidates(pattern)
        if found and all(each.is_root for each in found):
            self.of_root.append(index)
            return
        shared = _shared_attributes(found)
        if shared:
            self.owners.setdefault(min(shared), []).append(index)
            return
        for each in found:
            for kind in (each.kind,) if each.kind else KINDS:
                if each.uri is None or not each.kind:
                    _note(self.any[kind], index)
                else:
                    _note(self.named[kind].setdefault((each.uri, each.local), []), index)

    def targets(self, kind: str) -> list[Target]:
        """Return the match patterns for one kind of node; a name has the patterns for any name as well."""
        named, everywhere = self.named[kind], self.any[kind]
        mark, owners = ("@", self.owners) if kind == "attribute" else ("", {})
        made = []
        for uri, local in sorted({*named, *owners}, key=str):
            own, wide = named.get((uri, local), []), named.get((uri, None), [])
            tried = tuple(sorted({*own, *wide, *everywhere}))
            made.append(Target(f"{mark}{_name((uri, local or '*'))}", tried, tuple(owners.get((uri, local), ()))))
        if everywhere:
            made.append(Target(_ANY[kind], tuple(everywhere)))
        return made


def _note(indexes: list[int], index: int) -> None:
    if index not in indexes:
        indexes.append(index)


def _name(name: tuple[str, str]) -> str:
    return f"Q{{{name[0]}}}{name[1]}"


def _candidates(pattern: Pattern) -> list[Candidates]:
    return [each for rule in pattern.rules for each in candidates(rule.context.text, dict(rule.context.prefixes))]


def _shared_attributes(found: list[Candidates]) -> frozenset[tuple[str, str]]:
    """Return attributes that every node of the candidates has: worth it where elements of any name are tried."""
    if all(each.local is not None for each in found):
        return frozenset()
    return frozenset.intersection(*(each.attributes if each.kind == "element" else frozenset() for each in found))
