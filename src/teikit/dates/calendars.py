"""The calendars: from a custom value to days, and back."""

from __future__ import annotations

from typing import NamedTuple

from teikit.dates import day_numbers
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval
from teikit.dates.written import astronomical, custom_parts, interval_of, pad, parse_iso, write_iso

CALENDARS = ("gregorian", "julian", "minguo")
"""The calendars that can be converted."""

MINGUO_EPOCH = 1911
"""Minguo year 1 is 1912; months and days are Gregorian."""


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
    return GregorianDate(write_iso(days.middle), write_iso(days.first), write_iso(days.last), 0)


def from_gregorian(day: str, calendar: str) -> str:
    """Convert one ISO 8601 day into a calendar's own year-month-day.

    Raises `DateError` where `day` is not a single day, or lies before the calendar begins.
    """
    _known(calendar)
    days = parse_iso(day)
    if days.first != days.last:
        raise DateError(f'"{day}" is not a single day', "day")
    if calendar == "gregorian":
        return write_iso(days.first)
    year, month, number = day_numbers.from_day_number(days.first, "julian" if calendar == "julian" else "gregorian")
    if calendar == "minguo":
        year -= MINGUO_EPOCH
        if year < 1:
            raise DateError(f'"{day}": the Minguo calendar begins in 1912', "year")
    elif year < 1:
        year -= 1
    return f"{pad(year)}-{month:02}-{number:02}"


def custom_interval(value: str, calendar: str) -> Interval:
    """Return the days of a value in the custom form; 1 BCE is year -1 in the Gregorian and the Julian calendar.

    Raises `DateError`: part `form` where the value is not in teikit's custom form at all (a project may have its own).
    """
    _known(calendar)
    year, month, day = custom_parts(value)
    if calendar == "minguo":
        if year < 1:
            raise DateError(f'"{value}": the Minguo calendar begins with year 1 (1912)', "year")
        return interval_of(value, year + MINGUO_EPOCH, month, day, "gregorian")
    if year == 0:
        raise DateError(f'"{value}": the {calendar.capitalize()} calendar has no year 0; 1 BCE is -0001', "year")
    return interval_of(value, astronomical(year), month, day, calendar)


def _known(calendar: str) -> None:
    if calendar not in CALENDARS:
        names = ", ".join(CALENDARS)
        raise DateError(f'the calendar "{calendar}" cannot be converted yet; known are {names}', "calendar")
