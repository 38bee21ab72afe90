"""One date in all calendars: what a text means, what it is elsewhere, and a month day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from teikit.dates.calendars import CALENDARS, Calendar, CalendarDate, calendar_named
from teikit.dates.conversion import custom_interval, custom_tolerance
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval
from teikit.dates.notations import parse_iso, write_iso

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST_MONTH = 60


class Meant(NamedTuple):
    """What a text means: its days, the calendar it is read in, the calendar's tolerance in days, and why."""

    days: Interval
    calendar: str
    tolerance: int
    reason: str


class Equivalent(NamedTuple):
    """Days in one calendar: the custom value (of an interval that is no month or year: `first/last`), and in words.

    The value of the Gregorian calendar is ISO 8601, where 1 BCE is 0000.
    `tolerance` is by how many days the calendar is uncertain.
    """

    calendar: str
    value: str
    words: str
    tolerance: int


class Row(NamedTuple):
    """One day of a month: its Julian Day Number, and what it is in each calendar ('' where one does not reach)."""

    day: int
    values: tuple[str, ...]


def weekday(day: int) -> str:
    """Return the English weekday of a Julian Day Number."""
    return WEEKDAYS[day % 7]


def meaning(text: str, calendar: str | None = None, *, language: str = "en") -> Meant:
    """Read a value in the form of a calendar, or a date in words; without a calendar, the one that the words show.

    Two values with a slash between them are an interval, as `Equivalent.value` has it.
    Raises `DateError`: part `form` where it is neither, `calendar` where the words say another one than `calendar`.
    """
    name = calendar or "gregorian"
    calendar_named(name)
    try:
        days = _days(text.strip(), name)
    except DateError as error:
        if error.part != "form":
            raise
        return _in_words(text, calendar, language)
    tolerance = 0 if name == "gregorian" else _tolerance(text.strip(), name)
    return Meant(days, name, tolerance, calendar_named(name).form)


def _tolerance(value: str, calendar: str) -> int:
    return max(custom_tolerance(part, calendar) for part in value.split("/"))


def _days(value: str, calendar: str) -> Interval:
    if calendar != "gregorian":
        return _of_custom(value, calendar)
    try:
        return parse_iso(value)
    except DateError as error:
        try:
            return _of_edtf(value)
        except DateError as other:
            raise (other if error.part == "form" else error) from None


def _of_custom(value: str, calendar: str) -> Interval:
    first, slash, last = value.partition("/")
    days = custom_interval(first, calendar)
    if not slash:
        return days
    end = custom_interval(last, calendar)
    if end.last < days.first:
        # It may be in words, such as the year "1917/18".
        raise DateError(f'"{value}" ends before it begins', "form")
    return Interval(days.first, end.last)


def _of_edtf(value: str) -> Interval:
    from teikit.dates.notations import edtf

    first, last = edtf.days_of(edtf.parse(value))
    if first is None or last is None:
        raise DateError(f'"{value}" has an end that is open or not known', "year")
    return Interval(first, last)


def _in_words(text: str, calendar: str | None, language: str) -> Meant:
    from teikit.dates.spot import read

    span = read(text, language=language, calendar=calendar or "gregorian")
    if span is None:
        name = calendar or "gregorian"
        error = DateError(f'"{text}" is neither a value of the {name} calendar nor a date in words', "form")
        error.hint = f"the form is {calendar_named(name).form}"
        raise error
    if span.days is None:
        raise DateError(f'"{text}" does not say which days are meant: {span.reason}', "form")
    if calendar and calendar not in (span.calendar, *(other for _, other in span.others)):
        raise DateError(f'"{text}" is a date in the {span.calendar} calendar: {span.reason}', "calendar")
    return Meant(span.days, span.calendar, _tolerance(span.value, span.calendar), span.reason)


def equivalents(days: Interval, calendars: Iterable[str] = CALENDARS) -> Iterator[Equivalent]:
    """Yield what days are in each of the calendars. Raises `DateError` where one does not reach them."""
    return (_equivalent(days, calendar_named(name)) for name in calendars)


def known_equivalents(days: Interval) -> Iterator[Equivalent]:
    """Yield what days are in every calendar that reaches them."""
    for name in CALENDARS:
        try:
            yield _equivalent(days, calendar_named(name))
        except DateError:
            continue


def _equivalent(days: Interval, calendar: Calendar) -> Equivalent:
    unit = in_one(days, calendar)
    ends = [unit] if unit is not None else [calendar.date(days.first), calendar.date(days.last)]
    tolerance = max(calendar.tolerance(date) for date in ends)
    write = _iso if calendar.name == "gregorian" else calendar.write
    value, words = "/".join(map(write, ends)), " to ".join(map(calendar.words, ends))
    return Equivalent(calendar.name, value, words, tolerance)


def _iso(date: CalendarDate) -> str:
    """Return a Gregorian date in ISO 8601, as exactly as it is known."""
    day = write_iso(calendar_named("gregorian").days(date).first)
    return day if date.day else day[: -len("-01")] if date.month else day[: -len("-01-01")]


def in_one(days: Interval, calendar: Calendar) -> CalendarDate | None:
    """Return the day, month or year of a calendar that is exactly these days, or None.

    Raises `DateError` where the calendar does not reach their beginning.
    """
    date = calendar.date(days.first)
    if days.first == days.last:
        return date
    for unit in (date._replace(day=None), date._replace(month=None, day=None, is_leap_month=False)):
        try:
            if calendar.days(unit) == days:
                return unit
        except DateError:
            continue
    return None


def month(day: int, calendar: str, beside: Iterable[str]) -> list[Row]:
    """Return the month of a calendar that holds a day, each day in this calendar and in those `beside` it.

    Raises `DateError` where the calendar does not reach the day.
    """
    known = calendar_named(calendar)
    days = known.days(known.date(day)._replace(day=None))
    # A calendar that cannot tell its months apart must not fill the screen.
    last = min(days.last, days.first + _LONGEST_MONTH)
    others = [known, *map(calendar_named, beside)]
    return [Row(each, tuple(_written(each, other) for other in others)) for each in range(days.first, last + 1)]


def _written(day: int, calendar: Calendar) -> str:
    try:
        return write_iso(day) if calendar.name == "gregorian" else calendar.write(calendar.date(day))
    except DateError:
        return ""
