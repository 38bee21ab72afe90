"""What no calendar has: refused, never wrapped, and the message names the faulty part.

Reasons: a common Islamic year (1336: 1336 mod 30 is 16, a leap year; 1337 is 17, a common one) has 29 days in its last
month, and all even months before it have 29. A Hebrew leap year is one of the years 3, 6, 8, 11, 14, 17 and 19 of
nineteen (5784 mod 19 is 8). A French sextile year was 3, 7 or 11. A Coptic year of 366 days leaves 3 when divided by 4.
"""

import pytest

from teikit.dates import CALENDARS, DateError, calendar_named, to_gregorian
from teikit.dates.calendars.regnal import regnal

NO_DATES = [
    "",
    "x",
    "22 November 1917",
    "1917/11/22",
    "1917-11-22-01",
    "1917-011-22",
    "1917-11-022",
    "١٩١٧-١١-٢٢",
    "1.1.1",
    "0007-02-12T25:00",
    "0007-02-12T10:61",
    "0007-02-12T",
    "0007-02-12+15:00",
]
NUMERIC = ["gregorian", "julian", "minguo", "rumi", "islamic", "hebrew", "republican", "coptic", "byzantine"]

MONTHS_OF = {
    "gregorian": ("1917", 12),
    "julian": ("1917", 12),
    "minguo": ("0007", 12),
    "rumi": ("1332", 12),
    "islamic": ("1336", 12),
    "islamic-tbla": ("1336", 12),
    "islamic-umalqura": ("1446", 12),
    "hebrew": ("5784", 13),
    "republican": ("0002", 13),
    "coptic": ("1634", 13),
    "byzantine": ("7426", 12),
}

LISTED = """
gregorian 1900-02-29 day
gregorian 1917-02-29 day
gregorian 1917-04-31 day
gregorian 1917-06-31 day
gregorian 1917-09-31 day
gregorian 1917-11-31 day
gregorian 1917-12-32 day
gregorian 2100-02-29 day
julian 0000-01-01 year
julian 0000 year
julian 1917-02-29 day
julian 1901-02-29 day
julian 1900-02-30 day
julian 1917-04-31 day
julian 1917-06-31 day
julian 1917-09-31 day
julian 1917-11-31 day
julian -0044-02-29 day
julian -0044-04-31 day
minguo 0000-01-01 year
minguo 0000 year
minguo -0001 year
minguo 0007-02-29 day
minguo 0007-04-31 day
minguo 0007-11-31 day
rumi 1255-01-01 year
rumi 1255 year
rumi 1200-01-01 year
rumi 1342-01-01 year
rumi 1342 year
rumi 1917-01-01 year
rumi 1332-12-16 day
rumi 1332-12-28 day
rumi 1332-12-29 day
rumi 1333-11-01 month
rumi 1333-12-01 month
rumi 1333-11 month
rumi 1333-10-32 day
rumi 1334-02-29 day
rumi 1336-02-30 day
rumi 1331-12-30 day
rumi 1330-12-29 day
rumi 1257-02-31 day
rumi 1257-04-31 day
rumi 1257-07-31 day
rumi 1257-09-31 day
rumi 1316-12-29 day
islamic 0000-01-01 year
islamic 0000 year
islamic -0001-01-01 year
islamic 1336-02-30 day
islamic 1336-04-30 day
islamic 1336-06-30 day
islamic 1336-08-30 day
islamic 1336-10-30 day
islamic 1336-01-31 day
islamic 1336-03-31 day
islamic 1336-05-31 day
islamic 1336-07-31 day
islamic 1336-09-31 day
islamic 1336-11-31 day
islamic 1336-12-31 day
islamic 1337-12-30 day
islamic 1340-12-30 day
islamic 1333-12-31 day
islamic-tbla 1337-12-30 day
islamic-tbla 1336-02-30 day
islamic-tbla 0000-01-01 year
islamic-umalqura 1364-12-29 year
islamic-umalqura 1501-01-01 year
islamic-umalqura 1336-01-01 year
islamic-umalqura 1446-09-31 day
islamic-umalqura 1446-09-30 day
islamic-umalqura 1446 year?
hebrew 0000-07-01 year
hebrew -0001 year
hebrew 5783-13-01 month
hebrew 5783-13 month
hebrew 5783-12-30 day
hebrew 5784-13-30 day
hebrew 5784-12-31 day
hebrew 5784-02-30 day
hebrew 5784-04-30 day
hebrew 5784-06-30 day
hebrew 5784-10-30 day
hebrew 5784-01-31 day
hebrew 5784-07-31 day
hebrew 5784-11-31 day
hebrew 5781-08-30 day
hebrew 5781-09-30 day
hebrew 5778-08-30 day
republican 0000-01-01 year
republican 0015-01-01 year
republican 0015 year
republican 0079-08-10 year
republican -0001-01-01 year
republican 0014-04-11 day
republican 0014-05-01 month
republican 0014-12-30 month
republican 0014-13-01 month
republican 0001-13-06 day
republican 0002-13-06 day
republican 0003-13-07 day
republican 0004-13-06 day
republican 0002-11-31 day
republican 0002-01-31 day
coptic 0000-01-01 year
coptic -0001 year
coptic 1634-13-06 day
coptic 1635-13-07 day
coptic 1636-13-06 day
coptic 1634-01-31 day
coptic 1634-12-31 day
byzantine 0000-01-01 year
byzantine -0001 year
byzantine 7426-02-29 day
byzantine 7426-04-31 day
byzantine 7426-11-31 day
byzantine 7407-02-29 day
byzantine 7408-02-30 day
"""


