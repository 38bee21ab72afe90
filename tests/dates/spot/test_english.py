"""English dates: what each means, where it stands, and what is none."""

from __future__ import annotations

import pytest

from teikit.dates.calendars import calendar_named
from teikit.dates.interval import Interval
from teikit.dates.spot import read, spot

DAYS = [
    ("22 November 1917", "1917-11-22", "gregorian"),
    ("November 22, 1917", "1917-11-22", "gregorian"),
    ("22nd of November, 1917", "1917-11-22", "gregorian"),
    ("the twenty-second day of November, 1917", "1917-11-22", "gregorian"),
    ("on Thursday, 5 March 1908.", "1908-03-05", "gregorian"),
    ("[Feb. 3, 1918]", "1918-02-03", "gregorian"),
    ("Febr. 3, 1918", "1918-02-03", "gregorian"),
    ("3d June 1855", "1855-06-03", "gregorian"),
    ("June 20 [27], 1950", "1950-06-27", "gregorian"),
    ("1917-11-22", "1917-11-22", "gregorian"),
    ("11/22/1917", "1917-11-22", "gregorian"),
    ("12.XI.1917", "1917-11-12", "gregorian"),
    ("24 XI 1899", "1899-11-24", "gregorian"),
    ("Nov. 22/17", "1917-11-22", "gregorian"),
    ("1 January 1900 BC", "-1900-01-01", "gregorian"),
    ("15 March 44 BC", "-0044-03-15", "gregorian"),
    ("24 August AD 79", "0079-08-24", "gregorian"),
    ("22 November 1917 (O.S.)", "1917-11-22", "julian"),
    ("22 November 1917, Old Style", "1917-11-22", "julian"),
    ("22 November 1917 o. s.", "1917-11-22", "julian"),
    ("5 December 1917 N.S.", "1917-12-05", "gregorian"),
    ("February 10, 1750/51", "1751-02-10", "julian"),
    ("12 February, Minguo 7", "0007-02-12", "minguo"),
    ("20 Safar 1336", "1336-02-20", "islamic"),
    ("20 Ṣafar 1336 AH", "1336-02-20", "islamic"),
    ("3 Dhū al-Ḥijja 1336", "1336-12-03", "islamic"),
    ("20 Rabi' al-Thani 1336", "1336-04-20", "islamic"),
    ("5 Adar II 5676", "5676-13-05", "hebrew"),
    ("9 Thermidor II", "0002-11-09", "republican"),
    ("9 Thermidor an II", "0002-11-09", "republican"),
]


@pytest.mark.parametrize(("text", "value", "calendar"), DAYS)
def test_a_day_is_read(text: str, value: str, calendar: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.kind, found.value, found.calendar) == ("day", value, calendar)
    assert found.days == calendar_named(calendar).days(calendar_named(calendar).parse(value))


OTHERS = [
    ("22 November", "recurring", "--11-22", "gregorian"),
    ("the 22nd", "recurring", "---22", "gregorian"),
    ("the 5th inst.", "recurring", "---05", "gregorian"),
    ("January 1918", "month", "1918-01", "gregorian"),
    ("in November", "month", "--11", "gregorian"),
    ("1917", "year", "1917", "gregorian"),
    ("ca. 1355", "year", "1355", "gregorian"),
    ("44 BCE", "year", "-0044", "gregorian"),
    ("430 AH", "year", "0430", "islamic"),
    ("A.H. 1336", "year", "1336", "islamic"),
    ("1336/1917-18", "year", "1336", "islamic"),
    ("Minguo 7", "year", "0007", "minguo"),
    ("Guangxu 34", "year", "Guangxu-34", "chinese"),
    ("Meiji 45", "year", "Meiji-45", "japanese"),
    ("January–February 1918", "range", "1918-01/1918-02", "gregorian"),
    ("from 13 to 15 January 1918", "range", "1918-01-13/1918-01-15", "gregorian"),
    ("January 13-15, 1918", "range", "1918-01-13/1918-01-15", "gregorian"),
    ("30 January to 2 February 1918", "range", "1918-01-30/1918-02-02", "gregorian"),
    ("between May 1917 and June 1918", "range", "1917-05/1918-06", "gregorian"),
    ("December 1917–January 1918", "range", "1917-12/1918-01", "gregorian"),
    ("December–January 1918", "range", "1917-12/1918-01", "gregorian"),
    ("1917-1919", "range", "1917/1919", "gregorian"),
    ("1915–16", "range", "1915/1916", "gregorian"),
    ("1899–1901", "range", "1899/1901", "gregorian"),
    ("500–480 BCE", "range", "-0500/-0480", "gregorian"),
    ("12/13 January", "range", "--01-12/--01-13", "gregorian"),
    ("early 1918", "range", "1918-01/1918-04", "gregorian"),
    ("mid-1918", "range", "1918-05/1918-08", "gregorian"),
    ("late January 1918", "range", "1918-01-21/1918-01-31", "gregorian"),
    ("the 1920s", "decade", "1920/1929", "gregorian"),
    ("the eighteenth century", "century", "1701/1800", "gregorian"),
    ("summer 1919", "season", "1919-06/1919-08", "gregorian"),
    ("the winter of 1917–18", "season", "1917-12/1918-02", "gregorian"),
    ("5 p.m.", "time", "T17:00", "gregorian"),
    ("12:30 a.m.", "time", "T00:30", "gregorian"),
    ("noon", "time", "T12:00", "gregorian"),
    ("one o’clock", "time", "T01:00", "gregorian"),
    ("yesterday", "relative", "-P1D", "gregorian"),
    ("three days ago", "relative", "-P3D", "gregorian"),
]


