"""Every day from 1582 to 2100, in each calendar, there and back and beside other programs."""

import datetime
from collections.abc import Callable, Iterator

import convertdate
import pytest
from hijridate import Hijri
from pyluach.dates import GregorianDate as LuachDate

from teikit.dates import CALENDARS, CalendarDate, DateError, calendar_named
from teikit.dates.calendars import VARIANTS

FIRST, LAST = 2299161, 2488433
"""15 October 1582 and 31 December 2100."""

ORDINAL = 1721425
"""The Julian Day Number of Python's day 0."""

OURS = [name for name in (*CALENDARS, *VARIANTS) if name not in ("chinese", "japanese")]
"""Those two have tests of their own: their names and tables take longer."""


def days(step: int) -> Iterator[int]:
    yield from range(FIRST, LAST + 1, step)


def there_and_back(name: str, step: int) -> int:
    calendar, counted = calendar_named(name), 0
    for number in days(step):
        try:
            date = calendar.date(number)
        except DateError:
            continue
        counted += 1
        assert calendar.days(date) == (number, number)
        assert calendar.parse(calendar.write(date)) == date
        assert date.month is not None
        assert len(calendar.months(date.year)) >= date.month
    return counted


@pytest.mark.parametrize("name", OURS)
def test_there_and_back_on_a_share_of_the_days(name: str) -> None:
    assert there_and_back(name, 29) >= 4848 // 29


@pytest.mark.slow
@pytest.mark.parametrize("name", OURS)
def test_there_and_back_on_every_day(name: str) -> None:
    assert there_and_back(name, 1) >= 4848


@pytest.mark.parametrize("name", OURS)
def test_days_follow_each_other_and_years_are_their_months(name: str) -> None:
    calendar = calendar_named(name)
    before: CalendarDate | None = None
    for number in range(2420000, 2423000):
        try:
            date = calendar.date(number)
        except DateError:
            before = None
            continue
        if before is not None and date.day != (before.day or 0) + 1:
            assert date.day == 1
            whole = calendar.days(before._replace(day=None))
            assert whole.last == number - 1
            assert whole.last - whole.first + 1 == before.day
            if date.year != before.year:
                assert calendar.days(CalendarDate(date.year)).first == number
                assert calendar.days(CalendarDate(before.year)).last == number - 1
        before = date


Theirs = Callable[[int, int, int], tuple[int, int, int]]


def pyluach(year: int, month: int, day: int) -> tuple[int, int, int]:
    found = LuachDate(year, month, day).to_heb()
    return found.year, found.month, found.day


@pytest.mark.parametrize(
    ("name", "theirs", "first", "last"),
    [
        ("hebrew", pyluach, FIRST, LAST),
        ("islamic", convertdate.islamic.from_gregorian, FIRST, LAST),
        ("coptic", convertdate.coptic.from_gregorian, FIRST, LAST),
        ("julian", convertdate.julian.from_gregorian, FIRST, LAST),
        ("republican", convertdate.french_republican.from_gregorian, 2375840, 2380687),
    ],
    ids=["hebrew", "islamic", "coptic", "julian", "republican"],
)
def test_as_other_programs_count(name: str, theirs: Theirs, first: int, last: int) -> None:
    calendar = calendar_named(name)
    for number in range(first, last + 1, 31 if last - first > 10_000 else 1):
        day = datetime.date.fromordinal(number - ORDINAL)
        assert calendar.date(number)[:3] == tuple(theirs(day.year, day.month, day.day)), day


def test_umm_al_qura_as_hijridate_has_it() -> None:
    calendar = calendar_named("islamic-umalqura")
    for year in range(1365, 1501):
        for month in range(1, 13):
            theirs = Hijri(year, month, 1)
            found = calendar.days(CalendarDate(year, month))
            assert found.first == theirs.to_gregorian().toordinal() + ORDINAL
            assert found.last - found.first + 1 == theirs.month_length()


def test_the_table_of_mecca_and_the_tabular_calendar_are_days_apart_only() -> None:
    tabular, seen = calendar_named("islamic"), calendar_named("islamic-umalqura")
    apart = {
        seen.days(CalendarDate(year, month)).first - tabular.days(CalendarDate(year, month)).first
        for year in range(1365, 1501)
        for month in range(1, 13)
    }
    assert apart <= {-2, -1, 0, 1}
