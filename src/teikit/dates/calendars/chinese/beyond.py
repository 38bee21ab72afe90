"""The lunisolar years outside of the table, as sxtwl computes them.

sxtwl wraps days and leap months that are not, so it is asked for first days of months only, and the lengths are what
lies between them.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from teikit.dates import day_numbers
from teikit.dates.calendars.chinese.table import FIRST_YEAR, LAST_YEAR, LunarYear
from teikit.dates.errors import DateError


@lru_cache(maxsize=1024)
def computed_year(number: int) -> LunarYear:
    """Return a lunisolar year. Raises `DateError` with part `calendar` where sxtwl is not installed."""
    try:
        import sxtwl
    except ImportError:
        raise DateError(
            f"the Chinese calendar before {FIRST_YEAR} and after {LAST_YEAR} is computed with sxtwl: "
            "run pip install 'teikit[calendars]'",
            "calendar",
        ) from None
    leap: int = sxtwl.getRunMonth(number)
    months = sorted([(month, False) for month in range(1, 13)] + ([(leap, True)] if leap else []))
    firsts = [_day_number(sxtwl.fromLunar(number, month, 1, is_leap)) for month, is_leap in months]
    firsts.append(_day_number(sxtwl.fromLunar(number + 1, 1, 1, False)))
    lengths = tuple(after - before for before, after in pairwise(firsts))
    return LunarYear(number, firsts[0], leap, lengths)


def _day_number(day: object) -> int:
    year, month, number = (getattr(day, f"getSolar{part}")() for part in ("Year", "Month", "Day"))
    return day_numbers.to_day_number(year, month, number, "gregorian")
