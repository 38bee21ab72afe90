"""A letter that arrived before it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.dated import actions, dates, text_of
from teikit.checks.report import report
from teikit.diagnostics import Code, Diagnostic, Page, Related, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

if TYPE_CHECKING:
    from lxml import etree

CODE = Code(
    "TEI006",
    "received-before-sent",
    Severity.ERROR,
    "a letter is received before it is sent",
    "TEI P5 Guidelines, 2.4.6 (Correspondence Description)",
    Page(
        "a `correspDesc` where the latest day of a `correspAction` of type received is before the earliest day of "
        "those of type sent. Dates that are not exact count as the whole time that they span; where one is open, "
        "nothing is said.",
        "One of the two dates is wrong, or they are in two calendars: `@when` is always Gregorian.",
        '<correspDesc>\n  <correspAction type="sent"><date when="1918-02-12"/></correspAction>\n'
        '  <correspAction type="received"><date when="1918-01-19"/></correspAction>\n</correspDesc>',
        '<correspDesc>\n  <correspAction type="sent"><date when="1918-01-19"/></correspAction>\n'
        '  <correspAction type="received"><date when="1918-02-12"/></correspAction>\n</correspDesc>',
        "TEI005, TEI004",
    ),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each received action whose days are all before those of the sent ones."""
    for element in markup.named.get("correspDesc", ()):
        sent = [date for action in actions(element, "sent") for date in dates(action)]
        if not sent:
            continue
        earliest = min(sent, key=lambda date: date.days.first)
        for action in actions(element, "received"):
            received = max(dates(action), key=lambda date: date.days.last, default=None)
            if received is not None and received.days.last < earliest.days.first:
                yield _report(document, received.element, earliest.element)


def _report(document: Document, received: etree._Element, sent: etree._Element) -> Diagnostic:
    place = document.locate(sent)
    message = f"received ({text_of(received)}) before it was sent ({text_of(sent)}, line {place.line})"
    hint = "were the two exchanged, or is one of them not Gregorian?"
    return report(CODE, document, received, None, message, hint=hint, related=(Related(place, "the date of sending"),))