@pytest.mark.parametrize(("text", "kind", "value", "calendar"), OTHERS)
def test_what_is_less_or_more_than_a_day_is_read(text: str, kind: str, value: str, calendar: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.kind, found.value, found.calendar) == (kind, value, calendar)


BOTH_STYLES = [
    ("9/22 November 1917", "1917-11-22", "1917-11-09"),
    ("9 (22) November 1917", "1917-11-22", "1917-11-09"),
    ("1/13 January 1850", "1850-01-13", "1850-01-01"),
    ("31 January/13 February 1918", "1918-02-13", "1918-01-31"),
    ("22 November (5 December) 1917", "1917-12-05", "1917-11-22"),
    ("25 December 1917/7 January 1918", "1918-01-07", "1917-12-25"),
    ("25 December/7 January 1918", "1918-01-07", "1917-12-25"),
    ("December 24, 1917/January 6, 1918", "1918-01-06", "1917-12-24"),
    ("November 22 (December 5), 1917", "1917-12-05", "1917-11-22"),
    ("5 December 1917 (22 November O.S.)", "1917-12-05", "1917-11-22"),
    ("5 December (O.S. 22 November) 1917", "1917-12-05", "1917-11-22"),
    ("22 November (O.S.)/5 December (N.S.) 1917", "1917-12-05", "1917-11-22"),
    ("22 November 1917 (5 December N.S.)", "1917-12-05", "1917-11-22"),
    ("January 6, 1918 (December 24 O.S.)", "1918-01-06", "1917-12-24"),
    ("24 December 1917 (6 January N.S.)", "1918-01-06", "1917-12-24"),
    ("10 February 1750/51 (21 February 1751)", "1751-02-21", "1751-02-10"),
]


@pytest.mark.parametrize(("text", "new", "old"), BOTH_STYLES)
def test_a_day_in_both_styles_has_both(text: str, new: str, old: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.value, found.calendar, found.others) == (new, "gregorian", ((old, "julian"),))
    by_old_style = read(text, calendar="julian")
    assert by_old_style is not None
    assert (by_old_style.value, by_old_style.others) == (old, ((new, "gregorian"),))
    assert by_old_style.days == found.days


@pytest.mark.parametrize(
    ("text", "value", "calendar", "gregorian"),
    [
        ("20 Safar 1336/5 December 1917", "1336-02-20", "islamic", "1917-12-05"),
        ("20 Safar 1336 (6 December 1917)", "1336-02-20", "islamic", "1917-12-06"),  # the calendar leaves a day open
        ("3 Iyyar 5708 (12 May 1948)", "5708-02-03", "hebrew", "1948-05-12"),
        ("9 Thermidor II (27 July 1794)", "0002-11-09", "republican", "1794-07-27"),
    ],
)
def test_a_day_in_two_calendars_is_one(text: str, value: str, calendar: str, gregorian: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.kind, found.value, found.calendar) == ("day", value, calendar)
    assert found.others == ((gregorian, "gregorian"),)


@pytest.mark.parametrize("text", ["20 Safar 1336 (9 December 1917)", "20 Safar 1336 to 9 December 1917"])
def test_two_days_in_two_calendars_are_two(text: str) -> None:
    found = [(span.value, span.calendar) for span in spot(text)]
    assert found == [("1336-02-20", "islamic"), ("1917-12-09", "gregorian")]


def test_two_days_that_are_not_one_are_told() -> None:
    found = read("9/21 November 1917")
    assert found is not None
    assert found.certainty == "low"
    assert "21 November 1917" in found.reason


