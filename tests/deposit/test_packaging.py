"""A package holds the edition, its metadata and what is made of both, the same each time."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.deposit.bags import bagit_accepts, found, tree
from tests.deposit.editions import PROJECT as FILES
from tests.deposit.editions import letter, project, write
from tests.running import teikit

from teikit.deposit.contents import edition_of
from teikit.deposit.packaging import Built, build
from teikit.diagnostics import Severity, TeikitError

GENERATED = {
    "CITATION.cff",
    "codemeta.json",
    "datacite.json",
    "datacite.xml",
    "dublin-core.xml",
    "index.html",
    "ro-crate-metadata.json",
}


@pytest.fixture(autouse=True)
def _a_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1517961600")


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return project(tmp_path / "edition")


def built(source: Path, target: Path, **options: Any) -> Built:
    return build(edition_of([source.as_posix()]), target, **options)


def described(package: Path) -> dict[str, dict[str, Any]]:
    """Return the entities of a crate by id."""
    graph = json.loads((package / "data" / "ro-crate-metadata.json").read_text("utf-8"))["@graph"]
    return {each["@id"]: each for each in graph}


def test_the_package_of_a_project(edition: Path, tmp_path: Path) -> None:
    result = built(edition, tmp_path / "out")
    assert result.is_written
    assert {item.path for item in result.items} == GENERATED | {
        "LICENSE",
        "README.md",
        "parts/p.rng",
        "schema/edition.odd",
        "schema/edition.rng",
        "tei/images/map.png",
        "tei/letters/1.xml",
        "tei/letters/2.xml",
        "tei/registers/persons.xml",
        "teikit.toml",
        "xslt/page.xsl",
    }
    payload = tree(tmp_path / "out" / "data")
    assert payload.keys() == {item.path for item in result.items}
    assert {path: payload[path] for path in payload.keys() & FILES.keys()} == {
        path: data if isinstance(data, bytes) else data.encode() for path, data in FILES.items() if path in payload
    }
    assert {item.path: item.size for item in result.items} == {path: len(data) for path, data in payload.items()}


def test_others_and_we_ourselves_accept_it(edition: Path, tmp_path: Path) -> None:
    built(edition, tmp_path / "out", forms=("html", "text"))
    assert bagit_accepts(tmp_path / "out")
    assert found(tmp_path / "out") == set()


def test_what_the_package_says_of_itself(edition: Path, tmp_path: Path) -> None:
    built(edition, tmp_path / "out")
    lines = (tmp_path / "out" / "bag-info.txt").read_text("utf-8").splitlines()
    assert lines[:2] == ["Source-Organization: Verlag Muster", "External-Description: Two letters & a map."]
    assert "Bagging-Date: 2018-02-07" in lines


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_twice_the_same_bytes(edition: Path, tmp_path: Path, name: str) -> None:
    """Also from a copy whose files are of other times and were made in another order."""
    copy = tmp_path / "else" / "edition"
    for number, path in enumerate(sorted(FILES, reverse=True)):
        write(copy, {path: FILES[path]})
        os.utime(copy / path, (number, number))
    first, second = tmp_path / "1" / name, tmp_path / "2" / name
    built(edition, first, forms=("html", "text"), jobs=1)
    built(copy, second, forms=("text", "html"), jobs=2)
    if name == "out":
        assert tree(first) == tree(second)
    else:
        assert first.read_bytes() == second.read_bytes()


def test_the_zip_is_the_folder(edition: Path, tmp_path: Path) -> None:
    built(edition, tmp_path / "out", forms=("html",))
    built(edition, tmp_path / "out.zip", forms=("html",))
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    assert tree(tmp_path / "unpacked" / "letters") == tree(tmp_path / "out")
    assert found(tmp_path / "out.zip") == set()


def test_derived_files_name_their_origin(edition: Path, tmp_path: Path) -> None:
    result = built(edition, tmp_path / "out", forms=("html", "text"))
    origins = {item.path: item.derived_from for item in result.items if item.role == "derived"}
    assert origins == {
        "derived/html/images/map.png": ("tei/images/map.png",),
        "derived/html/letters/1.html": ("tei/letters/1.xml",),
        "derived/html/letters/2.html": ("tei/letters/2.xml",),
        "derived/html/registers/persons.html": ("tei/registers/persons.xml",),
        "derived/text/letters/1.txt": ("tei/letters/1.xml",),
        "derived/text/letters/2.txt": ("tei/letters/2.xml",),
        "derived/text/registers/persons.txt": ("tei/registers/persons.xml",),
    }
    assert b"Zwei" in (tmp_path / "out" / "data" / "derived" / "text" / "letters" / "2.txt").read_bytes()
    page = (tmp_path / "out" / "data" / "derived" / "html" / "letters" / "1.html").read_text("utf-8")
    assert 'href="../../../index.html"' in page
    assert (tmp_path / "out" / "data" / "index.html").is_file()


def test_the_crate_describes_every_file(edition: Path, tmp_path: Path) -> None:
    result = built(edition, tmp_path / "out", forms=("text",))
    entities = described(tmp_path / "out")
    files = {item.path: item for item in result.items if item.path != "ro-crate-metadata.json"}
    assert {part["@id"] for part in entities["./"]["hasPart"]} >= files.keys()
    assert {path: entities[path]["contentSize"] for path in files} == {
        path: str(item.size) for path, item in files.items()
    }
    assert entities["tei/letters/1.xml"]["conformsTo"] == {"@id": "schema/edition.rng"}


def test_what_the_edition_has_of_its_own_stays(edition: Path, tmp_path: Path) -> None:
    write(edition, {"CITATION.cff": "cff-version: 1.2.0\ntitle: Mine\n"})
    (edition / "README.md").rename(edition / "Readme.txt")
    result = built(edition, tmp_path / "out")
    paths = [item.path for item in result.items]
    assert paths.count("CITATION.cff") == 1
    assert "README.md" not in paths
    assert "title: Mine" in (tmp_path / "out" / "data" / "CITATION.cff").read_text("utf-8")


def test_a_readme_is_made_where_there_is_none(edition: Path, tmp_path: Path) -> None:
    (edition / "README.md").unlink()
    built(edition, tmp_path / "out")
    text = (tmp_path / "out" / "data" / "README.md").read_text("utf-8")
    assert text.startswith("# Letters\n\nTwo letters & a map.\n")
    assert "- Ada Beck (editor)" in text
    assert "- Documents: 2 files" in text
    assert "Ada Beck (2024). Letters. Verlag Muster." in text


def test_a_file_that_cannot_go_in_keeps_the_package_from_being_written(edition: Path, tmp_path: Path) -> None:
    (edition / "tei" / "letters" / "3.xml").symlink_to("/etc/hostname")
    result = built(edition, tmp_path / "out")
    assert not result.is_written
    assert "DEP020" in {each.code.id for each in result.diagnostics}
    assert not (tmp_path / "out").exists()


def test_who_makes_a_warning_of_it_leaves_the_file_out(edition: Path, tmp_path: Path) -> None:
    (edition / "tei" / "letters" / "3.xml").symlink_to("/etc/hostname")
    with (edition / "teikit.toml").open("a") as file:
        file.write('[severity]\nDEP020 = "warning"\n')
    result = built(edition, tmp_path / "out")
    assert result.is_written
    assert "tei/letters/3.xml" not in tree(tmp_path / "out" / "data")
    assert {each.severity for each in result.diagnostics if each.code.id == "DEP020"} == {Severity.WARNING}


def test_a_document_that_is_no_xml_is_named_and_packed(edition: Path, tmp_path: Path) -> None:
    write(edition, {"tei/letters/3.xml": "<TEI>"})
    result = built(edition, tmp_path / "out", forms=("text",))
    assert {each.code.id for each in result.diagnostics if each.location.path.endswith("3.xml")} == {"XML003"}
    assert "tei/letters/3.xml" in {item.path for item in result.items}
    assert "derived/text/letters/3.txt" not in {item.path for item in result.items}


def test_a_package_inside_its_edition_is_no_part_of_the_next(tmp_path: Path) -> None:
    source = write(tmp_path / "e", {"teikit.toml": "", "a.xml": letter(), "b.xml": letter("<p>b</p>")})
    first = built(source, source / "package")
    second = built(source, source / "package", replace=True)
    assert [item.path for item in first.items] == [item.path for item in second.items]
    third = built(source, tmp_path / "other")
    assert tree(source / "package") == tree(tmp_path / "other")
    assert third.is_written


def test_names_with_spaces_and_of_other_scripts(tmp_path: Path) -> None:
    source = write(tmp_path / "e", {"Brief 1.xml": letter(), "丁巳 100%.xml": letter("<p>b</p>")})
    for target in (tmp_path / "out", tmp_path / "out.zip"):
        assert {each.code.id for each in built(source, target).diagnostics} >= {"DEP021"}
        assert found(target) == set()


def test_hundreds_of_documents(tmp_path: Path) -> None:
    source = write(tmp_path / "e", {f"letters/{number:03}.xml": letter() for number in range(300)})
    result = built(source, tmp_path / "out")
    assert sum(item.role == "document" for item in result.items) == 300
    assert found(tmp_path / "out") == set()


# The command


def test_the_command_builds_and_verifies(edition: Path, tmp_path: Path) -> None:
    ended = teikit("deposit", "build", "-o", tmp_path / "p.zip", "--with", "text", cwd=edition / "tei")
    assert ended.status == 0, ended.said
    assert "a package with" in ended.err
    ended = teikit("deposit", "verify", tmp_path / "p.zip")
    assert (ended.status, ended.out) == (0, "")
    assert "whole and undamaged" in ended.err


def test_the_command_names_what_is_damaged(edition: Path, tmp_path: Path) -> None:
    assert teikit("deposit", "build", edition, "-o", tmp_path / "p", "--quiet").said == ""
    with (tmp_path / "p" / "data" / "tei" / "letters" / "1.xml").open("ab") as file:
        file.write(b" ")
    ended = teikit("deposit", "verify", tmp_path / "p", "--format", "json")
    assert ended.status == 1
    rows = json.loads(ended.out)
    assert {row["code"] for row in rows} == {"DEP029", "DEP033", "DEP037"}
    assert {row["layer"] for row in rows} == {"deposit"}
    for form in ("text", "concise", "sarif", "github", "junit"):
        ended = teikit("deposit", "verify", tmp_path / "p", "--format", form)
        assert ended.status == 1
        assert "letters/1.xml" in ended.out


def test_the_command_replaces_only_when_told(edition: Path, tmp_path: Path) -> None:
    assert teikit("deposit", "build", edition, "-o", tmp_path / "p").status == 0
    ended = teikit("deposit", "build", edition, "-o", tmp_path / "p")
    assert ended.status == 2
    assert "--force" in ended.err
    assert teikit("deposit", "build", edition, "-o", tmp_path / "p", "--force").status == 0


def test_the_command_writes_nothing_of_half_an_edition(edition: Path, tmp_path: Path) -> None:
    os.mkfifo(edition / "tei" / "letters" / "3.xml")
    ended = teikit("deposit", "build", edition, "-o", tmp_path / "p", seconds=20)
    assert ended.status == 1
    assert "DEP024" in ended.err
    assert not (tmp_path / "p").exists()


def test_a_place_that_cannot_be_written(edition: Path) -> None:
    ended = teikit("deposit", "build", edition, "-o", "/proc/package")
    assert ended.status == 2
    assert "cannot be written" in ended.err


def _little_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))


@pytest.mark.parametrize("name", ["p", "p.zip"])
def test_a_disk_that_fills_up(edition: Path, tmp_path: Path, name: str) -> None:
    (edition / "tei" / "images" / "map.png").write_bytes(os.urandom(400_000))
    ended = teikit("deposit", "build", edition, "-o", tmp_path / "out" / name, before=_little_room)
    assert ended.status == 2
    assert f"out/{name}: cannot be written (File too large)" in ended.err
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("name", ["p", "p.zip"])
def test_who_is_interrupted_leaves_nothing(edition: Path, tmp_path: Path, name: str) -> None:
    with (edition / "tei" / "images" / "map.png").open("wb") as file:
        file.truncate(4 << 30)
    out = tmp_path / "out"
    command = [sys.executable, "-m", "teikit", "deposit", "build", str(edition), "-o", str(out / name)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    end = time.monotonic() + 30
    while not (out.is_dir() and list(out.iterdir())) and time.monotonic() < end:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert list(out.iterdir()) == []


def test_no_edition_at_all(tmp_path: Path) -> None:
    for arguments in ([tmp_path / "none"], [tmp_path]):
        ended = teikit("deposit", "build", *arguments, "-o", tmp_path / "p")
        assert ended.status == 2
        assert "Traceback" not in ended.said
    with pytest.raises(TeikitError):
        edition_of([(tmp_path / "none").as_posix()])


# How large, and how fast


@pytest.mark.slow
def test_ten_thousand_files_of_ten_kilobytes(tmp_path: Path) -> None:
    body = f"<p>{'Lieber Freund. ' * 590}</p>"
    write(tmp_path / "e", {f"{number // 500:02}/{number:05}.xml": letter(body) for number in range(10_000)})
    ended = teikit("deposit", "build", tmp_path / "e", "-o", tmp_path / "p", "--quiet", seconds=60)
    assert ended.status == 0
    assert ended.memory < 600


@pytest.mark.slow
def test_an_image_of_two_gigabytes_streams(tmp_path: Path) -> None:
    body = '<figure><graphic url="scan.tif"/></figure>'
    source = write(tmp_path / "e", {"a.xml": letter(body), "scan.tif": b""})
    with (source / "scan.tif").open("wb") as file:
        file.truncate((2 << 30) + 12345)
    for name in ("p", "p.zip"):
        ended = teikit("deposit", "build", source, "-o", tmp_path / name, seconds=300)
        assert ended.status == 0, ended.said
        assert ended.memory < 250
        ended = teikit("deposit", "verify", tmp_path / name, seconds=300)
        assert "whole and undamaged" in ended.err or ended.status == 0, ended.said
        assert ended.memory < 250
        shutil.rmtree(tmp_path / name) if name == "p" else (tmp_path / name).unlink()
