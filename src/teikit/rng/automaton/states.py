"""The grammar as an automaton that grows while documents are read.

A `State` is what may still come inside one open element: a vector of patterns, one for each element pattern that the
element may be (nearly always one). A `Transition` belongs to a child's name: the element patterns that the child may
be, the plans for its attributes, and the states after it, by the verdicts on it. All are made on first use and kept;
after a few documents reading is look-ups. `REJECTED` is a state of its own, so that a missing entry is never a verdict.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from teikit.rng.automaton.attribute_sets import after_attributes, attribute_values
from teikit.rng.automaton.derivatives import (
    Context,
    attribute_derivative,
    attribute_plan,
    matches_value,
    start_tag_close,
    start_tag_open,
    text_derivative,
)
from teikit.rng.automaton.name_classes import is_open, names, specificity
from teikit.rng.automaton.patterns import (
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Patterns,
    Value,
)

WHITE_SPACE = " \t\r\n"
KEPT_VALUES = 4096
"""How many values of one attribute are remembered as good, in one plan."""

LONGEST_KEPT = 256
"""How many characters a value has at most that is remembered."""

MOST_KEPT = 400_000
"""How much is remembered (see `Patterns.weight`); beyond it everything is forgotten, and reading learns anew."""

ELEMENTS, MIXED, TEXT_MOVES, DATA = range(4)
"""How a state treats text: white space only; any, without change; any, to another state; as a value."""


class Check:
    """The values of one attribute in one plan: a value pattern, and the values known to match it."""

    __slots__ = ("good", "identity", "keeps", "needs_context", "pattern")

    def __init__(self, pattern: Pattern) -> None:
        self.pattern = pattern
        self.good: set[str] = set()
        self.identity = identity_of(pattern)
        self.needs_context = _needs_context(pattern)
        self.keeps = not self.identity and not self.needs_context


class Plan(NamedTuple):
    """What to do with one combination of attribute names: a check for each, then the state inside the element."""

    checks: tuple[Check, ...]
    state: State


class State(dict[str, "Transition"]):
    """What may come inside an open element; maps the name of a child to its transition."""

    __slots__ = ("_after_text", "_automaton", "accepts", "is_rejected", "mode", "patterns")

    def __init__(self, automaton: Automaton, patterns: tuple[Pattern, ...]) -> None:
        super().__init__()
        self._automaton = automaton
        self._after_text: State | None = None
        self.patterns = patterns
        self.accepts = tuple(pattern.nullable for pattern in patterns)
        self.mode = automaton.text_mode(patterns)
        # Nothing can make the element valid any more.
        self.is_rejected = all(pattern is automaton.table.not_allowed for pattern in patterns)

    def __missing__(self, name: str) -> Transition:
        transition = self[name] = self._automaton.transition(self.patterns, name)
        return transition

    def forget(self) -> None:
        """Forget what comes after, which `Automaton.forget` needs so that nothing keeps anything else."""
        for transition in self.values():
            transition.after.clear()
        self.clear()
        self._after_text = None

    def after_text(self) -> State:
        """Return the state after text that is not white space."""
        if self._after_text is None:
            table = self._automaton.table
            moved = (text_derivative(table, pattern, "x", NO_CONTEXT) for pattern in self.patterns)
            self._after_text = self._automaton.state(tuple(moved))
        return self._after_text

    def moved(self, text: str, context: Context) -> State:
        """Return the state after this text, which stands beside child elements."""
        if self.mode != DATA:
            return self.after_text()
        table = self._automaton.table
        after = (text_derivative(table, pattern, text, context) for pattern in self.patterns)
        return self._automaton.state(tuple(after))

    def accepts_value(self, text: str, context: Context) -> tuple[bool, ...]:
        """Return for each pattern whether the element may have this text as all of its content."""
        table = self._automaton.table
        return tuple(matches_value(table, pattern, text, context) for pattern in self.patterns)


NO_CONTEXT = Context({})


class Transition:
    """What a child of one name may be inside a state. `elements` is empty where it is not allowed."""

    __slots__ = ("_automaton", "_ways", "after", "elements", "plans")

    def __init__(self, automaton: Automaton, ways: list[dict[Element, Pattern]]) -> None:
        self._automaton = automaton
        self._ways = ways
        self.elements: tuple[Element, ...] = tuple(dict.fromkeys(element for way in ways for element in way))
        self.plans: dict[tuple[str, ...], Plan | None] = automaton.plans(self.elements)
        self.after: dict[tuple[bool, ...], State] = {}

    def end(self, accepts: tuple[bool, ...]) -> State:
        """Return the state of the parent after the child, given which of its element patterns were satisfied."""
        state = self.after.get(accepts)
        if state is None:
            good = [element for element, accepted in zip(self.elements, accepts, strict=True) if accepted]
            table = self._automaton.table
            left = (table.choice(way[element] for element in good if element in way) for way in self._ways)
            state = self.after[accepts] = self._automaton.state(tuple(left))
        return state


class Automaton:
    """The states of one grammar."""

    def __init__(self, table: Patterns, start: Pattern) -> None:
        self.table = table
        self._states: dict[tuple[Pattern, ...], State] = {}
        self._plans: dict[tuple[Element, ...], dict[tuple[str, ...], Plan | None]] = {}
        self._past: dict[tuple[tuple[Pattern, ...], str], Transition] = {}
        self._named: dict[str, list[Element]] = {}
        self._open: list[Element] = []
        self._elements: tuple[Element, ...] | None = None
        self.needs_context = True
        self.start = self._states[start,] = State(self, (start,))

    def state(self, patterns: tuple[Pattern, ...]) -> State:
        """Return the state of a vector of patterns."""
        state = self._states.get(patterns)
        if state is None:
            self._grow()
            state = self._states[patterns] = State(self, patterns)
        return state

    def _grow(self) -> None:
        """Count a state, a transition or a plan; forget everything where too much is kept."""
        self.table.weight += 8
        if self.table.weight > MOST_KEPT:
            self.forget()

    def forget(self) -> None:
        """Forget all states and patterns. Those that are in use go on, and are not kept when they are done with."""
        for state in self._states.values():
            state.forget()
        for transition in self._past.values():
            transition.after.clear()
        for plans in self._plans.values():
            plans.clear()
        self._states = {self.start.patterns: self.start}
        self._plans.clear()
        self._past.clear()
        self.table.forget()

    def past_required(self, patterns: tuple[Pattern, ...], name: str) -> Transition:
        """Return the transition to a child, as if everything that is required before it could be left out."""
        from teikit.rng.automaton.expectations import open_past_required

        key = (patterns, name)
        if key not in self._past:
            self._grow()
            self._past[key] = Transition(self, [open_past_required(self.table, each, name) for each in patterns])
        return self._past[key]

    def elements_named(self, name: str) -> tuple[tuple[Element, ...], bool]:
        """Return the element patterns of the grammar for a name, and whether they name it rather than by a wildcard.

        The most specific ones win: by name, then by namespace, then any.
        """
        self.elements()
        if name in self._named:
            return tuple(self._named[name]), True
        ranked = [(specificity(element.name_class, name), element) for element in self._open]
        best = max((rank for rank, _ in ranked), default=0)
        return tuple(element for rank, element in ranked if rank == best) if best else (), False

    def elements(self) -> tuple[Element, ...]:
        """Return every element pattern that can be reached from the start, in order of discovery."""
        if self._elements is None:
            from teikit.rng.automaton.runs import all_elements

            found: dict[Element, None] = {}
            walked: set[Pattern] = set()
            waiting = list(all_elements(self.start.patterns[0], walked))
            while waiting:
                element = waiting.pop()
                if element not in found:
                    found[element] = None
                    waiting.extend(all_elements(content_of(element), walked))
            self._elements = tuple(found)
            for element in found:
                for name in dict.fromkeys(names(element.name_class)):
                    self._named.setdefault(name, []).append(element)
            self._open = [element for element in found if is_open(element.name_class)]
        return self._elements

    def names(self) -> tuple[str, ...]:
        """Return the names of all elements of the grammar; wildcards have none."""
        self.elements()
        return tuple(self._named)

    def plans(self, elements: tuple[Element, ...]) -> dict[tuple[str, ...], Plan | None]:
        """Return the plans that all transitions to these element patterns share."""
        return self._plans.setdefault(elements, {})

    def transition(self, patterns: tuple[Pattern, ...], name: str) -> Transition:
        """Make the transition for a child of this name."""
        self._grow()
        return Transition(self, [start_tag_open(self.table, pattern, name) for pattern in patterns])

    def plan(self, elements: tuple[Element, ...], names: tuple[str, ...]) -> Plan | None:
        """Return the plan for these attribute names, or None where it depends on the values or nothing fits."""
        plans = self.plans(elements)
        if names not in plans:
            self._grow()
            plans = self.plans(elements)
            self.table.weight += len(names)
            plans[names] = self._plan(elements[0], names) if len(elements) == 1 else None
        return plans[names]

    def _plan(self, element: Element, names: tuple[str, ...]) -> Plan | None:
        content = content_of(element)
        values = attribute_values(content, names)
        if all(len(each) == 1 for each in values.values()):
            left = after_attributes(self.table, content, values, is_closed=True)
            if left is not None:
                checks = tuple(Check(next(iter(values[name]))) for name in names)
                return None if left is self.table.not_allowed else Plan(checks, self.state((left,)))
        return self._plan_by_steps(content, names)

    def _plan_by_steps(self, pattern: Pattern, names: tuple[str, ...]) -> Plan | None:
        """Return the plan where what an attribute may be depends on those before it."""
        checks = []
        for name in names:
            values = attribute_plan(pattern, name).values
            if len(values) != 1:
                return None
            checks.append(Check(values[0]))
            pattern = attribute_derivative(self.table, pattern, name, (True,))
        state = self.state((start_tag_close(self.table, pattern),))
        return None if state.is_rejected else Plan(tuple(checks), state)

    def inside(self, elements: tuple[Element, ...], attributes: list[tuple[str, str]], context: Context) -> State:
        """Return the state inside a start-tag, whatever its attributes: the general way, without a plan."""
        return self.state(tuple(self._inside(element, attributes, context) for element in elements))

    def _inside(self, element: Element, attributes: list[tuple[str, str]], context: Context) -> Pattern:
        table, pattern = self.table, content_of(element)
        good = {}
        given = dict(attributes)
        for name, values in attribute_values(pattern, given).items():
            good[name] = [each for each in values if matches_value(table, each, given[name], context)]
            if not good[name]:
                return table.not_allowed
        left = after_attributes(table, pattern, good, is_closed=True)
        return self._inside_by_steps(pattern, good) if left is None else left

    def _inside_by_steps(self, pattern: Pattern, good: dict[str, list[Pattern]]) -> Pattern:
        for name, matching in good.items():
            verdicts = tuple(value in matching for value in attribute_plan(pattern, name).values)
            pattern = attribute_derivative(self.table, pattern, name, verdicts)
        return start_tag_close(self.table, pattern)

    def identities(self, elements: tuple[Element, ...], name: str) -> set[str]:
        """Return whether an attribute of these elements is an `ID`, `IDREF` or `IDREFS`."""
        values = (value for element in elements for value in attribute_plan(content_of(element), name).values)
        return {identity for identity in map(identity_of, values) if identity}

    def text_mode(self, patterns: tuple[Pattern, ...]) -> int:
        """Return how a state with these patterns treats text."""
        if any(pattern.has_value for pattern in patterns):
            return DATA
        if not any(pattern.has_text for pattern in patterns):
            return ELEMENTS
        moved = tuple(text_derivative(self.table, pattern, "x", NO_CONTEXT) for pattern in patterns)
        if moved == patterns:
            return MIXED
        return ELEMENTS if all(each is self.table.not_allowed for each in moved) else TEXT_MOVES


def content_of(element: Element) -> Pattern:
    """Return the content of an element pattern of a complete grammar."""
    if isinstance(element.content, int) and element.source is not None:
        element.content = element.source.pattern(element.content)
    if not isinstance(element.content, Pattern):
        raise ValueError("the grammar is not complete")
    return element.content


def _any(pattern: Pattern, found: Callable[[Pattern], bool]) -> bool:
    """Whether a pattern or one inside it, outside of elements and attributes, is as asked."""
    match pattern:
        case Choice(members=members) | Interleave(members=members):
            return any(_any(member, found) for member in members)
        case Group(first=first, rest=rest):
            return _any(first, found) or _any(rest, found)
        case OneOrMore(member=member):
            return _any(member, found)
        case List(member=member):
            return found(pattern) or _any(member, found)
        case Data(exception=exception):
            return found(pattern) or (exception is not None and _any(exception, found))
    return found(pattern)


def _needs_context(pattern: Pattern) -> bool:
    return _any(pattern, lambda each: isinstance(each, Data | Value) and each.datatype.needs_context)


def identity_of(pattern: Pattern) -> str:
    """Return `ID`, `IDREF` or `IDREFS` where a value pattern is of that kind (DTD Compatibility, §4), else ''."""
    return pattern.datatype.identity if isinstance(pattern, Data | Value) else ""
