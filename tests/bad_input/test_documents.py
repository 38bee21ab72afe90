"""Every bad document, through every command, in the real program: one clear line, the right status, nothing else."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.running import MINIMAL, Ended, teikit

LAUGHS = '<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "XML001"),
    "word-processor": (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", "XML002"),
    "plain text": (b"Peking, 12 February 1918", "XML002"),
    "truncated": (MINIMAL.format("<p>Peking").encode()[:-24], "XML003"),
    "nul": (b"<TEI>\0</TEI>", "XML003"),
    "wrong-encoding": (b'<?xml version="1.0" encoding="UTF-8"?><TEI>caf\xe9</TEI>', "XML004"),
    "external-entity": (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "XML006"),
    "bomb": (f"<!DOCTYPE a [{LAUGHS}]><a>&l11;</a>".encode(), "XML007"),
    "quadratic": (f'<!DOCTYPE a [<!ENTITY q "{"q" * 300_000}">]><a>{"&q;" * 20_000}</a>'.encode(), "XML007"),
    "deep": (b"<a>" * 20_000 + b"</a>" * 20_000, "XML010"),
}
COMMANDS: dict[str, Callable[[Path], list[str | Path]]] = {
    "validate": lambda project: ["validate", project / "tei"],
    "transform": lambda project: ["transform", "html", project / "tei", "-o", project / "out"],
    "cite": lambda project: ["cite", project / "tei"],
    "build": lambda project: ["build", "-o", "out"],
}


def run(command: str, project: Path) -> Ended:
    ended = teikit(*COMMANDS[command](project), cwd=project, seconds=20)
    assert "Traceback" not in ended.said
    assert [file.name for file in project.rglob("*") if file.name.startswith(".teikit")] == [], "nothing is left over"
    return ended


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("fault", BAD)
def test_a_bad_document_is_one_line_and_the_good_one_is_done(project: Path, fault: str, command: str) -> None:
    data, code = BAD[fault]
    (project / "tei" / "bad 庫.xml").write_bytes(data)
    ended = run(command, project)
    assert ended.status == 1
    assert ended.said.count("error[") == 1
    assert "bad 庫.xml:1:" in ended.said
    assert f"error[{code}]" in ended.said
    assert "root:x:" not in ended.said
    if command in ("transform", "build"):
        pages = sorted(
            file.name for file in (project / "out").rglob("*.html") if "bad" in file.name or "good" in file.name
        )
        assert pages == ["good.html"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", ["pipe", "device", "dangling-link", "circular-link"])
def test_what_is_no_file_is_one_line_and_never_waited_for(project: Path, kind: str, command: str) -> None:
    bad = project / "tei" / "bad.xml"
    if kind == "pipe":
        os.mkfifo(bad)
    else:
        bad.symlink_to({"device": "/dev/zero", "dangling-link": "nowhere.xml", "circular-link": "bad.xml"}[kind])
    ended = run(command, project)
    assert ended.status == 2
    assert ended.said.count("teikit: error: ") == 1
    assert "bad.xml: " in ended.err


@pytest.mark.parametrize("command", COMMANDS)
def test_utf16_with_a_mark_works(project: Path, command: str) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + MINIMAL.format("<p>庫倫</p>")
    (project / "tei" / "good.xml").write_bytes(codecs.BOM_UTF16_LE + text.encode("utf-16-le"))
    assert run(command, project).status == 0


@pytest.mark.parametrize("command", ["validate", "transform", "cite"])
@pytest.mark.parametrize("what", ["missing", "folder"])
def test_one_path_that_is_not_there_does_not_stop_the_rest(project: Path, what: str, command: str) -> None:
    bad = project / "goood.xml"
    if what == "folder":
        bad.mkdir()
    arguments = COMMANDS[command](project)
    arguments.insert(-2 if command == "transform" else len(arguments), bad)
    ended = teikit(*arguments, cwd=project)
    assert ended.status == 2
    assert ended.err.count("teikit: error: ") == 1
    assert {"missing": "no such file or folder", "folder": "no XML file in this folder"}[what] in ended.err
    assert "Traceback" not in ended.said
    if command == "transform":
        assert (project / "out" / "good.html").is_file()


def test_folders_that_go_in_circles_and_odd_names(project: Path) -> None:
    tei = project / "tei"
    (tei / "again").symlink_to(tei)
    (tei / "folder.xml").mkdir()
    (tei / ".hidden").mkdir()
    (tei / ".hidden" / "a.xml").write_text("<a>")
    for name in ("with space.xml", "new\nline.xml", "庫倫.XML"):
        (tei / name).write_text(MINIMAL.format("<p/>"), "utf-8")
    Path(os.fsdecode(os.fsencode(tei) + b"/\xff.xml")).write_text("<a>")
    ended = run("validate", project)
    assert (ended.status, ended.out.count("error[XML003]")) == (1, 1)
    assert ended.err == "5 files: 1 error\n"
    out = project / "out.json"
    assert teikit("validate", tei, "--format", "json", "-o", out).status == 1
    assert "\\udcff.xml" in out.read_text("utf-8")


def test_addresses_that_are_none_do_no_harm(project: Path) -> None:
    urls = ("http://[x", "a%00b.png", "x" * 5000 + ".png", "../" * 50 + "etc/passwd", "file:///etc/passwd", "//h/x.png")
    figures = "".join(
        f'<figure><graphic url="{url}"/><head>x</head></figure><p><ref target="{url}">r</ref></p>' for url in urls
    )
    models = "".join(
        f'<?xml-model href="{url}" type="application/xml"?>' for url in (*urls, "&#99999999999;", "&bogus;")
    )
    (project / "tei" / "good.xml").write_text(models + MINIMAL.format(figures), "utf-8")
    for command in COMMANDS:
        ended = run(command, project)
        assert ended.status in (0, 1), ended.said
        assert "root:x:" not in ended.said
    assert [file.name for file in (project / "out").rglob("passwd*")] == []


@pytest.mark.parametrize("shape", ["text", "attribute"])
def test_two_hundred_megabytes_of_one_element(project: Path, shape: str) -> None:
    huge = project / "tei" / "bad.xml"
    opening, closing = (b"<TEI><p>", b"</p></TEI>") if shape == "text" else (b'<TEI><p n="', b'"/></TEI>')
    with huge.open("wb") as file:
        file.write(opening)
        for _ in range(200):
            file.write(b"a" * (1024 * 1024))
        file.write(closing)
    for command in ("validate", "transform", "cite"):
        ended = run(command, project)
        assert ended.status == 1
        assert ended.said.count("error[XML011]") == 1
        assert "TEIKIT_MAX_SIZE" in ended.said
        assert ended.memory < 600
