"""`teikit schema build`: what is written where, and with which exit status."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from teikit.cli.schema import stem

ODD = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="x" start="p">{}</schemaSpec></TEI>'
SPEC = '<elementSpec ident="p"><content><textNode/></content></elementSpec>'


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "teikit", "schema", "build", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_files_are_named_after_the_odd(tmp_path: Path) -> None:
    odd = tmp_path / "my.odd.xml"
    odd.write_text(ODD.format(SPEC), encoding="utf-8")
    done = run(odd, "-o", tmp_path / "out")
    assert done.returncode == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["my.rnc", "my.rng", "my.sch", "my.xsd"]
    assert etree.parse(str(tmp_path / "out/my.sch")).getroot().tag == "{http://purl.oclc.org/dsdl/schematron}schema"


def test_what_cannot_be_an_xsd_is_written_in_the_other_syntaxes(tmp_path: Path) -> None:
    content = '<elementRef key="q"/>'
    for _ in range(4):
        content = f'<sequence minOccurs="300" maxOccurs="400">{content}</sequence>'
    outer = f'<elementSpec ident="p"><content>{content}</content></elementSpec>'
    inner = '<elementSpec ident="q"><content><textNode/></content></elementSpec>'
    odd = tmp_path / "my.odd"
    odd.write_text(ODD.format(outer + inner), encoding="utf-8")
    done = run(odd, "-o", tmp_path / "out", "--format", "sch,xsd")
    assert done.returncode == 2
    assert "too often to be written as XSD" in done.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["my.sch"]


def test_only_the_formats_that_are_asked_for(tmp_path: Path) -> None:
    odd = tmp_path / "my.odd"
    odd.write_text(ODD.format(SPEC), encoding="utf-8")
    assert run(odd, "-o", tmp_path / "out", "--format", "rnc").returncode == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["my.rnc"]
    assert run(odd, "-o", tmp_path / "out", "--format", "pdf").returncode == 2


def test_a_schema_that_cannot_be_made_writes_nothing(tmp_path: Path) -> None:
    odd = tmp_path / "my.odd"
    odd.write_text(ODD.format('<moduleRef key="tei"/>'), encoding="utf-8")
    done = run(odd, "-o", tmp_path / "out")
    assert done.returncode == 2
    assert "ODD005" in done.stderr
    assert "--tei-source" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_warning_fails_when_strict(tmp_path: Path) -> None:
    odd = tmp_path / "my.odd"
    odd.write_text(ODD.format(SPEC + '<elementSpec ident="q" mode="delete"/>'), encoding="utf-8")
    assert run(odd, "-o", tmp_path / "out").returncode == 0
    done = run(odd, "-o", tmp_path / "out", "--strict")
    assert done.returncode == 1
    assert "ODD009" in done.stderr


@pytest.mark.parametrize(("name", "expected"), [("x.odd", "x"), ("a/x.odd.xml", "x"), ("x.y.xml", "x.y")])
def test_stem(name: str, expected: str) -> None:
    assert stem(name) == expected


WIDER = '<elementSpec ident="p"><content><rng:choice xmlns:rng="http://relaxng.org/ns/structure/1.0">{}</rng:choice>' \
    "</content></elementSpec>"  # fmt: skip


def test_the_xsd_is_whole_and_says_where_it_is_wider(tmp_path: Path) -> None:
    odd = tmp_path / "my.odd"
    inner = '<rng:data type="integer"/><rng:ref name="p"/>'
    language = '<attList><attDef ident="xml:id" ns="http://www.w3.org/XML/1998/namespace"/></attList></elementSpec>'
    odd.write_text(ODD.format(WIDER.format(inner).replace("</elementSpec>", language)), encoding="utf-8")
    done = run(odd, "-o", tmp_path / "out", "--format", "xsd")
    assert done.returncode == 0
    assert "info[ODD021]" in done.stderr
    assert "my.xsd, my-xml.xsd written" in done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["my-xml.xsd", "my.xsd"]
    assert etree.XMLSchema(etree.parse(str(tmp_path / "out/my.xsd"))) is not None
    assert run(odd, "-o", tmp_path / "out", "--format", "xsd", "--quiet").stderr == ""
