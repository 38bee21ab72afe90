"""From an automaton to an expression in which a child, as it comes, belongs to one particle (XSD 1.1 Part 1, §3.8.6.4).

The expression follows the automaton, so that what is distinct in a state stays distinct in the expression. A state
through which all ways go ends a part of a sequence; a state that all loops of a cycle come back to is where the part
repeats; a state that can do all that another can, and more, is an optional part before that other one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from teikit.odd.to_xsd.content.automaton import Automaton, minimal

MOST_PARTICLES = 1500
"""A longer expression is given up."""

DEEPEST = 10
"""How many groups stand inside each other at most: processors have limits."""

END = -1


class Letters(NamedTuple):
    """One child, whose name is one of these."""

    symbols: frozenset[str]


class Series(NamedTuple):
    """Parts one after the other; none at all matches nothing."""

    parts: tuple[Particle, ...]


class Either(NamedTuple):
    """One of the parts."""

    parts: tuple[Particle, ...]


class Times(NamedTuple):
    """A part from `least` to `most` times; `most` is None for any number."""

    part: Particle
    least: int
    most: int | None


Particle: TypeAlias = "Letters | Series | Either | Times"

NOTHING = Series(())


class NoExpressionError(Exception):
    """This way leads to no expression that is deterministic and short."""


def expression_of(automaton: Automaton) -> Particle:
    """Return a deterministic expression for the words of an automaton.

    Raises `NoExpressionError` where the automaton has a cycle that can be left in two places, or where the expression
    would be too long.
    """
    found = _Builder(automaton).way(0, END)
    if size(found) > MOST_PARTICLES or depth(found) > DEEPEST:
        raise NoExpressionError
    return found


def size(particle: Particle) -> int:
    """Return how many particles an expression has."""
    match particle:
        case Letters():
            return 1
        case Times(part=part):
            return size(part)
        case Series(parts=parts) | Either(parts=parts):
            return 1 + sum(size(part) for part in parts)


def depth(particle: Particle) -> int:
    """Return how many groups stand inside each other."""
    match particle:
        case Letters():
            return 1
        case Times(part=part):
            return depth(part)
        case Series(parts=parts) | Either(parts=parts):
            return 1 + max((depth(part) for part in parts), default=0)


class _Builder:
    def __init__(self, automaton: Automaton) -> None:
        self.edges: list[dict[int, frozenset[str]]] = []
        for moves in automaton.moves:
            to: dict[int, set[str]] = defaultdict(set)
            for symbol, target in moves.items():
                to[target].add(symbol)
            self.edges.append({target: frozenset(symbols) for target, symbols in to.items()})
        self.final = automaton.final
        self.known: dict[tuple[int, int], Particle] = {}
        self.onwards: dict[tuple[int, int], Particle] = {}
        self.work = 0

    def way(self, state: int, stop: int) -> Particle:
        """Return an expression for what leads from a state to the first arrival at `stop`."""
        if state == stop:
            return NOTHING
        key = (state, stop)
        if key not in self.known:
            self.work += 1
            if self.work > MOST_PARTICLES:
                raise NoExpressionError
            self.known[key] = series([self.loop(state, stop), self.rest(state, stop)])
            if size(self.known[key]) > MOST_PARTICLES:
                raise NoExpressionError
        return self.known[key]

    def loop(self, state: int, stop: int) -> Particle:
        """Return what leads from a state back to it, any number of times."""
        cycle = self.cycle(state, stop)
        if not cycle:
            return NOTHING
        if len(cycle) > 1 and not self.comes_back(cycle, state):
            return NOTHING
        inside = {to: symbols for to, symbols in self.edges[state].items() if to in cycle}
        ways = [series([Letters(symbols), self.way(to, state)]) for to, symbols in inside.items()]
        return times(either(ways), 0, None)

    def comes_back(self, cycle: frozenset[int], state: int) -> bool:
        """Is the state the only one of its cycle where that can be left?"""
        return all(other == state or (other not in self.final and set(self.edges[other]) <= cycle) for other in cycle)

    def cycle(self, state: int, stop: int) -> frozenset[int]:
        """Return the states on ways from a state back to it that do not pass `stop`."""
        forward = self.reach(state, stop)
        back: dict[int, set[int]] = defaultdict(set)
        for one in forward | {state}:
            for to in self.edges[one]:
                back[to].add(one)
        found: set[int] = set()
        todo = [state]
        while todo:
            for one in back[todo.pop()] - found:
                if one != stop and (one in forward or one == state):
                    found.add(one)
                    todo.append(one)
        return frozenset(found & (forward | {state})) if state in found else frozenset()

    def reach(self, state: int, stop: int) -> set[int]:
        found: set[int] = set()
        todo = [state]
        while todo:
            for to in self.edges[todo.pop()]:
                if to not in found and to != stop:
                    found.add(to)
                    todo.append(to)
        return found

    def rest(self, state: int, stop: int) -> Particle:
        """Return what leads on from a state, once it is not come back to."""
        key = (state, stop)
        if key not in self.onwards:
            self.onwards[key] = self._rest(state, stop)
        return self.onwards[key]

    def _rest(self, state: int, stop: int) -> Particle:
        cycle = self.cycle(state, stop)
        ends = stop == END and state in self.final
        if len(cycle) > 1 and not self.comes_back(cycle, state):
            meeting = self.meeting(self.onward(state, frozenset({state})), ends, stop)
            if meeting not in cycle or meeting in (stop, state):
                return self.orbit(state, stop, cycle)
            return series([self.way(state, meeting), self.way(meeting, stop)])
        onward = self.onward(state, cycle)
        shared = self.shared(state, stop, onward)
        return self.ahead(onward, ends, stop) if shared is None else shared

    def ahead(self, onward: dict[int, frozenset[str]], ends: bool, stop: int) -> Particle:
        """Return what leads along some edges to `stop`; with `ends` all may end before."""
        meeting = self.meeting(onward, ends, stop)
        ways = [series([Letters(symbols), self.way(to, meeting)]) for to, symbols in onward.items()]
        if not ways:
            return NOTHING
        if meeting != stop:
            return series([either(ways), self.way(meeting, stop)])
        return times(either(ways), 0, 1) if ends else either(ways)

    def orbit(self, state: int, stop: int, cycle: frozenset[int]) -> Particle:
        """Return what leads on from a state in a cycle that can be left in several places, but the same way in each.

        It is cut open at the edges that all these places have in common (Brüggemann-Klein and Wood's construction).
        """
        gates = [one for one in sorted(cycle) if self.onward(one, cycle) or (stop == END and one in self.final)]
        first = gates[0]
        onward, ends = self.onward(first, cycle), stop == END and first in self.final
        if any(self.onward(one, cycle) != onward or (stop == END and one in self.final) != ends for one in gates):
            raise NoExpressionError
        common = {to: symbols for to, symbols in self.edges[first].items() if to in cycle}
        for one in gates:
            common = {to: symbols & self.edges[one].get(to, frozenset()) for to, symbols in common.items()}
        common = {to: symbols for to, symbols in common.items() if symbols}
        if not common:
            raise NoExpressionError
        again = [series([Letters(symbols), self.inside(to, cycle, gates, common)]) for to, symbols in common.items()]
        body = series([self.inside(state, cycle, gates, common), times(either(again), 0, None)])
        return series([body, self.ahead(onward, ends, stop)])

    def inside(self, start: int, cycle: frozenset[int], gates: list[int], cut: dict[int, frozenset[str]]) -> Particle:
        """Return what leads from a state of a cycle to one where it can be left, without the edges that are cut."""
        order = [start, *sorted(cycle - {start})]
        moves: list[dict[str, int]] = []
        for one in order:
            here = {to: symbols for to, symbols in self.edges[one].items() if to in cycle}
            if one in gates:
                here = {to: symbols - cut.get(to, frozenset()) for to, symbols in here.items()}
            moves.append({symbol: order.index(to) for to, symbols in here.items() for symbol in symbols})
        part = minimal(moves, {order.index(one) for one in gates})
        return _Builder(part).way(0, END)

    def onward(self, state: int, cycle: frozenset[int]) -> dict[int, frozenset[str]]:
        return {to: symbols for to, symbols in self.edges[state].items() if to not in cycle}

    def shared(self, state: int, stop: int, onward: dict[int, frozenset[str]]) -> Particle | None:
        """Return an optional part and what follows, where a later state goes on as this one could without the part."""
        for other in sorted(self.reach(state, stop) - {state}, key=lambda one: (-len(self.edges[one]), one)):
            cycle = self.cycle(other, stop)
            if len(cycle) > 1 and not self.comes_back(cycle, other):
                continue
            theirs = self.onward(other, cycle)
            extra = _without(onward, theirs)
            if extra is None or not extra or (other in self.final) != (state in self.final):
                continue
            if not theirs and not (stop == END and other in self.final):
                continue
            if all(self.always_through(to, other, stop) for to in extra):
                loop = self.loop(other, stop)
                ways = [series([Letters(symbols), self.way(to, other)]) for to, symbols in extra.items()]
                part = times(series([either(ways), loop]), 0, 1)
                return series([part, self.rest(other, stop)])
        return None

    def always_through(self, state: int, other: int, stop: int) -> bool:
        """Do all ways from a state to `stop` lead through another one?"""
        if state == other:
            return True
        passed = self.reach(state, other) | {state}
        return stop not in passed and not (stop == END and passed & self.final)

    def meeting(self, onward: dict[int, frozenset[str]], ends: bool, stop: int) -> int:
        """Return the nearest state that all ways lead through."""
        if ends or not onward:
            return stop
        first = next(iter(onward))
        candidates = [first, *sorted(self.reach(first, stop))]
        through = [one for one in candidates if all(self.always_through(to, one, stop) for to in onward)]
        through = [one for one in through if one != stop]
        for one in through:
            if all(self.always_through(one, other, stop) for other in through):
                return one
        return stop


def _without(onward: dict[int, frozenset[str]], theirs: dict[int, frozenset[str]]) -> dict[int, frozenset[str]] | None:
    """Return the edges that are not theirs, None where they have one that is not here."""
    if any(not symbols <= onward.get(to, frozenset()) for to, symbols in theirs.items()):
        return None
    left = {to: symbols - theirs.get(to, frozenset()) for to, symbols in onward.items()}
    return {to: symbols for to, symbols in left.items() if symbols}


def series(parts: Iterable[Particle]) -> Particle:
    """Return parts one after the other; equal neighbours are counted."""
    flat: list[Particle] = []
    for part in parts:
        for one in part.parts if isinstance(part, Series) else (part,):
            merged = _joined(flat[-1], one) if flat else None
            if merged is not None:
                flat[-1] = merged
            elif (count := _again(flat, one)) and isinstance(one, Times):
                flat[-count:] = [Times(one.part, one.least + 1, None if one.most is None else one.most + 1)]
            else:
                flat.append(one)
    return flat[0] if len(flat) == 1 else Series(tuple(flat))


def _again(before: list[Particle], part: Particle) -> int:
    """Return how many parts at the end are the same as a part that is repeated after them, 0 for none."""
    if not isinstance(part, Times) or part.most is not None:
        return 0
    if not isinstance(part.part, Series):
        return int(before[-1:] == [part.part])
    count = len(part.part.parts)
    return count if tuple(before[-count:]) == part.part.parts else 0


def _joined(first: Particle, second: Particle) -> Particle | None:
    one, other = _counted(first), _counted(second)
    if one.part != other.part:
        return None
    if one.least != one.most and one.most is not None and other.least:
        return None
    most = None if one.most is None or other.most is None else one.most + other.most
    return Times(one.part, one.least + other.least, most)


def _counted(particle: Particle) -> Times:
    return particle if isinstance(particle, Times) else Times(particle, 1, 1)


def either(parts: Iterable[Particle]) -> Particle:
    """Return one of the parts; single letters are put together."""
    letters: set[str] = set()
    others: list[Particle] = []
    for part in parts:
        if isinstance(part, Letters):
            letters |= part.symbols
        else:
            others.append(part)
    made: list[Particle] = [*([Letters(frozenset(letters))] if letters else []), *others]
    return made[0] if len(made) == 1 else Either(tuple(made))


def times(part: Particle, least: int, most: int | None) -> Particle:
    """Return a part repeated; what is optional already is not made so twice."""
    if part == NOTHING:
        return NOTHING
    if isinstance(part, Times) and part.least <= 1 and least == 0:
        if most == 1:
            return Times(part.part, 0, part.most)
        if most is None:
            return Times(part.part, 0, None)
    return Times(part, least, most)
