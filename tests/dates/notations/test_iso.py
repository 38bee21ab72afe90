"""Dates and intervals of ISO 8601-1, with Python's own ISO weeks and ordinal days beside them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.dates import DateError, Interval, parse_iso, write_iso


def days(value: str) -> tuple[str, str]:
    found = parse_iso(value)
    return write_iso(found.first), write_iso(found.last)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        # 5 December 1917 was a Wednesday, the 339th day of the year.
        ("1917-W49-3", "1917-12-05", "1917-12-05"),
        ("1917W493", "1917-12-05", "1917-12-05"),
        ("1917-W49", "1917-12-03", "1917-12-09"),
        ("1917-339", "1917-12-05", "1917-12-05"),
        ("1917339", "1917-12-05", "1917-12-05"),
        ("1916-366", "1916-12-31", "1916-12-31"),
        # 2020 has 53 weeks, the last of which runs into 2021.
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("191", "1910-01-01", "1919-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("0000", "0000-01-01", "0000-12-31"),
        ("-0001-12-31", "-0001-12-31", "-0001-12-31"),
        ("+12345-06-07", "12345-06-07", "12345-06-07"),
        ("+012345", "12345-01-01", "12345-12-31"),
        ("19171205T1330", "1917-12-05", "1917-12-05"),
        ("19171205T133000,5Z", "1917-12-05", "1917-12-05"),
        ("1917-12-05T13", "1917-12-05", "1917-12-05"),
        ("1917-W49-3T13:00+02", "1917-12-05", "1917-12-05"),
        ("1917-12-05T24:00", "1917-12-06", "1917-12-06"),
        ("1917-12-05/1918-01-13", "1917-12-05", "1918-01-13"),
        ("1917/1918", "1917-01-01", "1918-12-31"),
        ("1917-12-05/10", "1917-12-05", "1917-12-10"),
        ("1917-11-05/12-10", "1917-11-05", "1917-12-10"),
        ("1917-11/12", "1917-11-01", "1917-12-31"),
        ("19171205/19171210", "1917-12-05", "1917-12-10"),
        ("1917-12-05/P1M", "1917-12-05", "1918-01-04"),
        ("1917-12-05/P1D", "1917-12-05", "1917-12-05"),
        ("1917-12-05/PT2H", "1917-12-05", "1917-12-05"),
        ("1917-12-05/PT48H", "1917-12-05", "1917-12-06"),
        ("1917-12-05/P1W", "1917-12-05", "1917-12-11"),
        ("1917-12-05/P1Y2M3D", "1917-12-05", "1919-02-07"),
        ("1917-01-31/P1M", "1917-01-31", "1917-02-27"),
        ("P1M/1917-12-05", "1917-11-06", "1917-12-05"),
        ("P1D/1917-12-05", "1917-12-05", "1917-12-05"),
    ],
)
def test_dates_and_intervals(value: str, first: str, last: str) -> None:
    assert days(value) == (first, last)


@pytest.mark.parametrize(
    ("value", "part"),
    [
        *(
            (value, "form")
            for value in ("", "P1M", "T13:00", "13:00", "R5/1917/P1M", "1917/", "/1917", "1917/..", "1917/1918/1919")
        ),
        *(
            (value, "form")
            for value in ("191712", "1917-1", "1917-12-5", "1917-12-05T", "1917T13", "1917-12T13:00", "19T10")
        ),
        *((value, "form") for value in ("1917-12-05T25", "1917-12-05T13:60", "1917?")),
        *(
            (value, "form")
            for value in ("1917-12-05/P", "1917-12-05/PT", "1917-12-05/P1.5M", "1917-12-05/1M", "1918/1917")
        ),
        *(
            (value, "form")
            for value in ("--12-05", "---05", "１９１７", "1917-12-05T13:00+15", "1917-12-05/P9999999999D")
        ),
        *(
            (value, "day")
            for value in (
                "1917-366",
                "1917-000",
                "1917-W49-0",
                "1917-W49-8",
                "1917-W00",
                "1917-W53",
                "1917-11-31",
                "19171131",
            )
        ),
        *((value, "month") for value in ("1917-13", "19171301", "1917-00-01")),
        *((value, "form") for value in ("+" + "9" * 16, "-" + "1" * 20)),
    ],
)
def test_what_is_no_date_is_refused(value: str, part: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse_iso(value)
    assert refusal.value.part == part


def test_a_long_value_is_refused() -> None:
    with pytest.raises(DateError, match="more than 1000 characters"):
        parse_iso("1" * 1_000_000)


@given(st.dates())
def test_weeks_and_ordinal_days_are_those_of_python(day: datetime.date) -> None:
    expected = Interval(day.toordinal() + 1721425, day.toordinal() + 1721425)
    year, week, weekday = day.isocalendar()
    if 0 < year <= 9999:
        assert parse_iso(f"{year:04}-W{week:02}-{weekday}") == expected == parse_iso(f"{year:04}W{week:02}{weekday}")
    assert parse_iso(f"{day.year:04}-{day.timetuple().tm_yday:03}") == expected
    assert parse_iso(day.strftime("%Y%m%d").zfill(8)) == expected == parse_iso(day.isoformat())


@given(st.dates(), st.dates())
def test_an_interval_reaches_from_its_first_day_to_its_last(one: datetime.date, other: datetime.date) -> None:
    first, last = sorted([one, other])
    assert days(f"{first.isoformat()}/{last.isoformat()}") == (first.isoformat(), last.isoformat())
    length = (last - first).days + 1
    assert days(f"{first.isoformat()}/P{length}D") == (first.isoformat(), last.isoformat())
    assert days(f"P{length}D/{last.isoformat()}") == (first.isoformat(), last.isoformat())
