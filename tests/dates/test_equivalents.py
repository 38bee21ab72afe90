"""One date in all calendars."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.dates import CALENDARS, DateError, Interval, calendar_named, custom_interval
from teikit.dates.equivalents import equivalents, in_one, known_equivalents, meaning, month, weekday

_DAY = 2421568
"""The Julian Day Number of 5 December 1917 (Gregorian), a Wednesday."""


def test_weekdays() -> None:
    assert weekday(_DAY) == "Wednesday"
    # 2 September 1752 (Julian), a Wednesday, was followed by Thursday the 14th.
    assert weekday(custom_interval("1752-09-02", "julian").first) == "Wednesday"
    assert weekday(custom_interval("1752-09-14", "gregorian").first) == "Thursday"


@given(st.integers(2300000, 2450000))
def test_each_equivalent_is_the_same_day(day: int) -> None:
    for each in known_equivalents(Interval(day, day)):
        assert custom_interval(each.value, each.calendar) == Interval(day, day)
        assert meaning(each.value, each.calendar).days == Interval(day, day)


@given(st.integers(2396800, 2433000), st.sampled_from(CALENDARS))
def test_a_month_has_all_its_days_once(day: int, calendar: str) -> None:
    known = calendar_named(calendar)
    try:
        days = known.days(known.date(day)._replace(day=None))
    except DateError:
        return
    rows = month(day, calendar, ["gregorian"])
    assert [row.day for row in rows] == list(range(days.first, days.last + 1))
    assert known.write(known.date(day)) in {row.values[0] for row in rows}
    assert in_one(days, known) == known.date(day)._replace(day=None)


def test_a_calendar_that_does_not_reach_leaves_its_column_empty() -> None:
    # Minguo begins on 1 January 1912, which was 19 December 1911 old style.
    rows = month(custom_interval("1911-12-19", "julian").first, "julian", ["minguo"])
    assert [row.values[1] for row in rows[17:20]] == ["", "0001-01-01", "0001-01-02"]


def test_a_calendar_that_is_asked_for_must_reach() -> None:
    with pytest.raises(DateError, match="1912"):
        list(equivalents(custom_interval("1900-01-01", "gregorian"), ["minguo"]))


@given(st.integers(1_000_000, 2_488_000), st.sampled_from([0, 1, 27, 28, 29, 30, 353, 364, 365, 4000]))
def test_what_is_written_can_be_given_back(first: int, longer: int) -> None:
    # From the ancient world to the end of the 21st century: before the year 1 too, and across it.
    days = Interval(first, first + longer)
    found = list(known_equivalents(days))
    assert found[0].calendar == "gregorian"
    for each in found:
        assert meaning(each.value, each.calendar).days == days, each
