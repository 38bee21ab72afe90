"""The one date in a package: SOURCE_DATE_EPOCH, or today."""

from __future__ import annotations

import os
import re
import time

from teikit.diagnostics import TeikitError

_VARIABLE = "SOURCE_DATE_EPOCH"
_OLDEST, _NEWEST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)
# The last second of the year 9999: what comes after has no four-digit year.
_LAST = 253402300799


def bagging_date() -> str:
    """Return the day of the package, `2018-10-31`: that of SOURCE_DATE_EPOCH (UTC), or today where it is not set.

    Raises `TeikitError` where the variable is no number of seconds.
    """
    given = _given()
    return time.strftime("%Y-%m-%d", time.gmtime(given) if given is not None else time.localtime())


def zip_time() -> tuple[int, int, int, int, int, int]:
    """Return the time of each entry of a zip file: SOURCE_DATE_EPOCH within what a zip file can say, or 1 January 1980.

    Raises `TeikitError` where the variable is no number of seconds.
    """
    given = _given()
    if given is None:
        return _OLDEST
    year, month, day, hour, minute, second = time.gmtime(given)[:6]
    return min(max((year, month, day, hour, minute, second), _OLDEST), _NEWEST)


def _given() -> int | None:
    text = os.environ.get(_VARIABLE, "").strip()
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,12}", text) or int(text) > _LAST:
        hint = f"give the seconds since 1970, such as {_VARIABLE}=1700000000, or do not set it"
        raise TeikitError(f"{_VARIABLE} is “{text}”, which is no number of seconds", hint=hint)
    return int(text)
