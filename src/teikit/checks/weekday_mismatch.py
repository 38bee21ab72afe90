"""A date whose weekday is another one."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.agreement import contradiction
from teikit.checks.custom_dates import Counted, counted, custom_dates_of, is_same
from teikit.checks.date_text import DateText, date_texts
from teikit.checks.dated import days_of
from teikit.checks.report import label, report
from teikit.dates import Interval, calendar_named, write_w3c
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI031",
    "weekday-mismatch",
    Severity.WARNING,
    "the weekday of a date is not that of its day",
    "TEI P5 Guidelines, 3.6.4 (Dates and Times)",
    Page(
        "a `date`, `origDate`, `docDate`, `birth` or `death` whose whole text is one day with its weekday, where that "
        "day was another weekday. Where the text is in a calendar that is uncertain by a day, a neighbouring weekday "
        "agrees. A text that disagrees with its attributes is the matter of TEI030.",
        "The weekday is the writer's own control: where it does not fit, the day was misread, or it is in another "
        "calendar.",
        '<p><date when="1917-12-05">Thursday, 5 December 1917</date></p>',
        '<p><date when="1917-12-05">Wednesday, 5 December 1917</date></p>',
        "TEI030, TEI004",
    ),
)

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each day whose weekday is another one."""
    for read in date_texts(markup):
        days, weekday = read.span.days, read.span.weekday
        if weekday is None or days is None or days.first != days.last or contradiction(read, markup) is not None:
            continue
        if read.may_be_julian and _julian(read) % 7 == weekday:
            continue
        found = _day(read, days, markup)
        if found is None:
            continue
        day, doubt = found
        if min((day - weekday) % 7, (weekday - day) % 7) > doubt:
            yield _report(document, read, day, weekday)


def _day(read: DateText, days: Interval, markup: Markup) -> tuple[int, int] | None:
    """Return the day of a text, and by how many days it is uncertain; None where its calendar is not known."""
    said = days_of(read.element)
    customs = [] if read.is_labelled else list(custom_dates_of(read.element, markup))
    if customs:
        # The text may be in the calendar of the custom date, or as it is read.
        fitting = {counted(read.span.value, each.calendar) for each in customs if is_same(read.span.value, each)}
        if said is not None and said.overlaps(days):
            fitting.add(Counted(days, days, 0))
        if len(fitting) != 1:
            return None
        (only,) = fitting
        return only.days.first, only.tolerance
    calendar = calendar_named(read.span.calendar)
    doubt = calendar.tolerance(calendar.date(days.first))
    if doubt and said is not None and said.first == said.last:
        # The editor has said which of the days it was.
        return said.first, 0
    return days.first, doubt


def _report(document: Document, read: DateText, day: int, weekday: int) -> Diagnostic:
    message = (
        f'the text "{read.text}" of "{label(read.element)}" says {WEEKDAYS[weekday]}, but {write_w3c(day)} was a '
        f"{WEEKDAYS[day % 7]}"
    )
    return report(CODE, document, read.element, None, message, hint=_hint(read, day, weekday))


def _hint(read: DateText, day: int, weekday: int) -> str:
    before = day - (day - weekday) % 7
    near = before if day - before <= 3 else before + 7
    hint = f"the nearest {WEEKDAYS[weekday]} was {write_w3c(near)}"
    if read.span.calendar != "gregorian" or read.span.days is None or read.span.days.first != day:
        return hint
    is_julian = _julian(read) % 7 == weekday
    return f"in the Julian calendar that day was a {WEEKDAYS[weekday]}; else {hint}" if is_julian else hint


def _julian(read: DateText) -> int:
    """Return the Julian Day Number of a text, were it Julian; that calendar has all days of the Gregorian one."""
    return counted(read.span.value, calendar_named("julian")).days.first
