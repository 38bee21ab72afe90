"""Eras of China and Japan in Latin letters, and Chinese years in Pinyin ("Minguo jiunian")."""

from __future__ import annotations

from teikit.dates.calendars import japanese
from teikit.dates.calendars.chinese import cyclical, eras, form
from teikit.dates.spot.vocabulary.words import Word, fold

_DIGITS = ("", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu")
LATEST = 60
"""The latest year of an era that is read in Pinyin: Qianlong, the longest, had sixty."""


def era_words() -> dict[str, Word]:
    """Return the names of the eras, as words before a year; a name of one letter is none in running text."""
    found = {"minguo": Word("E", 0, "minguo"), "min kuo": Word("E", 0, "minguo"), "zhi": Word("r")}
    for era in eras.ERAS:
        if era.name != "Minguo":
            found |= {_key(name): Word("E", 0, f"chinese:{era.name}") for name in (era.name, *era.spellings)}
    for reign in japanese.ERAS:
        names = (reign.name, reign.title, *(name for name in reign.spellings if len(name) > 1))
        found |= {_key(name): Word("E", 0, f"japanese:{reign.name}") for name in names}
    found |= {f"{_pinyin(number)}nian": Word("n", number, "pinyin") for number in range(1, LATEST + 1)}
    found |= {f"{_pinyin(number)} nian": Word("n", number, "pinyin") for number in range(1, LATEST + 1)}
    found |= {
        _key(cyclical.pinyin(year)): Word("Y", year, "chinese", "name")
        for year in range(form.CYCLE[0], form.CYCLE[1] + 1)
    }
    return found | {"yuannian": Word("n", 1, "pinyin")}


def _key(name: str) -> str:
    return " ".join(fold(part) for part in name.replace("'", "-").split("-"))


def _pinyin(number: int) -> str:
    tens, ones = divmod(number, 10)
    return f"{_DIGITS[tens] if tens > 1 else ''}{'shi' if tens else ''}{_DIGITS[ones]}"
