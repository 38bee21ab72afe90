"""The values of EDTF: dates with qualified and unspecified parts, intervals, and sets."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """A year, a month (or season) or a day: its digits, `X` where one is not specified, and what is said of it.

    A year may have a sign; one of more than four digits is written with `Y`, perhaps with an exponent (`exponent`), and
    any year may say how many of its digits count (`significant`; 0 where it does not).
    """

    digits: str
    uncertain: bool = False
    approximate: bool = False
    exponent: int = 0
    significant: int = 0
    is_long: bool = False


class Date(NamedTuple):
    """A date: of a year, a year and a month or season, or a day, which may have a time."""

    year: Part
    month: Part | None = None
    day: Part | None = None
    time: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that it has, the year first."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)


OPEN = ".."
UNKNOWN = ""

End = Date | str
"""An end of an interval or of a range: a date, `OPEN`, or (of an interval) `UNKNOWN`."""


class Span(NamedTuple):
    """A time interval, from one end to the other; `is_range` tells a range inside a set (`1667..1672`)."""

    start: End
    end: End
    is_range: bool = False


class Choice(NamedTuple):
    """A set: one of its members (`[…]`), or all of them (`{…}`)."""

    members: tuple[Date | Span, ...]
    is_one: bool


Edtf = Date | Span | Choice
"""What a text in EDTF means."""
