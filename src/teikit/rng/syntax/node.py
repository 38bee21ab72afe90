"""The neutral tree of a schema, equal for both syntaxes: the full syntax of §3, with annotations kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from teikit.diagnostics import Location

RNG = "http://relaxng.org/ns/structure/1.0"
ANNOTATIONS = "http://relaxng.org/ns/compatibility/annotations/1.0"
XSD_TYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
XML = "http://www.w3.org/XML/1998/namespace"


class Comment(NamedTuple):
    """A comment: its text, without the marks of the syntax."""

    text: str


class Foreign:
    """An annotation element; names are written `namespace local`, or `local` alone."""

    __slots__ = ("attributes", "content", "name", "prefixes")

    def __init__(self, name: str, attributes: dict[str, str], prefixes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.prefixes = prefixes
        self.content: list[str | Foreign | Comment] = []

    @property
    def text(self) -> str:
        """All text inside."""
        return "".join(
            each if isinstance(each, str) else each.text if isinstance(each, Foreign) else "" for each in self.content
        )


class Note(NamedTuple):
    """A comment or annotation element, and how many children of the node stand before it."""

    after: int
    what: Comment | Foreign


class Node:
    """An element of the schema in the terms of the XML syntax.

    `kind` is its local name in the RELAX NG namespace; `attributes` are those without a namespace, `foreign` those with
    one (by `namespace local`). `children` are elements of RELAX NG only; what stands between them is in `notes`. `text`
    is the content of `name`, `value` and `param`. `prefixes` are the namespaces in scope, for QNames. `line`
    and `column` are 1-based and count characters.
    """

    __slots__ = (
        "attributes", "children", "column", "foreign", "kind", "library", "line", "notes", "path", "prefixes", "text",
    )  # fmt: skip

    def __init__(
        self, kind: str, attributes: dict[str, str], place: tuple[str, int, int], prefixes: dict[str, str]
    ) -> None:
        self.kind = kind
        self.attributes = attributes
        self.path, self.line, self.column = place
        self.prefixes = prefixes
        self.children: list[Node] = []
        self.text = ""
        self.notes: list[Note] | None = None
        self.foreign: dict[str, str] | None = None
        self.library = ""

    @property
    def location(self) -> Location:
        """Where the start-tag begins."""
        return Location(self.path, self.line, self.column)

    @property
    def place(self) -> tuple[str, int, int]:
        """Path, line and column."""
        return (self.path, self.line, self.column)

    def note(self, what: Comment | Foreign) -> None:
        """Add a comment or annotation after the children that there are."""
        if self.notes is None:
            self.notes = []
        self.notes.append(Note(len(self.children), what))

    def copy(self, children: list[Node]) -> Node:
        """Return the same node with other children, without its notes between them."""
        twin = Node(self.kind, self.attributes, self.place, self.prefixes)
        twin.children, twin.text, twin.foreign, twin.library = children, self.text, self.foreign, self.library
        return twin

    def iter(self) -> Iterator[Node]:
        """Yield the node and all below it, in the order of the document."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


def is_documentation(what: Comment | Foreign) -> bool:
    """Return whether it is an element `documentation` of the compatibility annotations."""
    return isinstance(what, Foreign) and what.name == f"{ANNOTATIONS} documentation"


def documentation(node: Node) -> str:
    """Return the documentation of a node: the `a:documentation` before its first child, paragraphs on lines."""
    if not node.notes:
        return ""
    return _joined(note for note in node.notes if note.after == 0 or node.kind in ("define", "start"))


def documentation_after(parent: Node, index: int) -> str:
    """Return the documentation that follows the child of this index, as it does for `value`, which can hold none."""
    return _joined(note for note in parent.notes or () if note.after == index + 1)


def _joined(notes: Iterator[Note]) -> str:
    found = []
    for note in notes:
        if isinstance(note.what, Foreign) and is_documentation(note.what):
            found.append(" ".join(note.what.text.split()))
    return "\n".join(found)
