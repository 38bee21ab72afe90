"""Dates of ISO 8601-1, as TEI's `@when-iso` and its kin have them: always Gregorian, and year 0000 is 1 BCE.

Calendar dates (`1917-12-05`, `19171205`, the year, the month, the decade `191` and the century `19`), weeks
(`1917-W49-3`, `1917W493`), ordinal days (`1917-339`, `1917339`), a time of day after any day, and intervals: two dates
(the second may leave out what it has in common with the first), or a date and a duration.
"""

from __future__ import annotations

import re

from teikit.dates import day_numbers
from teikit.dates.calendars.calendar import bounded
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval
from teikit.dates.notations.w3c import MOST_DIGITS, interval_of

_YEAR = rf"(?P<year>[0-9]{{4}}|[+-][0-9]{{4,{MOST_DIGITS}}})"
_DAY = re.compile(
    rf"(?:{_YEAR}|(?P<long>[0-9]{{5,{MOST_DIGITS}}})(?=-))(?:"
    r"-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?"
    r"|(?P<basic_month>[0-9]{2})(?P<basic_day>[0-9]{2})"
    r"|-?W(?P<week>[0-9]{2})(?:-?(?P<weekday>[0-9]))?"
    r"|-?(?P<ordinal>[0-9]{3}))?"
)
_PERIOD = re.compile(r"(?P<sign>[+-]?)(?P<digits>[0-9]{2,3})")
_ZONE = r"(?:Z|[+-](?:(?:0[0-9]|1[0-3])(?::?[0-5][0-9])?|14(?::?00)?))?"
_CLOCK = re.compile(
    rf"(?:(?P<end>24(?::?00(?::?00)?)?(?:[.,]0+)?)"
    rf"|(?:[01][0-9]|2[0-3])(?::?[0-5][0-9](?::?[0-5][0-9])?)?(?:[.,][0-9]+)?){_ZONE}"
)
_W3C_ZONE = re.compile(r"(?<=-[0-9]{2})(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])$")
_NUMBER = r"([0-9]{1,9}(?:[.,][0-9]+)?)"
_DURATION = re.compile(
    rf"P(?=.)(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?(?:T(?=.)(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
_EXPECTED = "a date such as 1917, 1917-12, 1917-12-05 or 19171205"


def parse_iso(value: str) -> Interval:
    """Return the days of a date or an interval of ISO 8601.

    Raises `DateError`, also for what has no days: a duration, a time of day alone, a recurring interval.
    """
    value = bounded(value)
    first, slash, last = value.partition("/")
    if not slash:
        return _date(value, value)
    if first.startswith("P"):
        until = _date(value, last).last
        return Interval(min(_shift(value, until + 1, first, -1), until), until)
    begin = _date(value, first).first
    if last.startswith("P"):
        return Interval(begin, max(begin, _shift(value, begin, last, 1) - 1))
    end = _date(value, _completed(first, last)).last
    if end < begin:
        raise DateError(f'"{value}": the interval ends before it begins', "form")
    return Interval(begin, end)


def write_iso(number: int) -> str:
    """Return a Julian Day Number as an ISO 8601 date in the Gregorian calendar (0000 is 1 BCE)."""
    year, month, day = day_numbers.from_day_number(number, "gregorian")
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


def _date(value: str, text: str) -> Interval:
    date, has_time, time = text.partition("T")
    if not has_time:
        # W3C's dates may have a zone, and are ISO's but for that; nothing is lost by reading it.
        date = _W3C_ZONE.sub("", date)
    match = _DAY.fullmatch(date)
    if match is None:
        period = _PERIOD.fullmatch(date)
        if period is None or has_time:
            raise DateError(f'"{value}" is not {_EXPECTED}', "form")
        return _period(value, period)
    days = _days(value, match)
    if not has_time:
        return days
    clock = _CLOCK.fullmatch(time)
    if clock is None or days.first != days.last:
        raise DateError(f'"{value}" is not {_EXPECTED}', "form")
    after = 0 if clock["end"] is None else 1
    return Interval(days.first + after, days.last + after)


def _days(value: str, match: re.Match[str]) -> Interval:
    year = int(match["year"] or match["long"])
    if match["week"] is not None:
        return _week(value, year, int(match["week"]), None if match["weekday"] is None else int(match["weekday"]))
    if match["ordinal"] is not None:
        first, last = interval_of(value, year)
        day = first + int(match["ordinal"]) - 1
        if not first <= day <= last:
            raise DateError(f'"{value}": there is no day {match["ordinal"]} in the year {year}', "day")
        return Interval(day, day)
    month, day_text = match["month"] or match["basic_month"], match["day"] or match["basic_day"]
    return interval_of(value, year, None if month is None else int(month), None if day_text is None else int(day_text))


def _week(value: str, year: int, week: int, weekday: int | None) -> Interval:
    """Return the days of a week: week 1 has the year's first Thursday, and weeks begin on Monday (ISO 8601-1, 4.2)."""
    start, following = _first_monday(year), _first_monday(year + 1)
    weeks = (following - start) // 7
    if not 1 <= week <= weeks:
        raise DateError(f'"{value}": the year {year} has {weeks} weeks', "day")
    monday = start + 7 * (week - 1)
    if weekday is None:
        return Interval(monday, monday + 6)
    if not 1 <= weekday <= 7:
        raise DateError(f'"{value}": the days of a week are 1 (Monday) to 7', "day")
    return Interval(monday + weekday - 1, monday + weekday - 1)


def _first_monday(year: int) -> int:
    fourth = day_numbers.to_day_number(year, 1, 4, "gregorian")
    # Day number 0 was a Monday.
    return fourth - fourth % 7


def _period(value: str, match: re.Match[str]) -> Interval:
    """Return the days of a century (two digits) or a decade (three)."""
    years = 100 if len(match["digits"]) == 2 else 10
    number = int(match["digits"])
    low, high = years * number, years * number + years - 1
    if match["sign"] == "-":
        low, high = -high, -low
    return Interval(interval_of(value, low).first, interval_of(value, high).last)


def _completed(first: str, last: str) -> str:
    """Put before the end of an interval what it left out because it has it in common with the start."""
    if re.fullmatch(r"[0-9]{2}(?:T.*)?", last) and re.match(r"[+-]?[0-9]+-[0-9]{2}", first):
        whole = re.match(r"([+-]?[0-9]+-[0-9]{2}-)[0-9]{2}", first) or re.match(r"([+-]?[0-9]+-)[0-9]{2}$", first)
        return (whole[1] if whole else "") + last
    if re.fullmatch(r"[0-9]{2}-[0-9]{2}(?:T.*)?", last):
        year = re.match(r"[+-]?[0-9]+-(?=[0-9]{2}-[0-9]{2})", first)
        return (year[0] if year else "") + last
    return last


def _shift(value: str, number: int, duration: str, direction: int) -> int:
    """Return the day that lies a duration after (or before) a day; a part of a day does not count."""
    match = _DURATION.fullmatch(duration)
    if match is None:
        raise DateError(f'"{value}": "{duration}" is not a duration such as P1Y2M3D', "form")
    years, months, weeks, days = (_whole(value, part) for part in match.groups()[:4])
    hours = sum(
        float((part or "0").replace(",", ".")) * factor
        for part, factor in zip(match.groups()[4:], (1, 1 / 60, 1 / 3600), strict=True)
    )
    year, month, day = day_numbers.from_day_number(number, "gregorian")
    count = year * 12 + month - 1 + direction * (12 * years + months)
    year, month = count // 12, count % 12 + 1
    day = min(day, day_numbers.month_length(year, month, "gregorian"))
    return day_numbers.to_day_number(year, month, day, "gregorian") + direction * (7 * weeks + days + int(hours // 24))


def _whole(value: str, part: str | None) -> int:
    if part is not None and not part.isdigit():
        raise DateError(f'"{value}": a part of a year, a month, a week or a day is not read', "form")
    return int(part or 0)
