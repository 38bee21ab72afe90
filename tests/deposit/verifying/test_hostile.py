"""Packages that are made to do harm, or are nonsense: said in bounded time and memory, and nothing is unpacked."""

from __future__ import annotations

import contextlib
import os
import random
import stat
import struct
import zipfile
from pathlib import Path
from typing import IO

import pytest
from tests.deposit.bags import found, make
from tests.running import teikit

from teikit.deposit.bagit import reading
from teikit.deposit.verifying import verify
from teikit.diagnostics import TeikitError


def with_entry(tmp_path: Path, entry: zipfile.ZipInfo | str, data: bytes = b"x") -> Path:
    """Return a sound zip file with one entry more."""
    package = make(tmp_path / "bag.zip")
    with zipfile.ZipFile(package, "a") as archive:
        archive.writestr(entry, data)
    return package


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        "edition/../../outside.txt",
        "/etc/outside.txt",
        "edition/data/a\\b.txt",
        "C:/outside.txt",
        "edition/data/a\nb.txt",
        "edition/data/\x1b[2J.txt",
    ],
)
def test_a_name_that_leads_elsewhere(tmp_path: Path, name: str) -> None:
    package = with_entry(tmp_path, name)
    assert {code for code, _ in found(package)} == {"DEP038"}
    assert [each.name for each in tmp_path.iterdir()] == ["bag.zip"]


