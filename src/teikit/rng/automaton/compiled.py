"""The compiled form of a schema: a table of plain tuples, from which patterns are made when they are first needed.

`rows` describe patterns by the numbers of other rows, so that the table can be written with `marshal` and read back in
a few milliseconds. An element's content is only made when a document has such an element: until then
`Element.content` is the number of its row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from teikit.rng.automaton.derivatives import Context
from teikit.rng.automaton.name_classes import AnyName, Name, NameClass, NsName, either
from teikit.rng.automaton.patterns import Element, Pattern, Patterns

Row = tuple[Any, ...]
_FLAT = ("choice", "group", "interleave")
MOST_MEMBERS = 200_000
"""How many members one pattern may have, as it is nested."""

FORM = 2
"""The version of the compiled form: raised with every change of it."""


class Grammar(NamedTuple):
    """A compiled schema: its table of patterns, its start, and the files it came from, with their BLAKE2b digests."""

    table: Patterns
    start: Pattern
    files: tuple[tuple[str, str], ...]
    source: Source
    compiled: tuple[Any, ...]

    def documentation(self, pattern: Pattern) -> str:
        """Return what the schema says of an element, attribute or value pattern, or ''."""
        number = getattr(pattern, "documentation", 0)
        return self.source.text(number) if number else ""


def name_class_from(plain: Any) -> NameClass:
    """Return the name class that `rows.plain_name_class` wrote."""
    if isinstance(plain, str):
        return Name(plain)
    if plain[0] == "|":
        return either(name_class_from(plain[1]), name_class_from(plain[2]))
    exception = plain[-1] and name_class_from(plain[-1])
    return AnyName(exception) if plain[0] == "*" else NsName(plain[1], exception)


class Source:
    """Makes patterns from rows. Belongs to one table of patterns."""

    def __init__(self, table: Patterns, rows: list[Row], types: list[Row], texts: bytes, names: str) -> None:
        self._table = table
        self._rows = rows
        self._types = types
        self._texts = texts
        self._names = names
        self._read: tuple[str, ...] | None = None
        self._made: dict[int, Pattern] = {}
        self._datatypes: dict[int, Any] = {}

    def text(self, number: int) -> str:
        """Return one of the texts of documentation."""
        if self._read is None:
            import marshal

            self._read = marshal.loads(self._texts)
        return self._read[number]

    def pattern(self, number: int) -> Pattern:
        """Return the pattern of a row; the inner ones are made first, however deep they are."""
        made, waiting = self._made, [number]
        while waiting:
            at = waiting[-1]
            members = () if at in made else self._members(self._rows[at])
            missing = [each for each in members if each not in made]
            if missing:
                waiting.extend(missing)
                continue
            waiting.pop()
            if at not in made:
                made[at] = self._make(at, members)
        return made[number]

    def _members(self, row: Row) -> list[int]:
        """Return the rows of which a row needs the patterns; an element's content is made later.

        A choice in a choice is looked through, as are groups and interleaves: there may be thousands, one in the other.
        Raises `RecursionError` where there are too many.
        """
        kind = row[0]
        if kind in ("attribute", "data"):
            return [] if row[2] is None else [row[2]]
        if kind not in _FLAT:
            return [] if kind in ("element", "value") else list(row[1:])
        found: list[int] = []
        met: set[int] = set()
        waiting = list(reversed(row[1:]))
        while waiting:
            number = waiting.pop()
            inner = self._rows[number]
            if inner[0] != kind or number in self._made:
                found.append(number)
            elif kind != "choice" or number not in met:
                met.add(number)
                waiting.extend(reversed(inner[1:]))
            if len(found) > MOST_MEMBERS:
                # Repetition of repetition: a page of schema may mean more than a machine holds.
                raise RecursionError(f"a pattern has more than {MOST_MEMBERS} members")
        return found

    def forget(self) -> None:
        """Forget the patterns that were made."""
        self._made.clear()

    def _datatype(self, number: int) -> Any:
        found = self._datatypes.get(number)
        if found is None:
            from teikit.rng.datatypes.library import Datatype

            # Its parameters were checked when the schema was read.
            library, name, parameters = self._types[number]
            found = self._datatypes[number] = Datatype(library, name, parameters, self._names)
        return found

    def _make(self, number: int, members: Sequence[int]) -> Pattern:
        table, row = self._table, self._rows[number]
        match row[0]:
            case "element":
                element: Element = table.element(number, name_class_from(row[1]), row[3])
                element.content, element.row, element.source = row[2], row[2], self
                return element
            case "attribute":
                return table.attribute(name_class_from(row[1]), self._made[row[2]], row[3])
            case "value":
                datatype = self._datatype(row[1])
                return table.value(datatype, row[2], datatype.value_of(row[2], Context(dict(row[3]))), row[4])
            case "data":
                return table.data(self._datatype(row[1]), None if row[2] is None else self._made[row[2]])
        if len(row) == 1:
            return {"empty": table.empty, "text": table.text, "notAllowed": table.not_allowed}[row[0]]
        return self._compound(row[0], [self._made[member] for member in members])

    def _compound(self, kind: str, members: list[Pattern]) -> Pattern:
        """Make a pattern that consists of others."""
        table = self._table
        match kind:
            case "choice":
                return table.choice(members)
            case "interleave":
                return table.interleave(members)
            case "oneOrMore":
                return table.one_or_more(members[0])
            case "list":
                return table.list(members[0])
        whole = members.pop()
        while members:
            whole = table.group(members.pop(), whole)
        return whole


def dump(grammar: Grammar) -> tuple[Any, ...]:
    """Return a grammar as plain tuples that `marshal` can write."""
    return grammar.compiled


def restore(compiled: tuple[Any, ...]) -> Grammar:
    """Return the grammar that `dump` wrote; its patterns are made when they are first needed."""
    _, number, rows, types, texts, files, names, _ = compiled
    table = Patterns()
    source = Source(table, rows, types, texts, names)
    return Grammar(table, source.pattern(number), files, source, compiled)
