"""Dates in numbers alone: 1917-11-22, 22.11.1917, 11/22/1917, 12.XI.1917."""

from __future__ import annotations

import re

from teikit.dates.spot.reading.context import Context, Draft, roman_calendar
from teikit.dates.spot.reading.when import When, days_of
from teikit.dates.spot.tokens import roman
from teikit.dates.spot.vocabulary import Word

_MARK = re.compile(r"([./-])\s*")


def iso(context: Context, at: int) -> list[Draft]:
    """Read the token at a place, which is year-month-day in ISO 8601's form."""
    year, month, day = (int(part) for part in context.row.tokens[at].text.split("-"))
    when = When(roman_calendar(context), year, month, day)
    return [Draft(at, at, "day", when.value, when.calendar, "high", "year-month-day", when)]


def numeric(context: Context, at: int, last: int, style: Word) -> list[Draft]:
    """Read the token at a place, which is three numbers with full stops, slashes or hyphens between."""
    pieces = _MARK.split(context.row.tokens[at].text)
    first, mark, middle, _, end = pieces
    spelled = None if middle.isdigit() else roman(middle)
    if not middle.isdigit() and (spelled is None or not 1 <= spelled <= 12):
        return []
    numbers = [int(first), int(middle) if spelled is None else spelled, int(end)]
    readings = _readings(numbers, len(first), len(end), spelled is not None or not context.vocabulary.month_first)
    calendar = style.name or roman_calendar(context)
    found = [When(calendar, *parts) for parts in readings if _exists(When(calendar, *parts))]
    if not found:
        return []
    month_first = mark == "/" and context.vocabulary.month_first
    when = found[-1] if month_first else found[0]
    certainty, reason = _certainty(len(found) > 1 and found[0] != found[-1], len(end), len(first), mark, spelled)
    others = tuple((other.value, calendar) for other in found if other != when) if len(found) > 1 else ()
    return [Draft(at, last, "day", when.value, calendar, certainty, reason, when, None, None, others)]


def _readings(numbers: list[int], first: int, end: int, spelled: bool) -> list[tuple[int, int, int]]:
    """Return the possible (year, month, day) of three numbers: the day first, then the month first."""
    a, b, c = numbers
    if first == 4:
        return [(a, b, c)]
    if first > 2 or end == 3:
        return []
    year = c if end == 4 else 1900 + c
    return [(year, b, a)] if spelled else [(year, b, a), (year, a, b)]


def _exists(when: When) -> bool:
    return when.year is not None and 1000 <= when.year <= 2150 and days_of(when)[0] is not None


def _certainty(ambiguous: bool, end: int, first: int, mark: str, spelled: int | None) -> tuple[str, str]:
    if ambiguous and end == 4 and mark == ".":
        return "medium", "day, month and year in numbers, the day first"
    if ambiguous:
        return "low", "day and month in numbers: which is which is not said"
    if end < 4 and first < 4:
        return "low", "a year of two digits, taken as of the twentieth century"
    return ("high" if spelled or end == 4 or first == 4 else "medium"), "day, month and year in numbers"
