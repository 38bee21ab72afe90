"""What the notations share: bounds, the clock, and the days of a year, a month or a day."""

from __future__ import annotations

import re

from teikit.dates.calendars.calendar import CalendarDate
from teikit.dates.calendars.roman import days_in
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval

MOST_CHARACTERS = 1_000
"""Characters of one value; the longest that makes sense is a set of EDTF."""

MOST_YEAR_DIGITS = 15
"""Digits of a year. The age of the universe takes eleven."""

_QUOTED = 60


def bounded(value: str, white_space: str = " \t\r\n") -> str:
    """Return a value without the white space around it. Raises `DateError` where it is too long to be a date."""
    if len(value) > MOST_CHARACTERS:
        shown = f"{value[:_QUOTED]}…"
        raise DateError(f'"{shown}" is not a date: it has more than {MOST_CHARACTERS} characters', "form")
    return value.strip(white_space)


def year_number(value: str, digits: str) -> int:
    """Return the number of a year that is written with or without a sign; `value` is what the message quotes.

    Raises `DateError` where it has more than `MOST_YEAR_DIGITS` digits.
    """
    if len(digits.lstrip("+-")) > MOST_YEAR_DIGITS:
        raise DateError(f'"{value}": the year has more than {MOST_YEAR_DIGITS} digits', "year")
    return int(digits)


def interval_of(value: str, year: int, month: int | None = None, day: int | None = None) -> Interval:
    """Return the days of a Gregorian date whose year is astronomical; `value` is what the message quotes.

    Raises `DateError` for a month or a day that is not.
    """
    try:
        return days_in(CalendarDate(year, month, day), "gregorian")
    except DateError as error:
        raise DateError(f'"{value}": {error.message}', error.part) from None


def ends_the_day(value: str, clock: re.Match[str]) -> bool:
    """Check a time of day and its zone; tell whether it is 24:00, the first moment of the next day.

    `clock` has the groups `hour`, `minute`, `second`, `fraction`, `zone_hour` and `zone_minute`, of digits; all but the
    hour may be None. Raises `DateError` with part `form` for an hour, a minute, a second or a zone that is not.
    """
    hour, minute, second, zone_hour, zone_minute = (
        int(clock[name] or 0) for name in ("hour", "minute", "second", "zone_hour", "zone_minute")
    )
    is_end = hour == 24 and not minute and not second and not (clock["fraction"] or "").strip("0.,")
    if (hour > 23 and not is_end) or minute > 59 or second > 59:
        raise DateError(f'"{value}": there is no such time of day', "form")
    check_zone(value, zone_hour, zone_minute)
    return is_end


def check_zone(value: str, hour: int, minute: int) -> None:
    """Refuse a time zone that is further than 14 hours from Greenwich (`DateError` with part `form`)."""
    if minute > 59 or hour * 60 + minute > 14 * 60:
        raise DateError(f'"{value}": a time zone is at most 14:00 from Greenwich', "form")
