"""Patterns in the simple syntax (§5), each with the node of the schema that it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from teikit.rng.automaton.name_classes import NameClass
from teikit.rng.syntax import Node

if TYPE_CHECKING:
    from teikit.rng.grammar.definitions import Definition


class Simple:
    """One pattern. `kind` is one of element, attribute, group, interleave, choice, oneOrMore, list, data, value, text,
    empty, notAllowed, and ref until §4.19; `children` are patterns (of `data`: its exception, if any).

    Definitions that are not elements are shared by all that refer to them, so that this is a graph, and where elements
    are recursive it has cycles through them.
    """

    __slots__ = ("children", "datatype", "documentation", "kind", "name_class", "node", "prefixes", "target", "text")

    def __init__(self, kind: str, node: Node, children: list[Simple]) -> None:
        self.kind = kind
        self.node = node
        self.children = children
        self.documentation = ""
        self.name_class: NameClass | None = None
        self.target: Definition | None = None
        self.datatype: Any = None
        self.text = ""
        self.prefixes: dict[str, str] = {}

    def with_children(self, children: list[Simple]) -> Simple:
        """Return a copy with other children."""
        twin = Simple(self.kind, self.node, children)
        twin.documentation, twin.name_class, twin.datatype = (
            self.documentation, self.name_class, self.datatype,
        )  # fmt: skip
        return twin
