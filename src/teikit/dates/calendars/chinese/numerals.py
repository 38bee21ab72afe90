"""Chinese numerals as dates have them: 元年, 正月, 臘月, 閏二月, 初一, 十五, 廿三, 卅, 三十日.

The readers take the numeral, with or without the word behind it (年, 月, 日 or 號), and return None for anything else.
"""

from __future__ import annotations

import re

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "兩": 2, "两": 2}
"""The digits; those of accounts (壹, 貳) are not used in dates."""

TENS = {"十": 10, "廿": 20, "卄": 20, "卅": 30, "丗": 30}
"""The tens that are written with one sign."""

LEAP = "閏闰"
"""The sign before a leap month, traditional and simplified."""

MONTHS = {"正": 1, "端": 1, "冬": 11, "子": 11, "臘": 12, "腊": 12, "蠟": 12, "丑": 12}
"""The months with names instead of numbers: the first, the eleventh and the twelfth."""

_PLACES = re.compile(r"[〇零○一二三四五六七八九]{2,}")
_ONES = "[一二三四五六七八九]"
_HUNDREDS = f"(?:({_ONES})?(百))?零?"
_BELOW_A_HUNDRED = f"(?:({_ONES})?(十)|([廿卄卅丗])十?)?({_ONES})?"
_COUNTED = re.compile(_HUNDREDS + _BELOW_A_HUNDRED)


def number(text: str) -> int | None:
    """Return a number below 1000 (三十四, 廿一, 百), or a number written by its digits (一九一七), or None."""
    if _PLACES.fullmatch(text):
        return int("".join(str(DIGITS[digit]) for digit in text))
    match = _COUNTED.fullmatch(text.replace("兩", "二").replace("两", "二"))
    if not text or match is None:
        return None
    hundreds, hundred, tens, ten, short, ones = match.groups()
    value = DIGITS[hundreds or "一"] * 100 if hundred else 0
    value += DIGITS[tens or "一"] * 10 if ten else TENS.get(short or "", 0)
    return value + (DIGITS[ones] if ones else 0)


def year(text: str) -> int | None:
    """Return the number of a year of an era, from 1: 元年 is 1, 三十四年 is 34."""
    numeral = text.removesuffix("年")
    return 1 if numeral == "元" else _positive(number(numeral))


def month(text: str) -> tuple[int, bool] | None:
    """Return the number of a month and whether it is a leap month: 正月 is (1, False), 閏二月 is (2, True)."""
    numeral = text.removesuffix("月")
    is_leap = numeral[:1] in LEAP and bool(numeral)
    numeral = numeral[1:] if is_leap else numeral
    value = MONTHS.get(numeral) or number(numeral)
    return (value, is_leap) if value is not None and 1 <= value <= 12 else None


def day(text: str) -> int | None:
    """Return the day of a month, 1 to 31: 初一 is 1, 廿三 is 23, 卅 is 30, 二十九日 is 29."""
    numeral = text.removesuffix("日").removesuffix("號").removesuffix("号")
    if numeral.startswith("初"):
        value = number(numeral[1:])
        return value if value is not None and 1 <= value <= 10 else None
    value = number(numeral)
    return value if value is not None and 1 <= value <= 31 else None


def _positive(value: int | None) -> int | None:
    return value if value else None