@pytest.mark.parametrize("text", ["31 November 1917", "29 February 1917", "February 30, 1918", "31 April"])
def test_a_day_that_cannot_be_is_found_with_the_reason(text: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.days, found.certainty) == (None, "low")
    assert "there is no day" in found.reason


def test_a_year_in_brackets_that_disagrees_is_told() -> None:
    agrees, disagrees = read("20 August, Taishō 2 (1913)"), read("20 August, Taishō 2 (1914)")
    assert agrees is not None
    assert (agrees.value, agrees.certainty) == ("Taisho-2-08-20", "high")
    assert disagrees is not None
    assert (disagrees.certainty, "1914" in disagrees.reason) == ("low", True)


def test_a_leap_day_that_only_the_julian_calendar_had() -> None:
    old, new = read("29 February 1900 (O.S.)"), read("29 February 1900")
    assert old is not None
    assert old.days == Interval(2415092, 2415092)  # 13 March 1900
    assert new is not None
    assert new.days is None


IN_TEXT = [
    ("He came on 22 November 1917, at noon.", [("22 November 1917", "1917-11-22"), ("noon", "T12:00")]),
    ("Washington, January 5, 1956, 3 p.m.", [("January 5, 1956", "1956-01-05"), ("3 p.m.", "T15:00")]),
    ("on 13 and 15 January 1918", [("13", "1918-01-13"), ("15 January 1918", "1918-01-15")]),
    ("on January 13 and 15, 1918,", [("January 13", "1918-01-13"), ("15, 1918", "1918-01-15")]),
    ("in January and February 1918", [("January", "1918-01"), ("February 1918", "1918-02")]),
    ("on the 13th and 15th of May", [("13th", "--05-13"), ("15th of May", "--05-15")]),
    ("He left on the 22nd. The 22nd Congress met.", [("22nd", "---22")]),
    ("In May he wrote; May said no.", [("May", "--05")]),
    ("April, May, and June 1955", [("April", "1955-04"), ("May", "1955-05"), ("June 1955", "1955-06")]),
    ("January 19 and February 2, 1955", [("January 19", "1955-01-19"), ("February 2, 1955", "1955-02-02")]),
    ("December 4, 5, and 6, 1917", [("December 4", "1917-12-04"), ("5", "1917-12-05"), ("6, 1917", "1917-12-06")]),
    ("Dec. 30–Jan. 5, 1955", [("Dec. 30–Jan. 5, 1955", "1954-12-30/1955-01-05")]),
    ("at 1930 on January 19", [("January 19", "--01-19")]),
    ("the 1950's and the year 1962", [("1950's", "1950/1959"), ("1962", "1962")]),
    ("between 1941 and 1945", [("1941 and 1945", "1941/1945")]),
    ("in A.D. 79 and in 44 B.C.", [("A.D. 79", "0079"), ("44 B.C.", "-0044")]),
    ("9 January [O.S. 27 December 1904]", [("9 January [O.S. 27 December 1904]", "1905-01-09")]),
    ("3 May (7 June) he left", [("3 May", "--05-03"), ("7 June", "--06-07")]),
    ("3 May/7 June", [("3 May/7 June", "--05-03/--06-07")]),
    ("5 December 1917 (23 November O.S.)", [("5 December 1917", "1917-12-05"), ("23 November O.S.", "--11-23")]),
    ("on 22 November 1917 O.S. 5 December", [("22 November 1917 O.S.", "1917-11-22"), ("5 December", "--12-05")]),
    ("in the late 1800s", [("late 1800s", "1866/1899")]),
    ("since 1949, and in 1950", [("1949", "1949"), ("1950", "1950")]),
    ("War for Peace (1918), a book", [("1918", "1918")]),
    ("the October 18 letter", [("October 18", "--10-18")]),
    ("Tuesday night the 4th, again", [("Tuesday night the 4th", "---04")]),
    ("Your letter of July 10thSee the note", [("July 10th", "--07-10")]),
    ("Last Monday. January 24. The Secretary", [("Last Monday", "-W-1"), ("January 24", "--01-24")]),
    ("Decimal File 1910–1929, Box 736, 103.93/672", [("1910–1929", "1910/1929")]),
    ("NSC 5429/5, December 22, 1954, reads", [("December 22, 1954", "1954-12-22")]),
    ("𝔄 🙂 22 Nov. 1917 🙂", [("22 Nov. 1917", "1917-11-22")]),
    ("電報 22 November 1917 到", [("22 November 1917", "1917-11-22")]),
]


@pytest.mark.parametrize(("text", "expected"), IN_TEXT)
def test_dates_are_found_in_running_text(text: str, expected: list[tuple[str, str]]) -> None:
    found = spot(text)
    assert [(span.text, span.value) for span in found] == expected
    assert all(text[span.start : span.end] == span.text for span in found)


