"""Options that several commands share, and how diagnostics reach the user."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import click

from teikit import files
from teikit.diagnostics import DiagnosedError, Diagnostic, Severity, TeikitError

_Function = TypeVar("_Function", bound=Callable[..., Any])

paths = click.argument("paths", nargs=-1, required=True, metavar="PATH…")
quiet = click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; of the remarks only errors.")
jobs = click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="Processes to use (default: one for each core)."
)
strict = click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")


def status(diagnostics: Iterable[Diagnostic], *, strict: bool) -> int:
    """Return 1 if there is an error (with `strict`: or a warning) among the diagnostics, else 0."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(diagnostic.severity in grave for diagnostic in diagnostics))


def show(diagnostics: Sequence[Diagnostic], *, stream: Any = None) -> None:
    """Write diagnostics as text, with the lines they point at, to a stream (default: standard error)."""
    from teikit.diagnostics.render import Report, text

    out = stream or sys.stderr
    ordered = sorted(diagnostics, key=lambda each: each.sort_key)
    out.write(text.render(Report(ordered, source_line=source_line, colour=coloured(out))))


def files_counted(number: int) -> str:
    """Return how many files there are, in words."""
    return f"{number} file{'s' * (number != 1)}"


def complain(error: TeikitError) -> None:
    """Say on standard error why something could not be done."""
    if isinstance(error, DiagnosedError):
        show(error.diagnostics)
        return
    from teikit.diagnostics.render.characters import visible

    # A name of a file may hold a line end, and what follows it would be read as a command in the log of a workflow.
    sys.stderr.write(f"teikit: error: {visible(error.message)}\n")
    if error.hint:
        sys.stderr.write(f"   = {visible(error.hint)}\n")


def complain_of_all(errors: Iterable[TeikitError]) -> None:
    """Say why several things could not be done, the same reason once."""
    for error in {(error.message, error.hint): error for error in errors}.values():
        complain(error)


def coloured(stream: Any) -> bool:
    """Return whether a stream is a terminal that wants colours (`NO_COLOR` is obeyed)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and bool(stream.isatty())


def source_line(path: str, line: int) -> str | None:
    """Return a 1-based line of a file, or None where it cannot be read as text."""
    lines = _lines(path)
    return lines[line - 1].decode("utf-8", "replace") if 0 < line <= len(lines) else None


@lru_cache(maxsize=4)
def _lines(path: str) -> list[bytes]:
    from teikit.xml.limits import DEFAULT_LIMITS
    from teikit.xml.source import read_bytes, to_utf8

    try:
        data = read_bytes(path, DEFAULT_LIMITS)
        # A schema in the compact syntax is not XML; it is UTF-8, or cannot be shown.
        return data.splitlines() if path.lower().endswith(".rnc") else to_utf8(data, path).splitlines()
    except TeikitError:
        return []


def emit(text: str, output: str | None) -> None:
    """Write a result to standard output, or whole to a file."""
    if output is None:
        sys.stdout.write(text)
    else:
        files.write(Path(output), text)


def progress(items: Iterable[Any], length: int, label: str, *, quiet: bool) -> Iterable[Any]:
    """Yield the items, with a progress bar on standard error where that is a terminal and the work is long."""
    if quiet or length < 20 or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, length=length, label=label, file=sys.stderr) as bar:
        yield from bar
