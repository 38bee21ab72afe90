"""Bags are written as RFC 8493 wants them, in one pass, whole or not at all, and the same each time."""

from __future__ import annotations

import errno
import hashlib
import os
import resource
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from tests.deposit.bags import bagit_accepts, found, make, tree

from teikit.deposit.bagit import manifests, tags
from teikit.deposit.bagit.moment import bagging_date, zip_time
from teikit.deposit.bagit.sinks import Folder
from teikit.deposit.bagit.writing import writing
from teikit.diagnostics import TeikitError

EPOCH = "1517961600"
"""The beginning of 7 February 2018, UTC."""


@pytest.fixture(autouse=True)
def _a_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def test_others_accept_the_bag(tmp_path: Path) -> None:
    assert bagit_accepts(make(tmp_path / "bag"))


def test_what_stands_in_the_tag_files(tmp_path: Path) -> None:
    bag = make(tmp_path / "bag", {"a.txt": b"abc"})
    assert (bag / "bagit.txt").read_bytes() == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    size = 3 + (bag / "data" / "ro-crate-metadata.json").stat().st_size
    assert (bag / "bag-info.txt").read_text("utf-8").splitlines() == [
        "External-Description: An edition of two letters",
        "Bagging-Date: 2018-02-07",
        f"Payload-Oxum: {size}.2",
    ]
    for algorithm in ("sha256", "sha512"):
        lines = (bag / f"manifest-{algorithm}.txt").read_text("utf-8").splitlines()
        assert lines[0] == f"{hashlib.new(algorithm, b'abc').hexdigest()}  data/a.txt"
        assert [line.split("  ")[1] for line in lines] == ["data/a.txt", "data/ro-crate-metadata.json"]
        listed = (bag / f"tagmanifest-{algorithm}.txt").read_text("utf-8").splitlines()
        assert [line.split("  ")[1] for line in listed] == [
            "bag-info.txt",
            "bagit.txt",
            "manifest-sha256.txt",
            "manifest-sha512.txt",
        ]


def test_percent_and_line_ends_in_paths_are_encoded(tmp_path: Path) -> None:
    names = {"a%0Ab.txt": b"1", "c\nd.txt": b"2", "e\rf.txt": b"3", "g h.txt": b"4"}
    bag = make(tmp_path / "bag", names)
    lines = (bag / "manifest-sha256.txt").read_bytes().decode().split("\n")
    paths = [line.split("  ", 1)[1] for line in lines if line]
    assert paths[:4] == ["data/a%250Ab.txt", "data/c%0Ad.txt", "data/e%0Df.txt", "data/g h.txt"]
    assert found(bag) == set()
    text = (bag / "manifest-sha256.txt").read_text("utf-8")
    assert {line.path for line in manifests.lines(text, (1, 0))} >= {f"data/{name}" for name in names}


def test_before_1_0_percent_was_not_encoded() -> None:
    line = f"{'0' * 64} *data/100%25.txt\n"
    assert [each.path for each in manifests.lines(line, (0, 97))] == ["data/100%25.txt"]
    assert [each.path for each in manifests.lines(line.replace("*", " "), (1, 0))] == ["data/100%.txt"]


@pytest.mark.parametrize("name", ["bag", "bag.zip"])
def test_the_same_files_give_the_same_bytes(tmp_path: Path, name: str) -> None:
    first, second = make(tmp_path / "1" / name), make(tmp_path / "2" / name)
    if first.is_dir():
        assert tree(first) == tree(second)
    else:
        assert first.read_bytes() == second.read_bytes()


def test_neither_times_nor_modes_of_sources_count(tmp_path: Path) -> None:
    source = tmp_path / "a.xml"
    results = []
    for moment, mode in ((0, 0o600), (1_000_000_000, 0o755)):
        source.write_bytes(b"<TEI/>")
        os.utime(source, (moment, moment))
        source.chmod(mode)
        with writing(tmp_path / f"{moment}.zip", "edition") as bag:
            bag.add("a.xml", source)
            bag.close([])
        results.append((tmp_path / f"{moment}.zip").read_bytes())
    assert results[0] == results[1]


def test_the_zip_holds_what_the_folder_holds(tmp_path: Path) -> None:
    folder, archive = make(tmp_path / "bag"), make(tmp_path / "bag.zip")
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None
        opened.extractall(tmp_path / "out")
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["edition"]
    assert tree(tmp_path / "out" / "edition") == tree(folder)