NO_DATES = [
    "They march on 5 of the hills.",
    "may 5 men go",
    "the house of May",
    "May said that March had come to August Wilhelm.",
    "He walked March 5 miles.",
    "1,917 men and 1917 rubles, $1917, £1917",
    "No. 1917, page 1917, pp. 1917, telegram 1917",
    "file 123.4561/1–2356 and 793.00/1–1955",
    "Telegram 1883 to St. Petersburg",
    "RFC 2046 and ISO 8601:2004",
    "1 Sam 12, 3; 2 Sam 7",
    "since the November Revolution",
    "the 5 November Revolution and the May 4 Movement",
    "the 7th Fleet, the 230th meeting and the 84th Congress",
    "the sun sat on the mar",
    "Section 12.11.3",
    "1558. For Irwin from Gibson.",
    "He has 1700 tons and 5000 copies.",
    "the second day",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert spot(text) == []


@pytest.mark.parametrize(
    "text",
    ["", "hello", "22 November 1917 and 23 November 1917", "the letter of 22 November 1917", "No. 1917", "x" * 500],
)
def test_a_text_that_is_more_than_a_date_is_not_read(text: str) -> None:
    assert read(text) is None


def test_a_short_weekday_is_the_same_day() -> None:
    for number, words in enumerate(("Mon", "Tue Tues", "Wed Weds", "Thu Thur Thurs", "Fri", "Sat", "Sun")):
        for word in words.split():
            found = read(f"{word}., 5 Dec. 1917")
            assert found is not None
            assert found.weekday == number, word


def test_a_weekday_stands_with_its_date() -> None:
    for text in (
        "Thursday, 5 March 1908",
        "5 March 1908, Thursday",
        "5 March 1908 (Thursday)",
        "Thursday the 5th of March 1908",
    ):
        found = read(text)
        assert found is not None
        assert (found.value, found.weekday) == ("1908-03-05", 3)


def test_numbers_that_may_be_day_or_month_are_uncertain() -> None:
    found = read("11/12/1917")
    assert found is not None
    assert (found.certainty, found.value, found.others) == ("low", "1917-11-12", (("1917-12-11", "gregorian"),))


def test_the_calendar_of_the_text_is_the_callers_unless_the_text_says_another() -> None:
    old = read("22 November 1917", calendar="julian")
    assert old is not None
    assert (old.calendar, old.days) == ("julian", Interval(2421568, 2421568))  # 5 December 1917
    new = read("22 November 1917 (N.S.)", calendar="julian")
    assert new is not None
    assert new.calendar == "gregorian"


BESIDE = [
    ("January 12, 1955—7 p.m", "en", "1955-01-12"),
    ("September 24th, 1996 at 3:25 in the morning", "en", "1996-09-24"),
    ("March 2d. 1828.", "en", "1828-03-02"),
    ("3. 12. [1893?]", "de", "1893-12-03"),
    ("6. [5. 1892]", "de", "1892-05-06"),
    ("14. April 1720", "en", "1720-04-14"),
    ("9 settembre 1617", "en", "1617-09-09"),
    ("12th day of Jumada t-Tania, 430 AH", "en", "0430-06-12"),
]


@pytest.mark.parametrize(("text", "language", "value"), BESIDE)
def test_a_whole_text_may_have_a_time_supplied_parts_and_another_language(text: str, language: str, value: str) -> None:
    found = read(text, language=language)
    assert found is not None
    assert found.value == value
    assert text[found.start : found.end] == found.text


def test_a_question_mark_makes_a_date_uncertain() -> None:
    found = read("3. 12. [1893?]", language="de")
    assert found is not None
    assert found.certainty == "low"


def test_one_day_in_two_forms_is_one_date() -> None:
    found = read("Feb. 22, 1732 (Feb. 11, 1731/32, O.S.)")
    assert found is not None
    assert found.value == "1732-02-22"
    assert ("1732-02-11", "julian") in found.others


def test_page_and_month_of_two_sentences_are_no_day() -> None:
    assert [span.value for span in spot("It is on page 22. November 1917 was cold.")] == ["1917-11"]


def test_a_year_of_the_world_is_of_either_count() -> None:
    (found,) = spot("in 5678 AM")
    assert (found.calendar, found.certainty, found.others) == ("byzantine", "medium", (("5678", "hebrew"),))
    (found,) = spot("in 5678 AM", calendar="hebrew")
    assert (found.calendar, found.certainty, found.others) == ("hebrew", "high", ())
