"""The custom dates of a document whose calendar is known."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from teikit.dates import Calendar, DateError, Interval
from teikit.dates.errors import UnknownYearError
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
    calendar: Calendar

    @property
    def attribute(self) -> str:
        """The attribute's whole name."""
        return f"{self.name}-custom"


def custom_dates(markup: Markup) -> Iterator[CustomDate]:
    """Yield the custom dates whose `@datingMethod` names a calendar that teikit knows."""
    for element in markup.having.get("datingMethod", ()):
        yield from custom_dates_of(element, markup)


def custom_dates_of(element: etree._Element, markup: Markup) -> Iterator[CustomDate]:
    """Yield the custom dates of one element."""
    calendar = markup.calendar(element.get("datingMethod", ""), element)
    if calendar is None:
        return
    for name in ATTRIBUTES:
        value = element.get(f"{name}-custom")
        if value:
            yield CustomDate(element, name, value.split(), calendar)


class Counted(NamedTuple):
    """The days of a custom value as its calendar counts them, and those that it allows with the tolerance in days."""

    days: Interval
    allowed: Interval
    tolerance: int


@lru_cache(maxsize=65536)
def counted(value: str, calendar: Calendar) -> Counted:
    """Return the days of a custom value.

    Raises `DateError`: part `form` where the value is not in teikit's custom form (a project may have its own).
    """
    date = calendar.parse(value)
    try:
        days = calendar.days(date)
    except UnknownYearError:
        raise
    except DateError as error:
        raise DateError(f'"{value}": {error.message}', error.part) from None
    doubt = calendar.tolerance(date)
    return Counted(days, Interval(days.first - doubt, days.last + doubt), doubt)


def is_same(text: str, custom: CustomDate) -> bool:
    """Tell whether the value of a text, or an end of its range, shares a day with a custom date, in its calendar."""
    for value in text.split("/"):
        for own in custom.values:
            try:
                if counted(value, custom.calendar).days.overlaps(counted(own, custom.calendar).days):
                    return True
            except DateError:
                if value == own:
                    return True
    return False
