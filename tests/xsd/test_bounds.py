"""What is made to take long or much does not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.xsd.letter import XS, found, schema

from teikit.diagnostics import DocumentError
from teikit.xml import load
from teikit.xsd import XmlSchema
from teikit.xsd.reading.read import MOST_FAULTS

SECONDS = 20
"""A bound on a slow and busy machine; all of it takes less than two."""


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    begin = time.perf_counter()
    yield
    assert time.perf_counter() - begin < SECONDS


def element(content: str) -> str:
    return f'<xs:element name="a"><xs:complexType>{content}</xs:complexType></xs:element>'


B = '<xs:element name="b" type="xs:integer" {}/>'


@pytest.mark.parametrize("wrong", ["<b>x</b>", "<c/>"])
def test_a_thousand_faults_are_told_and_then_that_there_are_more(wrong: str, tmp_path: Path) -> None:
    repeated = B.format('maxOccurs="unbounded"')
    path = schema(tmp_path, element(f"<xs:sequence>{repeated}</xs:sequence>"))
    faults = found(path, f"<a>{wrong * 10_000}</a>")
    assert len(faults) == MOST_FAULTS + 1
    assert faults[-1] == ("XSD016", 1, 1)
    assert len(found(path, f"<a>{wrong * 7}</a>")) == 7 + (wrong == "<c/>") * 0


@pytest.mark.parametrize("nested", [1, 15, 60])
def test_huge_numbers_of_occurrences(nested: int, tmp_path: Path) -> None:
    group = B.format('minOccurs="0" maxOccurs="100000000"')
    for _ in range(nested):
        group = f'<xs:sequence minOccurs="0" maxOccurs="99999999">{group}</xs:sequence>'
    assert found(schema(tmp_path, element(group)), f"<a>{'<b>1</b>' * 2000}</a>") == []


def test_a_pattern_that_backtracks_without_end(tmp_path: Path) -> None:
    kind = '<xs:restriction base="xs:string"><xs:pattern value="(a+)+b"/></xs:restriction>'
    path = schema(tmp_path, f'<xs:element name="a"><xs:simpleType>{kind}</xs:simpleType></xs:element>')
    assert found(path, f"<a>{'a' * 5000}</a>") == [("XSD008", 1, 1)]
    assert found(path, f"<a>{'a' * 5000}b</a>") == []


def test_a_pattern_that_only_python_reads(tmp_path: Path) -> None:
    kind = '<xs:restriction base="xs:string"><xs:pattern value="[a-z-]+"/></xs:restriction>'
    path = schema(tmp_path, f'<xs:element name="a"><xs:simpleType>{kind}</xs:simpleType></xs:element>')
    assert found(path, "<a>b-c</a>") == []
    assert found(path, "<a>B</a>") == [("XSD008", 1, 1)]


def test_a_document_as_deep_as_the_limit(tmp_path: Path) -> None:
    path = schema(tmp_path, element('<xs:sequence><xs:element ref="a" minOccurs="0"/></xs:sequence>'))
    assert found(path, "<a>" * 1000 + "</a>" * 1000) == []
    assert found(path, "<a>" * 999 + "<b/>" + "</a>" * 999) == [("XSD002", 1, 2998)]


def test_deeper_is_told_and_not_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = schema(tmp_path, element('<xs:sequence><xs:element ref="a" minOccurs="0"/></xs:sequence>'))
    monkeypatch.setattr("teikit.xsd.building.build.DEEP", 100)
    assert found(path, "<a>" * 900 + "</a>" * 900) == [("XSD017", 1, 1)]


def test_a_document_that_expands_is_refused_by_the_reader(tmp_path: Path) -> None:
    lines = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE xs:schema [<!ENTITY e0 "lol">{lines}]><xs:schema {XS}>&e9;</xs:schema>'
    (tmp_path / "bomb.xsd").write_text(bomb, "utf-8")
    with pytest.raises(DocumentError) as caught:
        XmlSchema.from_file(tmp_path / "bomb.xsd", cached=False)
    assert caught.value.diagnostics[0].code.id == "XML007"


def test_a_thousand_files(tmp_path: Path) -> None:
    for number in range(520):
        schema(tmp_path, f'<xs:include schemaLocation="{number + 1}.xsd"/>', f"{number}.xsd")
    schema(tmp_path, "", "520.xsd")
    with pytest.raises(Exception, match="more than 500 files"):
        XmlSchema.from_file(tmp_path / "0.xsd", cached=False)


@pytest.mark.parametrize("test", ["doc('/etc/passwd')", "exists(doc('file:///etc/passwd'))", "collection()"])
def test_an_assertion_reads_no_files(test: str, tmp_path: Path) -> None:
    text = f"""<xs:element name="a"><xs:complexType><xs:assert test="{test}"/></xs:complexType></xs:element>"""
    compiled = XmlSchema.from_file(schema(tmp_path, text), cached=False)
    assert [each.code.id for each in compiled.iter_diagnostics(load(b"<a/>"))] == ["XSD015"]
