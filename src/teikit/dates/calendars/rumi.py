"""The Ottoman fiscal calendar, Rumi or Mali: solar months, and years that were once those of the Hijra.

- 1256 to 1332: years begin on 1 March of the Julian calendar, month 1 is March. 1 March 1256 is 13 March 1840.
- In February 1332 thirteen days fell out: the 15th (28 February 1917) was followed by 1 March 1333, and from then on
  months and days are Gregorian. 1333 ended with December, and has ten months.
- 1334 to 1341: years begin on 1 January, month 1 is January. 1 January 1334 is 1 January 1918. Then the common era
  took its place.

A month's number is its place in its own year, as the corpora of Arabic periodicals have it: 1257-03-11 is 11 May. The
year 1288, which was due to be left out to keep step with the lunar years, was counted all the same. Fiscal years
before 1256 left out one in about 33, and are refused.
"""

from __future__ import annotations

from functools import lru_cache

from teikit.dates import day_numbers
from teikit.dates.calendars.calendar import Calendar, CalendarDate, by_day, exact, parse_numeric, write_numeric
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval

FIRST_YEAR, LAST_YEAR = 1256, 1341
YEAR_OF_TEN_MONTHS = 1333
ERA = 584
"""The common year in which a fiscal year began, less the fiscal year."""

DAYS_OF_THE_LAST_JULIAN_MONTH = 15

_FROM_MARCH = (
    "Mart",
    "Nisan",
    "Mayıs",
    "Haziran",
    "Temmuz",
    "Ağustos",
    "Eylül",
    "Teşrinievvel",
    "Teşrinisani",
    "Kânunuevvel",
    "Kânunusani",
    "Şubat",
)


def _first_month(year: int) -> int:
    """Return the Roman number of the month with which a year begins."""
    return 1 if year > YEAR_OF_TEN_MONTHS else 3


@lru_cache(maxsize=128)
def _lengths(year: int) -> tuple[int, ...]:
    calendar = "julian" if year < YEAR_OF_TEN_MONTHS else "gregorian"
    civil, first = year + ERA, _first_month(year)
    count = 10 if year == YEAR_OF_TEN_MONTHS else 12
    lengths = [
        day_numbers.month_length(civil + (month > 12), (month - 1) % 12 + 1, calendar)
        for month in range(first, first + count)
    ]
    if year == YEAR_OF_TEN_MONTHS - 1:
        lengths[-1] = DAYS_OF_THE_LAST_JULIAN_MONTH
    return tuple(lengths)


@lru_cache(maxsize=128)
def _start(year: int) -> int:
    calendar = "julian" if year < YEAR_OF_TEN_MONTHS else "gregorian"
    return day_numbers.to_day_number(year + ERA, _first_month(year), 1, calendar)


def months(year: int) -> tuple[str, ...]:
    """Return the names of the months in the order of the year."""
    if year > YEAR_OF_TEN_MONTHS:
        return _FROM_MARCH[10:] + _FROM_MARCH[:10]
    return _FROM_MARCH[: len(_lengths(year))]


def _days(date: CalendarDate) -> Interval:
    if date.year < FIRST_YEAR:
        raise DateError(
            f"the fiscal calendar is known from {FIRST_YEAR} (1840) on; earlier years left out one in about 33", "year"
        )
    if date.year > LAST_YEAR:
        raise DateError(f"the fiscal calendar ended with {LAST_YEAR} (1925)", "year")
    return by_day(date, _lengths, _start)


def _date(number: int) -> CalendarDate:
    if not _start(FIRST_YEAR) <= number < _start(LAST_YEAR) + sum(_lengths(LAST_YEAR)):
        raise DateError("the fiscal calendar is known from 13 March 1840 to 31 December 1925", "year")
    # 1333 was shorter than the others: a year too many is looked for, and taken back.
    year = min((number - _start(FIRST_YEAR)) // 365 + FIRST_YEAR + 1, LAST_YEAR)
    while number < _start(year):
        year -= 1
    rest = number - _start(year)
    for month, length in enumerate(_lengths(year), 1):
        if rest < length:
            return CalendarDate(year, month, rest + 1)
        rest -= length
    raise AssertionError("the day lies in the year")


def _words(date: CalendarDate) -> str:
    month = months(date.year)[date.month - 1] if date.month else None
    text = " ".join(str(part) for part in (date.day, month, date.year) if part is not None)
    return text if month else f"{text} (Ottoman fiscal year)"


RUMI = Calendar(
    "rumi",
    "Ottoman fiscal",
    "year-month-day, such as 1257-03-11 (11 May 1257); month 1 is March up to 1333, January from 1334 on",
    parse_numeric,
    _days,
    _date,
    write_numeric,
    exact,
    months,
    _words,
)
