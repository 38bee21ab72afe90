"""Publishing from Python: one document, images, registers."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.running import MINIMAL

import teikit
from teikit import files
from teikit.diagnostics import DocumentError, StylesheetError, TeikitError
from teikit.project import Project
from teikit.publication import Job, publish
from teikit.publication.build import build
from teikit.publication.images import images_of
from teikit.xml import load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "teikit.toml").write_text("")
    (tmp_path / "registers").mkdir()
    people = '<listPerson><person xml:id="li"><persName>Li</persName></person></listPerson>'
    (tmp_path / "registers" / "p.xml").write_text(MINIMAL.format(people), "utf-8")
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a b.png").write_bytes(b"\x89PNG")
    figure = '<figure><graphic url="../images/a%20b.png"/><head>A map</head></figure>'
    (tmp_path / "letters").mkdir()
    body = f'<p><persName ref="../registers/p.xml#li">Li</persName></p>{figure}'
    (tmp_path / "letters" / "a.xml").write_text(MINIMAL.format(body), "utf-8")
    return tmp_path


def test_transform_gives_a_page_or_a_text(folder: Path) -> None:
    page = teikit.transform(folder / "letters" / "a.xml")
    assert 'href="../registers/p.html#li"' in page or 'href="#' in page
    assert "A map" in teikit.transform(folder / "letters" / "a.xml", "text")


def test_transform_says_what_it_cannot_do(folder: Path, tmp_path: Path) -> None:
    document = folder / "letters" / "a.xml"
    with pytest.raises(TeikitError, match="no target “pdf”"):
        teikit.transform(document, "pdf")
    with pytest.raises(TeikitError, match="has no parameter “chioce”"):
        teikit.transform(document, "text", chioce="x")
    sheet = tmp_path / "a.xsl"
    head = '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
    sheet.write_text(f'{head}<xsl:template match="/"><xsl:value-of select="1 div 0"/></xsl:template></xsl:stylesheet>')
    with pytest.raises(TeikitError, match="stopped"):
        teikit.transform(document, stylesheet=sheet)
    sheet.write_text(f"{head}<xsl:x/></xsl:stylesheet>")
    with pytest.raises(StylesheetError):
        teikit.transform(document, stylesheet=sheet)
    document.write_text("<a>")
    with pytest.raises(DocumentError):
        teikit.transform(document)


def test_images_are_copied_beside_the_pages(folder: Path) -> None:
    inputs, failures = files.inputs([folder.as_posix()])
    assert failures == ()
    outcomes = list(publish(inputs, Job("html", folder / "out")))
    assert all(each.written and each.failure is None for each in outcomes)
    assert (folder / "out" / "images" / "a b.png").read_bytes() == b"\x89PNG"
    list(publish(inputs, Job("html", folder)))
    assert (folder / "images" / "a b.png").read_bytes() == b"\x89PNG", "an image may be where it belongs already"


def test_images_outside_the_root_are_left_alone(folder: Path) -> None:
    outside = folder.parent / "secret.png"
    outside.write_bytes(b"x")
    (folder / "images" / "link.png").symlink_to(outside)
    urls = (
        "../secret.png",
        "../../secret.png",
        "../images/link.png",
        "/etc/passwd",
        "http://h/x.png",
        "http://[",
        "%00",
        "x" * 5000,
        "",
        "../images",
        "../images/a%20b.png",
    )
    body = "".join(f'<figure><graphic url="{url}"/></figure>' for url in urls)
    document = load(MINIMAL.format(body).encode())
    assert images_of(document, "letters/a.xml", folder) == ("images/a b.png",)


def test_without_a_project_the_folder_registers_is_the_register(folder: Path) -> None:
    (folder / "teikit.toml").unlink()
    inputs, _ = files.inputs([folder.as_posix()])
    [letter] = [each for each in publish(inputs, Job("html", folder / "out")) if each.input.below == "letters/a.xml"]
    assert letter.written is not None
    assert "registers/p.html#li" in letter.written.read_text("utf-8")


def test_a_build_writes_what_the_project_asks_for(folder: Path) -> None:
    (folder / "teikit.toml").write_text('documents = ["letters/*.xml"]\nregisters = ["r/*.xml"]\noutputs = ["text"]\n')
    built = build(Project.read(folder / "teikit.toml"), folder / "out")
    assert [row.path for row in built.rows] == ["letters/a.xml"]
    written = sorted(file.relative_to(folder / "out").as_posix() for file in (folder / "out").rglob("*.*"))
    assert written == ["index.html", "text/letters/a.txt"]


def test_dates_are_worded_in_the_language_of_the_interface(folder: Path) -> None:
    (folder / "teikit.toml").write_text('documents = ["letters/*.xml"]\ninterface_language = "de"\n')
    letter = folder / "letters" / "a.xml"
    date = '<date when="1917-12-05" calendar="https://example.org/#julian">22 November</date>'
    letter.write_text(letter.read_text("utf-8").replace("</p><figure", f" {date}</p><figure"), "utf-8")
    build(Project.read(folder / "teikit.toml"), folder / "out")
    for written in ("html/letters/a.html", "text/letters/a.txt"):
        assert "5. Dezember 1917" in (folder / "out" / written).read_text("utf-8")


def test_a_build_of_no_document_says_so(folder: Path) -> None:
    (folder / "teikit.toml").write_text('documents = ["leters/*.xml"]\nregisters = ["r/*.xml"]\n')
    with pytest.raises(TeikitError, match="no document of the project") as caught:
        build(Project.read(folder / "teikit.toml"), folder / "out")
    assert caught.value.hint == "check “documents” in teikit.toml"
