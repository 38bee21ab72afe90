"""`@calendar` where `@datingMethod` is meant."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.custom_dates import ATTRIBUTES
from teikit.checks.report import label, report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI034",
    "calendar-for-method",
    Severity.WARNING,
    "@calendar stands where @datingMethod is needed",
    "TEI P5 Guidelines, att.datable.custom and att.calendarSystem",
    Page(
        "an element with a `-custom` date and `@calendar`, but no `@datingMethod`; and an element with "
        "`@datingMethod`, but no `-custom` date. One report for each of the two in a document, at its first place, "
        "with the number of all. Where the `-custom` date has a `@calendar` no check of its days is possible.",
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
    idle = [element for element in markup.having.get("datingMethod", ()) if element not in dated]
    if idle:
        first = idle[0]
        message = f'datingMethod of "{label(first)}" says nothing: it has no -custom date{_more(len(idle))}'
        hint = "for the calendar of the text write calendar, or give the date of the source in when-custom"
        yield report(CODE, document, first, "datingMethod", message, hint=hint)


def _more(number: int) -> str:
    return f" ({number - 1} more)" if number > 1 else ""
