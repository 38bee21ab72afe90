"""Simple types from the patterns of values (XSD Part 2): lists, unions, enumerations and facets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from lxml import etree

from teikit.rng.automaton.patterns import (
    Choice,
    Data,
    Empty,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Text,
    Value,
)
from teikit.rng.datatypes import Datatype

XS = "http://www.w3.org/2001/XMLSchema"
_RENAMED = {"anyAtomicType": "string", "untypedAtomic": "string", "NOTATION": "QName"}

Document = Callable[[Pattern], str]


def xs(kind: str, /, *children: etree._Element, text: str | None = None, **attributes: str | None) -> etree._Element:
    """Return an element of W3C XML Schema; attributes that are None are left out."""
    element = etree.Element(f"{{{XS}}}{kind}", {name: value for name, value in attributes.items() if value is not None})
    element.text = text
    element.extend(children)
    return element


class SimpleTypes:
    """Makes the simple types of one schema document.

    `names` are the datatypes of the ODD by pattern, which become types of that name as they are used; `prefix` is that
    of the target namespace (with its colon, or ''). `wider` is told what cannot be said exactly.
    """

    def __init__(
        self, names: dict[Pattern, str], prefix: str, document: Document, wider: Callable[[str], None]
    ) -> None:
        self.names = names
        self.prefix = prefix
        self.document = document
        self.wider = wider
        self.named: dict[str, etree._Element] = {}
        self.has_assertions = False

    def set_type(self, owner: etree._Element, value: Pattern) -> None:
        """Give an element or attribute declaration its type: by name, or as a `simpleType` inside."""
        found = self.of(value)
        if isinstance(found, str):
            owner.set("type", found)
        else:
            owner.append(found)

    def of(self, value: Pattern) -> str | etree._Element:
        """Return the name of a type, or a `simpleType`."""
        name = self.names.get(value)
        if name is not None and not (isinstance(value, Data) and not value.datatype.parameters):
            if name not in self.named:
                self.named[name] = xs("simpleType", name=name)
                made = self._made(value)
                if isinstance(made, str):
                    made = xs("simpleType", xs("restriction", base=made))
                self.named[name].extend(made)
            return f"{self.prefix}{name}"
        return self._made(value)

    def _made(self, value: Pattern) -> str | etree._Element:
        match value:
            case Data():
                return self._data(value)
            case Value():
                return self._enumeration(value.datatype, [value])
            case Empty():
                return _restricted("xs:token", [("length", "0")])
            case Choice(members=members):
                return self._union(members)
            case List(member=member):
                return self._list(member)
        if not isinstance(value, Text):
            self.wider("a value of several parts is any text")
        return "xs:string"

    def _data(self, data: Data) -> str | etree._Element:
        base = _base(data.datatype)
        made: str | etree._Element = base
        parameters = data.datatype.parameters
        patterns = [pair for pair in parameters if pair[0] == "pattern"]
        others = [pair for pair in parameters if pair[0] != "pattern"]
        # Two patterns of one step are alternatives in XSD; in RELAX NG both must match.
        for facets in [[*others, *patterns[:1]], *([pair] for pair in patterns[1:])]:
            if facets:
                made = _restricted(made, facets)
        if data.exception is None:
            return made
        return self._without(made, data.exception)

    def _without(self, made: str | etree._Element, exception: Pattern) -> str | etree._Element:
        left_out = exception.members if isinstance(exception, Choice) else (exception,)
        texts = [one.text for one in left_out if isinstance(one, Value) and _base(one.datatype) in _TEXTS]
        if len(texts) < len(left_out):
            self.wider("values that are left out are allowed")
            return made
        self.has_assertions = True
        quoted = ", ".join("'" + text.replace("'", "''") + "'" for text in texts)
        return _restricted(made, [("assertion", f"not(string($value) = ({quoted}))")])

    def _enumeration(self, datatype: Datatype, values: Iterable[Value]) -> etree._Element:
        restriction = xs("restriction", base=_base(datatype))
        for value in values:
            item = xs("enumeration", *documentation(self.document(value)), value=value.text)
            restriction.append(item)
        return xs("simpleType", restriction)

    def _union(self, members: Iterable[Pattern]) -> str | etree._Element:
        parts = list(members)
        if any(isinstance(part, Text) for part in parts):
            return "xs:string"
        known = self._known(parts)
        rest = [part for part in parts if part not in known[1]]
        values = [part for part in rest if isinstance(part, Value)]
        made: list[str | etree._Element] = []
        for datatype, group in groupby(
            sorted(values, key=lambda one: _base(one.datatype)), key=lambda one: one.datatype
        ):
            made.append(self._enumeration(datatype, sorted(group, key=lambda one: one.number)))
        made.extend(known[0])
        made.extend(self.of(part) for part in rest if not isinstance(part, Value))
        if len(made) == 1:
            return made[0]
        union = xs("union", memberTypes=" ".join(one for one in made if isinstance(one, str)) or None)
        union.extend(one for one in made if not isinstance(one, str))
        return xs("simpleType", union)

    def _known(self, parts: list[Pattern]) -> tuple[list[str | etree._Element], set[Pattern]]:
        """Return named types that are a part of a choice: a choice inside a choice has been dissolved."""
        available = set(parts)
        found: list[str | etree._Element] = []
        used: set[Pattern] = set()
        for pattern in self.names:
            inner = set(pattern.members) if isinstance(pattern, Choice) else set()
            if inner and inner < available and not inner & used:
                found.append(self.of(pattern))
                used |= inner
        return found, used

    def _list(self, member: Pattern) -> etree._Element:
        items = list(dict.fromkeys(_leaves(member)))
        least, most, exact = _lengths(member)
        if not exact or (len(items) > 1 and _alternatives(member) != frozenset(items)):
            self.wider("the words of a list may come in any order and number")
            least, most = 0, None
        item = self._union(items) if len(items) != 1 else self.of(items[0])
        made = xs("list", itemType=item if isinstance(item, str) else None)
        if not isinstance(item, str):
            made.append(item)
        listed = xs("simpleType", made)
        facets = [("minLength", str(least))] * bool(least) + [("maxLength", str(most))] * (most is not None)
        return _restricted(listed, facets) if facets else listed


_TEXTS = ("xs:string", "xs:token", "xs:normalizedString", "xs:NCName", "xs:Name", "xs:NMTOKEN", "xs:anyURI")


def _base(datatype: Datatype) -> str:
    name = datatype.description[1]
    return f"xs:{_RENAMED.get(name, name)}"


def _restricted(base: str | etree._Element, facets: Iterable[tuple[str, str]]) -> etree._Element:
    restriction = xs("restriction", base=base if isinstance(base, str) else None)
    if not isinstance(base, str):
        restriction.append(base)
    for name, value in facets:
        restriction.append(xs(name, **{"test" if name == "assertion" else "value": value}))
    return xs("simpleType", restriction)


def documentation(text: str) -> list[etree._Element]:
    """Return the annotation of a component, none for no text."""
    return [xs("annotation", xs("documentation", text=text))] if text else []


def _leaves(pattern: Pattern) -> Iterable[Pattern]:
    match pattern:
        case Choice(members=members) | Interleave(members=members):
            for member in members:
                yield from _leaves(member)
        case Group(first=first, rest=rest):
            yield from _leaves(first)
            yield from _leaves(rest)
        case OneOrMore(member=member):
            yield from _leaves(member)
        case Data() | Value():
            yield pattern


def _alternatives(pattern: Pattern) -> frozenset[Pattern] | None:
    """Return the types that each word of a list can have, None where they differ from word to word."""
    match pattern:
        case Data() | Value():
            return frozenset((pattern,))
        case Choice(members=members):
            words = [one for one in members if not isinstance(one, Empty)]
            if all(isinstance(one, (Data, Value)) for one in words):
                return frozenset(words)
            found = {_alternatives(one) for one in words}
        case Group(first=first, rest=rest):
            found = {_alternatives(first), _alternatives(rest)}
        case OneOrMore(member=member):
            return _alternatives(member)
        case _:
            return None
    return found.pop() if len(found) == 1 else None


def _lengths(pattern: Pattern) -> tuple[int, int | None, bool]:
    """Return how many words at least and at most, and whether every number between them is possible."""
    match pattern:
        case Empty():
            return 0, 0, True
        case Data() | Value():
            return 1, 1, True
        case OneOrMore(member=member):
            least, _, exact = _lengths(member)
            return least, None, exact and least <= 1
        case Group(first=first, rest=rest):
            one, other = _lengths(first), _lengths(rest)
            most = None if one[1] is None or other[1] is None else one[1] + other[1]
            return one[0] + other[0], most, one[2] and other[2]
        case Choice(members=members):
            return _either_length([_lengths(member) for member in members])
    return 0, None, False


def _either_length(found: list[tuple[int, int | None, bool]]) -> tuple[int, int | None, bool]:
    ordered = sorted(found, key=lambda one: one[0])
    least, most, exact = ordered[0]
    for other_least, other_most, other_exact in ordered[1:]:
        exact = exact and other_exact and (most is None or other_least <= most + 1)
        most = None if most is None or other_most is None else max(most, other_most)
    return least, most, exact
