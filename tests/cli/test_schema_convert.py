"""`teikit schema convert`: the same schema in the other syntax, with the files that it includes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.rng.meaning import meaning
from tests.running import MINIMAL

from teikit.rng.grammar.compile import compile_grammar

PART = '# A remark.\n## What b is.\nb = element b { attribute k { "x" }? }\n'


def meant(path: Path) -> object:
    return meaning(compile_grammar(str(path)), documented=True)


@pytest.fixture
def split(tmp_path: Path) -> Path:
    """A schema in four files: below its folder, beside that, and one that two others include."""
    folder = tmp_path / "in" / "schema"
    (folder / "parts").mkdir(parents=True)
    (tmp_path / "in" / "other").mkdir()
    main = 'default namespace = "urn:x"\nstart = a\ninclude "parts/b.rnc" inherit = x\n'
    main = 'namespace x = "urn:x"\n' + main + 'a = element a { b, external "../other/c%20d.rnc", external "e.rnc" }\n'
    (folder / "main.rnc").write_text(main, "utf-8")
    (folder / "parts" / "b.rnc").write_text(PART, "utf-8")
    (folder / "e.rnc").write_text("# Twice.\nelement e { empty }\n", "utf-8")
    (tmp_path / "in" / "other" / "c d.rnc").write_text('element c { external "../schema/e.rnc" }\n', "utf-8")
    return folder / "main.rnc"


@pytest.mark.parametrize("name", ["tei/4.12.0/tei_all.rng", "corpora/frus/schema/frus.rnc", "teikit.rng"])
def test_there_and_back(run: Run, root: Path, shared: Path, tmp_path: Path, name: str) -> None:
    source = root / "schema" / name if name == "teikit.rng" else shared / name
    if not source.exists():
        pytest.skip(f"{name} is not there")
    ours, theirs = (".rnc", ".rng") if source.suffix == ".rng" else (".rng", ".rnc")
    there, back = tmp_path / f"a{ours}", tmp_path / f"b{theirs}"
    assert run("schema", "convert", source, "-o", there).status == 0
    assert run("schema", "convert", there, "-o", back).status == 0
    wanted = meant(source)
    assert meant(there) == wanted
    assert meant(back) == wanted


@pytest.mark.parametrize(("body", "valid"), [("<p>One.</p>", True), ("<p><div/></p>", False)])
def test_jing_reads_the_result_alike(run: Run, root: Path, jing: str, tmp_path: Path, body: str, valid: bool) -> None:
    there = tmp_path / "teikit.rnc"
    assert run("schema", "convert", root / "schema" / "teikit.rng", "-o", there).status == 0
    document = tmp_path / "x.xml"
    document.write_text(MINIMAL.format(body), "utf-8")
    done = subprocess.run([jing, "-c", there, document], capture_output=True, text=True, check=False)
    assert done.returncode == (0 if valid else 1), done.stdout
    assert "x.xml" in done.stdout or valid


def test_trang_reads_the_same_grammar(run: Run, root: Path, tmp_path: Path) -> None:
    trang = shutil.which("trang")
    if trang is None:
        pytest.skip("trang is not installed")
    source = root / "schema" / "teikit.rng"
    assert run("schema", "convert", source, "-o", tmp_path / "a.rnc").status == 0
    subprocess.run([trang, "a.rnc", "trang.rng"], cwd=tmp_path, check=True)
    assert meant(tmp_path / "trang.rng") == meant(source)


def test_included_files_come_along(run: Run, split: Path, tmp_path: Path, jing: str) -> None:
    out = tmp_path / "out"
    done = run("schema", "convert", split, "-o", out / "main.rng")
    assert done.status == 0
    names = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.*"))
    assert names == ["c d.rng", "e.rng", "main.rng", "parts/b.rng"]
    assert done.err.count(" written\n") == 4
    assert meant(out / "main.rng") == meant(split)
    assert "<!-- A remark. -->" in (out / "parts" / "b.rng").read_text("utf-8")
    document = tmp_path / "x.xml"
    document.write_text('<a xmlns="urn:x"><b k="x"/><c><e/></c><e/></a>', "utf-8")
    for schema in (["-c", split], [out / "main.rng"]):
        checked = subprocess.run([jing, *schema, document], capture_output=True, text=True, check=False)
        assert checked.stdout == ""
    back = tmp_path / "back"
    assert run("schema", "convert", out / "main.rng", "-o", back / "main.rnc", "--quiet").err == ""
    assert meant(back / "main.rnc") == meant(split)


def test_a_file_in_the_wanted_syntax_and_place_is_left_alone(run: Run, tmp_path: Path) -> None:
    xml = '<element xmlns="http://relaxng.org/ns/structure/1.0"   name="b"><empty/></element>'
    (tmp_path / "b.rng").write_text(xml, "utf-8")
    (tmp_path / "a.rnc").write_text('element a { external "b.rng" }\n', "utf-8")
    assert run("schema", "convert", tmp_path / "a.rnc", "-o", tmp_path / "a.rng").status == 0
    assert (tmp_path / "b.rng").read_text("utf-8") == xml
    assert meant(tmp_path / "a.rng") == meant(tmp_path / "a.rnc")


def test_two_files_never_go_to_one_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.rnc").write_text('element a { external "../x.rnc" }\n', "utf-8")
    (tmp_path / "x.rnc").write_text("element b { empty }\n", "utf-8")
    assert run("schema", "convert", tmp_path / "in" / "x.rnc", "-o", tmp_path / "out" / "x.rng").status == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["x-2.rng", "x.rng"]
    assert meant(tmp_path / "out" / "x.rng") == meant(tmp_path / "in" / "x.rnc")


def test_the_base_of_references_is_followed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    xml = '<group xmlns="http://relaxng.org/ns/structure/1.0" xml:base="deep/"><externalRef href="b.rng"/></group>'
    (tmp_path / "a.rng").write_text(xml, "utf-8")
    (tmp_path / "deep" / "b.rng").write_text(
        '<element xmlns="http://relaxng.org/ns/structure/1.0" name="b"><text/></element>', "utf-8"
    )
    assert run("schema", "convert", tmp_path / "a.rng", "-o", tmp_path / "out" / "a.rnc").status == 0
    assert '"deep/b.rnc"' in (tmp_path / "out" / "a.rnc").read_text("utf-8")
    assert meant(tmp_path / "out" / "a.rnc") == meant(tmp_path / "a.rng")


def test_every_fault_is_told_and_nothing_is_written(run: Run, split: Path, tmp_path: Path) -> None:
    (split.parent / "parts" / "b.rnc").write_text("b = element b { | }\n", "utf-8")
    (split.parent / "e.rnc").unlink()
    done = run("schema", "convert", split, "-o", tmp_path / "out" / "main.rng")
    assert done.status == 2
    assert "parts/b.rnc:1:17 error[RNS003]" in done.err
    assert "1 | b = element b { | }\n  |                 ^" in done.err
    assert "RNS020" in done.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("output", ["b.txt", "b", "b.rnc"])
def test_an_output_that_makes_no_sense(run: Run, tmp_path: Path, output: str) -> None:
    (tmp_path / "a.rnc").write_text("element a { empty }", "utf-8")
    done = run("schema", "convert", tmp_path / "a.rnc", "-o", tmp_path / output)
    assert done.status == 2
    assert "--output" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.rnc"]


@pytest.mark.parametrize(
    "content", [b"", b"<a", b"\xff\xfe", b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", b"PK\x03\x04"]
)
def test_what_is_not_a_schema(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.rng").write_bytes(content)
    done = run("schema", "convert", tmp_path / "a.rng", "-o", tmp_path / "a.rnc")
    assert done.status == 2
    assert "error[" in done.err
    assert not (tmp_path / "a.rnc").exists()


def test_the_help_has_an_example(run: Run) -> None:
    assert "teikit schema convert schema.rnc -o schema.rng" in run("schema", "convert", "--help").out
