"""The Byzantine calendar: years since the creation of the world, which begin on 1 September; Julian months and days.

Months have their Roman numbers, January being 1, although the year begins with month 9: 6890-09-01 is 1 September
1381, and 6890-06-20 is 20 June 1382, both in the Julian calendar. In Russia the year began on 1 March for long: such
dates are in another reckoning, and not meant.
"""

from __future__ import annotations

from teikit.dates import day_numbers
from teikit.dates.calendars.calendar import Calendar, CalendarDate, exact, parse_numeric, write_numeric
from teikit.dates.calendars.roman import days_in, months, roman_words
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval

ERA = 5508
"""The year, less this, is the common year of its months from January to August."""

SEPTEMBER = 9


def _civil(year: int, month: int) -> int:
    """Return the astronomical Julian year."""
    return year - ERA - 1 if month >= SEPTEMBER else year - ERA


def _days(date: CalendarDate) -> Interval:
    if date.year < 1:
        raise DateError("the Byzantine calendar begins with year 1 (5509 BCE)", "year")
    if date.month is None:
        first = days_in(CalendarDate(_civil(date.year, SEPTEMBER), SEPTEMBER), "julian")
        return Interval(first.first, days_in(CalendarDate(_civil(date.year, 8), 8), "julian").last)
    return days_in(date._replace(year=_civil(date.year, date.month)), "julian", shown=date.year)


def _date(number: int) -> CalendarDate:
    year, month, day = day_numbers.from_day_number(number, "julian")
    counted = year + ERA + (1 if month >= SEPTEMBER else 0)
    if counted < 1:
        raise DateError("the Byzantine calendar begins in 5509 BCE", "year")
    return CalendarDate(counted, month, day)


def _words(date: CalendarDate) -> str:
    return f"{roman_words(date)} AM (Byzantine)"


BYZANTINE = Calendar(
    "byzantine",
    "Byzantine",
    "year-month-day, such as 6890-06-20; the year begins on 1 September, month 1 is January",
    parse_numeric,
    _days,
    _date,
    write_numeric,
    exact,
    months,
    _words,
)
