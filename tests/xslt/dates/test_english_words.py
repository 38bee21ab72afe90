"""The stylesheets and `teikit.dates` word a date in English alike, and know calendars by the same spellings."""

import pytest
from tests.xslt.dates.wording import called, worded

from teikit.dates import spellings
from teikit.dates.calendars import CALENDARS, calendar_named

VALUES = {
    "gregorian": "1917-12-05 1917-12 1917 -0044-03-15 -0044 0800-12-25",
    "julian": "1917-11-22 1900-02-29 1054 -0044-03-15",
    "minguo": "0007-02-12 0007-02 0007 0001-01-01 0105-12-31",
    "rumi": "1257-03-11 1323-12-21 1256-01-01 1332-11-01 1333-01-01 1333-10-18 1334-01-01 1340-12-31 1300-05 1300",
    "islamic": "1336-02-20 1336-01 1336 " + " ".join(f"1337-{month:02}-{month + 3:02}" for month in range(1, 13)),
    "hebrew": "5679-13-01 5678-12-10 5678 5679-12 " + " ".join(f"5678-{month:02}-20" for month in range(1, 13)),
    "republican": "0002-11-09 0003-13-06 0002-13-01 0002-13-02 0002-13-03 0014 0004-13 "
    + " ".join(f"0008-{month:02}-18" for month in range(1, 13)),
    "coptic": "1634 1634-03 1634-13-02 " + " ".join(f"1634-{month:02}-26" for month in range(1, 13)),
    "byzantine": "6890-06-20 6890-01 6890 7208-12-31",
    "chinese": "1917-12-01 1917-02L-02 1917 丁巳-12-03 Guangxu-34-10-21 光緒34-10-21 光绪34-10 Dingsi "
    "Kuang-hsü-34-10-21",
    "japanese": "Taisho-7-02-12 大正7-02-12 T7-02 Taishō-1 昭和元 大正元年 Meiji-6-01-01 Reiwa-5-10-22",
}


def test_there_are_values_for_every_calendar() -> None:
    assert set(CALENDARS) <= set(VALUES)


@pytest.mark.parametrize("name", CALENDARS)
def test_words_are_those_of_python(name: str) -> None:
    calendar, values = calendar_named(name), VALUES[name].split()
    for value in values:
        calendar.days(calendar.parse(value))
    assert dict(zip(values, worded(values, name), strict=True)) == {
        value: calendar.words(calendar.parse(value)) for value in values
    }


def test_titles_are_those_of_python() -> None:
    titles = called("f:calendar-title(.)", CALENDARS)
    assert dict(zip(CALENDARS, titles, strict=True)) == {name: calendar_named(name).title for name in CALENDARS}


def kind(calendar: str | None) -> str:
    """The stylesheets make no difference between the kinds of the Islamic calendar."""
    return (calendar or "").partition("-")[0]


def test_spellings_are_those_of_python() -> None:
    spelled = {word: kind(name) for name, words in spellings._SPELLINGS.items() for word in words.split()}
    names = [*spelled, *(f"#cal_{word.upper()}" for word in spelled)]
    assert dict(zip(names, called("string(f:calendar-of(.))", names), strict=True)) == {
        name: kind(spellings.calendar_of(name)) for name in names
    }
    (known,) = called("string-join($f:spellings ! map:keys(.) ! $f:spellings(.), ' ')", [""])
    assert set(known.split()) == set(spelled)


@pytest.mark.parametrize(
    "name",
    [
        "Julian",
        "Mālī",
        "Hıjri",
        "calendar-Hebrew",
        "O.S.",
        "cal_julian",
        "Old Style",
        "Julian, year from Annunciation",
        "a guild's",
        "",
    ],
)
def test_case_and_punctuation_do_not_matter_and_names_are_whole(name: str) -> None:
    assert called("string(f:calendar-of(.))", [name]) == [spellings.calendar_of(name) or ""]
