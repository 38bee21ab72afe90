"""A picture of which nobody is told whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.report import report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import TEI, Document, clark

if TYPE_CHECKING:
    from lxml import etree

CODE = Code(
    "TEI020",
    "image-without-credit",
    Severity.INFO,
    "a figure shows a picture, but does not say where it comes from",
    "TEI P5 Guidelines, 14.4 (The figure Element) and 3.10 (Graphics and Other Non-textual Components)",
    Page(
        "a `figure` with a `graphic` or `media` of its own that has nothing that could be a credit: no `bibl`, `desc`, "
        "`note`, `p`, `ab`, `ref` or `ptr`, and no `@source`, `@decls` or `@corresp` on it or the picture. A title "
        "(`head`) and a description (`figDesc`) are no credits. The pages of a `facsimile` are not judged.",
        "An archive asks of each picture that its origin and its licence be stated; readers ask, too.",
        '<figure><graphic url="https://example.org/portrait.jpg"/></figure>',
        '<figure><graphic url="https://example.org/portrait.jpg"/><bibl type="credit">Photographer not '
        "known.</bibl></figure>",
        "TEI013, TEI014",
    ),
)

_PICTURES = tuple(clark(TEI, name) for name in ("graphic", "media", "binaryObject"))
_WORDS = tuple(clark(TEI, name) for name in ("bibl", "biblStruct", "desc", "note", "p", "ab", "ref", "ptr"))
_ELSEWHERE = ("source", "decls", "corresp", "sameAs", "copyOf")


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such figure."""
    for element in markup.named.get("figure", ()):
        pictures = list(element.iterchildren(*_PICTURES))
        if pictures and not _has_credit(element, pictures):
            message = f'the figure shows "{pictures[0].get("url", "")}" without a credit'
            hint = 'add <bibl type="credit"> with its maker, its origin and its licence'
            yield report(CODE, document, element, None, message, hint=hint)


def _has_credit(figure: etree._Element, pictures: list[etree._Element]) -> bool:
    if any(each.get(attribute) for each in (figure, *pictures) for attribute in _ELSEWHERE):
        return True
    return next(figure.iterdescendants(*_WORDS), None) is not None
