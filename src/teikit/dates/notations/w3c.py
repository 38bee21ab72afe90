"""Dates as W3C XML Schema has them (Part 2, §3.2.7 to §3.2.14), which are those of `@when`, `@from` … in TEI."""

from __future__ import annotations

import re
from typing import NamedTuple

from teikit.dates import day_numbers
from teikit.dates.calendars.calendar import MOST_CHARACTERS, CalendarDate, bounded
from teikit.dates.calendars.roman import astronomical, days_in
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval

MOST_DIGITS = 9
"""Digits that a year may have."""

ZONE = r"(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))"
TIME = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|24:00:00(?:\.0+)?)"
YEAR = rf"-?(?:[0-9]{{4}}|[1-9][0-9]{{4,{MOST_DIGITS - 1}}})"

_DATE = re.compile(rf"({YEAR})(?:-([0-9]{{2}})(?:-([0-9]{{2}})(?:T{TIME})?)?)?{ZONE}?")
_RECURRING = re.compile(rf"--(?:([0-9]{{2}})(?:-([0-9]{{2}}))?|-([0-9]{{2}})){ZONE}?")
_TIME = re.compile(rf"{TIME}{ZONE}?")
_LEAP_YEAR = 2000


class Recurring(NamedTuple):
    """A day of each year, a month of each year or a day of each month: `--11-22`, `--11`, `---22`."""

    month: int | None
    day: int | None


def parse_w3c(value: str) -> Interval:
    """Return the days of a W3C date, dateTime, gYearMonth or gYear; a time and a zone are checked and left out.

    24:00:00 is the first moment of the next day. Raises `DateError`; year 0000 is refused, and -0001 is 1 BCE. What
    recurs (`--11-22`) and a time of day are no interval, and refused by their form.
    """
    match = _DATE.fullmatch(bounded(value))
    if match is None:
        raise DateError(f'"{value}" is not a date such as 1917, 1917-12 or 1917-12-05', "form")
    year, month, day = numbers(match)
    if year == 0:
        raise DateError(f'"{value}": there is no year 0000; 1 BCE is -0001', "year")
    days = interval_of(value, astronomical(year), month, day, shown=year)
    # Only a time can have this: the first moment of the next day.
    return Interval(days.first + 1, days.last + 1) if "T24" in value else days


def parse_recurring(value: str) -> Recurring:
    """Return the month and the day of a gMonthDay, gMonth or gDay. Raises `DateError`."""
    match = _RECURRING.fullmatch(bounded(value))
    if match is None:
        raise DateError(f'"{value}" is not a day or a month of each year, such as --12-05', "form")
    month, day, alone = (None if part is None else int(part) for part in match.groups())
    found = Recurring(month, alone if month is None else day)
    interval_of(value, _LEAP_YEAR, 1 if found.month is None else found.month, found.day)
    return found


def is_time(value: str) -> bool:
    """Tell whether a value is a time of day of W3C XML Schema."""
    return _TIME.fullmatch(value[: MOST_CHARACTERS + 1].strip(" \t\r\n")) is not None


def write_w3c(number: int) -> str:
    """Return a Julian Day Number as a W3C date (-0001 is 1 BCE), as `@when` has it."""
    year, month, day = day_numbers.from_day_number(number, "gregorian")
    return f"{pad(year if year > 0 else year - 1)}-{month:02}-{day:02}"


def numbers(match: re.Match[str]) -> tuple[int, int | None, int | None]:
    """Return the year, the month and the day of a match with three groups."""
    year, month, day = match.groups()
    return int(year), None if month is None else int(month), None if day is None else int(day)


def interval_of(
    value: str, year: int, month: int | None = None, day: int | None = None, *, shown: int | None = None
) -> Interval:
    """Return the days of a Gregorian date whose year is astronomical; `value` and the year `shown` are for messages.

    Raises `DateError` for a month or a day that is not.
    """
    try:
        return days_in(CalendarDate(year, month, day), "gregorian", shown=shown)
    except DateError as error:
        raise DateError(f'"{value}": {error.message}', error.part) from None


def pad(year: int) -> str:
    """Return a year with at least four digits."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"
