"""An xml:id that stands twice."""

from collections.abc import Iterator

from teikit.checks.report import XML_ID, label, report
from teikit.diagnostics import Code, Diagnostic, Page, Related, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI001",
    "duplicate-id",
    Severity.ERROR,
    "an xml:id that another element of the document has",
    "xml:id Version 1.0, §4; TEI P5 Guidelines, att.global",
    Page(
        "the second and every later element with the same `xml:id`.",
        "An id names one element. A pointer to an id that stands twice leads to the first of them only, and most "
        "programs do not say so.",
        '<div>\n  <p xml:id="note">One.</p>\n  <p xml:id="note">Two.</p>\n</div>',
        '<div>\n  <p xml:id="note-1">One.</p>\n  <p xml:id="note-2">Two.</p>\n</div>',
        "TEI002",
    ),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each later use of an id; the first use is related."""
    seen: set[str] = set()
    for name, element in markup.occurrences:
        if name not in seen:
            seen.add(name)
            continue
        first = markup.ids[name]
        place = document.locate(first)
        yield report(
            CODE,
            document,
            element,
            XML_ID,
            f'xml:id "{name}" of "{label(element)}" is already the id of "{label(first)}" in line {place.line}',
            hint=f'give one of them an id of its own; pointers to "#{name}" lead to the first',
            related=(Related(place, f'the first "{name}"'),),
        )
