"""Compiled schemas on disk, so that a schema is simplified once and not in every run.

A file holds one compiled schema in `marshal`'s form, behind a digest that is verified before anything is loaded. Its
name is the digest of the schema's bytes, its path, and the versions of Python and of the form; the files that it
includes are digested again at each use. Files are written whole; two processes may write the same one. Where the folder
is read-only, full, damaged or gone, everything works without it, in silence.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from pathlib import Path

from teikit.files import digest
from teikit.rng.automaton.compiled import FORM, Grammar, restore

MAGIC = b"teikit-rng-1\n"
LARGEST = 64 * 1024 * 1024
"""Bytes that the folder may hold; the files that were not used for longest go first."""


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


def load(path: str, names: str) -> Grammar | None:
    """Return the compiled form of a schema as it is on disk now, or None where it is not kept."""
    place = _place(path, names)
    if place is None:
        return None
    try:
        data = place.read_bytes()
    except OSError:
        return None
    with contextlib.suppress(OSError):
        os.utime(place)
    known, payload = data[len(MAGIC) : len(MAGIC) + 64], data[len(MAGIC) + 64 :]
    if not data.startswith(MAGIC) or digest(payload).encode() != known:
        return None
    compiled = marshal.loads(payload)
    if any(_of_file(file) != known for file, known in compiled[5][1:]):
        return None
    return restore(compiled)


def save(path: str, names: str, grammar: Grammar) -> None:
    """Keep the compiled form of a schema, if that is possible."""
    place = _place(path, names)
    if place is None:
        return
    if any(_of_file(file) != known for file, known in grammar.files):
        # Changed while it was compiled: the form of the old bytes must not be kept for the new ones.
        return
    payload = marshal.dumps(grammar.compiled)
    temporary = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(MAGIC + digest(payload).encode() + payload)
        temporary.replace(place)
        _make_room(place.parent)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _place(path: str, names: str) -> Path | None:
    where = folder()
    schema = _of_file(path)
    if where is None or not schema:
        return None
    key = "\n".join((schema, os.path.realpath(path), path, names, str(FORM), sys.version))
    return where / f"{digest(key.encode('utf-8', 'surrogateescape'))[:40]}.rng"


def _of_file(path: str) -> str:
    """Return the digest of a file's bytes, '' where it cannot be read."""
    try:
        # A pipe may never send anything, a device may never end.
        return digest(Path(path).read_bytes()) if Path(path).is_file() else ""
    except (OSError, ValueError):
        return ""


def _make_room(where: Path) -> None:
    files = sorted(((file.stat().st_mtime, file.stat().st_size, file) for file in where.glob("*.rng*")), reverse=True)
    total = 0
    for _, size, file in files:
        total += size
        if total > LARGEST:
            file.unlink(missing_ok=True)
