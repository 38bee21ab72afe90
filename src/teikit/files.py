"""Finding XML files, and writing files whole or not at all."""

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from teikit.diagnostics import TeikitError


class Input(NamedTuple):
    """One file to work on: its path as it is shown, and its path below the folder that the user named (with `/`)."""

    path: str
    below: str


def inputs(paths: Iterable[str]) -> list[Input]:
    """Return the XML files that the given files and folders mean, sorted, each once.

    A file stands for itself, whatever its ending. A folder stands for every `*.xml` below it that is not in a hidden
    folder. Raises `TeikitError` where a path does not exist or a folder holds no XML file.
    """
    found: dict[Path, Input] = {}
    for given in paths:
        path = Path(given)
        if path.is_dir():
            files = [
                file for file in sorted(path.rglob("*.xml")) if _visible(file.relative_to(path)) and file.is_file()
            ]
            if not files:
                raise TeikitError(f"{path.as_posix()}: no XML file in this folder", hint="files must end in .xml")
            for file in files:
                found.setdefault(file.resolve(), Input(file.as_posix(), file.relative_to(path).as_posix()))
        elif path.exists():
            found.setdefault(path.resolve(), Input(path.as_posix(), path.name))
        else:
            raise TeikitError(f"{path.as_posix()}: no such file or folder")
    return sorted(found.values())


def _visible(path: Path) -> bool:
    return not any(part.startswith(".") for part in path.parts)


def write(path: Path, data: str | bytes) -> None:
    """Write a file whole or not at all (text as UTF-8); folders are made as needed.

    A device such as `/dev/stdout` is written to directly. Raises `TeikitError` where that is impossible; then the old
    file, if there was one, is unchanged.
    """
    content = data.encode("utf-8") if isinstance(data, str) else data
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    except OSError as error:
        raise TeikitError(f"{path.as_posix()}: cannot be written ({error.strerror})") from None


def _replace(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
