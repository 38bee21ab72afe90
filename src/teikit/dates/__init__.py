"""Dates and calendars. This package knows no XML.

A date is an `Interval` of days, each day a Julian Day Number, so a year, a month and a day compare in the same way and
dates of different calendars compare at all.

- `calendars` holds each calendar's arithmetic, its custom form (that of `@when-custom`) and its words; what a calendar
  does not have (31 November, month 13, 30 Safar) is refused, never wrapped. `conversion` goes from one to another.
- `notations` reads what attributes and metadata have: W3C, ISO 8601, EDTF.
- `spot` finds dates in running text, and reads a text that is one date; `double` reads days in two styles.
- `spellings` maps the names that documents use for calendars; `adoption` knows which one a place used at a time.

The custom form is the calendar's own year-month-day, one token without spaces, such as `1917-11-22` (Julian) or
`0007-02-12` (Minguo); the month and the day may be left out. Years begin on 1 January in the Julian calendar, whatever
the source's custom was, and 1 BCE is year -1.
"""

from teikit.dates.calendars import CALENDARS, VARIANTS, Calendar, CalendarDate, calendar_named
from teikit.dates.conversion import GregorianDate, custom_interval, custom_tolerance, from_gregorian, to_gregorian
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval
from teikit.dates.notations import parse_iso, parse_recurring, parse_w3c, write_iso, write_w3c
from teikit.dates.spellings import calendar_of

__all__ = [
    "CALENDARS",
    "VARIANTS",
    "Calendar",
    "CalendarDate",
    "DateError",
    "GregorianDate",
    "Interval",
    "calendar_named",
    "calendar_of",
    "custom_interval",
    "custom_tolerance",
    "from_gregorian",
    "parse_iso",
    "parse_recurring",
    "parse_w3c",
    "to_gregorian",
    "write_iso",
    "write_w3c",
]
