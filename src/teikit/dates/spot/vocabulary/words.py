"""What a word can be in a date, and what a language's vocabulary is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Word(NamedTuple):
    """A word of a date: its `code` is one letter, its meaning a `number` and a `name`.

    The codes, which `forms` composes into dates:

    - numbers: `n` 1 to 31, `m` 0 and 32 to 99, `h` of three digits, `y` of four, `#` other; `k` a short year ("'17"),
      `v` a Roman one, `o` an ordinal, `w` a number in words, `I` an ISO date, `N` a date in numbers, `S` a decade;
    - names: `M` month (name: its family), `W` weekday, `s` season, `c` century, `T` time of day, `K` "o'clock";
    - marks: `e` era behind or before a year, `E` era or reign before a year, `Y` a year of the sixty, `j` style, `J` a
      calendar's name, `l` inst. and ult., `q` circa, `p` part of a year or month (name: early, mid, late), `g` the
      letter or word for "year" behind a year;
    - glue: `t` the, `f` of, `r` to, `a` and, `F` from, `b` between, `i` in and the like, `O` on and the like;
    - relative: `R` yesterday, `L` last or next, `A` ago, `D` morning, `u` a unit of time;
    - what speaks against a date: `X` before a number ("page"), `U` behind it ("miles"); `x` is any other word.
    """

    code: str
    number: int = 0
    name: str = ""
    case: str = ""
    """`name` where a word is a date's only when it is written with a capital; `weak` where a name may be meant too."""
    stop: bool = False
    """Whether a full stop behind it belongs to it: an abbreviation."""


class Vocabulary(NamedTuple):
    """A language's words: `words` by their folded form; a name of several words has spaces between.

    `ordinal` is what makes a number an ordinal, as a pattern behind the digits. `month_first` says that numbers in a
    date such as 11/22/1917 may begin with the month; `bare` that a month without day and year is worth a date.
    """

    words: Mapping[str, Word]
    ordinal: str
    month_first: bool
    clock: str
    """A pattern behind a number that makes it a time of day, with the groups `am` and `pm` where it tells which."""


def fold(word: str) -> str:
    """Return a word without case, marks and apostrophes, as vocabularies have their keys."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(
        letter for letter in plain if not unicodedata.combining(letter) and letter not in "ʿʾʻʼ‘’'`´ʹ\u0640\u200c\u200d"
    )


def listed(code: str, text: str, *, case: str = "", name: str = "", stop: bool = False) -> dict[str, Word]:
    """Return words of one meaning each: lines number from 1, and a line has the spellings of one."""
    lines = [line.split() for line in text.strip().splitlines()]
    return {fold(word): Word(code, number, name, case, stop) for number, line in enumerate(lines, 1) for word in line}


def alike(words: str, word: Word) -> dict[str, Word]:
    """Return the same meaning for several words."""
    return {fold(spelling): word for spelling in words.split()}


def joined(parts: Iterable[Mapping[str, Word]]) -> dict[str, Word]:
    """Return several tables as one; what comes first stays."""
    found: dict[str, Word] = {}
    for part in parts:
        for key, word in part.items():
            found.setdefault(key, word)
    return found
