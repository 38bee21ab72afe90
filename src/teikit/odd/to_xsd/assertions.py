"""What only XPath can say (XSD 1.1): the order of children as a regular expression, which attributes go together."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable

from teikit.odd.to_xsd.attributes import Way
from teikit.odd.to_xsd.content.automaton import Automaton

MOST_NAMES = 10
"""Of how many attributes all combinations are tried out."""

LONGEST = 4000
"""A longer XPath is given up."""

QName = Callable[[str], str]
"""From a name (`namespace local`) to one with a prefix that the schema declares."""


def order_of_children(automaton: Automaton, qname: QName, *, among_others: bool) -> str | None:
    """Return an XPath that is true where the children are in an order of the automaton.

    `among_others`: children with other names are passed over. None where names differ in their namespace only, or where
    the expression would be too long.
    """
    symbols = sorted(automaton.symbols)
    words = {symbol: symbol.rpartition(" ")[2] for symbol in symbols}
    if len(set(words.values())) < len(words) or any(symbol.startswith(" ") for symbol in symbols):
        return None
    regex = _regex(automaton, words)
    if regex is None:
        return None
    which = f"*[{' or '.join(f'self::{qname(symbol)}' for symbol in symbols)}]" if among_others else "*"
    test = (
        f"matches(string-join(for $child in {which} return concat(local-name($child), ' '), ''), '^{_whole(regex)}$')"
    )
    return test if len(test) <= LONGEST else None


def _regex(automaton: Automaton, words: dict[str, str]) -> str | None:
    """Return a regular expression by taking out one state after the other.

    It is unambiguous, as the automaton is deterministic: matching it takes no time to speak of.
    """
    start, end = -1, -2
    edges: dict[tuple[int, int], str] = {(start, 0): ""}
    for state, moves in enumerate(automaton.moves):
        for symbol in sorted(moves):
            word = f"{words[symbol].replace('.', chr(92) + '.')} "
            key = (state, moves[symbol])
            edges[key] = f"{edges[key]}|{word}" if key in edges else word
        if state in automaton.final:
            edges[state, end] = ""
    states = set(range(len(automaton.moves)))
    while states:
        state = min(states, key=lambda one: (_cost(edges, one), one))
        states.remove(state)
        edges = _taken_out(edges, state)
        if sum(map(len, edges.values())) > LONGEST:
            return None
    return edges.get((start, end))


def _cost(edges: dict[tuple[int, int], str], state: int) -> int:
    into = [len(text) + 1 for (before, after), text in edges.items() if after == state != before]
    out = [len(text) + 1 for (before, after), text in edges.items() if before == state != after]
    return sum(into) * len(out) + sum(out) * len(into)


def _taken_out(edges: dict[tuple[int, int], str], state: int) -> dict[tuple[int, int], str]:
    kept = {pair: text for pair, text in edges.items() if state not in pair}
    loop = edges.get((state, state))
    again = f"({loop})*" if loop else ""
    for (before, here), into in edges.items():
        for (there, after), out in edges.items():
            if here == there == state and before != state and after != state:
                text = f"{_whole(into)}{again}{_whole(out)}"
                pair = (before, after)
                if pair not in kept:
                    kept[pair] = text
                elif kept[pair] == "" or text == "":
                    kept[pair] = f"({kept[pair] or text})?"
                else:
                    kept[pair] = f"{kept[pair]}|{text}"
    return kept


def _whole(text: str) -> str:
    """Return an expression that can stand beside another one."""
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if character == "|" and depth == 0:
            return f"({text})"
    return text


def combination_of_attributes(ways: Iterable[Way], qname: QName) -> str | None:
    """Return an XPath that is true where the attributes are combined in one of the ways; None where any is."""
    found = list(ways)
    if _is_any(found):
        return None
    names = frozenset[str]().union(*(way.required | way.optional for way in found))
    tests = []
    for way in found:
        there = [f"@{qname(name)}" for name in sorted(way.required)]
        absent = [f"@{qname(name)}" for name in sorted(names - way.required - way.optional)]
        parts = [*there, *([f"not({' or '.join(absent)})"] if absent else [])]
        if not parts:
            return None
        tests.append(" and ".join(parts))
    return " or ".join(f"({test})" for test in dict.fromkeys(tests)) if len(tests) > 1 else None


def _is_any(ways: list[Way]) -> bool:
    """Is every combination of the attributes one of the ways? Of many attributes that is not tried out."""
    names = sorted(frozenset[str]().union(*(way.required | way.optional for way in ways)))
    if len(names) > MOST_NAMES:
        return False
    combinations = (
        frozenset(chosen) for count in range(len(names) + 1) for chosen in itertools.combinations(names, count)
    )
    return all(any(way.required <= one <= way.required | way.optional for way in ways) for one in combinations)
