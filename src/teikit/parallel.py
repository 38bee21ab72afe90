"""The same work on many files, in processes."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from teikit.diagnostics import TeikitError

_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")

FEW = 8
"""Up to this many files, starting a process costs more than it saves."""


def each(function: Callable[[_Item], _Answer], items: Sequence[_Item], jobs: int | None) -> Iterator[_Answer]:
    """Yield `function(item)` for each item, in order, in up to `jobs` processes (default: one for each core).

    Function, items and answers must be picklable. Processes are spawned, not forked: the engines that they use must
    not be inherited half-open. Raises `TeikitError` if a process dies.
    """
    count = min(jobs or os.cpu_count() or 1, len(items))
    if count <= 1 or len(items) <= FEW:
        yield from map(function, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        try:
            yield from pool.map(function, items, chunksize=max(1, len(items) // (count * 16)))
        except BrokenProcessPool:
            raise TeikitError("a worker process died", hint="run with --jobs 1 to see which file is at fault") from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
