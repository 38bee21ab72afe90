"""A range of dates that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.custom_dates import Counted, CustomDate, counted, custom_dates_of
from teikit.checks.report import label, report
from teikit.dates import DateError, parse_iso, parse_w3c
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document, local_name

if TYPE_CHECKING:
    from lxml import etree

CODE = Code(
    "TEI005",
    "from-after-to",
    Severity.ERROR,
    "a range of dates ends before it begins",
    "TEI P5 Guidelines, att.datable.w3c and att.datable.iso",
    Page(
        "`@from` after `@to`, or `@notBefore` after `@notAfter`, in the W3C, the ISO or the custom form (where "
        "`@datingMethod` names a calendar that is known). A year or a month is taken as a whole: from 1918-03 to 1918 "
        "is no fault. Pages and pointers, which some elements have in `@from` and `@to`, are not dates.",
        "No day lies in such a range, so whatever is dated by it is found nowhere.",
        '<p><date from="1918-02-14" to="1918-01-13">a month</date></p>',
        '<p><date from="1918-01-13" to="1918-02-14">a month</date></p>',
        "TEI006",
    ),
)

NOT_DATES = frozenset(["app", "arc", "biblScope", "citedRange", "locus", "rt", "span"])
"""Elements whose `@from` and `@to` are pages or pointers."""

_PAIRS = (
    ("from", "to", parse_w3c),
    ("notBefore", "notAfter", parse_w3c),
    ("from-iso", "to-iso", parse_iso),
    ("notBefore-iso", "notAfter-iso", parse_iso),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pair of attributes whose first is wholly after its second."""
    for first, last, parse in _PAIRS:
        for element in markup.having.get(first, ()):
            if local_name(str(element.tag)) in NOT_DATES:
                continue
            start, end = element.get(first), element.get(last)
            if not start or not end:
                continue
            try:
                is_reversed = parse(end).before(parse(start))
            except DateError:
                continue
            if is_reversed:
                yield _report(document, element, first, last)
    yield from _custom(document, markup)


def _custom(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    for element in markup.having.get("datingMethod", ()):
        found = {date.name: date for date in custom_dates_of(element, markup) if len(date.values) == 1}
        for first, last in (("from", "to"), ("notBefore", "notAfter")):
            if first not in found or last not in found:
                continue
            try:
                start, end = (counted(found[name].values[0], found[name].calendar) for name in (first, last))
            except DateError:
                continue
            if end.days.before(start.days) and not any(map(_is_told, (found[first], found[last]), (start, end))):
                yield _report(document, element, f"{first}-custom", f"{last}-custom")


def _is_told(date: CustomDate, ours: Counted) -> bool:
    """Tell whether the Gregorian date beside it is another one, which TEI004 says."""
    try:
        return not parse_w3c(date.element.get(date.name, "")).overlaps(ours.allowed)
    except DateError:
        return False


def _report(document: Document, element: etree._Element, first: str, last: str) -> Diagnostic:
    message = f'{first}="{element.get(first)}" of "{label(element)}" is after {last}="{element.get(last)}"'
    return report(CODE, document, element, first, message, hint="were the two exchanged?")
