"""Dates as ISO 8601 has them, which are those of `@when-iso`, `@from-iso` … in TEI; year 0000 is 1 BCE.

Calendar dates (`1917-12-05`, `19171205`), weeks (`1917-W49`, `1917-W49-3`), days of the year (`1917-339`), and
intervals of two of these or of one and a duration (`1917-12/1918-01`, `1917-12-05/P1M`). Centuries (`19`) and decades
(`191`) are read too.
"""

from __future__ import annotations

import re

from teikit.dates import day_numbers
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval
from teikit.dates.notations.w3c import MOST_DIGITS, interval_of, numbers, pad

_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)"
_TIME = r"T(?:[01][0-9]|2[0-4])(?::?[0-5][0-9](?::?[0-6][0-9])?)?(?:[.,][0-9]+)?"
_REST = rf"(?:{_TIME})?{_ZONE}?"
_YEAR = rf"[+-]?[0-9]{{4,{MOST_DIGITS}}}"

_EXTENDED = re.compile(rf"({_YEAR})(?:-([0-9]{{2}})(?:-([0-9]{{2}}){_REST})?)?{_ZONE}?")
_BASIC = re.compile(rf"([0-9]{{4}})([0-9]{{2}})([0-9]{{2}}){_REST}")
_WEEK = re.compile(rf"([0-9]{{4}})(?:-W([0-9]{{2}})(?:-([0-9]){_REST})?|W([0-9]{{2}})(?:([0-9]){_REST})?)")
_ORDINAL = re.compile(rf"([0-9]{{4}})-?([0-9]{{3}}){_REST}")
_SHORT = re.compile(r"([0-9]{2,3})")
_DURATION = re.compile(r"P(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,6})D)?(?:T[0-9HMS.,]+)?")


def parse_iso(value: str) -> Interval:
    """Return the days of a date, a week, or an interval in ISO 8601; a time and a zone are left out.

    Raises `DateError`.
    """
    text = value.strip(" \t\r\n")
    start, mark, end = text.partition("/")
    if not mark:
        return _date(text, value)
    if start.startswith("P"):
        last = _date(end, value)
        return Interval(_moved(last.first, start, -1, value), last.last)
    first = _date(start, value)
    if end.startswith("P"):
        return Interval(first.first, max(first.last, _moved(first.first, end, 1, value)))
    last = _date(end, value)
    if last.last < first.first:
        raise DateError(f'"{value}" ends before it begins', "form")
    return Interval(first.first, last.last)


def write_iso(number: int) -> str:
    """Return a Julian Day Number as an ISO 8601 date in the Gregorian calendar (0000 is 1 BCE)."""
    year, month, day = day_numbers.from_day_number(number, "gregorian")
    return f"{pad(year)}-{month:02}-{day:02}"


def _date(text: str, value: str) -> Interval:
    if match := _BASIC.fullmatch(text) or _EXTENDED.fullmatch(text):
        year, month, day = numbers(match)
        return interval_of(value, year, month, day)
    if match := _WEEK.fullmatch(text):
        of_year, extended, extended_day, basic, basic_day = match.groups()
        return _week(value, int(of_year), int(extended or basic), extended_day or basic_day)
    if match := _ORDINAL.fullmatch(text):
        return _day_of_year(value, *map(int, match.groups()))
    if match := _SHORT.fullmatch(text):
        years = 10 ** (4 - len(text))
        first = int(text) * years
        return Interval(interval_of(value, first).first, interval_of(value, first + years - 1).last)
    raise DateError(f'"{value}" is not a date such as 1917, 1917-12, 1917-12-05 or 19171205', "form")


def _week(value: str, year: int, week: int, day: str | None) -> Interval:
    """Return the days of a week, which begins on Monday; week 1 is that of 4 January."""
    fourth = day_numbers.to_day_number(year, 1, 4, "gregorian")
    monday = fourth - fourth % 7 + 7 * (week - 1)
    after = day_numbers.to_day_number(year + 1, 1, 4, "gregorian")
    if week < 1 or monday >= after - after % 7:
        raise DateError(f'"{value}": there is no week {week} in the year {year}', "day")
    if day is None:
        return Interval(monday, monday + 6)
    if not 1 <= int(day) <= 7:
        raise DateError(f'"{value}": there is no day {day} in a week', "day")
    return Interval(monday + int(day) - 1, monday + int(day) - 1)


def _day_of_year(value: str, year: int, day: int) -> Interval:
    whole = interval_of(value, year)
    if not 1 <= day <= whole.last - whole.first + 1:
        raise DateError(f'"{value}": there is no day {day} in the year {year}', "day")
    return Interval(whole.first + day - 1, whole.first + day - 1)


def _moved(number: int, duration: str, sign: int, value: str) -> int:
    match = _DURATION.fullmatch(duration)
    if match is None or duration.endswith(("P", "T")):
        raise DateError(f'"{value}": "{duration}" is not a duration such as P1M', "form")
    years, months, weeks, days = (int(part or 0) * sign for part in match.groups())
    year, month, day = day_numbers.from_day_number(number, "gregorian")
    counted = 12 * (year + years) + month - 1 + months
    year, month = counted // 12, counted % 12 + 1
    day = min(day, day_numbers.month_length(year, month, "gregorian"))
    return day_numbers.to_day_number(year, month, day, "gregorian") + 7 * weeks + days
