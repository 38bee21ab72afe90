"""`teikit transform`, `cite` and `build` on the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.running import MINIMAL, teikit

from teikit import resources


def test_transform_repeats_the_layout_below_the_input_root(run: Run, edition: Path) -> None:
    said = run("transform", "html", "tei", "-o", "out")
    assert (said.status, said.out, said.err) == (0, "", "2 of 2 files written to out\n")
    pages = sorted(file.relative_to(edition / "out").as_posix() for file in (edition / "out").rglob("*"))
    assert [page for page in pages if page.endswith(".html")] == ["letters/a.html", "registers/persons.html"]
    assert 'href="../registers/persons.html#li"' in (edition / "out" / "letters" / "a.html").read_text("utf-8")
    assert run("transform", "text", "tei/letters/a.xml", "-o", "one", "--quiet").err == ""
    assert [file.name for file in (edition / "one").rglob("*")] == ["a.txt"]


def test_transform_gives_the_same_bytes_twice_and_in_processes(edition: Path) -> None:
    for number in range(12):
        shutil.copy(edition / "tei" / "letters" / "a.xml", edition / "tei" / "letters" / f"n{number}.xml")
    for out, jobs in (("a", "1"), ("b", "1"), ("c", "2")):
        assert teikit("transform", "html", "tei", "-o", out, "--jobs", jobs, cwd=edition).status == 0
    first, second, third = (
        {file.relative_to(edition / out): file.read_bytes() for file in (edition / out).rglob("*.html")}
        for out in "abc"
    )
    assert len(first) == 14
    assert first == second == third


def test_two_inputs_of_one_name_are_refused(run: Run, edition: Path) -> None:
    (edition / "tei" / "a.xml").write_text(MINIMAL.format("<p/>"), "utf-8")
    said = run("transform", "html", "tei/a.xml", "tei/letters/a.xml", "-o", "out")
    assert said.status == 2
    assert "out/a.html would be written twice" in said.err
    assert not (edition / "out").exists()


@pytest.mark.parametrize(
    ("param", "words"),
    [("chioce=x", "did you mean “choice”?"), ("choice", "is not NAME=VALUE"), ("=x", "is not NAME=VALUE")],
)
def test_a_parameter_that_is_none(run: Run, edition: Path, param: str, words: str) -> None:
    said = run("transform", "text", "tei", "-o", "out", "--param", param)
    assert (said.status, (edition / "out").exists()) == (2, False)
    assert words in said.err


def test_a_parameter_reaches_the_stylesheet(run: Run, edition: Path) -> None:
    body = "<p>year <choice><sic>nine</sic><corr>six</corr></choice></p>"
    (edition / "tei" / "letters" / "a.xml").write_text(MINIMAL.format(body), "utf-8")
    assert "choice" in run("transform", "--help").out
    texts = []
    for value in ("regularised", "diplomatic"):
        assert run("transform", "text", "tei", "-o", value, "--param", f"choice={value}").status == 0
        texts.append((edition / value / "letters" / "a.txt").read_text("utf-8"))
    assert ["year six" in text for text in texts] == [True, False]
    assert ["year nine" in text for text in texts] == [False, True]


def test_a_stylesheet_of_ones_own_may_import_ours(run: Run, edition: Path) -> None:
    ours = resources.stylesheet("to-text.xsl").as_uri()
    (edition / "own.xsl").write_text(
        f'<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:import href="{ours}"/>'
        '<xsl:template match="/" priority="9">OWN<xsl:apply-imports/></xsl:template></xsl:stylesheet>',
        "utf-8",
    )
    said = run("transform", "text", "tei", "-o", "out", "--xsl", "own.xsl", "--param", "choice=diplomatic")
    assert said.status == 0, said.err
    text = (edition / "out" / "letters" / "a.txt").read_text("utf-8")
    assert text.startswith("OWN")
    assert "Li read" in text


@pytest.mark.parametrize("share", [16, pytest.param(1, marks=pytest.mark.slow)])
def test_the_documents_of_strangers_all_become_pages_and_texts(shared: Path, tmp_path: Path, share: int) -> None:
    broken = ("qhod/not-well-formed", "suites")
    files = [
        file
        for file in sorted((shared / "corpora").rglob("*.xml"))
        if file.stat().st_size < 1_000_000 and not any(part in file.as_posix() for part in broken)
    ]
    files = [file for file in files if b"http://www.tei-c.org/ns/1.0" in file.read_bytes()[:20_000]]
    assert len(files) > 80
    files = files[::share]
    for target in ("html", "text"):
        for number, file in enumerate(files):
            ended = teikit("transform", target, file, "-o", tmp_path / target / str(number), "-q", "--jobs", "1")
            assert (ended.status, ended.said) == (0, ""), file


def test_cite_lists_what_is_cited(run: Run, edition: Path) -> None:
    for target, words in (("text", "Notes"), ("html", "Notes, 12"), ("csl-json", '"title": "Notes"')):
        said = run("cite", "tei", "--to", target)
        assert (said.status, said.err) == (0, "")
        assert words in said.out
        assert run("cite", "tei", "--to", target, "-o", f"c.{target}").out == ""
        assert (edition / f"c.{target}").read_text("utf-8") == said.out


def test_build_makes_everything_from_any_folder_of_the_project(edition: Path) -> None:
    for cwd, out in ((edition, "build"), (edition / "tei" / "letters", "../../again")):
        ended = teikit("build", "-o", out, cwd=cwd)
        assert ended.status == 0, ended.said
        assert f"Open {out}/index.html" in ended.out
    names = [
        sorted(file.relative_to(edition / out).as_posix() for file in (edition / out).rglob("*.*"))
        for out in ("build", "again")
    ]
    expected = {
        "index.html",
        "citations.txt",
        "citations.html",
        "citations.json",
        "html/letters/a.html",
        "text/letters/a.txt",
    }
    assert expected <= set(names[0])
    assert names[0] == names[1]
    index = (edition / "build" / "index.html").read_text("utf-8")
    assert 'href="html/letters/a.html"' in index
    assert "Letters" in index
    assert json.loads((edition / "build" / "citations.json").read_text("utf-8"))


def test_build_reports_a_broken_document_and_builds_the_rest(run: Run, edition: Path) -> None:
    (edition / "tei" / "letters" / "b.xml").write_text("<TEI>", "utf-8")
    (edition / "tei" / "letters" / "c.xml").write_text(MINIMAL.format("<p><persname/></p>"), "utf-8")
    said = run("build")
    assert said.status == 1
    assert said.err.count("error[XML003]") == said.err.count("error[RNG012]") == 1
    rows = {line.split()[0]: line.split()[1:4] for line in said.out.splitlines() if ".xml" in line}
    assert rows["letters/a.xml"] == ["yes", "yes", "yes"]
    assert rows["letters/b.xml"] == ["NO", "NO", "NO"]
    assert rows["letters/c.xml"] == ["NO", "yes", "yes"]
    assert "b.html" not in (edition / "build" / "index.html").read_text("utf-8")
    assert run("build", "--quiet").out == ""


def test_build_outside_a_project_says_what_to_do(run: Run, edition: Path) -> None:
    (edition / "teikit.toml").unlink()
    said = run("build")
    assert (said.status, said.err.count("teikit: error: ")) == (2, 1)
    assert "teikit.toml" in said.err


def test_build_of_an_empty_project(run: Run, edition: Path) -> None:
    shutil.rmtree(edition / "tei")
    assert run("build").status == 2
    (edition / "tei").mkdir()
    said = run("build")
    assert (said.status, "no XML file" in said.err) == (2, True)


def test_cite_goes_on_where_a_document_is_broken_or_not_there(run: Run, edition: Path) -> None:
    (edition / "tei" / "b.xml").write_text("<TEI>")
    broken = run("cite", "tei")
    assert (broken.status, broken.err.count("error[XML003]"), "Notes" in broken.out) == (1, 1, True)
    missing = run("cite", "tei/letters", "tei/none.xml")
    assert (missing.status, missing.err.count("teikit: error: "), "Notes" in missing.out) == (2, 1, True)
    nothing = run("cite", "none.xml")
    assert (nothing.status, nothing.out) == (2, "")
    for command in (["validate", "none.xml", "--format", "json"], ["transform", "html", "none.xml", "-o", "out"]):
        assert run(*command)[:2] == (2, "")
