"""The days of the Chinese calendar, against the sky and against the other computers of it."""

import datetime
import sys

import cnlunar
import pytest
import sxtwl
from tests.dates.calendars.chinese import astronomy

from teikit.dates import CalendarDate, DateError, calendar_named, custom_interval, from_gregorian, to_gregorian
from teikit.dates.calendars.chinese import beyond, table
from teikit.dates.day_numbers import from_day_number, to_day_number

CHINESE = calendar_named("chinese")
FIRST, LAST = to_day_number(1840, 1, 1, "gregorian"), to_day_number(1949, 12, 31, "gregorian")

# First days of months in the calendars that were issued, where modern computing for Peking has the day before (+1) or
# the day after (-1). Xinbian wannianli (1986) has the issued calendars; each new moon is within twenty minutes of
# midnight, and the Board of Astronomy reckoned by the apparent sun.
ISSUED = {
    "1842-01-11": -1,
    "1842-11-03": 1,
    "1849-09-17": 1,
    "1856-11-28": 1,
    "1861-11-03": 1,
    "1869-05-12": 1,
    "1880-11-03": 1,
    "1887-03-25": 1,
    "1906-04-24": 1,
}

# From histories and chronologies: the eve of the letters, the deaths of emperors, the revolution and the abdication.
PAIRS = [
    ("1917-12-01", "1918-01-13"),
    ("1917-12-12", "1918-01-24"),
    ("1918-01-01", "1918-02-11"),
    ("1917-02L-01", "1917-03-23"),
    ("1908-10-21", "1908-11-14"),
    ("1911-08-19", "1911-10-10"),
    ("1911-12-25", "1912-02-12"),
    ("1900-01-01", "1900-01-31"),
    ("1949-08-10", "1949-10-01"),
]


def solar(number: int) -> tuple[int, int, int]:
    return from_day_number(number, "gregorian")


@pytest.mark.parametrize(("value", "day"), PAIRS)
def test_known_pairs(value: str, day: str) -> None:
    assert to_gregorian(value, "chinese").day == day
    assert from_gregorian(day, "chinese") == value


def test_the_months_of_the_table_begin_with_the_new_moons() -> None:
    departures = {to_day_number(*map(int, day.split("-")), "gregorian"): by for day, by in ISSUED.items()}
    computed = [
        month for month in astronomy.months(table.FIRST_YEAR, table.LAST_YEAR + 1) if month.year <= table.LAST_YEAR
    ]
    ours = [
        (first - departures.get(first, 0), *month, year.number)
        for year in table.years()
        for place, month in enumerate(map(year.month_at, range(len(year.lengths))))
        for first in [year.first + sum(year.lengths[:place])]
    ]
    assert ours == [tuple(month) for month in computed if month.year >= table.FIRST_YEAR]
    assert len(ours) == 1373


def test_every_day_of_the_table_is_that_of_sxtwl_and_comes_back() -> None:
    for number in range(table.first_days()[0], table.first_days()[-1]):
        date = CHINESE.date(number)
        theirs = sxtwl.fromSolar(*solar(number))
        expected = (theirs.getLunarYear(), theirs.getLunarMonth(), theirs.getLunarDay(), theirs.isLunarLeap())
        assert date[:4] == expected, solar(number)
        assert CHINESE.days(date) == (number, number)
        assert CHINESE.parse(CHINESE.write(date)) == date


@pytest.mark.parametrize("first", range(1583, 2100, 47))
def test_days_beyond_the_table_are_those_of_sxtwl_and_come_back(first: int) -> None:
    for number in range(
        to_day_number(first, 2, 20, "gregorian"), to_day_number(min(first + 3, 2101), 1, 1, "gregorian")
    ):
        date = CHINESE.date(number)
        theirs = sxtwl.fromSolar(*solar(number))
        assert date[:4] == (theirs.getLunarYear(), theirs.getLunarMonth(), theirs.getLunarDay(), theirs.isLunarLeap())
        assert CHINESE.days(date) == (number, number)


@pytest.mark.slow
def test_every_day_of_five_centuries_is_that_of_sxtwl() -> None:
    for number in range(CHINESE.days(CalendarDate(1583)).first, CHINESE.days(CalendarDate(2100)).last + 1):
        date = CHINESE.date(number)
        theirs = sxtwl.fromSolar(*solar(number))
        assert date[:4] == (theirs.getLunarYear(), theirs.getLunarMonth(), theirs.getLunarDay(), theirs.isLunarLeap())
        assert CHINESE.days(date) == (number, number)


def test_a_share_of_the_days_since_1901_are_those_of_cnlunar() -> None:
    for number in range(to_day_number(1901, 3, 1, "gregorian"), LAST, 17):
        theirs = cnlunar.Lunar(datetime.datetime(*solar(number)), godType="8char")
        ours = CHINESE.date(number)
        assert ours[:4] == (theirs.lunarYear, theirs.lunarMonth, theirs.lunarDay, theirs.isLunarLeapMonth), solar(
            number
        )


def test_days_follow_each_other() -> None:
    before = CHINESE.date(FIRST)
    for number in range(FIRST + 1, LAST + 1):
        date = CHINESE.date(number)
        assert date.day == 1 or date == before._replace(day=(before.day or 0) + 1)
        assert before.day in (29, 30) or date.day != 1
        before = date


@pytest.mark.parametrize("year", range(1839, 1950))
def test_years_and_months_are_intervals_that_meet(year: int) -> None:
    whole = custom_interval(str(year), "chinese")
    following = whole.first
    leap = table.years()[year - table.FIRST_YEAR].leap
    for month in range(1, 13):
        for value in [f"{year}-{month:02}", f"{year}-{month:02}L"][: 1 + (month == leap)]:
            days = custom_interval(value, "chinese")
            assert days.first == following
            assert days.last - days.first in (28, 29)
            following = days.last + 1
    assert following == whole.last + 1
    assert whole.last - whole.first + 1 in (353, 354, 355, 383, 384, 385)


def test_the_table_and_sxtwl_give_the_same_years() -> None:
    for year in table.years():
        assert beyond.computed_year(year.number) == year


def test_without_sxtwl_the_table_works_and_the_rest_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    beyond.computed_year.cache_clear()
    monkeypatch.setitem(sys.modules, "sxtwl", None)
    assert to_gregorian("1917-12-01", "chinese").day == "1918-01-13"
    # The new moon of 6 December 1839 began month 11.
    assert from_gregorian("1840-01-01", "chinese") == "1839-11-27"
    for convert in (lambda: to_gregorian("1800-01-01", "chinese"), lambda: from_gregorian("1950-06-01", "chinese")):
        with pytest.raises(DateError, match=r"pip install 'teikit\[calendars\]'") as refusal:
            convert()
        assert refusal.value.part == "calendar"


def test_the_ends_of_what_is_known() -> None:
    assert from_gregorian("1583-01-24", "chinese") == "1583-01-01"
    assert to_gregorian("2100-12-29", "chinese").day == "2101-01-28"
    for day in ("1583-01-23", "2101-01-29", "0001-01-01", "9999-12-31"):
        with pytest.raises(DateError) as refusal:
            from_gregorian(day, "chinese")
        assert refusal.value.part == "year"
