"""A person who dies before being born."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.dated import days_of, text_of
from teikit.checks.report import report
from teikit.diagnostics import Code, Diagnostic, Page, Related, Severity
from teikit.project.markup import Markup
from teikit.xml import TEI, Document, clark

CODE = Code(
    "TEI036",
    "death-before-birth",
    Severity.ERROR,
    "a person dies before being born",
    "TEI P5 Guidelines, 14.3.2 (The Person Element)",
    Page(
        "a `person` whose `death` is wholly before the `birth`. Where there are several of one kind, from several "
        "sources, all of the deaths must be before all of the births.",
        "One of the two dates is wrong; often a sign is missing, or two digits are exchanged.",
        '<listPerson><person><birth when="1873"/><death when="1837-02-10"/></person></listPerson>',
        '<listPerson><person><birth when="1799-06-06"/><death when="1837-02-10"/></person></listPerson>',
        "TEI005",
    ),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such person."""
    for person in markup.named.get("person", ()):
        births = [(days, each) for each in person.iterchildren(clark(TEI, "birth")) if (days := days_of(each))]
        deaths = [(days, each) for each in person.iterchildren(clark(TEI, "death")) if (days := days_of(each))]
        if not births or not deaths:
            continue
        born = min(births, key=lambda found: found[0].first)
        died = max(deaths, key=lambda found: found[0].last)
        if died[0].before(born[0]):
            place = document.locate(born[1])
            message = f"death ({text_of(died[1])}) is before birth ({text_of(born[1])}, line {place.line})"
            related = (Related(place, "the birth"),)
            yield report(CODE, document, died[1], None, message, hint="one of the two is wrong", related=related)
