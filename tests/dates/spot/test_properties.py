"""What holds for every text, and for every day."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teikit.dates import day_numbers
from teikit.dates.calendars import CALENDARS, calendar_named
from teikit.dates.calendars.chinese import cyclical
from teikit.dates.interval import Interval
from teikit.dates.spot import read, spot

LANGUAGES = ("en", "de", "fr", "ru", "zh", "ar")
WORDS = """
1 5 22 31 99 365 1336 1917 1918 9999 22nd 1st 1920s '17 ’18 1917-11-22 11/22/1917 12.XI.1917 II XII May march Nov. March
November Sunday the of on in from to until between and early mid late (O.S.) N.S. AH A.D. Minguo jiunian
Rabi al-Thani Safar an last next week years ago yesterday p.m. o'clock , . - – / ( ) [ ] ; : März ноября г. до н. э.
février av. J.-C. 民國 七年 二月 初一 丁巳 閏 日 至 ٢٠ صفر 🙂 é ‍ siècle century summer winter day month Dingsi
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n", "\u00a0", "\x00"])
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=14).map("".join),
)


@given(TEXTS, st.sampled_from(LANGUAGES), st.sampled_from(CALENDARS), st.none() | st.integers(2300000, 2500000))
@settings(max_examples=600, deadline=None)
def test_spans_are_sorted_apart_and_true(text: str, language: str, calendar: str, day: int | None) -> None:
    found = spot(text, language=language, calendar=calendar, given=day)
    assert all(text[span.start : span.end] == span.text and span.text for span in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    for span in found:
        assert span.certainty in ("high", "medium", "low")
        assert span.reason
        assert span.calendar in CALENDARS
        assert span.days is None or span.days.first <= span.days.last


@given(TEXTS, st.sampled_from(LANGUAGES), st.sampled_from(CALENDARS))
@settings(max_examples=300, deadline=None)
def test_reading_is_spotting_of_a_whole_text(text: str, language: str, calendar: str) -> None:
    found = read(text, language=language, calendar=calendar)
    assert found is None or text[found.start : found.end] == found.text


MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
FORMS = {"de": "{day}. {month} {year}", "fr": "{day} {month} {year}", "ru": "{day} {month} {year} г."}
SINCE_1582 = st.integers(2299161, 2488070)


def _written(number: int, language: str) -> str:
    year, month, day = day_numbers.from_day_number(number, "gregorian")
    name = MONTHS[language].split()[month - 1]
    return FORMS.get(language, "{day} {month} {year}").format(day=day, month=name, year=year)


@pytest.mark.parametrize("language", MONTHS)
@given(number=SINCE_1582)
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read(language: str, number: int) -> None:
    found = read(_written(number, language), language=language)
    assert found is not None
    assert found.days == Interval(number, number)


@pytest.mark.parametrize(
    "name", ["gregorian", "julian", "minguo", "islamic", "hebrew", "coptic", "republican", "japanese"]
)
@given(number=st.integers(2420000, 2488070))
@settings(max_examples=60, deadline=None)
def test_the_english_words_of_a_calendar_are_read(name: str, number: int) -> None:
    calendar = calendar_named(name)
    if name == "republican":
        number = 2375840 + number % 4800
    words = calendar.words(calendar.date(number))
    found = read(words, calendar=name)
    assert found is not None, words
    assert found.days == Interval(number, number), words


@given(number=st.integers(2404600, 2433200))
@settings(max_examples=60, deadline=None)
def test_a_chinese_day_is_read_in_its_numerals(number: int) -> None:
    date = calendar_named("chinese").date(number)
    ones = "〇一二三四五六七八九十"
    tens, rest = divmod(date.day or 0, 10)
    written = f"{['初', '十', '二十', '三十'][tens]}{ones[rest] if rest else ''}" if date.day != 10 else "初十"
    month = date.month or 0
    named = ones[month] if month <= 10 else f"十{ones[month - 10]}"
    name = cyclical.characters(date.year)
    found = read(f"{name}年{'閏' if date.is_leap_month else ''}{named}月{written}日", language="zh")
    assert found is not None
    if 1864 <= date.year <= 1923:
        assert found.days == Interval(number, number)
