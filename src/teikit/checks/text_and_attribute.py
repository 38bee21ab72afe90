"""A date whose text is another day than its attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.custom_dates import CustomDate, counted, custom_dates_of
from teikit.checks.date_text import DateText, date_texts
from teikit.checks.dated import days_of, text_of
from teikit.checks.report import label, report
from teikit.dates import DateError, Interval, calendar_named, write_w3c
from teikit.dates.day_numbers import from_day_number
from teikit.dates.errors import UnknownYearError
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

if TYPE_CHECKING:
    from teikit.dates.spot import Span

CODE = Code(
    "TEI030",
    "text-and-attribute",
    Severity.WARNING,
    "the text of a date is another day than its attributes",
    "TEI P5 Guidelines, 3.6.4 (Dates and Times) and att.datable.w3c",
    Page(
        "a `date`, `origDate`, `docDate`, `birth` or `death` whose whole text is one date, which shares no day with "
        "`@when` (or `@notBefore`, `@from` …) nor with the `-custom` date beside it. The text is read in the language "
        "of `xml:lang` (English, German, French, Russian, Chinese, Arabic) and in the calendar of `@calendar`; marks "
        "such as O.S. in it count. A text without a year is compared by its month and day. Texts with corrections, "
        "gaps or notes in them, and texts that are not wholly a date, are not judged.",
        "One of the two is a slip, and the reader sees the one while every list is sorted by the other. Where the "
        "source itself is wrong, a `note` or `sic` and `corr` say so.",
        '<p><date when="1917-12-05">5 November 1917</date></p>',
        '<p><date when="1917-12-05">5 December 1917</date></p>',
        "TEI004, TEI031",
    ),
)

STYLES = range(10, 14)
"""Days between the Julian and the Gregorian calendar, from 1582 to 2100."""

_CYCLE = 60
"""Years after which the name of a Chinese year comes again."""


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each date whose text and attributes have no day in common."""
    for read in date_texts(markup):
        if read.span.certainty == "low" and read.span.kind != "recurring":
            continue
        attributes = days_of(read.element)
        customs = list(custom_dates_of(read.element, markup))
        if (attributes is None and not customs) or _disagree(attributes, customs):
            continue
        if not _agrees(read, attributes, customs):
            yield _report(document, read, attributes, customs)


def _disagree(attributes: Interval | None, customs: list[CustomDate]) -> bool:
    """Tell whether a custom date cannot be, or is another day than the Gregorian one: that is told already."""
    for custom in customs:
        try:
            allowed = [counted(value, custom.calendar).allowed for value in custom.values]
        except UnknownYearError:
            continue
        except DateError as error:
            if error.part not in ("form", "calendar"):
                return True
            continue
        if attributes is not None and not any(attributes.overlaps(days) for days in allowed):
            return True
    return False


def _agrees(read: DateText, attributes: Interval | None, customs: list[CustomDate]) -> bool:
    days = read.span.days
    if days is None:
        return read.span.kind != "recurring" or _recurs(read, attributes, customs)
    known = calendar_named(read.span.calendar)
    doubt = known.tolerance(known.date(days.first))
    allowed = Interval(days.first - doubt, days.last + doubt)
    if attributes is not None and (attributes.overlaps(allowed) or _in_another_cycle(read.span, attributes)):
        return True
    if not customs:
        return False
    if not read.is_labelled and any(_is_same(read.span.value, custom) for custom in customs):
        # Nothing says in which calendar the text is; it may be that of the custom date.
        return True
    return attributes is None and _is_custom(allowed, customs)


def _in_another_cycle(span: Span, attributes: Interval) -> bool:
    """Tell whether the text names a year of the sixty, which comes again, and fits in another round of them."""
    if span.calendar != "chinese" or all(calendar != "chinese" for _, calendar in span.others):
        return False
    if attributes.last - attributes.first > 366 * _CYCLE:
        return True
    known = calendar_named("chinese")
    date = known.parse(span.value)
    year = from_day_number(attributes.first, "gregorian")[0]
    nearest = date.year + round((year - date.year) / _CYCLE) * _CYCLE
    try:
        found = [known.days(date._replace(year=each)) for each in (nearest - _CYCLE, nearest, nearest + _CYCLE)]
    except UnknownYearError:
        return True
    except DateError:
        return False
    return any(attributes.overlaps(days) for days in found)


