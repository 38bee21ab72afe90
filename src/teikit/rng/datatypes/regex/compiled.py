"""A regular expression that is compiled when it is first needed."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def _is_word(text: str) -> bool:
    return text != "" and text.isprintable() and " " not in text


def _has_no_space(text: str) -> bool:
    return text != "" and not (" " in text or "\n" in text or "\t" in text or "\r" in text)


# What most attributes of TEI are, answered by Python itself: neither control characters nor separators, no white space.
_QUICK: dict[str, Callable[[str], bool]] = {"[^\\p{C}\\p{Z}]+": _is_word, "\\S+": _has_no_space}


class Regex:
    """A regular expression; `matches` tells whether the whole of a text does.

    `names`: the edition of XML 1.0 whose name characters `\\i` and `\\c` stand for, '4th' or '5th'.
    """

    __slots__ = ("_names", "matches", "pattern")

    def __init__(self, pattern: str, names: str = "4th") -> None:
        self.pattern = pattern
        self._names = names
        self.matches: Callable[[str], bool] = _QUICK.get(pattern, self._first_match)

    def compile(self) -> None:
        """Compile now. Raises DatatypeError with the position of a fault."""
        if self.matches == self._first_match:
            from teikit.rng.datatypes.regex.syntax import automaton

            self.matches = automaton(self.pattern, self._names).matches

    def _first_match(self, text: str) -> bool:
        self.compile()
        return self.matches(text)
