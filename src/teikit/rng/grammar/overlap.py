"""Sets of element or attribute patterns by their names, and where two have a name in common (§7.3, §7.4)."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.rng.automaton.name_classes import AnyName, Name, NameChoice, NameClass, NsName, contains
from teikit.rng.grammar.simple import Simple

_NO_LOCAL = "\x00"
"""Stands for a local name, or a namespace, that no schema has: all other names of a wildcard are like it."""


class Names:
    """Patterns by their names: single names in a dictionary, those with wildcards in a list."""

    __slots__ = ("open", "single")

    def __init__(self, single: dict[str, Simple] | None = None, wild: tuple[Simple, ...] = ()) -> None:
        self.single = single or {}
        self.open = wild

    @classmethod
    def of(cls, simple: Simple) -> Names:
        """Return the names of one element or attribute pattern."""
        waiting = [simple.name_class]
        single: dict[str, Simple] = {}
        while waiting:
            match waiting.pop():
                case Name(name):
                    single[name] = simple
                case NameChoice(left, right):
                    waiting += [left, right]
                case AnyName() | NsName():
                    return cls({}, (simple,))
        return cls(single)

    def with_names(self, other: Names) -> Names:
        """Return the names of both."""
        if not self.single and not self.open:
            return other
        known = set(map(id, self.open))
        more = tuple(each for each in other.open if id(each) not in known)
        return Names(other.single | self.single, self.open + more)

    def overlaps(self, other: Names) -> Iterator[tuple[Simple, Simple, str]]:
        """Yield pairs of patterns that have a name in common, with the name, quoted, or what kind of names it is."""
        small = min(self.single, other.single, key=len)
        for name in small:
            if name in self.single and name in other.single:
                yield self.single[name], other.single[name], shown(name)
        for earlier in self.open:
            for name, later in _inside(earlier, other.single):
                yield earlier, later, shown(name)
            for later in other.open:
                common = common_name(_class(earlier), _class(later))
                if common is not None:
                    yield earlier, later, shown(common)
        for later in other.open:
            for name, earlier in _inside(later, self.single):
                yield earlier, later, shown(name)


def _inside(wild: Simple, single: dict[str, Simple]) -> Iterator[tuple[str, Simple]]:
    name_class = _class(wild)
    return ((name, simple) for name, simple in single.items() if contains(name_class, name))


def shown(name: str) -> str:
    """Return a name as people read it."""
    namespace, _, local = name.rpartition(" ")
    if local == _NO_LOCAL:
        return "with any name" if namespace == _NO_LOCAL else f"with any name of the namespace “{namespace}”"
    return f"“{local}” ({namespace})" if namespace else f"“{local}”"


def _class(simple: Simple) -> NameClass:
    if simple.name_class is None:
        raise ValueError("a pattern without a name")
    return simple.name_class


def common_name(left: NameClass, right: NameClass) -> str | None:
    """Return a name that is in both classes, or None: what the two mention, and a name like no other, are tried."""
    for name in (*_samples(left), *_samples(right)):
        if contains(left, name) and contains(right, name):
            return name
    return None


def _samples(name_class: NameClass | None) -> Iterator[str]:
    match name_class:
        case Name(name):
            yield name
        case NameChoice(left, right):
            yield from _samples(left)
            yield from _samples(right)
        case NsName(namespace, exception):
            yield f"{namespace} {_NO_LOCAL}" if namespace else _NO_LOCAL
            yield from _samples(exception)
        case AnyName(exception):
            yield f"{_NO_LOCAL} {_NO_LOCAL}"
            yield from _samples(exception)
