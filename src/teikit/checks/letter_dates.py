"""A letter whose dates of sending disagree."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.dated import Dated, actions, dates, text_of
from teikit.checks.report import report
from teikit.diagnostics import Code, Diagnostic, Page, Related, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI021",
    "letter-dates",
    Severity.WARNING,
    "the date of sending is another one in correspDesc than in the letter",
    "TEI P5 Guidelines, 2.4.6 (Correspondence Description) and 4.2.2 (Openers and Closers)",
    Page(
        "a `correspAction` of type sent whose days share none with any `date` in a `dateline` of the text; or with any "
        "`date` of `creation` in the header. Documents with several `correspDesc`, and dates without attributes, are "
        "not judged. Dates that are not exact count as the whole time that they span.",
        "Lists of letters are sorted by the one, readers see the other. Often one is the day of the source's own "
        "calendar: `@when` is always Gregorian.",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><correspDesc><correspAction type="sent">'
        '<date when="1918-02-04"/></correspAction></correspDesc></profileDesc></teiHeader><text><body><opener>'
        '<dateline><date when="1918-01-22">22 January</date></dateline></opener></body></text></TEI>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><correspDesc><correspAction type="sent">'
        '<date when="1918-02-04"/></correspAction></correspDesc></profileDesc></teiHeader><text><body><opener>'
        '<dateline><date when="1918-02-04">4 February</date></dateline></opener></body></text></TEI>',
        "TEI006, TEI004",
    ),
)

_PLACES = (("dateline", "the dateline"), ("creation", "creation in the header"))


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for the dateline, and one for `creation`, that disagree with the date of sending."""
    descriptions = markup.named.get("correspDesc", [])
    if len(descriptions) != 1:
        return
    sent = [date for action in actions(descriptions[0], "sent") for date in dates(action)]
    if not sent:
        return
    for name, words in _PLACES:
        found = [date for element in markup.named.get(name, ()) for date in dates(element)]
        if found and not any(one.days.overlaps(other.days) for one in found for other in sent):
            yield _report(document, found[0], sent[0], words)


def _report(document: Document, found: Dated, sent: Dated, words: str) -> Diagnostic:
    place = document.locate(sent.element)
    message = f"{words} says {text_of(found.element)}, but correspDesc says {text_of(sent.element)} (line {place.line})"
    days = sent.days.first - found.days.first
    hint = "one of the two is wrong"
    if abs(days) in (10, 11, 12, 13):
        hint = f"they are {abs(days)} days apart: is one of them in the Julian calendar? @when is always Gregorian"
    related = (Related(place, "the date of sending"),)
    return report(CODE, document, found.element, None, message, hint=hint, related=related)
