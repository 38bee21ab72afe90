"""What is dated in the header and the text of a letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from teikit.dates import DateError, Interval, parse_iso, parse_w3c
from teikit.xml import TEI, clark

if TYPE_CHECKING:
    from lxml import etree

_ALWAYS = 10**9


class Dated(NamedTuple):
    """A date with the days that it allows."""

    element: etree._Element
    days: Interval


def actions(description: etree._Element, kind: str) -> Iterator[etree._Element]:
    """Yield the actions of a `correspDesc` that are of a type, such as `sent`."""
    for action in description.iterdescendants(clark(TEI, "correspAction")):
        if action.get("type") == kind:
            yield action


def dates(action: etree._Element) -> Iterator[Dated]:
    """Yield the dates inside an element that say which days they mean."""
    for element in action.iterdescendants(clark(TEI, "date")):
        days = days_of(element)
        if days is not None:
            yield Dated(element, days)


def days_of(element: etree._Element) -> Interval | None:
    """Return the days that an element's attributes allow, open ends far away; None where they say nothing."""
    return next(iter(readings(element)), None)


def readings(element: etree._Element) -> list[Interval]:
    """Return the days that the W3C attributes of an element allow, and those that its ISO attributes do.

    Nothing is returned after a value that cannot be read.
    """
    found: list[Interval] = []
    for suffix, parse in (("", parse_w3c), ("-iso", parse_iso)):
        values = {name: element.get(name + suffix) for name in ("when", "from", "to", "notBefore", "notAfter")}
        try:
            days = {name: parse(value) for name, value in values.items() if value}
        except DateError:
            return found
        if days:
            found.append(spanned(days))
    return found


def spanned(days: dict[str, Interval]) -> Interval:
    """Return the days that dating attributes allow together, by their names without a suffix; open ends far away."""
    if "when" in days:
        return days["when"]
    first = min((days[name].first for name in ("from", "notBefore") if name in days), default=-_ALWAYS)
    last = max((days[name].last for name in ("to", "notAfter") if name in days), default=_ALWAYS)
    return Interval(first, last)


def text_of(element: etree._Element) -> str:
    """Return the dating attributes of an element, in words."""
    names = ("when", "from", "to", "notBefore", "notAfter")
    written = (f"{name}{suffix}" for suffix in ("", "-iso") for name in names)
    return " ".join(f"{name} {element.get(name)}" for name in written if element.get(name))