def refused() -> list[tuple[str, str, str]]:
    cases = [(name, value, "form") for name in NUMERIC[1:] for value in NO_DATES]
    for name, (year, months) in MONTHS_OF.items():
        cases += [(name, f"{year}-{month:02}{day}", "month") for month in (0, months + 1) for day in ("", "-01")]
        cases += [(name, f"{year}-01-{day:02}", "day") for day in (0, 32)]
    listed = [line.split() for line in LISTED.split("\n") if line and not line.endswith("?")]
    return [*cases, *((name, value, part) for name, value, part in listed)]


REFUSED = refused()


def test_the_list_is_long() -> None:
    assert len(set(REFUSED)) == len(REFUSED) >= 200


@pytest.mark.parametrize(("calendar", "value", "part"), REFUSED)
def test_it_is_refused_by_its_part(calendar: str, value: str, part: str) -> None:
    with pytest.raises(DateError) as refusal:
        to_gregorian(value, calendar)
    assert refusal.value.part == part
    assert f'"{value}"' in refusal.value.message


@pytest.mark.parametrize("value", ["-0044-02-29", "-0044-13"])
def test_a_year_before_our_era_is_named_as_it_was_written(value: str) -> None:
    with pytest.raises(DateError, match="the year -44"):
        to_gregorian(value, "julian")


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ("0", "year"),
        ("65-07-01", "year"),
        ("1-06", "month"),
        ("1-06-31", "day"),
        ("1-13-01", "month"),
        ("64-01-23", "day"),
    ],
)
def test_years_of_a_reign_are_refused_too(value: str, part: str) -> None:
    # Victoria: 20 June 1837 to 22 January 1901.
    first, last = (
        calendar_named("gregorian").days(calendar_named("gregorian").parse(day)).first
        for day in ("1837-06-20", "1901-01-22")
    )
    victoria = regnal("victoria", "Victoria", first, last)
    with pytest.raises(DateError) as refusal:
        victoria.days(victoria.parse(value))
    assert refusal.value.part == part


def test_years_of_a_reign() -> None:
    gregorian = calendar_named("gregorian")
    first, last = (gregorian.days(gregorian.parse(day)).first for day in ("1837-06-20", "1901-01-22"))
    victoria = regnal("victoria", "Victoria", first, last)

    def day(value: str) -> str:
        return gregorian.write(gregorian.date(victoria.days(victoria.parse(value)).first))

    assert day("1-06-20") == "1837-06-20"
    assert day("1-06-19") == "1838-06-19"
    assert day("10-11-22") == "1846-11-22"
    assert day("10-02-01") == "1847-02-01"
    assert victoria.days(victoria.parse("64")) == (first + (last - first) - 216, last)
    for number in range(first, last + 1):
        assert victoria.days(victoria.date(number)).first == number


@pytest.mark.parametrize("calendar", CALENDARS)
def test_a_value_without_end_is_not_repeated(calendar: str) -> None:
    with pytest.raises(DateError, match="more than 1000 characters") as refused:
        to_gregorian("9" * 100_000, calendar)
    assert refused.value.part == "form"
    assert len(str(refused.value)) < 200
