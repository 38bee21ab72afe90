"""The grammar of regular expressions (XML Schema Datatypes, appendix F), read by recursive descent."""

from __future__ import annotations

from teikit.rng.datatypes.errors import DatatypeError
from teikit.rng.datatypes.regex.automaton import Automaton, Character, Either, Expression, Sequence, repeat
from teikit.rng.datatypes.regex.blocks import block
from teikit.rng.datatypes.regex.characters import Category, CharacterSet, Difference, Ranges, Union, between, single
from teikit.rng.datatypes.regex.names import name_characters

# Major classes and, after each, its subdivisions.
_CATEGORIES = ("Lultmo", "Mnce", "Ndlo", "Pcdseifo", "Zslp", "Smcko", "Ccfon")
_ESCAPED = {character: character for character in "\\|.-^?*+{}()[]"} | {"n": "\n", "r": "\r", "t": "\t"}
_SPACE = between((9, 10), (13, 13), (32, 32))
_ANY_IN_LINE = Difference(None, between((10, 10), (13, 13)))
_DEEPEST = 100
_Part = str | CharacterSet
_QUANTIFIERS = frozenset("?*+{")
# Counts beyond this are as good as unbounded: no text is so long.
_MOST_COUNTED = 1_000_000_000


def automaton(pattern: str, names: str) -> Automaton:
    """Return the automaton of a regular expression. Raises DatatypeError with the position of a fault.

    `names`: the edition of XML whose name characters `\\i` and `\\c` stand for.
    """
    return _Reader(pattern, names).automaton()


