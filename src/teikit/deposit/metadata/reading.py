"""The metadata of an edition, from its headers and its settings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from teikit.diagnostics import Diagnostic, TeikitError
from teikit.project import FILE, Conventions, Project

if TYPE_CHECKING:
    from teikit.deposit.metadata.header import Header
    from teikit.deposit.metadata.model import Metadata

_BATCH = 200


class _Batch(NamedTuple):
    """What was read of some files: the headers of each, and what is wrong with them."""

    headers: list[tuple[Header, ...]]
    found: list[Diagnostic]


def metadata_of(of: Project | Sequence[Path], *, jobs: int | None = None) -> tuple[Metadata, tuple[Diagnostic, ...]]:
    """Return what an edition says of itself, and what is missing or contradictory, in the order of every output.

    A project's documents are read, its registers followed, and `[deposit]` of its `teikit.toml` has the last word; a
    list of files is read as it is. A file whose header cannot be read as XML yields its diagnostics, and the others are
    read. `jobs` is the number of processes (default: one for each core, where there is enough to read).
    Raises `TeikitError` where a file cannot be opened, and for what is wrong in `[deposit]`.
    """
    from teikit.deposit.metadata.merging import Edition, merge
    from teikit.deposit.metadata.settings import Settings, read

    if isinstance(of, Project):
        files, registers = of.documents(), set(of.register_files())
        settings = read(dict(of.deposit), of.root / FILE)
        folder = of.root.resolve().name
        title = of.title if of.title != folder else ""
        conventions, roots = Conventions(of.prefixes), [of.root]
    else:
        files, registers, settings, title, conventions = list(of), set(), Settings(), "", Conventions()
        roots = sorted({file.parent for file in files})
        folder = _common(files)
    read_headers, found = _headers(files, conventions, roots, jobs)
    documents = [header for file, headers in read_headers if file not in registers for header in headers]
    others = [header for file, headers in read_headers if file in registers for header in headers]
    metadata, merged = merge(Edition(tuple(documents), tuple(others), settings, title, folder))
    told = [*found, *(each for header in (*documents, *others) for each in header.found), *merged]
    judged = of.judged(told) if isinstance(of, Project) else told
    return metadata, tuple(sorted(judged, key=lambda each: each.sort_key))


def _common(files: Sequence[Path]) -> str:
    """Return the name of the folder that all files lie in; of a single file, its name without the ending."""
    if len(files) == 1:
        return files[0].stem
    parents = [os.path.realpath(file.parent) for file in files]
    return Path(os.path.commonpath(parents)).name if parents else ""


def _headers(
    files: Sequence[Path], conventions: Conventions, roots: Iterable[Path], jobs: int | None
) -> tuple[list[tuple[Path, tuple[Header, ...]]], list[Diagnostic]]:
    from teikit import parallel

    batches = [[file.as_posix() for file in files[at : at + _BATCH]] for at in range(0, len(files), _BATCH)]
    work = partial(_batch, conventions=conventions, roots=tuple(roots))
    headers: list[tuple[Header, ...]] = []
    found: list[Diagnostic] = []
    for batch in parallel.each(work, batches, jobs, weigh=_weight, lost=_lost):
        headers += batch.headers
        found += batch.found
    return list(zip(files, headers, strict=True)), found


def _batch(paths: list[str], conventions: Conventions, roots: tuple[Path, ...]) -> _Batch:
    from teikit.deposit.metadata.header import Registers, headers_of

    registers = Registers(roots)
    batch = _Batch([], [])
    for path in paths:
        headers, found = headers_of(path, conventions, registers)
        batch.headers.append(headers)
        batch.found.extend(found)
    return batch


def _weight(paths: list[str]) -> int:
    from teikit import parallel

    return sum(map(parallel.size, paths))


def _lost(paths: list[str]) -> _Batch:
    raise TeikitError(f"{paths[0]}: reading the headers from here on ended unexpectedly", hint="try --jobs 1")
