"""The lunisolar years from 1839 to 1949, packed; they cover each day of 1840 to 1949.

A month begins on the day of the new moon in Peking (local mean time, 7:45:40 ahead of Greenwich, up to 1928; UTC+8 from
1929), the winter solstice lies in month 11, and where thirteen months lie between two solstices the first without a
major solar term is the leap month. These rules give the table, but for nine months that the Board of Astronomy began a
day earlier or later than modern computing does; there the table follows the calendars that were issued (collected in
Xinbian wannianli, Purple Mountain Observatory, 1986, and in Zhang Peiyu, Sanqianwubai nian liri tianxiang, 1997).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from teikit.dates import day_numbers

FIRST_YEAR = 1839
LAST_YEAR = 1949
"""The years in the table."""

_EARLIEST_NEW_YEAR = 20
"""Days from 1 January to the earliest New Year, 21 January."""

# From the low end: 13 bits for the months in their order, the leap month in its place, 1 where a month has 30 days and
# not 29; 4 bits for the month before the leap month, 0 where there is none; 5 bits for New Year: days after 21 January.
_PACKED = (
    "300752 1a0ea5 04754a 28054b 12ea97 380aab 22055a 0cab55 320ba9 1e0752 069aa5 2c0b25 171a4b 3c094d "
    "240aad 10f56a 3605b4 200ba9 0abd52 300d92 1a0d25 047a4d 280956 1312b5 380ad6 2406d4 0cada9 320ec9 "
    "1e0e92 088d26 2a0527 154a57 3a095b 260b5a 10d6d4 360754 200749 0ab693 2e0a93 18052b 026a5b 28096d "
    "12eb6a 380daa 240ba4 0ebb49 320d49 1c0a95 06952b 2c052d 140aad 00556a 260daa 12dda4 360ea4 200d4a "
    "0aaa95 2e0a97 180556 026ab5 280ad5 1516d2 3a0752 240ea5 10b64a 34064b 1c0a9b 089556 2e056a 180b59 "
    "025752 280752 12db25 380b25 200a4b 0ab4ab 3002ad 1a056b 044b69 2a0da9 16fd92 3c0e92 240d25 0eba4d "
    "340a56 1e02b6 0695b5 2e06d4 180ea9 045e92 280e92 12cd26 36052b 200a57 0ab2b6 300b5a 1c06d4 066ec9 "
    "2a0749 14f693 3a0a93 24052b 0cca5b 320aad 1e056a 089b55 2e0ba4 180b49 025a93 280a95 10f52d"
)


class LunarYear(NamedTuple):
    """A lunisolar year: its number, the Julian Day Number of its first day, and its months.

    `leap` is the number of the month that is doubled (0 where none is), `lengths` are the days of each month in order,
    the leap month among them.
    """

    number: int
    first: int
    leap: int
    lengths: tuple[int, ...]

    @property
    def last(self) -> int:
        """The Julian Day Number of its last day."""
        return self.first + sum(self.lengths) - 1

    def place(self, month: int, is_leap_month: bool) -> int:
        """Return the place of a month that the year has among its months, from 0."""
        return month if is_leap_month or 0 < self.leap < month else month - 1

    def month_at(self, place: int) -> tuple[int, bool]:
        """Return the number of the month at a place from 0, and whether it is the leap month."""
        if not self.leap or place < self.leap:
            return place + 1, False
        return place, place == self.leap


@lru_cache(maxsize=1)
def years() -> tuple[LunarYear, ...]:
    """Return the years of the table, unpacked."""
    return tuple(_unpacked(FIRST_YEAR + place, written) for place, written in enumerate(_PACKED.split()))


@lru_cache(maxsize=1)
def first_days() -> tuple[int, ...]:
    """Return the Julian Day Number of each New Year in the table, and that of the first day after it."""
    return tuple(accumulate((sum(year.lengths) for year in years()), initial=years()[0].first))


def _unpacked(number: int, written: str) -> LunarYear:
    packed = int(written, 16)
    leap = packed >> 13 & 0xF
    first = day_numbers.to_day_number(number, 1, 1, "gregorian") + _EARLIEST_NEW_YEAR + (packed >> 17)
    return LunarYear(number, first, leap, tuple(29 + (packed >> place & 1) for place in range(13 if leap else 12)))
