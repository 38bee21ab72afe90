"""The grammar of EDTF (Extended Date/Time Format, Library of Congress, 2019; ISO 8601-2), levels 0, 1 and 2.

`read` takes a value apart, and `write` puts it together again as it was; what the parts mean is for `days` to say.

    value   = date / datetime / interval / set
    interval= end "/" end               ; one end at least is a date
    end     = date / ".." / ""          ; open / unknown
    set     = ("[" / "{") member *("," member) ("]" / "}")
    member  = date / date ".." date / ".." date / date ".."
    date    = year ["-" month ["-" day]]       ; each part with a mark before it, after it, or both
    mark    = "?" / "~" / "%"           ; uncertain, approximate, both
    year    = ["-"] 4digit ["S" digits] / "Y" ["-"] digits ["E" digits] ["S" digits]
    month   = 01 to 12, 21 to 24 (seasons), 25 to 41 (level 2: hemispheres, quarters, quadrimesters, semesters)
    digit   = 0 to 9 / "X"              ; X is not specified
"""

from __future__ import annotations

import re
from typing import NamedTuple

from teikit.dates.errors import DateError
from teikit.dates.notations.parts import MOST_YEAR_DIGITS, bounded, ends_the_day

_MARK = "[?~%]?"
_YEAR = (
    r"(?P<year>-?[0-9X]{4}(?:S(?P<significant>[1-9][0-9]{0,2}))?"
    r"|Y-?[1-9][0-9]*(?:E(?P<exponent>[1-9][0-9]*))?(?:S[1-9][0-9]{0,2})?)"
)
_DATE = re.compile(
    rf"(?P<year_before>{_MARK}){_YEAR}(?P<year_after>{_MARK})"
    rf"(?:-(?P<month_before>{_MARK})(?P<month>[0-9X]{{2}})(?P<month_after>{_MARK})"
    rf"(?:-(?P<day_before>{_MARK})(?P<day>[0-9X]{{2}})(?P<day_after>{_MARK}))?)?"
)
_DATE_TIME = re.compile(
    r"(?P<date>-?[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})"
    r"(?P<fraction>)(?:Z|[+-](?P<zone_hour>[0-9]{2})(?::(?P<zone_minute>[0-9]{2}))?)?"
)
_LONG_YEAR = 4
_LAST_SEASON = 41

OPEN = ".."
"""How an open end of an interval is written."""


class Part(NamedTuple):
    """A year, a month or a season, or a day: its text, and the marks before it (its own) and after it (the group's)."""

    text: str
    before: str = ""
    after: str = ""


class Date(NamedTuple):
    """One date: its parts from the year down, and the time of day and zone with their `T`, or ''."""

    parts: tuple[Part, ...]
    time: str = ""


class Span(NamedTuple):
    """An interval (`sign` is `/`) or consecutive members of a set (`..`).

    An end is a date, or `..` where it is open, or '' where it is not known.
    """

    first: Date | str
    last: Date | str
    sign: str = "/"


class DateSet(NamedTuple):
    """A set of dates: one of them (`brackets` are `[]`), or all of them (`{}`)."""

    members: tuple[Date | Span, ...]
    brackets: str


Expression = Date | Span | DateSet


def read(value: str) -> Expression:
    """Take a value apart. Raises `DateError` with part `form`, `year`, `month` or `day`."""
    value = bounded(value)
    if value[:1] in ("[", "{"):
        return _set(value)
    first, slash, last = value.partition("/")
    if not slash:
        return _date_time(value) or _date(value, value)
    ends = _end(value, first), _end(value, last)
    if not any(isinstance(end, Date) for end in ends):
        raise DateError(f'"{value}": an interval has a date at one end at least', "form")
    return Span(*ends)


def write(expression: Expression) -> str:
    """Return an expression as EDTF; `read(write(expression)) == expression`."""
    if isinstance(expression, DateSet):
        members = ",".join(map(write, expression.members))
        return f"{expression.brackets[0]}{members}{expression.brackets[1]}"
    if isinstance(expression, Span):
        ends = (end if isinstance(end, str) else write(end) for end in (expression.first, expression.last))
        return expression.sign.join(ends) if expression.sign == "/" else _consecutive(*ends)
    return "-".join(f"{part.before}{part.text}{part.after}" for part in expression.parts) + expression.time


