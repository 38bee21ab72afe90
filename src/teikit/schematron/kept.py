"""Transpiled schemas on disk, so that a schema is read once and not in every run.

An entry holds one program in `marshal`'s form, with the diagnostics of its schema. Its name depends on the bytes of the
file, its path, the phase and the form; the other files that went into it are digested again at each use.
"""

from __future__ import annotations

import marshal
import os
from typing import Any, NamedTuple

from teikit import cache
from teikit.diagnostics import Diagnostic, Location
from teikit.schematron.program import Program, from_plain, to_plain

FORM = 12
"""Counted up when what is kept changes its form, or the same schema gives another program."""


class Wanted(NamedTuple):
    """What is asked for: the file of a schema, its phase (or None), the file that stands for the TEI (or None)."""

    path: str
    phase: str | None
    tei_source: str | None


class Kept(NamedTuple):
    """A program, the numbers of what does not compile, the diagnostics of the schema, and the files that it is made of.

    `files` are their paths with the digests of their bytes.
    """

    program: Program
    without: frozenset[int]
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[tuple[str, str], ...]


def load(wanted: Wanted) -> Kept | None:
    """Return what is kept of a schema as it is on disk now, or None."""
    entry = _entry(wanted)
    payload = cache.read(entry) if entry else None
    if payload is None:
        return None
    files, program, without, diagnostics = marshal.loads(payload)
    if any(cache.of_file(file) != known for file, known in files[1:]):
        return None
    return Kept(from_plain(program), frozenset(without), tuple(_diagnostic(*each) for each in diagnostics), files)


def save(wanted: Wanted, kept: Kept) -> None:
    """Keep a program, if that is possible."""
    entry = _entry(wanted)
    # Changed while it was read: the program of the old bytes must not be kept for the new ones.
    if not entry or any(cache.of_file(file) != known for file, known in kept.files):
        return
    plain = tuple((each.code.id, each.message, each.hint or "", *tuple(each.location)[:3]) for each in kept.diagnostics)
    payload: Any = (kept.files, to_plain(kept.program), tuple(kept.without), plain)
    cache.keep(entry, marshal.dumps(payload))


def _diagnostic(ident: str, message: str, hint: str, path: str, line: int, column: int) -> Diagnostic:
    from teikit.schematron.codes import CODES
    from teikit.xml.codes import CODES as XML

    code = next(each for each in (*CODES, *XML) if each.id == ident)
    return Diagnostic.of(code, Location(path, line, column), message, hint=hint or None)


def _entry(wanted: Wanted) -> str:
    schema = cache.of_file(wanted.path)
    if not schema:
        return ""
    others = (wanted.path, wanted.phase or "", wanted.tei_source or "")
    return cache.name("sch", schema, os.path.realpath(wanted.path), *others, str(FORM))
