"""An ISO date that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.custom_dates import ATTRIBUTES
from teikit.checks.from_after_to import NOT_DATES
from teikit.checks.report import label, report
from teikit.dates import DateError, parse_iso
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document, local_name

CODE = Code(
    "TEI033",
    "impossible-iso-date",
    Severity.ERROR,
    "a date in ISO's form that does not exist",
    "TEI P5 Guidelines, att.datable.iso; ISO 8601-1:2019, 5.2",
    Page(
        "`@when-iso`, `@notBefore-iso` and so on whose month or day does not exist: 31 November, week 53 of a year "
        "that has 52. Forms that are not read here (times alone, durations) are not judged. `@when` itself is "
        "checked by the schema, which knows W3C's dates, but of ISO's only the characters.",
        "A day that never was cannot be sorted, and nobody can tell which one was meant.",
        '<p><date when-iso="1917-11-31">31 November</date></p>',
        '<p><date when-iso="1917-11-30">30 November</date></p>',
        "TEI009, TEI032",
    ),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each ISO value whose month or day does not exist."""
    for name in ATTRIBUTES:
        for element in markup.having.get(f"{name}-iso", ()):
            if local_name(str(element.tag)) in NOT_DATES:
                continue
            value = element.get(f"{name}-iso", "")
            try:
                parse_iso(value)
            except DateError as error:
                if error.part != "form":
                    message = f'{name}-iso of "{label(element)}" is no date: {error.message}'
                    hint = f"the {error.part} does not exist in the Gregorian calendar"
                    yield report(CODE, document, element, f"{name}-iso", message, hint=hint)
