"""Name classes (§6.2.1): which names an element or attribute pattern matches.

A name is written as expat gives it: `namespace local`, with a space between, or `local` alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Name(NamedTuple):
    """One name."""

    name: str


class AnyName(NamedTuple):
    """Every name but those of the exception."""

    exception: NameClass | None


class NsName(NamedTuple):
    """Every name of a namespace but those of the exception."""

    namespace: str
    exception: NameClass | None


class NameChoice(NamedTuple):
    """The names of either class; `single` is all of them, or None where a wildcard is in it. Made by `either`."""

    left: NameClass
    right: NameClass
    single: frozenset[str] | None


NameClass = Name | AnyName | NsName | NameChoice


def either(left: NameClass, right: NameClass) -> NameChoice:
    """Return the class of the names of both. A choice may have thousands, and be asked for thousands."""
    one, other = _single(left), _single(right)
    return NameChoice(left, right, None if one is None or other is None else one | other)


def _single(name_class: NameClass) -> frozenset[str] | None:
    match name_class:
        case Name(only):
            return frozenset((only,))
        case NameChoice(single=single):
            return single
    return None


def contains(name_class: NameClass, name: str) -> bool:
    """Return whether a name is in a class."""
    match name_class:
        case Name(only):
            return name == only
        case NameChoice(left, right, single):
            return contains(left, name) or contains(right, name) if single is None else name in single
        case NsName(namespace, exception):
            inside = name.rpartition(" ")[0] == namespace
            return inside and not (exception is not None and contains(exception, name))
        case AnyName(exception):
            return not (exception is not None and contains(exception, name))


def names(name_class: NameClass) -> Iterator[str]:
    """Yield the names that a class lists one by one, in the order of the schema; wildcards yield none."""
    match name_class:
        case Name(only):
            yield only
        case NameChoice(left, right):
            yield from names(left)
            yield from names(right)


def is_open(name_class: NameClass) -> bool:
    """Return whether a class has infinitely many names."""
    match name_class:
        case NameChoice(single=single):
            return single is None
        case Name():
            return False
    return True


EXACT = 3
"""The specificity of a class that names a name."""


def specificity(name_class: NameClass, name: str) -> int:
    """Return how closely a class matches a name: 0 not at all, 1 as any name, 2 by its namespace, 3 by itself."""
    match name_class:
        case NameChoice(left, right, single):
            if single is not None:
                return EXACT if name in single else 0
            return max(specificity(left, name), specificity(right, name))
        case Name():
            return EXACT if contains(name_class, name) else 0
        case NsName():
            return 2 if contains(name_class, name) else 0
    return 1 if contains(name_class, name) else 0
