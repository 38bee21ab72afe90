"""Calendars as a document or a project declares them, in `calendarDesc` (TEI P5 Guidelines, 2.4.5).

A pointer to a calendar means what its own last step says (`#julian`, `…/Julian_calendar`), else what the `calendar`
element that it leads to says of itself: `@target`, `@type`, its first `term`, `name` or `p`. A reign is declared with
`@type` "regnal" and a `date` that says when it began and ended:

    <calendar xml:id="victoria" type="regnal"><p><term>Reign of Victoria</term>, counted from
      <date from="1837-06-20" to="1901-01-22">20 June 1837</date></p></calendar>
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from teikit.dates import Calendar, DateError, calendar_named, calendar_of, parse_w3c
from teikit.xml import TEI, XML, clark

if TYPE_CHECKING:
    from lxml import etree

REGNAL = "regnal"
"""The `@type` of a calendar that counts the years of a reign."""

LONGEST_TITLE = 60


class DeclaredCalendar(NamedTuple):
    """What a `calendar` element says: its names, the most telling first, and of a reign its first and its last day."""

    id: str
    names: tuple[str, ...]
    reign: tuple[str, str] | None = None


def last_step(pointer: str) -> str:
    """Return the part of a pointer that names what it leads to: its fragment, else the last step of its path."""
    path, _, fragment = pointer.strip().partition("#")
    return unquote(fragment or path.rstrip("/").rpartition("/")[2])


def declared_calendar(element: etree._Element) -> DeclaredCalendar:
    """Read a `calendar` element."""
    names = [last_step(element.get("target", "")), element.get("type", "")]
    children = element.iterdescendants(*(clark(TEI, name) for name in ("term", "name", "p")))
    names += [" ".join("".join(map(str, child.itertext())).split()) for child in children]
    reign = next(_reigns(element), None) if element.get("type") == REGNAL else None
    return DeclaredCalendar(element.get(clark(XML, "id"), ""), tuple(filter(None, names)), reign)


def _reigns(element: etree._Element) -> Iterator[tuple[str, str]]:
    for date in element.iterdescendants(clark(TEI, "date")):
        began = date.get("from") or date.get("when")
        if began:
            yield began, date.get("to", "")


@lru_cache(maxsize=256)
def calendar_of_pointer(pointer: str) -> Calendar | None:
    """Return the calendar that a pointer names itself, or None."""
    return _known(last_step(pointer))


@lru_cache(maxsize=256)
def calendar_meant(declared: DeclaredCalendar) -> Calendar | None:
    """Return the calendar that a declaration describes, or None where `teikit.dates` does not have it."""
    if declared.reign is not None:
        return _regnal(declared, *declared.reign)
    return next((found for found in map(_known, declared.names) if found is not None), None)


def _known(name: str) -> Calendar | None:
    found = calendar_of(name)
    return None if found is None else calendar_named(found)


def _regnal(declared: DeclaredCalendar, began: str, ended: str) -> Calendar | None:
    from teikit.dates.calendars.regnal import regnal

    titles = [name for name in declared.names if name != REGNAL and len(name) <= LONGEST_TITLE]
    try:
        first, last = parse_w3c(began), parse_w3c(ended) if ended else None
    except DateError:
        return None
    return regnal(declared.id, titles[0] if titles else declared.id, first.first, last.last if last else None)
