"""Years that do not begin on 1 January: how a source numbers its Julian years, and which days they are.

Teikit counts Julian years from 1 January. A source may count from Lady Day or another feast, so its number differs from
that for a part of the year: 10 February 1750 in England is 10 February 1751. Where a year began at Easter (France up to
1564) its days cannot be told from the date alone, since a day may come twice in a year; that style is not here.
"""

from __future__ import annotations

from typing import NamedTuple

from teikit.dates.calendars.calendar import CalendarDate
from teikit.dates.calendars.roman import JULIAN
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval


class YearStart(NamedTuple):
    """A way to begin the year: its name, where it was used, and the month and the day of its New Year.

    `is_early` tells that the year begins before the 1 January of that number (Pisa, Christmas), and not after it.
    """

    name: str
    used: str
    month: int
    day: int
    is_early: bool = False


YEAR_STARTS = (
    YearStart("january", "1 January, the Circumcision", 1, 1),
    YearStart("lady-day", "25 March, Lady Day: England up to 1751, Scotland up to 1599, Florence up to 1749", 3, 25),
    YearStart("pisan", "25 March, nine months before 1 January: Pisa up to 1749", 3, 25, is_early=True),
    YearStart("venetian", "1 March: Venice up to 1797", 3, 1),
    YearStart("christmas", "25 December: the Empire and the popes for much of the Middle Ages", 12, 25, is_early=True),
)
"""The ways to begin the year that are known here (C. R. Cheney, A Handbook of Dates, 2nd ed., 2000, ch. 1)."""

_NAMED = {start.name: start for start in YEAR_STARTS}


def year_start(name: str) -> YearStart:
    """Return a way to begin the year. Raises `DateError` where there is none of that name."""
    start = _NAMED.get(name)
    if start is None:
        raise DateError(f'the beginning of the year "{name}" is not known; known are {", ".join(_NAMED)}', "calendar")
    return start


def from_january(date: CalendarDate, start: YearStart) -> CalendarDate:
    """Return a day that a source numbers with its own year, with the year that begins on 1 January.

    `date` has a month and a day; 24 March 1750 counted from Lady Day is 24 March 1751.
    """
    return date._replace(year=_shifted(date.year, -_shift(date.month or 1, date.day or 1, start)))


def source_year(date: CalendarDate, start: YearStart) -> int:
    """Return the year that a source gives a day whose year begins on 1 January; the inverse of `from_january`."""
    return _shifted(date.year, _shift(date.month or 1, date.day or 1, start))


def julian_days(date: CalendarDate, start: YearStart) -> Interval:
    """Return the days of a Julian date, a month or a year that a source numbers with its own year.

    A month in which the year begins (March from Lady Day) has its days at both ends of the year, so it gives the whole
    year. Raises `DateError` for what the Julian calendar does not have.
    """
    if date.month is not None and (date.day is not None or not _is_split(date.month, start)):
        return JULIAN.days(from_january(date, start))
    if date.month is not None:
        JULIAN.days(date)
    first, after = (
        JULIAN.days(CalendarDate(year, start.month, start.day)).first
        for year in (_shifted(date.year, -start.is_early), _shifted(date.year, 1 - start.is_early))
    )
    return Interval(first, after - 1)


def _shift(month: int, day: int, start: YearStart) -> int:
    """Return by how much a source's year is ahead of the one from 1 January, on a day."""
    if start.is_early:
        return 1 if (month, day) >= (start.month, start.day) else 0
    return -1 if (month, day) < (start.month, start.day) else 0


def _is_split(month: int, start: YearStart) -> bool:
    return month == start.month and start.day > 1


def _shifted(year: int, by: int) -> int:
    """Return a year some years later, where 1 follows -1."""
    shifted = year + by
    return shifted if (shifted > 0) == (year > 0) and shifted != 0 else shifted + (1 if by > 0 else -1)
