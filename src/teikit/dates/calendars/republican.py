"""The French Republican calendar, as it was in force: 22 September 1792 to 31 December 1805.

Twelve months of 30 days, and complementary days at the end as month 13: five, or six in the years 3, 7 and 11. The
calendar was decreed in year II; days before it are reckoned back, as the decree did. Later years (the Commune wrote 79
in May 1871) are refused: how their leap years would fall was never in force.
"""

from __future__ import annotations

from teikit.dates.calendars.calendar import Calendar, CalendarDate, by_day, exact, parse_numeric, write_numeric
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval

MONTHS = (
    "Vendémiaire",
    "Brumaire",
    "Frimaire",
    "Nivôse",
    "Pluviôse",
    "Ventôse",
    "Germinal",
    "Floréal",
    "Prairial",
    "Messidor",
    "Thermidor",
    "Fructidor",
    "complementary days",
)

EPOCH = 2375840
"""The Julian Day Number of 1 Vendémiaire I: 22 September 1792."""

LEAP_YEARS = (3, 7, 11)
LAST_YEAR = 14

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")


def _lengths(year: int) -> tuple[int, ...]:
    if year == LAST_YEAR:
        return (30, 30, 30, 10)
    return (*(30,) * 12, 6 if year in LEAP_YEARS else 5)


def _start(year: int) -> int:
    return EPOCH + 365 * (year - 1) + year // 4


def months(year: int) -> tuple[str, ...]:
    """Return the names of the months; the last year had four, the others a thirteenth of complementary days."""
    return MONTHS[: len(_lengths(year))]


def _days(date: CalendarDate) -> Interval:
    if not 1 <= date.year <= LAST_YEAR:
        message = f"the Republican calendar was in force in the years 1 to {LAST_YEAR} (1792 to 1805)"
        raise DateError(message, "year")
    return by_day(date, _lengths, _start)


def _date(number: int) -> CalendarDate:
    if not EPOCH <= number < _start(LAST_YEAR) + sum(_lengths(LAST_YEAR)):
        raise DateError("the Republican calendar was in force from 22 September 1792 to 31 December 1805", "year")
    year = next(year for year in range(LAST_YEAR, 0, -1) if _start(year) <= number)
    month, day = divmod(number - _start(year), 30)
    return CalendarDate(year, month + 1, day + 1)


def _words(date: CalendarDate) -> str:
    year = _ROMAN[date.year - 1] if 1 <= date.year <= LAST_YEAR else str(date.year)
    if date.month is None:
        return f"year {year}"
    if date.month > 12:
        return f"complementary days, year {year}" if date.day is None else f"complementary day {date.day}, year {year}"
    return " ".join(str(part) for part in (date.day, MONTHS[date.month - 1], year) if part is not None)


REPUBLICAN = Calendar(
    "republican",
    "French Republican",
    "year-month-day, such as 0002-11-09 (9 Thermidor II); month 13 are the complementary days; years 1 to 14",
    parse_numeric,
    _days,
    _date,
    write_numeric,
    exact,
    months,
    _words,
)
