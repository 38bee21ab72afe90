"""The sixty names of the years: 甲子 (Jiazi) to 癸亥 (Guihai), each a stem and a branch."""

from __future__ import annotations

from functools import lru_cache

from teikit.dates.calendars.names import folded

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_PINYIN = (
    "jia yi bing ding wu ji geng xin ren gui".split(),  # noqa: SIM905
    "zi chou yin mao chen si wu wei shen you xu hai".split(),  # noqa: SIM905
)
_WADE_GILES = (
    "chia i ping ting wu chi keng hsin jen kuei".split(),  # noqa: SIM905
    "tzu chou yin mao chen ssu wu wei shen yu hsu hai".split(),  # noqa: SIM905
)

LENGTH = 60

_FIRST_YEAR = 4
"""A year with the first name (CE 4); so was 1864."""


def characters(year: int) -> str:
    """Return the name of a lunisolar year: 丁巳 for 1917."""
    place = year - _FIRST_YEAR
    return _STEMS[place % 10] + _BRANCHES[place % 12]


def pinyin(year: int) -> str:
    """Return the name of a lunisolar year in Pinyin: "Dingsi" for 1917."""
    return _joined(year - _FIRST_YEAR, _PINYIN).capitalize()


def years(name: str, first: int, last: int) -> tuple[int, ...] | None:
    """Return the years from `first` to `last` (included) that have a name; None where it is none of the sixty.

    The name is in characters, or in Pinyin or Wade-Giles: 丁巳, Dingsi, dīngsì, Ting-ssu.
    """
    place = _places().get(folded(name))
    if place is None:
        return None
    return tuple(range(first + (_FIRST_YEAR + place - first) % LENGTH, last + 1, LENGTH))


@lru_cache(maxsize=1)
def _places() -> dict[str, int]:
    places = {characters(_FIRST_YEAR + place): place for place in range(LENGTH)}
    for spelling in (_PINYIN, _WADE_GILES):
        places |= {_joined(place, spelling): place for place in range(LENGTH)}
    return places


def _joined(place: int, spelling: tuple[list[str], list[str]]) -> str:
    stems, branches = spelling
    return stems[place % 10] + branches[place % 12]
