"""Output that cannot be written: one line, status 2, and no half of a file."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from tests.running import MINIMAL, teikit

from teikit import files
from teikit.diagnostics import TeikitError

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device /dev/full")

TO_STDOUT = {
    "validate": ["validate", "tei", "--format", "json"],
    "cite": ["cite", "tei"],
    "build": ["build"],
    "explain": ["explain"],
    "help": ["--help"],
}


def one_line(err: str, words: str) -> None:
    assert err.count("teikit: error: ") == 1, err
    assert words in err
    assert "Traceback" not in err
    assert "Exception ignored" not in err


@pytest.mark.parametrize("command", TO_STDOUT)
def test_a_full_disk_behind_standard_output(project: Path, command: str) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        ended = teikit(*TO_STDOUT[command], cwd=project, stdout=full.fileno())
    assert ended.status == 2
    one_line(ended.err, "No space left on device")


@pytest.mark.parametrize("command", [["validate", "tei", "--format", "json"], ["cite", "tei"]])
def test_a_full_disk_behind_an_output_file(project: Path, command: list[str]) -> None:
    ended = teikit(*command, "-o", "/dev/full", cwd=project)
    assert ended.status == 2
    one_line(ended.err, "/dev/full: cannot be written (No space left on device)")


@pytest.mark.parametrize("command", [["transform", "html", "tei"], ["transform", "text", "tei"], ["build"]])
@pytest.mark.parametrize("place", ["file", "/dev/full", "/proc/teikit"])
def test_a_folder_that_cannot_be_written(project: Path, command: list[str], place: str) -> None:
    (project / "file").write_text("in the way")
    ended = teikit(*command, "-o", place, cwd=project)
    assert ended.status == 2
    one_line(ended.err, "cannot be written")
    assert (project / "file").read_text() == "in the way"


@pytest.mark.parametrize("command", [["transform", "html", "tei"], ["build"], ["cite", "tei"]])
def test_a_disk_that_fills_up_leaves_no_half_of_a_file(project: Path, command: list[str]) -> None:
    """The largest size of a file stands for the full disk: writing fails in the middle."""
    text = "<p>A long text that is not short. <bibl><title>A work</title></bibl></p>" * 2000
    (project / "tei" / "good.xml").write_text(MINIMAL.format(text), "utf-8")
    before = {file for file in project.rglob("*") if file.is_file()}
    out = "out.txt" if command[0] == "cite" else "out"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    ended = teikit(*command, "-o", out, cwd=project, before=limit)
    assert ended.status == 2
    one_line(ended.err, "cannot be written (File too large)")
    assert {file for file in project.rglob("*") if file.is_file()} == before


def test_the_reader_of_a_pipe_may_go_away(project: Path) -> None:
    (project / "tei" / "bad.xml").write_text("<a>\n" + "<b>\n" * 100)
    for command in ("validate tei --format json", "explain", "cite tei"):
        line = f"{sys.executable} -m teikit {command} | head -c 1"
        ended = subprocess.run(["/bin/sh", "-c", line], cwd=project, capture_output=True, text=True, check=False)
        assert "Broken pipe" not in ended.stderr
        assert "Traceback" not in ended.stderr


def test_streams_that_the_caller_closed(project: Path) -> None:
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        line = f"{sys.executable} -m teikit transform text tei -o out {closed}; echo $? > status"
        ended = subprocess.run(["/bin/sh", "-c", line], cwd=project, capture_output=True, text=True, check=False)
        assert (project / "status").read_text() == "0\n"
        assert "Traceback" not in ended.stdout + ended.stderr


def test_writing_replaces_the_file_behind_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    files.write(link, "new \udcff")
    assert link.is_symlink()
    assert target.read_text("utf-8") == "new \\udcff"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        files.write(tmp_path / "deep" / "er" / "new.txt", b"x")
    finally:
        os.umask(mask)
    assert (tmp_path / "deep" / "er" / "new.txt").stat().st_mode & 0o777 == 0o640


def test_copying_is_whole_or_not_at_all(tmp_path: Path) -> None:
    source = tmp_path / "a.png"
    source.write_bytes(b"\x89PNG" * 1000)
    files.copy(source, tmp_path / "out" / "a.png")
    assert (tmp_path / "out" / "a.png").read_bytes() == source.read_bytes()
    files.copy(source, source)
    assert source.stat().st_size == 4000
    with pytest.raises(TeikitError, match="cannot be read"):
        files.copy(tmp_path / "none.png", tmp_path / "b.png")
    with pytest.raises(TeikitError, match="cannot be written"):
        files.copy(source, Path("/dev/full"))
    assert not (tmp_path / "b.png").exists()
