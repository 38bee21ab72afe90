"""The years of the Japanese eras."""

import datetime
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.dates import CalendarDate, DateError, GregorianDate, calendar_named, from_gregorian, to_gregorian

JAPANESE = calendar_named("japanese")

# The first days of the eras as they were proclaimed, and the last days before the next.
BORDERS = [
    ("Meiji-6-01-01", "1873-01-01"),
    ("Meiji-45-07-29", "1912-07-29"),
    ("Taisho-1-07-30", "1912-07-30"),
    ("Taisho-15-12-24", "1926-12-24"),
    ("Showa-1-12-25", "1926-12-25"),
    ("Showa-64-01-07", "1989-01-07"),
    ("Heisei-1-01-08", "1989-01-08"),
    ("Heisei-31-04-30", "2019-04-30"),
    ("Reiwa-1-05-01", "2019-05-01"),
    ("Taisho-7-02-12", "1918-02-12"),
    ("Showa-20-08-15", "1945-08-15"),
    ("Meiji-37-02-29", "1904-02-29"),
]


@pytest.mark.parametrize(("value", "day"), BORDERS)
def test_known_pairs(value: str, day: str) -> None:
    assert to_gregorian(value, "japanese") == GregorianDate(day, day, day, 0)
    assert from_gregorian(day, "japanese") == value


@pytest.mark.parametrize(("value", "day"), [("Meiji-45-07-30", "1912-07-30"), ("Taisho-15-12-25", "1926-12-25")])
def test_the_day_of_change_is_in_both_eras(value: str, day: str) -> None:
    assert to_gregorian(value, "japanese").day == day


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("大正7-02-12", "Taisho-7-02-12"),
        ("大正-7-2-12", "Taisho-7-02-12"),
        ("Taishō-7-02-12", "Taisho-7-02-12"),
        ("taisho7-02-12", "Taisho-7-02-12"),
        ("Taisyo-7-02-12", "Taisho-7-02-12"),
        ("T7-02-12", "Taisho-7-02-12"),
        ("T-7-02-12", "Taisho-7-02-12"),
        ("t07-02-12T09:30:00+09:00", "Taisho-7-02-12"),
        ("㍽7-02-12", "Taisho-7-02-12"),
        ("大正元-07-30", "Taisho-1-07-30"),
        ("大正元年-07-30", "Taisho-1-07-30"),
        ("大正元年", "Taisho-1"),
        ("大正７年", "Taisho-7"),
        ("令和元年-05", "Reiwa-1-05"),
        ("M6-01-01", "Meiji-6-01-01"),
        ("S64-01", "Showa-64-01"),
        ("昭和64", "Showa-64"),
        ("H31-04-30", "Heisei-31-04-30"),
        ("R8-11-25", "Reiwa-8-11-25"),
    ],
)
def test_what_is_read_has_one_writing(value: str, written: str) -> None:
    date = JAPANESE.parse(value)
    assert JAPANESE.write(date) == written
    assert JAPANESE.parse(written) == date
    assert to_gregorian(value, "japanese") == to_gregorian(written, "japanese")


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("Taisho-7", "1918-01-01", "1918-12-31"),
        ("Taisho-7-02", "1918-02-01", "1918-02-28"),
        ("Meiji-6", "1873-01-01", "1873-12-31"),
        ("Meiji-45", "1912-01-01", "1912-07-30"),
        ("Taisho-1", "1912-07-30", "1912-12-31"),
        ("Taisho-1-07", "1912-07-30", "1912-07-31"),
        ("Meiji-45-07", "1912-07-01", "1912-07-30"),
        ("Taisho-15", "1926-01-01", "1926-12-25"),
        ("Showa-1", "1926-12-25", "1926-12-31"),
        ("Showa-64", "1989-01-01", "1989-01-07"),
        ("Heisei-1", "1989-01-08", "1989-12-31"),
        ("Heisei-31", "2019-01-01", "2019-04-30"),
        ("Reiwa-1", "2019-05-01", "2019-12-31"),
    ],
)
def test_years_and_months_are_what_lies_within_the_era(value: str, earliest: str, latest: str) -> None:
    found = to_gregorian(value, "japanese")
    assert (found.earliest, found.latest) == (earliest, latest)


