"""The days of lunisolar dates, and the dates of days."""

from __future__ import annotations

from bisect import bisect_right

from teikit.dates import day_numbers
from teikit.dates.calendars.calendar import Calendar, CalendarDate, exact
from teikit.dates.calendars.chinese import cyclical, eras, table
from teikit.dates.calendars.chinese.beyond import computed_year
from teikit.dates.calendars.chinese.form import FORM, parse, write
from teikit.dates.errors import DateError, UnknownYearError
from teikit.dates.interval import Interval

FIRST_YEAR = 1583
LAST_YEAR = 2100
"""The lunisolar years that are known: from the first that lies wholly in the Gregorian calendar."""


def lunar_year(number: int) -> table.LunarYear:
    """Return a lunisolar year. Raises `DateError` for one that is not known."""
    if table.FIRST_YEAR <= number <= table.LAST_YEAR:
        return table.years()[number - table.FIRST_YEAR]
    if FIRST_YEAR <= number <= LAST_YEAR:
        return computed_year(number)
    raise UnknownYearError(f"the Chinese calendar is known from {FIRST_YEAR} to {LAST_YEAR}, not in {number}")


def days(date: CalendarDate) -> Interval:
    """Return the days of a date, a month or a year. Raises `DateError` for what the year does not have."""
    year = lunar_year(_number(date))
    if date.month is None:
        return Interval(year.first, year.last)
    _check_month(year, date.month, date.is_leap_month)
    place = year.place(date.month, date.is_leap_month)
    first = year.first + sum(year.lengths[:place])
    length = year.lengths[place]
    if date.day is None:
        return Interval(first, first + length - 1)
    if not 1 <= date.day <= length:
        month = _month_words(date.month, date.is_leap_month)
        raise DateError(f"there is no day {date.day} in the {month} of {_year_words(year)}, which has {length}", "day")
    return Interval(first + date.day - 1, first + date.day - 1)


def date_of(number: int) -> CalendarDate:
    """Return the date of a Julian Day Number. Raises `DateError` for a day in a year that is not known."""
    year = _year_of_day(number)
    left, place = number - year.first, 0
    while left >= year.lengths[place]:
        left -= year.lengths[place]
        place += 1
    month, is_leap_month = year.month_at(place)
    return CalendarDate(year.number, month, left + 1, is_leap_month)


def words(date: CalendarDate) -> str:
    """Return a date in English: "1st day of the 12th month, Dingsi (1917)", "10th month, Guangxu 34 (1908)"."""
    number = _number(date)
    parts = [] if date.month is None else [_month_words(date.month, date.is_leap_month)]
    if date.day is not None:
        parts = [f"{_ordinal(date.day)} day of the {parts[0]}"]
    name = f"{date.era} {date.year}" if date.era else cyclical.pinyin(number)
    return ", ".join([*parts, f"{name} ({number})"])


def months(_: int) -> tuple[str, ...]:
    """Return the names of the twelve months; a leap month has that of the month before it."""
    return tuple(_month_words(month, False) for month in range(1, 13))


def _number(date: CalendarDate) -> int:
    """Return the number of the lunisolar year of a date: that of the Gregorian year in which it began."""
    if not date.era:
        return date.year
    era = eras.era_named(date.era)
    if era is None:
        raise DateError(f'the era "{date.era}" is not known', "year")
    return eras.lunar_year(era, date.year)


def _year_of_day(number: int) -> table.LunarYear:
    firsts = table.first_days()
    if firsts[0] <= number < firsts[-1]:
        return table.years()[bisect_right(firsts, number) - 1]
    gregorian, _, _ = day_numbers.from_day_number(number, "gregorian")
    if gregorian == LAST_YEAR + 1:
        gregorian -= 1
    year = lunar_year(gregorian)
    if number < year.first:
        year = lunar_year(gregorian - 1)
    if number > year.last:
        raise UnknownYearError(f"the Chinese calendar is known from {FIRST_YEAR} to {LAST_YEAR}")
    return year


def _check_month(year: table.LunarYear, month: int, is_leap_month: bool) -> None:
    if not 1 <= month <= 12:
        raise DateError(f"there is no month {month} in {_year_words(year)}; months are 1 to 12", "month")
    if is_leap_month and month != year.leap:
        has = f"its leap month is {year.leap:02}L" if year.leap else "it has none"
        raise DateError(f"there is no {_month_words(month, True)} in {_year_words(year)}; {has}", "month")


def _year_words(year: table.LunarYear) -> str:
    return f"{cyclical.pinyin(year.number)} ({year.number})"


def _month_words(month: int, is_leap_month: bool) -> str:
    return f"{'leap ' if is_leap_month else ''}{_ordinal(month)} month"


def _ordinal(number: int) -> str:
    last = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number in (11, 12, 13) else last}"


CHINESE = Calendar("chinese", "Chinese", FORM, parse, days, date_of, write, exact, months, words)
