"""The temporal forms of W3C XML Schema that TEI's teidata.temporal.w3c allows (XML Schema Part 2, §3.2.7 to §3.2.14).

A date, a dateTime, a gYearMonth and a gYear are intervals of days; a time, a gMonthDay, a gMonth and a gDay come again
and again, and are `Recurring`. A time zone is checked and otherwise ignored: the day is the one that is written.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from teikit.dates import day_numbers
from teikit.dates.calendars.roman import astronomical
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval
from teikit.dates.notations.parts import bounded, check_zone, ends_the_day, interval_of, year_number

_ZONE = r"(?:Z|[+-](?P<zone_hour>[0-9]{2}):(?P<zone_minute>[0-9]{2}))?"
_TIME = r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?P<fraction>\.[0-9]+)?"
_YEAR = r"(?P<year>-?(?:[1-9][0-9]{4,}|[0-9]{4}))"
_DATED = re.compile(rf"{_YEAR}(?:-(?P<month>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}})(?:T{_TIME})?)?)?{_ZONE}")
_RECURRING = re.compile(rf"--(?:(?P<month>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}}))?|-(?P<only_day>[0-9]{{2}})){_ZONE}")
_CLOCK = re.compile(rf"{_TIME}{_ZONE}")

_LEAP_YEAR = 2000


class Recurring(NamedTuple):
    """A day of every year (`--11-22`), a month of every year, a day of every month, or a time of every day.

    `month` and `day` are None where they are not said; `time` is the time of day as written, without its zone, or ''.
    """

    month: int | None = None
    day: int | None = None
    time: str = ""


def read_w3c(value: str) -> Interval | Recurring:
    """Return what a value of teidata.temporal.w3c means.

    Raises `DateError`; year 0000 is refused, and -0001 is 1 BCE. 24:00:00 is the first moment of the next day.
    """
    value = bounded(value)
    dated = _DATED.fullmatch(value)
    if dated:
        return _dated(value, dated)
    recurring = _RECURRING.fullmatch(value)
    if recurring:
        return _recurring(value, recurring)
    clock = _CLOCK.fullmatch(value)
    if clock:
        ends_the_day(value, clock)
        return Recurring(time=re.split("[Z+-]", value)[0])
    raise DateError(f'"{value}" is not a date such as 1917, 1917-12 or 1917-12-05', "form")


def parse_w3c(value: str) -> Interval:
    """Return the days of a W3C date, dateTime, gYearMonth or gYear.

    Raises `DateError` as `read_w3c` does, and with part `form` for a value that recurs.
    """
    meaning = read_w3c(value)
    if isinstance(meaning, Recurring):
        raise DateError(f'"{value}" is not a date such as 1917, 1917-12 or 1917-12-05: it has no year', "form")
    return meaning


def write_w3c(number: int) -> str:
    """Return a Julian Day Number as a W3C date (-0001 is 1 BCE), as `@when` has it."""
    year, month, day = day_numbers.from_day_number(number, "gregorian")
    counted = year if year > 0 else year - 1
    return f"{'-' if counted < 0 else ''}{abs(counted):04}-{month:02}-{day:02}"


def _dated(value: str, match: re.Match[str]) -> Interval:
    year = year_number(value, match["year"])
    if year == 0:
        raise DateError(f'"{value}": there is no year 0000; 1 BCE is -0001', "year")
    month, day = (None if match[name] is None else int(match[name]) for name in ("month", "day"))
    days = interval_of(value, astronomical(year), month, day)
    check_zone(value, int(match["zone_hour"] or 0), int(match["zone_minute"] or 0))
    if match["hour"] is not None and ends_the_day(value, match):
        return Interval(days.first + 1, days.last + 1)
    return days


def _recurring(value: str, match: re.Match[str]) -> Recurring:
    month = None if match["month"] is None else int(match["month"])
    written_day = match["day"] or match["only_day"]
    day = None if written_day is None else int(written_day)
    # January has as many days as any month, and a leap year all the days that a year can have.
    interval_of(value, _LEAP_YEAR, 1 if month is None else month, day)
    check_zone(value, int(match["zone_hour"] or 0), int(match["zone_minute"] or 0))
    return Recurring(month, day)
