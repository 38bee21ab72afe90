"""Filling the dates of many files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from teikit import parallel
from teikit.diagnostics import TeikitError
from teikit.editing.changes import diff, write
from teikit.editing.dates.filling import Listed, fill
from teikit.editing.dates.wishes import Wishes
from teikit.project import find
from teikit.project.conventions import Conventions


class Outcome(NamedTuple):
    """What came of one file: the number of elements filled, what is listed, the diff of a dry run, and a failure."""

    path: str
    filled: int = 0
    listed: tuple[Listed, ...] = ()
    diff: str = ""
    failure: TeikitError | None = None


def fill_files(paths: Sequence[str], wishes: Wishes, *, dry_run: bool, jobs: int | None = None) -> Iterator[Outcome]:
    """Fill the dates of each file and write it, or with `dry_run` only say how it would change; yield in order."""
    work = partial(_one, wishes, dry_run)
    return parallel.each(work, paths, jobs, weigh=parallel.size, lost=_lost)


def _one(wishes: Wishes, dry_run: bool, path: str) -> Outcome:
    try:
        filled = fill(path, wishes, _conventions(Path(path).parent))
        changes = diff(filled.edited) if dry_run else ""
        if not dry_run and filled.filled:
            write(filled.edited)
    except TeikitError as error:
        return Outcome(path, failure=error)
    return Outcome(path, filled.filled, filled.listed, changes)


@lru_cache(maxsize=64)
def _conventions(folder: Path) -> Conventions | None:
    project = find(folder)
    return project.conventions() if project else None


def _lost(path: str) -> Outcome:
    hint = "it may need more memory than there is; try it alone, with --jobs 1"
    return Outcome(path, failure=TeikitError(f"{path}: the process that worked on it died", hint=hint))
