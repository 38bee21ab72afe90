"""Putting a package in its place only when it is whole."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from teikit.deposit.bagit.replacing import why_kept
from teikit.diagnostics import TeikitError

_PREFIX = ".teikit-"
_NO_ROOM = "check that the folder can be written and that the disk has room, or choose another with -o"


@contextmanager
def placed(target: Path, *, replace: bool = False) -> Iterator[Path]:
    """Give the path of something to be filled, beside `target`, which takes that name if the body succeeds.

    A target that ends in `.zip` is a file, any other a folder. What is there already stays as it is unless `replace` is
    set, and then only a package is replaced. Raises `TeikitError`; whatever is raised, nothing is left behind.
    """
    is_file = target.suffix.lower() == ".zip"
    _refuse_what_is_there(target, is_file=is_file, replace=replace)
    parent = Path(os.path.realpath(target)).parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
        temporary = _temporary(parent, is_file=is_file)
    except (OSError, ValueError) as error:
        raise _unwritable(target, error) from None
    try:
        yield temporary
        temporary.chmod((0o666 if is_file else 0o777) & ~_umask())
        _move(temporary, Path(os.path.realpath(target)))
    except OSError as error:
        raise _unwritable(target, error) from None
    finally:
        _remove(temporary)


def _refuse_what_is_there(target: Path, *, is_file: bool, replace: bool) -> None:
    shown = target.as_posix()
    try:
        if not os.path.lexists(target):
            return
        if not (target.is_file() if is_file else target.is_dir()):
            kind = "a file" if target.is_file() else "a folder" if target.is_dir() else "a device or a link to nowhere"
            wanted = "a file" if is_file else "a folder"
            message = f"{shown}: there is {kind}, not {wanted}, with this name"
            raise TeikitError(message, hint="choose another name with -o")
        if not is_file and not any(target.iterdir()):
            return
        if not is_file and not (target / "bagit.txt").is_file():
            hint = "choose a folder that is empty or does not exist yet"
            raise TeikitError(f"{shown}: the folder holds files that are no package", hint=hint)
    except OSError as error:
        raise TeikitError(f"{shown}: cannot be read ({error.strerror})", hint="check its permissions") from None
    if not replace:
        hint = "choose another name with -o, or replace it with --force"
        raise TeikitError(f"{shown}: there is a package already", hint=hint)
    if reason := why_kept(target):
        hint = "choose another name with -o, or take away yourself what is there"
        raise TeikitError(f"{shown}: is not replaced: it holds {reason}", hint=hint)


def _temporary(parent: Path, *, is_file: bool) -> Path:
    if not is_file:
        return Path(tempfile.mkdtemp(dir=parent, prefix=_PREFIX))
    handle, name = tempfile.mkstemp(dir=parent, prefix=_PREFIX)
    os.close(handle)
    return Path(name)


def _move(temporary: Path, target: Path) -> None:
    if not target.is_dir():
        temporary.replace(target)
        return
    old = Path(tempfile.mkdtemp(dir=target.parent, prefix=_PREFIX))
    before = old / target.name
    try:
        target.rename(before)
        try:
            temporary.rename(target)
        except BaseException:
            before.rename(target)
            raise
    finally:
        _remove(old)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()


def _unwritable(target: Path, error: OSError | ValueError) -> TeikitError:
    reason = (isinstance(error, OSError) and error.strerror) or str(error)
    return TeikitError(f"{target.as_posix()}: cannot be written ({reason})", hint=_NO_ROOM)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
