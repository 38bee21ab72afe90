"""Minimal deterministic automata of content models: which child may come next, and may the element end here?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

MOST_STATES = 400
"""Larger automata (of many elements in any order) are not made."""


class Automaton(NamedTuple):
    """State 0 is the first; `moves[state]` maps symbols to states, `final` are the states in which all may end.

    Every state leads to an end. An automaton whose language is empty has no final state and no moves.
    """

    moves: tuple[dict[str, int], ...]
    final: frozenset[int]

    @property
    def symbols(self) -> frozenset[str]:
        """The symbols that occur in some word."""
        return frozenset(symbol for moves in self.moves for symbol in moves)


class TooLargeError(Exception):
    """The automaton would have more than `MOST_STATES` states."""


def automaton_of(
    start: Hashable, after: Callable[[Hashable], dict[str, Hashable]], is_final: Callable[[Hashable], bool]
) -> Automaton:
    """Return the minimal automaton of the states that `after` leads to. Raises `TooLargeError`."""
    numbers: dict[Hashable, int] = {start: 0}
    moves: list[dict[str, int]] = []
    todo = [start]
    for state in todo:
        found = {}
        for symbol, target in after(state).items():
            if target not in numbers:
                numbers[target] = len(todo)
                todo.append(target)
                if len(todo) > MOST_STATES:
                    raise TooLargeError
            found[symbol] = numbers[target]
        moves.append(found)
    return minimal(moves, {numbers[state] for state in todo if is_final(state)})


def minimal(moves: list[dict[str, int]], final: set[int]) -> Automaton:
    """Return the smallest automaton with the same words; states from which no end can be reached are left out."""
    alive = _alive(moves, final)
    kept = [{symbol: to for symbol, to in each.items() if to in alive} for each in moves]
    block = [int(state in final) for state in range(len(kept))]
    while True:
        signatures = [
            (block[state], tuple(sorted((symbol, block[to]) for symbol, to in kept[state].items())))
            for state in range(len(kept))
        ]
        numbers: dict[object, int] = {}
        refined = [numbers.setdefault(signature, len(numbers)) for signature in signatures]
        if len(numbers) == len(set(block)):
            break
        block = refined
    return _renumbered(kept, final, block)


def _renumbered(moves: list[dict[str, int]], final: set[int], block: list[int]) -> Automaton:
    representative: dict[int, int] = {}
    for state, number in enumerate(block):
        representative.setdefault(number, state)
    order = {block[0]: 0}
    todo = [block[0]]
    made: list[dict[str, int]] = []
    for number in todo:
        here = {}
        for symbol, to in sorted(moves[representative[number]].items()):
            if block[to] not in order:
                order[block[to]] = len(todo)
                todo.append(block[to])
            here[symbol] = order[block[to]]
        made.append(here)
    return Automaton(tuple(made), frozenset(order[number] for number in todo if representative[number] in final))


def _alive(moves: list[dict[str, int]], final: Iterable[int]) -> set[int]:
    before = defaultdict(set)
    for state, each in enumerate(moves):
        for to in each.values():
            before[to].add(state)
    alive, todo = set(final), list(final)
    while todo:
        for state in before[todo.pop()] - alive:
            alive.add(state)
            todo.append(state)
    return alive
