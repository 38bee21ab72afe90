"""A calendar for a text that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.report import label, report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI018",
    "calendar-on-nothing",
    Severity.ERROR,
    "@calendar on an element without text",
    "TEI P5 Guidelines, att.calendarSystem",
    Page(
        "a `@calendar` on an element that has no text, not even inside other elements.",
        "`@calendar` says in which calendar the *text* of a date is written; the attributes are always Gregorian. "
        "Where the calendar of `@when-custom` is meant, the attribute is `@datingMethod`.",
        '<p><date when="1917-12-05" calendar="https://example.org/#julian"/></p>',
        '<p><date when="1917-12-05" calendar="https://example.org/#julian">22 November</date></p>',
        "TEI004, TEI007",
    ),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such element."""
    for element in markup.having.get("calendar", ()):
        if element.get("calendar") and not any(str(text).strip() for text in element.itertext()):
            message = f'"{label(element)}" has a calendar, but no text that could be written in it'
            custom = any(str(name).endswith("-custom") for name in element.attrib)
            hint = "for the calendar of a -custom attribute write datingMethod" if custom else "remove @calendar"
            yield report(CODE, document, element, "calendar", message, hint=hint)
