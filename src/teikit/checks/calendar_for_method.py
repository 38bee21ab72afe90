"""`@calendar` where `@datingMethod` is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.custom_dates import ATTRIBUTES
from teikit.checks.report import label, report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

if TYPE_CHECKING:
    from lxml import etree

CODE = Code(
    "TEI034",
    "calendar-for-method",
    Severity.WARNING,
    "@calendar stands where @datingMethod is needed",
    "TEI P5 Guidelines, att.datable.custom and att.calendarSystem",
    Page(
        "an element with a `-custom` date and `@calendar`, but no `@datingMethod`; and an element with `@datingMethod` "
        "and another date, in its attributes or its text, but no `-custom` date. One report for each of the two in a "
        "document, at its first place, with the number of all. An element that says no date at all is not judged.",
        "`@calendar` says in which calendar the *text* is written, `@datingMethod` in which one the `-custom` "
        "attributes are. The two are often taken for each other, and then nobody can compute with the date.",
        '<p><date when="1917-12-05" when-custom="1917-11-22" calendar="https://example.org/#julian">22 '
        "November</date></p>",
        '<p><date when="1917-12-05" when-custom="1917-11-22" datingMethod="https://example.org/#julian">22 '
        "November</date></p>",
        "TEI018, TEI007, TEI004",
    ),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield at most one diagnostic for each of the two mistakes."""
    customs = [f"{name}-custom" for name in ATTRIBUTES]
    dated = {element: name for name in reversed(customs) for element in markup.having.get(name, ())}
    without = [
        element
        for element in markup.having.get("calendar", ())
        # Of an element without text, TEI018 says it.
        if element in dated
        and not element.get("datingMethod")
        and any(str(text).strip() for text in element.itertext())
    ]
    if without:
        first = without[0]
        message = (
            f'{dated[first]} of "{label(first)}" has no datingMethod, only a calendar, which is that of the text'
            f"{_more(len(without))}"
        )
        hint = f'write datingMethod="{first.get("calendar")}" for the calendar of {dated[first]}'
        yield report(CODE, document, first, "calendar", message, hint=hint)
    idle = [element for element in markup.having.get("datingMethod", ()) if element not in dated and _is_date(element)]
    if idle:
        first = idle[0]
        message = f'datingMethod of "{label(first)}" says nothing: it has no -custom date{_more(len(idle))}'
        hint = "for the calendar of the text write calendar, or give the date of the source in when-custom"
        yield report(CODE, document, first, "datingMethod", message, hint=hint)


def _is_date(element: etree._Element) -> bool:
    """Tell whether an element says a date; `(?)` and an empty element do not."""
    if any(element.get(name) or element.get(f"{name}-iso") for name in ATTRIBUTES):
        return True
    return any(character.isdigit() for text in element.itertext() for character in str(text))


def _more(number: int) -> str:
    return f" ({number - 1} more)" if number > 1 else ""
