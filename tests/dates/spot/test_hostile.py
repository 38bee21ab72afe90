"""Text that is made to cost time or to break the spotter: time grows with its length, and nothing is raised."""

from __future__ import annotations

import time

import pytest

from teikit.dates.spot import read, spot

SIZE = 1_000_000
PIECES = {
    "digits": "1",
    "Arabic digits": "١",
    "spaces": " ",
    "brackets": "(",
    "May": "May ",
    "lines of May": "May\n",
    "years": "1917 ",
    "years and dashes": "1917-",
    "days": "1 May ",
    "ordinals": "1st ",
    "lists": "1 and ",
    "commas": "1,",
    "stops": "1.",
    "colons": "1:",
    "numerals": "I",
    "letters": "a",
    "apostrophes": "'17",
    "marks": "\u0301",
    "joiners": "\u200c",
    "styles": "O. S. ",
    "names of several words": "Rabi al ",
    "gaps": "May" + " " * 5000,
    "clocks": "1 o'clock ",
    "Chinese numerals": "一",
    "Chinese years": "年",
    "Chinese eras": "民國",
    "Chinese ranges": "民國七年至",
    "surrogates": "\ud800 May ",
    "nulls": "\x00",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_time_grows_with_the_length(piece: str) -> None:
    spot(piece * 10)
    start = time.process_time()
    spot(piece * (SIZE // len(piece)))
    assert time.process_time() - start < 30  # a hundredth of what a quadratic search would take


def test_a_list_of_days_before_a_month_ends() -> None:
    text = "January 1" + ", 2" * 200_000 + " and 3, 1918"
    start = time.process_time()
    spot(text)
    assert time.process_time() - start < 30


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_a_long_text_is_no_date(piece: str) -> None:
    assert read(piece * 1000) is None


@pytest.mark.parametrize(
    "text",
    [
        "99 May 9999",
        "0 May 0000",
        "00/00/0000",
        "1/1/1",
        "31/02/1917",
        "9999-12-31",
        "the 99th century",
        "May 1917/16",
        "9/22 Smarch 1917",
        "AH 0",
        "0 BC",
        "Minguo 0",
        "民國〇年",
        "民國零年零月零日",
        "Guangxu 999",
        "99 Adar II 9999",
        "13.XIII.1917",
        "25:61",
        "²³ May ①⑨①⑦",
    ],
)
def test_numbers_that_are_none_are_no_traceback(text: str) -> None:
    for language in ("en", "de", "fr", "ru", "zh", "ar"):
        assert all(span.days is None or span.days.first <= span.days.last for span in spot(text, language=language))
        read(text, language=language)
