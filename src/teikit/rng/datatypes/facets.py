"""The facets that a schema may give as parameters (XML Schema Datatypes, §4.3), each as a check of a text.

`enumeration` is written as `value` in RELAX NG, and `whiteSpace` belongs to the type: neither is a parameter.
"""

from __future__ import annotations

from teikit.rng.datatypes.errors import DatatypeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from teikit.rng.datatypes.kinds import Kind

    Check = Callable[[str], bool]
    """Whether a text of a type, white space done with, obeys a facet."""

FACETS = (
    "length",
    "minLength",
    "maxLength",
    "pattern",
    "totalDigits",
    "fractionDigits",
    "minInclusive",
    "maxInclusive",
    "minExclusive",
    "maxExclusive",
)

LIMITS: dict[str, tuple[int, ...]] = {
    "minInclusive": (0, 1),
    "maxInclusive": (-1, 0),
    "minExclusive": (1,),
    "maxExclusive": (-1,),
}
"""How a value must compare to the limit."""


def facet(name: str, text: str, kind: Kind) -> Check:
    """Return the check of a facet (other than `pattern`) for types of a kind.

    Raises DatatypeError where it is unknown, unfit or has a bad value.
    """
    if name in ("length", "minLength", "maxLength"):
        return _length(name, text, kind)
    if name in ("totalDigits", "fractionDigits"):
        return _digits(name, text, kind)
    if name in LIMITS:
        return _limit(name, text, kind)
    raise DatatypeError(_unknown(name), name)


def _unknown(name: str) -> str:
    if name == "enumeration":
        return 'the facet "enumeration" is no parameter in RELAX NG: give each value as a "value" element'
    if name == "whiteSpace":
        return 'the facet "whiteSpace" is no parameter in RELAX NG: it belongs to the type'
    return f'unknown parameter "{name}": a datatype of XML Schema may have {", ".join(FACETS)}'


def _whole_number(name: str, text: str) -> int:
    digits = text.strip(" \t\n\r").removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        raise DatatypeError(f'"{name}" must be a whole number that is not negative, not "{text}"', name)
    digits = digits.lstrip("0")
    return int(digits or "0") if len(digits) < 10 else 10**9


def _length(name: str, text: str, kind: Kind) -> Check:
    measure = kind.length
    if measure is None:
        raise DatatypeError(f'"{name}" does not fit a type whose values have no length', name)
    limit = _whole_number(name, text)
    if name == "length":
        return lambda each: measure(each) == limit
    if name == "minLength":
        return lambda each: measure(each) >= limit
    return lambda each: measure(each) <= limit


def _digits(name: str, text: str, kind: Kind) -> Check:
    from teikit.rng.datatypes import numbers

    if not kind.decimal:
        raise DatatypeError(f'"{name}" fits only "decimal" and the types derived from it', name)
    limit = _whole_number(name, text)
    if name == "fractionDigits":
        return lambda each: numbers.fraction_digits(each) <= limit
    if limit == 0:
        raise DatatypeError('"totalDigits" must be at least 1', name)
    return lambda each: numbers.total_digits(each) <= limit


def _limit(name: str, text: str, kind: Kind) -> Check:
    compare, value = kind.compare, kind.value
    if compare is None or value is None:
        raise DatatypeError(f'"{name}" does not fit a type whose values have no order', name)
    allowed = LIMITS[name]
    limit: Any = value(text)
    return lambda each: compare(value(each), limit) in allowed
