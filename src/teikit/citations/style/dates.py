"""Dates of CSL items in words. They are Gregorian; what another calendar says stands in the item's note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def worded(date: Mapping[str, Any] | None) -> str:
    """Return a CSL date in words, '' for none: "19 January 1918", "1917–1919", "16–29 January 1918?", "44 BCE"."""
    if not date:
        return ""
    ranges: Sequence[Sequence[Any]] = date.get("date-parts") or ()
    if not ranges:
        return str(date.get("literal") or date.get("raw") or "")
    points = [[int(part) for part in point] for point in ranges]
    words = _day(points[0])
    if len(points) > 1 and points[1] != points[0]:
        words = _span(points[0], points[1])
    return words + ("?" if date.get("circa") else "")


def _day(parts: Sequence[int]) -> str:
    year = f"{-parts[0]} BCE" if parts[0] < 0 else str(parts[0])
    if len(parts) > 1 and 1 <= parts[1] <= 12:
        month = _MONTHS[parts[1] - 1]
        return f"{parts[2]} {month} {year}" if len(parts) > 2 else f"{month} {year}"
    return year


def _span(start: Sequence[int], end: Sequence[int]) -> str:
    if len(start) == len(end) == 3 and start[:2] == end[:2]:
        return f"{start[2]}–{_day(end)}"
    if len(start) == len(end) == 3 and start[0] == end[0]:
        return f"{_day(start).rpartition(' ')[0]} – {_day(end)}"
    if len(start) == len(end) == 1:
        return f"{_day(start)}–{_day(end)}"
    return f"{_day(start)} – {_day(end)}"


def year(date: Mapping[str, Any] | None) -> str:
    """Return the year or years of a CSL date: "1917–1919"."""
    ranges = (date or {}).get("date-parts") or ()
    years = list(dict.fromkeys(_day([int(point[0])]) for point in ranges))
    return "–".join(years) + ("?" if years and (date or {}).get("circa") else "") if years else worded(date)
