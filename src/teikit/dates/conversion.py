"""From a custom value to days and to the Gregorian calendar, and back."""

from __future__ import annotations

from typing import NamedTuple

from teikit.dates.calendars import calendar_named
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval
from teikit.dates.notations import parse_iso, write_iso


class GregorianDate(NamedTuple):
    """A date in the Gregorian calendar, as ISO 8601 text (year 0000 is 1 BCE).

    `day` is the best estimate (the middle of the interval, where only a year or a month is known), `earliest` and
    `latest` are the ends of the interval, both included; `tolerance_days` is by how many days the calendar itself is
    uncertain (0 for those whose rules are exact).
    """

    day: str
    earliest: str
    latest: str
    tolerance_days: int


def to_gregorian(value: str, calendar: str) -> GregorianDate:
    """Convert a date in a calendar's own year-month-day, such as `1917-11-22` with `julian`.

    A value in `gregorian` is ISO 8601 itself. Raises `DateError`, whose `part` names what is faulty.
    """
    days = parse_iso(value) if calendar == "gregorian" else custom_interval(value, calendar)
    tolerance = 0 if calendar == "gregorian" else custom_tolerance(value, calendar)
    return GregorianDate(write_iso(days.middle), write_iso(days.first), write_iso(days.last), tolerance)


def from_gregorian(day: str, calendar: str) -> str:
    """Convert one ISO 8601 day into a calendar's own year-month-day.

    Raises `DateError` where `day` is not a single day, or lies outside of the calendar's range.
    """
    known = calendar_named(calendar)
    days = parse_iso(day)
    if days.first != days.last:
        raise DateError(f'"{day}" is not a single day', "day")
    if calendar == "gregorian":
        return write_iso(days.first)
    try:
        return known.write(known.date(days.first))
    except DateError as error:
        raise DateError(f'"{day}": {error.message}', error.part) from None


def custom_interval(value: str, calendar: str) -> Interval:
    """Return the days of a value in the custom form of a calendar.

    Raises `DateError`: part `form` where the value is not in teikit's custom form at all (a project may have its own).
    """
    known = calendar_named(calendar)
    date = known.parse(value)
    try:
        return known.days(date)
    except DateError as error:
        raise DateError(f'"{value}": {error.message}', error.part) from None


def custom_tolerance(value: str, calendar: str) -> int:
    """Return by how many days the calendar itself is uncertain about a value in its custom form."""
    known = calendar_named(calendar)
    return known.tolerance(known.parse(value))
