"""What the bytes of one file tell: its encoding, and which of its pointers only work on one machine."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from teikit.deposit.targets.requirements.local_paths import pointers, why_local
from teikit.diagnostics import DocumentError, Location, TeikitError
from teikit.xml import Document, Limits, load
from teikit.xml.source import read_bytes, written_in

MOST_KEPT = 10
"""Local paths that are kept of one file; the others are counted."""

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class LocalPath(NamedTuple):
    """A pointer as it is written, what it stands in (`url of "graphic"`), why it is local, and where it stands."""

    pointer: str
    within: str
    reason: str
    place: Location


class Scan(NamedTuple):
    """What one file is written in, and names.

    `encoding` is the name of the encoding that it declares or begins like (`utf-8`), '' where that is not known;
    `broken_at` is the first byte that is not UTF-8 although the file should be, with its value (`0xE9`). `has_mark`
    tells of a byte order mark. `local` are its local paths, of `local_total`; `schemas` the addresses of schemas.
    """

    path: str
    encoding: str = ""
    has_mark: bool = False
    broken_at: Location | None = None
    broken_byte: str = ""
    local: tuple[LocalPath, ...] = ()
    local_total: int = 0
    schemas: tuple[tuple[str, Location], ...] = ()


def scan(path: str, root: Path, *, has_pointers: bool, is_xml: bool) -> Scan:
    """Read one file; `root` is the folder of the edition. What cannot be read yields an empty scan."""
    try:
        data = read_bytes(path, Limits.from_environment())
        encoding, mark = written_in(data, path) if is_xml else _begins_like(data)
    except TeikitError:
        return Scan(path)
    found = Scan(path, encoding, has_mark=mark != b"")
    if encoding in ("utf-8", "ascii"):
        found = _with_broken(found, data[len(mark) :])
    return _with_pointers(found, data, root) if has_pointers else found


def _begins_like(data: bytes) -> tuple[str, bytes]:
    mark = next((each for each in _MARKS if data.startswith(each)), b"")
    return "utf-8" if mark in (b"", codecs.BOM_UTF8) else "utf-16", mark


def _with_broken(found: Scan, data: bytes) -> Scan:
    try:
        # Only the fault is wanted; most files are ASCII, where nothing is copied.
        if not data.isascii():
            data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        place = Location(found.path, before.count(b"\n") + 1, column)
        return found._replace(broken_at=place, broken_byte=f"0x{data[error.start]:02X}")
    return found


def _with_pointers(found: Scan, data: bytes, root: Path) -> Scan:
    try:
        document = load(data, path=found.path)
    except DocumentError:
        return found
    local: list[LocalPath] = []
    total = 0
    seen = set[tuple[str, str]]()
    for pointer in pointers(document):
        if (pointer.written, pointer.within) in seen:
            continue
        seen.add((pointer.written, pointer.within))
        reason = why_local(pointer, root)
        if reason:
            total += 1
            if len(local) < MOST_KEPT:
                local.append(LocalPath(pointer.written, pointer.within, reason, pointer.place()))
    return found._replace(local=tuple(local), local_total=total, schemas=tuple(_schemas(document)))


def _schemas(document: Document) -> Iterator[tuple[str, Location]]:
    from teikit.resolve.schema_location import schema_locations
    from teikit.resolve.xml_model import declared, groups

    for group in ("", *groups(document)):
        yield from ((each.href, each.location) for each in declared(document, group))
    yield from ((each.href, each.location) for each in schema_locations(document))
