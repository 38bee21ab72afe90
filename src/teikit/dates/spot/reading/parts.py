"""Years, months and days of a form: which number each is, and in which calendar."""

from __future__ import annotations

import re
from typing import NamedTuple

from teikit.dates.spot.reading.context import Context, roman_calendar
from teikit.dates.spot.reading.when import When
from teikit.dates.spot.vocabulary import Word

_HIGHEST = {"hebrew": 6999, "byzantine": 7999, "islamic": 1600, "rumi": 1345, "coptic": 1900, "republican": 300}
_STYLED = tuple(f"{letter}{gap}j " for letter in "yMvhkno" for gap in " ,")
"""A mark of style, as a row's letters, that belongs to the date before it."""
LATEST = 2150
"""The latest year that a number of four digits may be, where nothing says that it is a year."""


MUNDI = "mundi"
"""The calendar of a year that is counted from the creation of the world, until its month says which that is."""


def style_of(context: Context, match: re.Match[str]) -> Word:
    """Return the mark of style behind a date or before it, or the calendar's name in brackets behind it."""
    if context.token(match, "j"):
        return context.word(match, "j")
    if context.token(match, "J"):
        return context.word(match, "J")
    before = match.string[max(0, match.start() - 4) : match.start()]
    leads = before.endswith("j ") and not before.endswith(_STYLED)
    return context.before(match) if leads else Word("")


class Year(NamedTuple):
    """A year: its number, its calendar where the text names one, a reign, and the other year of "1750/51"."""

    number: int
    calendar: str = ""
    era: str = ""
    other: int | None = None
    short: bool = False


def year_of(context: Context, match: re.Match[str], number: str = "") -> Year | None:
    """Return the year in a form's groups of that number, or None where it has none that can be one."""
    named = (
        context.word(match, f"E{number}") if context.token(match, f"E{number}") else context.word(match, f"G{number}")
    )
    for group, mark in ((f"y{number}", f"e{number}"), (f"z{number}", f"f{number}"), (f"s{number}", f"G{number}")):
        token = context.token(match, group)
        if token is not None:
            return _reckoned(token.word, context.word(match, mark), named, _second(context, match, group))
    return None


def _second(context: Context, match: re.Match[str], group: str) -> Word | None:
    """Return the second number of "1750/51"."""
    if match.end(group) - match.start(group) < 3:
        return None
    return context.row.tokens[match.end(group) // 2].word


def _reckoned(word: Word, era: Word, named: Word, second: Word | None) -> Year | None:
    if word.code == "k":
        return Year(1900 + word.number, short=True)
    if named.code == "E" and not (named.name == "republican" and word.number > _HIGHEST["republican"]):
        # "l'an 1793" is a year of our era.
        return Year(word.number, named.name.partition(":")[0], named.name.partition(":")[2])
    if era.code == "e":
        return Year(-word.number if era.number < 0 else word.number, era.name)
    if second is not None:
        other = following(word.number, second.number)
        return Year(other, "", "", word.number) if other == word.number + 1 else None
    return Year(word.number)


def following(year: int, short: int) -> int:
    """Return the year that two digits behind another year mean: 1915 and 16 is 1916."""
    if short > 99:
        return short
    scale = 10 if short < 10 and short > year % 10 else 100
    return year - year % scale + short if scale == 10 else year - year % 100 + short


def when_of(context: Context, month: Word, day: int | None, year: Year | None, style: Word) -> When | None:
    """Return the date of a month, a day and a year, or None where they cannot belong together."""
    family = month.name
    if year is not None and year.calendar == MUNDI:
        year = year._replace(calendar="byzantine" if family == "roman" else family)
    if family == "roman":
        return _roman(context, month.number, day, year, style)
    if year is not None and year.calendar not in ("", family):
        return None
    if year is not None and year.number > _HIGHEST[family]:
        return None
    return When(family, year.number if year else None, month.number, day)


def _roman(context: Context, month: int, day: int | None, year: Year | None, style: Word) -> When | None:
    calendar = style.name or (year.calendar if year and year.calendar else "") or roman_calendar(context)
    if year is not None and calendar in _HIGHEST and year.number > _HIGHEST[calendar]:
        calendar = "gregorian"
    if year is None:
        return When("gregorian" if calendar in ("rumi", "minguo") else calendar, None, month, day)
    if calendar == "minguo" and year.number > 200:
        calendar = "gregorian"
    if calendar == "rumi":
        return When("rumi", year.number, rumi_month(year.number, month), day)
    if year.other is not None:
        calendar = style.name or "julian"
    return When(calendar, year.number, month, day, year.era)


def rumi_month(year: int, month: int) -> int:
    """Return the number in the Ottoman fiscal year of a month that is counted from January."""
    return month if year >= 1334 else (month - 3) % 12 + 1


def likely_year(context: Context, number: int) -> bool:
    """Tell whether a number of four digits may be a year in a text of the context's calendar."""
    highest = max(LATEST, _HIGHEST.get(context.calendar, 0))
    return 1000 <= number <= (9999 if context.whole else highest)
