"""Dates and calendars. This package knows no XML.

A date is an `Interval` of days, each day a Julian Day Number, so a year, a month and a day compare in the same way and
dates of different calendars compare at all. `notations` reads the forms that TEI's attributes have: W3C's (no year
0000, 1 BCE is -0001), ISO's (0000 is 1 BCE) and EDTF. `calendars` holds the arithmetic of each calendar and
turns a custom value into an interval; what a calendar does not have (31 November, month 13) is refused, never wrapped.
`spellings` maps the names that documents use for calendars.

The custom form is the same in every calendar: the calendar's own year-month-day, one token without spaces, such as
`1917-11-22` (Julian) or `0007-02-12` (Minguo); the month and the day may be left out. Years begin on 1 January
in the Julian calendar, whatever the source's custom was, and 1 BCE is year -1.
"""

from teikit.dates.calendars import CALENDARS, VARIANTS, Calendar, CalendarDate, calendar_named
from teikit.dates.conversion import GregorianDate, custom_interval, custom_tolerance, from_gregorian, to_gregorian
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval
from teikit.dates.notations.iso import parse_iso, write_iso
from teikit.dates.notations.w3c import Recurring, parse_w3c, read_w3c, write_w3c
from teikit.dates.spellings import calendar_of

__all__ = [
    "CALENDARS",
    "VARIANTS",
    "Calendar",
    "CalendarDate",
    "DateError",
    "GregorianDate",
    "Interval",
    "Recurring",
    "calendar_named",
    "calendar_of",
    "custom_interval",
    "custom_tolerance",
    "from_gregorian",
    "parse_iso",
    "parse_w3c",
    "read_w3c",
    "to_gregorian",
    "write_iso",
    "write_w3c",
]
