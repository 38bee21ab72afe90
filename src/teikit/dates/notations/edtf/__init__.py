"""EDTF, the Extended Date/Time Format (Library of Congress, 2019; ISO 8601-2): levels 0, 1 and 2.

`parse_edtf` reads a value, `write_edtf` writes it as it was. `grammar` has the one grammar, `days` says which days are
meant. Years are astronomical, as in ISO 8601: 0000 is 1 BCE.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from teikit.dates.notations.edtf.days import reach
from teikit.dates.notations.edtf.grammar import OPEN, Date, DateSet, Expression, Span, read, write

_COMPONENTS = ("year", "month", "day")


class Edtf(NamedTuple):
    """What a value of EDTF means.

    `first` and `last` are Julian Day Numbers, None where that end is open or not known (`is_open` tells that one is
    written as open). `uncertain` and `approximate` are the components so marked (`year`, `month`, `day`), in any of
    its dates. `is_set` tells that it is a set, and `is_one` that only one of its members is meant.
    """

    first: int | None
    last: int | None
    uncertain: frozenset[str]
    approximate: frozenset[str]
    is_open: bool
    is_set: bool
    is_one: bool
    expression: Expression


def parse_edtf(value: str) -> Edtf:
    """Read a value of EDTF. Raises `DateError`, whose `part` names what is faulty."""
    expression = read(value)
    days = reach(value, expression)
    dates = list(_dates(expression))
    return Edtf(
        days.first,
        days.last,
        _marked(dates, "?%"),
        _marked(dates, "~%"),
        _is_open(expression),
        isinstance(expression, DateSet),
        isinstance(expression, DateSet) and expression.brackets == "[]",
        expression,
    )


def write_edtf(meaning: Edtf) -> str:
    """Return a value as EDTF; `write_edtf(parse_edtf(value)) == value`."""
    return write(meaning.expression)


def _dates(expression: Expression) -> Iterator[Date]:
    if isinstance(expression, Date):
        yield expression
        return
    inner = expression.members if isinstance(expression, DateSet) else (expression.first, expression.last)
    for each in inner:
        if not isinstance(each, str):
            yield from _dates(each)


def _marked(dates: list[Date], marks: str) -> frozenset[str]:
    """Return the components that have one of some marks: before it for itself, after it for those on the left too."""
    found = set[str]()
    for date in dates:
        for index, part in enumerate(date.parts):
            if part.before and part.before in marks:
                found.add(_COMPONENTS[index])
            if part.after and part.after in marks:
                found.update(_COMPONENTS[: index + 1])
    return frozenset(found)


def _is_open(expression: Expression) -> bool:
    if isinstance(expression, DateSet):
        return any(_is_open(member) for member in expression.members)
    return isinstance(expression, Span) and OPEN in (expression.first, expression.last)


__all__ = ["Edtf", "parse_edtf", "write_edtf"]