class _Reader:
    """A reader of one expression; its methods are named after the productions of the grammar."""

    def __init__(self, pattern: str, names: str) -> None:
        self._pattern = pattern
        self._names = names
        self._place = 0
        self._depth = 0
        self._sets: list[CharacterSet] = []
        self._known: dict[str, Character] = {}

    def automaton(self) -> Automaton:
        """Read the whole pattern."""
        expression = self._reg_exp()
        if self._place < len(self._pattern):
            raise self._error(f'"{self._next()}" must be escaped here with a backslash')
        return Automaton(expression, tuple(self._sets))

    def _next(self) -> str:
        """Return the character to be read next, '' at the end."""
        return self._pattern[self._place : self._place + 1]

    def _take(self, expected: str) -> bool:
        if not self._pattern.startswith(expected, self._place):
            return False
        self._place += len(expected)
        return True

    def _need(self, expected: str) -> None:
        if not self._take(expected):
            found = f'"{self._next()}"' if self._next() else "the end"
            raise self._error(f'"{expected}" is expected here, not {found}')

    def _error(self, message: str) -> DatatypeError:
        position = min(self._place, len(self._pattern)) + 1
        return DatatypeError(f"{message} (character {position})", "pattern", position)

    def _reg_exp(self) -> Expression:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._error(f"parentheses are nested more than {_DEEPEST} deep")
        branches = [self._branch()]
        while self._take("|"):
            branches.append(self._branch())
        self._depth -= 1
        return branches[0] if len(branches) == 1 else Either(tuple(branches))

    def _branch(self) -> Expression:
        pieces: list[Expression] = []
        while (character := self._next()) and character not in ")|":
            atom = self._known.get(character)
            if atom is None:
                piece = self._atom(character)
            else:
                self._place += 1
                piece = atom
            pieces.append(self._quantified(piece) if self._next() in _QUANTIFIERS else piece)
        return pieces[0] if len(pieces) == 1 else Sequence(tuple(pieces))

    def _atom(self, character: str) -> Expression:
        if character in "?*+{":
            raise self._error(f'"{character}" has nothing to repeat: if you mean the character, write "\\{character}"')
        if character in "}]":
            raise self._error(f'"{character}" must be escaped here with a backslash')
        start = self._place
        self._place += 1
        if character == "(":
            inside = self._reg_exp()
            self._need(")")
            return inside
        return self._character(start)

    def _character(self, start: int) -> Expression:
        """Read the rest of a set of characters; the same words stand for the same set."""
        character = self._pattern[start]
        found: str | CharacterSet = character
        if character == "[":
            found = self._char_class_expr()
        elif character == "\\":
            found = self._escape()
        elif character == ".":
            found = _ANY_IN_LINE
        written = self._pattern[start : self._place]
        known = self._known.get(written)
        if known is None:
            known = self._known[written] = Character(len(self._sets))
            self._sets.append(single(found) if isinstance(found, str) else found)
        return known

    def _quantified(self, atom: Expression) -> Expression:
        if self._take("?"):
            return repeat(atom, 0, 1)
        if self._take("*"):
            return repeat(atom, 0, None)
        if self._take("+"):
            return repeat(atom, 1, None)
        self._need("{")
        least = self._quant_exact()
        most: str | None = least
        if self._take(","):
            most = None if self._next() == "}" else self._quant_exact()
            if most is not None and (len(least), least) > (len(most), most):
                raise self._error("the lower bound of a quantifier is greater than the upper one")
        self._need("}")
        return repeat(atom, _count(least), None if most is None else _count(most))

    def _quant_exact(self) -> str:
        start = self._place
        while self._next() and self._next() in "0123456789":
            self._place += 1
        if start == self._place:
            raise self._error("a number is expected here")
        return self._pattern[start : self._place].lstrip("0")

    def _char_class_expr(self) -> CharacterSet:
        """Read a character class after its opening bracket, to its closing one."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._error(f"brackets are nested more than {_DEEPEST} deep")
        negative = self._take("^")
        group, subtracted = self._pos_char_group()
        result: CharacterSet = Difference(None, group) if negative else group
        if subtracted is not None:
            result = Difference(result, subtracted)
        self._need("]")
        self._depth -= 1
        return result

    def _pos_char_group(self) -> tuple[CharacterSet, CharacterSet | None]:
        """Read the parts of a class and the class that is subtracted from it, if any."""
        spans: list[int] = []
        members: list[CharacterSet] = []
        while True:
            low = self._class_part()
            if self._take("-"):
                if self._take("["):
                    self._add(low, low, spans, members)
                    return _union(spans, members), self._char_class_expr()
                if self._next() == "]":
                    raise self._error('"-" must be escaped with a backslash before "]"')
                self._add(low, self._class_part(), spans, members)
                if self._take("-"):
                    self._need("[")
                    return _union(spans, members), self._char_class_expr()
            else:
                self._add(low, low, spans, members)
            if self._next() in ("]", ""):
                return _union(spans, members), None

    def _add(self, low: _Part, high: _Part, spans: list[int], members: list[CharacterSet]) -> None:
        if low is high and not isinstance(low, str):
            members.append(low)
        elif not isinstance(low, str) or not isinstance(high, str):
            raise self._error("the bounds of a range must be single characters")
        elif low > high:
            raise self._error("the lower bound of a range comes after the upper one")
        else:
            spans += (ord(low), ord(high) + 1)

    def _class_part(self) -> str | CharacterSet:
        character = self._next()
        if character == "":
            raise self._error('"]" is expected here, not the end')
        if character in "-[]":
            raise self._error(f'"{character}" must be escaped with a backslash in brackets')
        self._place += 1
        return self._escape() if character == "\\" else character

    def _escape(self) -> str | CharacterSet:
        """Read what follows a backslash: one character (a string) or a class."""
        character = self._next()
        if character in _ESCAPED:
            self._place += 1
            return _ESCAPED[character]
        if character in ("p", "P"):
            self._place += 1
            found = self._char_prop()
            return found if character == "p" else Difference(None, found)
        multiple = self._multi_char_esc(character.lower())
        if multiple is None:
            raise self._error(f'"\\{character}" is no escape of XML Schema')
        self._place += 1
        return multiple if character.islower() else Difference(None, multiple)

    def _multi_char_esc(self, character: str) -> CharacterSet | None:
        match character:
            case "s":
                return _SPACE
            case "d":
                return Category("Nd")
            case "w":
                return Category("L", "M", "N", "S")
            case "i" | "c":
                return name_characters(self._names, start=character == "i")
        return None

    def _char_prop(self) -> CharacterSet:
        self._need("{")
        start = self._place
        while self._next().isascii() and (self._next().isalnum() or self._next() == "-"):
            self._place += 1
        name = self._pattern[start : self._place]
        self._need("}")
        if any(name[:1] == each[0] and len(name) < 3 and name[1:] in each[1:] for each in _CATEGORIES):
            return Category(name)
        found = block(name[2:]) if name.startswith("Is") else None
        if found is None:
            raise self._error(f'"{name}" is no Unicode category, nor "Is" with a block that XML Schema 1.0 knows')
        return found


def _count(digits: str) -> int:
    return int(digits or "0") if len(digits) < 10 else _MOST_COUNTED


def _union(spans: list[int], members: list[CharacterSet]) -> CharacterSet:
    if spans:
        merged: list[int] = []
        for low, high in sorted(zip(spans[::2], spans[1::2], strict=True)):
            if merged and low <= merged[-1]:
                merged[-1] = max(merged[-1], high)
            else:
                merged += (low, high)
        members.append(Ranges(tuple(merged)))
    return members[0] if len(members) == 1 else Union(tuple(members))
