"""Which calendar a place used at a time, with the source: data for warnings, not a judgement on a document.

`calendar_in_use` says what was in civil use on a day, `switch` when the Gregorian calendar came. Churches, merchants
and neighbours had other habits, so what is found here is what to expect, and a date may well be in another calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from teikit.dates import day_numbers
from teikit.dates.adoption.places import PLACES
from teikit.dates.adoption.sources import SOURCES
from teikit.dates.calendars.names import folded

_CODE = re.compile(r"[A-Z]{2}(?:-[A-Z]{2,3})?", re.ASCII)


class Use(NamedTuple):
    """The calendars in civil use at a place, from `first` to `last` (Julian Day Numbers, both included).

    `first` is 0 where the use had begun long before, `last` is None where it goes on. More than one calendar stands
    where parts of the place differed, or where two were used beside each other. Beside the names of `CALENDARS` there
    are `lunisolar` (the old calendars of Japan and Korea) and `swedish` (a day ahead of the Julian, 1700 to 1712).
    `place` is the English name, also where the place was found by its code; `sources` are short references.
    """

    place: str
    calendars: tuple[str, ...]
    first: int
    last: int | None
    sources: tuple[str, ...]


class Switch(NamedTuple):
    """The coming of the Gregorian calendar to a place: from `old` to new.

    `began` is its first day anywhere in the place (a Julian Day Number), `done` the first day on which it was the only
    one; the two differ where the place had two calendars in between.
    """

    place: str
    old: tuple[str, ...]
    began: int
    done: int
    sources: tuple[str, ...]


def calendar_in_use(place: str, day: int) -> Use | None:
    """Return the calendars in civil use at a place on a Julian Day Number, or None where the place is not known.

    A place is a country or a part of one, by its English name or its ISO 3166 code; some towns are known as well. Of
    "Boston, Massachusetts" the last part that is known counts.
    """
    for use in _uses_of(place):
        if use.last is None or day <= use.last:
            return use
    return None


def switch(place: str) -> Switch | None:
    """Return when the Gregorian calendar came to a place for good, or None where the place is not known."""
    uses = _uses_of(place)
    if not uses:
        return None
    began = done = len(uses) - 1
    while "gregorian" in uses[began - 1].calendars:
        began -= 1
    old = uses[began - 1].calendars
    while done > began and not {*old} & {*uses[done - 1].calendars}:
        done -= 1
    return Switch(uses[0].place, old, uses[began].first, uses[done].first, uses[0].sources)


def known_places() -> tuple[str, ...]:
    """Return the names and codes of the places that are known, as they are written."""
    lines = (line for block in PLACES.strip().split("\n\n") for line in block.splitlines()[:-2])
    return tuple(name for line in lines for name in line.rstrip(",").split(", "))


def _uses_of(place: str) -> tuple[Use, ...]:
    known = (_uses().get(_key(name), ()) for name in (place, *reversed(place.split(","))))
    return next(filter(None, known), ())


@lru_cache(maxsize=1)
def _uses() -> dict[str, tuple[Use, ...]]:
    """Return the uses of each place in order, by the keys of its names."""
    found: dict[str, tuple[Use, ...]] = {}
    for block in PLACES.strip().split("\n\n"):
        *lines, changes, keys = block.splitlines()
        sources = tuple(SOURCES[key] for key in keys.split())
        place = ""
        for name in reversed(" ".join(lines).split(", ")):
            place = place if _CODE.fullmatch(name) else name
            found[_key(name)] = tuple(_read(place, changes, sources))
    return found


def _key(name: str) -> str:
    """Return what a name is found by: a code in capitals, any other name folded."""
    code = name.strip().upper()
    return code if _CODE.fullmatch(code) else folded(name)


def _read(place: str, changes: str, sources: tuple[str, ...]) -> Iterator[Use]:
    before, *later = (change.split() for change in changes.split(";"))
    firsts = [0, *(_day(change[0]) for change in later)]
    lasts = [*(first - 1 for first in firsts[1:]), None]
    for first, last, calendars in zip(firsts, lasts, [before, *(change[1:] for change in later)], strict=True):
        yield Use(place, tuple(calendars), first, last, sources)


def _day(written: str) -> int:
    year, month, day = (int(part) for part in written.split("-"))
    return day_numbers.to_day_number(year, month, day, "gregorian")
