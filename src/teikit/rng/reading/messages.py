"""The wording of faults: the element and its parent named, what was expected, what was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Sequence
from itertools import islice

MOST_NAMES = 8
"""How many expected names a hint lists."""

ALIKE = 0.7
"""From this similarity on, a name is taken for a misspelling of an expected one."""

MOST_COMPARED = 200_000
"""How many pairs of names are compared for one document: who misspells more has not misspelt."""

_XML = "http://www.w3.org/XML/1998/namespace"


def local(name: str) -> str:
    """Return the local part of a name as expat gives it."""
    return name.rpartition(" ")[2]


def shown(name: str, others: Iterable[str] = ()) -> str:
    """Return a name for people: its namespace is told only where another name differs by nothing else."""
    namespace, _, word = name.rpartition(" ")
    if namespace == _XML:
        return f"xml:{word}"
    if any(other != name and local(other) == word for other in others):
        return f"{word} ({f'namespace {namespace}' if namespace else 'no namespace'})"
    return word


class Advice:
    """What was probably meant, for one document. The same question is answered once, and comparing names has an end."""

    def __init__(self) -> None:
        self._left = MOST_COMPARED
        self._meant: dict[str, dict[tuple[str, ...], str | None]] = {}
        self._nearest_first: dict[str, dict[tuple[str, ...], list[str]]] = {}

    def _may_compare(self, names: tuple[str, ...]) -> bool:
        self._left -= len(names)
        return self._left > 0

    def nearest(self, name: str, expected: Collection[str]) -> str | None:
        """Return the expected name that this one was probably meant to be, or None.

        The same local name, where one of the two has no namespace, comes first, then the most similar one of the same
        namespace. A name of another vocabulary is never taken for one of this.
        """
        if self._left <= 0 and name not in self._meant:
            return None
        names = tuple(expected)
        known = self._meant.setdefault(name, {})
        if names not in known:
            if not self._may_compare(names):
                return None
            known[names] = _nearest(name, names)
        return known[names]

    def hint(self, name: str, expected: Sequence[str], *, meant: str | None, empty: str) -> str:
        """Return the line that helps: “did you mean”, then other expected names, nearest first."""
        listed = MOST_NAMES - bool(meant)
        others = list(islice((each for each in self._sorted(name, expected) if each != meant), listed))
        quoted = ", ".join(f'"{shown(each, [name])}"' for each in others)
        more = len(expected) - bool(meant) - listed
        tail = f" and {more} more" if more > 0 else ""
        if meant:
            also = f"  also allowed here: {quoted}{tail}" if quoted else ""
            return f'did you mean "{shown(meant, [name])}"?{also}'
        return f"allowed here: {quoted}{tail}" if quoted else empty

    def _sorted(self, name: str, expected: Sequence[str]) -> Sequence[str]:
        if self._left <= 0 and name not in self._nearest_first:
            return expected
        names = tuple(expected)
        known = self._nearest_first.setdefault(name, {})
        if names not in known:
            if not self._may_compare(names):
                return names
            known[names] = sorted(
                names,
                key=lambda each: (-difflib.SequenceMatcher(None, local(name), local(each)).ratio(), local(each), each),
            )
        return known[names]


def _nearest(name: str, expected: Collection[str]) -> str | None:
    namespace, _, word = name.rpartition(" ")
    near = [each for each in expected if not namespace or each.rpartition(" ")[0] in ("", namespace)]
    same = next((each for each in near if local(each) == word), None)
    if same is not None:
        return same
    by_word = {local(each): each for each in reversed(near)}
    folded = {each.casefold(): each for each in reversed(list(by_word))}
    if word.casefold() in folded:
        return by_word[folded[word.casefold()]]
    found = difflib.get_close_matches(word, by_word, 1, ALIKE)
    return by_word[found[0]] if found else None


def listing(names: Iterable[str]) -> str:
    """Return quoted names joined by commas, sorted."""
    return ", ".join(f'"{shown(name)}"' for name in sorted(names, key=local))


def shortened(text: str) -> str:
    """Return a text that fits into a message."""
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59] + "…"
