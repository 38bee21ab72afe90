"""Dates that only their text says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from teikit import dates
from teikit.checks.custom_dates import ATTRIBUTES
from teikit.dates import CALENDARS, Calendar
from teikit.dates.spot import Span, read
from teikit.editing.dates import values
from teikit.editing.dates.wishes import Added, Doubt, DoubtError, Wishes
from teikit.project.markup import Markup
from teikit.xml import TEI, XML, clark, local_name

if TYPE_CHECKING:
    from lxml import etree

DATES = ("date", "origDate", "docDate")
"""Elements whose text is a date; they have a `@calendar`, and all dating attributes."""

_NOT_INSIDE = tuple(clark(TEI, name) for name in (*DATES, "note", "choice", "app", "time"))
_DATING = tuple(name + suffix for name in ATTRIBUTES for suffix in ("", "-iso", "-custom"))
_KINDS = ("day", "month", "year", "range")


class Named(NamedTuple):
    """The calendars that an element's `@calendar` names: each with its pointer."""

    pointers: dict[str, str]
    unknown: tuple[str, ...]


def by_text(element: etree._Element, markup: Markup, wishes: Wishes) -> Added | Doubt | None:
    """Return the attributes that the text of a date without any asks for, or why a person must decide."""
    if not _is_bare(element):
        return None
    text = _text(element)
    named = _named(element, markup)
    if not text:
        return None
    try:
        span = _read(text, element, named, wishes)
        return None if span is None else _added(span, named, markup, wishes)
    except DoubtError as doubt:
        return Doubt(doubt.reason)


def calendar_of_text(element: etree._Element, markup: Markup) -> tuple[Calendar, str] | None:
    """Return the calendar of `@calendar`, and its pointer, where the text is a date in it that `-custom` repeats."""
    named = _named(element, markup)
    for calendar, pointer in named.pointers.items():
        span = read(_text(element), language=_language(element), calendar=calendar)
        if span is None:
            continue
        said = ((span.value, span.calendar), *span.others)
        if any((element.get(f"{name}-custom", "").strip(), calendar) in said for name in ATTRIBUTES):
            return dates.calendar_named(calendar), pointer
    return None


def _is_bare(element: etree._Element) -> bool:
    if local_name(str(element.tag)) not in DATES or any(element.get(name) for name in _DATING):
        return False
    return not element.get("datingMethod") and next(element.iterdescendants(*_NOT_INSIDE), None) is None


def _text(element: etree._Element) -> str:
    return " ".join(str(element.xpath("string()")).split())


def _language(element: etree._Element) -> str:
    tag = clark(XML, "lang")
    nodes = (element, *element.iterancestors())
    return next((found for node in nodes if (found := node.get(tag, "").strip())), "en")


def _named(element: etree._Element, markup: Markup) -> Named:
    pointers: dict[str, str] = {}
    unknown = []
    for pointer in element.get("calendar", "").split():
        calendar = markup.calendar(pointer, element)
        if calendar is None or calendar.name not in CALENDARS:
            # The years of a reign, say: they are counted, but no text is read in them.
            unknown.append(pointer)
        else:
            pointers.setdefault(calendar.name, pointer)
    return Named(pointers, tuple(unknown))


def _read(text: str, element: etree._Element, named: Named, wishes: Wishes) -> Span | None:
    """Return the date that a text is, None where it is none and nobody says that it were; raises `DoubtError`."""
    if named.unknown:
        raise DoubtError(f'no text is read in the calendar "{named.unknown[0]}"')
    calendar = next(iter(named.pointers), wishes.calendar) or "gregorian"
    span = read(text, language=_language(element), calendar=calendar)
    if span is None or span.kind not in _KINDS:
        if not named.pointers:
            return None
        raise DoubtError(f'"{text}" is not a whole date' + (f": {span.reason}" if span else ""))
    if span.certainty != "high":
        raise DoubtError(f'"{text}" may be {span.value} ({span.calendar}): {span.reason}')
    if span.days is None:
        raise DoubtError(f'"{text}": {span.reason}')
    said = {span.calendar, *(other for _, other in span.others)}
    if not named.pointers and not wishes.calendar and said == {"gregorian"}:
        raise DoubtError(f'nothing says in which calendar "{text}" is')
    if len(said) == 1 < len(named.pointers):
        raise DoubtError(f'"{text}" is one date, but @calendar names {len(named.pointers)} calendars')
    if set(named.pointers) - said:
        raise DoubtError(f'"{text}" is a date in the {span.calendar} calendar ({span.reason}), not as @calendar says')
    return span


def _added(span: Span, named: Named, markup: Markup, wishes: Wishes) -> Added:
    """Return the Gregorian attributes of a date, and the custom ones where its calendar has a pointer."""
    value, calendar = next(
        (each for each in (*span.others, (span.value, span.calendar)) if each[1] != "gregorian"),
        (span.value, span.calendar),
    )
    parts = value.split("/") if span.kind == "range" else [value]
    names = ("from", "to") if len(parts) == 2 else ("when",)
    if len(parts) > len(names) or any("--" in part for part in parts):
        raise DoubtError(f'"{span.text}" is not a whole date')
    known = dates.calendar_named(calendar)
    attributes = [
        each for name, part in zip(names, parts, strict=True) for each in values.gregorian(name, part, known, wishes)
    ]
    pointer = named.pointers.get(calendar) or declared(calendar, markup)
    if calendar != "gregorian" and pointer:
        attributes += [(f"{name}-custom", part) for name, part in zip(names, parts, strict=True)]
        attributes.append(("datingMethod", pointer))
    return Added(tuple(attributes), ())


def declared(calendar: str, markup: Markup) -> str:
    """Return a pointer to the calendar of this kind that the document declares; '' where it declares none."""
    for name, declared in markup.calendars.items():
        found = markup.calendar(f"#{name}", declared) if name else None
        if found is not None and found.name == calendar:
            return f"#{name}"
    return ""
