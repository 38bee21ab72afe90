"""A store for a team: written to a folder or a ZIP file, and read from one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from teikit import files
from teikit.diagnostics import TeikitError
from teikit.resolve.store.index import INDEX, Item, Store, parsed, written
from teikit.xml import Limits
from teikit.xml.source import read_bytes

MOST_FILES = 10_000
MOST_BYTES = 1 << 30
"""Bytes that the files of an import may have in all."""


class Imported(NamedTuple):
    """How many files came in, and the addresses whose files were other ones before."""

    files: int
    replaced: tuple[str, ...]


def export(store: Store, target: Path) -> int:
    """Write a store to a folder, or to one file where the name ends in `.zip`; return the number of its files.

    The same store gives the same bytes. Raises `TeikitError` where a file of the store is damaged, and writes nothing.
    """
    entries = store.entries()
    content: dict[str, bytes] = {INDEX: written(entries).encode("utf-8")}
    for url, entry in entries.items():
        if not store.is_intact(entry):
            hint = "add or fetch it again, or take it out with “teikit schema remove URL”"
            raise TeikitError(f"{url}: its file in the store is damaged or gone", hint=hint)
        content[f"files/{entry.file}"] = store.path(entry).read_bytes()
    if target.suffix.lower() == ".zip":
        files.write(target, _zipped(content))
        return len(entries)
    # The index comes last: whoever reads meanwhile finds only what is there.
    for name in sorted(content, key=lambda each: each == INDEX):
        files.write(target / name, content[name])
    return len(entries)


def import_from(store: Store, source: Path) -> Imported:
    """Add what an exported folder or ZIP file holds to a store.

    Every file is checked against its checksum first; where one fails, nothing is added and `TeikitError` is raised.
    """
    if source.is_dir():
        return _added(store, source, lambda name: read_bytes((source / name).as_posix(), Limits.from_environment()))
    data = read_bytes(source.as_posix(), Limits.from_environment())
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _added(store, source, lambda name: _member(archive, name, source))
    except zipfile.BadZipFile:
        hint = "give a folder or a .zip that “teikit schema export” wrote"
        raise TeikitError(f"{source.as_posix()}: not a ZIP file", hint=hint) from None


def _added(store: Store, source: Path, read: Callable[[str], bytes]) -> Imported:
    name = f"{source.as_posix()}/{INDEX}"
    entries = parsed(read(INDEX), name)
    if len(entries) > MOST_FILES:
        raise TeikitError(f"{name}: more than {MOST_FILES} schemas", hint="is it the right file?")
    items = []
    size = 0
    for url, entry in entries.items():
        data = read(f"files/{entry.file}")
        size += len(data)
        if size > MOST_BYTES:
            raise TeikitError(f"{source.as_posix()}: holds more than {MOST_BYTES} bytes", hint="export less at a time")
        if sha256(data).hexdigest() != entry.sha256:
            hint = "export the store again; nothing was added"
            raise TeikitError(f"{source.as_posix()}: the file for {url} is not the one that was exported", hint=hint)
        items.append(Item(url, data, entry.file.lower().endswith(".rnc"), entry.includes, entry.asked))
    known = store.entries()
    store.put(items)
    replaced = [url for url, entry in entries.items() if url in known and known[url].sha256 != entry.sha256]
    return Imported(len(items), tuple(replaced))


def _member(archive: zipfile.ZipFile, name: str, source: Path) -> bytes:
    most = Limits.from_environment().size
    try:
        with archive.open(name) as file:
            data = file.read(most + 1)
    except KeyError:
        hint = "give a folder or a .zip that “teikit schema export” wrote"
        raise TeikitError(f"{source.as_posix()}: has no “{name}”", hint=hint) from None
    except (OSError, ValueError, RuntimeError, EOFError, zipfile.BadZipFile) as error:
        raise TeikitError(f"{source.as_posix()}: “{name}” cannot be read ({error})", hint="export it again") from None
    if len(data) > most:
        raise TeikitError(f"{source.as_posix()}: “{name}” is larger than {most} bytes")
    return data


def _zipped(content: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(content):
            # Without a time of its own, the same store gives the same file.
            archive.writestr(zipfile.ZipInfo(name), content[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
