"""Sets of characters, asked for one character at a time: no table of all of Unicode is ever made."""

from __future__ import annotations


class CharacterSet:
    """A set of characters."""

    __slots__ = ()

    def contains(self, character: str) -> bool:
        """Whether a character belongs to the set: none to this one, which is empty."""
        return False


class Ranges(CharacterSet):
    """The characters from `bounds[0]` to before `bounds[1]`, from `bounds[2]` to before `bounds[3]`, and so on."""

    __slots__ = ("bounds",)

    def __init__(self, bounds: tuple[int, ...]) -> None:
        self.bounds = bounds

    def contains(self, character: str) -> bool:
        """Whether a character belongs to the set."""
        # Most characters asked for are among the first.
        code, inside = ord(character), False
        for bound in self.bounds:
            if code < bound:
                return inside
            inside = not inside
        return inside


class Category(CharacterSet):
    """The characters of some Unicode general categories: 'L' for all letters, 'Lu' for capitals."""

    __slots__ = ("names",)

    def __init__(self, *names: str) -> None:
        self.names = names

    def contains(self, character: str) -> bool:
        """Whether a character belongs to the set."""
        from unicodedata import category

        return category(character).startswith(self.names)


class Union(CharacterSet):
    """The characters of any of the members."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[CharacterSet, ...]) -> None:
        self.members = members

    def contains(self, character: str) -> bool:
        """Whether a character belongs to the set."""
        return any(member.contains(character) for member in self.members)


class Difference(CharacterSet):
    """The characters of `whole` that are not in `less`; `whole` None: of all characters."""

    __slots__ = ("less", "whole")

    def __init__(self, whole: CharacterSet | None, less: CharacterSet) -> None:
        self.whole = whole
        self.less = less

    def contains(self, character: str) -> bool:
        """Whether a character belongs to the set."""
        return (self.whole is None or self.whole.contains(character)) and not self.less.contains(character)


def between(*pairs: tuple[int, int]) -> Ranges:
    """Return a set from pairs of first and last code point, in ascending order and apart from each other."""
    return Ranges(tuple(bound for first, last in pairs for bound in (first, last + 1)))


def single(character: str) -> Ranges:
    """Return the set of one character."""
    return Ranges((ord(character), ord(character) + 1))
