"""The attributes of one start-tag in the diagnosing pass."""

from __future__ import annotations

from typing import NamedTuple

from teikit.rng import codes
from teikit.rng.automaton.attribute_sets import after_attributes, attribute_values
from teikit.rng.automaton.derivatives import (
    Context,
    attribute_derivative,
    attribute_plan,
    matches_value,
    start_tag_close,
)
from teikit.rng.automaton.expectations import (
    attribute_names,
    datatypes,
    listed_values,
    required_attributes,
    without_attributes,
)
from teikit.rng.automaton.patterns import Element, Pattern
from teikit.rng.automaton.states import Automaton, State, content_of, identity_of
from teikit.rng.reading import messages
from teikit.rng.reading.report import Frame, Place, Report
from teikit.rng.reading.xinclude import BASE, LANG

_FIXED_UP = {
    BASE: "xi:include puts xml:base on what it includes: let the schema allow it",
    LANG: "xi:include puts xml:lang on what is in another language than its place: let the schema allow it",
}


MANY = 32
"""An element with more attributes than these is read as a whole."""


MOST_LISTS = 1000
"""For so many states the names that they expect are kept."""


class _Reference(NamedTuple):
    word: str
    place: Place
    frame: Frame
    attribute: str


class Identities:
    """The IDs of a document and the references to them (RELAX NG DTD Compatibility, §5)."""

    def __init__(self, report: Report, *, check: bool) -> None:
        self._report = report
        self._check = check
        self._ids: dict[str, tuple[Place, str]] = {}
        self._references: list[_Reference] = []

    def note(self, identity: str, frame: Frame, name: str, value: str) -> None:
        """Take in the value of an attribute of type `ID`, `IDREF` or `IDREFS`."""
        words = value.split()
        if not self._check or not words:
            return
        if identity != "ID":
            place, _ = self._report.attribute_place(frame, name)
            self._references.extend(_Reference(word, place, frame, name) for word in words)
            return
        first, attribute = self._ids.setdefault(words[0], (frame.place, name))
        # The same file may be included twice, so that equal places are not always the same.
        if first is not frame.place or attribute != name:
            message = f'the ID "{words[0]}" is already used in line {first.line}'
            self._report.say(codes.ID_NOT_UNIQUE, frame, message, attribute=name, first=first)

    def finish(self) -> None:
        """Report the references that lead nowhere, once the document has been read to its end."""
        ids = tuple(self._ids)
        for word, place, frame, name in self._references:
            if word in self._ids:
                continue
            meant = self._report.advice.nearest(word, ids)
            hint = f'did you mean "{meant}"?' if meant else None
            message = f'"{word}" is not the ID of any element'
            self._report.say(codes.DANGLING_IDREF, frame, message, hint, attribute=name, place=place)


