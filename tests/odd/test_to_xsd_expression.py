"""Expressions from automata: the same words, and each letter in one place (Unique Particle Attribution)."""

from __future__ import annotations

import re
from itertools import product
from random import Random

import pytest
from tests.odd.regular import Regular, automaton, is_deterministic, random_regular, regular_of, text_of

from teikit.odd.to_xsd.assertions import order_of_children
from teikit.odd.to_xsd.content.automaton import TooLargeError, automaton_of
from teikit.odd.to_xsd.content.expression import NOTHING, NoExpressionError, expression_of

SHARE = 150
WHOLE = 4000

SEEDS = [
    pytest.param(range(SHARE), id="share"),
    pytest.param(range(SHARE, WHOLE), id="rest", marks=pytest.mark.slow),
]


@pytest.mark.parametrize("seeds", SEEDS)
def test_random_expressions(seeds: range) -> None:
    made = 0
    for seed in seeds:
        random = Random(seed)
        regular = random_regular(random, random.choice((2, 3, 4, 5, 6)))
        wanted = automaton(regular)
        try:
            found = expression_of(wanted)
        except NoExpressionError:
            # Brüggemann-Klein and Wood: there are languages without a deterministic expression; this must be one.
            assert not is_deterministic(regular), text_of(regular)
            continue
        made += 1
        if found == NOTHING:
            assert wanted.symbols == frozenset()
            continue
        again = regular_of(found)
        assert automaton(again) == wanted, text_of(regular)
        assert is_deterministic(again), text_of(regular)
    assert made > 0.9 * len(seeds)


@pytest.mark.parametrize(
    ("regular", "expected"),
    [
        ("a?a?a?b", "a{0,3}b"),
        ("aaa*", "a{2,}"),
        ("a|ab", "ab?"),
        ("a?b?c?", "a?b?c?"),
        ("(ab|ac)d", "a[bc]d"),
        ("(a|b)*a", "b*a(a|b+a)*"),
        ("(a|b)*a(a|b)", None),
        ("((a|b)c*d*)+", "[ab]c*([ab]c*|d)*"),
        ("(ab*)*", "(ab*)*"),
        ("(ab?)*", "(ab?)*"),
        ("x*(ax*)?(bx*)?c", "x*(ax*)?(bx*)?c"),
    ],
)
def test_expressions_are_short(regular: str, expected: str | None) -> None:
    wanted = automaton(Regular.parse(regular))
    if expected is None:
        with pytest.raises(NoExpressionError):
            expression_of(wanted)
        return
    assert len(text_of(regular_of(expression_of(wanted)))) <= len(text_of(Regular.parse(expected))) + 4


@pytest.mark.parametrize("seeds", SEEDS)
def test_the_regular_expression_of_an_assertion(seeds: range) -> None:
    for seed in seeds:
        random = Random(seed)
        wanted = automaton(random_regular(random, 3))
        test = order_of_children(wanted, lambda name: name, among_others=False)
        assert test is not None
        regex = re.compile(test[test.index("'^") + 1 : test.rindex("$'") + 1])
        for word in _words():
            state: int | None = 0
            for letter in word:
                state = None if state is None else wanted.moves[state].get(letter)
            text = "".join(f"{letter} " for letter in word)
            assert bool(regex.match(text)) is (state in wanted.final), (seed, word)


def _words() -> list[tuple[str, ...]]:
    return [word for length in range(5) for word in product("abcde", repeat=length)][::7]


def test_an_automaton_has_a_bound() -> None:
    with pytest.raises(TooLargeError):
        automaton_of(0, lambda state: {"a": int(str(state)) + 1}, lambda state: True)
