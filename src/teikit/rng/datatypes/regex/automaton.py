"""Matching of regular expressions in time linear in the text: sets of continuations, remembered as states.

An expression is read character by character. What may still follow is a set of *continuations* (Antimirov's partial
derivatives): there are at most as many as the expression has places, times the bounds of its counters, so no expression
explodes. Sets met before are states, and a state is a dictionary from character to state that fills itself: on known
ground a character costs one look-up.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from teikit.rng.datatypes.regex.characters import CharacterSet

# How many transitions an automaton may remember before it forgets them all: bounds the memory on hostile text.
_REMEMBERED = 200_000


class Expression:
    """A regular expression; `nullable`: whether it matches the empty string."""

    __slots__ = ("nullable",)

    def __init__(self, nullable: bool) -> None:
        self.nullable = nullable


class Character(Expression):
    """One character of a set; `index` is the set's place in the automaton."""

    __slots__ = ("index",)

    def __init__(self, index: int) -> None:
        super().__init__(False)
        self.index = index


class Sequence(Expression):
    """The members one after the other; none is the empty string."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Expression, ...]) -> None:
        super().__init__(all(member.nullable for member in members))
        self.members = members


class Either(Expression):
    """Any one of the members."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Expression, ...]) -> None:
        super().__init__(any(member.nullable for member in members))
        self.members = members


class Repeat(Expression):
    """`member` at least `least` and at most `most` times (None: any number of times)."""

    __slots__ = ("fewer", "least", "member", "most")

    def __init__(self, member: Expression, least: int, most: int | None) -> None:
        super().__init__(least == 0)
        self.member = member
        self.least = least
        self.most = most
        self.fewer: Expression | None = None

    def after_one(self) -> Expression | None:
        """Return what may follow one more member; None for nothing."""
        if self.most == 1:
            return None
        if self.most is None and self.least <= 1:
            return self if self.least == 0 else self._fewer(0, None)
        return self._fewer(max(self.least - 1, 0), None if self.most is None else self.most - 1)

    def _fewer(self, least: int, most: int | None) -> Expression:
        if self.fewer is None:
            self.fewer = Repeat(self.member, least, most)
        return self.fewer


def repeat(member: Expression, least: int, most: int | None) -> Expression:
    """Return a repetition. One right inside another is multiplied out where that is exact: counters nest less."""
    if member.nullable:
        least = 0
    if (least, most) == (1, 1):
        return member
    if most == 0:
        return Sequence(())
    if isinstance(member, Repeat) and member.least <= 1:
        product = None if most is None or member.most is None else most * member.most
        return Repeat(member.member, least * member.least, product)
    return Repeat(member, least, most)


class Continuation:
    """An expression, then the rest; `opened` remembers what may follow one character, by the character's class."""

    __slots__ = ("expression", "opened", "rest")

    def __init__(self, expression: Expression, rest: Continuation | None) -> None:
        self.expression = expression
        self.rest = rest
        self.opened: dict[int, frozenset[Continuation | None]] = {}


class State(dict[str, "State"]):
    """A set of continuations (None among them: the text may end here), and where each character leads."""

    __slots__ = ("accepting", "automaton", "by_class", "continuations")

    def __init__(self, automaton: Automaton, continuations: frozenset[Continuation | None]) -> None:
        super().__init__()
        self.automaton = automaton
        self.continuations = continuations
        self.accepting = any(_may_end(each) for each in continuations)
        self.by_class: dict[int, State] = {}

    def __missing__(self, character: str) -> State:
        automaton = self.automaton
        found = automaton.class_of(character)
        target = self.by_class.get(found)
        if target is None:
            target = self.by_class[found] = automaton.after(self.continuations, found)
        automaton.remembered += 1
        if automaton.remembered > _REMEMBERED:
            automaton.forget()
        self[character] = target
        return target


def _may_end(continuation: Continuation | None) -> bool:
    while continuation is not None:
        if not continuation.expression.nullable:
            return False
        continuation = continuation.rest
    return True


class Automaton:
    """The states of one expression, made as texts lead to them."""

    def __init__(self, expression: Expression, sets: tuple[CharacterSet, ...]) -> None:
        self._sets = sets
        self._classes: dict[str, int] = {}
        self._states: dict[frozenset[Continuation | None], State] = {}
        self._continuations: dict[tuple[Expression, Continuation | None], Continuation] = {}
        self.remembered = 0
        self.start = self._state(frozenset((self._then((expression,), None),)))

    def matches(self, text: str) -> bool:
        """Whether the whole text matches."""
        state = self.start
        for character in text:
            state = state[character]
        return state.accepting

    def class_of(self, character: str) -> int:
        """Return the class of a character: a number that has a bit for each of the sets that it belongs to."""
        found = self._classes.get(character)
        if found is None:
            found = sum(1 << index for index, each in enumerate(self._sets) if each.contains(character))
            self._classes[character] = found
        return found

    def after(self, continuations: Iterable[Continuation | None], character_class: int) -> State:
        """Return the state after a character of a class."""
        following: set[Continuation | None] = set()
        for each in continuations:
            if each is not None:
                found = each.opened.get(character_class)
                if found is None:
                    found = each.opened[character_class] = frozenset(self._opened(each, character_class))
                following |= found
        return self._state(frozenset(following))

    def forget(self) -> None:
        """Drop all transitions and states but the first."""
        self.remembered = 0
        start = self.start
        for state in self._states.values():
            state.clear()
            state.by_class.clear()
            for each in state.continuations:
                if each is not None:
                    each.opened.clear()
        self._states = {start.continuations: start}
        self._classes.clear()
        self._continuations.clear()

    def _state(self, continuations: frozenset[Continuation | None]) -> State:
        found = self._states.get(continuations)
        if found is None:
            found = self._states[continuations] = State(self, continuations)
        return found

    def _then(self, members: tuple[Expression, ...], rest: Continuation | None) -> Continuation | None:
        for member in reversed(members):
            found = self._continuations.get((member, rest))
            if found is None:
                found = self._continuations[member, rest] = Continuation(member, rest)
            rest = found
        return rest

    def _opened(self, continuation: Continuation, character_class: int) -> set[Continuation | None]:
        following: set[Continuation | None] = set()
        each: Continuation | None = continuation
        while each is not None:
            self._open(each.expression, each.rest, character_class, following)
            if not each.expression.nullable:
                break
            each = each.rest
        return following

    def _open(
        self,
        expression: Expression,
        rest: Continuation | None,
        character_class: int,
        following: set[Continuation | None],
    ) -> None:
        """Add what may follow a character of the class at the beginning of an expression."""
        match expression:
            case Character(index=index):
                if character_class >> index & 1:
                    following.add(rest)
            case Sequence(members=members):
                for place, member in enumerate(members):
                    self._open(member, self._then(members[place + 1 :], rest), character_class, following)
                    if not member.nullable:
                        break
            case Either(members=members):
                for member in members:
                    self._open(member, rest, character_class, following)
            case Repeat(member=member):
                again = expression.after_one()
                self._open(member, rest if again is None else self._then((again,), rest), character_class, following)
