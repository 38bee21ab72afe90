"""The Hebrew calendar, by its fixed rules.

Months are numbered from Nisan, as the Bible counts them: Tishri, with which the year begins, is month 7; Adar is month
12 in a common year, Adar I is 12 and Adar II is 13 in a leap year. So the days of a year run from 7-01 to 6-29. A day
begins at sunset; what is given is the civil day on which most of it falls.
"""

from __future__ import annotations

from functools import lru_cache

from teikit.dates.calendars.calendar import Calendar, CalendarDate, checked, exact, parse_numeric, write_numeric
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval

EPOCH = 347998
"""The Julian Day Number of 1 Tishri of year 1: 7 October 3761 BCE in the Julian calendar."""

PARTS_OF_A_DAY = 25920
PARTS_BEYOND_29_DAYS = 13753
"""A month from new moon to new moon is 29 days and so many parts."""

FIRST_NEW_MOON = 12084
"""The parts of the day before noon and its shift, by which the first new moon is counted."""

TISHRI = 7

_NAMES = ("Nisan", "Iyar", "Sivan", "Tammuz", "Av", "Elul", "Tishri", "Marheshvan", "Kislev", "Tevet", "Shevat")


def is_leap(year: int) -> bool:
    """Tell whether a year has 13 months."""
    return (7 * year + 1) % 19 < 7


def _elapsed(year: int) -> int:
    """Return the days from the epoch to the new year, before the rule that keeps years from odd lengths."""
    months = (235 * year - 234) // 19
    days = 29 * months + (FIRST_NEW_MOON + PARTS_BEYOND_29_DAYS * months) // PARTS_OF_A_DAY
    # The new year is never on a Sunday, a Wednesday or a Friday.
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


@lru_cache(maxsize=4096)
def _start(year: int) -> int:
    """Return the Julian Day Number of 1 Tishri."""
    before, this, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return EPOCH + this + delay


@lru_cache(maxsize=4096)
def _lengths(year: int) -> tuple[int, ...]:
    """Return the lengths of the months from Nisan on."""
    days = _start(year + 1) - _start(year)
    marheshvan = 30 if days % 10 == 5 else 29
    kislev = 29 if days % 10 == 3 else 30
    adar = (30, 29) if is_leap(year) else (29,)
    return (30, 29, 30, 29, 30, 29, 30, marheshvan, kislev, 29, 30, *adar)


def _order(year: int) -> tuple[int, ...]:
    """Return the numbers of the months in the order of the year, from Tishri on."""
    return (*range(TISHRI, len(_lengths(year)) + 1), *range(1, TISHRI))


def months(year: int) -> tuple[str, ...]:
    """Return the names of the months, Nisan first."""
    return (*_NAMES, "Adar I", "Adar II") if is_leap(year) else (*_NAMES, "Adar")


def _days(date: CalendarDate) -> Interval:
    if date.year < 1:
        raise DateError("the Hebrew calendar begins with year 1 (3761 BCE)", "year")
    first, lengths = _start(date.year), _lengths(date.year)
    if date.month is None:
        return Interval(first, _start(date.year + 1) - 1)
    checked(date.month, "month", len(lengths), f"the year {date.year}")
    for month in _order(date.year):
        if month == date.month:
            break
        first += lengths[month - 1]
    length = lengths[date.month - 1]
    if date.day is None:
        return Interval(first, first + length - 1)
    checked(date.day, "day", length, f"{months(date.year)[date.month - 1]} {date.year}")
    return Interval(first + date.day - 1, first + date.day - 1)


def _date(number: int) -> CalendarDate:
    if number < EPOCH:
        raise DateError("the Hebrew calendar begins in 3761 BCE", "year")
    year = max((number - EPOCH) * 98496 // 35975351, 1)
    while _start(year + 1) <= number:
        year += 1
    rest, lengths = number - _start(year), _lengths(year)
    for month in _order(year):
        if rest < lengths[month - 1]:
            return CalendarDate(year, month, rest + 1)
        rest -= lengths[month - 1]
    raise AssertionError("the day lies in the year")


def _words(date: CalendarDate) -> str:
    month = months(date.year)[date.month - 1] if date.month else None
    text = " ".join(str(part) for part in (date.day, month, date.year) if part is not None)
    return text if month else f"{text} AM (Hebrew)"


HEBREW = Calendar(
    "hebrew",
    "Hebrew",
    "year-month-day, such as 5678-09-20; month 1 is Nisan, 7 Tishri, 12 Adar (Adar I in a leap year), 13 Adar II",
    parse_numeric,
    _days,
    _date,
    write_numeric,
    exact,
    months,
    _words,
)
