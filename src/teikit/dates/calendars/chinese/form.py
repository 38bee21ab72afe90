"""The custom form of a lunisolar date: `1917-12-01`, leap month `1917-02L-01`, with an era `Guangxu-34-10-21`."""

from __future__ import annotations

import re
import unicodedata

from teikit.dates.calendars.calendar import TIME, CalendarDate, bounded
from teikit.dates.calendars.chinese import cyclical, eras
from teikit.dates.errors import DateError

FORM = (
    "year-month-day, such as 1917-12-01: the year is the one in which the lunisolar year began, and L marks a leap "
    "month, 1917-02L-01; or with an era, Guangxu-34-10-21 or 光緒34-10-21; or with the name of the year, 丁巳-12-01, "
    "which alone is one of 1864 to 1923, and with an era one of that era, 咸豐丁巳-12-01"
)

CYCLE = (1864, 1923)
"""The years in which the name of a year is read that has no era with it: a whole cycle from 甲子 to 癸亥."""

_LEAP = "[L閏闰]"
_LETTER = rf"(?!{_LEAP}[0-9])[^\W\d_]"
_NAME = rf"{_LETTER}(?:['’ʼʻ‘`-]?{_LETTER})*"
_NUMBER = rf"{_LEAP}?[0-9]{{1,6}}{_LEAP}?"
_NUMBERS = rf"(?P<numbers>{_NUMBER}(?:-{_NUMBER}){{0,2}})?"
_VALUE = re.compile(rf"(?:(?P<name>{_NAME})-?)?{_NUMBERS}(?P<time>{TIME})", re.IGNORECASE)


def parse(value: str) -> CalendarDate:
    """Read a custom value; a time of day behind the day is allowed and ignored.

    Raises `DateError`: part `form` where the value has not the form, `year` where an era has no year of that name.
    """
    match = _VALUE.fullmatch(unicodedata.normalize("NFKC", bounded(value)))
    if match is None or match[0].endswith("-"):
        raise _not_in_form(value)
    parts = match["numbers"].split("-") if match["numbers"] else []
    try:
        date, rest = _year(value, match["name"] or "", parts)
    except DateError as error:
        raise error if error.part == "form" else DateError(f'"{value}": {error.message}', error.part) from None
    date = _month_and_day(value, date, rest)
    if match["time"] and date.day is None:
        raise _not_in_form(value)
    return date


def write(date: CalendarDate) -> str:
    """Return the custom value: `1917-02L-01`, `Guangxu-34-10-21`."""
    year = f"{date.era}-{date.year}" if date.era else f"{date.year:04}"
    month = None if date.month is None else f"{date.month:02}{'L' if date.is_leap_month else ''}"
    day = None if date.day is None else f"{date.day:02}"
    return "-".join(part for part in (year, month, day) if part is not None)


def _year(value: str, name: str, parts: list[str]) -> tuple[CalendarDate, list[str]]:
    """Return the year that the name, or the name and the first number, is; and the numbers that are left."""
    era = eras.era_named(name)
    if name and era is None:
        return _named_year(value, name), parts
    if not parts or not parts[0].isdigit():
        raise _not_in_form(value)
    return CalendarDate(int(parts[0]), era=era.name if era else ""), parts[1:]


def _named_year(value: str, name: str) -> CalendarDate:
    """Return the year of a name of the sixty, alone or with an era, or the first year (元) of an era."""
    alone = cyclical.years(name, *CYCLE)
    if alone:
        return CalendarDate(alone[0])
    found = eras.era_before(name)
    if found is None:
        raise _not_in_form(value)
    era, rest = found
    if rest == "元":
        return CalendarDate(1, era=era.name)
    years = cyclical.years(rest, era.first, era.last or era.first + cyclical.LENGTH - 1)
    if years is None:
        raise _not_in_form(value)
    if len(years) == 1:
        return CalendarDate(years[0] - era.first + 1, era=era.name)
    candidates = " and ".join(f"{era.name}-{year - era.first + 1}" for year in years)
    raise DateError(
        f"{era.name} had {f'two years of this name: {candidates}' if years else 'no year of this name'}", "year"
    )


def _month_and_day(value: str, date: CalendarDate, parts: list[str]) -> CalendarDate:
    if len(parts) > 2 or (len(parts) == 2 and not parts[1].isdigit()):
        raise _not_in_form(value)
    if not parts:
        return date
    month = parts[0].strip("Ll閏闰")
    day = int(parts[1]) if len(parts) == 2 else None
    return date._replace(month=int(month), day=day, is_leap_month=month != parts[0])


def _not_in_form(value: str) -> DateError:
    return DateError(
        f'"{value}" is not a Chinese date such as 1917-12-01, 1917-02L-01, 光緒34-10-21 or 丁巳-12-01', "form"
    )
