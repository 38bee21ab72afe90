"""Many documents, one target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from teikit import files, parallel
from teikit.diagnostics import Diagnostic, DocumentError, Severity, TeikitError
from teikit.project import Project, find
from teikit.publication.images import copy, images_of
from teikit.publication.publisher import TARGETS, Publisher
from teikit.registers import logical_path, read
from teikit.xml import load


class Job(NamedTuple):
    """What to make of the inputs: a target, in a folder, by a stylesheet (None: ours) with parameters (pairs).

    `home` is the path, from the output folder, of the page that lists all others, or empty.
    """

    target: str
    output: Path
    stylesheet: Path | None = None
    settings: tuple[tuple[str, str], ...] = ()
    home: str = ""


class Outcome(NamedTuple):
    """One input's result: the file written (None where it failed), and what is to be said about it.

    `failure` is why the input could not be read at all, or None.
    """

    input: files.Input
    written: Path | None
    diagnostics: tuple[Diagnostic, ...] = ()
    failure: TeikitError | None = None


class _Task(NamedTuple):
    """A job with what every process needs to do a part of it; picklable."""

    job: Job
    root: Path
    registers: tuple[Path, ...]
    pages: tuple[str, ...]


def publish(
    inputs: Sequence[files.Input], job: Job, *, project: Project | None = None, jobs: int | None = None
) -> Iterator[Outcome]:
    """Transform every input into `job.output`, and yield the outcomes in order.

    The path below the input root is kept. Raises `StylesheetError` before anything is written, and `TeikitError` where
    two inputs would have the same output, or the folder cannot be written.
    """
    _refuse_collisions(inputs, job)
    found = project or find(Path(inputs[0].path).parent)
    root = found.source if found else None
    pages = tuple(_below(each, root) for each in inputs)
    registers = tuple(found.register_files()) if found else tuple(_likely_registers(inputs))
    task = _Task(job, root or _common_root(inputs), registers, pages)
    _publisher(task)
    work = partial(_one, task)
    tasks = list(zip(inputs, pages, strict=True))
    yield from parallel.each(work, tasks, jobs, weigh=_weight, lost=_lost)


def _weight(task: tuple[files.Input, str]) -> int:
    # A transformation takes about ten times as long as a validation.
    return 10 * parallel.size(task[0].path)


def _lost(task: tuple[files.Input, str]) -> Outcome:
    path = task[0].path
    hint = "it may need more memory than there is; try it alone, with --jobs 1"
    return Outcome(task[0], None, (), TeikitError(f"{path}: the process that worked on it died", hint=hint))


@lru_cache(maxsize=1)
def _publisher(task: _Task) -> Publisher:
    """Return the publisher of a task; each process makes it once."""
    return Publisher(
        task.job.target,
        stylesheet=task.job.stylesheet,
        settings=dict(task.job.settings),
        registers=read(task.registers, task.root),
        pages=task.pages,
        home=task.job.home,
    )


def _one(task: _Task, item: tuple[files.Input, str]) -> Outcome:
    source, below = item
    try:
        document = load(source.path)
    except DocumentError as error:
        return Outcome(source, None, error.diagnostics)
    except TeikitError as error:
        return Outcome(source, None, failure=error)
    images = images_of(document, below, task.root) if task.job.target == "html" else ()
    result = _publisher(task).run(document, below, images)
    if any(said.severity is Severity.ERROR for said in result.diagnostics):
        return Outcome(source, None, result.diagnostics)
    written = output_path(source, task.job)
    files.write(written, result.text)
    copy(images, task.root, task.job.output)
    return Outcome(source, written, result.diagnostics)


def output_path(source: files.Input, job: Job) -> Path:
    """Return the file that an input's result is written to."""
    return job.output / Path(source.below).with_suffix(TARGETS[job.target][1])


def _refuse_collisions(inputs: Sequence[files.Input], job: Job) -> None:
    count = Counter(output_path(each, job) for each in inputs)
    twice = next((path for path, number in count.items() if number > 1), None)
    if twice:
        sources = [each.path for each in inputs if output_path(each, job) == twice]
        hint = f"from {' and '.join(sources)}: name a folder above them both instead"
        raise TeikitError(f"{twice.as_posix()} would be written twice", hint=hint)


def _below(source: files.Input, root: Path | None) -> str:
    if root is None:
        return source.below
    path = logical_path(Path(source.path), root)
    return source.below if path.startswith("../") else path


def _common_root(inputs: Sequence[files.Input]) -> Path:
    first = inputs[0]
    return Path(first.path).parents[first.below.count("/")]


def _likely_registers(inputs: Sequence[files.Input]) -> list[Path]:
    """Without a project, the inputs in a folder called `registers` are the registers."""
    return [Path(each.path) for each in inputs if Path(each.below).parent.name == "registers"]
