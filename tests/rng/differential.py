"""One document for Jing and for us: do the verdicts agree, and does Jing's first line lie in the node that we name?"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tests.rng.jing import Error
from tests.rng.node_lines import Lines

from teikit.diagnostics import Diagnostic, DocumentError
from teikit.rng import RelaxNG

TEXT = {"RNG013", "RNG021"}
"""The codes whose place is that of a text, unless the element is empty."""


class Difference(NamedTuple):
    """Where the two differ: what we say, what Jing says."""

    ours: str
    jings: str


def ours(schema: RelaxNG, file: Path, *, check_ids: bool, include_root: Path | None = None) -> list[Diagnostic]:
    """Return our faults of a file; of one that is not XML, that fault."""
    try:
        return list(schema.iter_diagnostics(file, check_ids=check_ids, include_root=include_root))
    except DocumentError as error:
        return list(error.diagnostics)


def verdicts_differ(faults: list[Diagnostic], errors: list[Error]) -> bool:
    """Return whether only one of the two calls a document valid."""
    return bool(faults) is not bool(errors)


def difference(faults: list[Diagnostic], errors: list[Error]) -> Difference | None:
    """Return what differs of verdict or first line, or None."""
    said = Difference(_shown(faults), f"{errors[0].line}: {errors[0].message}" if errors else "valid")
    if verdicts_differ(faults, errors):
        return said
    if not faults or errors[0].is_fatal:
        return None
    first = faults[0].location
    read = Path(first.path).read_text("utf-8-sig")
    is_text = faults[0].code.id in TEXT and not _at_tag(read, first.line, first.column)
    start, end = Lines(read).of(first.line, first.column, is_text=is_text)
    same_file = Path(first.path).resolve() == Path(errors[0].path).resolve()
    return None if same_file and start <= errors[0].line <= end else said


def _at_tag(read: str, line: int, column: int) -> bool:
    return read.split("\n")[line - 1][column - 1 : column] == "<"


def _shown(faults: list[Diagnostic]) -> str:
    if not faults:
        return "valid"
    return f"{faults[0].location.line}:{faults[0].location.column}: {faults[0].code.id} {faults[0].message}"
