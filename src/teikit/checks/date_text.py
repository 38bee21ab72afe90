"""The text of a date, read as a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from teikit.checks.report import XML_LANG
from teikit.project.markup import Markup
from teikit.xml import local_name

if TYPE_CHECKING:
    from lxml import etree

    from teikit.dates.spot import Span

ELEMENTS = ("date", "origDate", "docDate", "birth", "death")
"""The elements whose whole text may be a date."""

PLAIN = frozenset(["c", "cb", "emph", "foreign", "g", "hi", "lb", "num", "pc", "seg", "w"])
"""Elements that leave the text of a date what it is. Where others stand in it, an editor has done something to it."""

FIRST_GREGORIAN = 2299161
"""15 October 1582, the first day of the Gregorian calendar, as a Julian Day Number."""

LONGEST = 80
"""Characters of a text that can be one date."""

JUDGED = frozenset(["day", "month", "year", "range", "recurring", "season", "decade", "century"])


_VAGUE = re.compile(
    r"\b(?:before|after|until|till|since|from|to|by|c|ca|circa|about|around|approximately"
    r"|vor|nach|bis|seit|ab|um|etwa|gegen|circa|avant|après|jusqu|depuis|dès|vers|environ"
    r"|до|после|по|около|ок)\b|[前后後以约約]|[?]|قبل|بعد|نحو",
    re.IGNORECASE,
)
"""Words around a date that move it, or make it a guess."""


class DateText(NamedTuple):
    """The text of an element, read as one date; `is_labelled` tells that `@calendar` says in which calendar."""

    element: etree._Element
    text: str
    span: Span
    is_labelled: bool

    @property
    def may_be_julian(self) -> bool:
        """Whether the text says no calendar, and is from before there was a Gregorian one."""
        days = self.span.days
        is_plain = self.span.calendar == "gregorian" and not self.is_labelled
        return is_plain and days is not None and days.last < FIRST_GREGORIAN


_READ: WeakKeyDictionary[Markup, tuple[DateText, ...]] = WeakKeyDictionary()


def date_texts(markup: Markup) -> tuple[DateText, ...]:
    """Return the dates of a document whose whole text can be read as one date; several checks ask for them.

    In the language of `xml:lang` (English where there is none) and the calendar of `@calendar`. Where that names no
    calendar that is known, or two, nothing is read.
    """
    found = _READ.get(markup)
    if found is None:
        found = _READ[markup] = tuple(_date_texts(markup))
    return found


def _date_texts(markup: Markup) -> Iterator[DateText]:
    languages: dict[etree._Element, str] = {}
    for name in ELEMENTS:
        for element in markup.named.get(name, ()):
            found = _read(element, markup, languages)
            if found is not None:
                yield found


def _read(element: etree._Element, markup: Markup, languages: dict[etree._Element, str]) -> DateText | None:
    if len(element) and not all(_is_plain(child) for child in element.iterdescendants()):
        return None
    text = " ".join("".join(map(str, element.itertext())).split())
    if not text or len(text) > LONGEST:
        return None
    pointer = element.get("calendar", "")
    calendar = markup.calendar(pointer, element) if pointer else None
    if pointer and calendar is None:
        return None
    span = _span(text, _language(element, languages), calendar.name if calendar else "gregorian")
    if span is None or span.kind not in JUDGED or (span.kind != "range" and _VAGUE.search(text)):
        return None
    return DateText(element, text, span, bool(pointer))


def _is_plain(node: etree._Element) -> bool:
    return isinstance(node.tag, str) and local_name(node.tag) in PLAIN


def _language(element: etree._Element, languages: dict[etree._Element, str]) -> str:
    """Return the language of an element, and remember those of the elements above it."""
    found = languages.get(element)
    if found is None:
        above = element.getparent()
        found = element.get(XML_LANG) or ("en" if above is None else _language(above, languages))
        languages[element] = found
    return found


@lru_cache(maxsize=65536)
def _span(text: str, language: str, calendar: str) -> Span | None:
    from teikit.dates import CALENDARS
    from teikit.dates.spot import read

    return read(text, language=language, calendar=calendar) if calendar in CALENDARS else None
