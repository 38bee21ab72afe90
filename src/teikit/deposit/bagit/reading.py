"""Opening a package that may come from anybody: a folder or a zip file. Nothing is ever unpacked."""

from __future__ import annotations

import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from teikit.diagnostics import TeikitError

MAX_FILES = 500_000
"""No more files of a package are looked at."""
MAX_EXPANSION = 250
"""A zip file that holds more than `EXPANSION_FROM` bytes may hold this many times its own size."""
EXPANSION_FROM = 256 << 20
_MAX_DIRECTORY = 1 << 28
_PIECE = 1 << 20
_STEERING = re.compile(r"[\x00-\x1f\x7f]")
_DRIVE = re.compile(r"[A-Za-z]:")
FAULTS = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    ValueError,
    struct.error,
)
"""What reading a damaged file of a package may raise; the library of zip files raises all of them."""


class Package(Protocol):
    """A package that is open: its path as given, path → size of its files, and what is unsafe in it.

    `unsafe` are pairs of a path and a reason; such files are not among `sizes`. `refused` says why nothing in it is to
    be read, or is empty.
    """

    path: str
    sizes: dict[str, int]
    unsafe: list[tuple[str, str]]
    refused: str

    def open(self, file: str) -> IO[bytes]:
        """Open a file for reading. Raises one of `FAULTS`."""

    def close(self) -> None:
        """Let go of the package."""


def open_package(path: str) -> Package:
    """Open a folder or a zip file. Raises `TeikitError` where there is none, or it is too much to look at."""
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            return _Folder(path)
        if stat.S_ISREG(mode):
            return _Archive(path)
    except FileNotFoundError:
        hint = "name a folder or a .zip that “teikit deposit build” made"
        raise TeikitError(f"{path}: no such package", hint=hint) from None
    except (zipfile.BadZipFile, EOFError, RuntimeError, struct.error, UnicodeDecodeError) as error:
        hint = "fetch it again if it was cut off on its way; other archives are to be unpacked first"
        raise TeikitError(f"{path}: not a zip file that can be read ({error})", hint=hint) from None
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or error
        raise TeikitError(f"{path}: cannot be read ({reason})", hint="check the path and its permissions") from None
    raise TeikitError(f"{path}: neither a folder nor a file", hint="name a folder or a .zip")


def read_all(package: Package, file: str, most: int) -> bytes:
    """Return the bytes of a file. Raises one of `FAULTS`, also where there are more than `most`."""
    with package.open(file) as stream:
        data = b"".join(iter(lambda: stream.read(_PIECE), b"")) if package.sizes[file] <= most else None
    if data is None or len(data) > most:
        raise ValueError(f"larger than {most >> 20} MB")
    return data


def pieces(package: Package, file: str) -> Iterator[bytes]:
    """Yield the bytes of a file in pieces. Raises one of `FAULTS`."""
    with package.open(file) as stream:
        while piece := stream.read(_PIECE):
            yield piece


def why_outside(path: str) -> str:
    """Return why a path does not lie in the package that it stands in, or ''."""
    if not path or path.startswith("/") or _DRIVE.match(path):
        return "is not below the folder of the package"
    if "\\" in path:
        return "has a backslash, which some systems read as a folder"
    if ".." in path.split("/"):
        return "leads out of its folder by “..”"
    return ""


class _Folder:
    """A package in a folder."""

    def __init__(self, path: str) -> None:
        self.path = Path(path).as_posix()
        self.sizes: dict[str, int] = {}
        self.unsafe: list[tuple[str, str]] = []
        self.refused = ""
        self._top = Path(path)
        self._look(self._top, "")

    def _look(self, folder: Path, below: str) -> None:
        waiting = [(folder, below)]
        while waiting:
            folder, below = waiting.pop()
            with os.scandir(folder) as found:
                for entry in found:
                    self._note(entry, f"{below}{entry.name}", waiting)
            if len(self.sizes) > MAX_FILES:
                raise TeikitError(f"{self.path}: holds more than {MAX_FILES} files", hint="divide the package")

    def _note(self, entry: os.DirEntry[str], path: str, waiting: list[tuple[Path, str]]) -> None:
        if entry.is_symlink():
            self.unsafe.append((path, "is a link"))
        elif entry.is_dir():
            waiting.append((Path(entry.path), f"{path}/"))
        elif not entry.is_file():
            self.unsafe.append((path, "is a device or a pipe, not a file"))
        else:
            self.sizes[path] = entry.stat().st_size

    def open(self, file: str) -> IO[bytes]:
        return (self._top / file).open("rb")

    def close(self) -> None:
        """Nothing is held."""


