"""Whether the text of a date and its attributes can mean the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from teikit.checks.custom_dates import CustomDate, counted, custom_dates_of, is_same
from teikit.checks.dated import days_of, readings
from teikit.dates import DateError, Interval, calendar_named
from teikit.dates.day_numbers import from_day_number
from teikit.dates.errors import UnknownYearError

if TYPE_CHECKING:
    from teikit.checks.date_text import DateText
    from teikit.dates.spot import Span
    from teikit.project.markup import Markup

_MARCH_YEARS_UNTIL = 1753
"""The year from which on no country began its years on 25 March."""

_CYCLE = 60
"""Years after which the name of a Chinese year comes again."""


class Contradiction(NamedTuple):
    """A text that is another day than its attributes: `days` are theirs, None where there are `customs` only.

    `is_no_day` tells that the calendar of the text has no such day.
    """

    days: Interval | None
    customs: list[CustomDate]
    is_no_day: bool


def contradiction(read: DateText, markup: Markup) -> Contradiction | None:
    """Return in what a text and its attributes disagree, or None where they may agree.

    Where the attributes contradict each other, that is told by other checks, and nothing is said of the text.
    """
    is_no_day = _is_no_day(read)
    if read.span.certainty == "low" and read.span.kind != "recurring" and not is_no_day:
        return None
    days = days_of(read.element)
    customs = list(custom_dates_of(read.element, markup))
    if (days is None and not customs) or _disagree(days, customs):
        return None
    said: list[Interval | None] = [*readings(read.element)]
    if not is_no_day and any(_agrees(read, each, customs) for each in said or [None]):
        return None
    return Contradiction(days, customs, is_no_day)


def _disagree(days: Interval | None, customs: list[CustomDate]) -> bool:
    """Tell whether a custom date cannot be, or is another day than the Gregorian one."""
    for custom in customs:
        try:
            allowed = [counted(value, custom.calendar).allowed for value in custom.values]
        except UnknownYearError:
            continue
        except DateError as error:
            if error.part not in ("form", "calendar"):
                return True
            continue
        if days is not None and not any(days.overlaps(each) for each in allowed):
            return True
    return False


def _is_no_day(read: DateText) -> bool:
    """Tell whether the calendar of a text has no such day; without a label it may also be Julian."""
    span = read.span
    if span.days is not None or span.kind != "day":
        return False
    calendars = [span.calendar] if read.is_labelled else [span.calendar, "julian"]
    for name in calendars:
        try:
            counted(span.value, calendar_named(name))
        except DateError as error:
            if error.part in ("month", "day"):
                continue
        return False
    return True


def _agrees(read: DateText, days: Interval | None, customs: list[CustomDate]) -> bool:
    span = read.span
    if span.days is None:
        return span.kind != "recurring" or _recurs(read, days, customs)
    known = calendar_named(span.calendar)
    doubt = known.tolerance(known.date(span.days.first))
    allowed = Interval(span.days.first - doubt, span.days.last + doubt)
    if days is not None and (days.overlaps(allowed) or _in_another_cycle(span, days) or _in_old_style(read, days)):
        return True
    if not customs:
        return False
    if not read.is_labelled and any(is_same(span.value, custom) for custom in customs):
        # Nothing says in which calendar the text is; it may be that of the custom date.
        return True
    return days is None and share_a_day(allowed, customs)


def _in_another_cycle(span: Span, days: Interval) -> bool:
    """Tell whether the text names a year of the sixty, which comes again, and fits in another round of them."""
    if span.calendar != "chinese" or all(calendar != "chinese" for _, calendar in span.others):
        return False
    if days.last - days.first > 366 * _CYCLE:
        return True
    known = calendar_named("chinese")
    date = known.parse(span.value)
    year = from_day_number(days.first, "gregorian")[0]
    nearest = date.year + round((year - date.year) / _CYCLE) * _CYCLE
    try:
        found = [known.days(date._replace(year=each)) for each in (nearest - _CYCLE, nearest, nearest + _CYCLE)]
    except UnknownYearError:
        return True
    except DateError:
        return False
    return any(days.overlaps(each) for each in found)


def _in_old_style(read: DateText, days: Interval) -> bool:
    """Tell whether a text agrees as a Julian day that it does not call so, or in a year that began in March.

    Before 1582 there was no other calendar; and where years began on 25 March, January of a year came after December.
    """
    span = read.span
    if span.calendar not in ("gregorian", "julian") or span.kind not in ("day", "month"):
        return False
    julian, gregorian = calendar_named("julian"), calendar_named("gregorian")
    date = julian.parse(span.value)
    years = [date.year]
    if date.year < _MARCH_YEARS_UNTIL and date.month is not None and (date.month, date.day or 1) < (3, 25):
        years.append(date.year + 1)
    for year in years:
        for calendar in (gregorian, julian):
            is_open = not read.is_labelled or calendar.name == span.calendar
            if not is_open or (year == date.year and not read.may_be_julian):
                continue
            try:
                if calendar.days(date._replace(year=year)).overlaps(days):
                    return True
            except DateError:
                continue
    return False


def share_a_day(days: Interval, customs: list[CustomDate]) -> bool:
    """Tell whether a custom date shares a day with others, or is in a form of the project's own."""
    for custom in customs:
        for value in custom.values:
            try:
                if counted(value, custom.calendar).allowed.overlaps(days):
                    return True
            except DateError:
                return True
    return False


def _recurs(read: DateText, days: Interval | None, customs: list[CustomDate]) -> bool:
    """Compare a text without a year by its month and day with what stands for one day; anything else agrees."""
    month, _, day = read.span.value.removeprefix("--").partition("-")
    values = [] if read.is_labelled else [value for custom in customs for value in custom.values]
    if any(_matches(month, day, value) for value in values):
        return True
    days = days or _one_day(customs)
    if days is None or days.first != days.last:
        return True
    known = calendar_named(read.span.calendar)
    try:
        doubt = known.tolerance(known.date(days.first))
        return any(
            _matches(month, day, known.write(known.date(each)))
            for each in range(days.first - doubt, days.first + doubt + 1)
        )
    except DateError:
        return True


def _one_day(customs: list[CustomDate]) -> Interval | None:
    """Return the days of the only custom date, or None."""
    if len(customs) != 1 or len(customs[0].values) != 1:
        return None
    try:
        return counted(customs[0].values[0], customs[0].calendar).days
    except DateError:
        return None


def _matches(month: str, day: str, value: str) -> bool:
    """Compare `11` and `22` (or `` and `22`) with the end of a custom value."""
    parts = value.split("-")
    if not month:
        return parts[-1] == day
    return parts[-2:] == [month, day] if day else len(parts) > 1 and parts[1] == month
