"""Days in two styles, and years in two counts."""

import datetime
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.dates import CalendarDate, DateError, custom_interval, from_gregorian, parse_iso, write_iso
from teikit.dates.double import double_date, dual_year, second_year
from teikit.dates.year_starts import YEAR_STARTS, from_january, julian_days, source_year, year_start


# Letters and histories: Lenin's decree, the last Julian day of Russia, Walpole's and Washington's letters.
@pytest.mark.parametrize(
    ("days", "months", "years", "julian", "gregorian"),
    [
        ((9, 22), (11,), (1917,), "1917-11-09", "1917-11-22"),
        ((25, 7), (10, 11), (1917,), "1917-10-25", "1917-11-07"),
        ((31, 13), (1, 2), (1918,), "1918-01-31", "1918-02-13"),
        ((22, 5), (12,), (1917,), "1917-11-22", "1917-12-05"),
        ((22, 5), (11,), (1917,), "1917-11-22", "1917-12-05"),
        ((22, 5), (11, 12), (1917,), "1917-11-22", "1917-12-05"),
        ((10, 21), (2,), (1750, 1751), "1751-02-10", "1751-02-21"),
        ((10, 21), (2,), (1751,), "1751-02-10", "1751-02-21"),
        ((25, 5), (3, 4), (1751,), "1751-03-25", "1751-04-05"),
        ((24, 4), (3, 4), (1750, 1751), "1751-03-24", "1751-04-04"),
        ((26, 6), (12, 1), (1750, 1751), "1750-12-26", "1751-01-06"),
        ((19, 1), (12, 1), (1917, 1918), "1917-12-19", "1918-01-01"),
        ((19, 1), (12, 1), (1918,), "1917-12-19", "1918-01-01"),
        ((19, 1), (12,), (1917,), "1917-12-19", "1918-01-01"),
        ((19, 1), (1,), (1918,), "1917-12-19", "1918-01-01"),
        ((29, 13), (2, 3), (1900,), "1900-02-29", "1900-03-13"),
        ((29, 12), (2, 3), (1800,), "1800-02-29", "1800-03-12"),
        ((18, 28), (2,), (1700,), "1700-02-18", "1700-02-28"),
        ((19, 1), (2, 3), (1700,), "1700-02-19", "1700-03-01"),
        ((5, 15), (10,), (1582,), "1582-10-05", "1582-10-15"),
    ],
)
def test_known_double_dates(
    days: tuple[int, int], months: tuple[int, ...], years: tuple[int, ...], julian: str, gregorian: str
) -> None:
    found = double_date(days, months, years)
    assert found.julian == CalendarDate(*map(int, julian.split("-")))
    assert found.gregorian == CalendarDate(*map(int, gregorian.split("-")))
    assert custom_interval(julian, "julian") == (found.day, found.day)
    assert write_iso(found.day) == gregorian


def test_a_month_that_is_written_once_is_the_new_styles_where_both_fit() -> None:
    assert double_date((22, 4), (8,), (1917,)).gregorian == CalendarDate(1917, 8, 4)


@pytest.mark.parametrize(
    ("days", "months", "years", "part", "said"),
    [
        ((9, 23), (11,), (1917,), "day", "is 10 November 1917 in the old style, not 9 November 1917"),
        ((22, 9), (11,), (1917,), "day", "is 27 October 1917"),
        ((9, 22), (11, 12), (1917,), "day", "not 9 November 1917"),
        ((9, 22), (11,), (1917, 1918), "day", "not 9 November 1917"),
        ((9, 22), (2,), (1817, 1817), "day", "is 10 February 1817"),
        ((18, 31), (11,), (1917,), "day", "18 November 1917 (old style) is 1 December 1917"),
        ((31, 31), (11,), (1917,), "day", "there is no 31 November 1917 and no 31 November 1917"),
        ((10, 21), (2,), (1749, 1751), "day", "not 10 February 1749"),
        ((25, 5), (3, 4), (1750, 1751), "day", "is 25 March 1751"),
        ((9, 22), (13,), (1917,), "month", "there is no month 13"),
        ((9, 22), (0, 1), (1917,), "month", "there is no month 0"),
        ((4, 14), (10,), (1582,), "year", "no new style before 15 October 1582"),
        ((10, 17), (5,), (1066,), "day", "is 11 May 1066"),
    ],
)
def test_two_days_that_are_not_the_same_are_refused(
    days: tuple[int, int], months: tuple[int, ...], years: tuple[int, ...], part: str, said: str
) -> None:
    with pytest.raises(DateError) as refusal:
        double_date(days, months, years)
    assert refusal.value.part == part
    assert said in refusal.value.message


@given(st.dates(datetime.date(1582, 10, 15), datetime.date(2100, 12, 31)))
def test_every_day_is_read_from_its_two_styles(day: datetime.date) -> None:
    old = [int(part) for part in from_gregorian(day.isoformat(), "julian").split("-")]
    found = double_date((old[2], day.day), (old[1], day.month), (old[0], day.year))
    assert found.day == parse_iso(day.isoformat()).first
    assert double_date((old[2], day.day), (day.month,), (day.year,)) == found
    with pytest.raises(DateError):
        double_date((old[2], day.day + 1), (old[1], day.month), (old[0], day.year))


@given(
    st.tuples(st.integers(-5, 99), st.integers(-5, 99)),
    st.lists(st.integers(-1, 14), min_size=1, max_size=2).map(tuple),
    st.lists(st.integers(-50, 3000), min_size=1, max_size=2).map(tuple),
)
def test_no_numbers_do_worse_than_a_date_error(
    days: tuple[int, int], months: tuple[int, ...], years: tuple[int, ...]
) -> None:
    with suppress(DateError):
        found = double_date(days, months, years)
        assert (found.julian.day, found.gregorian.day) == days


