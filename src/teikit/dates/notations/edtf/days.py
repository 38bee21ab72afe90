"""The days that a date of EDTF may mean.

The seasons 21 to 24 have no place; they are taken as those of the northern hemisphere, in whole months, and a winter is
December and the two months that follow. A month, a quarter or a semester is what its name says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from teikit.dates import day_numbers
from teikit.dates.errors import DateError
from teikit.dates.notations.edtf.grammar import Date, DateSet, Expression
from teikit.dates.notations.parts import interval_of

_SEASONS = {1: (3, 3), 2: (6, 3), 3: (9, 3), 0: (12, 3)}
_LONGEST = {month: day_numbers.month_length(2000, month, "gregorian") for month in range(1, 13)}
_SOUTHERN = {1: (9, 3), 2: (12, 3), 3: (3, 3), 0: (6, 3)}


class Reach(NamedTuple):
    """The first and the last day that are meant, as Julian Day Numbers; None where that end is open or not known."""

    first: int | None
    last: int | None


def reach(value: str, expression: Expression) -> Reach:
    """Return the days of an expression. Raises `DateError` for days that are not, and for ends that are exchanged."""
    if isinstance(expression, DateSet):
        members = [reach(value, member) for member in expression.members]
        return Reach(_outer((each.first for each in members), min), _outer((each.last for each in members), max))
    if isinstance(expression, Date):
        return _date(value, expression)
    first = _date(value, expression.first).first if isinstance(expression.first, Date) else None
    last = _date(value, expression.last).last if isinstance(expression.last, Date) else None
    if first is not None and last is not None and last < first:
        raise DateError(f'"{value}": the interval ends before it begins', "form")
    return Reach(first, last)


def _outer(ends: Iterator[int | None], choose: Callable[[list[int]], int]) -> int | None:
    every = list(ends)
    known = [end for end in every if end is not None]
    return choose(known) if len(known) == len(every) else None


def _date(value: str, date: Date) -> Reach:
    year, *rest = (part.text for part in date.parts)
    if not rest:
        low, high = years_of(year)
        return Reach(interval_of(value, low).first, interval_of(value, high).last)
    if rest[0].isdigit() and int(rest[0]) > 12:
        return _season(value, year, int(rest[0]))
    first = next(_days(year, rest, ascending=True), None)
    last = next(_days(year, rest, ascending=False), None)
    if first is None or last is None:
        raise DateError(f'"{value}": there is no such day in the calendar', "day" if len(rest) == 2 else "month")
    # 24:00:00 is the first moment of the next day.
    after = 1 if date.time.startswith("T24") else 0
    return Reach(first + after, last + after)


def years_of(text: str) -> tuple[int, int]:
    """Return the first and the last year that the text of a year may mean, year 0 being 1 BCE."""
    written, _, significant = text.partition("S")
    if written.startswith("Y"):
        base, _, exponent = written[1:].partition("E")
        low = high = int(base) * 10 ** int(exponent or 0)
        digits = len(str(abs(low)))
    else:
        ends = int(written.replace("X", "0")), int(written.replace("X", "9"))
        low, high, digits = min(ends), max(ends), 4
    if not significant:
        return low, high
    unit = int(10 ** (digits - int(significant)))
    start = abs(low) // unit * unit
    return (start, start + unit - 1) if low >= 0 else (-start - unit + 1, -start)


def _season(value: str, year: str, number: int) -> Reach:
    month, length = _months(number)
    low, high = years_of(year)
    first = interval_of(value, low, month).first
    last = high * 12 + month - 1 + length - 1
    return Reach(first, interval_of(value, last // 12, last % 12 + 1).last)


def _months(number: int) -> tuple[int, int]:
    """Return the first month and the number of months of a season or another part of a year (EDTF, level 2)."""
    if number <= 28:
        return _SEASONS[number % 4]
    if number <= 32:
        return _SOUTHERN[number % 4]
    if number <= 36:
        return 3 * (number - 33) + 1, 3
    return (4 * (number - 37) + 1, 4) if number <= 39 else (6 * (number - 40) + 1, 6)


def _days(year: str, rest: list[str], *, ascending: bool) -> Iterator[int]:
    """Yield the first day (or the last) of what a date with unspecified digits may mean, from one end of time on."""
    order = 1 if ascending else -1
    months = [number for number in _numbers(rest[0]) if 1 <= number <= 12][::order]
    days = [number for number in _numbers(rest[1]) if 1 <= number <= 31][::order] if len(rest) == 2 else None
    years = _numbers(year.lstrip("-"))
    counted = tuple(-number for number in reversed(years)) if year.startswith("-") else years
    if days and min(days) > max((_LONGEST[month] for month in months), default=0):
        return
    for number, month in product(counted[::order], months):
        length = day_numbers.month_length(number, month, "gregorian")
        for day in [1 if ascending else length] if days is None else days:
            if day <= length:
                yield day_numbers.to_day_number(number, month, day, "gregorian")


@lru_cache(maxsize=16)
def _numbers(pattern: str) -> tuple[int, ...]:
    """Return the numbers that a pattern of digits and X stands for, ascending."""
    digits = ("0123456789" if sign == "X" else sign for sign in pattern)
    return tuple(int("".join(each)) for each in product(*digits))
