"""Attributes that say a date in one calendar only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit import dates
from teikit.checks.custom_dates import ATTRIBUTES, counted
from teikit.checks.from_after_to import NOT_DATES
from teikit.dates import Calendar, DateError, parse_iso, parse_w3c
from teikit.editing.dates import values
from teikit.editing.dates.texts import calendar_of_text, declared
from teikit.editing.dates.wishes import Added, Doubt, DoubtError, Wishes
from teikit.project.markup import Markup
from teikit.xml import local_name

if TYPE_CHECKING:
    from lxml import etree

SLOTS = {
    "when": ("when", "notBefore", "notAfter"),
    "notBefore": ("when", "notBefore"),
    "notAfter": ("when", "notAfter"),
    "from": ("from",),
    "to": ("to",),
}
"""For each attribute, those that may say in another calendar what it says."""


def counterparts(element: etree._Element, markup: Markup, wishes: Wishes) -> Iterator[Added | Doubt]:
    """Yield what is missing beside the dating attributes of an element, and what is in doubt about them."""
    if local_name(str(element.tag)) in NOT_DATES:
        return
    customs = [name for name in ATTRIBUTES if element.get(f"{name}-custom", "").strip()]
    try:
        calendar, method = _calendar(element, markup, wishes, bool(customs))
    except DoubtError as doubt:
        if any(not _has(element, name) for name in customs):
            yield Doubt(doubt.reason, f"{customs[0]}-custom")
        return
    if calendar is None:
        return
    added = False
    for name in ATTRIBUTES:
        attribute = f"{name}-custom" if name in customs else name
        try:
            found = (_gregorian if name in customs else _custom)(element, name, calendar, wishes)
        except DoubtError as doubt:
            yield Doubt(doubt.reason, attribute)
            continue
        if found:
            added = True
            yield Added(tuple(found), (attribute, f"{name}-iso"))
    if added and method:
        yield Added((("datingMethod", method),), tuple(f"{name}-custom" for name in customs))


def _calendar(element: etree._Element, markup: Markup, wishes: Wishes, has_custom: bool) -> tuple[Calendar | None, str]:
    """Return the calendar of an element's custom values, None for none; and the `datingMethod` that it lacks, or ''."""
    method = element.get("datingMethod", "").strip()
    wanted = dates.calendar_named(wishes.calendar) if wishes.calendar else None
    if method:
        calendar = markup.calendar(method, element)
        if calendar is None:
            raise DoubtError(f'the calendar of datingMethod "{method}" is not known')
        return calendar, ""
    if not has_custom:
        return None, ""
    by_text = calendar_of_text(element, markup)
    if by_text is not None:
        return by_text
    if wanted is not None:
        return wanted, declared(wanted.name, markup)
    raise DoubtError("no datingMethod says in which calendar this is")


def _has(element: etree._Element, name: str, suffixes: tuple[str, ...] = ("", "-iso")) -> bool:
    return any(element.get(other + suffix) for other in SLOTS[name] for suffix in suffixes)


def _gregorian(element: etree._Element, name: str, calendar: Calendar, wishes: Wishes) -> list[tuple[str, str]]:
    """Return the Gregorian attributes that a custom value lacks. Raises `DoubtError`, also where the two disagree."""
    value = element.get(f"{name}-custom", "").strip()
    if _has(element, name):
        _compare(element, name, value, calendar)
        return []
    if len(value.split()) > 1:
        raise DoubtError(f'"{value}" is more than one value')
    return values.gregorian(name, value, calendar, wishes)


def _custom(element: etree._Element, name: str, calendar: Calendar, wishes: Wishes) -> list[tuple[str, str]]:
    """Return the custom attribute that a Gregorian value lacks; nothing where both would be the same."""
    if calendar.name == "gregorian" or _has(element, name, ("-custom",)):
        return []
    if element.get("when-custom") and name in ("notBefore", "notAfter"):
        return []
    for attribute, parse in ((name, parse_w3c), (f"{name}-iso", parse_iso)):
        value = element.get(attribute, "").strip()
        if value:
            try:
                days = parse(value)
            except DateError as error:
                raise DoubtError(error.message) from None
            return [(f"{name}-custom", values.custom(value, days, calendar))]
    return []


def _compare(element: etree._Element, name: str, value: str, calendar: Calendar) -> None:
    """Raise `DoubtError` where a custom value and the Gregorian one of the same name have no day in common."""
    written = [(element.get(name), parse_w3c), (element.get(f"{name}-iso"), parse_iso)]
    try:
        allowed = counted(value, calendar).allowed
        for theirs, parse in written:
            if theirs and not parse(theirs).overlaps(allowed):
                raise DoubtError(f'{name}="{theirs}" and {name}-custom="{value}" ({calendar.name}) are different days')
    except DateError:
        # What cannot be read is for `teikit dates check` to say.
        return