def _is_custom(allowed: Interval, customs: list[CustomDate]) -> bool:
    """Tell whether a custom date shares a day with the text, or is in a form of the project's own."""
    for custom in customs:
        for value in custom.values:
            try:
                if counted(value, custom.calendar).allowed.overlaps(allowed):
                    return True
            except DateError:
                return True
    return False


def _recurs(read: DateText, attributes: Interval | None, customs: list[CustomDate]) -> bool:
    """Compare a text without a year by its month and day with what stands for one day; anything else agrees."""
    month, _, day = read.span.value.removeprefix("--").partition("-")
    values = {value for custom in customs for value in custom.values}
    if any(_matches(month, day, value) for value in values):
        return True
    if attributes is None or attributes.first != attributes.last:
        return True
    for calendar in {read.span.calendar, "gregorian"}:
        try:
            known = calendar_named(calendar)
            if _matches(month, day, known.write(known.date(attributes.first))):
                return True
        except DateError:
            continue
    return False


def _matches(month: str, day: str, value: str) -> bool:
    """Compare `11` and `22` (or `` and `22`) with the end of a custom value."""
    parts = value.split("-")
    if not month:
        return parts[-1] == day
    return parts[-2:] == [month, day] if day else len(parts) > 1 and parts[1] == month


def _is_same(text: str, custom: CustomDate) -> bool:
    """Tell whether a text (or an end of its range), read in the calendar of a custom date, shares a day with it."""
    for value in text.split("/"):
        for own in custom.values:
            try:
                if counted(value, custom.calendar).days.overlaps(counted(own, custom.calendar).days):
                    return True
            except DateError:
                if value == own:
                    return True
    return False


def _report(document: Document, read: DateText, attributes: Interval | None, customs: list[CustomDate]) -> Diagnostic:
    span, element = read.span, read.element
    says = text_of(element) or " ".join(f"{each.attribute} {' '.join(each.values)}" for each in customs)
    meant = "another date"
    if span.days is not None and span.calendar != "gregorian":
        meant = f"{_day(span.days)} ({calendar_named(span.calendar).title} calendar)"
    message = f'the text "{span.text}" of "{label(element)}" is {meant}, but the attributes say {says}'
    return report(CODE, document, element, None, message, hint=_hint(read, attributes, customs))


def _hint(read: DateText, attributes: Interval | None, customs: list[CustomDate]) -> str:
    span = read.span
    if span.days is None or attributes is None or span.days.first != span.days.last:
        return "one of the two is wrong"
    right = write_w3c(span.days.first)
    apart = attributes.first - span.days.first
    if attributes.first != attributes.last:
        return f"the text is {right}"
    if _is_custom(attributes, customs):
        return f"the attributes agree with each other, and the text is {right}: is it a slip, or is the source wrong?"
    if span.calendar == "gregorian" and not read.is_labelled and apart in STYLES:
        return (
            f"they are {apart} days apart: is the text in the Julian calendar? Then say so with calendar, and give its "
            f'day with when-custom="{span.value}" and datingMethod'
        )
    if span.calendar == "julian" and from_day_number(attributes.first, "gregorian") == _numbers(span.value):
        return f'the Julian day stands in the attribute, which is always Gregorian: write when="{right}"'
    return f'write when="{right}", or mend the text'


def _numbers(value: str) -> tuple[int, ...]:
    return tuple(int(part) for part in value.split("-") if part)


def _day(days: Interval) -> str:
    return write_w3c(days.first) if days.first == days.last else f"{write_w3c(days.first)} to {write_w3c(days.last)}"
