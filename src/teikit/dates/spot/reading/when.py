"""A date that has been read but not yet checked: its parts, its value in its calendar's own form, and its days."""

from __future__ import annotations

from typing import NamedTuple

from teikit.dates.calendars import calendar_named
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval


class When(NamedTuple):
    """Year, month and day as the text gives them; `era` is a reign's name where years are counted by reigns.

    `written` is the month as its calendar writes it, where that is more than its number: `02L`, a leap month.
    """

    calendar: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    era: str = ""
    written: str = ""

    @property
    def value(self) -> str:
        """The calendar's own year-month-day; `--02-20` or `---22` where the year, or the month too, is not known."""
        month = self.written or (None if self.month is None else f"{self.month:02}")
        rest = "".join(
            f"-{part}" for part in (month, None if self.day is None else f"{self.day:02}") if part is not None
        )
        if self.year is None:
            return f"-{rest}" if month else f"--{rest}"
        if self.era:
            return f"{self.era}-{self.year}{rest}"
        return f"{'-' if self.year < 0 else ''}{abs(self.year):04}{rest}"


def days_of(when: When) -> tuple[Interval | None, str]:
    """Return the days of a date, or None and why there are none ('' where only the year is not known)."""
    if when.year is None:
        return None, _impossible(when)
    try:
        calendar = calendar_named(when.calendar)
    except DateError:
        return None, ""
    try:
        return calendar.days(calendar.parse(when.value)), ""
    except DateError as error:
        return None, error.message


def _impossible(when: When) -> str:
    """Return why a day and a month without a year can be in no year."""
    highest = 31
    if when.month is not None and when.calendar in ("gregorian", "julian"):
        highest = 29 if when.month == 2 else 30 if when.month in (4, 6, 9, 11) else 31
    if when.day is not None and when.day > highest:
        return f"there is no day {when.day} in month {when.month}, which has {highest} at most"
    return ""


def spanned(first: When, last: When) -> Interval | None:
    """Return the days from the first of one date to the last of another, or None where they are not known."""
    begin, end = days_of(first)[0], days_of(last)[0]
    if begin is None or end is None or begin.first > end.last:
        return None
    return Interval(begin.first, end.last)


def nearest(when: When, given: int) -> When:
    """Return a date without its year, or without its month too, as the one nearest to a given day.

    `given` is a Julian Day Number. Where no such day is near (31 in a short month), and where the calendar was not in
    use on that day, the date stays as it is.
    """
    try:
        here = calendar_named(when.calendar).date(given)
    except DateError:
        return when
    found: list[tuple[int, When]] = []
    for step in (-1, 0, 1):
        if when.month is None:
            month = (here.month or 1) + step
            tried = when._replace(year=here.year + (month - 1) // 12, month=(month - 1) % 12 + 1)
        else:
            tried = when._replace(year=here.year + step)
        days = days_of(tried)[0]
        if days is not None:
            found.append((abs(days.middle - given), tried))
    return min(found)[1] if found else when


def month_from(given: int, calendar: str, months: int) -> tuple[int, int]:
    """Return year and month so many months after the month of a Julian Day Number."""
    here = calendar_named(calendar).date(given)
    month = (here.month or 1) - 1 + months
    return here.year + month // 12, month % 12 + 1