@pytest.mark.parametrize("mode", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_an_entry_that_is_no_file(tmp_path: Path, mode: int) -> None:
    entry = zipfile.ZipInfo("edition/data/link")
    entry.create_system = 3
    entry.external_attr = (mode | 0o777) << 16
    assert found(with_entry(tmp_path, entry, b"/etc/passwd")) == {("DEP038", "data/link")}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_entry_that_stands_twice(tmp_path: Path) -> None:
    package = with_entry(tmp_path, "edition/data/README.md", b"other")
    assert ("DEP038", "data/README.md") in found(package)


def test_a_method_that_cannot_be_bounded(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("edition/data/a.txt")
    entry.compress_type = zipfile.ZIP_BZIP2
    assert found(with_entry(tmp_path, entry)) == {("DEP038", "data/a.txt")}


def test_a_bomb_is_not_lit(tmp_path: Path) -> None:
    package = tmp_path / "bomb.zip"
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        with archive.open("data/zeros", "w", force_zip64=True) as stream:
            for _ in range(400):
                stream.write(bytes(1 << 20))
    assert package.stat().st_size < 1 << 20
    assert found(package) == {("DEP038", "")}


def test_entries_that_overlap(tmp_path: Path) -> None:
    """One compressed part, and many entries of the directory that all mean it."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/a", os.urandom(50_000))
        (entry,) = archive.infolist()
        for number in range(50):
            other = zipfile.ZipInfo(f"data/b{number:04}")
            for field in ("CRC", "compress_size", "file_size", "header_offset", "compress_type"):
                setattr(other, field, getattr(entry, field))
            archive.filelist.append(other)
        archive._didModify = True  # type: ignore[attr-defined]
    assert found(tmp_path / "a.zip") == {("DEP038", "")}


def test_what_is_said_of_a_size_is_not_believed(tmp_path: Path) -> None:
    """An entry that says it holds one byte and expands to many is cut off there, and damaged."""
    package = make(tmp_path / "bag.zip", {"a.txt": b"a" * 100_000})
    data = bytearray(package.read_bytes())
    place = data.find(b"PK\x01\x02")
    name = data.find(b"edition/data/a.txt", place)
    struct.pack_into("<I", data, name - 46 + 24, 1)
    package.write_bytes(data)
    assert ("DEP029", "data/a.txt") in found(package)


@pytest.mark.parametrize("offset", [6, 8, 14, 18, 22], ids=["flags", "method", "CRC", "packed size", "size"])
def test_a_header_that_contradicts_the_directory(tmp_path: Path, offset: int) -> None:
    """Programs that unpack a zip file as it comes go by the header before each entry."""
    package = make(tmp_path / "bag.zip", {"a.txt": b"a" * 100_000})
    data = bytearray(package.read_bytes())
    data[data.find(b"edition/data/a.txt") - 30 + offset] ^= 8
    package.write_bytes(data)
    assert ("DEP029", "data/a.txt") in found(package)


def test_sizes_after_the_data_and_of_64_bits_are_no_contradiction(tmp_path: Path) -> None:
    """A zip file that was written to a pipe has them after the data."""
    bag = make(tmp_path / "bag")
    with (tmp_path / "piped.zip").open("wb") as stream, zipfile.ZipFile(_Pipe(stream), "w") as archive:
        for file in sorted(each for each in bag.rglob("*") if each.is_file()):
            with archive.open(f"bag/{file.relative_to(bag).as_posix()}", "w", force_zip64=True) as entry:
                entry.write(file.read_bytes())
    assert found(tmp_path / "piped.zip") == set()


class _Pipe:
    """A stream that only goes on."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.write = stream.write
        self.flush = stream.flush


def test_50_000_entries(tmp_path: Path) -> None:
    package = tmp_path / "many.zip"
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        archive.writestr("manifest-sha256.txt", f"{'0' * 64}  data/0\n")
        for number in range(50_000):
            archive.writestr(f"data/{number}", b"")
    ended = teikit("deposit", "verify", package, "--format", "json", "--output", tmp_path / "found.json", seconds=40)
    assert ended.status == 1
    assert ended.memory < 500
    assert (tmp_path / "found.json").read_text("utf-8").count('"DEP031"') == 49_999


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_FILES", 5)
    for package in (make(tmp_path / "bag"), make(tmp_path / "bag.zip")):
        with pytest.raises(TeikitError, match="more than 5 files"):
            list(verify(package.as_posix()))


def test_a_directory_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    package = tmp_path / "a.zip"
    package.write_bytes(b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 65535, 65535, 0xF0000000, 0, 0))
    with pytest.raises(TeikitError, match="lists more files"):
        list(verify(package.as_posix()))


@pytest.mark.parametrize("target", ["/etc/passwd", "README.md", "nowhere", "loop"])
def test_a_link_in_a_folder(tmp_path: Path, target: str) -> None:
    bag = make(tmp_path / "bag")
    (bag / "data" / "loop").symlink_to(target)
    assert found(bag) == {("DEP038", "data/loop")}


def test_a_pipe_in_a_folder(tmp_path: Path) -> None:
    bag = make(tmp_path / "bag")
    (bag / "data" / "README.md").unlink()
    os.mkfifo(bag / "data" / "README.md")
    assert ("DEP038", "data/README.md") in found(bag)


@pytest.mark.parametrize("path", ["../../../../etc/passwd", "/etc/passwd", "data/../../x", "C:\\x"])
def test_a_manifest_that_lists_what_lies_elsewhere(tmp_path: Path, path: str) -> None:
    bag = make(tmp_path / "bag")
    with (bag / "tagmanifest-sha256.txt").open("a") as file:
        file.write(f"{'0' * 64}  {path}\n")
    assert found(bag) == {("DEP038", "tagmanifest-sha256.txt")}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("manifest-sha256.txt", b"x\n" * 5_000_000),
        ("manifest-sha256.txt", b"\n" * 60_000_000),
        ("bag-info.txt", b"x\n" * 1_500_000),
        ("data/ro-crate-metadata.json", b"[" * 30_000_000),
        ("data/ro-crate-metadata.json", b'{"@graph":[' + b'{"@id":"a%d"},' * 300_000 + b"0]}"),
    ],
)
def test_nonsense_from_beginning_to_end(tmp_path: Path, name: str, data: bytes) -> None:
    bag = make(tmp_path / "bag")
    (bag / name).write_bytes(data)
    ended = teikit("deposit", "verify", bag, "--format", "concise", seconds=40)
    assert ended.status == 1
    assert "DEP029" in ended.out
    assert "Traceback" not in ended.said
    assert ended.memory < 600
    assert len(ended.out.splitlines()) < 1100


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06" + bytes(18), b"no zip", bytes(1000)])
def test_a_file_that_is_no_package(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    ended = teikit("deposit", "verify", tmp_path / "a.zip")
    assert ended.status in (1, 2)
    assert "Traceback" not in ended.said
    assert "a.zip" in ended.said


def test_a_folder_that_is_no_package(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<TEI/>")
    assert {code for code, _ in found(tmp_path)} == {"DEP028"}


def test_no_package_at_all(tmp_path: Path) -> None:
    ended = teikit("deposit", "verify", tmp_path / "none")
    assert ended.status == 2
    assert "no such package" in ended.err


@pytest.mark.parametrize("seed", range(40))
def test_bytes_at_random_never_end_in_a_traceback(tmp_path: Path, seed: int) -> None:
    package = make(tmp_path / "bag.zip")
    chance = random.Random(seed)
    data = bytearray(package.read_bytes())
    start = 0 if seed % 2 else data.find(b"PK\x01\x02")
    for _ in range(chance.choice((1, 3, 30))):
        data[chance.randrange(start, len(data))] = chance.randrange(256)
    package.write_bytes(data[: chance.randrange(len(data))] if seed % 10 == 9 else data)
    with contextlib.suppress(TeikitError):
        list(verify(package.as_posix()))
