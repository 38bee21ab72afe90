"""A calendar that the document does not declare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from teikit.checks.nearest import Nearest
from teikit.checks.report import label, report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.registers import is_bare_name
from teikit.xml import Document

if TYPE_CHECKING:
    from lxml import etree

CODE = Code(
    "TEI007",
    "undeclared-calendar",
    Severity.WARNING,
    "@calendar or @datingMethod leads to no calendar element",
    "TEI P5 Guidelines, 2.4.5 (Calendar Description), att.calendarSystem, att.datable.custom",
    Page(
        "a `@calendar` or `@datingMethod` that is a bare word, or points into the document where no `calendar` has "
        "that id. One report for each value, at its first use. Pointers to other documents are not followed here.",
        "Both attributes hold pointers. What `julian` alone means only a person can guess: whether the year begins on "
        "1 January, for one, is what the `calendar` element in `calendarDesc` is there to say.",
        '<p><date when="1917-12-05" calendar="#julian">22 November 1917</date></p>',
        '<p><date when="1917-12-05" calendar="https://example.org/calendars#julian">22 November 1917</date></p>',
        "TEI004",
    ),
)

ATTRIBUTES = ("calendar", "datingMethod")


class _Use(NamedTuple):
    element: etree._Element
    attribute: str
    fault: str


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each value that leads to no calendar, with the number of its uses."""
    uses: dict[str, list[_Use]] = {}
    for element, attribute, pointers in markup.references:
        for pointer in dict.fromkeys(pointers) if attribute in ATTRIBUTES else ():
            fault = _fault(pointer, element, markup)
            if fault is not None:
                uses.setdefault(pointer, []).append(_Use(element, attribute, fault))
    nearest = Nearest(markup.calendars)
    for pointer, found in uses.items():
        element, attribute, fault = found[0]
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        message = f'"{pointer}" in {attribute} of "{label(element)}" {fault}{more}'
        hint = nearest.hint(pointer.lstrip("#")) or _declare(pointer)
        yield report(CODE, document, element, attribute, message, hint=hint)


def _fault(pointer: str, element: etree._Element, markup: Markup) -> str | None:
    """Return what is wrong with one pointer, or None."""
    if is_bare_name(pointer):
        return "is a word, not a pointer to a calendar"
    target = markup.target(pointer, element)
    if not target.is_local or target.fragment is None or target.fragment in markup.calendars:
        return None
    found = markup.ids.get(target.fragment)
    if found is not None:
        return f'points to "{label(found)}", not to a calendar'
    return None if markup.has_includes else "points to a calendar that the document does not declare"


def _declare(pointer: str) -> str:
    name = pointer.lstrip("#")
    return f'declare <calendar xml:id="{name}"> in calendarDesc (in profileDesc), and point to "#{name}"'