def test_entries_of_a_zip_have_the_date_a_mode_and_a_fitting_method(tmp_path: Path) -> None:
    with zipfile.ZipFile(make(tmp_path / "bag.zip")) as opened:
        entries = {each.filename: each for each in opened.infolist()}
    assert {each.date_time for each in entries.values()} == {(2018, 2, 7, 0, 0, 0)}
    assert {each.external_attr >> 16 for each in entries.values()} == {0o100644}
    assert entries["edition/data/images/map.png"].compress_type == zipfile.ZIP_STORED
    assert entries["edition/data/tei/letters/1.xml"].compress_type == zipfile.ZIP_DEFLATED


@pytest.mark.parametrize(
    ("epoch", "day", "moment"),
    [
        ("0", "1970-01-01", (1980, 1, 1, 0, 0, 0)),
        (EPOCH, "2018-02-07", (2018, 2, 7, 0, 0, 0)),
        ("9999999999", "2286-11-20", (2107, 12, 31, 23, 59, 58)),
    ],
)
def test_the_date_of_a_package(monkeypatch: pytest.MonkeyPatch, epoch: str, day: str, moment: tuple[int, ...]) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert (bagging_date(), zip_time()) == (day, moment)


def test_without_a_given_date_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    before = time.strftime("%Y-%m-%d")
    assert bagging_date() in (before, time.strftime("%Y-%m-%d"))
    assert zip_time() == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "1.5", "9" * 12, "９"])
def test_a_date_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(TeikitError, match="SOURCE_DATE_EPOCH"):
        bagging_date()


def test_a_tag_stays_on_one_line_and_empty_ones_are_left_out() -> None:
    text = tags.info_text([("External-Description", "one\r\ntwo: 三\n\tfour"), ("Contact-Name", " \n")])
    assert text == "External-Description: one two: 三 four\n"
    assert list(tags.read_info("A: b\n  c\n\nno tag\nD:e")) == [(1, "A", "b c"), (4, "", ""), (5, "D", "e")]


# Whole or not at all


@pytest.mark.parametrize("name", ["bag", "bag.zip"])
def test_a_package_that_is_there_is_not_touched(tmp_path: Path, name: str) -> None:
    target = make(tmp_path / name)
    before = tree(tmp_path)
    with pytest.raises(TeikitError, match="there is a package already"):
        make(target, {"other.txt": b""})
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", ["bag", "bag.zip"])
def test_a_package_can_be_replaced(tmp_path: Path, name: str) -> None:
    make(tmp_path / name)
    target = make(tmp_path / name, {"other.txt": b"new"}, replace=True)
    assert found(target) == set()
    assert [each.name for each in tmp_path.iterdir()] == [name]
    if target.is_dir():
        assert not (target / "data" / "README.md").exists()


def test_a_folder_of_the_user_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.xml").write_text("<TEI/>")
    with pytest.raises(TeikitError, match="holds files that are no package"):
        make(tmp_path / "letters", replace=True)
    assert tree(tmp_path) == {"letters/a.xml": b"<TEI/>"}


@pytest.mark.parametrize("name", ["bag", "bag.zip"])
@pytest.mark.parametrize("stranger", ["diary.txt", "data/diary.txt"])
def test_a_package_in_which_somebody_put_a_file_is_never_replaced(tmp_path: Path, name: str, stranger: str) -> None:
    target = make(tmp_path / name)
    if target.is_dir():
        (target / stranger).write_text("mine")
    else:
        with zipfile.ZipFile(target, "a") as archive:
            archive.writestr(f"edition/{stranger}", "mine")
    before = tree(tmp_path)
    with pytest.raises(TeikitError, match=r"is not replaced: it holds “(data/)?diary\.txt”"):
        make(target, {"other.txt": b"new"}, replace=True)
    assert tree(tmp_path) == before


def test_a_zip_file_of_the_user_is_never_replaced(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "mine.zip", "w") as archive:
        archive.writestr("letters/1.xml", "<TEI/>")
    (tmp_path / "other.zip").write_bytes(b"no zip file")
    before = tree(tmp_path)
    for name in ("mine.zip", "other.zip"):
        with pytest.raises(TeikitError, match="is not replaced: it holds no package"):
            make(tmp_path / name, replace=True)
    assert tree(tmp_path) == before


def test_a_folder_of_work_with_a_declaration_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "bagit.txt").write_text(tags.DECLARATION)
    (tmp_path / "letter.xml").write_text("<TEI/>")
    with pytest.raises(TeikitError, match=r"is not replaced: it holds “letter\.xml”"):
        make(tmp_path, replace=True)
    assert (tmp_path / "letter.xml").is_file()


@pytest.mark.parametrize("name", ["bag", "bag.zip"])
def test_a_link_to_nowhere_is_said_to_be_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to("nowhere")
    with pytest.raises(TeikitError, match=r"a link to nowhere, not a (file|folder)"):
        make(tmp_path / name, replace=True)


