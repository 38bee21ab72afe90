"""The calendars, one file each; `calendar_named` gives one by its name.

A `Calendar` reads and writes its custom form, the one of `@when-custom`: the calendar's own year-month-day, one token
without spaces. What a calendar does not have (31 November, month 13) is refused, never wrapped.
"""

from __future__ import annotations

from importlib import import_module

from teikit.dates.calendars.calendar import Calendar, CalendarDate
from teikit.dates.errors import DateError

_HOMES = {
    "gregorian": "roman",
    "julian": "roman",
    "minguo": "roman",
    "chinese": "chinese",
    "rumi": "rumi",
    "islamic": "islamic",
    "hebrew": "hebrew",
    "republican": "republican",
    "coptic": "coptic",
    "byzantine": "byzantine",
    "japanese": "japanese",
}
"""Each calendar, and the module that has it under its name in capitals."""

CALENDARS = tuple(_HOMES)
"""The names of the calendars."""

VARIANTS = ("islamic-civil", "islamic-tbla", "islamic-umalqura")
"""Other reckonings of the Islamic calendar, by their names in the Unicode Common Locale Data Repository."""


def calendar_named(name: str) -> Calendar:
    """Return a calendar of `CALENDARS` or `VARIANTS`.

    Raises `DateError` with part `calendar` where there is none of that name.
    """
    home = "islamic" if name in VARIANTS else _HOMES.get(name)
    if home is None:
        known = ", ".join((*CALENDARS, *VARIANTS))
        raise DateError(f'the calendar "{name}" is not known; known are {known}', "calendar")
    found: Calendar = getattr(import_module(f"teikit.dates.calendars.{home}"), name.upper().replace("-", "_"))
    return found


__all__ = ["CALENDARS", "VARIANTS", "Calendar", "CalendarDate", "calendar_named"]