@pytest.mark.parametrize(
    ("years", "month", "day", "start", "year"),
    [
        ((1750, 1751), 2, 10, "lady-day", 1751),
        ((1731, 1732), 2, 11, "lady-day", 1732),
        ((1648, 1649), 1, 30, "lady-day", 1649),
        ((1750, 1751), 3, 24, "lady-day", 1751),
        ((1750, 1751), 3, None, "lady-day", 1751),
        ((1750, 1751), 1, None, "lady-day", 1751),
        ((1509, 1510), 2, 28, "venetian", 1510),
    ],
)
def test_two_years_mean_the_second(years: tuple[int, int], month: int, day: int | None, start: str, year: int) -> None:
    assert dual_year(years, month, day, start) == CalendarDate(year, month, day)


@pytest.mark.parametrize(
    ("years", "month", "day", "start", "part"),
    [
        ((1750, 1751), 3, 25, "lady-day", "year"),
        ((1750, 1751), 11, 10, "lady-day", "year"),
        ((1750, 1751), 11, None, "lady-day", "year"),
        ((1750, 1752), 2, 10, "lady-day", "year"),
        ((1751, 1750), 2, 10, "lady-day", "year"),
        ((1750, 1751), 2, 10, "january", "year"),
        ((1509, 1510), 3, 1, "venetian", "year"),
        ((1750, 1751), 2, 29, "lady-day", "day"),
        ((1750, 1751), 13, 1, "lady-day", "month"),
        ((1750, 1751), 2, 10, "easter", "calendar"),
    ],
)
def test_two_years_that_did_not_meet_are_refused(
    years: tuple[int, int], month: int, day: int | None, start: str, part: str
) -> None:
    with pytest.raises(DateError) as refusal:
        dual_year(years, month, day, start)
    assert refusal.value.part == part


@pytest.mark.parametrize(
    ("first", "written", "second"),
    [
        (1750, "51", 1751),
        (1750, "1751", 1751),
        (1798, "9", 1799),
        (1699, "00", 1700),
        (1699, "700", 1700),
        (1709, "10", 1710),
    ],
)
def test_the_second_year_is_written_short(first: int, written: str, second: int) -> None:
    assert second_year(first, written) == second


# Cheney, Handbook of Dates: the execution of Charles I is 30 January 1648 in the English count, 1649 in ours; Pisa was
# a year ahead of Florence; Venice ended 1796 on 28 February 1797; Charlemagne was crowned on the first day of 801.
@pytest.mark.parametrize(
    ("start", "year", "month", "day", "from_first"),
    [
        ("january", 1649, 1, 30, 1649),
        ("lady-day", 1648, 1, 30, 1649),
        ("lady-day", 1648, 3, 24, 1649),
        ("lady-day", 1649, 3, 25, 1649),
        ("lady-day", 1649, 12, 31, 1649),
        ("pisan", 1650, 3, 25, 1649),
        ("pisan", 1650, 12, 31, 1649),
        ("pisan", 1649, 3, 24, 1649),
        ("venetian", 1796, 2, 28, 1797),
        ("venetian", 1797, 3, 1, 1797),
        ("christmas", 801, 12, 25, 800),
        ("christmas", 801, 12, 24, 801),
    ],
)
def test_the_years_of_sources(start: str, year: int, month: int, day: int, from_first: int) -> None:
    ours = CalendarDate(from_first, month, day)
    assert from_january(CalendarDate(year, month, day), year_start(start)) == ours
    assert source_year(ours, year_start(start)) == year


@pytest.mark.parametrize(
    ("start", "value", "first", "last"),
    [
        ("lady-day", "1750", "1750-03-25", "1751-03-24"),
        ("lady-day", "1750-02", "1751-02-01", "1751-02-28"),
        ("lady-day", "1750-04", "1750-04-01", "1750-04-30"),
        ("lady-day", "1750-03", "1750-03-25", "1751-03-24"),
        ("lady-day", "1751-02-29", "1752-02-29", "1752-02-29"),
        ("pisan", "1750", "1749-03-25", "1750-03-24"),
        ("venetian", "1509", "1509-03-01", "1510-02-28"),
        ("venetian", "1509-03", "1509-03-01", "1509-03-31"),
        ("christmas", "801", "800-12-25", "801-12-24"),
        ("christmas", "1-12-25", "-1-12-25", "-1-12-25"),
        ("january", "1750", "1750-01-01", "1750-12-31"),
    ],
)
def test_the_days_of_years_and_months(start: str, value: str, first: str, last: str) -> None:
    year, *rest = (int(part) for part in value.split("-"))
    days = julian_days(CalendarDate(year, *rest), year_start(start))
    assert days == (custom_interval(first, "julian").first, custom_interval(last, "julian").last)


@given(st.integers(2, 2000), st.sampled_from(YEAR_STARTS))
def test_years_follow_each_other(year: int, start: object) -> None:
    this, following = (julian_days(CalendarDate(number), start) for number in (year, year + 1))  # type: ignore[arg-type]
    assert this.last + 1 == following.first
    assert this.last - this.first + 1 in (365, 366)


def test_what_the_julian_calendar_does_not_have_is_refused() -> None:
    for date in (CalendarDate(1750, 13), CalendarDate(1750, 2, 30), CalendarDate(1750, 3, 32)):
        with pytest.raises(DateError):
            julian_days(date, year_start("lady-day"))
