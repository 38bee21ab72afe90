"""Readers of seasons, decades and centuries."""

from __future__ import annotations

import re

from teikit.dates.spot.reading.context import Context, Draft, bounds
from teikit.dates.spot.reading.parts import following, likely_year
from teikit.dates.spot.reading.ranges import ranged
from teikit.dates.spot.reading.when import When
from teikit.dates.spot.reading.years import PARTS

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


def read_season(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "summer 1919", "the winter of 1917–18"."""
    season, year = context.word(match, "s").number, context.word(match, "y").number
    second = context.word(match, "y2")
    if not likely_year(context, year):
        return []
    begin, end = season_months(year, season)
    if second.code and following(year, second.number) != year + 1:
        return []
    first, last = bounds(context, match)
    part = f", {context.word(match, 'p').name}" if context.token(match, "p") else ""
    reason = f"a season of the northern half of the world{part}"
    value = f"{begin.value}/{end.value}"
    return [Draft(first, last, "season", value, begin.calendar, "medium", reason, begin, end)]


def season_months(year: int, season: int) -> tuple[When, When]:
    """Return the first and the last month of a season (21 is spring, as in EDTF); winter begins in December."""
    first, last = _SEASONS[season]
    return When("gregorian", year, first), When("gregorian", year + 1 if last < first else year, last)


def read_decade(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "the 1920s", "the early 1920s"."""
    decade = context.word(match, "S").number
    if decade % 10 or not likely_year(context, decade):
        return []
    parted = context.token(match, "p") is not None
    span = 100 if decade % 100 == 0 and decade < (1901 if parted else 1900) else 10
    return [_long(context, match, "decade", decade, span, f"{decade}s")]


def read_named_decade(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read a decade that a word names: "années 1920"."""
    decade = context.word(match, "y").number
    if context.word(match, "u").name != "decade" or decade % 10 or not likely_year(context, decade):
        return []
    return [_long(context, match, "decade", decade, 10, f"{decade}s")]


def _long(context: Context, match: re.Match[str], kind: str, start: int, years: int, what: str) -> Draft:
    first, last = bounds(context, match)
    part = context.word(match, "p").name
    reason = f"the years of the {what}"
    begin, end = start, start + years - 1
    if part:
        low, high = PARTS[part]
        begin, end = start + low * years // 12, start + -(-high * years // 12) - 1
        reason = f"{part} in the {what}, taken as a part of it"
    value = f"{_signed(begin)}/{_signed(end)}"
    one, other = When("gregorian", begin), When("gregorian", end)
    return Draft(first, last, kind, value, "gregorian", "medium" if part else "high", reason, one, other)


def _signed(year: int) -> str:
    return When("gregorian", year).value


def read_decades(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "1920s–1930s"."""
    first, last = context.word(match, "S1").number, context.word(match, "S2").number
    if first >= last or first % 10 or last % 10:
        return []
    return [ranged(context, match, When("gregorian", first), When("gregorian", last + 9), "two decades")]


def read_century(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "the eighteenth century", "the 2nd century BCE"."""
    number = context.word(match, "o" if context.token(match, "o") else "o1").number
    if not 1 <= number <= 21:
        return []
    start = -100 * number if context.word(match, "e").number < 0 else 100 * number - 99
    draft = _long(context, match, "century", start, 100, f"century {number}")
    if context.token(match, "o1"):
        at = match.start("o1") // 2
        draft = draft._replace(first=at, last=at, certainty="medium")
    return [draft]


def read_centuries(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "the 17th to 18th centuries"."""
    first, last = context.word(match, "o1").number, context.word(match, "o2").number
    if not 1 <= first < last <= 21 or context.token(match, "e"):
        return []
    return [ranged(context, match, When("gregorian", 100 * first - 99), When("gregorian", 100 * last), "two centuries")]
