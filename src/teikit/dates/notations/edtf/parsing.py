"""The grammar of EDTF: levels 0, 1 and 2 of the Extended Date/Time Format, also in ISO 8601-2:2019.

    edtf      = set / interval / date-time
    set       = ("[" / "{") member *("," member) ("]" / "}")
    member    = date / date ".." date / ".." date / date ".."
    interval  = end "/" end            end = date / ".." / ""
    date-time = date ["T" hh:mm:ss [zone]]
    date      = [q] year [q] ["-" [q] month [q] ["-" [q] day [q]]]          q = "?" / "~" / "%"
    year      = ["-"] 4(digit / X) ["S" digits] / "Y" ["-"] digits ["E" digits] ["S" digits]
    month     = 01 to 12, or with X; 21 to 41 for seasons, quarters and the like, which have no day
    day       = 01 to 31, or with X

A qualifier behind a part is said of that part and all before it, one before a part of that part alone.
"""

from __future__ import annotations

import re

from teikit.dates.errors import DateError
from teikit.dates.notations.edtf.model import OPEN, UNKNOWN, Choice, Date, Edtf, End, Part, Span

LONGEST = 1000
"""Characters that a value may have."""

MOST_DIGITS = 18
"""Digits that a year may have, its exponent included."""

_QUALIFIER = "[?~%]"
_YEAR = r"-?[0-9X]{4}(?:S[0-9]+)?|Y-?[0-9]+(?:E[0-9]+)?(?:S[0-9]+)?"
_DATE = re.compile(
    rf"(?P<yb>{_QUALIFIER})?(?P<y>{_YEAR})(?P<ya>{_QUALIFIER})?"
    rf"(?:-(?P<mb>{_QUALIFIER})?(?P<m>[0-9X]{{2}})(?P<ma>{_QUALIFIER})?"
    rf"(?:-(?P<db>{_QUALIFIER})?(?P<d>[0-9X]{{2}})(?P<da>{_QUALIFIER})?)?)?"
)
_TIME = re.compile(
    r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:0[0-9]|1[0-3])(?::[0-5][0-9])?|[+-]14(?::00)?)?"
)
_LONG = re.compile(r"Y(-?)([0-9]+)(?:E([0-9]+))?(?:S([0-9]+))?")

SEASONS = range(21, 42)
"""The numbers of seasons, quarters, quadrimesters and semesters in the place of a month."""


def parse(text: str) -> Edtf:
    """Read a text in EDTF, of any level.

    Raises `DateError`: part `form` where it is not EDTF, else the part that cannot be.
    """
    if len(text) > LONGEST:
        raise DateError(f"a value of {len(text)} characters is no date", "form")
    if text[:1] in ("[", "{"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    date, mark, time = text.partition("T")
    found = _date(date, text)
    if not mark:
        return found
    if found.day is None or "X" in date or not _TIME.fullmatch(time):
        raise _no_form(text)
    return found._replace(time=time)


def _set(text: str) -> Choice:
    is_one = text[0] == "["
    if text[-1] != ("]" if is_one else "}"):
        raise _no_form(text)
    members = tuple(_member(each.strip(" "), text) for each in text[1:-1].split(","))
    return Choice(members, is_one)


def _member(each: str, text: str) -> Date | Span:
    if OPEN not in each:
        return _date(each, text)
    start, _, end = each.partition(OPEN)
    if not start and not end:
        raise _no_form(text)
    return _ordered(Span(_date(start, text) if start else OPEN, _date(end, text) if end else OPEN, True), text)


def _interval(text: str) -> Span:
    start, _, end = text.partition("/")
    if all(each in (OPEN, UNKNOWN) for each in (start, end)):
        raise _no_form(text)
    return _ordered(Span(_end(start, text), _end(end, text)), text)


def _end(text: str, whole: str) -> End:
    return text if text in (OPEN, UNKNOWN) else _date(text, whole)


def _ordered(span: Span, text: str) -> Span:
    from teikit.dates.notations.edtf.bounds import days_of

    if not isinstance(span.start, str) and not isinstance(span.end, str):
        first, last = days_of(span.start)[0], days_of(span.end)[1]
        if first is not None and last is not None and last < first:
            raise DateError(f'"{text}" ends before it begins', "form")
    return span


def _date(text: str, whole: str) -> Date:
    match = _DATE.fullmatch(text)
    if match is None:
        raise _no_form(whole)
    behind = [match[name] or "" for name in ("ya", "ma", "da")]
    parts: list[Part | None] = []
    for place, name in enumerate("ymd"):
        digits = match[name]
        said = (match[f"{name}b"] or "") + "".join(behind[place:])
        parts.append(None if digits is None else _part(digits, said, whole))
    year, month, day = parts
    assert year is not None
    if month is not None and (year.is_long or year.significant):
        raise _no_form(whole)
    _check(month, day, whole)
    date = Date(year, month, day)
    from teikit.dates.notations.edtf.bounds import days_of

    try:
        days_of(date)
    except DateError as error:
        raise DateError(f'"{whole}": {error.message}', error.part) from None
    return date


def _part(digits: str, said: str, whole: str) -> Part:
    uncertain, approximate = "?" in said or "%" in said, "~" in said or "%" in said
    match = _LONG.fullmatch(digits)
    if match:
        sign, number, exponent, significant = match.groups()
        if len(number) > MOST_DIGITS or int(exponent or 0) + len(number) > MOST_DIGITS:
            raise DateError(f'"{whole}": a year of more than {MOST_DIGITS} digits is not read', "year")
        if (exponent is None and len(number) < 5) or number.startswith("0"):
            raise _no_form(whole)
        counted = _counted(significant, len(number) + int(exponent or 0), whole)
        return Part(sign + number, uncertain, approximate, int(exponent or 0), counted, True)
    digits, _, written = digits.partition("S")
    if digits == "-0000" or (written and "X" in digits):
        raise _no_form(whole)
    return Part(digits, uncertain, approximate, 0, _counted(written, 4, whole))


def _counted(digits: str | None, width: int, whole: str) -> int:
    """Return how many digits of a year are significant: one at least, and no more than the year has."""
    if not digits:
        return 0
    if len(digits) > 2 or not 1 <= int(digits) <= width:
        raise _no_form(whole)
    return int(digits)


def _check(month: Part | None, day: Part | None, whole: str) -> None:
    if month is not None and "X" not in month.digits:
        number = int(month.digits)
        if number in SEASONS:
            if day is not None:
                raise DateError(f'"{whole}": a season has no days', "day")
        elif not 1 <= number <= 12:
            raise DateError(f'"{whole}": there is no month {number}', "month")


def _no_form(text: str) -> DateError:
    return DateError(f'"{text}" is not a date in EDTF, such as 1917-12-05, 1917?, 191X or 1915/1916', "form")
