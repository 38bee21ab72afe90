"""Editions that are odd, broken or meant to harm are judged, and do none."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from tests.deposit.targets.complete import LETTER, answers, edition

from teikit.deposit.targets import NAMES

BOMB = (
    '<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {name} "{f"&{below};" * 10}">' for below, name in zip("abcdefgh", "bcdefghi", strict=True))
    + ']><TEI xmlns="http://www.tei-c.org/ns/1.0"><p>&i;</p></TEI>'
)
OUTSIDE = '<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/hostname">]><TEI xmlns="http://www.tei-c.org/ns/1.0">&a;</TEI>'
DEEP = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{"<p>" * 20_000}{"</p>" * 20_000}</TEI>'
HOSTILE = {
    "bomb": BOMB,
    "outside": OUTSIDE,
    "deep": DEEP,
    "nothing": "",
    "no-xml": "PK\x03\x04",
    "null": "<TEI>\x00</TEI>",
    "other": '<html xmlns="http://www.w3.org/1999/xhtml"/>',
    "odd-url": LETTER.replace('"map.png"', '"http://[/%zz\\"'),
    "odd-model": LETTER.replace("../schema/letters.rng", "http://[bad/"),
    "escapes": LETTER.replace('"map.png"', '"../../../../../../etc/passwd"'),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("target", ["generic", "arche"])
def test_a_hostile_document_is_a_finding(tmp_path: Path, name: str, target: str) -> None:
    edition(tmp_path, {"tei/hostile.xml": HOSTILE[name]})
    begun = time.monotonic()
    found = answers(tmp_path, target)
    assert time.monotonic() - begun < 20
    said = [each for answer in found.values() for each in answer.diagnostics]
    assert any("hostile.xml" in each.location.path for each in said)
    told = "".join(f"{each.message}{each.hint}" for each in said)
    assert "root:" not in told
    assert Path("/etc/hostname").read_text().strip() not in told or name != "outside"


@pytest.mark.parametrize("name", ["bomb", "outside"])
def test_entities_that_cannot_be_read_are_entities(tmp_path: Path, name: str) -> None:
    found = answers(edition(tmp_path, {"tei/hostile.xml": HOSTILE[name]}), "generic")["no-doctype"]
    assert found.state == "missing"
    assert [each.location.path for each in found.diagnostics] == [(tmp_path / "tei/hostile.xml").as_posix()]


def test_what_nobody_can_look_into_is_not_met(tmp_path: Path) -> None:
    found = answers(edition(tmp_path, {"tei/broken.xml": "<TEI>"}), "generic")
    unknown = {name for name, each in found.items() if each.state == "not verified"}
    inside = {"unique-ids", "pointers", "no-local-paths", "no-doctype", "languages", "images-present"}
    assert unknown == inside | {"images-credited"}
    assert found["pointers"].remark == f"{tmp_path.as_posix()}/tei/broken.xml cannot be read"
    assert found["valid"].state == "missing"


def test_a_base_that_is_no_address_does_no_harm(tmp_path: Path) -> None:
    text = LETTER.replace("<text>", '<text xml:base="http://[::bad">')
    assert answers(edition(tmp_path, {"tei/letter.xml": text}), "generic")["valid"].state == "met"


@pytest.mark.parametrize("target", NAMES)
def test_nothing_but_broken_documents(tmp_path: Path, target: str) -> None:
    edition(tmp_path, {"tei/letter.xml": "<TEI>"})
    assert answers(tmp_path, target)["title"].state == "missing"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text(LETTER, "utf-8")
    folder = edition(tmp_path / "edition")
    (folder / "tei/link.xml").symlink_to(tmp_path / "secret.xml")
    (found,) = answers(folder, "generic")["checksums"].diagnostics
    assert found.code.id == "DEP058"
    assert found.location.path == (folder / "tei/link.xml").as_posix()


def test_a_link_to_nowhere_and_a_pipe_are_findings(tmp_path: Path) -> None:
    folder = edition(tmp_path)
    (folder / "tei/gone.xml").symlink_to(folder / "tei/nowhere.xml")
    os.mkfifo(folder / "tei/pipe.xml")
    found = answers(folder, "generic")
    assert {Path(each.location.path).name for each in found["checksums"].diagnostics} == {"gone.xml", "pipe.xml"}
    assert {Path(each.location.path).name for each in found["valid"].diagnostics} == {"gone.xml", "pipe.xml"}


def test_five_hundred_files(tmp_path: Path) -> None:
    edition(tmp_path, {f"tei/{number:03}.xml": LETTER for number in range(500)})
    begun = time.monotonic()
    found = answers(tmp_path, "zenodo")
    assert time.monotonic() - begun < 60
    assert {name for name, each in found.items() if each.state != "met"} == {"file-count"}
    (only,) = found["file-count"].diagnostics
    assert "507 files" in only.message
