"""What a calendar is: its dates, their days, and the form in which attributes have them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from teikit.dates.errors import DateError
from teikit.dates.interval import Interval

_CLOCK = r"(?:T(?:(?:[01][0-9]|2[0-3])(?::?[0-5][0-9](?::?[0-5][0-9])?)?(?:[.,][0-9]+)?|24(?::?00(?::?00)?)?))?"
TIME = rf"{_CLOCK}(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?"
"""A time of day and a time zone behind a day, as a pattern; either may be left out."""

MOST_CHARACTERS = 1000
"""Characters that a value may have."""

_VALUE = re.compile(rf"(-?[0-9]{{1,6}})(?:-([0-9]{{1,2}})(?:-([0-9]{{1,2}}){TIME})?)?")


class CalendarDate(NamedTuple):
    """A date as its calendar counts it, checked or not.

    `month` and `day` are None where only a year, or a year and a month, is known; months are numbered from 1 in the
    order of the calendar's own year. `is_leap_month` marks the month that a lunisolar calendar puts after the month of
    that number. `era` is the name of a reign or an era whose years are counted; '' where the calendar has one only.
    """

    year: int
    month: int | None = None
    day: int | None = None
    is_leap_month: bool = False
    era: str = ""


class Calendar(NamedTuple):
    """One calendar: `parse` and `write` are its custom form, `days` and `date` its arithmetic.

    - `name` is the name in the contract, `title` the English one, `form` the grammar of its custom form in words.
    - `parse(value)` reads a custom value; raises `DateError` with part `form` where it is not in that form.
    - `days(date)` returns the days of a date, a month or a year; raises `DateError` where there are none.
    - `date(number)` returns the date of a Julian Day Number; raises `DateError` where the calendar does not reach.
    - `write(date)` returns the custom value; `parse(write(date)) == date`.
    - `tolerance(date)` is by how many days the source's own reckoning may differ from `days`.
    - `months(year)` are the English names of the months of a year, the first being month 1, and `words(date)` is
      the date in English words: "20 Safar 1336".
    """

    name: str
    title: str
    form: str
    parse: Callable[[str], CalendarDate]
    days: Callable[[CalendarDate], Interval]
    date: Callable[[int], CalendarDate]
    write: Callable[[CalendarDate], str]
    tolerance: Callable[[CalendarDate], int]
    months: Callable[[int], tuple[str, ...]]
    words: Callable[[CalendarDate], str]


def bounded(value: str) -> str:
    """Return a value without the white space around it. Raises `DateError` where it is too long to be a date."""
    if len(value) > MOST_CHARACTERS:
        raise DateError(f'"{value[:40]}…" is no date: it has more than {MOST_CHARACTERS} characters', "form")
    return value.strip(" \t\r\n")


def parse_numeric(value: str) -> CalendarDate:
    """Read year-month-day in numbers, such as `1917-11-22`; leading zeros, the day, and the month may be left out.

    A time of day and a time zone behind the day are allowed and ignored. Raises `DateError` with part `form`.
    """
    match = _VALUE.fullmatch(bounded(value))
    if match is None:
        expected = "a year, year-month or year-month-day, such as 1917-11-22"
        raise DateError(f'"{value}" is not {expected}', "form")
    year, month, day = match.groups()
    return CalendarDate(int(year), None if month is None else int(month), None if day is None else int(day))


def write_numeric(date: CalendarDate) -> str:
    """Return year-month-day in numbers, the year with at least four digits: `0007-02-12`."""
    year = f"{'-' if date.year < 0 else ''}{abs(date.year):04}"
    return "-".join([year, *(f"{part:02}" for part in (date.month, date.day) if part is not None)])


def exact(_: CalendarDate) -> int:
    """Return the tolerance of a calendar whose rules leave no doubt."""
    return 0


def checked(part: int | None, name: str, highest: int, what: str) -> None:
    """Refuse a month or a day (`name`) outside 1 to `highest`; `what` is who says so: "Safar 1336"."""
    if part is not None and not 1 <= part <= highest:
        raise DateError(
            f"there is no {name} {part} in {what}, which has {highest}", "month" if name == "month" else "day"
        )


def by_day(
    date: CalendarDate,
    lengths: Callable[[int], tuple[int, ...]],
    start: Callable[[int], int],
    shown: int | None = None,
) -> Interval:
    """Return the days of a date in a calendar of numbered months.

    `lengths(year)` are the lengths of the year's months in days, `start(year)` is the Julian Day Number of its first,
    `shown` is the year as messages name it, where that is another number.
    Raises `DateError` for a month or a day that the year does not have.
    """
    months, first = lengths(date.year), start(date.year)
    if date.month is None:
        return Interval(first, first + sum(months) - 1)
    year = date.year if shown is None else shown
    checked(date.month, "month", len(months), f"the year {year}")
    first += sum(months[: date.month - 1])
    length = months[date.month - 1]
    if date.day is None:
        return Interval(first, first + length - 1)
    checked(date.day, "day", length, f"month {date.month} of the year {year}")
    return Interval(first + date.day - 1, first + date.day - 1)