def _consecutive(first: str, last: str) -> str:
    return f"{'' if first == OPEN else first}{OPEN}{'' if last == OPEN else last}"


def _set(value: str) -> DateSet:
    brackets = {"[": "[]", "{": "{}"}[value[0]]
    if value[-1] != brackets[1] or len(value) == 2:
        raise DateError(f'"{value}" is not a set such as [1667,1668,1670..1672]', "form")
    members = tuple(_member(value, text) for text in value[1:-1].split(","))
    return DateSet(members, brackets)


def _member(value: str, text: str) -> Date | Span:
    first, dots, last = text.partition(OPEN)
    if not dots:
        return _date(value, text)
    if not first and not last:
        raise DateError(f'"{value}": a range in a set has a date at one end at least', "form")
    return Span(_date(value, first) if first else OPEN, _date(value, last) if last else OPEN, OPEN)


def _end(value: str, text: str) -> Date | str:
    return text if text in ("", OPEN) else _date(value, text)


def _date_time(value: str) -> Date | None:
    match = _DATE_TIME.fullmatch(value)
    if match is None:
        return None
    ends_the_day(value, match)
    return Date(_date(value, match["date"]).parts, value[match.end("date") :])


def _date(value: str, text: str) -> Date:
    match = _DATE.fullmatch(text)
    if match is None:
        raise DateError(f'"{value}" is not a date of EDTF, such as 1917-12-05, 1917?, 191X or 1917-12/1918-02', "form")
    names = [name for name in ("year", "month", "day") if match[name] is not None]
    _check_year(value, match, len(names))
    if "month" in names:
        _check_month(value, match["month"], "day" in names)
    if "day" in names and not any(_fits(match["day"], day) for day in range(1, 32)):
        raise DateError(f'"{value}": there is no day {match["day"]} in any month', "day")
    return Date(tuple(Part(match[name], match[f"{name}_before"], match[f"{name}_after"]) for name in names))


def _check_year(value: str, match: re.Match[str], parts: int) -> None:
    text, _, significant = match["year"].partition("S")
    if text == "-0000":
        raise DateError(f'"{value}": there is no year -0000', "year")
    digits = len(text.lstrip("Y-"))
    if text.startswith("Y") or significant:
        if parts > 1:
            raise DateError(f'"{value}": a year with Y or S stands alone', "form")
        if "X" in text:
            raise DateError(f'"{value}": a digit that is not specified cannot be significant', "form")
    if text.startswith("Y"):
        digits = _check_long(value, text, match["exponent"])
    if significant and int(significant) > digits:
        raise DateError(f'"{value}": the year has fewer than {significant} digits', "form")


def _check_long(value: str, text: str, exponent: str | None) -> int:
    """Check a year with Y, and return how many digits it has when written out."""
    written = text.partition("E")[0].lstrip("Y-")
    digits = len(written) + (int(exponent) if exponent and len(exponent) <= 3 else 0)
    if digits > MOST_YEAR_DIGITS or (exponent and len(exponent) > 3):
        raise DateError(f'"{value}": the year has more than {MOST_YEAR_DIGITS} digits', "year")
    if digits <= _LONG_YEAR and not exponent:
        raise DateError(f'"{value}": Y is for years of more than four digits', "year")
    return digits


def _check_month(value: str, month: str, has_day: bool) -> None:
    if any(_fits(month, number) for number in range(1, 13)):
        return
    if not month.isdigit() or not 21 <= int(month) <= _LAST_SEASON:
        raise DateError(f'"{value}": there is no month or season {month}', "month")
    if has_day:
        raise DateError(f'"{value}": a season has no days of its own', "form")


def _fits(pattern: str, number: int) -> bool:
    return all(sign in ("X", digit) for sign, digit in zip(pattern, f"{number:02}", strict=True))
