"""A date in the label of an event that lies outside of the event."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.dated import dates, days_of, text_of
from teikit.checks.report import label, report
from teikit.diagnostics import Code, Diagnostic, Page, Related, Severity
from teikit.project.markup import Markup
from teikit.xml import TEI, Document, clark

CODE = Code(
    "TEI038",
    "date-outside-event",
    Severity.WARNING,
    "the date in the label of an event lies outside of the event",
    "TEI P5 Guidelines, 14.3.1 (Basic Principles) and att.datable.w3c",
    Page(
        "a `date` in the `label` or `head` of an `event` that shares no day with the event's own attributes. Dates in "
        "its description are not judged, for that may tell what was before and after.",
        "The label is what readers see, the attributes are what lists are sorted by. Often the one is the day of the "
        "source's own calendar: `@when` is always Gregorian.",
        '<listEvent><event when="1918-03-03"><label>Peace, <date when="1918-03-05">two days later</date></label>'
        "</event></listEvent>",
        '<listEvent><event when="1918-03-03"><label>Peace, <date when="1918-03-03">that day</date></label></event>'
        "</listEvent>",
        "TEI035, TEI030",
    ),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such date."""
    for event in markup.named.get("event", ()):
        around = days_of(event)
        if around is None:
            continue
        for title in event.iterchildren(clark(TEI, "label"), clark(TEI, "head")):
            for found in dates(title):
                if found.days.overlaps(around):
                    continue
                place = document.locate(event)
                message = (
                    f"the date ({text_of(found.element)}) in the {label(title)} of an event is outside of the event "
                    f"({text_of(event)}, line {place.line})"
                )
                related = (Related(place, "the event"),)
                hint = "one of the two dates is wrong, or one is not Gregorian"
                yield report(CODE, document, found.element, None, message, hint=hint, related=related)
