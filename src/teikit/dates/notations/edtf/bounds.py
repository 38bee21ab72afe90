"""The days that a value in EDTF allows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from teikit.dates import day_numbers
from teikit.dates.errors import DateError
from teikit.dates.notations.edtf.model import Choice, Date, Edtf, End, Part, Span

Bounds = tuple[int | None, int | None]
"""The first and the last day, as Julian Day Numbers; None where it is open or unknown."""

_LEAP_YEAR = 2000

# The first month of a number of three, four or six months; 24, 28 and 30 go on in the next year.
_GROUPS = {
    **{21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)},
    **{25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3)},
    **{29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3)},
    **{33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)},
    **{37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6)},
}


def days_of(value: Edtf) -> Bounds:
    """Return the first and the last day that a value allows; of an interval those of its two ends.

    Seasons are counted in whole months: spring is March to May, in the southern hemisphere (29) September to November.
    Raises `DateError` for a day that is not.
    """
    match value:
        case Date():
            return _of_date(value)
        case Span():
            return _start(value.start), _finish(value.end)
        case Choice():
            return _of_set(value)


def _start(end: End) -> int | None:
    return None if isinstance(end, str) else _of_date(end)[0]


def _finish(end: End) -> int | None:
    return None if isinstance(end, str) else _of_date(end)[1]


def _of_set(value: Choice) -> Bounds:
    bounds = [days_of(member) for member in value.members]
    firsts, lasts = [first for first, _ in bounds], [last for _, last in bounds]
    first = None if None in firsts else min(each for each in firsts if each is not None)
    last = None if None in lasts else max(each for each in lasts if each is not None)
    return first, last


def _of_date(date: Date) -> tuple[int, int]:
    lowest, highest = _years(date.year)
    if date.month is None:
        return _day(lowest, 1, 1), _day(highest, 12, 31)
    if "X" not in date.month.digits and int(date.month.digits) in _GROUPS:
        month, count = _GROUPS[int(date.month.digits)]
        return _day(lowest, month, 1), _last_of_month(highest, month + count - 1)
    months = _fitting(date.month.digits, 12)
    if not months:
        raise DateError(f"there is no month {date.month.digits}", "month")
    if date.day is None:
        return _day(lowest, months[0], 1), _last_of_month(highest, months[-1])
    matching = _matching(date.year.digits)
    first = next(_days(matching, months, date.day), None)
    last = next(_days(matching[::-1], months[::-1], date.day, backwards=True), None) if first is not None else None
    if first is None or last is None:
        raise DateError(f"there is no day {date.day.digits} in month {date.month.digits}", "day")
    return first, last


def _days(years: tuple[int, ...], months: tuple[int, ...], day: Part, *, backwards: bool = False) -> Iterator[int]:
    numbers = _fitting(day.digits, 31)
    if not numbers or numbers[0] > max(day_numbers.month_length(_LEAP_YEAR, month, "gregorian") for month in months):
        return
    for year in years:
        for month in months:
            for number in numbers[::-1] if backwards else numbers:
                if number <= day_numbers.month_length(year, month, "gregorian"):
                    yield _day(year, month, number)


def _years(year: Part) -> tuple[int, int]:
    """Return the least and the greatest year, astronomical, that a part allows."""
    sign, digits = (-1, year.digits[1:]) if year.digits.startswith("-") else (1, year.digits)
    low, high = (int(digits.replace("X", digit)) * 10**year.exponent for digit in "09")
    if year.significant:
        width = len(digits) + year.exponent
        step = 10 ** max(width - year.significant, 0)
        low, high = low // step * step, low // step * step + step - 1
    low, high = sorted((sign * low, sign * high))
    return low, high


@lru_cache(maxsize=256)
def _fitting(digits: str, highest: int) -> tuple[int, ...]:
    """Return the numbers from 1 to the highest that two digits stand for, ascending."""
    return tuple(
        number
        for number in range(1, highest + 1)
        if all(theirs in ("X", ours) for ours, theirs in zip(f"{number:02}", digits, strict=True))
    )


@lru_cache(maxsize=16)
def _matching(digits: str) -> tuple[int, ...]:
    """Return the years that the digits of a year of four digits stand for, ascending."""
    each = ("0123456789" if digit == "X" else digit for digit in digits.removeprefix("-"))
    years = tuple(int("".join(chosen)) for chosen in product(*each))
    return tuple(-year for year in reversed(years)) if digits.startswith("-") else years


def _day(year: int, month: int, day: int) -> int:
    return day_numbers.to_day_number(year + (month - 1) // 12, (month - 1) % 12 + 1, day, "gregorian")


def _last_of_month(year: int, month: int) -> int:
    return _day(year, month + 1, 1) - 1
