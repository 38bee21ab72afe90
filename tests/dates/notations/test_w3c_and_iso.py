"""The forms of dates in attributes."""

import pytest

from teikit.dates import DateError, Interval, parse_iso, parse_recurring, parse_w3c, write_iso, write_w3c

DECEMBER_5 = 2421568  # the Julian Day Number of 5 December 1917, from published tables (JD 2421567.5 at midnight)


@pytest.mark.parametrize(
    "value",
    [
        "1917-12-05",
        "1917-12-05Z",
        "1917-12-05+02:00",
        "1917-12-05-05:00",
        "1917-12-05T10:00:00",
        "1917-12-05T10:00:00.5Z",
        " 1917-12-05\n",
    ],
)
def test_a_day_with_or_without_time_and_zone(value: str) -> None:
    assert parse_w3c(value) == Interval(DECEMBER_5, DECEMBER_5) == parse_iso(value)


@pytest.mark.parametrize("value", ["19171205", "19171205T10:00", "1917-12-05T10:00", "1917-12-05T10:00+0200"])
def test_iso_has_more_forms(value: str) -> None:
    assert parse_iso(value) == Interval(DECEMBER_5, DECEMBER_5)


def test_months_and_years_are_intervals() -> None:
    assert parse_w3c("1917-12") == Interval(DECEMBER_5 - 4, DECEMBER_5 + 26) == parse_w3c("1917-12Z")
    assert parse_w3c("1917") == Interval(DECEMBER_5 - 338, DECEMBER_5 + 26) == parse_w3c("1917-05:00")


def test_w3c_has_no_year_0_and_iso_has() -> None:
    with pytest.raises(DateError, match="there is no year 0000"):
        parse_w3c("0000")
    assert parse_iso("0000-12-31") == parse_w3c("-0001-12-31")
    assert parse_w3c("-0001-12-31").last + 1 == parse_w3c("0001-01-01").first
    assert parse_iso("-0001") == parse_w3c("-0002")


def test_years_before_our_era_are_leap_years_by_their_astronomical_number() -> None:
    assert parse_w3c("-0001-02-29") == parse_iso("0000-02-29")
    with pytest.raises(DateError):
        parse_w3c("-0004-02-29")


@pytest.mark.parametrize(
    "value", ["--12-05", "---05", "--12", "10:00:00", "917", "1917-1", "1917-12-5", "+1917", "", "x"]
)
def test_what_is_no_interval_is_refused_by_its_form(value: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse_w3c(value)
    assert refusal.value.part == "form"


@pytest.mark.parametrize(("value", "part"), [("1917-13", "month"), ("1917-02-29", "day"), ("1917-00-10", "month")])
def test_what_the_calendar_does_not_have_is_refused(value: str, part: str) -> None:
    for parse in (parse_w3c, parse_iso):
        with pytest.raises(DateError) as refusal:
            parse(value)
        assert refusal.value.part == part


def test_writing_is_reading_backwards() -> None:
    for value in ("1917-12-05", "0001-01-01", "12345-06-07", "-0001-12-31", "-0044-03-15"):
        assert write_w3c(parse_w3c(value).first) == value
        assert write_iso(parse_iso(value).first) == value
    assert write_iso(parse_w3c("-0001-12-31").first) == "0000-12-31"


def test_intervals_compare() -> None:
    year, month, day, next_year = (parse_w3c(value) for value in ("1917", "1917-12", "1917-12-05", "1918"))
    assert year.overlaps(month)
    assert day.overlaps(year)
    assert not year.overlaps(next_year)
    assert year.before(next_year)
    assert not month.before(day)
    assert day.middle == DECEMBER_5


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1917-W49", "1917-12-03", "1917-12-09"),
        ("1917-W49-3", "1917-12-05", "1917-12-05"),
        ("1917W493", "1917-12-05", "1917-12-05"),
        ("1918-W01-1", "1917-12-31", "1917-12-31"),
        ("2004-W53-6", "2005-01-01", "2005-01-01"),
        ("1917-339", "1917-12-05", "1917-12-05"),
        ("1916-366", "1916-12-31", "1916-12-31"),
        ("191", "1910-01-01", "1919-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("1917-12/1918-01", "1917-12-01", "1918-01-31"),
        ("1917-12-05/P1M", "1917-12-05", "1918-01-04"),
        ("P1Y/1918-12-31", "1918-01-01", "1918-12-31"),
        ("1917-12-05T24:00:00", "1917-12-06", "1917-12-06"),
    ],
)
def test_iso_has_weeks_days_of_the_year_and_intervals(value: str, first: str, last: str) -> None:
    days = parse_iso(value)
    assert (write_iso(days.first), write_iso(days.last)) == (first, last)


@pytest.mark.parametrize(
    "value", ["1917-W53", "1917-W00-1", "1917-W49-8", "1917-366", "1917-000", "1918/1917", "1917/P", "1917-12-05/1M"]
)
def test_iso_refuses_weeks_and_days_that_are_not(value: str) -> None:
    with pytest.raises(DateError):
        parse_iso(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("--11-22", (11, 22)), ("--11", (11, None)), ("---22", (None, 22)), ("--02-29", (2, 29)), ("---31Z", (None, 31))],
)
def test_days_and_months_of_each_year(value: str, expected: tuple[int | None, int | None]) -> None:
    assert parse_recurring(value) == expected


@pytest.mark.parametrize(
    "value", ["--13-01", "--02-30", "---32", "--00", "1917", "-11-22", "--1-2", "--11-22T10:00:00"]
)
def test_days_and_months_of_no_year_are_refused(value: str) -> None:
    with pytest.raises(DateError):
        parse_recurring(value)
