"""An event that lies outside of the event it is part of."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.dated import days_of, text_of
from teikit.checks.report import report
from teikit.diagnostics import Code, Diagnostic, Page, Related, Severity
from teikit.project.markup import Markup
from teikit.xml import TEI, Document, clark

CODE = Code(
    "TEI035",
    "event-outside-event",
    Severity.WARNING,
    "an event lies outside of the event it is part of",
    "TEI P5 Guidelines, 14.3.1 (Basic Principles) and att.datable.w3c",
    Page(
        "an `event` whose days share none with those of the nearest dated `event` around it, directly or in a "
        "`listEvent`. A year or a month counts as a whole, and where one end is open nothing is said of it.",
        "A part cannot be at another time than the whole: one of the two dates is wrong, or the event belongs "
        "elsewhere.",
        '<listEvent><event from="1917-12" to="1918-03"><label>Talks</label><event when="1919-01-05"><label>A recess'
        "</label></event></event></listEvent>",
        '<listEvent><event from="1917-12" to="1918-03"><label>Talks</label><event when="1918-01-05"><label>A recess'
        "</label></event></event></listEvent>",
        "TEI005",
    ),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such event."""
    for event in markup.named.get("event", ()):
        days = days_of(event)
        if days is None:
            continue
        for above in event.iterancestors(clark(TEI, "event")):
            around = days_of(above)
            if around is None:
                continue
            if not days.overlaps(around):
                place = document.locate(above)
                whole = f"{text_of(above)}, line {place.line}"
                message = f"the event ({text_of(event)}) is outside of the one around it ({whole})"
                related = (Related(place, "the event around it"),)
                yield report(
                    CODE, document, event, None, message, hint="one of the two dates is wrong", related=related
                )
            break
