"""The same work on many files, in processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")

SMALL = 1_500_000
"""Up to this many bytes in all, starting a process costs more than it saves."""

BATCHES = 8
"""How many batches each process gets: fewer cost less, more are shared out more evenly."""


def each(
    function: Callable[[_Item], _Answer],
    items: Sequence[_Item],
    jobs: int | None,
    *,
    weigh: Callable[[_Item], int],
    lost: Callable[[_Item], _Answer],
) -> Iterator[_Answer]:
    """Yield `function(item)` for each item, in order, in up to `jobs` processes (default: one for each core).

    `weigh` gives the bytes of an item: the heaviest are begun first, and little work stays in this process. If a
    process dies, the items that it held are tried again one by one, and the answer for the one at fault is
    `lost(item)`. Function, items and answers must be picklable.
    """
    weights = [weigh(item) for item in items]
    count = min(jobs or os.cpu_count() or 1, len(items))
    if count <= 1 or sum(weights) <= SMALL:
        yield from map(function, items)
        return
    yield from _Pool(function, items, count, lost).answers(_batches(weights, count))


def _batches(weights: Sequence[int], count: int) -> list[list[int]]:
    """Share items out to batches of about the same weight, the heaviest items first."""
    most = sum(weights) / (count * BATCHES)
    batches: list[list[int]] = []
    load = most
    for index in sorted(range(len(weights)), key=lambda each: -weights[each]):
        if load + weights[index] > most:
            batches.append([])
            load = 0
        batches[-1].append(index)
        load += weights[index]
    return batches


class _Pool:
    def __init__(
        self,
        function: Callable[[Any], Any],
        items: Sequence[Any],
        count: int,
        lost: Callable[[Any], Any],
    ) -> None:
        self._function = function
        self._items = items
        self._count = count
        self._lost = lost

    def _executor(self, count: int) -> Any:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        # A fork is there at once; but what SaxonC holds must not be inherited half-open, and only Linux forks safely.
        method = "fork" if sys.platform == "linux" and "saxonche" not in sys.modules else "spawn"
        return ProcessPoolExecutor(count, mp_context=get_context(method))

    def answers(self, batches: list[list[int]]) -> Iterator[Any]:
        from concurrent.futures import as_completed
        from concurrent.futures.process import BrokenProcessPool

        found: dict[int, Any] = {}
        given = 0
        executor = self._executor(self._count)
        try:
            waiting = {
                executor.submit(_work, self._function, [self._items[index] for index in batch]): batch
                for batch in batches
            }
            for future in as_completed(waiting):
                try:
                    found.update(zip(waiting[future], future.result(), strict=True))
                except BrokenProcessPool:
                    continue
                while given in found:
                    yield found.pop(given)
                    given += 1
        except BaseException:
            _end(executor)
            raise
        executor.shutdown()
        while given < len(self._items):
            yield found.pop(given) if given in found else self._alone(given)
            given += 1

    def _alone(self, index: int) -> Any:
        """Try an item in a process of its own, which may die."""
        from concurrent.futures.process import BrokenProcessPool

        executor = self._executor(1)
        try:
            return executor.submit(_work, self._function, [self._items[index]]).result()[0]
        except BrokenProcessPool:
            return self._lost(self._items[index])
        except BaseException:
            _end(executor)
            raise
        finally:
            executor.shutdown(wait=False)


def _work(function: Callable[[Any], Any], items: list[Any]) -> list[Any]:
    return [function(item) for item in items]


def _end(executor: Any) -> None:
    """Leave at once: nobody waits for the answers any more."""
    from multiprocessing import active_children

    executor.shutdown(wait=False, cancel_futures=True)
    for process in active_children():
        process.terminate()


def size(path: str) -> int:
    """Return the size of a file in bytes, 0 where it cannot be had."""
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0
