"""What is said from the day of writing: "yesterday", "last Monday", "three days ago"; weekdays and times of day."""

from __future__ import annotations

import re

from teikit.dates.calendars import CalendarDate, calendar_named
from teikit.dates.interval import Interval
from teikit.dates.spot.reading.context import Context, Draft, bounds
from teikit.dates.spot.reading.periods import season_months
from teikit.dates.spot.reading.when import When, month_from

_UNITS = ("D", "W", "2W", "M", "Y")
_DAYS = {"D": 1, "W": 7, "2W": 14}
_ONE_O_CLOCK = 13 * 60
"""The minute of the day from which an hour is counted to twenty-four, and says that it is after noon."""
_UNSAID = "a time of day; morning or afternoon is not said"
_FROM = "counted from the given day"


def _day(context: Context, match: re.Match[str], number: int | None, duration: str, reason: str) -> Draft:
    """Return the draft of one day: of a Julian Day Number, or a duration where no day is given."""
    first, last = bounds(context, match)
    calendar = context.calendar if context.calendar == "julian" else "gregorian"
    if number is None:
        return Draft(first, last, "relative", duration, calendar, "low", "relative to a day that is not given")
    found = calendar_named(calendar).date(number)
    when = When(calendar, found.year, found.month, found.day)
    return Draft(first, last, "relative", when.value, calendar, "medium", reason, when)


def read_relative(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "yesterday", "today", "tomorrow"."""
    days = context.word(match, "R").number
    number = None if context.given is None else context.given + days
    return [_day(context, match, number, f"{'-' if days < 0 else ''}P{abs(days)}D", _FROM)]


def read_weekday(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "last Monday", or "Monday" alone, which is no more than a proposal."""
    token = context.token(match, "w")
    if token is None or (token.word.case == "name" and not context.token(match, "L")):
        return []
    weekday, which = token.word.number, context.word(match, "L")
    if which.code and context.given is not None:
        back = (context.given - weekday) % 7
        number = context.given - back + (7 if which.number > 0 or (which.number == 0 and back) else 0)
        if which.number < 0 and back == 0:
            number -= 7
        return [_day(context, match, number, "", _FROM)._replace(weekday=weekday)]
    first, last = bounds(context, match)
    kind = "relative" if which.code else "weekday"
    value, reason = f"-W-{weekday + 1}", "a weekday without a date"
    return [Draft(first, last, kind, value, "gregorian", "low", reason, None, None, weekday)]


def read_ago(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "three days ago", "two years later"."""
    unit, sign = _UNITS[context.word(match, "u").number], context.word(match, "A").number
    count = context.word(match, "n").number
    token = context.token(match, "A")
    if token is not None and token.text.lower() in ("earlier", "later") and context.given is None:
        return []
    weeks = unit == "2W"
    duration = f"{'-' if sign < 0 else ''}P{count * 2 if weeks else count}{'W' if weeks else unit}"
    if context.given is None:
        return [_day(context, match, None, duration, "")]
    if unit in _DAYS:
        return [_day(context, match, context.given + sign * count * _DAYS[unit], duration, _FROM)]
    return [_long(context, match, sign * count, unit)]


def read_last_unit(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "last year", "next month", "last week", "last summer"."""
    which, token = context.word(match, "L").number, context.word(match, "u")
    if token.code == "s":
        return _season(context, match, which, token.number)
    unit = _UNITS[token.number]
    if unit == "D":
        return []
    duration = f"{'-' if which < 0 else ''}P{abs(which)}{unit}"
    if context.given is None:
        return [_day(context, match, None, duration, "")]
    if unit in ("M", "Y"):
        return [_long(context, match, which, unit)]
    if unit == "W":
        monday = context.given - context.given % 7 + 7 * which
        return [_interval(context, match, Interval(monday, monday + 6))]
    return []


def _long(context: Context, match: re.Match[str], count: int, unit: str) -> Draft:
    """Return the draft of a month or a year that is counted from the given day."""
    calendar = context.calendar if context.calendar == "julian" else "gregorian"
    year, month = month_from(context.given or 0, calendar, count if unit == "M" else 12 * count)
    when = When(calendar, year, month if unit == "M" else None)
    first, last = bounds(context, match)
    return Draft(first, last, "relative", when.value, calendar, "medium", _FROM, when)


def _interval(context: Context, match: re.Match[str], days: Interval) -> Draft:
    calendar = calendar_named("gregorian")
    begin, end = (_when(calendar.date(day)) for day in days)
    first, last = bounds(context, match)
    return Draft(first, last, "relative", f"{begin.value}/{end.value}", "gregorian", "medium", _FROM, begin, end)


def _when(date: CalendarDate) -> When:
    return When("gregorian", date.year, date.month, date.day)


def _season(context: Context, match: re.Match[str], which: int, season: int) -> list[Draft]:
    first, last = bounds(context, match)
    if context.given is None:
        return [Draft(first, last, "relative", "-P1Y", "gregorian", "low", "relative to a day that is not given")]
    year = calendar_named("gregorian").date(context.given).year
    for tried in (year - 1, year, year + 1) if which > 0 else (year, year - 1):
        begin, end = season_months(tried, season)
        starts, ends = (
            calendar_named("gregorian").days(CalendarDate(when.year or 0, when.month)) for when in (begin, end)
        )
        if (which > 0 and starts.first > context.given) or (which < 0 and ends.last < context.given) or which == 0:
            return [Draft(first, last, "relative", f"{begin.value}/{end.value}", "gregorian", "low", _FROM, begin, end)]
    return []


def read_time(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read a time of day: "5 p.m.", "one o'clock", "noon", "from 3 to 5 p.m."."""
    first, last = bounds(context, match)
    token = context.token(match, "T")
    if token is None:
        return []
    values = [_clock(context.word(match, name).number) for name in ("T", "T2") if context.token(match, name)]
    told = token.word.name == "told" or token.word.number >= _ONE_O_CLOCK or not token.text[0].isdigit()
    reason = "a time of day" if told else _UNSAID
    return [Draft(first, last, "time", "/".join(values), "gregorian", "high" if told else "medium", reason)]


def read_time_in_words(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "one o'clock"."""
    first, last = bounds(context, match)
    hour = context.word(match, "n").number
    if hour > 24:
        return []
    others = ((_clock(60 * hour + 720), "gregorian"),) if hour <= 12 else ()
    return [Draft(first, last, "time", _clock(60 * hour), "gregorian", "medium", _UNSAID, others=others)]


def _clock(minutes: int) -> str:
    return f"T{minutes // 60 % 24:02}:{minutes % 60:02}"
