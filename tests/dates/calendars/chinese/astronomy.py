"""The Chinese calendar from the sun and the moon, as ephem computes them: written apart from the code it tests.

A month begins on the day of the new moon; the winter solstice lies in month 11; where thirteen months lie between two
months 11, the first in which no major solar term falls (the sun at a multiple of 30 degrees) is the leap month.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import ephem

PEKING_MEAN_TIME = (7 + 45 / 60 + 40 / 3600) / 24
CHINA_STANDARD_TIME = 8 / 24
NOON_OF_DAY_0_TO_EPHEM = 2415020.0  # ephem counts from noon of 31 December 1899
STANDARD_SINCE = ephem.Date("1929/1/1") - CHINA_STANDARD_TIME


class Month(NamedTuple):
    first: int
    number: int
    is_leap: bool
    year: int


def months(first_year: int, last_year: int) -> Iterator[Month]:
    """Yield the months of the lunisolar years, with the Julian Day Number of the first day of each."""
    starts = new_moons(first_year - 1, last_year + 2)
    solstices = {year: local_day(solstice(year)) for year in range(first_year - 1, last_year + 1)}
    terms = sorted(local_day(term) for year in range(first_year - 1, last_year + 1) for term in major_terms(year))
    for year in range(first_year - 1, last_year):
        eleventh, next_eleventh = (bisect_right(starts, solstices[which]) - 1 for which in (year, year + 1))
        yield from sui(year, starts, terms, range(eleventh, next_eleventh))


def sui(year: int, starts: list[int], terms: list[int], places: range) -> Iterator[Month]:
    """Yield the months from the one with the solstice of a year to the next month 11."""
    to_double = len(places) == 13
    number, lunar_year = 10, year
    for place in places:
        has_term = bisect_left(terms, starts[place]) < bisect_left(terms, starts[place + 1])
        if to_double and not has_term:
            to_double = False
            yield Month(starts[place], number, True, lunar_year)
            continue
        number = number % 12 + 1
        lunar_year = year + 1 if number == 1 else lunar_year
        yield Month(starts[place], number, False, lunar_year)


def new_moons(first_year: int, last_year: int) -> list[int]:
    moon, days = ephem.Date(f"{first_year}/11/1"), []
    while moon < ephem.Date(f"{last_year}/3/1"):
        moon = ephem.next_new_moon(moon)
        days.append(local_day(moon))
    return days


def solstice(year: int) -> float:
    return float(ephem.next_winter_solstice(f"{year}/12/1"))


def major_terms(year: int) -> Iterator[float]:
    """Yield the twelve moments from the winter solstice of a year on, by bisection."""
    begin = solstice(year)
    for place in range(12):
        low, high = begin + 30.44 * place - 8, begin + 30.44 * place + 8
        for _ in range(40):
            middle = (low + high) / 2
            behind = (sun(middle) - (270 + 30 * place) + 180) % 360 - 180
            low, high = (middle, high) if behind < 0 else (low, middle)
        yield high


def sun(moment: float) -> float:
    """Return the apparent longitude of the sun, in degrees of the ecliptic of the date."""
    body = ephem.Sun(ephem.Date(moment))
    apparent = ephem.Equatorial(body.g_ra, body.g_dec, epoch=ephem.Date(moment))
    return math.degrees(float(ephem.Ecliptic(apparent, epoch=ephem.Date(moment)).lon))


def local_day(moment: float) -> int:
    """Return the Julian Day Number of the day in China in which a moment falls."""
    zone = CHINA_STANDARD_TIME if moment >= STANDARD_SINCE else PEKING_MEAN_TIME
    return math.floor(float(moment) + NOON_OF_DAY_0_TO_EPHEM + zone + 0.5)
