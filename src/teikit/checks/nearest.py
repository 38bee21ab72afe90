"""Hints: the declared names most like one that is not declared."""

import difflib
from collections.abc import Callable, Iterable
from itertools import islice

MOST_LOOKUPS = 100
"""Wrong names of a document that get a hint."""

_MOST_NAMES = 5000
_MOST_COMPARISONS = 40_000
_LONGEST = 60


class Budget:
    """How many comparisons are left for all the names of a run."""

    def __init__(self, left: int = 100_000) -> None:
        self._left = left

    def spend(self, count: int) -> bool:
        """Take some, and tell whether they were there."""
        self._left -= count
        return self._left >= 0


class Nearest:
    """The names that a wrong one may have been meant for.

    Comparing is slow (some 50 µs a pair of long names), and documents come from strangers: so a document has a number
    of comparisons, after which there are no more hints, and very long names are not compared.
    `write` gives a name as it is to be written in a hint; `budget` is shared with the names of other documents.
    """

    def __init__(
        self, names: Iterable[str], write: Callable[[str], str] = "#{}".format, budget: Budget | None = None
    ) -> None:
        self._names = names
        self._write = write
        self._folded: dict[str, str] | None = None
        self._hints: dict[str, str | None] = {}
        self._budget = budget
        self._own = Budget(_MOST_COMPARISONS)

    def hint(self, name: str) -> str | None:
        """Return `did you mean "#x" or "#y"?`, the nearest first, or None where no name is like the given one."""
        if name not in self._hints:
            if len(self._hints) >= MOST_LOOKUPS or len(name) > _LONGEST:
                return None
            self._hints[name] = self._look_up(name)
        return self._hints[name]

    def _look_up(self, name: str) -> str | None:
        if self._folded is None:
            known = islice((known for known in self._names if len(known) <= _LONGEST), _MOST_NAMES)
            self._folded = {known.casefold(): known for known in known}
        count = len(self._folded)
        if not self._own.spend(count) or not (self._budget is None or self._budget.spend(count)):
            return None
        near = difflib.get_close_matches(name.casefold(), self._folded, n=3, cutoff=0.7)
        quoted = [f'"{self._write(self._folded[match])}"' for match in near]
        return f"did you mean {' or '.join(quoted)}?" if quoted else None
