"""A date in a calendar that its place did not use at that time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from teikit.checks.custom_dates import ATTRIBUTES
from teikit.checks.date_text import DateText, date_texts
from teikit.checks.dated import actions
from teikit.checks.report import label, report
from teikit.dates import write_w3c
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import TEI, Document, clark, local_name

if TYPE_CHECKING:
    from lxml import etree

    from teikit.dates.adoption import Switch, Use

CODE = Code(
    "TEI037",
    "calendar-of-the-place",
    Severity.WARNING,
    "a date is in a calendar that its place did not use, or does not say in which it is",
    "TEI P5 Guidelines, 2.4.5 (Calendar Description) and att.calendarSystem",
    Page(
        "a day in the text that is labelled as Julian (by `@calendar`, or O.S. in the text) although its place had "
        "only the Gregorian calendar by then; and a day of the text without any label from a time when the place did "
        "not use the Gregorian calendar, although it was there, from 1582 on (one report for a document). The place "
        "is the one in the same `dateline`, `opener`, `creation` or `correspAction`; for the dateline of a letter "
        "also where `correspDesc` says it was sent from; else `place` in `[dates]` of teikit.toml. Where none says a "
        "country or a town that is known, nothing is judged.",
        "The day is some days off in one of the two readings, and a reader cannot tell which one is meant. People did "
        "go on with the old calendar, and editors do convert silently: hence a warning. A `@calendar` settles it.",
        '<opener><dateline><placeName>Petrograd, Russia</placeName>, <date when="1919-02-04" '
        'calendar="https://example.org/#julian">22 January 1919</date></dateline></opener>',
        '<opener><dateline><placeName>Petrograd, Russia</placeName>, <date when="1918-02-04" '
        'calendar="https://example.org/#julian">22 January 1918</date></dateline></opener>',
        "TEI030, TEI021",
    ),
)

_AROUND = ("dateline", "opener", "closer", "creation", "correspAction")
_EDITORS = ("teiHeader", "person")
_PLACES = ("country", "settlement", "placeName", "region")
_NEW_STYLE = re.compile(r"N\.\s?S\b|new style|n\.\s?st\b|н\.\s?ст|нов(?:ый|ого) стил", re.IGNORECASE)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each Julian day after the switch, and one for all unlabelled days before it."""
    unlabelled: list[tuple[DateText, Use]] = []
    sent_from = _sent_from(markup)
    for read in date_texts(markup):
        days = read.span.days
        if days is None or read.span.kind != "day":
            continue
        place = _place(read.element, sent_from) or markup.conventions.place
        if not place:
            continue
        switch, use = _switch(place), _use(place, days.first)
        if read.span.calendar == "julian" and switch is not None and days.first >= switch.done:
            yield _after(document, read, switch)
        elif use is not None and "gregorian" not in use.calendars and _is_unlabelled(read) and _is_text(read.element):
            unlabelled.append((read, use))
    if unlabelled:
        yield _before(document, *unlabelled[0], len(unlabelled) - 1)


def _around(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(*(clark(TEI, name) for name in _AROUND)), None)


def _place(element: etree._Element, sent_from: str) -> str:
    """Return the place that the text around a date names, else that of the letter, if it is known, or ''."""
    above = _around(element)
    if above is None:
        return ""
    is_letter = local_name(str(above.tag)) in ("dateline", "opener", "closer")
    return _named_in(above) or (sent_from if is_letter else "")


def _sent_from(markup: Markup) -> str:
    """Return the place that the only letter of a document was sent from, if it is known, or ''."""
    descriptions = markup.named.get("correspDesc", [])
    if len(descriptions) != 1:
        return ""
    places = {_named_in(action) for action in actions(descriptions[0], "sent")}
    return places.pop() if len(places) == 1 else ""


def _named_in(above: etree._Element) -> str:
    for name in _PLACES:
        for place in above.iterdescendants(clark(TEI, name)):
            text = " ".join("".join(map(str, place.itertext())).split())
            if text and _switch(text) is not None:
                return text
    return ""


@lru_cache(maxsize=1024)
def _switch(place: str) -> Switch | None:
    from teikit.dates.adoption import switch

    return switch(place)


@lru_cache(maxsize=4096)
def _use(place: str, day: int) -> Use | None:
    from teikit.dates.adoption import calendar_in_use

    return calendar_in_use(place, day)


def _is_text(element: etree._Element) -> bool:
    """Tell whether a date is not in the header or the entry of a person, where the editors speak."""
    return next(element.iterancestors(*(clark(TEI, name) for name in _EDITORS)), None) is None


def _is_unlabelled(read: DateText) -> bool:
    """Tell whether nothing says in which calendar a date is: no attribute, no mark, no second day beside it."""
    element = read.element
    above = _around(element)
    if above is not None and any(date.get("calendar") for date in above.iterdescendants(clark(TEI, "date"))):
        return False
    custom = any(element.get(f"{name}-custom") for name in ATTRIBUTES)
    if read.may_be_julian:
        # Everybody knows that it is.
        return False
    is_plain = read.span.calendar == "gregorian" and not read.span.others
    return is_plain and not read.is_labelled and not custom and not _NEW_STYLE.search(read.span.text)


def _after(document: Document, read: DateText, switch: Switch) -> Diagnostic:
    message = (
        f'the text "{read.text}" of "{label(read.element)}" is Julian, but {switch.place} had only the Gregorian '
        f"calendar from {write_w3c(switch.done)} on"
    )
    hint = f"in the Julian calendar it is {_day(read)}; if the day is Gregorian, remove the calendar"
    return report(CODE, document, read.element, None, message, hint=hint)


def _before(document: Document, read: DateText, use: Use, more: int) -> Diagnostic:
    names = " or ".join(name.capitalize() for name in use.calendars)
    others = f" ({more} more)" if more else ""
    message = (
        f'the text "{read.text}" of "{label(read.element)}" does not say its calendar, and in {use.place} the '
        f"{names} calendar was in use{others}"
    )
    hint = "say with calendar in which one the text is; when is always Gregorian"
    return report(CODE, document, read.element, None, message, hint=hint)


def _day(read: DateText) -> str:
    return "" if read.span.days is None else write_w3c(read.span.days.first)
