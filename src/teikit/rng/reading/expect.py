"""What may stand at a place in a document: what an editor offers while one writes.

Only what stands before the place has to be well-formed. It is read as `diagnose` reads, so earlier faults are passed
over in the same way. Then the markup that the place is in decides: content, a start-tag, or the value of an attribute.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple
from xml.parsers import expat

from teikit.rng.automaton import patterns
from teikit.rng.automaton.compiled import Grammar
from teikit.rng.automaton.derivatives import (
    Context,
    attribute_derivative,
    attribute_plan,
    matches_value,
    text_derivative,
    words,
)
from teikit.rng.automaton.expectations import first_elements, required_attributes, required_names
from teikit.rng.automaton.name_classes import names
from teikit.rng.automaton.patterns import Pattern
from teikit.rng.automaton.states import DATA, ELEMENTS, WHITE_SPACE, Automaton, content_of
from teikit.rng.reading.begun_tag import BegunTag, begun_tag, is_name, offset_of
from teikit.rng.reading.diagnose import Diagnosis
from teikit.rng.reading.report import Frame, plain
from teikit.xml.limits import Limits
from teikit.xml.scan import scan

_UNCLOSED_TOKEN = expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN]
_UNCLOSED_CDATA = expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION]
_NO_ELEMENTS = expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]


class Choice(NamedTuple):
    """One thing that may stand at a place.

    `name` is the local name of an element or attribute, or a value. `documentation` is what the schema says of it, or
    ''. `required`: it cannot be left out in the end, whatever else is chosen; of values: there is no other.
    """

    name: str
    namespace: str
    documentation: str
    required: bool


class Expected(NamedTuple):
    """What may stand at a place; what the schema allows by wildcards and datatypes has no names and is not listed.

    Each is sorted: what is required first, then by name. `values` are those of the attribute in whose value the place
    is, or of the element whose content is a value. `text`: whether characters may stand here.
    """

    elements: tuple[Choice, ...] = ()
    attributes: tuple[Choice, ...] = ()
    values: tuple[Choice, ...] = ()
    text: bool = False


NOTHING = Expected()


def expected_at(
    automaton: Automaton, grammar: Grammar, path: str, data: bytes, line: int, column: int, limits: Limits
) -> Expected:
    """Return what may stand before the character at a 1-based line and column of a document in UTF-8.

    A place outside the document means the nearest one inside. Raises `DocumentError` where what stands before it is not
    well-formed.
    """
    text = data.decode("utf-8", "surrogatepass")
    offset = offset_of(text, line, column)
    before = text[:offset]
    prefix = _Prefix(automaton, path, limits)
    token = prefix.take(before)
    offer = _Offer(automaton, grammar)
    if prefix.in_doctype or (token and not token.startswith(("<", "&"))):
        return NOTHING
    if token.startswith(("<!", "<?", "</")):
        return NOTHING._replace(text=offer.content(prefix.here()).text) if token == "<![CDATA[" else NOTHING
    if not token.startswith("<"):
        content = offer.content(prefix.here())
        return content if not token else NOTHING._replace(text=content.text)
    if token == "<" or is_name(token[1:]):
        return Expected(offer.content(prefix.here()).elements)
    tag = begun_tag(token, text[offset:])
    if tag is None:
        return NOTHING
    again = _Prefix(automaton, path, limits)
    with suppress(expat.ExpatError):
        again.read(path, (before[: len(before) - len(token)] + tag.whole()).encode("utf-8", "surrogatepass"))
    return again.in_tag(offer, tag) if again.tags == prefix.tags + 1 else NOTHING


class _Prefix(Diagnosis):
    """What stands before a place; its faults are found, and not told."""

    def __init__(self, automaton: Automaton, path: str, limits: Limits) -> None:
        super().__init__(automaton, path, check_ids=False)
        self.limits = limits
        self.tags = 0
        self.pairs: list[tuple[str, str]] = []
        self.in_doctype = False

    def take(self, text: str) -> str:
        """Read; return the markup that is not complete at the end, or ''. Raises `DocumentError`."""
        data = text.encode("utf-8", "surrogatepass")
        try:
            self.read(self.report.path, data)
        except expat.ExpatError as error:
            if error.code == _UNCLOSED_CDATA:
                return "<![CDATA["
            if error.code == _UNCLOSED_TOKEN:
                return data[self.report.parser.ErrorByteIndex :].decode("utf-8", "surrogatepass")
            if error.code != _NO_ELEMENTS:
                scan(data, self.report.path, self.limits)
                raise
        return ""

    def listen(self) -> None:
        """Take the events of the parser, and those of the DOCTYPE."""
        super().listen()
        parser = self.report.parser
        parser.StartDoctypeDeclHandler = lambda *_: self._doctype(True)
        parser.EndDoctypeDeclHandler = lambda: self._doctype(False)

    def _doctype(self, inside: bool) -> None:
        self.in_doctype = inside

    def start(self, name: str, attributes: list[str]) -> None:
        """Handle a start-tag; keep its attributes."""
        self.tags += 1
        self.pairs = [(plain(each), value) for each, value in zip(attributes[::2], attributes[1::2], strict=True)]
        super().start(name, attributes)

    def here(self) -> Frame:
        """Return the innermost open element, the text in it taken in."""
        state = self.frame.state
        if state is not None and (state.mode != DATA or self.frame.had_child):
            self._text_beside_elements(self.frame)
        return self.frame

    def in_tag(self, offer: _Offer, tag: BegunTag) -> Expected:
        """Return what may stand in the start-tag that was read last."""
        frame = self.frame
        known = frame.transition.elements if frame.transition else self.automaton.elements_named(frame.name)[0]
        left = [content_of(element) for element in known]
        if not tag.attribute:
            return offer.attributes(offer.without(left, self.pairs, self._context()), dict(self.pairs))
        if tag.attribute == "xmlns" or tag.attribute.startswith("xmlns:"):
            return NOTHING
        name = self.pairs[0][0]
        left = offer.without(left, self.pairs[1:], self._context())
        values = (value for pattern in left for value in attribute_plan(pattern, name).values)
        return Expected(values=offer.values(dict.fromkeys(values), tag.typed, self._context()))


class _Offer:
    """Puts what patterns ask for into words."""

    def __init__(self, automaton: Automaton, grammar: Grammar) -> None:
        self.table = automaton.table
        self.grammar = grammar

    def content(self, frame: Frame) -> Expected:
        """Return what may come next inside an element."""
        state = frame.state
        if state is None:
            return NOTHING
        found: dict[str, str] = {}
        for pattern in state.patterns:
            for element in first_elements(pattern):
                self._note(found, names(element.name_class), element)
        required = set.intersection(*(required_names(pattern) for pattern in state.patterns))
        is_value = state.mode == DATA and not frame.had_child
        values = self.values(state.patterns, "".join(frame.text), Context({})) if is_value else ()
        return Expected(_sorted(found, required), (), values, state.mode != ELEMENTS)

    def without(self, left: list[Pattern], pairs: Iterable[tuple[str, str]], context: Context) -> list[Pattern]:
        """Return the patterns without the attributes that are there; a wrong value counts as a right one."""
        for name, value in pairs:
            plans = [attribute_plan(pattern, name).values for pattern in left]
            if not any(plans):
                continue
            moved = []
            for pattern, plan in zip(left, plans, strict=True):
                verdicts = tuple(matches_value(self.table, each, value, context) for each in plan)
                verdicts = verdicts if any(verdicts) else tuple(True for _ in plan)
                moved.append(attribute_derivative(self.table, pattern, name, verdicts))
            possible = [pattern for pattern in moved if pattern is not self.table.not_allowed]
            left = possible or left
        return left

    def attributes(self, left: list[Pattern], there: dict[str, str]) -> Expected:
        """Return the attributes that may be added to those that are there."""
        found: dict[str, str] = {}
        for pattern in left:
            for attribute in _attributes(pattern):
                self._note(found, (name for name in names(attribute.name_class) if name not in there), attribute)
        required = set.intersection(*(required_attributes(pattern) for pattern in left)) if left else set()
        return Expected(attributes=_sorted(found, required))

    def values(self, allowed: Iterable[Pattern], typed: str, context: Context) -> tuple[Choice, ...]:
        """Return the values that are listed; of a list, the words that may follow the complete words before."""
        found: dict[str, str] = {}
        complete = words(typed) if typed.endswith(tuple(WHITE_SPACE)) else words(typed)[:-1]
        possible = list(allowed)
        for pattern in possible:
            for value in self._first_values(pattern, complete, context):
                self._note(found, (value.text,), value)
        only = {each.text for each in possible if isinstance(each, patterns.Value)} if len(possible) == 1 else set()
        choices = (Choice(text, "", documentation, text in only) for text, documentation in found.items())
        return tuple(sorted(choices, key=lambda each: each.name))

    def _first_values(self, pattern: Pattern, complete: list[str], context: Context) -> Iterator[patterns.Value]:
        match pattern:
            case patterns.Value():
                yield pattern
            case patterns.List(member=member):
                for word in complete:
                    member = text_derivative(self.table, member, word, context)
                yield from self._first_values(member, [], context)
            case patterns.Choice(members=members) | patterns.Interleave(members=members):
                for member in members:
                    yield from self._first_values(member, complete, context)
            case patterns.Group(first=first, rest=rest):
                yield from self._first_values(first, complete, context)
                if first.nullable:
                    yield from self._first_values(rest, complete, context)
            case patterns.OneOrMore(member=member):
                yield from self._first_values(member, complete, context)

    def _note(self, found: dict[str, str], called: Iterable[str], pattern: Pattern) -> None:
        for name in called:
            found[name] = found.get(name) or self.grammar.documentation(pattern)


def _attributes(pattern: Pattern) -> Iterator[patterns.Attribute]:
    """Yield the attribute patterns of an element's content."""
    match pattern:
        case patterns.Attribute():
            yield pattern
        case patterns.Choice(members=members) | patterns.Interleave(members=members):
            for member in members:
                yield from _attributes(member)
        case patterns.Group(first=first, rest=rest):
            yield from _attributes(first)
            yield from _attributes(rest)
        case patterns.OneOrMore(member=member):
            yield from _attributes(member)


def _sorted(found: dict[str, str], required: set[str]) -> tuple[Choice, ...]:
    choices = []
    for name, documentation in found.items():
        namespace, _, local = name.rpartition(" ")
        choices.append(Choice(local, namespace, documentation, name in required))
    return tuple(sorted(choices, key=lambda each: (not each.required, each.name, each.namespace)))
