"""A custom date and a Gregorian date on one element that are different days."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from teikit.checks.custom_dates import Counted, CustomDate, counted, custom_dates_of
from teikit.checks.dated import days_of, spanned, text_of
from teikit.checks.report import label, report
from teikit.dates import DateError, Interval, parse_iso, parse_w3c, write_iso, write_w3c
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI004",
    "custom-date-mismatch",
    Severity.ERROR,
    "a custom date and the Gregorian date beside it are different days",
    "TEI P5 Guidelines, att.datable.custom and att.datable.w3c",
    Page(
        "`@when-custom` against `@when` (and so on for `notBefore`, `notAfter`, `from`, `to`, and the `-iso` forms; "
        "where none has its counterpart, all of them against all), where `@datingMethod` names a calendar that teikit "
        "knows: Gregorian, Julian, Minguo, Chinese, Ottoman fiscal, Islamic, Hebrew, French Republican, Coptic, "
        "Byzantine, Japanese, or a reign that `calendarDesc` declares. Custom values are read as year-month-day of "
        "that calendar; a year or a month agrees with every day in it, and an Islamic date with the day before and "
        "after, because months began with the sight of the moon. Custom values in a form of the project's own, and "
        "calendars that are not known, are not judged.",
        "`@when` is always Gregorian, whatever the source says. The classic mistake is to copy the day of the source "
        "into both: then every time line and every sorted list is some days wrong.",
        '<p><date when="1917-11-22" when-custom="1917-11-22" datingMethod="https://example.org/#julian">22 '
        "November</date></p>",
        '<p><date when="1917-12-05" when-custom="1917-11-22" datingMethod="https://example.org/#julian">22 '
        "November</date></p>",
        "TEI009, TEI007, TEI030",
    ),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each custom value that shares no day with the Gregorian value in its place.

    Where an element has none in the place of any, all of them together are compared.
    """
    for element in markup.having.get("datingMethod", ()):
        customs = list(custom_dates_of(element, markup))
        paired = [date for date in customs if element.get(date.name) or element.get(f"{date.name}-iso")]
        for date in paired:
            yield from _pairs(document, date)
        if customs and not paired:
            yield from _together(document, customs)


def _pairs(document: Document, date: CustomDate) -> Iterator[Diagnostic]:
    """Compare each value of a custom date with its counterparts: where these differ, one that agrees is enough."""
    for place, custom in enumerate(date.values):
        try:
            ours = counted(custom, date.calendar)
        except DateError:
            continue
        found = list(_counterparts(date, place))
        if found and not any(theirs.overlaps(ours.allowed) for _, _, theirs in found):
            yield _report(document, date, custom, ours, *found[0])


def _counterparts(date: CustomDate, place: int) -> Iterator[tuple[str, str, Interval]]:
    """Yield the attributes that say in Gregorian what a custom value does, with their values and days."""
    for attribute, parse in ((date.name, parse_w3c), (f"{date.name}-iso", parse_iso)):
        values = date.element.get(attribute, "").split()
        if len(values) != len(date.values):
            continue
        try:
            yield attribute, values[place], parse(values[place])
        except DateError:
            continue


def _together(document: Document, customs: list[CustomDate]) -> Iterator[Diagnostic]:
    first = customs[0]
    theirs = days_of(first.element)
    if theirs is None or any(len(date.values) != 1 for date in customs):
        return
    try:
        found = {date.name: counted(date.values[0], date.calendar) for date in customs}
    except DateError:
        return
    if theirs.overlaps(spanned({name: each.allowed for name, each in found.items()})):
        return
    ours = found[first.name]
    message = f"{_is(first, first.values[0], ours, write_w3c)}, but the attributes say {text_of(first.element)}"
    yield report(CODE, document, first.element, first.attribute, message, hint="one of the two is wrong")


def _report(
    document: Document, date: CustomDate, custom: str, ours: Counted, attribute: str, value: str, theirs: Interval
) -> Diagnostic:
    write = write_iso if attribute.endswith("-iso") else write_w3c
    message = f'{_is(date, custom, ours, write)}, but {attribute} says "{value}"'
    hint = _hint(date, attribute, ours.days, theirs, _written(ours.days, write))
    return report(CODE, document, date.element, date.attribute, message, hint=hint)


def _is(date: CustomDate, custom: str, ours: Counted, write: Callable[[int], str]) -> str:
    doubt = f", within {ours.tolerance} day" if ours.tolerance else ""
    named = f'{date.attribute}="{custom}" of "{label(date.element)}"'
    return f"{named} is {_written(ours.days, write)} ({date.calendar.title} calendar{doubt})"


def _written(days: Interval, write: Callable[[int], str]) -> str:
    return write(days.first) if days.first == days.last else f"{write(days.first)} to {write(days.last)}"


def _hint(date: CustomDate, attribute: str, ours: Interval, theirs: Interval, right: str) -> str:
    if ours.first != ours.last or theirs.first != theirs.last:
        return "one of the two is wrong"
    hint = f'write {attribute}="{right}"'
    try:
        other = date.calendar.write(date.calendar.date(theirs.first))
    except DateError:
        return hint
    hint += f', or {date.attribute}="{other}" if the Gregorian day is right'
    if date.calendar.name == "julian" and abs(theirs.first - ours.first) in (365, 366):
        hint += (
            "; if the year of the source began on another day than 1 January, write the year that began on 1 January"
        )
    return hint
