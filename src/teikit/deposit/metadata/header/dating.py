"""What TEI's dating attributes say, in EDTF.

Attributes of W3C form (`@when`) and of ISO form (`@when-iso`) are read; times are left out. Years before the common era
are astronomical in EDTF: -0043 is 44 BCE, which W3C writes -0044.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from teikit.dates import DateError, parse_iso, parse_w3c
from teikit.dates.notations.edtf import OPEN, Date, Edtf, Span, days_of, parse, write
from teikit.deposit.metadata.header.text import text_of

if TYPE_CHECKING:
    from lxml import etree

NAMES = ("when", "from", "to", "notBefore", "notAfter")
_DAY = re.compile(r"([+-]?)([0-9]{4,9})(?:-([0-9]{2}))?(?:-([0-9]{2}))?(?:T.*)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?")
_BARE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


def edtf_of(element: etree._Element) -> str:
    """Return the date of an element in EDTF, '' where it has none. Raises `DateError` for what is no date."""
    values = {name: value for name in NAMES if (value := _value(element, name))}
    if "when" in values:
        return values["when"]
    start = values.get("from") or values.get("notBefore") or ""
    end = values.get("to") or values.get("notAfter") or ""
    if start or end:
        return span(start, end)
    text = text_of(element)
    return checked(text) if _BARE.fullmatch(text) else ""


def span(start: str, end: str) -> str:
    """Return the interval between two dates in EDTF, either of which may be '' (open); one date if they are equal."""
    start, end = start.split("/")[0] or OPEN, end.split("/")[-1] or OPEN
    return start if start == end else f"{start}/{end}"


@lru_cache(maxsize=10_000)
def checked(text: str) -> str:
    """Return a text in EDTF as it is written. Raises `DateError` where it is not EDTF or no date."""
    value = parse(text)
    days_of(value)
    return write(value)


def union(dates: Iterable[str]) -> str:
    """Return the interval in EDTF from the earliest to the latest of some dates in EDTF; '' where there are none."""
    known = [(value, *days_of(value)) for value in map(parse, dates)]
    if not known:
        return ""
    first = min(known, key=lambda each: (each[1] is not None, each[1] or 0))
    last = max(known, key=lambda each: (each[2] is None, each[2] or 0))
    return span(_end(first[0], 0), _end(last[0], 1))


def _end(value: Edtf, which: int) -> str:
    """Return the beginning (0) or the end (1) of a value."""
    match value:
        case Date():
            return write(value)
        case Span():
            end = (value.start, value.end)[which]
            return end if isinstance(end, str) else write(end)
        case _:
            members = sorted(value.members, key=lambda each: days_of(each)[which] or 0)
            return _end(members[-which], which)


def _value(element: etree._Element, name: str) -> str:
    value = (element.get(name) or "").strip()
    if value:
        return _day(value, is_iso=False)
    value = (element.get(f"{name}-iso") or "").strip()
    return _day(value, is_iso=True) if value else ""


@lru_cache(maxsize=10_000)
def _day(value: str, *, is_iso: bool) -> str:
    match = _DAY.fullmatch(value)
    if match is None and is_iso:
        return checked(value)
    parse_iso(value) if is_iso else parse_w3c(value)
    if match is None:
        raise DateError(f'"{value}" is not a date such as 1917, 1917-12 or 1917-12-05', "form")
    sign, digits, *rest = match.groups()
    year = int(sign + digits)
    if year < 0 and not is_iso:
        year += 1
    written = f"{'-' if year < 0 else ''}{abs(year):04}"
    if abs(year) > 9999:
        return f"Y{written}"
    return checked("-".join([written, *(part for part in rest if part)]))
