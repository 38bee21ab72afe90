"""The forms of W3C XML Schema that TEI's temporal attributes may have (XML Schema Part 2, §3.2.7 to §3.2.14)."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.dates import DateError, Interval, parse_recurring, parse_w3c, write_w3c
from teikit.dates.notations import Recurring, is_time


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        ("--11-22+02:00", Recurring(11, 22)),
        ("--11-05:00", Recurring(11, None)),
        ("---31Z", Recurring(None, 31)),
    ],
)
def test_what_recurs_is_a_value_and_no_interval(value: str, meaning: Recurring) -> None:
    assert parse_recurring(value) == meaning
    with pytest.raises(DateError) as refusal:
        parse_w3c(value)
    assert refusal.value.part == "form"


@pytest.mark.parametrize("value", ["13:00:00", "13:00:00.25Z", "13:00:00-05:00", "24:00:00", "23:59:59+14:00"])
def test_times_of_day(value: str) -> None:
    assert is_time(value)
    with pytest.raises(DateError):
        parse_w3c(value)


@pytest.mark.parametrize(
    "value", ["24:00:01", "24:01:00", "13:60:00", "13:00", "T13:00:00", "1:00:00", "13:00:00+14:30"]
)
def test_what_is_no_time_of_day(value: str) -> None:
    assert not is_time(value)


@pytest.mark.parametrize(
    "value",
    [
        *(
            "1917-12-05T13:00:00",
            "1917-12-05T13:00:00.123456Z",
            "1917-12-05T13:00:00+14:00",
            "1917-12-05T00:00:00-14:00",
        ),
        *("1917-12-05+13:59", "1917-12-04T24:00:00", "1917-12-04T24:00:00.000"),
    ],
)
def test_a_day_with_a_time(value: str) -> None:
    # Julian Day 2421568 is 5 December 1917; 24:00:00 is the first moment of the day that follows.
    assert parse_w3c(value) == Interval(2421568, 2421568)


@pytest.mark.parametrize(
    ("value", "part"),
    [
        *(
            (value, "form")
            for value in ("1917-12-05T13:00", "1917-12-05T13", "1917-12-05T", "T13:00:00", "13:00", "1:00:00")
        ),
        *((value, "form") for value in ("1917-12-05T25:00:00", "1917-12-05T24:00:01", "1917-12-05T24:00:00.1")),
        *(
            (value, "form")
            for value in ("1917-12-05T13:60:00", "1917-12-05T13:00:60", "1917-12-05T13:00:00.", "24:01:00")
        ),
        *((value, "form") for value in ("1917-12-05+14:01", "1917-12-05+15:00", "1917-12-05+02:60", "1917-12-05+0200")),
        *((value, "form") for value in ("1917-12-05z", "1917+14:30", "--11-22+15:00", "1917-W49-3", "1917-339")),
        *(
            (value, "form")
            for value in ("01917", "+1917", "1917-1-5", "1917/1918", "17", "191", "--1-2", "-----5", "--1122")
        ),
        *((value, "form") for value in ("１９１７", "1917-12-05 1917-12-06", "1917-12-05T13:00:00,5", "9" * 16)),
        *((value, "year") for value in ("0000", "0000-01-01", "-0000")),
        *((value, "month") for value in ("1917-00", "1917-13", "--00", "--13", "--13-01")),
        *(
            (value, "day")
            for value in ("1917-11-31", "1917-11-00", "1900-02-29", "--02-30", "--04-31", "---00", "---32")
        ),
    ],
)
def test_what_xml_schema_does_not_allow_is_refused(value: str, part: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse_recurring(value) if value.startswith("--") else parse_w3c(value)
    assert refusal.value.part == part


def test_a_long_value_is_refused_and_not_quoted_whole() -> None:
    with pytest.raises(DateError, match="more than 1000 characters") as refusal:
        parse_w3c("1" * 1_000_000)
    assert len(refusal.value.message) < 200


@given(st.dates())
def test_days_are_those_of_python(day: datetime.date) -> None:
    found = parse_w3c(day.isoformat())
    # Python counts from 1 January of the year 1, which is Julian Day 1721426.
    assert found == Interval(day.toordinal() + 1721425, day.toordinal() + 1721425)
    assert write_w3c(found.first) == day.isoformat()
