"""Two dates of which one explains the other, "Minguo 9 to 8 (1917-1919)", and whether they agree."""

from __future__ import annotations

from itertools import pairwise

from teikit.dates.calendars import calendar_named
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval
from teikit.dates.spot.span import Span


def compared(text: str, spans: list[Span]) -> list[Span]:
    """Return the spans, with a low certainty and the reason where the one in brackets behind is of other days.

    Only dates in two calendars are compared: those of one calendar, "12 February 1918 (sent 19 January 1918)", are two.
    """
    for place, (first, second) in enumerate(pairwise(list(spans))):
        between = text[first.end : second.start]
        if first.calendar == second.calendar or between.strip() not in ("(", "[", "（", "="):
            continue
        days, others = _bounds(first), _bounds(second)
        if days is not None and others is not None and not _agree(days, others, first.days is None):
            reason = f'it disagrees with "{second.text}" behind it'
            if first.days is None:
                reason = f"{first.reason}; {reason}"
            spans[place] = first._replace(certainty="low", reason=reason)
    return spans


def _agree(days: Interval, others: Interval, reversed_range: bool) -> bool:
    if reversed_range or days.last - days.first > 366:
        return abs(days.first - others.first) <= 60 and abs(days.last - others.last) <= 60
    return days.overlaps(others)


def _bounds(span: Span) -> Interval | None:
    """Return the earliest and the latest day of a span, in whichever order its range has them."""
    if span.days is not None:
        return span.days
    try:
        calendar = calendar_named(span.calendar)
        parts = [calendar.days(calendar.parse(value)) for value in span.value.split("/")]
    except DateError:
        return None
    return Interval(min(part.first for part in parts), max(part.last for part in parts))
