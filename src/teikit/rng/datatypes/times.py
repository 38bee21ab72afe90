"""The values of dates, times and durations (XML Schema Datatypes, §3.2.6 to §3.2.14), read from texts of their form."""

from __future__ import annotations

Instant = tuple[bool, int, bool, str]
"""A point in time: whether its zone is known; the seconds since 1970 began (in UTC if it is); whether it is in the leap
second after that; the digits after the second's point."""

Duration = tuple[bool, str, str, str, str, str, str, str]
"""Whether it is negative (the zero duration is not); years, months, days, hours, minutes, seconds as digits without
zeros in front; the digits after the second's point."""

_DAY = 86_400
# A time without a zone may be this far from what it would be in UTC (§3.2.7.3).
_FARTHEST = 14 * 3_600
# Where a type has no year, month or day: those of a leap year and a long month.
_YEAR, _MONTH, _DAY_OF_MONTH = 2000, 1, 1
# The dates to which durations are added for comparing them: year and month (§3.2.6.2).
_REFERENCES = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))

# How many digits after a second's point count when durations are compared.
_PLACES = 18
# Python converts no longer numbers, since that takes quadratic time.
_MOST_DIGITS = 4_000


def possible(text: str) -> bool:
    """Whether a `date` or `dateTime` that looks right is one: 29 February is in leap years only."""
    place = text.find("-02-29")
    if place < 0:
        return True
    year = _astronomical(int(text[:place]))
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _astronomical(year: int) -> int:
    """Return a year of a count in which the year before 1 is 0; the standard's is -1."""
    return year + 1 if year < 0 else year


def complete(text: str) -> bool:
    """Whether a `duration` that looks right has any part, and one after its `T`."""
    return text[-1] not in "PT"


def instant(kind: str, text: str) -> Instant:
    """Return the value of a text of one of the types from `dateTime` to `gMonth`."""
    text, offset, zoned = _without_zone(text)
    date, _, time = text.rpartition("T") if kind == "dateTime" else ("", "", text) if kind == "time" else (text, "", "")
    year, month, day = _date(kind, date)
    hour, minute, second, fraction = 0, 0, 0, ""
    if time:
        hour, minute, second, fraction = int(time[:2]), int(time[3:5]), int(time[6:8]), time[9:].rstrip("0")
    days = _days(_astronomical(year), month) + day - 1
    leap = second == 60
    seconds = days * _DAY + hour * 3_600 + minute * 60 + second - leap - offset
    return zoned, seconds, leap, fraction


def _without_zone(text: str) -> tuple[str, int, bool]:
    """Return the text before the zone, the offset in seconds, and whether there is a zone."""
    if text.endswith("Z"):
        return text[:-1], 0, True
    if text[-3:-2] == ":" and text[-6:-5] in ("+", "-"):
        offset = int(text[-5:-3]) * 3_600 + int(text[-2:]) * 60
        return text[:-6], -offset if text[-6] == "-" else offset, True
    return text, 0, False


def _date(kind: str, text: str) -> tuple[int, int, int]:
    match kind:
        case "dateTime" | "date":
            return int(text[:-6]), int(text[-5:-3]), int(text[-2:])
        case "gYearMonth":
            return int(text[:-3]), int(text[-2:]), _DAY_OF_MONTH
        case "gYear":
            return int(text), _MONTH, _DAY_OF_MONTH
        case "gMonthDay":
            return _YEAR, int(text[2:4]), int(text[5:7])
        case "gDay":
            return _YEAR, _MONTH, int(text[3:5])
        case "gMonth":
            return _YEAR, int(text[2:4]), _DAY_OF_MONTH
    return _YEAR, _MONTH, _DAY_OF_MONTH


def _days(year: int, month: int) -> int:
    """Return the days from 1 January 1970 to the first of a month; the year before 1 is 0."""
    # The year is taken to begin in March, so that the leap day is its last.
    years, months = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return years * 365 + years // 4 - years // 100 + years // 400 + (months * 153 + 2) // 5 - 719_468


def compare_instants(one: Instant, other: Instant) -> int | None:
    """Return -1, 0 or 1; None where a zone is missing and it could be either (§3.2.7.4)."""
    (zoned, seconds, *parts), (other_zoned, _, *_) = one, other
    if zoned == other_zoned:
        return (one > other) - (one < other)
    early, late = (other_zoned, seconds - _FARTHEST, *parts), (other_zoned, seconds + _FARTHEST, *parts)
    if late < other:
        return -1
    return 1 if early > other else None


def duration(text: str) -> Duration:
    """Return the value of a duration."""
    date, _, time = text.lstrip("-")[1:].partition("T")
    years, months, days = _parts(date, "YMD")
    hours, minutes, seconds = _parts(time, "HMS")
    whole, _, fraction = seconds.partition(".")
    numbers = (years, months, days, hours, minutes, whole)
    years, months, days, hours, minutes, whole = (part.lstrip("0") for part in numbers)
    fraction = fraction.rstrip("0")
    negative = text.startswith("-") and any((years, months, days, hours, minutes, whole, fraction))
    return negative, years, months, days, hours, minutes, whole, fraction


def _parts(text: str, letters: str) -> list[str]:
    parts = []
    for letter in letters:
        number, found, rest = text.partition(letter)
        parts.append(number if found else "")
        text = rest if found else text
    return parts


def compare_durations(one: Duration, other: Duration) -> int | None:
    """Return -1, 0 or 1; None where it depends on the date they are added to (§3.2.6.2), and for monstrous numbers."""
    if one == other:
        return 0
    if any(len(part) > _MOST_DIGITS for part in one[1:] + other[1:]):
        return None
    (months, parts), (other_months, other_parts) = _sum(one), _sum(other)
    found = set()
    for year, month in _REFERENCES:
        first, second = _added(year, month, months) + parts, _added(year, month, other_months) + other_parts
        found.add((first > second) - (first < second))
    only = found.pop()
    return only if not found and only else None


def _sum(each: Duration) -> tuple[int, int]:
    """Return the months, and the rest in the smallest part of a second that counts."""
    negative, *numbers, fraction = each
    years, months, days, hours, minutes, seconds = (int(part or 0) for part in numbers)
    total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    small = int(fraction[:_PLACES].ljust(_PLACES, "0"))
    sign = -1 if negative else 1
    return sign * (years * 12 + months), sign * (total * 10**_PLACES + small)


def _added(year: int, month: int, months: int) -> int:
    """Return the time at which the month begins that many months after a month."""
    years, index = divmod(year * 12 + month - 1 + months, 12)
    time: int = _days(years, index + 1) * _DAY * 10**_PLACES
    return time
