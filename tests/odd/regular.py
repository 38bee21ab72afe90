"""Regular expressions for tests, and by Glushkov's construction their automata, apart from the code that is tested."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from teikit.odd.to_xsd.content.automaton import Automaton, automaton_of
from teikit.odd.to_xsd.content.expression import Either, Letters, Particle, Series, Times

LETTERS = "abcde"


class Regular(NamedTuple):
    """A letter (`kind` is the letter itself), or one of `.` (sequence), `|`, `*`, `+`, `?` with its parts."""

    kind: str
    parts: tuple[Regular, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Regular:
        """Read an expression of letters, `|`, brackets (round and square) and `*`, `+`, `?`, `{m,n}`."""
        return _Parser(text).alternatives()


class _Parser:
    def __init__(self, text: str) -> None:
        self.rest = text

    def alternatives(self) -> Regular:
        found = self.sequence()
        while self.rest.startswith("|"):
            self.rest = self.rest[1:]
            found = Regular("|", (found, self.sequence()))
        return found

    def sequence(self) -> Regular:
        found = self.repeated()
        while self.rest and self.rest[0] not in "|)":
            found = Regular(".", (found, self.repeated()))
        return found

    def repeated(self) -> Regular:
        found = self.single()
        while self.rest and self.rest[0] in "*+?{":
            kind, self.rest = self.rest[0], self.rest[1:]
            if kind == "{":
                bounds, _, self.rest = self.rest.partition("}")
                least, _, most = bounds.partition(",")
                found = counted(found, int(least), int(most) if most else None)
            else:
                found = Regular(kind, (found,))
        return found

    def single(self) -> Regular:
        first, self.rest = self.rest[0], self.rest[1:]
        if first == "(":
            inner = self.alternatives()
            self.rest = self.rest[1:]
            return inner
        if first == "[":
            letters, _, self.rest = self.rest.partition("]")
            return one_of(letters)
        return Regular(first)


def one_of(letters: str) -> Regular:
    """Return a choice of letters."""
    found = Regular(letters[0])
    for letter in letters[1:]:
        found = Regular("|", (found, Regular(letter)))
    return found


def counted(part: Regular, least: int, most: int | None) -> Regular:
    """Return a part from `least` to `most` times, written out."""
    if most is None:
        if least < 2:
            return Regular("+" if least else "*", (part,))
        return Regular(".", (part, counted(part, least - 1, None)))
    if most == 1:
        return part if least else Regular("?", (part,))
    if least:
        return Regular(".", (part, counted(part, least - 1, most - 1)))
    return Regular("?", (Regular(".", (part, counted(part, 0, most - 1))),))


def random_regular(random: Random, depth: int) -> Regular:
    """Return an expression with at most that many operators inside each other."""
    kind = random.choice("..|||*+?") if depth and random.random() < 0.75 else ""
    if not kind:
        return Regular(random.choice(LETTERS))
    count = 2 if kind in ".|" else 1
    return Regular(kind, tuple(random_regular(random, depth - 1) for _ in range(count)))


def regular_of(particle: Particle) -> Regular:
    """Return the expression that a particle is."""
    match particle:
        case Letters(symbols=symbols):
            return one_of("".join(sorted(symbols)))
        case Times(part=part, least=least, most=most):
            return counted(regular_of(part), least, most)
        case Series(parts=parts) | Either(parts=parts):
            found = regular_of(parts[0])
            for part in parts[1:]:
                found = Regular("." if isinstance(particle, Series) else "|", (found, regular_of(part)))
            return found


def text_of(regular: Regular) -> str:
    """Return an expression as text."""
    inner = [text_of(part) for part in regular.parts]
    if not inner:
        return regular.kind
    return f"({''.join(inner)})" if regular.kind == "." else f"({'|'.join(inner)})" + regular.kind.replace("|", "")


class _Glushkov:
    """The positions of an expression: which come first, which follow which, which may be last."""

    def __init__(self, regular: Regular) -> None:
        self.letters: list[str] = []
        self.follow: list[set[int]] = []
        self.nullable, self.first, self.last = self._of(regular)

    def _of(self, regular: Regular) -> tuple[bool, set[int], set[int]]:
        if not regular.parts:
            self.letters.append(regular.kind)
            self.follow.append(set())
            place = {len(self.letters) - 1}
            return False, place, set(place)
        found = [self._of(part) for part in regular.parts]
        nullable, first, last = found[0]
        if regular.kind in "*+":
            self._link(last, first)
        if regular.kind in "*+?":
            return nullable or regular.kind != "+", first, last
        also, second, end = found[1]
        if regular.kind == "|":
            return nullable or also, first | second, last | end
        self._link(last, second)
        return nullable and also, first | (second if nullable else set()), end | (last if also else set())

    def _link(self, before: set[int], after: set[int]) -> None:
        for place in before:
            self.follow[place] |= after


def is_deterministic(regular: Regular) -> bool:
    """Is every letter, as it comes, that of one place in the expression?"""
    places = _Glushkov(regular)
    return all(len({places.letters[one] for one in group}) == len(group) for group in (places.first, *places.follow))


def automaton(regular: Regular) -> Automaton:
    """Return the minimal automaton of an expression."""
    places = _Glushkov(regular)

    def after(state: object) -> dict[str, object]:
        assert isinstance(state, frozenset)
        following = places.first if -1 in state else set().union(*(places.follow[one] for one in state))
        found: dict[str, set[int]] = {}
        for one in following:
            found.setdefault(places.letters[one], set()).add(one)
        return {letter: frozenset(group) for letter, group in found.items()}

    def is_final(state: object) -> bool:
        assert isinstance(state, frozenset)
        return places.nullable if -1 in state else bool(state & places.last)

    return automaton_of(frozenset((-1,)), after, is_final)
