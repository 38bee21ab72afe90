"""Chinese numerals in dates."""

import pytest

from teikit.dates.calendars.chinese import numerals

SIGNS = "一二三四五六七八九"


def spelled(value: int) -> str:
    """Spell a number below 100 as one speaks it."""
    tens, ones = divmod(value, 10)
    return ("" if tens < 2 else SIGNS[tens - 1]) + ("十" if tens else "") + (SIGNS[ones - 1] if ones else "")


def test_every_number_below_a_hundred() -> None:
    for value in range(1, 100):
        assert numerals.number(spelled(value)) == value
        assert numerals.year(spelled(value) + "年") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一九一七", 1917),
        ("一八四〇", 1840),
        ("二零零五", 2005),
        ("廿", 20),
        ("廿三", 23),
        ("卅", 30),
        ("卅一", 31),
        ("百", 100),
        ("一百零四", 104),
        ("二百五十三", 253),
    ],
)
def test_numbers(text: str, value: int) -> None:
    assert numerals.number(text) == value


@pytest.mark.parametrize("text", ["", "一十十", "十百", "正", "年", "x", "１", "十廿"])
def test_what_is_no_number(text: str) -> None:
    assert numerals.number(text) is None


def test_years() -> None:
    assert numerals.year("元年") == 1 == numerals.year("元") == numerals.year("一年")
    assert numerals.year("三十四年") == 34
    assert numerals.year("零年") is None
    assert numerals.year("年") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("正月", (1, False)),
        ("二月", (2, False)),
        ("閏二月", (2, True)),
        ("闰十", (10, True)),
        ("十月", (10, False)),
        ("冬月", (11, False)),
        ("十一月", (11, False)),
        ("臘月", (12, False)),
        ("腊月", (12, False)),
        ("十二月", (12, False)),
        ("十三月", None),
        ("月", None),
        ("閏月", None),
        ("", None),
    ],
)
def test_months(text: str, expected: tuple[int, bool] | None) -> None:
    assert numerals.month(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("初一", 1),
        ("初十", 10),
        ("初十一", None),
        ("十五", 15),
        ("十五日", 15),
        ("二十", 20),
        ("廿三", 23),
        ("廿三日", 23),
        ("二十九日", 29),
        ("卅", 30),
        ("三十", 30),
        ("三十一號", 31),
        ("三十二", None),
        ("初", None),
        ("日", None),
        ("", None),
    ],
)
def test_days(text: str, expected: int | None) -> None:
    assert numerals.day(text) == expected
