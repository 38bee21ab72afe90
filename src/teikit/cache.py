"""What is worth keeping between two runs: compiled schemas, rules and facts, on disk.

An entry is bytes under a name. It is written whole, behind a digest that is verified before anything is loaded; two
processes may write the same one. Where the folder is read-only, full, damaged or gone, everything works without it, in
silence: `read` finds nothing, and `keep` keeps nothing. Who keeps something puts into its name all that it depends on.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from pathlib import Path

from teikit.files import digest

MAGIC = b"teikit-1\n"
"""What an entry begins with."""

_NAME = re.compile(r"[0-9a-f]{40}\.[a-z]+(\.[0-9]+)?")
LARGEST = 256 * 1024 * 1024
"""Bytes that the folder may hold; the entries that were not used for longest go first."""


def folder() -> Path | None:
    """Return the cache folder: `TEIKIT_CACHE_DIR`, else the platform's; None where there is no home."""
    given = os.environ.get("TEIKIT_CACHE_DIR")
    if given:
        return Path(given)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local, "teikit", "Cache") if local else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "darwin":
        return home / "Library/Caches/teikit"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache", "teikit")


def name(kind: str, *parts: str) -> str:
    """Return the name of an entry of a kind (such as `rng`) that depends on these parts and on Python's version."""
    key = "\n".join((*parts, sys.version))
    return f"{digest(key.encode('utf-8', 'surrogateescape'))[:40]}.{kind}"


def read(entry: str) -> bytes | None:
    """Return what is kept under a name, or None where nothing is, or where it is damaged."""
    where = folder()
    if where is None:
        return None
    place = where / entry
    try:
        data = place.read_bytes()
    except OSError:
        return None
    with contextlib.suppress(OSError):
        os.utime(place)
    known, payload = data[len(MAGIC) : len(MAGIC) + 64], data[len(MAGIC) + 64 :]
    return payload if data.startswith(MAGIC) and digest(payload).encode() == known else None


def keep(entry: str, payload: bytes) -> None:
    """Keep bytes under a name, if that is possible."""
    where = folder()
    if where is None:
        return
    temporary = where / f"{entry}.{os.getpid()}"
    try:
        where.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(MAGIC + digest(payload).encode() + payload)
        temporary.replace(where / entry)
        _make_room(where)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()


def of_file(path: str) -> str:
    """Return the digest of a file's bytes, '' where it cannot be read."""
    try:
        # A pipe may never send anything, a device may never end.
        return digest(Path(path).read_bytes()) if Path(path).is_file() else ""
    except (OSError, ValueError):
        return ""


def _make_room(where: Path) -> None:
    # Only what is named as an entry: the folder may be one that the user has other things in.
    kept = [file for file in where.iterdir() if _NAME.fullmatch(file.name)]
    entries = sorted(((file.stat().st_mtime, file.stat().st_size, file) for file in kept), reverse=True)
    total = 0
    for _, size, file in entries:
        total += size
        if total > LARGEST:
            file.unlink(missing_ok=True)
