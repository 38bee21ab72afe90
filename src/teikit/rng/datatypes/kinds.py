"""How values behave: what they are, when they are equal, how long they are, which is the greater."""

from __future__ import annotations

from teikit.rng.datatypes import whitespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Kind:
    """How the values of a type behave; the functions take texts of the type's lexical space.

    `possible`: what the lexical space leaves to be checked. `value`: the value of a text, hashable, equal where values
    are; None for the text itself. `length`: in the type's unit. `compare`: the order of two values: -1, 0, 1, or None
    for neither. `decimal`: whether digits can be counted. `whitespace`: what is done to a text before all else.
    """

    __slots__ = ("compare", "decimal", "length", "possible", "value", "whitespace")

    def __init__(
        self,
        *,
        possible: Callable[[str], bool] | None = None,
        value: Callable[[str], Any] | None = None,
        length: Callable[[str], int] | None = None,
        compare: Callable[[Any, Any], int | None] | None = None,
        decimal: bool = False,
        whitespace: Callable[[str], str] = whitespace.collapse,
    ) -> None:
        self.possible = possible
        self.value = value
        self.length = length
        self.compare = compare
        self.decimal = decimal
        self.whitespace = whitespace


_STRINGS: dict[str, Kind] = {
    "string": Kind(length=len, whitespace=whitespace.preserve),
    "normalizedString": Kind(length=len, whitespace=whitespace.replace),
    "token": Kind(length=len),
    "list": Kind(length=lambda text: text.count(" ") + 1),
    "QName": Kind(),
    "boolean": Kind(value=lambda text: text in ("true", "1")),
    "hexBinary": Kind(value=str.lower, length=lambda text: len(text) // 2),
    "base64Binary": Kind(
        value=lambda text: text.replace(" ", ""),
        length=lambda text: (len(text) - text.count(" ") - text.count("=")) * 3 // 4,
    ),
}


def kind(name: str) -> Kind:
    """Return how the values of a kind behave; what numbers, dates and URIs need is imported for them only."""
    if name in _STRINGS:
        return _STRINGS[name]
    if name == "anyURI":
        from teikit.rng.datatypes import uris

        return Kind(possible=uris.possible, length=len)
    if name in ("decimal", "double", "float"):
        return _number(name)
    return _time(name)


def _number(name: str) -> Kind:
    from teikit.rng.datatypes import numbers

    if name == "decimal":
        return Kind(value=numbers.decimal, compare=numbers.compare_decimals, decimal=True)
    value: Callable[[str], Any] = numbers.double if name == "double" else numbers.single
    return Kind(value=value, compare=numbers.compare_floats)


def _time(name: str) -> Kind:
    from teikit.rng.datatypes import times

    if name == "duration":
        return Kind(possible=times.complete, value=times.duration, compare=times.compare_durations)
    possible = times.possible if name in ("date", "dateTime") else None
    return Kind(possible=possible, value=lambda text: times.instant(name, text), compare=times.compare_instants)
