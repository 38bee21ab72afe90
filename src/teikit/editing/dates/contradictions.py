"""What contradicts a date that is filled in: its text, its weekday, another of its attributes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from teikit.checks import custom_date_mismatch, from_after_to, text_and_attribute, w3c_and_iso, weekday_mismatch
from teikit.checks.date_text import date_texts
from teikit.editing.dates.wishes import DoubtError
from teikit.project.markup import Markup
from teikit.xml import Document

if TYPE_CHECKING:
    from lxml import etree

_CHECKS = (
    custom_date_mismatch.check,
    from_after_to.check,
    text_and_attribute.check,
    w3c_and_iso.check,
    weekday_mismatch.check,
)
_EXCLUSIVE = (
    *(("when", name) for name in ("notBefore", "notAfter", "from", "to")),
    ("from", "notBefore"),
    ("to", "notAfter"),
)
"""Attributes that TEI's rules forbid beside each other (att.datable.w3c)."""


def contradictions(document: Document, markup: Markup) -> dict[str, str]:
    """Return what the checks of dates say against an element, by its XPath."""
    found: dict[str, str] = {}
    for check in _CHECKS:
        for each in check(document, markup):
            found.setdefault((each.location.xpath or "").partition("/@")[0], each.message)
    return found


def unlabelled(markup: Markup) -> dict[etree._Element, str]:
    """Return the values of the texts that are whole dates, in a calendar that neither they nor `@calendar` say."""
    return {
        read.element: read.span.value
        for read in date_texts(markup)
        if read.span.calendar == "gregorian" and read.span.kind != "recurring" and not read.is_labelled
    }


def refuse_contradiction(element: etree._Element, added: Iterable[tuple[str, str]], text: str | None) -> None:
    """Raise `DoubtError` where added attributes cannot stand beside others, or contradict a text without a calendar.

    `text` is such a text's date, read as Gregorian; it must be one of the custom values, or where there is none, the
    Gregorian value. None where the text is no date, or says its calendar.
    """
    pairs = dict(added)
    for one, other in _EXCLUSIVE:
        for new, old in ((one, other), (other, one)):
            if new in pairs and (old in pairs or element.get(old)):
                raise DoubtError(f"{new} would stand beside {old}, which TEI does not allow")
    values = [value for name, value in pairs.items() if name.endswith("-custom")]
    if not values and not any(name.endswith("-custom") for name in map(str, element.attrib)):
        values = list(pairs.values())
    if text is None or "datingMethod" in pairs or not values:
        return
    if not any(text.startswith(value) or value.startswith(text) for value in values):
        raise DoubtError(
            f'its text is {text} in a calendar that nothing in the document says, and not "{" ".join(values)}"'
        )
