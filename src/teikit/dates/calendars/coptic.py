"""The Coptic calendar: years of the Martyrs, twelve months of 30 days and a little month of five or six."""

from __future__ import annotations

from teikit.dates.calendars.calendar import Calendar, CalendarDate, by_day, exact, parse_numeric, write_numeric
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval

MONTHS = (
    "Thout",
    "Paopi",
    "Hathor",
    "Koiak",
    "Tobi",
    "Meshir",
    "Paremhat",
    "Parmouti",
    "Pashons",
    "Paoni",
    "Epip",
    "Mesori",
    "Pi Kogi Enavot",
)

EPOCH = 1825030
"""The Julian Day Number of 1 Thout of year 1: 29 August 284 in the Julian calendar."""


def _lengths(year: int) -> tuple[int, ...]:
    return (*(30,) * 12, 6 if year % 4 == 3 else 5)


def _start(year: int) -> int:
    return EPOCH + 365 * (year - 1) + year // 4


def _months(_: int) -> tuple[str, ...]:
    return MONTHS


def _days(date: CalendarDate) -> Interval:
    if date.year < 1:
        raise DateError("the Coptic calendar begins with year 1 (284)", "year")
    return by_day(date, _lengths, _start)


def _date(number: int) -> CalendarDate:
    if number < EPOCH:
        raise DateError("the Coptic calendar begins in August 284", "year")
    year = (4 * (number - EPOCH) + 1463) // 1461
    month, day = divmod(number - _start(year), 30)
    return CalendarDate(year, month + 1, day + 1)


def _words(date: CalendarDate) -> str:
    month = MONTHS[date.month - 1] if date.month else None
    return f"{' '.join(str(part) for part in (date.day, month, date.year) if part is not None)} AM (Coptic)"


COPTIC = Calendar(
    "coptic",
    "Coptic",
    "year-month-day, such as 1634-03-26; month 1 is Thout, month 13 the little month",
    parse_numeric,
    _days,
    _date,
    write_numeric,
    exact,
    _months,
    _words,
)
