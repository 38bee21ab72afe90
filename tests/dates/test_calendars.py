"""Conversions: known pairs, properties, and what is refused."""

import datetime
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.dates import DateError, GregorianDate, custom_interval, from_gregorian, to_gregorian
from teikit.dates.day_numbers import from_day_number, month_length, to_day_number

# Calendar, custom value, Gregorian day: the switches of calendar and days with a date in both, from histories and
# calendars in print.
PAIRS = [
    ("julian", "1917-11-22", "1917-12-05"),
    ("julian", "1917-10-25", "1917-11-07"),
    ("julian", "1918-01-31", "1918-02-13"),
    ("julian", "1582-10-05", "1582-10-15"),
    ("julian", "1582-10-04", "1582-10-14"),
    ("julian", "1752-09-02", "1752-09-13"),
    ("julian", "1700-02-19", "1700-03-01"),
    ("julian", "1700-02-29", "1700-03-11"),
    ("julian", "1800-02-29", "1800-03-12"),
    ("julian", "1900-02-29", "1900-03-13"),
    ("julian", "1600-02-29", "1600-03-10"),
    ("julian", "1923-02-15", "1923-02-28"),
    ("julian", "0001-01-01", "0000-12-30"),
    ("julian", "-0044-03-15", "-0043-03-13"),
    ("minguo", "0007-02-12", "1918-02-12"),
    ("minguo", "0001-01-01", "1912-01-01"),
    ("minguo", "0005-02-29", "1916-02-29"),
    ("minguo", "0115-11-23", "2026-11-23"),
    ("gregorian", "1918-02-14", "1918-02-14"),
]


@pytest.mark.parametrize(("calendar", "value", "day"), PAIRS)
def test_known_pairs(calendar: str, value: str, day: str) -> None:
    assert to_gregorian(value, calendar=calendar) == GregorianDate(day, day, day, 0)
    assert from_gregorian(day, calendar=calendar) == value


def test_the_last_julian_day_of_russia_is_followed_by_14_february() -> None:
    last = to_gregorian("1918-01-31", "julian").day
    assert datetime.date.fromisoformat(last) + datetime.timedelta(1) == datetime.date(1918, 2, 14)


def test_the_day_after_caesars_leap_day() -> None:
    assert to_gregorian("1900-02-28", "julian").day == "1900-03-12"
    assert to_gregorian("1900-03-01", "julian").day == "1900-03-14"


@pytest.mark.parametrize(
    ("calendar", "value", "expected"),
    [
        ("julian", "1917", GregorianDate("1917-07-15", "1917-01-14", "1918-01-13", 0)),
        ("julian", "1917-11", GregorianDate("1917-11-28", "1917-11-14", "1917-12-13", 0)),
        ("minguo", "0006", GregorianDate("1917-07-02", "1917-01-01", "1917-12-31", 0)),
        ("minguo", "7-02", GregorianDate("1918-02-14", "1918-02-01", "1918-02-28", 0)),
        ("gregorian", "1916-02", GregorianDate("1916-02-15", "1916-02-01", "1916-02-29", 0)),
    ],
)
def test_years_and_months_are_intervals(calendar: str, value: str, expected: GregorianDate) -> None:
    assert to_gregorian(value, calendar) == expected


@pytest.mark.parametrize(
    "value", ["7-02-12", "07-02-12", "0007-02-12", "7-2-12", " 0007-02-12 ", "0007-02-12T10:00:00"]
)
def test_years_are_read_liberally(value: str) -> None:
    assert to_gregorian(value, "minguo").day == "1918-02-12"


@pytest.mark.parametrize(
    ("calendar", "value", "part"),
    [
        ("julian", "1917-13-01", "month"),
        ("julian", "1917-00-01", "month"),
        ("julian", "1917-13", "month"),
        ("julian", "1917-11-31", "day"),
        ("julian", "1917-11-00", "day"),
        ("julian", "1917-02-29", "day"),
        ("julian", "0000-01-01", "year"),
        ("gregorian", "1900-02-29", "day"),
        ("gregorian", "1917-02-30", "day"),
        ("gregorian", "17-02-03", "form"),
        ("minguo", "0000-01-01", "year"),
        ("minguo", "-0001-01-01", "year"),
        ("minguo", "0007-02-29", "day"),
        ("julian", "22 November 1917", "form"),
        ("julian", "", "form"),
        ("julian", "1917-11-22-01", "form"),
        ("julian", "1917/11/22", "form"),
        ("julian", "19171122", "form"),
        ("julian", "١٩١٧-١١-٢٢", "form"),
        ("mayan", "1917-11-22", "calendar"),
        ("Julian", "1917-11-22", "calendar"),
    ],
)
def test_what_cannot_be_is_refused_by_its_part(calendar: str, value: str, part: str) -> None:
    with pytest.raises(DateError) as refusal:
        to_gregorian(value, calendar)
    assert refusal.value.part == part
    assert (calendar if part == "calendar" else f'"{value}"') in refusal.value.message