class AttributeReader:
    """Reads start-tags against element patterns, and reports what does not fit."""

    def __init__(self, automaton: Automaton, report: Report, identities: Identities) -> None:
        self._automaton = automaton
        self._report = report
        self._identities = identities
        self._names: dict[tuple[Pattern, ...], dict[str, list[str]]] = {}
        self._free: tuple[object, list[str]] = None, []

    def inside(
        self, frame: Frame, elements: tuple[Element, ...], pairs: list[tuple[str, str]], context: Context
    ) -> State:
        """Return the state inside a start-tag, with every fault in its attributes reported and passed over."""
        table = self._automaton.table
        patterns = [content_of(element) for element in elements]
        left = self._many(frame, patterns, pairs, context) if len(pairs) > MANY else None
        if left is None:
            for name, value in pairs:
                patterns = self._one(frame, patterns, name, value, context)
        else:
            patterns = left
        closed = [start_tag_close(table, pattern) for pattern in patterns]
        if all(pattern is table.not_allowed for pattern in closed):
            self._missing(frame, patterns)
            closed = [without_attributes(table, pattern) for pattern in patterns]
        return self._automaton.state(tuple(closed))

    def _many(
        self, frame: Frame, patterns: list[Pattern], pairs: list[tuple[str, str]], context: Context
    ) -> list[Pattern] | None:
        """Read very many attributes at once; return what is left, or None where they must be read one by one."""
        table, given = self._automaton.table, dict(pairs)
        values = [attribute_values(pattern, given) for pattern in patterns]
        known = {name: list(dict.fromkeys(each for way in values for each in way[name])) for name in given}
        good = {
            name: [each for each in known[name] if matches_value(table, each, given[name], context)] or known[name]
            for name in given
            if known[name]
        }
        moved = [after_attributes(table, pattern, good, is_closed=False) for pattern in patterns]
        left = [each for each in moved if each is not None]
        if len(left) < len(moved) or all(each is table.not_allowed for each in left):
            return None
        for name, value in pairs:
            if not known[name]:
                self._unexpected(frame, left, name)
            elif matches_value(table, good[name][0], value, context):
                for identity in {identity_of(each) for each in known[name]} - {""}:
                    self._identities.note(identity, frame, name, value)
            else:
                self._wrong_value(frame, known[name], name, value)
        return left

    def _one(self, frame: Frame, patterns: list[Pattern], name: str, value: str, context: Context) -> list[Pattern]:
        table = self._automaton.table
        plans = [attribute_plan(pattern, name).values for pattern in patterns]
        if not any(plans):
            self._unexpected(frame, patterns, name)
            return patterns
        verdicts = [tuple(matches_value(table, each, value, context) for each in values) for values in plans]
        if any(any(verdict) for verdict in verdicts):
            for identity in {identity_of(each) for values in plans for each in values} - {""}:
                self._identities.note(identity, frame, name, value)
        else:
            self._wrong_value(frame, [each for values in plans for each in values], name, value)
            verdicts = [tuple(True for _ in values) for values in plans]
        moved = [
            attribute_derivative(table, pattern, name, verdict)
            for pattern, verdict in zip(patterns, verdicts, strict=True)
        ]
        if all(each is table.not_allowed for each in moved):
            self._unexpected(frame, patterns, name)
            return patterns
        return moved

    def _allowed(self, patterns: list[Pattern]) -> dict[str, list[str]]:
        """Return the names of the attributes that patterns may have, by their local names."""
        key = tuple(patterns)
        found = self._names.get(key)
        if found is None:
            found = {}
            for name in dict.fromkeys(each for pattern in patterns for each in attribute_names(pattern)):
                found.setdefault(messages.local(name), []).append(name)
            if len(self._names) == MOST_LISTS:
                self._names.clear()
            self._names[key] = found
        return found

    def _left_over(self, patterns: list[Pattern]) -> list[str]:
        """Return the names of the attributes that patterns may have, but for those that the start-tag has."""
        key = (tuple(patterns), self._report.given)
        if self._free[0] != key:
            names = (each for alike in self._allowed(patterns).values() for each in alike)
            self._free = key, [each for each in names if each not in self._report.given]
        return self._free[1]

    def _unexpected(self, frame: Frame, patterns: list[Pattern], name: str) -> None:
        free = self._left_over(patterns)
        meant = self._report.advice.nearest(name, free)
        alike = self._allowed(patterns).get(messages.local(name), ())
        message = f'attribute "{messages.shown(name, alike)}" is not allowed on "{messages.shown(frame.name)}"'
        hint = self._report.advice.hint(name, free, meant=meant, empty="the element has no further attributes")
        if name in _FIXED_UP and not self._report.is_written(frame, name):
            hint = _FIXED_UP[name]
        self._report.say(codes.UNEXPECTED_ATTRIBUTE, frame, message, hint, attribute=name)

    def _wrong_value(self, frame: Frame, values: list[Pattern], name: str, value: str) -> None:
        where = f'of attribute "{messages.shown(name)}" on "{messages.shown(frame.name)}"'
        message = f'value "{messages.shortened(value)}" {where} is not allowed'
        self._report.say(
            codes.INVALID_ATTRIBUTE_VALUE,
            frame,
            message,
            value_hint(self._report.advice, values, value),
            attribute=name,
        )

    def _missing(self, frame: Frame, patterns: list[Pattern]) -> None:
        missing = set.intersection(*(required_attributes(pattern) for pattern in patterns))
        label = messages.shown(frame.name)
        if missing:
            message = f'"{label}" has no attribute {messages.listing(missing)}, which is required'
            hint = None
        else:
            message = f'"{label}" lacks an attribute that is required'
            allowed = [each for alike in self._allowed(patterns).values() for each in alike]
            hint = self._report.advice.hint("", allowed, meant=None, empty="")
        self._report.say(codes.MISSING_ATTRIBUTE, frame, message, hint)


def value_hint(advice: messages.Advice, patterns: list[Pattern], value: str) -> str | None:
    """Return what a value may be: the nearest of a closed list, or the datatype."""
    values = list(dict.fromkeys(each for pattern in patterns for each in listed_values(pattern)))
    if values:
        meant = advice.nearest(value, values)
        return advice.hint(value, values, meant=meant, empty="").replace("allowed here", "allowed")
    kinds = list(dict.fromkeys(name for pattern in patterns for name in datatypes(pattern)))
    return f"expected {' or '.join(kinds)}" if kinds else None
