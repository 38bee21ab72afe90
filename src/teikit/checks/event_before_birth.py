"""Something in the life of a person that is before the birth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.dated import Dated, days_of, text_of
from teikit.checks.report import label, report
from teikit.dates import DateError, Interval, parse_iso, parse_w3c
from teikit.diagnostics import Code, Diagnostic, Page, Related, Severity
from teikit.project.markup import Markup
from teikit.xml import TEI, Document, clark

if TYPE_CHECKING:
    from lxml import etree

CODE = Code(
    "TEI039",
    "event-before-birth",
    Severity.WARNING,
    "something in the life of a person is before the birth",
    "TEI P5 Guidelines, 14.3.2 (The Person Element)",
    Page(
        "an `event`, `education`, `occupation`, `affiliation`, `residence` or `floruit` in a `person` that lies, or "
        "begins, before the `birth`. Where there are several births, from several sources, it must be before all of "
        "them. What comes after the death is not judged: there are funerals, and honours.",
        "One of the two dates is wrong, or the entry mixes two persons of one name.",
        '<listPerson><person><birth when="1894"/><occupation from="1849">clerk</occupation></person></listPerson>',
        '<listPerson><person><birth when="1829"/><occupation from="1849" to="1860">clerk</occupation></person>'
        "</listPerson>",
        "TEI036, TEI035",
    ),
)

_LIFE = ("event", "education", "occupation", "affiliation", "residence", "floruit")


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such element."""
    for name in _LIFE:
        for element in markup.named.get(name, ()):
            days = days_of(element)
            person = None if days is None else next(element.iterancestors(clark(TEI, "person")), None)
            born = None if person is None else _birth(person)
            if days is None or born is None or not _first(element, days).before(born.days):
                continue
            place = document.locate(born.element)
            message = (
                f"{label(element)} ({text_of(element)}) is before the birth of the person ({text_of(born.element)}, "
                f"line {place.line})"
            )
            related = (Related(place, "the birth"),)
            hint = "one of the two dates is wrong, or they are of two persons"
            yield report(CODE, document, element, None, message, hint=hint, related=related)


def _first(element: etree._Element, days: Interval) -> Interval:
    """Return the days on which something may have begun: those of `@from`, else all that it may have been on."""
    for attribute, parse in (("from", parse_w3c), ("from-iso", parse_iso)):
        value = element.get(attribute)
        if not value or element.get(attribute.replace("from", "when")):
            continue
        try:
            return parse(value)
        except DateError:
            return days
    return days


def _birth(person: etree._Element) -> Dated | None:
    """Return the earliest birth of a person that has a date, or None."""
    births = [
        Dated(each, days) for each in person.iterchildren(clark(TEI, "birth")) if (days := days_of(each)) is not None
    ]
    return min(births, key=lambda birth: birth.days.first, default=None)
