"""English dates: what each means, and what is none."""

from __future__ import annotations

import pytest

from teikit.dates.spot import read

DAYS = [
    ("22 November 1917", "1917-11-22", "gregorian"),
    ("November 22, 1917", "1917-11-22", "gregorian"),
    ("22nd of November, 1917", "1917-11-22", "gregorian"),
    ("the twenty-second day of November, 1917", "1917-11-22", "gregorian"),
    ("on Thursday, 5 March 1908.", "1908-03-05", "gregorian"),
    ("[Feb. 3, 1918]", "1918-02-03", "gregorian"),
    ("1917-11-22", "1917-11-22", "gregorian"),
    ("11/22/1917", "1917-11-22", "gregorian"),
    ("12.XI.1917", "1917-11-12", "gregorian"),
    ("22 November 1917 (O.S.)", "1917-11-22", "julian"),
    ("22 November 1917, Old Style", "1917-11-22", "julian"),
    ("22 November 1917 o. s.", "1917-11-22", "julian"),
    ("5 December 1917 N.S.", "1917-12-05", "gregorian"),
    ("February 10, 1750/51", "1751-02-10", "julian"),
    ("20 Safar 1336", "1336-02-20", "islamic"),
    ("9 Thermidor II", "0002-11-09", "republican"),
]


@pytest.mark.parametrize(("text", "value", "calendar"), DAYS)
def test_a_day_is_read(text: str, value: str, calendar: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.kind, found.value, found.calendar) == ("day", value, calendar)
