"""Derivatives against brute force: the meaning of patterns by §6 of the specification, tried out in all ways.

A document is one element with attributes, elements `a` and `b` and text. The naive matcher below splits sequences at
every point and deals out attributes in every way, as the specification's inference rules say; the engine must agree.
"""

from __future__ import annotations

import io
from functools import cache
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from teikit.rng.automaton import states
from teikit.rng.automaton.name_classes import AnyName, Name
from teikit.rng.automaton.patterns import Pattern, Patterns
from teikit.rng.automaton.states import Automaton
from teikit.rng.datatypes import datatype
from teikit.rng.reading.diagnose import Diagnosis
from teikit.rng.reading.fast import FastPass
from teikit.xml.limits import Limits

Tree = tuple[object, ...]
"""A pattern: its name, then its members, which are trees, or the name of an element or attribute."""

Children = tuple[str, ...]
"""What is inside an element: `a`, `b` (elements) and `t` (text); no two texts stand side by side."""

Attributes = frozenset[str]
"""The attributes of the element: `x` and `y`, each with its own name as value."""

WILD = "*"


@cache
def matches(tree: Tree, children: Children, attributes: Attributes) -> bool:
    """Return whether children and attributes match a pattern, by trying out every way to share them out."""
    match tree:
        case ("empty",):
            return not children and not attributes
        case ("text",):
            return not attributes and all(child == "t" for child in children)
        case ("element", str(name)):
            return not attributes and len(children) == 1 and children[0] != "t" and name in (children[0], WILD)
        case ("attribute", str(name)):
            return not children and len(attributes) == 1 and name in (*attributes, WILD)
        case ("choice", *members):
            return any(matches(member, children, attributes) for member in members)
        case ("group", first, rest):
            return any(
                matches(first, children[:at], some) and matches(rest, children[at:], attributes - some)
                for at in range(len(children) + 1)
                for some in subsets(attributes)
            )
        case ("interleave", first, rest):
            return any(
                matches(first, one, some) and matches(rest, other, attributes - some)
                for one, other in shares(children)
                for some in subsets(attributes)
            )
        case ("oneOrMore", member):
            return matches(member, children, attributes) or any(
                matches(member, children[:at], some) and matches(tree, children[at:], attributes - some)
                for at in range(len(children) + 1)
                for some in subsets(attributes)
                if at or some
            )
    return False


def subsets(attributes: Attributes) -> list[Attributes]:
    """Return every subset."""
    names = sorted(attributes)
    chosen = product((False, True), repeat=len(names))
    return [frozenset(name for name, kept in zip(names, each, strict=True) if kept) for each in chosen]


def shares(children: Children) -> list[tuple[Children, Children]]:
    """Return every way to share out children among two, each keeping the order."""
    return [
        (
            tuple(child for child, first in zip(children, each, strict=True) if first),
            tuple(child for child, first in zip(children, each, strict=True) if not first),
        )
        for each in product((True, False), repeat=len(children))
    ]


def engine(tree: Tree) -> Automaton:
    """Return the automaton of an element `e` with this content."""
    table = Patterns()

    def made(part: Tree) -> Pattern:
        match part:
            case ("element", str(name)):
                inner = table.element(name, AnyName(None) if name == WILD else Name(name))
                inner.content = table.empty
                return inner
            case ("attribute", str(name)):
                value = table.value(datatype("", "string", ()), name, name)
                return (
                    table.attribute(Name(name), value) if name != WILD else table.attribute(AnyName(None), table.text)
                )
            case ("choice", *members):
                return table.choice([made(member) for member in members])
            case ("group", first, rest):
                return table.group(made(first), made(rest))
            case ("interleave", first, rest):
                return table.interleave([made(first), made(rest)])
            case ("oneOrMore", member):
                return table.one_or_more(made(member))
        return {"empty": table.empty, "text": table.text, "notAllowed": table.not_allowed}[str(part[0])]

    root = table.element("root", Name("e"))
    root.content = made(tree)
    return Automaton(table, root)


def document(children: Children, attributes: Attributes) -> bytes:
    """Return the element `e` with these children and attributes."""
    start = "".join(f' {name}="{name}"' for name in sorted(attributes))
    return f"<e{start}>{''.join('text' if child == 't' else f'<{child}/>' for child in children)}</e>".encode()


NAMES = st.sampled_from(("a", "b", WILD))
LEAVES = st.one_of(
    st.sampled_from((("empty",), ("notAllowed",), ("text",))),
    st.tuples(st.just("element"), NAMES),
    st.tuples(st.just("attribute"), st.sampled_from(("x", "y"))),
    st.just(("oneOrMore", ("attribute", WILD))),
)


def _wider(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    two = st.sampled_from(("choice", "group", "interleave"))
    return st.one_of(st.tuples(two, inner, inner), st.tuples(st.just("oneOrMore"), inner))


def correct(tree: Tree, used: frozenset[str] = frozenset()) -> Tree:
    """Return a pattern without what §7.3 forbids: the members of a group or interleave share no attribute."""
    match tree:
        case ("attribute", str(name)):
            return ("empty",) if _meet(used, frozenset((name,))) else tree
        case ("group" | "interleave", first, rest):
            left = correct(first, used)
            return (tree[0], left, correct(rest, used | attributes_in(left)))
        case ("choice" | "oneOrMore", *members):
            return (tree[0], *(correct(member, used) for member in members))
    return tree


def attributes_in(tree: Tree) -> frozenset[str]:
    """Return the names of the attributes anywhere in a pattern."""
    if tree[0] == "attribute":
        return frozenset(map(str, tree[1:]))
    return frozenset().union(*(attributes_in(member) for member in tree[1:] if isinstance(member, tuple)))


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or bool(one and other and WILD in one | other)


TREES = st.recursive(LEAVES, _wider, max_leaves=7).map(correct)
SHORT = [
    (children, attributes)
    for length in range(4)
    for children in product("abt", repeat=length)
    if "tt" not in "".join(children)
    for attributes in subsets(frozenset("xy"))
]
"""Every document with at most three children."""

LONG = st.lists(st.sampled_from(("a", "b", "at", "bt")), min_size=4, max_size=6).map(lambda each: tuple("".join(each)))


@settings(max_examples=100, deadline=None)
@given(TREES, st.lists(LONG, max_size=8))
@example(("choice", ("empty",), ("group", ("text",), ("element", "a"))), [])
def test_derivatives_are_brute_force(tree: Tree, more: list[Children]) -> None:
    compare(tree, more)


@settings(max_examples=40, deadline=None)
@given(TREES, st.lists(LONG, max_size=8))
def test_an_automaton_that_forgets_all_the_time_says_the_same(tree: Tree, more: list[Children]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(states, "MOST_KEPT", 0)
        compare(tree, more)


def compare(tree: Tree, more: list[Children]) -> None:
    automaton = engine(tree)
    for children, attributes in [*SHORT, *((each, frozenset[str]()) for each in more)]:
        expected = matches(tree, children, attributes)
        content = document(children, attributes)
        fast = FastPass(automaton, check_ids=True, limits=Limits())
        assert fast.accepts(io.BytesIO(content)) is expected, content
        if expected or len(children) < 3:
            slow = Diagnosis(automaton, "e.xml", check_ids=True)
            assert (not list(slow.run(content))) is expected, content
