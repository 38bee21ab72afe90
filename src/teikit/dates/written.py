"""Dates as they are written in attributes: W3C XML Schema's forms, and ISO 8601's.

Of each, a year, a year and a month, or a day; a time and a time zone after a day are allowed and ignored. A recurring
date (`--11-22`) and a time of day alone are no interval, and are refused by their form.
"""

from __future__ import annotations

import re

from teikit.dates import day_numbers
from teikit.dates.calendars.calendar import CalendarDate
from teikit.dates.calendars.roman import astronomical, days_in
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval

_ZONE = r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
_REST = rf"(?:T[0-9:.,]+)?{_ZONE}"
_YEAR = r"-?(?:[0-9]{4}|[1-9][0-9]{4,5})"
_W3C = re.compile(rf"({_YEAR})(?:-([0-9]{{2}})(?:-([0-9]{{2}}){_REST}|{_ZONE})|{_ZONE})")
_ISO_BASIC = re.compile(rf"([0-9]{{4}})([0-9]{{2}})([0-9]{{2}}){_REST}")

Parts = tuple[int, int | None, int | None]
"""Year, month, day, as written."""


def parse_w3c(value: str) -> Interval:
    """Return the days of a W3C date, dateTime, gYearMonth or gYear (XML Schema Part 2, §3.2.7 to §3.2.11).

    Raises `DateError`; year 0000 is refused, and -0001 is 1 BCE.
    """
    year, month, day = _parts(_W3C, value, "a date such as 1917, 1917-12 or 1917-12-05")
    if year == 0:
        raise DateError(f'"{value}": there is no year 0000; 1 BCE is -0001', "year")
    return interval_of(value, astronomical(year), month, day)


def parse_iso(value: str) -> Interval:
    """Return the days of an ISO 8601 calendar date; year 0000 is 1 BCE.

    Raises `DateError`, also for the forms of ISO 8601 that are not read here (weeks, ordinal days, durations).
    """
    basic = _ISO_BASIC.fullmatch(value)
    if basic:
        year, month, day = (int(part) for part in basic.groups())
        return interval_of(value, year, month, day)
    parts = _parts(_W3C, value, "a date such as 1917, 1917-12, 1917-12-05 or 19171205")
    return interval_of(value, *parts)


def interval_of(value: str, year: int, month: int | None, day: int | None) -> Interval:
    """Return the days of a Gregorian date whose year is astronomical; `value` is what the message quotes.

    Raises `DateError` for a month or a day that is not.
    """
    try:
        return days_in(CalendarDate(year, month, day), "gregorian")
    except DateError as error:
        raise DateError(f'"{value}": {error.message}', error.part) from None


def write_iso(number: int) -> str:
    """Return a Julian Day Number as an ISO 8601 date in the Gregorian calendar (0000 is 1 BCE)."""
    year, month, day = day_numbers.from_day_number(number, "gregorian")
    return f"{pad(year)}-{month:02}-{day:02}"


def write_w3c(number: int) -> str:
    """Return a Julian Day Number as a W3C date (-0001 is 1 BCE), as `@when` has it."""
    year, month, day = day_numbers.from_day_number(number, "gregorian")
    return f"{pad(year if year > 0 else year - 1)}-{month:02}-{day:02}"


def pad(year: int) -> str:
    """Return a year with at least four digits."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def _parts(pattern: re.Pattern[str], value: str, expected: str) -> Parts:
    match = pattern.fullmatch(value.strip(" \t\r\n"))
    if match is None:
        raise DateError(f'"{value}" is not {expected}', "form")
    year, month, day = match.groups()
    return int(year), None if month is None else int(month), None if day is None else int(day)
