"""Writing a bag in one pass."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from teikit.deposit.bagit import manifests, tags
from teikit.deposit.bagit.moment import bagging_date, zip_time
from teikit.deposit.bagit.placing import placed
from teikit.deposit.bagit.sinks import Archive, Folder, Sink
from teikit.diagnostics import TeikitError

_PIECE = 1 << 20


class Written(NamedTuple):
    """A file of a bag: its path below the bag's folder, its size in bytes, algorithm → checksum."""

    path: str
    size: int
    checksums: dict[str, str]


class Bag:
    """A bag that is being written: first the payload, file by file, then `close`, which writes the tag files."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._payload: list[Written] = []
        self._is_closed = False

    def add(self, path: str, source: Path | bytes) -> Written:
        """Write a file of the payload, from a file or from bytes; `path` is below `data/`.

        Raises `TeikitError` where the source cannot be read, `OSError` where the bag cannot be written.
        """
        written = self._put(f"data/{path}", source)
        self._payload.append(written)
        return written

    def close(self, info: Iterable[tuple[str, str]]) -> None:
        """Write the tag files. `info` are tags of `bag-info.txt`; date and Payload-Oxum come with them.

        `bagit.txt`, without which a folder is no bag, is the last but for the manifests of the tag files.
        """
        oxum = f"{sum(each.size for each in self._payload)}.{len(self._payload)}"
        texts = {"bag-info.txt": tags.info_text([*info, ("Bagging-Date", bagging_date()), ("Payload-Oxum", oxum)])}
        for algorithm in manifests.ALGORITHMS:
            texts[manifests.name(algorithm)] = _manifest(self._payload, algorithm)
        texts["bagit.txt"] = tags.DECLARATION
        written = [self._put(name, text.encode()) for name, text in texts.items()]
        for algorithm in manifests.ALGORITHMS:
            self._put(manifests.name(algorithm, tag=True), _manifest(written, algorithm).encode())
        self._is_closed = True

    @property
    def is_closed(self) -> bool:
        """Whether the tag files are written."""
        return self._is_closed

    def _put(self, path: str, source: Path | bytes) -> Written:
        counted = _Counted(source)
        self._sink.put(path, counted.pieces(), counted.expected)
        return Written(path, counted.size, counted.checksums())


@contextmanager
def writing(target: Path, top: str, *, replace: bool = False) -> Iterator[Bag]:
    """Give a bag to be written to a folder, or to a zip file where the name ends in `.zip`.

    `top` is the one folder in the zip file. The bag is there once the body has closed it; whatever is raised before,
    nothing is. With `replace`, a package of that name is replaced. Raises `TeikitError`.
    """
    with placed(target, replace=replace) as temporary:
        if temporary.is_dir():
            bag = Bag(Folder(temporary))
            yield bag
        else:
            with zipfile.ZipFile(temporary, "w") as archive:
                bag = Bag(Archive(archive, top, zip_time()))
                yield bag
        if not bag.is_closed:
            raise TeikitError(f"{target.as_posix()}: the package was not finished")


class _Counted:
    """The bytes of a source, counted and hashed as they go by."""

    def __init__(self, source: Path | bytes) -> None:
        self._source = source
        self._hashes = {algorithm: hashlib.new(algorithm) for algorithm in manifests.ALGORITHMS}
        self.size = 0

    @property
    def expected(self) -> int:
        """The size of the source before it is read."""
        if isinstance(self._source, bytes):
            return len(self._source)
        try:
            return self._source.stat().st_size
        except OSError as error:
            raise _unreadable(self._source, error) from None

    def pieces(self) -> Iterator[bytes]:
        for piece in _pieces(self._source):
            self.size += len(piece)
            for each in self._hashes.values():
                each.update(piece)
            yield piece

    def checksums(self) -> dict[str, str]:
        return {algorithm: each.hexdigest() for algorithm, each in self._hashes.items()}


def _pieces(source: Path | bytes) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    try:
        with source.open("rb") as stream:
            while piece := stream.read(_PIECE):
                yield piece
    except OSError as error:
        raise _unreadable(source, error) from None


def _unreadable(source: Path, error: OSError) -> TeikitError:
    return TeikitError(f"{source.as_posix()}: cannot be read ({error.strerror})", hint="check its permissions")


def _manifest(files: Iterable[Written], algorithm: str) -> str:
    return manifests.text((each.path, each.checksums[algorithm]) for each in files)
