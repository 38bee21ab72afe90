"""Days counted through: the Julian Day Number of a day in the Gregorian and the Julian calendar.

Years are astronomical here: 0 is 1 BCE, -1 is 2 BCE. The number is that of the day's noon (day 0 is 1 January -4712 in
the Julian calendar). Both calendars are counted from 1 March, so that the leap day comes last in the counted year.
"""

from __future__ import annotations

_MARCH_FIRST_YEAR_ZERO = {"gregorian": 1721120, "julian": 1721118}
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

FIVE_MONTHS = 153
"""Days in the five months from March to July, and in those from August to December."""


def is_leap(year: int, calendar: str) -> bool:
    """Tell whether an astronomical year has a 29 February in the calendar (`gregorian` or `julian`)."""
    if calendar == "julian":
        return year % 4 == 0
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int, calendar: str) -> int:
    """Return the number of days of a month (1 to 12)."""
    return 29 if month == 2 and is_leap(year, calendar) else _MONTH_LENGTHS[month - 1]


def to_day_number(year: int, month: int, day: int, calendar: str) -> int:
    """Return the Julian Day Number of a day that exists."""
    counted, elapsed = (year, month - 3) if month > 2 else (year - 1, month + 9)
    days = 365 * counted + counted // 4 + (FIVE_MONTHS * elapsed + 2) // 5 + day - 1
    if calendar == "gregorian":
        days += counted // 400 - counted // 100
    return _MARCH_FIRST_YEAR_ZERO[calendar] + days


def from_day_number(number: int, calendar: str) -> tuple[int, int, int]:
    """Return year, month and day of a Julian Day Number."""
    days = number - _MARCH_FIRST_YEAR_ZERO[calendar]
    centuries = 0
    if calendar == "gregorian":
        era, days = divmod(days, 146097)
        century = min(days // 36524, 3)
        days -= century * 36524
        centuries = 400 * era + 100 * century
    cycle, days = divmod(days, 1461)
    year = min(days // 365, 3)
    elapsed, rest = divmod(5 * (days - 365 * year) + 2, FIVE_MONTHS)
    counted = centuries + 4 * cycle + year
    month = elapsed + 3 if elapsed < 10 else elapsed - 9
    return (counted if month > 2 else counted + 1), month, rest // 5 + 1
