"""A custom date that its calendar does not have."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.custom_dates import counted, custom_dates
from teikit.checks.report import label, report
from teikit.dates import DateError
from teikit.dates.errors import UnknownYearError
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI009",
    "impossible-custom-date",
    Severity.ERROR,
    "a custom date that its calendar does not have",
    "TEI P5 Guidelines, att.datable.custom",
    Page(
        "a `-custom` value in the form year-month-day whose year, month or day does not exist in the calendar of "
        "`@datingMethod`: month 13, 31 November, 30 Safar, a Minguo year 0, a leap month that was not. "
        "Forms of the project's own are not judged, nor years beyond what teikit knows of a calendar.",
        "A day that never was cannot be converted, and nobody can tell which one was meant.",
        '<p><date when-custom="1917-11-31" datingMethod="https://example.org/#julian">31 November</date></p>',
        '<p><date when-custom="1917-11-30" datingMethod="https://example.org/#julian">30 November</date></p>',
        "TEI004",
    ),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each custom value that cannot be."""
    for date in custom_dates(markup):
        for value in dict.fromkeys(date.values):
            try:
                counted(value, date.calendar)
            except UnknownYearError:
                continue
            except DateError as error:
                if error.part not in ("form", "calendar"):
                    message = f'{date.attribute} of "{label(date.element)}" is no date: {error.message}'
                    hint = f"the {error.part} is not one of the {date.calendar.title} calendar ({date.calendar.form})"
                    yield report(CODE, document, date.element, date.attribute, message, hint=hint)
