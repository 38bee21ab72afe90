"""Speech without words."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.report import label, report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI026",
    "empty-said",
    Severity.WARNING,
    "a said or q without content",
    "TEI P5 Guidelines, 3.3.3 (Quotation)",
    Page(
        "a `said`, `q` or `quote` that has no text and no element in it. One that copies another (`@copyOf`, "
        "`@sameAs`) passes, and so does one that holds a `gap`.",
        "Nothing is said there. Mostly the tags were set and the words left outside of them.",
        '<p><said who="https://example.org/#li"/>I met him.</p>',
        '<p><said who="https://example.org/#li">I met him.</said></p>',
        "TEI003",
    ),
)

_SPEECH = ("said", "q", "quote")
_COPIES = ("copyOf", "sameAs", "corresp")


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such element."""
    for element in (element for name in _SPEECH for element in markup.named.get(name, ())):
        if any(element.get(name) for name in _COPIES):
            continue
        has_element = next(element.iterchildren("*"), None) is not None
        if not has_element and not "".join(map(str, element.itertext())).strip():
            message = f'"{label(element)}" is empty: nobody says anything'
            hint = "put the words that are said into it, or a <gap/> if they are lost"
            yield report(CODE, document, element, None, message, hint=hint)
