"""Chinese dates, and Chinese years in Pinyin."""

from __future__ import annotations

import pytest

from teikit.dates import day_numbers
from teikit.dates.interval import Interval
from teikit.dates.spot import read, spot


def _day(year: int, month: int, day: int) -> Interval:
    number = day_numbers.to_day_number(year, month, day, "gregorian")
    return Interval(number, number)


DAYS = [
    ("中華民國七年二月十二日", "0007-02-12", "minguo", _day(1918, 2, 12)),
    ("民国七年二月十二日", "0007-02-12", "minguo", _day(1918, 2, 12)),
    ("1918年2月12日", "1918-02-12", "gregorian", _day(1918, 2, 12)),
    ("１９１８年２月１２日", "1918-02-12", "gregorian", _day(1918, 2, 12)),
    ("一九一八年二月十二日", "1918-02-12", "gregorian", _day(1918, 2, 12)),
    ("七年二月十二日", "0007-02-12", "minguo", _day(1918, 2, 12)),
    ("丁巳年十二月初一", "1917-12-01", "chinese", _day(1918, 1, 13)),
    ("丁巳年閏二月初一", "1917-02L-01", "chinese", _day(1917, 3, 23)),
    ("光緒三十四年十月廿一日", "Guangxu-34-10-21", "chinese", _day(1908, 11, 14)),
    ("大正七年二月十二日", "Taisho-7-02-12", "japanese", _day(1918, 2, 12)),
]
"""Guangxu 34-10-21 was 14 November 1908, the day on which the emperor died."""


@pytest.mark.parametrize(("text", "value", "calendar", "days"), DAYS)
def test_a_day_is_read(text: str, value: str, calendar: str, days: Interval) -> None:
    found = read(text, language="zh")
    assert found is not None
    assert (found.kind, found.value, found.calendar, found.days) == ("day", value, calendar, days)


@pytest.mark.parametrize("weekday", ["星期二", " 星期二", "（星期二）", "(礼拜二)", "，週二"])
def test_a_weekday_stands_behind_its_day(weekday: str) -> None:
    found = read(f"民國七年二月十二日{weekday}", language="zh")
    assert found is not None
    assert (found.value, found.weekday) == ("0007-02-12", 1)
    (sunday,) = spot("1918年2月10日星期日", language="zh")
    assert (sunday.text, sunday.weekday) == ("1918年2月10日星期日", 6)


OTHERS = [
    ("民國七年", "year", "0007", "minguo"),
    ("宣統元年", "year", "Xuantong-1", "chinese"),
    ("光緒丁未年", "year", "Guangxu-33", "chinese"),
    ("民國七年二月", "month", "0007-02", "minguo"),
    ("二月十二日", "recurring", "--02-12", "gregorian"),
    ("閏二月初一", "recurring", "--02L-01", "chinese"),
    ("正月初一", "recurring", "--01-01", "chinese"),
    ("十二日", "recurring", "---12", "gregorian"),
    ("俄曆十一月二十二日", "recurring", "--11-22", "julian"),
    ("1918年1月下旬", "range", "1918-01-21/1918-01", "gregorian"),
    ("民國六年至八年", "range", "0006/0008", "minguo"),
    ("1917—1919年", "range", "1917/1919", "gregorian"),
    ("二十世紀", "century", "1901/2000", "gregorian"),
    ("二十世紀二十年代", "decade", "1920/1929", "gregorian"),
    ("昨日", "relative", "-P1D", "gregorian"),
]


@pytest.mark.parametrize(("text", "kind", "value", "calendar"), OTHERS)
def test_what_is_less_or_more_than_a_day_is_read(text: str, kind: str, value: str, calendar: str) -> None:
    found = read(text, language="zh")
    assert found is not None
    assert (found.kind, found.value, found.calendar) == (kind, value, calendar)


@pytest.mark.parametrize("text", ["民國七年二月三十日", "丁巳年閏三月初一", "康熙六十二年"])
def test_what_cannot_be_is_found_with_the_reason(text: str) -> None:
    found = read(text, language="zh")
    assert found is not None
    assert (found.days, found.certainty) == (None, "low")


def test_dates_stand_in_running_text() -> None:
    text = "民國七年二月十二日收，駐俄劉公使一月十九日電：昨日來文。"
    found = spot(text, language="zh", given=_day(1918, 1, 19).first)
    assert [(span.text, span.value) for span in found] == [
        ("民國七年二月十二日", "0007-02-12"),
        ("一月十九日", "1918-01-19"),
        ("昨日", "1918-01-18"),
    ]


@pytest.mark.parametrize("text", ["三年五個月", "四十年來", "他六十歲", "每月十元"])
def test_durations_are_no_dates(text: str) -> None:
    assert spot(text, language="zh") == []


def test_years_in_pinyin_that_contradict_those_in_brackets_are_told() -> None:
    found = spot("Minguo jiunian zhi banian (1917-1919).")
    assert [(span.text, span.value, span.calendar) for span in found] == [
        ("Minguo jiunian zhi banian", "0009/0008", "minguo"),
        ("1917-1919", "1917/1919", "gregorian"),
    ]
    assert (found[0].certainty, found[0].days) == ("low", None)
    assert "before it begins" in found[0].reason
    assert '"1917-1919"' in found[0].reason


def test_years_in_pinyin_that_agree_are_not() -> None:
    found = spot("Minguo liunian zhi banian (1917-1919).")
    assert [(span.value, span.certainty) for span in found] == [("0006/0008", "high"), ("1917/1919", "high")]
