"""Hints: the declared names most like one that is not declared."""

import difflib
from collections.abc import Iterable
from itertools import islice

_MOST_NAMES = 5000
MOST_LOOKUPS = 100
"""Wrong names of a document that get such a hint."""

_LONGEST = 80


class Nearest:
    """The names that a wrong one may have been meant for.

    Comparing is slow, and documents come from strangers: it is done for the first hundred wrong names of a document,
    among its first 5000 right ones, and not for very long names.
    """

    def __init__(self, names: Iterable[str], prefix: str = "#") -> None:
        self._names = names
        self._prefix = prefix
        self._folded: dict[str, str] | None = None
        self._hints: dict[str, str | None] = {}

    def hint(self, name: str) -> str | None:
        """Return `did you mean "#x" or "#y"?`, the nearest first, or None where no name is like the given one."""
        if name not in self._hints:
            if len(self._hints) >= _MOST_LOOKUPS or len(name) > _LONGEST:
                return None
            self._hints[name] = self._look_up(name)
        return self._hints[name]

    def _look_up(self, name: str) -> str | None:
        if self._folded is None:
            known = islice((known for known in self._names if len(known) <= _LONGEST), _MOST_NAMES)
            self._folded = {known.casefold(): known for known in known}
        near = difflib.get_close_matches(name.casefold(), self._folded, n=3, cutoff=0.7)
        quoted = [f'"{self._prefix}{self._folded[match]}"' for match in near]
        return f"did you mean {' or '.join(quoted)}?" if quoted else None
