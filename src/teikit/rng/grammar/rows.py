"""From the simple form of a schema to the rows of its compiled form."""

from __future__ import annotations

from typing import Any

from teikit.rng.automaton.compiled import FORM, Row
from teikit.rng.automaton.name_classes import AnyName, Name, NameChoice, NameClass, NsName
from teikit.rng.grammar.simple import Simple


def compiled_form(
    start: Simple, files: tuple[tuple[str, str], ...], names: str, sought: tuple[tuple[str, str], ...]
) -> tuple[Any, ...]:
    """Return a simplified schema as plain tuples that `marshal` can write."""
    import marshal

    rows = _Rows()
    number = rows.everything(start)
    texts = marshal.dumps(tuple(rows.texts))
    return (FORM, number, tuple(rows.rows), tuple(rows.types), texts, files, names, sought)


class _Rows:
    """Numbers the patterns of a schema; equal ones, but for elements, have one number."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.texts: dict[str, int] = {"": 0}
        self.types: dict[tuple[Any, ...], int] = {}
        self._known: dict[Row, int] = {}
        self._of: dict[int, int] = {}
        self._elements: list[tuple[int, Simple]] = []

    def add(self, row: Row) -> int:
        number = self._known.get(row)
        if number is None:
            number = self._known[row] = len(self.rows)
            self.rows.append(row)
        return number

    def everything(self, start: Simple) -> int:
        number = self.row(start)
        while self._elements:
            at, element = self._elements.pop()
            name_class = plain_name_class(element.name_class)
            self.rows[at] = ("element", name_class, self.row(element.children[0]), self.text(element.documentation))
        return number

    def text(self, text: str) -> int:
        return self.texts.setdefault(text, len(self.texts))

    def type(self, simple: Simple) -> int:
        kind = simple.datatype
        parameters = tuple((name, value) for name, value in kind.parameters)
        return self.types.setdefault((simple.node.library, simple.node.attributes["type"], parameters), len(self.types))

    def row(self, simple: Simple) -> int:
        number = self._of.get(id(simple))
        if number is None:
            number = self._of[id(simple)] = self._made(simple)
        return number

    def _made(self, simple: Simple) -> int:
        kind = simple.kind
        if kind == "element":
            number = len(self.rows)
            self.rows.append(())
            self._elements.append((number, simple))
            return number
        if kind == "value":
            prefixes = tuple(simple.prefixes.items()) if simple.datatype.needs_context else ()
            return self.add((kind, self.type(simple), simple.text, prefixes, self.text(simple.documentation)))
        members = []
        for child in simple.children:
            members.append(self.row(child))
        if kind == "data":
            return self.add((kind, self.type(simple), members[0] if members else None))
        if kind == "attribute":
            return self.add((kind, plain_name_class(simple.name_class), members[0], self.text(simple.documentation)))
        return self.add((kind, *members))


def plain_name_class(name_class: NameClass | None) -> Any:
    """Return a name class as plain tuples; a single name is a string."""
    match name_class:
        case Name(name):
            return name
        case NameChoice(left, right):
            return ("|", plain_name_class(left), plain_name_class(right))
        case NsName(namespace, exception):
            return ("ns", namespace, exception and plain_name_class(exception))
        case AnyName(exception):
            return ("*", exception and plain_name_class(exception))
    raise ValueError("a pattern without a name")