def test_an_empty_folder_becomes_the_package(tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    assert found(make(tmp_path / "bag")) == set()


@pytest.mark.parametrize(("name", "makes"), [("bag", Path.touch), ("bag.zip", Path.mkdir)])
def test_a_file_for_a_folder_and_a_folder_for_a_file(tmp_path: Path, name: str, makes: object) -> None:
    makes(tmp_path / name)  # type: ignore[operator]
    with pytest.raises(TeikitError, match=r"there is a (file|folder), not a"):
        make(tmp_path / name, replace=True)


@pytest.mark.parametrize("name", ["bag", "bag.zip"])
@pytest.mark.parametrize("stop", [KeyboardInterrupt, TeikitError("no"), OSError(errno.ENOSPC, "No space left")])
def test_what_stops_the_writing_leaves_nothing_behind(tmp_path: Path, name: str, stop: BaseException) -> None:
    with pytest.raises((KeyboardInterrupt, TeikitError)):
        stopped(tmp_path / name, stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["bag", "bag.zip"])
def test_what_stops_the_writing_leaves_the_old_package(tmp_path: Path, name: str) -> None:
    make(tmp_path / name)
    before = tree(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        stopped(tmp_path / name, KeyboardInterrupt(), replace=True)
    assert tree(tmp_path) == before


def stopped(target: Path, stop: BaseException, *, replace: bool = False) -> None:
    """Begin a package, and be stopped by an exception."""
    with writing(target, "edition", replace=replace) as bag:
        bag.add("a.xml", b"<TEI/>")
        raise stop


def test_a_bag_that_was_not_closed_is_none(tmp_path: Path) -> None:
    with pytest.raises(TeikitError, match="was not finished"):
        with writing(tmp_path / "bag", "edition") as bag:
            bag.add("a.xml", b"<TEI/>")
    assert list(tmp_path.iterdir()) == []


def test_the_declaration_comes_after_all_that_a_bag_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    put = Folder.put

    def noted(self: Folder, path: str, pieces: object, size: int) -> None:
        order.append(path)
        put(self, path, pieces, size)  # type: ignore[arg-type]

    monkeypatch.setattr(Folder, "put", noted)
    make(tmp_path / "bag")
    assert order.index("bagit.txt") > max(order.index(name) for name in ("manifest-sha512.txt", "bag-info.txt"))


def _little_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))


@pytest.mark.parametrize("name", ["bag", "bag.zip"])
def test_a_disk_that_fills_up(tmp_path: Path, name: str) -> None:
    (tmp_path / "big.png").write_bytes(os.urandom(400_000))
    script = (
        "import sys\nfrom pathlib import Path\nfrom teikit.deposit.bagit.writing import writing\n"
        "from teikit.diagnostics import TeikitError\n"
        "try:\n    with writing(Path(sys.argv[1]), 'edition') as bag:\n"
        "        bag.add('big.png', Path(sys.argv[2]))\n        bag.close([])\n"
        "except TeikitError as error:\n    print(error.message)\n"
    )
    arguments = [sys.executable, "-c", script, str(tmp_path / "out" / name), str(tmp_path / "big.png")]
    ended = subprocess.run(arguments, capture_output=True, text=True, preexec_fn=_little_room, check=False)
    assert "cannot be written (File too large)" in ended.stdout
    assert ended.stderr == ""
    assert list((tmp_path / "out").iterdir()) == []


def test_a_blank_image_in_a_zip_is_not_taken_for_harm(tmp_path: Path) -> None:
    """It deflates to a thousandth, which what reads the package would refuse."""
    blank = tmp_path / "blank.tif"
    with blank.open("wb") as stream:
        stream.truncate(300 << 20)
    target = tmp_path / "bag.zip"
    with writing(target, "edition") as bag:
        bag.add("images/blank.tif", blank)
        bag.close([])
    assert not any(code == "DEP038" for code, _ in found(target))


def test_a_source_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(TeikitError, match=r"gone\.xml: cannot be read"):
        with writing(tmp_path / "bag", "edition") as bag:
            bag.add("a.xml", tmp_path / "gone.xml")
    assert list(tmp_path.iterdir()) == []


def test_a_large_file_streams(tmp_path: Path) -> None:
    with (tmp_path / "scan.tif").open("wb") as file:
        file.truncate(300 << 20)
    script = (
        "import re, sys\nfrom pathlib import Path\nfrom teikit.deposit.bagit.writing import writing\n"
        "with writing(Path(sys.argv[1]), 'edition') as bag:\n"
        "    bag.add('scan.tif', Path(sys.argv[2]))\n    bag.close([])\n"
        "print(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text()).group(1))\n"
    )
    arguments = [sys.executable, "-c", script, str(tmp_path / "bag.zip"), str(tmp_path / "scan.tif")]
    ended = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert int(ended.stdout) < 80_000
