"""What a value in one calendar is in another."""

from __future__ import annotations

from teikit.dates import DateError, Interval, calendar_named, custom_interval, custom_tolerance, write_w3c
from teikit.dates.calendars.roman import GREGORIAN
from teikit.dates.equivalents import in_one
from teikit.editing.dates.wishes import DoubtError, Wishes

FIRST_OF = frozenset(["from", "notBefore"])
LAST_OF = frozenset(["to", "notAfter"])


def gregorian(name: str, value: str, calendar: str, wishes: Wishes) -> list[tuple[str, str]]:
    """Return the Gregorian attributes for `{name}-custom="{value}"` in a calendar.

    A day is a day; a month or a year that is also a Gregorian one stays one. Another is `notBefore` and `notAfter` for
    `when`, its first day for `from` and `notBefore`, its last for `to` and `notAfter`. Raises `DoubtError`.
    """
    try:
        days, tolerance = custom_interval(value, calendar), custom_tolerance(value, calendar)
    except DateError as error:
        raise DoubtError(error.message) from None
    if tolerance and not wishes.accept_tolerance:
        plural = "s" if tolerance > 1 else ""
        raise DoubtError(
            f'"{value}" is {_shown(days)} by the rules of the {calendar} calendar, '
            f"but its months began by sight: it may be {tolerance} day{plural} off"
        )
    unit = None if tolerance else in_one(days, GREGORIAN)
    if unit is not None:
        return [(name, GREGORIAN.write(unit))]
    days = Interval(days.first - tolerance, days.last + tolerance)
    if name in FIRST_OF:
        return [(name, write_w3c(days.first))]
    if name in LAST_OF:
        return [(name, write_w3c(days.last))]
    return [("notBefore", write_w3c(days.first)), ("notAfter", write_w3c(days.last))]


def custom(value: str, days: Interval, calendar: str) -> str:
    """Return Gregorian days in the custom form of a calendar. Raises `DoubtError`."""
    try:
        known = calendar_named(calendar)
        date = in_one(days, known)
    except DateError as error:
        raise DoubtError(f'"{value}": {error.message}') from None
    if date is None:
        raise DoubtError(f'"{value}" is not one day, month or year of the {calendar} calendar')
    found, tolerance = known.write(date), known.tolerance(date)
    if tolerance:
        raise DoubtError(f'"{value}" is {found} by the rules of the {calendar} calendar, give or take {tolerance} day')
    return found


def _shown(days: Interval) -> str:
    first, last = write_w3c(days.first), write_w3c(days.last)
    return first if first == last else f"{first} to {last}"
