"""The calendars with the months of Rome: Gregorian, Julian, and Minguo."""

from __future__ import annotations

from teikit.dates import day_numbers
from teikit.dates.calendars.calendar import Calendar, CalendarDate, by_day, exact, parse_numeric, write_numeric
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval

MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)

MINGUO_EPOCH = 1911
"""Minguo year 1 is 1912; months and days are Gregorian."""


_LENGTHS = tuple(
    tuple(day_numbers.month_length(year, month, "gregorian") for month in range(1, 13)) for year in (1999, 2000)
)
"""The lengths of the months of a common year and of a leap year."""


def astronomical(year: int) -> int:
    """Return the astronomical number of a year that is counted without a year 0."""
    return year if year > 0 else year + 1


def months(_: int) -> tuple[str, ...]:
    """Return January to December."""
    return MONTHS


def days_in(date: CalendarDate, calendar: str, *, shown: int | None = None) -> Interval:
    """Return the days of a date whose year is astronomical, in the `gregorian` or the `julian` calendar.

    `shown` is the year as messages name it, where that is another number.
    """
    return by_day(
        date,
        lambda year: _LENGTHS[day_numbers.is_leap(year, calendar)],
        lambda year: day_numbers.to_day_number(year, 1, 1, calendar),
        shown,
    )


def roman_words(date: CalendarDate) -> str:
    """Return day, month and year: "22 November 1917", "15 March 44 BCE"."""
    year = str(date.year) if date.year > 0 else f"{-date.year} BCE"
    month = MONTHS[date.month - 1] if date.month else None
    return " ".join(str(part) for part in (date.day, month, year) if part is not None)


def _calendar(name: str) -> Calendar:
    def days(date: CalendarDate) -> Interval:
        if date.year == 0:
            raise DateError(f"the {name.capitalize()} calendar has no year 0; 1 BCE is -0001", "year")
        return days_in(date._replace(year=astronomical(date.year)), name, shown=date.year)

    def of(number: int) -> CalendarDate:
        year, month, day = day_numbers.from_day_number(number, name)
        return CalendarDate(year if year > 0 else year - 1, month, day)

    return Calendar(
        name,
        name.capitalize(),
        "year-month-day, such as 1917-11-22; 1 BCE is -0001, and years begin on 1 January",
        parse_numeric,
        days,
        of,
        write_numeric,
        exact,
        months,
        roman_words,
    )


GREGORIAN = _calendar("gregorian")
JULIAN = _calendar("julian")


def _minguo_days(date: CalendarDate) -> Interval:
    if date.year < 1:
        raise DateError("the Minguo calendar begins with year 1 (1912)", "year")
    return days_in(date._replace(year=date.year + MINGUO_EPOCH), "gregorian", shown=date.year)


def _minguo_date(number: int) -> CalendarDate:
    year, month, day = day_numbers.from_day_number(number, "gregorian")
    if year <= MINGUO_EPOCH:
        raise DateError("the Minguo calendar begins in 1912", "year")
    return CalendarDate(year - MINGUO_EPOCH, month, day)


def _minguo_words(date: CalendarDate) -> str:
    month = MONTHS[date.month - 1] if date.month else None
    day_and_month = " ".join(str(part) for part in (date.day, month) if part is not None)
    return f"{day_and_month}, Minguo {date.year}" if day_and_month else f"Minguo {date.year}"


MINGUO = Calendar(
    "minguo",
    "Minguo",
    "year-month-day, such as 0007-02-12: the year of the Republic of China, the month and the day Gregorian",
    parse_numeric,
    _minguo_days,
    _minguo_date,
    write_numeric,
    exact,
    months,
    _minguo_words,
)