def test_an_unknown_calendar_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="gregorian, julian, minguo"):
        to_gregorian("1336-02-20", calendar="mayan")
    with pytest.raises(DateError) as refusal:
        from_gregorian("1917-12-05", calendar="mayan")
    assert refusal.value.part == "calendar"


def test_a_date_before_its_calendar_is_refused() -> None:
    with pytest.raises(DateError) as refusal:
        from_gregorian("1911-12-31", "minguo")
    assert refusal.value.part == "year"


def test_only_a_day_can_be_converted_back() -> None:
    with pytest.raises(DateError, match="single day"):
        from_gregorian("1917-12", "julian")


# Properties. Python's own dates (proleptic Gregorian, years 1 to 9999) are the oracle: the ordinal of 1 January 1 is 1,
# and its Julian Day Number 1721426.
DAYS = st.dates()


@given(DAYS)
def test_gregorian_day_numbers_are_pythons(day: datetime.date) -> None:
    number = day.toordinal() + 1721425
    assert to_day_number(day.year, day.month, day.day, "gregorian") == number
    assert from_day_number(number, "gregorian") == (day.year, day.month, day.day)


def julian_day_number(year: int, month: int, day: int) -> int:
    """Count the days as Meeus does (Astronomical Algorithms, 1998, chapter 7): written apart from the code."""
    if month <= 2:
        year, month = year - 1, month + 12
    # Floor, so that it holds before year -4712 as well; 30.6001 days stands for the lengths of the months from March.
    return (1461 * (year + 4716)) // 4 + (306001 * (month + 1)) // 10000 + day - 1524


@given(st.integers(-4000, 6000), st.integers(1, 12), st.integers(1, 31))
def test_julian_day_numbers_follow_meeus(year: int, month: int, day: int) -> None:
    if day <= month_length(year, month, "julian"):
        number = julian_day_number(year, month, day)
        assert to_day_number(year, month, day, "julian") == number
        assert from_day_number(number, "julian") == (year, month, day)


@given(st.integers(-3_000_000, 6_000_000), st.sampled_from(["gregorian", "julian"]))
def test_consecutive_days_are_consecutive_dates(number: int, calendar: str) -> None:
    today, tomorrow = from_day_number(number, calendar), from_day_number(number + 1, calendar)
    assert to_day_number(*today, calendar) == number
    year, month, day = today
    if day < month_length(year, month, calendar):
        assert tomorrow == (year, month, day + 1)
    else:
        assert tomorrow == ((year, month + 1, 1) if month < 12 else (year + 1, 1, 1))


@given(DAYS, st.sampled_from(["gregorian", "julian", "minguo"]))
def test_there_and_back(day: datetime.date, calendar: str) -> None:
    text = day.isoformat()
    if calendar != "minguo" or day.year >= 1912:
        assert to_gregorian(from_gregorian(text, calendar), calendar).day == text


@given(st.integers(-4000, 6000).filter(bool), st.integers(1, 12), st.integers(1, 31))
def test_a_day_lies_in_its_month_and_its_year(year: int, month: int, day: int) -> None:
    text = f"{year}-{month}-{day}"
    if day > month_length(year if year > 0 else year + 1, month, "julian"):
        with pytest.raises(DateError):
            custom_interval(text, "julian")
        return
    days = custom_interval(text, "julian")
    whole_month, whole_year = custom_interval(f"{year}-{month}", "julian"), custom_interval(str(year), "julian")
    assert whole_year.first <= whole_month.first <= days.first == days.last <= whole_month.last <= whole_year.last
    assert whole_year.last - whole_year.first in (364, 365)


@given(st.text(max_size=20), st.sampled_from(["gregorian", "julian", "minguo", "other"]))
def test_no_text_does_worse_than_a_date_error(text: str, calendar: str) -> None:
    with suppress(DateError):
        assert to_gregorian(text, calendar).tolerance_days == 0
