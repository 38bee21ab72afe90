"""What is said from the day of writing: here Saturday, 19 January 1918."""

from __future__ import annotations

import pytest

from teikit.dates import day_numbers
from teikit.dates.interval import Interval
from teikit.dates.spot import spot

GIVEN = day_numbers.to_day_number(1918, 1, 19, "gregorian")

RESOLVED = [
    ("yesterday", "1918-01-18"),
    ("today", "1918-01-19"),
    ("tomorrow", "1918-01-20"),
    ("the day before yesterday", "1918-01-17"),
    ("three days ago", "1918-01-16"),
    ("two weeks ago", "1918-01-05"),
    ("three years ago", "1915"),
    ("two months ago", "1917-11"),
    ("last Monday", "1918-01-14"),
    ("last Saturday", "1918-01-12"),
    ("next Monday", "1918-01-21"),
    ("last year", "1917"),
    ("last month", "1917-12"),
    ("last week", "1918-01-07/1918-01-13"),
    ("last summer", "1917-06/1917-08"),
    ("last November", "1917-11"),
    ("next May", "1918-05"),
    ("on the 22nd", "1918-01-22"),
    ("on the 3rd", "1918-02-03"),
    ("the 5th inst.", "1918-01-05"),
    ("the 28th ult.", "1917-12-28"),
    ("the 3rd prox.", "1918-02-03"),
    ("on 20 February", "1918-02-20"),
    ("on 25 December", "1917-12-25"),
    ("in late January", "1918-01-21/1918-01-31"),
    ("from 28 to 30 December", "1917-12-28/1917-12-30"),
]


@pytest.mark.parametrize(("text", "value"), RESOLVED)
def test_it_is_resolved_from_the_given_day(text: str, value: str) -> None:
    (found,) = spot(text, given=GIVEN)
    assert found.value == value
    assert found.days is not None
    assert found.certainty in ("medium", "low")


def test_a_day_without_its_month_is_the_nearest_that_there_is() -> None:
    (found,) = spot("on the 31st", given=day_numbers.to_day_number(1918, 6, 28, "gregorian"))
    assert found.value == "1918-05-31"  # June has thirty days, and 31 July is further away


def test_the_given_day_may_be_counted_in_the_old_style() -> None:
    (found,) = spot("yesterday", calendar="julian", given=GIVEN)
    assert (found.value, found.calendar) == ("1918-01-05", "julian")
    assert found.days == Interval(GIVEN - 1, GIVEN - 1)


def test_a_day_with_its_year_is_not_moved() -> None:
    (found,) = spot("on 20 February 1917", given=GIVEN)
    assert (found.value, found.certainty) == ("1917-02-20", "high")


def test_both_styles_of_a_day_get_their_year() -> None:
    (found,) = spot("on 9/22 November", given=GIVEN)
    assert (found.value, found.others) == ("1917-11-22", (("1917-11-09", "julian"),))
    (found,) = spot("on 25 December/7 January", given=GIVEN)
    assert (found.value, found.others) == ("1918-01-07", (("1917-12-25", "julian"),))


@pytest.mark.parametrize("day", [GIVEN, 0, -(10**6), 10**7])
def test_a_day_of_a_calendar_that_was_not_in_use_is_not_moved(day: int) -> None:
    (found,) = spot("on 9 Thermidor", given=day)
    assert (found.value, found.calendar, found.days) == ("--11-09", "republican", None)


@pytest.mark.parametrize(("text", "certainty"), [("um 17 Uhr", "high"), ("um 5 Uhr", "medium")])
def test_an_hour_of_twenty_four_leaves_no_doubt(text: str, certainty: str) -> None:
    (found,) = spot(text, language="de")
    assert (found.kind, found.certainty) == ("time", certainty)
