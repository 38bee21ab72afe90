"""Where a bag is written to: a folder, or a zip file."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Protocol

_STORED = re.compile(
    r"\.(7z|avif|bmp|dng|docx|epub|flac|gif|gz|heic|jp2|jpe?g|jxl|m4a|mp[34]|odt|og[gv]|pdf|png|psd|tiff?|wav|webm|webp|"
    r"woff2?|xz|zip)",
    re.IGNORECASE,
)
"""Endings of files that do not become smaller, and of images and sounds, which take longest and gain least.

A blank image would become so small that a cautious reader takes the zip file for one that is made to do harm.
"""

_LARGE = (1 << 31) - 1 - (1 << 20)
"""From this size on an entry of a zip file has 64-bit lengths; they are fixed before the first byte is written."""


class Sink(Protocol):
    """What files are put into, each once."""

    def put(self, path: str, pieces: Iterable[bytes], size: int) -> None:
        """Write a file: its path with `/`, its bytes in pieces, and about how many they are. May raise `OSError`."""


class Folder:
    """A folder that files are written into."""

    def __init__(self, top: Path) -> None:
        self._top = top
        self._made: set[Path] = set()

    def put(self, path: str, pieces: Iterable[bytes], size: int) -> None:
        """Write a file, and the folders that it lies in."""
        file = self._top / path
        if file.parent not in self._made:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(file.parent)
        with file.open("xb") as stream:
            for piece in pieces:
                stream.write(piece)


class Archive:
    """A zip file whose bytes depend on nothing but what is put into it, and on `time` (UTC) for all entries.

    All entries lie below one folder, `top`, so that unpacking makes one folder wherever it is done.
    """

    def __init__(self, archive: zipfile.ZipFile, top: str, time: tuple[int, int, int, int, int, int]) -> None:
        self._archive = archive
        self._top = top
        self._time = time

    def put(self, path: str, pieces: Iterable[bytes], size: int) -> None:
        """Write an entry: a regular file that everybody may read, deflated unless that would be no use."""
        entry = zipfile.ZipInfo(f"{self._top}/{path}", self._time)
        entry.create_system = 3
        entry.external_attr = 0o100644 << 16
        is_stored = _STORED.fullmatch(PurePosixPath(path).suffix)
        entry.compress_type = zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
        with self._archive.open(entry, "w", force_zip64=size >= _LARGE) as stream:
            for piece in pieces:
                stream.write(piece)
