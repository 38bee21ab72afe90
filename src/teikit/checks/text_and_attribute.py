"""A date whose text is another day than its attributes."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.agreement import Contradiction, contradiction, share_a_day
from teikit.checks.custom_dates import counted
from teikit.checks.date_text import DateText, date_texts
from teikit.checks.dated import text_of
from teikit.checks.report import label, report
from teikit.dates import DateError, Interval, calendar_named, write_w3c
from teikit.dates.day_numbers import from_day_number
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

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
        "such as O.S. in it count. A text without a year is compared by its month and day; a day that its calendar "
        "does not have agrees with nothing. Texts with corrections, gaps or notes in them, and texts that are not "
        "wholly a date, are not judged.",
        "One of the two is a slip, and the reader sees the one while every list is sorted by the other. Where the "
        "source itself is wrong, a `note` or `sic` and `corr` say so.",
        '<p><date when="1917-12-05">5 November 1917</date></p>',
        '<p><date when="1917-12-05">5 December 1917</date></p>',
        "TEI004, TEI031",
    ),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each date whose text and attributes have no day in common."""
    for read in date_texts(markup):
        found = contradiction(read, markup)
        if found is not None:
            yield _report(document, read, found)


def _report(document: Document, read: DateText, found: Contradiction) -> Diagnostic:
    span, element = read.span, read.element
    says = text_of(element) or " ".join(f"{each.attribute} {' '.join(each.values)}" for each in found.customs)
    meant = "another date"
    if found.is_no_day:
        meant = f"no day of the {calendar_named(span.calendar).title} calendar"
    elif span.days is not None and span.calendar != "gregorian":
        meant = f"{_day(span.days)} ({calendar_named(span.calendar).title} calendar)"
    message = f'the text "{read.text}" of "{label(element)}" is {meant}, but the attributes say {says}'
    return report(CODE, document, element, None, message, hint=_hint(read, found))


def _hint(read: DateText, found: Contradiction) -> str:
    span, attributes = read.span, found.days
    if found.is_no_day:
        return "look at the source; if it is wrong itself, say so with sic and corr, or a note"
    if span.kind == "recurring" and not read.is_labelled and attributes is not None and _recurs(span.value, attributes):
        return "is the text in the Julian calendar? Then say so with calendar"
    if span.days is None or attributes is None or span.days.first != span.days.last:
        return "one of the two is wrong"
    right = write_w3c(span.days.first)
    apart = attributes.first - span.days.first
    if attributes.first != attributes.last:
        return f"the text is {right}"
    if share_a_day(attributes, found.customs):
        return f"the attributes agree with each other, and the text is {right}: is it a slip, or is the source wrong?"
    if span.calendar == "gregorian" and not read.is_labelled and _is_julian(span.value, attributes):
        return (
            f"they are {apart} days apart: is the text in the Julian calendar? Then say so with calendar, and give its "
            f'day with when-custom="{span.value}" and datingMethod'
        )
    if span.calendar == "julian" and from_day_number(attributes.first, "gregorian") == _numbers(span.value):
        return f'the Julian day stands in the attribute, which is always Gregorian: write when="{right}"'
    return f'write when="{right}", or mend the text'


def _is_julian(value: str, days: Interval) -> bool:
    try:
        return counted(value, calendar_named("julian")).days == days
    except DateError:
        return False


def _recurs(value: str, days: Interval) -> bool:
    """Tell whether a day without a year is the Julian one of a single day."""
    if days.first != days.last:
        return False
    _, month, day = from_day_number(days.first, "julian")
    return value in (f"--{month:02}-{day:02}", f"---{day:02}")


def _numbers(value: str) -> tuple[int, ...]:
    return tuple(int(part) for part in value.split("-") if part)


def _day(days: Interval) -> str:
    return write_w3c(days.first) if days.first == days.last else f"{write_w3c(days.first)} to {write_w3c(days.last)}"
