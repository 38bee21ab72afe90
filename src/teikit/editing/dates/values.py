"""What a value in one calendar is in another."""

from __future__ import annotations

from teikit.checks.custom_dates import counted
from teikit.dates import Calendar, DateError, Interval, write_w3c
from teikit.dates.calendars.roman import GREGORIAN
from teikit.dates.equivalents import in_one
from teikit.editing.dates.wishes import DoubtError, Wishes

FIRST_OF = frozenset(["from", "notBefore"])
LAST_OF = frozenset(["to", "notAfter"])


def gregorian(name: str, value: str, calendar: Calendar, wishes: Wishes) -> list[tuple[str, str]]:
    """Return the Gregorian attributes for `{name}-custom="{value}"` in a calendar.

    A day is a day; a month or a year that is also a Gregorian one stays one. Another is `notBefore` and `notAfter` for
    `when`, its first day for `from` and `notBefore`, its last for `to` and `notAfter`. Raises `DoubtError`.
    """
    try:
        days, allowed, tolerance = counted(value, calendar)
    except DateError as error:
        raise DoubtError(error.message) from None
    if tolerance and not wishes.accept_tolerance:
        plural = "s" if tolerance > 1 else ""
        raise DoubtError(
            f'"{value}" is {_shown(days)} by the rules of the {calendar.name} calendar, '
            f"but its months began by sight: it may be {tolerance} day{plural} off"
        )
    unit = None if tolerance else in_one(days, GREGORIAN)
    if unit is not None:
        return [(name, GREGORIAN.write(unit))]
    first, last = write_w3c(allowed.first), write_w3c(allowed.last)
    if name in FIRST_OF:
        return [(name, first)]
    if name in LAST_OF:
        return [(name, last)]
    return [("notBefore", first), ("notAfter", last)]


def custom(value: str, days: Interval, calendar: Calendar) -> str:
    """Return Gregorian days in the custom form of a calendar. Raises `DoubtError`."""
    try:
        date = in_one(days, calendar)
    except DateError as error:
        raise DoubtError(f'"{value}": {error.message}') from None
    if date is None:
        raise DoubtError(f'"{value}" is not one day, month or year of the {calendar.name} calendar')
    found, tolerance = calendar.write(date), calendar.tolerance(date)
    if tolerance:
        raise DoubtError(
            f'"{value}" is {found} by the rules of the {calendar.name} calendar, give or take {tolerance} day'
        )
    return found


def _shown(days: Interval) -> str:
    first, last = write_w3c(days.first), write_w3c(days.last)
    return first if first == last else f"{first} to {last}"
