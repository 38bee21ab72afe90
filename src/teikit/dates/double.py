"""Double dates: one day in both styles ("9/22 November 1917"), and one year in both counts ("10 February 1750/51").

`double_date` reads the first and refuses two days that are not the same; `dual_year` reads the second. An attribute has
no form of its own for them: a custom value is in one calendar, and its Julian year begins on 1 January.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from teikit.dates.calendars.calendar import CalendarDate
from teikit.dates.calendars.roman import GREGORIAN, JULIAN, MONTHS, roman_words
from teikit.dates.errors import DateError
from teikit.dates.year_starts import source_year, year_start

GREGORIAN_SINCE = 2299161
"""The Julian Day Number of 15 October 1582, the first day of the Gregorian calendar."""


class DoubleDate(NamedTuple):
    """A day in both styles: its Julian Day Number, and its Julian and its Gregorian date."""

    day: int
    julian: CalendarDate
    gregorian: CalendarDate


def double_date(
    days: tuple[int, int], months: tuple[int, ...], years: tuple[int, ...], start: str = "lady-day"
) -> DoubleDate:
    """Return the day that is written in both styles, the Julian (old) before the Gregorian (new).

    `months` and `years` have one or two members: two are that of the old and that of the new style, one is that of the
    new style or, where the days only agree so, that of the old. The old year may begin as `start` says (`YEAR_STARTS`):
    "10/21 February 1750/51" is `double_date((10, 21), (2,), (1750, 1751))`.

    Raises `DateError`: part `day` where the two are not the same day, `month` for a month that is not, `year` before
    the Gregorian calendar.
    """
    for month in months:
        if not 1 <= month <= 12:
            raise DateError(f"there is no month {month}; months are 1 to 12", "month")
    for new in _new_styles(days[1], months, years):
        found = _both(new)
        if found and _agrees(found, days[0], months, years, start):
            if found.day < GREGORIAN_SINCE:
                raise DateError("there is no new style before 15 October 1582", "year")
            return found
    raise _differing(days, months, years, start)


def dual_year(years: tuple[int, int], month: int, day: int | None = None, start: str = "lady-day") -> CalendarDate:
    """Return the Julian date, its year from 1 January, of a date with two years: "10 February 1750/51" is in 1751.

    The first year begins as `start` says, the second on 1 January. Raises `DateError` where the two years were not so
    on that day: "10 November 1750/51" has no meaning, since 1751 had not begun.
    """
    first, second = years
    date = CalendarDate(second, month, day)
    JULIAN.days(date)
    last_of_month = JULIAN.days(date._replace(day=None))
    sample = [date] if day is not None else [JULIAN.date(last_of_month.first), JULIAN.date(last_of_month.last)]
    if all(source_year(one, year_start(start)) != first for one in sample):
        words = roman_words(date._replace(year=second))
        raise DateError(f"{words} was not in the year {first} where the year begins on {_new_year(start)}", "year")
    return date


def second_year(first: int, written: str) -> int:
    """Return the second year of "1750/51", "1798/9", "1699/700" or "1750/1751": the next that ends as it is written."""
    step = int("1" + "0" * len(written))
    following = first - first % step + int(written)
    return following if following > first else following + step


def _new_styles(day: int, months: tuple[int, ...], years: tuple[int, ...]) -> Iterator[CalendarDate]:
    """Yield the Gregorian dates that may be meant: in the month and the year that are written, then in the next."""
    for year in (years[-1],) if len(years) == 2 else (years[0], years[0] + 1):
        for month in (months[-1],) if len(months) == 2 else (months[0], months[0] % 12 + 1):
            yield CalendarDate(year, month, day)


def _both(new: CalendarDate) -> DoubleDate | None:
    """Return both styles of a Gregorian day, or None where there is no such day."""
    try:
        number = GREGORIAN.days(new).first
    except DateError:
        return None
    return DoubleDate(number, JULIAN.date(number), new)


def _agrees(found: DoubleDate, day: int, months: tuple[int, ...], years: tuple[int, ...], start: str) -> bool:
    """Tell whether what is written of each style holds for a day; a month and a year written once are of one style."""
    old, new = found.julian, found.gregorian
    old_years = {old.year, source_year(old, year_start(start))} if len(years) == 2 else {old.year}
    of_months = (months[0] == old.month, months[-1] == new.month)
    of_years = (years[0] in old_years, years[-1] == new.year)
    if len(months) == len(years) == 1:
        written = any(month and year for month, year in zip(of_months, of_years, strict=True))
    else:
        written = all(
            all(of_both) if len(parts) == 2 else any(of_both)
            for parts, of_both in ((months, of_months), (years, of_years))
        )
    return old.day == day and written


def _differing(days: tuple[int, int], months: tuple[int, ...], years: tuple[int, ...], start: str) -> DateError:
    """Say what the new style's day is in the old style, or why it is no day."""
    new = CalendarDate(years[-1], months[-1], days[1])
    found = _both(new)
    if found:
        is_, not_ = roman_words(found.julian), roman_words(CalendarDate(years[0], months[0], days[0]))
        return DateError(f"{roman_words(new)} (new style) is {is_} in the old style, not {not_}", "day")
    old = CalendarDate(years[0], months[0], days[0])
    try:
        is_ = roman_words(GREGORIAN.date(JULIAN.days(old).first))
    except DateError:
        return DateError(f"there is no {roman_words(new)} and no {roman_words(old)}", "day")
    return DateError(f"{roman_words(old)} (old style) is {is_} in the new style, not {roman_words(new)}", "day")


def _new_year(start: str) -> str:
    begins = year_start(start)
    return f"{begins.day} {MONTHS[begins.month - 1]}"