class _Archive:
    """A package in a zip file: at its top, or in the one folder there."""

    def __init__(self, path: str) -> None:
        self.path = Path(path).as_posix()
        self.sizes: dict[str, int] = {}
        self.unsafe: list[tuple[str, str]] = []
        self._entries: dict[str, zipfile.ZipInfo] = {}
        length = _check_directory(path)
        self._zip = zipfile.ZipFile(path)
        infos = self._zip.infolist()
        if len(infos) > MAX_FILES:
            raise TeikitError(f"{self.path}: holds more than {MAX_FILES} files", hint="divide the package")
        self.refused = _why_refused(infos, length)
        top = _top_of(infos)
        for info in infos:
            self._note(info, info.filename.removeprefix(top))

    def _note(self, info: zipfile.ZipInfo, path: str) -> None:
        reason = why_outside(path.rstrip("/") or "x") or _why_not_read(info)
        if not reason and path in self._entries:
            reason = "stands twice in the zip file"
        if reason:
            self.unsafe.append((path, reason))
        elif not info.is_dir():
            self._entries[path] = info
            self.sizes[path] = info.file_size

    def open(self, file: str) -> IO[bytes]:
        info = self._entries[file]
        if not _agrees(self._zip, info):
            raise zipfile.BadZipFile("what stands before it in the zip file is not what the directory at its end says")
        return self._zip.open(info)

    def close(self) -> None:
        self._zip.close()


def _check_directory(path: str) -> int:
    """Return the length of a zip file. Raises `TeikitError` where its directory is too large to be read."""
    with Path(path).open("rb") as stream:
        length = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, length - (1 << 16) - 98))
        tail = stream.read()
    end = tail.rfind(b"PK\x05\x06")
    size = int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0
    large = tail.rfind(b"PK\x06\x06")
    if size == 0xFFFFFFFF and large >= 0:
        size = int.from_bytes(tail[large + 40 : large + 48], "little")
    if size > _MAX_DIRECTORY:
        raise TeikitError(f"{path}: lists more files than can be looked at", hint="divide the package")
    return length


def _why_refused(infos: list[zipfile.ZipInfo], length: int) -> str:
    """Return why a zip file is not to be unpacked, or ''."""
    total = sum(each.file_size for each in infos)
    if sum(each.compress_size for each in infos) > length:
        return "the entries of the zip file overlap"
    if total > EXPANSION_FROM and total > MAX_EXPANSION * length:
        return f"the zip file has {length} bytes and expands to {total}"
    return ""


def _agrees(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Return whether the header before an entry says what the directory does: other programs go by the header.

    Method, checksum and sizes are compared, and whether it is encrypted (APPNOTE 6.3.10, §4.3.7). A header may leave
    checksum and sizes to what follows the data (bit 3), and the sizes to a field of 64 bits.
    """
    if archive.fp is None:
        return False
    archive.fp.seek(info.header_offset)
    data = archive.fp.read(30)
    if len(data) < 30:
        return False
    flags, method, checksum, packed, size = struct.unpack("<HH4xLLL", data[6:26])
    if (flags ^ info.flag_bits) & 0b1001 or method != info.compress_type:
        return False
    given = [(checksum, info.CRC)]
    given += [(a, b) for a, b in ((packed, info.compress_size), (size, info.file_size)) if a != 0xFFFFFFFF]
    return bool(flags & 0b1000) or all(a == b for a, b in given)


def _top_of(infos: list[zipfile.ZipInfo]) -> str:
    """Return the folder in which the bag lies, with `/`, or ''."""
    names = {each.filename for each in infos}
    if "bagit.txt" in names:
        return ""
    tops = {name.partition("/")[0] for name in names}
    found = [top for top in tops if f"{top}/bagit.txt" in names]
    if len(found) == 1:
        return f"{found[0]}/"
    # Without its declaration, the package is still known by its one folder.
    return f"{tops.pop()}/" if len(tops) == 1 and all("/" in name for name in names) else ""


def _why_not_read(info: zipfile.ZipInfo) -> str:
    if _STEERING.search(info.filename):
        return "has a control character in its name"
    mode = info.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "is a link"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a device or a pipe, not a file"
    if info.flag_bits & 0x1:
        return "is encrypted"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is compressed by a method other than deflate"
    return ""


def is_payload(path: str) -> bool:
    """Return whether a path in a package belongs to the payload."""
    return PurePosixPath(path).parts[:1] == ("data",)
