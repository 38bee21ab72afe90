"""The values of numbers (XML Schema Datatypes, §3.2.3 to §3.2.5), read from texts that are known to be numbers."""

from __future__ import annotations

Decimal = tuple[bool, str, str]
"""A decimal number, exactly and of any size: whether it is negative (zero is not), its digits before the point without
zeros in front, and those after it without zeros at the end."""


def decimal(text: str) -> Decimal:
    """Return the value of a decimal or an integer."""
    whole, _, fraction = text.lstrip("+-").partition(".")
    whole, fraction = whole.lstrip("0"), fraction.rstrip("0")
    return text.startswith("-") and bool(whole or fraction), whole, fraction


def compare_decimals(one: Decimal, other: Decimal) -> int:
    """Return -1, 0 or 1: whether one is less than, equal to or greater than the other."""
    (negative, whole, fraction), (other_negative, other_whole, other_fraction) = one, other
    if one == other:
        return 0
    if negative != other_negative:
        return -1 if negative else 1
    smaller = (len(whole), whole, fraction) < (len(other_whole), other_whole, other_fraction)
    return -1 if smaller != negative else 1


def total_digits(text: str) -> int:
    """Return how many digits a decimal has, as written, apart from zeros in front."""
    whole, _, fraction = text.lstrip("+-").partition(".")
    return len((whole + fraction).lstrip("0")) or 1


def fraction_digits(text: str) -> int:
    """Return how many digits a decimal has after its point, as written."""
    return len(text.partition(".")[2])


def double(text: str) -> float | str:
    """Return the value of a double; NaN, which equals itself here, as its name."""
    return text if text == "NaN" else float(text)


def single(text: str) -> float | str:
    """Return the value of a float: the nearest number of single precision."""
    if text == "NaN":
        return text
    from struct import pack, unpack

    value = float(text)
    try:
        narrow: float = unpack("<f", pack("<f", value))[0]
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")
    return narrow


def compare_floats(one: float | str, other: float | str) -> int | None:
    """Return -1, 0 or 1 as for decimals; None where only one is NaN."""
    if one == other:
        return 0
    if isinstance(one, str) or isinstance(other, str):
        return None
    return -1 if one < other else 1