REFUSED = {
    "form": (
        "7-02-12 Taisho Taisho-x 大正 大正七 X7-02-12 MM6 Taisho-7-02-12-01 Taisho--7 -Taisho-7 Taisho-7- 元 元-01-01 "
        "1918-02-12 Taisho-7/02/12 明治元元 Taisho-7-02T10:00 Taisho-−7 Taisho-0x1 ''7-02-12 T"
    ),
    "year": (
        "Meiji-1 Meiji-5-12-03 明治元-01-01 M5 Meiji-0-01-01 Meiji-46-01-01 Taisho-0-01-01 Taisho-16-01-01 Showa-0 "
        "Showa-65-01-01 Heisei-32-01-01 Reiwa-0 Reiwa-999999 慶応4-01-01 Keio-4-09-08 Man'en-1-01-01 天保15-01-01"
    ),
    "month": (
        "Taisho-7-13-01 Taisho-7-00-01 Taisho-1-06 Meiji-45-08 Showa-1-11 Showa-64-02 Heisei-31-05 Reiwa-1-04 Showa-9-0"
    ),
    "day": (
        "Taisho-7-02-29 Taisho-7-02-00 Taisho-7-04-31 Taisho-1-07-29 Meiji-45-07-31 Showa-64-01-08 Heisei-1-01-07 "
        "Showa-1-12-24 Taisho-15-12-26 Heisei-31-05-01 Reiwa-1-04-30 Taisho-1-01-01"
    ),
}


@pytest.mark.parametrize(("value", "part"), [(value, part) for part in REFUSED for value in REFUSED[part].split()])
def test_what_cannot_be_is_refused_by_its_part(value: str, part: str) -> None:
    with pytest.raises(DateError) as refusal:
        to_gregorian(value, "japanese")
    assert refusal.value.part == part
    assert f'"{value}"' in refusal.value.message


def test_the_refusal_says_why() -> None:
    with pytest.raises(DateError, match="began on 1 January 1873, Meiji 6"):
        to_gregorian("明治5-12-03", "japanese")
    with pytest.raises(DateError, match="from 30 July 1912 to 25 December 1926"):
        to_gregorian("T16", "japanese")
    with pytest.raises(DateError, match="lunisolar"):
        from_gregorian("1872-12-31", "japanese")


@given(st.dates(datetime.date(1873, 1, 1)))
def test_the_year_is_counted_from_the_first_of_the_era(day: datetime.date) -> None:
    started = [
        ("Meiji", datetime.date(1868, 1, 1)),
        ("Taisho", datetime.date(1912, 7, 30)),
        ("Showa", datetime.date(1926, 12, 25)),
        ("Heisei", datetime.date(1989, 1, 8)),
        ("Reiwa", datetime.date(2019, 5, 1)),
    ]
    era, first = [(era, first) for era, first in started if first <= day][-1]
    written = from_gregorian(day.isoformat(), "japanese")
    assert written == f"{era}-{day.year - first.year + 1}-{day.month:02}-{day.day:02}"
    assert to_gregorian(written, "japanese").day == day.isoformat()


def test_words() -> None:
    assert JAPANESE.words(JAPANESE.parse("T7-02-12")) == "12 February, Taishō 7 (1918)"
    assert JAPANESE.words(JAPANESE.parse("昭和20-08")) == "August, Shōwa 20 (1945)"
    assert JAPANESE.words(CalendarDate(6, era="Meiji")) == "Meiji 6 (1873)"


@given(st.text("0123456789-TMSHR大正元年Showa'", max_size=16))
def test_no_text_does_worse_than_a_date_error(text: str) -> None:
    with suppress(DateError):
        to_gregorian(text, "japanese")
