"""What was found in each file of a project, kept from one run to the next.

One entry of the cache holds all files of a folder: thousands of small ones would cost more than they save. A file is
known by the digest of its bytes; what else the findings depend on (schemas, options, `teikit.toml`) is in the name of
the entry. The values are written by `marshal`, which can make nothing but plain values.
"""

from __future__ import annotations

import gc
import marshal
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from teikit import cache
from teikit.diagnostics import Code, Diagnostic, Location, Related, Severity
from teikit.project.entries import Entry
from teikit.project.facts import Facts, Use

FORM = 2
"""The form of the entries; another number makes the old ones unknown."""


class Kept(NamedTuple):
    """What was found in one file: the findings that depend on it alone, and its facts (None where it has none).

    `files` are those of the schemas that it was validated with, with their digests.
    """

    diagnostics: tuple[Diagnostic, ...]
    facts: Facts | None
    files: tuple[tuple[str, str], ...] = ()


class Store:
    """The findings of the files below a folder. `depends` is all they depend on but the files; `codes` those in use.

    Files are named by their paths as given: findings say them.
    """

    def __init__(self, root: Path, depends: str, codes: Mapping[str, Code]) -> None:
        self._codes = codes
        where = os.path.realpath(root)
        self._entry = cache.name("facts", str(FORM), where, str(Path.cwd()), depends)
        self._rows: dict[str, tuple[str, Any]] = {}
        self._is_changed = False
        payload = cache.read(self._entry)
        if payload is not None:
            self._rows = _loaded(payload)

    def find(self, path: str, digest: str) -> Kept | None:
        """Return what was found in a file with these bytes, or None where that is not known."""
        known, row = self._rows.get(path, ("", None))
        return _kept(row, self._codes) if row is not None and known == digest else None

    def keep(self, path: str, digest: str, kept: Kept) -> None:
        """Keep what was found in a file with these bytes."""
        self._rows[path] = (digest, _row(kept))
        self._is_changed = True

    def save(self) -> None:
        """Write all that is kept, if something is new."""
        if self._is_changed:
            cache.keep(self._entry, marshal.dumps(self._rows))


def _loaded(payload: bytes) -> dict[str, tuple[str, Any]]:
    """Read the rows; collecting garbage among hundreds of thousands of new tuples takes longer than making them."""
    is_on = gc.isenabled()
    gc.disable()
    try:
        rows: dict[str, tuple[str, Any]] = marshal.loads(payload)
    finally:
        if is_on:
            gc.enable()
    return rows


def _row(kept: Kept) -> tuple[Any, ...]:
    return tuple(map(_packed, kept.diagnostics)), None if kept.facts is None else _facts(kept.facts), kept.files


def _packed(each: Diagnostic) -> tuple[Any, ...]:
    related = tuple((tuple(one.location), one.message) for one in each.related)
    place = tuple(each.location)
    return (each.code.id, each.severity.value, each.message, place, each.hint, related, each.kind, each.length)


def _facts(facts: Facts) -> tuple[Any, ...]:
    entries = tuple((*entry[:-1], tuple(entry.place)) for entry in facts.entries)
    return tuple(
        facts._replace(
            uses=tuple(map(tuple, facts.uses)),  # type: ignore[arg-type]
            calendars=tuple(map(tuple, facts.calendars)),  # type: ignore[arg-type]
            entries=entries,  # type: ignore[arg-type]
        )
    )


def _kept(row: Any, codes: Mapping[str, Code]) -> Kept:
    diagnostics, facts, files = row
    found = tuple(_unpacked(each, codes) for each in diagnostics)
    return Kept(found, None if facts is None else _read_facts(facts), files)


def _unpacked(row: Any, codes: Mapping[str, Code]) -> Diagnostic:
    code, severity, message, place, hint, related, kind, length = row
    others = tuple(Related(Location(*where), told) for where, told in related)
    return Diagnostic(codes[code], Severity(severity), message, Location(*place), hint, others, kind, length)


def _read_facts(row: Any) -> Facts:
    facts = Facts(*row)
    return facts._replace(
        uses=tuple(map(Use._make, facts.uses)),
        calendars=tuple(map(Use._make, facts.calendars)),
        entries=tuple(Entry(*entry[:-1], Location(*entry[-1])) for entry in facts.entries),
    )
