"""Patterns, as few as possible: equal patterns are one object.

The simplified form of RELAX NG (§4.18) as interned, normalised values. `Patterns` makes them, a table for each schema,
so that comparing is identity, derivatives can be memoised, and content models converge to few states:

- choices and interleaves are flat, sorted and without doubles; `notAllowed` is dropped from a choice, swallows a group;
- `empty` is dropped from a choice that has another nullable member, and from groups and interleaves;
- groups lean to the right; `oneOrMore(p | empty)` becomes `oneOrMore(p) | empty`;
- `text, (text | …)+` becomes `(text | …)+`, so that text in mixed content leads back to the same state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from teikit.rng.automaton.compiled import Source
    from teikit.rng.automaton.name_classes import NameClass
    from teikit.rng.automaton.runs import Run
    from teikit.rng.datatypes import Datatype


class Pattern:
    """One pattern. `nullable`: whether it matches the empty sequence (so does `text`).

    `has_text`, `has_value` and `has_attributes` say whether there is a `text`, a value pattern or an attribute in it,
    outside of elements and attributes. The other four are for derivatives to remember.
    """

    __slots__ = (
        *("attributes", "closed", "has_attributes", "has_text", "has_value"),
        *("mentioned", "nullable", "number", "opened"),
    )

    def __init__(self, number: int, nullable: bool, members: tuple[Pattern, ...] = ()) -> None:
        self.number = number
        self.nullable = nullable
        self.has_text = self.has_value = self.has_attributes = False
        for member in members:
            self.has_text = self.has_text or member.has_text
            self.has_value = self.has_value or member.has_value
            self.has_attributes = self.has_attributes or member.has_attributes
        self.opened: dict[str, dict[Element, Pattern]] = {}
        self.attributes: dict[str, Any] = {}
        self.closed: Pattern | None = None
        self.mentioned: frozenset[str] | None = None

    def forget(self) -> None:
        """Forget what derivatives remembered."""
        self.opened, self.attributes, self.closed = {}, {}, None


class Empty(Pattern):
    """`<empty/>`."""

    __slots__ = ()


class NotAllowed(Pattern):
    """`<notAllowed/>`."""

    __slots__ = ()


class Text(Pattern):
    """`<text/>`."""

    __slots__ = ()

    def __init__(self, number: int, nullable: bool) -> None:
        super().__init__(number, nullable)
        self.has_text = True


class Choice(Pattern):
    """Two or more alternatives, none of which is a choice. `by_name` is for derivatives to remember."""

    __slots__ = ("by_name", "members")

    def __init__(self, number: int, members: tuple[Pattern, ...]) -> None:
        super().__init__(number, any(member.nullable for member in members), members)
        self.members = members
        self.by_name: dict[str, list[Pattern]] | None = None

    def forget(self) -> None:
        """Forget what derivatives remembered."""
        super().forget()
        self.by_name = None


class Interleave(Pattern):
    """Two or more members in any order, mixed; none is an interleave."""

    __slots__ = ("members",)

    def __init__(self, number: int, members: tuple[Pattern, ...]) -> None:
        super().__init__(number, all(member.nullable for member in members), members)
        self.members = members


class Group(Pattern):
    """`first`, then `rest`; `first` is not a group. `run` is for derivatives to remember, with its place in it."""

    __slots__ = ("first", "rest", "run")

    def __init__(self, number: int, first: Pattern, rest: Pattern) -> None:
        super().__init__(number, first.nullable and rest.nullable, (first, rest))
        self.first = first
        self.rest = rest
        self.run: tuple[Run, int] | None = None


class OneOrMore(Pattern):
    """`member`, once or more often. `again` is for derivatives to remember: the pattern, or nothing."""

    __slots__ = ("again", "member")

    def __init__(self, number: int, member: Pattern) -> None:
        super().__init__(number, member.nullable, (member,))
        self.member = member
        self.again: Pattern | None = None

    def forget(self) -> None:
        """Forget what derivatives remembered."""
        super().forget()
        self.again = None


class Data(Pattern):
    """A value of a datatype that does not match the exception."""

    __slots__ = ("datatype", "exception")

    def __init__(self, number: int, datatype: Datatype, exception: Pattern | None) -> None:
        super().__init__(number, False)
        self.has_value = True
        self.datatype = datatype
        self.exception = exception


class Value(Pattern):
    """A value equal to `value` in the value space of a datatype; `text` is how the schema writes it."""

    __slots__ = ("datatype", "documentation", "text", "value")

    def __init__(self, number: int, datatype: Datatype, text: str, value: object, documentation: int) -> None:
        super().__init__(number, False)
        self.has_value = True
        self.documentation = documentation
        self.datatype = datatype
        self.text = text
        self.value = value


class List(Pattern):
    """Words separated by white space that match `member` one after the other."""

    __slots__ = ("member",)

    def __init__(self, number: int, member: Pattern) -> None:
        super().__init__(number, False)
        self.has_value = True
        self.member = member


class Attribute(Pattern):
    """An attribute with a name of the class and a value that matches `value`."""

    __slots__ = ("documentation", "name_class", "value")

    def __init__(self, number: int, name_class: NameClass, value: Pattern, documentation: int) -> None:
        super().__init__(number, False)
        self.has_attributes = True
        self.documentation = documentation
        self.name_class = name_class
        self.value = value


class Element(Pattern):
    """An element with a name of the class.

    `content` is set when the grammar is complete; until it is first needed, it is `row`, a number in `source`.
    """

    __slots__ = ("content", "documentation", "name_class", "row", "source")

    def __init__(self, number: int, name_class: NameClass, documentation: int) -> None:
        super().__init__(number, False)
        self.name_class = name_class
        self.documentation = documentation
        self.content: Pattern | int | None = None
        self.source: Source | None = None
        self.row = 0

    def forget(self) -> None:
        """Forget the content, if it can be made again."""
        super().forget()
        if self.source is not None:
            self.content = self.row
            self.source.forget()


_Made = TypeVar("_Made", bound=Pattern)


class Patterns:
    """The table of all patterns of one schema.

    `weight` tells how much is kept: patterns with their members, and what derivatives remember.
    """

    def __init__(self) -> None:
        self.weight = 0
        self._table: dict[tuple[object, ...], Pattern] = {}
        self._count = 0
        self.empty = self._intern(("empty",), lambda number: Empty(number, True))
        self.not_allowed = self._intern(("notAllowed",), lambda number: NotAllowed(number, False))
        self.text = self._intern(("text",), lambda number: Text(number, True))

    def _intern(self, key: tuple[object, ...], make: Callable[[int], _Made], size: int = 1) -> _Made:
        found = self._table.get(key)
        if found is None:
            self._count += 1
            self.weight += size
            found = self._table[key] = make(self._count)
        return found  # type: ignore[return-value]

    def choice(self, members: Iterable[Pattern]) -> Pattern:
        """Return the choice of the members, normalised."""
        flat: dict[int, Pattern] = {}
        distinct = dict.fromkeys(members)
        if len(distinct) == 1:
            return next(iter(distinct))
        for member in distinct:
            for each in member.members if isinstance(member, Choice) else (member,):
                flat[each.number] = each
        flat.pop(self.not_allowed.number, None)
        if self.empty.number in flat and any(each.nullable for each in flat.values() if each is not self.empty):
            del flat[self.empty.number]
        if len(flat) < 2:
            return next(iter(flat.values()), self.not_allowed)
        key = tuple(sorted(flat))
        return self._intern(("choice", key), lambda number: Choice(number, tuple(flat[each] for each in key)), len(key))

    def interleave(self, members: Iterable[Pattern]) -> Pattern:
        """Return the interleave of the members, normalised."""
        flat: list[Pattern] = []
        for member in members:
            flat.extend(member.members if isinstance(member, Interleave) else (member,))
        if self.not_allowed in flat:
            return self.not_allowed
        parts = sorted((each for each in flat if each is not self.empty), key=lambda each: each.number)
        if len(parts) < 2:
            return parts[0] if parts else self.empty
        key = tuple(each.number for each in parts)
        return self._intern(("interleave", key), lambda number: Interleave(number, tuple(parts)), len(key))

    def group(self, first: Pattern, rest: Pattern) -> Pattern:
        """Return `first, rest`, normalised."""
        if first is self.empty:
            return rest
        if rest is self.empty:
            return first
        if first is self.not_allowed or rest is self.not_allowed:
            return self.not_allowed
        if isinstance(first, Group):
            return self._joined(first, rest)
        if first is self.text and self._absorbs_text(rest):
            return rest
        return self._intern(("group", first.number, rest.number), lambda number: Group(number, first, rest))

    def _joined(self, first: Group, rest: Pattern) -> Pattern:
        """Return `first, rest`; the groups inside may be thousands, so that each is put before `rest` once."""
        waiting: list[Group] = []
        at: Pattern = first
        found: Pattern | None = None
        while isinstance(at, Group) and found is None:
            found = self._table.get(("group", at.number, rest.number))
            if found is None:
                waiting.append(at)
                at = at.rest
        found = self.group(at, rest) if found is None else found
        for each in reversed(waiting):
            self.weight += 1
            found = self._table["group", each.number, rest.number] = self.group(each.first, found)
        return found

    def _absorbs_text(self, pattern: Pattern) -> bool:
        """Whether text before the pattern changes nothing: it begins with a repetition that has text as a member."""
        if isinstance(pattern, Group):
            return self._absorbs_text(pattern.first)
        if not isinstance(pattern, OneOrMore):
            return pattern is self.text
        member = pattern.member
        return member is self.text or (isinstance(member, Choice) and self.text in member.members)

    def one_or_more(self, member: Pattern) -> Pattern:
        """Return `member+`, normalised."""
        if member is self.empty or member is self.not_allowed or member is self.text or isinstance(member, OneOrMore):
            return member
        if isinstance(member, Choice) and self.empty in member.members:
            rest = self.choice(each for each in member.members if each is not self.empty)
            return self.choice((self.one_or_more(rest), self.empty))
        return self._intern(("oneOrMore", member.number), lambda number: OneOrMore(number, member))

    def again(self, pattern: OneOrMore) -> Pattern:
        """Return what may follow one `member` of `member+`."""
        if pattern.again is None:
            pattern.again = self.choice((pattern, self.empty))
        return pattern.again

    def forget(self) -> None:
        """Forget every pattern that can be made again from the rows of the grammar, or by derivatives."""
        kept: dict[tuple[object, ...], Pattern] = {}
        for key, pattern in self._table.items():
            pattern.forget()
            if isinstance(pattern, (Element, Empty, NotAllowed, Text)):
                kept[key] = pattern
        self._table, self.weight = kept, len(kept)

    def data(self, datatype: Datatype, exception: Pattern | None) -> Pattern:
        """Return a pattern for values of a datatype."""
        key = ("data", datatype, exception.number if exception else 0)
        return self._intern(key, lambda number: Data(number, datatype, exception))

    def value(self, datatype: Datatype, text: str, value: object, documentation: int = 0) -> Pattern:
        """Return a pattern for one value of a datatype."""
        key = ("value", datatype, value, documentation)
        return self._intern(key, lambda number: Value(number, datatype, text, value, documentation))

    def list(self, member: Pattern) -> Pattern:
        """Return a pattern for a list of words."""
        if member is self.not_allowed:
            return member
        return self._intern(("list", member.number), lambda number: List(number, member))

    def attribute(self, name_class: NameClass, value: Pattern, documentation: int = 0) -> Pattern:
        """Return an attribute pattern; `documentation` is the number of a text."""
        if value is self.not_allowed:
            return value
        key = ("attribute", name_class, value.number, documentation)
        return self._intern(key, lambda number: Attribute(number, name_class, value, documentation))

    def element(self, define: object, name_class: NameClass, documentation: int = 0) -> Element:
        """Return the element pattern of a definition; its content is set later, since grammars are recursive."""
        return self._intern(("element", define), lambda number: Element(number, name_class, documentation))
