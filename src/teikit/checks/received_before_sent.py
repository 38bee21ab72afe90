"""A letter that arrived before it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from teikit.checks.report import report
from teikit.dates import DateError, Interval, parse_iso, parse_w3c
from teikit.diagnostics import Code, Diagnostic, Page, Related, Severity
from teikit.project.markup import Markup
from teikit.xml import TEI, Document, clark

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

_ALWAYS = 10**9


class _Dated(NamedTuple):
    element: etree._Element
    days: Interval


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each received action whose days are all before those of the sent ones."""
    for element in markup.elements:
        if element.tag != clark(TEI, "correspDesc"):
            continue
        sent = [date for action in _actions(element, "sent") for date in _dates(action)]
        if not sent:
            continue
        earliest = min(sent, key=lambda date: date.days.first)
        for action in _actions(element, "received"):
            received = max(_dates(action), key=lambda date: date.days.last, default=None)
            if received is not None and received.days.last < earliest.days.first:
                yield _report(document, received.element, earliest.element)


def _report(document: Document, received: etree._Element, sent: etree._Element) -> Diagnostic:
    place = document.locate(sent)
    message = f"received ({_text(received)}) before it was sent ({_text(sent)}, line {place.line})"
    hint = "were the two exchanged, or is one of them not Gregorian?"
    return report(CODE, document, received, None, message, hint=hint, related=(Related(place, "the date of sending"),))


def _actions(description: etree._Element, kind: str) -> Iterator[etree._Element]:
    for action in description.iterdescendants(clark(TEI, "correspAction")):
        if action.get("type") == kind:
            yield action


def _dates(action: etree._Element) -> Iterator[_Dated]:
    for element in action.iterdescendants(clark(TEI, "date")):
        days = _days(element)
        if days is not None:
            yield _Dated(element, days)


def _days(element: etree._Element) -> Interval | None:
    """Return the days that an element's attributes allow, open ends far away; None where they say nothing."""
    for suffix, parse in (("", parse_w3c), ("-iso", parse_iso)):
        values = {name: element.get(name + suffix) for name in ("when", "from", "to", "notBefore", "notAfter")}
        try:
            days = {name: parse(value) for name, value in values.items() if value}
        except DateError:
            return None
        if "when" in days:
            return days["when"]
        if days:
            first = min((days[name].first for name in ("from", "notBefore") if name in days), default=-_ALWAYS)
            last = max((days[name].last for name in ("to", "notAfter") if name in days), default=_ALWAYS)
            return Interval(first, last)
    return None


def _text(element: etree._Element) -> str:
    names = ("when", "from", "to", "notBefore", "notAfter")
    written = (f"{name}{suffix}" for suffix in ("", "-iso") for name in names)
    return " ".join(f"{name} {element.get(name)}" for name in written if element.get(name))
