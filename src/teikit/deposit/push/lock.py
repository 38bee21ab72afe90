"""One push at a time with one state file."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from teikit.deposit.push.codes import UNKNOWN_STATE
from teikit.deposit.push.transport.answers import PushError
from teikit.diagnostics import TeikitError


@contextmanager
def held(state: Path) -> Iterator[None]:
    """Hold a state file: another process that wants it is refused, and the end of this one, however it comes, frees it.

    Where the system has no locks of that kind, nothing is held. Raises `PushError` where another process holds it,
    `TeikitError` where the folder cannot be written.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    file = state.with_name(f"{state.name}.lock")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        hint = "name a state file in a folder that can be written, with --state"
        raise TeikitError(f"{file.as_posix()}: cannot be written ({error.strerror})", hint=hint) from None
    try:
        if not _is_locked(lambda: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB), handle, file):
            hint = "wait until it has ended, or name another state file with --state"
            raise PushError.of(UNKNOWN_STATE, state.as_posix(), "another push is under way with this file", hint)
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                file.unlink()
    finally:
        os.close(handle)


def _is_locked(lock: Callable[[], None], handle: int, file: Path) -> bool:
    """Lock an open file; return whether that worked, and the file is still the one of that name."""
    try:
        lock()
        return os.fstat(handle).st_ino == file.stat().st_ino
    except OSError:
        return False
