"""Finding XML files, and writing files whole or not at all."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from teikit.diagnostics import TeikitError

try:
    # hashlib loads OpenSSL, which takes longer than what is hashed here.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b


class Input(NamedTuple):
    """One file to work on: its path as it is shown, and its path below the folder that the user named (with `/`)."""

    path: str
    below: str


class Inputs(NamedTuple):
    """The files to work on, sorted by path, each once; and the reasons why others could not be had."""

    files: list[Input]
    failures: tuple[TeikitError, ...]


def inputs(paths: Iterable[str]) -> Inputs:
    """Return the XML files that the given files and folders mean.

    A file stands for itself, whatever its ending. A folder stands for every `*.xml` below it that is not hidden or in a
    hidden folder, nor in a package (`is_package`) that lies below it. A path that does not exist, a folder without XML
    files, and a folder that cannot be read are failures; the others go on. Links to folders are not followed.
    """
    found: dict[str, Input] = {}
    failures: list[TeikitError] = []
    for given in paths:
        try:
            for each in _meant(given, failures):
                found.setdefault(os.path.realpath(each.path), each)
        except TeikitError as error:
            failures.append(error)
        except (OSError, ValueError) as error:
            failures.append(TeikitError(f"{given}: cannot be read ({_reason(error)})", hint="check the path"))
    return Inputs(sorted(found.values()), tuple(failures))


def _meant(given: str, failures: list[TeikitError]) -> Iterator[Input]:
    path = Path(given)
    if not path.exists():
        raise TeikitError(f"{path.as_posix()}: no such file or folder", hint=_near(path))
    if not path.is_dir():
        yield Input(path.as_posix(), path.name)
        return
    before, some = len(failures), False
    for file in _files_below(path, failures):
        some = True
        yield Input(file.as_posix(), file.relative_to(path).as_posix())
    if not some and len(failures) == before:
        raise TeikitError(f"{path.as_posix()}: no XML file in this folder", hint="the names must end in .xml")


def _files_below(top: Path, failures: list[TeikitError]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        name = Path(error.filename or top).as_posix()
        failures.append(TeikitError(f"{name}: cannot be read ({_reason(error)})", hint="check its permissions"))

    for folder, below, names in os.walk(top, onerror=unreadable):
        below[:] = [name for name in below if not name.startswith(".") and not is_package(Path(folder, name))]
        yield from (Path(folder, name) for name in names if name.lower().endswith(".xml") and not name.startswith("."))


def _near(path: Path) -> str:
    import difflib

    with contextlib.suppress(OSError):
        near = difflib.get_close_matches(path.name, [each.name for each in path.parent.iterdir()], 1)
        if near:
            return f"did you mean “{(path.parent / near[0]).as_posix()}”?"
    return "check the path and its spelling"


def is_package(folder: Path) -> bool:
    """Return whether a folder is a BagIt bag: what is in one is a copy, and no part of what it lies beside."""
    try:
        return (folder / "bagit.txt").is_file()
    except OSError:
        return False


def digest(data: bytes) -> str:
    """Return the BLAKE2b digest of data, 256 bits as hexadecimal digits."""
    return blake2b(data, digest_size=32).hexdigest()


def write(path: Path, data: str | bytes) -> None:
    """Write a file whole or not at all (text as UTF-8); folders are made as needed.

    A device such as `/dev/null` is written to directly; a link stays, and the file that it names is replaced. Raises
    `TeikitError` where that is impossible; then the old file, if there was one, is unchanged.
    """
    content = data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data
    _put(path, lambda file: file.write(content))


def append(path: Path, text: str) -> None:
    """Add text (as UTF-8) to the end of a file, which others may be adding to. Raises `TeikitError`."""
    try:
        with path.open("ab") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    except (OSError, ValueError) as error:
        hint = "check that the file can be written"
        raise TeikitError(f"{path.as_posix()}: cannot be written ({_reason(error)})", hint=hint) from None


def copy(source: Path, target: Path) -> None:
    """Copy a file, whole or not at all, as `write` does."""
    import shutil

    with contextlib.suppress(OSError):
        if source.samefile(target):
            return
    with contextlib.ExitStack() as stack:
        try:
            origin = stack.enter_context(source.open("rb"))
        except OSError as error:
            raise TeikitError(f"{source.as_posix()}: cannot be read ({_reason(error)})") from None
        _put(target, lambda file: shutil.copyfileobj(origin, file))


def _put(path: Path, fill: Callable[[IO[bytes]], object]) -> None:
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                fill(file)
            return
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, fill)
    except (OSError, ValueError) as error:
        hint = "check that the folder can be written and that the disk has room, or choose another with -o"
        raise TeikitError(f"{path.as_posix()}: cannot be written ({_reason(error)})", hint=hint) from None


def _reason(error: OSError | ValueError) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _replace(path: Path, fill: Callable[[IO[bytes]], object]) -> None:
    import tempfile

    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".teikit-")
    try:
        with os.fdopen(handle, "wb") as file:
            fill(file)
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
