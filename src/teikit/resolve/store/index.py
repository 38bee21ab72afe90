"""The folder of the store, and its index."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, NamedTuple

from teikit import files
from teikit.diagnostics import TeikitError
from teikit.resolve.store import addresses
from teikit.resolve.store_folder import store_folder

FORMAT = 1
INDEX = "index.json"

_WINDOWS = sys.platform == "win32"


class Entry(NamedTuple):
    """A file of the store: its path below `files/`, its checksum, the addresses of what it includes.

    `asked` is the address as somebody asked for it, '' for what is only included and goes when nothing needs it.
    """

    file: str
    sha256: str
    asked: str
    includes: tuple[str, ...] = ()


class Item(NamedTuple):
    """A file to put into the store: its canonical address, its bytes, and as in `Entry`."""

    url: str
    data: bytes
    compact: bool
    includes: tuple[str, ...]
    asked: str


class Store(NamedTuple):
    """A store in a folder, which need not exist."""

    folder: Path

    @classmethod
    def of_user(cls) -> Store:
        """Return the user's store. Raises `TeikitError` where there is no home for it."""
        where = store_folder()
        if where is None:
            raise TeikitError("there is no home folder for the store of schemas", hint="set TEIKIT_STORE_DIR")
        return cls(where)

    def path(self, entry: Entry) -> Path:
        """Return where the file of an entry lies."""
        return self.folder / "files" / entry.file

    def entries(self) -> dict[str, Entry]:
        """Return what is in the store, by canonical address, sorted. Raises `TeikitError` where the index is broken."""
        index = self.folder / INDEX
        try:
            status = index.stat()
        except OSError:
            return {}
        return dict(_read(index, status.st_mtime_ns, status.st_size, status.st_ino))

    def lookup(self, address: str) -> Path | None:
        """Return the file for an address, or None where there is none."""
        url = addresses.canonical(address)
        entry = self.entries().get(url) if url is not None else None
        path = None if entry is None else self.path(entry)
        return path if path is not None and path.is_file() else None

    def is_intact(self, entry: Entry) -> bool:
        """Tell whether the file of an entry is there, with the bytes that were put in."""
        try:
            return sha256(self.path(entry).read_bytes()).hexdigest() == entry.sha256
        except OSError:
            return False

    def put(self, items: Iterable[Item]) -> None:
        """Put files into the store, in place of those with the same address. Raises `TeikitError` where it cannot."""
        with _alone(self.folder):
            entries = self.entries()
            for item in items:
                old = entries.get(item.url)
                file = self._free(addresses.place(item.url, compact=item.compact), item.url, entries)
                asked = item.asked or (old.asked if old else "")
                entry = Entry(file, sha256(item.data).hexdigest(), asked, item.includes)
                files.write(self.path(entry), item.data)
                entries[item.url] = entry
            self._keep(entries)

    def remove(self, address: str) -> bool:
        """Take out an address, and what only it included; return whether it was there."""
        url = addresses.canonical(address)
        with _alone(self.folder):
            entries = self.entries()
            if url is None or url not in entries:
                return False
            entries[url] = entries[url]._replace(asked="")
            self._keep(entries)
            return True

    def _free(self, file: str, url: str, entries: dict[str, Entry]) -> str:
        """Return a path that no other address has, not even where case does not count or a folder is in its place."""
        wanted = file.casefold()
        for other, entry in entries.items():
            known = entry.file.casefold()
            if other != url and (
                known == wanted or f"{known}/".startswith(f"{wanted}/") or wanted.startswith(f"{known}/")
            ):
                return f"~{sha256(url.encode()).hexdigest()[:16]}/{file}"
        return file

    def _keep(self, entries: dict[str, Entry]) -> None:
        """Write the index without what nobody asked for or includes, then delete the files that it no longer names."""
        needed = _reachable(entries)
        kept = {url: entries[url] for url in sorted(needed)}
        before = self.entries().values()
        files.write(self.folder / INDEX, written(kept))
        still = {entry.file for entry in kept.values()}
        for file in {entry.file for entry in (*before, *entries.values())} - still:
            _delete(self.folder / "files", file)


def written(entries: dict[str, Entry]) -> str:
    """Return the text of an index: the same entries give the same text."""
    listed = {url: entry._asdict() for url, entry in sorted(entries.items())}
    return json.dumps({"format": FORMAT, "schemas": listed}, indent=1, ensure_ascii=False) + "\n"


def parsed(text: bytes, name: str) -> dict[str, Entry]:
    """Read an index. Raises `TeikitError` where it is not one, or names a file outside of the store."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise ValueError(f"format {data['format']!r}")
        return {url: _entry(url, value) for url, value in data["schemas"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        hint = "restore the file, or delete the folder and fill it again with “teikit schema add” or “fetch”"
        raise TeikitError(f"{name}: not the index of a store of schemas ({error})", hint=hint) from None


def _entry(url: str, value: Any) -> Entry:
    entry = Entry(value["file"], value["sha256"], value["asked"], tuple(value["includes"]))
    if not all(isinstance(each, str) for each in (entry.file, entry.sha256, entry.asked, *entry.includes)):
        raise ValueError(f"{url}: a value of a wrong type")
    asked_for_it = not entry.asked or (entry.asked.isprintable() and addresses.canonical(entry.asked) == url)
    if addresses.canonical(url) != url or not asked_for_it:
        raise ValueError(f"{url}: not an address in its one form")
    path = PurePosixPath(entry.file)
    outside = path.is_absolute() or ".." in path.parts or "\0" in entry.file or PureWindowsPath(entry.file).anchor
    if outside or not path.parts or "\\" in entry.file:
        raise ValueError(f"{url}: a file outside of the store")
    return entry


@lru_cache(maxsize=8)
def _read(index: Path, changed: int, size: int, inode: int) -> dict[str, Entry]:
    try:
        return parsed(index.read_bytes(), index.as_posix())
    except OSError as error:
        raise TeikitError(f"{index.as_posix()}: cannot be read ({error.strerror})") from None


def _reachable(entries: dict[str, Entry]) -> set[str]:
    found: set[str] = set()
    waiting = [url for url, entry in entries.items() if entry.asked]
    while waiting:
        url = waiting.pop()
        if url not in found:
            found.add(url)
            waiting.extend(each for each in entries[url].includes if each in entries)
    return found


def _delete(top: Path, file: str) -> None:
    path = top / file
    with contextlib.suppress(OSError):
        path.unlink()
        for parent in path.parents:
            if parent == top:
                break
            parent.rmdir()


@contextlib.contextmanager
def _alone(where: Path) -> Iterator[None]:
    """Let one process at a time write into a store; the system ends the lock of one that dies."""
    try:
        where.mkdir(parents=True, exist_ok=True)
        # A folder can be locked itself, and nothing is left in it; on Windows only a file can.
        handle = os.open(where / ".lock", os.O_RDWR | os.O_CREAT) if _WINDOWS else os.open(where, os.O_RDONLY)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        hint = "set TEIKIT_STORE_DIR to a folder that can be written"
        raise TeikitError(f"{where.as_posix()}: the store cannot be written ({reason})", hint=hint) from None
    try:
        # A file system without locks is used without.
        with contextlib.suppress(OSError):
            _lock(handle)
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)
