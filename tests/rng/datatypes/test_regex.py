"""Regular expressions: against brute force, in bounded time, and with faults told by position."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teikit.rng.datatypes import DatatypeError
from teikit.rng.datatypes.regex import Regex

# Expressions over few letters that mean the same to Python.
_ATOMS = st.sampled_from(["a", "b", "c", "[ab]", "[^a]", "[a-c]", "\\."])
_QUANTIFIERS = st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,3}", "{2,}", "{0}"])
PATTERNS = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]}|{pair[1]})"),
        st.tuples(inner, _QUANTIFIERS).map(lambda pair: f"({pair[0]}){pair[1]}"),
    ),
    max_leaves=8,
)


@settings(max_examples=400)
@given(PATTERNS, st.lists(st.text("abc.", max_size=8), min_size=1, max_size=8))
def test_the_automaton_agrees_with_a_backtracking_matcher(pattern: str, texts: list[str]) -> None:
    ours, theirs = Regex(pattern), re.compile(pattern)
    assert [ours.matches(text) for text in texts] == [theirs.fullmatch(text) is not None for text in texts]


@given(st.characters(codec="utf-8"))
def test_classes_are_what_unicode_says(character: str) -> None:
    category = unicodedata.category(character)
    expected = {
        "\\p{L}": category[0] == "L",
        "\\P{Lu}": category != "Lu",
        "\\d": category == "Nd",
        "\\w": category[0] in "LMNS",
        "\\W": category[0] not in "LMNS",
        "\\s": character in " \t\n\r",
        ".": character not in "\n\r",
        "[^\\p{C}\\p{Z}]+": category[0] not in "CZ",
        "([^\\p{C}\\p{Z}])+": category[0] not in "CZ",
        "\\S+": character not in " \t\n\r",
        "[\\p{L}-[\\p{Lu}]]": category[0] == "L" and category != "Lu",
        "\\p{IsGreek}": "\u0370" <= character <= "\u03ff",
    }
    assert {pattern: Regex(pattern).matches(character) for pattern in expected} == expected


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(a+)+", "a" * 20_000 + "b"),
        ("(a|a)*", "a" * 20_000 + "b"),
        ("(a|aa)+", "a" * 20_000 + "b"),
        ("(.*)*x", "a" * 20_000),
        ("((a{0,100}){0,100}){0,100}b", "a" * 5_000),
        ("a{1,1000000}b", "a" * 20_000),
        ("(a?){5000}b", "a" * 5_000),
        ("(a|b)*a(a|b){13}", "ab" * 5_000),
        ("([a-zA-Z]+\\.?)+@", "a" * 20_000),
    ],
)
def test_no_expression_explodes(pattern: str, text: str) -> None:
    start = time.process_time()
    assert Regex(pattern).matches(text) == (pattern == "(a|b)*a(a|b){13}")
    assert time.process_time() - start < 10


def test_an_automaton_forgets_rather_than_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    from teikit.rng.datatypes.regex import automaton

    monkeypatch.setattr(automaton, "_REMEMBERED", 10)
    expression = Regex("(\\w+ ?)*[a-z]{3}")
    texts = {"one two three": True, "one two th": False, "αβγ δεζ xyz": True, "": False, "0123456789 abcdefghijk": True}
    for _ in range(3):
        assert {text: expression.matches(text) for text in texts} == texts


@pytest.mark.parametrize(
    ("pattern", "position"),
    [("(a", 3), ("a)", 2), ("[+-]", 4), ("[b-a]", 5), ("a{2,1}", 6), ("a**", 3), ("\\$", 2), ("\\p{Lx}", 7), ("a{", 3)],
)
def test_a_fault_is_told_with_its_position(pattern: str, position: int) -> None:
    with pytest.raises(DatatypeError) as caught:
        Regex(pattern).compile()
    assert caught.value.position == position
    assert f"(character {position})" in str(caught.value)


@pytest.mark.parametrize("opening", ["(", "[a-"])
def test_nesting_is_limited(opening: str) -> None:
    with pytest.raises(DatatypeError, match="nested"):
        Regex(opening * 10_000).compile()
