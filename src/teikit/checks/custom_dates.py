"""The custom dates of a document whose calendar is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from teikit.dates import calendar_of
from teikit.project.markup import Markup

if TYPE_CHECKING:
    from lxml import etree

ATTRIBUTES = ("when", "notBefore", "notAfter", "from", "to")
"""The dating attributes, without their suffix."""


class CustomDate(NamedTuple):
    """One `-custom` attribute: its element, `name` without the suffix, its values, and the calendar they are in."""

    element: etree._Element
    name: str
    values: list[str]
    calendar: str

    @property
    def attribute(self) -> str:
        """The attribute's whole name."""
        return f"{self.name}-custom"


def custom_dates(markup: Markup) -> Iterator[CustomDate]:
    """Yield the custom dates whose `@datingMethod` names a calendar that teikit knows."""
    for element in markup.having.get("datingMethod", ()):
        calendar = calendar_named(element.get("datingMethod", ""), element, markup)
        if calendar is None:
            continue
        for name in ATTRIBUTES:
            value = element.get(f"{name}-custom")
            if value:
                yield CustomDate(element, name, value.split(), calendar)


def calendar_named(pointer: str, element: etree._Element, markup: Markup) -> str | None:
    """Return the calendar that a pointer means, or None where it is not known.

    By the spelling of the pointer itself (its fragment, or the last step of its path), else by what the `calendar`
    element it leads to says of itself: its `@target`, its `@type` or its first name or paragraph.
    """
    pointer = pointer.strip()
    found = calendar_of(_last_step(pointer))
    if found is not None:
        return found
    target = markup.target(pointer, element)
    declared = markup.calendars.get(target.fragment or "") if target.is_local else None
    if declared is None:
        return None
    names = [_last_step(declared.get("target", "")), declared.get("type", "")]
    names += ["".join(map(str, child.itertext())) for child in declared.iterdescendants("{*}term", "{*}name", "{*}p")]
    return next((calendar for calendar in map(calendar_of, names) if calendar is not None), None)


def _last_step(uri: str) -> str:
    path, _, fragment = uri.partition("#")
    return unquote(fragment or path.rstrip("/").rpartition("/")[2])
