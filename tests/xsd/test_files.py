"""The files of a schema: versions, parts, addresses, and what is no schema."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from tests.xsd.letter import VC, XS, found, schema

from teikit.diagnostics import DocumentError, SchemaError, TeikitError
from teikit.xml import load
from teikit.xsd import XmlSchema

A = '<xs:element name="a" type="xs:string"/>'
ASSERTED = (
    '<xs:element name="a"><xs:complexType mixed="true"><xs:assert test=". ne \'x\'"/></xs:complexType></xs:element>'
)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def faults(path: Path, **options: object) -> list[tuple[str, int, int]]:
    with pytest.raises(SchemaError) as caught:
        XmlSchema.from_file(path, cached=False, **options)  # type: ignore[arg-type]
    return [(each.code.id, each.location.line, each.location.column) for each in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("attributes", "body", "version"),
    [
        ("", A, "1.0"),
        ("", ASSERTED, "1.1"),
        ('vc:minVersion="1.1"', A, "1.1"),
        ('vc:minVersion="1.0"', A, "1.0"),
        ('vc:maxVersion="1.1"', A, "1.0"),
    ],
)
def test_the_version_is_chosen(attributes: str, body: str, version: str, tmp_path: Path) -> None:
    path = schema(tmp_path, f"<xs:schema {XS} {VC} {attributes}>{body}</xs:schema>")
    compiled = XmlSchema.from_file(path, cached=False)
    assert compiled.version == version
    assert compiled.is_valid(load(b"<a>y</a>"))
    assert compiled.is_valid(load(b"<a>x</a>")) is (body == A)


def test_a_schema_that_only_11_allows_is_tried_with_11(tmp_path: Path) -> None:
    # 1.0 allows an element in xs:all once at most (1.0, §3.8.6; 1.1 lifts that).
    body = '<xs:all><xs:element name="b" type="xs:string" maxOccurs="2"/></xs:all>'
    path = schema(tmp_path, f'<xs:element name="a"><xs:complexType>{body}</xs:complexType></xs:element>')
    assert XmlSchema.from_file(path, cached=False).version == "1.1"
    assert found(path, "<a><b/><b/></a>") == []


def test_parts_are_read(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    schema(tmp_path, '<xs:include schemaLocation="../schema.xsd"/><xs:simpleType name="t"><xs:restriction '
           'base="xs:int"/></xs:simpleType>', "parts/t.xsd")  # fmt: skip
    schema(
        tmp_path, f'<xs:schema {XS} targetNamespace="urn:b"><xs:element name="b" type="xs:int"/></xs:schema>', "b.xsd"
    )
    path = schema(
        tmp_path,
        f'<xs:schema {XS} xmlns:b="urn:b"><xs:import namespace="urn:b" schemaLocation="b.xsd"/>'
        '<xs:include schemaLocation="parts/t.xsd"/><xs:element name="a"><xs:complexType><xs:sequence>'
        '<xs:element ref="b:b"/><xs:element name="c" type="t"/></xs:sequence></xs:complexType></xs:element>'
        "</xs:schema>",
    )
    assert found(path, '<a xmlns:b="urn:b"><b:b>1</b:b><c>2</c></a>') == []
    assert found(path, '<a xmlns:b="urn:b"><b:b>x</b:b><c>y</c></a>') == [("XSD008", 1, 20), ("XSD008", 1, 32)]


def test_a_schema_may_include_itself(tmp_path: Path) -> None:
    assert found(schema(tmp_path, f'<xs:include schemaLocation="schema.xsd"/>{A}'), "<a/>") == []


def test_an_address_is_looked_up(tmp_path: Path) -> None:
    part = schema(tmp_path, '<xs:simpleType name="t"><xs:restriction base="xs:int"/></xs:simpleType>', "kept.xsd")
    address = "https://example.org/types.xsd"
    path = schema(tmp_path, f'<xs:include schemaLocation="{address}"/><xs:element name="a" type="t"/>')
    asked = []

    def locate(uri: str, base: Path) -> Path | None:
        asked.append((uri, base))
        return part if uri == address else None

    compiled = XmlSchema.from_file(path, cached=False, locate=locate)
    assert asked == [(address, path)]
    assert not compiled.is_valid(load(b"<a>x</a>"))


@pytest.mark.parametrize(
    "location", ["https://example.org/t.xsd", "ftp://example.org/t", "absent.xsd", "//x/y", "http://["]
)
@pytest.mark.parametrize("kind", ["include", "import", "redefine"])
def test_a_part_that_cannot_be_had(kind: str, location: str, tmp_path: Path) -> None:
    namespace = ' namespace="urn:x"' if kind == "import" else ""
    path = schema(tmp_path, f'\n<xs:{kind}{namespace} schemaLocation="{location}"/>\n{A}')
    column = len(f"<xs:{kind}{namespace} ") + 1
    assert faults(path) == [("XSD051", 2, column)]


def test_a_document_makes_no_schema_come(tmp_path: Path) -> None:
    body = '<xs:sequence><xs:any processContents="lax" minOccurs="0"/></xs:sequence>'
    path = schema(tmp_path, f'<xs:element name="a"><xs:complexType>{body}</xs:complexType></xs:element>')
    hint = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:q https://example.org/q.xsd"'
    assert found(path, f'<a {hint}><q xmlns="urn:q" {hint}/></a>') == []


def test_the_namespace_of_xml_is_known(tmp_path: Path) -> None:
    address = "http://www.w3.org/2001/xml.xsd"
    path = schema(
        tmp_path,
        f'<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="{address}"/><xs:element name="a">'
        '<xs:complexType><xs:attribute ref="xml:id"/></xs:complexType></xs:element>',
    )
    assert found(path, '<a xml:id="b"/>') == []
    assert found(path, '<a xml:id="1"/>') == [("XSD007", 1, 4)]


def test_every_fault_of_a_schema_has_its_line(tmp_path: Path) -> None:
    path = schema(
        tmp_path,
        '\n<xs:element name="a" type="absent"/>\n<xs:elment name="b"/>\n<xs:element name="c"><xs:complexType>'
        '<xs:choice>\n<xs:element name="d" minOccurs="0"/><xs:any/></xs:choice></xs:complexType></xs:element>',
    )
    assert ("XSD052", 3, 1) in faults(path)
    assert ("XSD053", 2, 1) in faults(path)


def test_a_fault_of_a_part_is_told_in_the_part(tmp_path: Path) -> None:
    part = schema(tmp_path, '\n\n<xs:element name="b" type="absent"/>', "part.xsd")
    path = schema(tmp_path, f'<xs:include schemaLocation="part.xsd"/>{A}')
    with pytest.raises(SchemaError) as caught:
        XmlSchema.from_file(path, cached=False)
    assert {(each.location.path, each.location.line) for each in caught.value.diagnostics} == {(part.as_posix(), 3)}


def test_what_is_no_schema(tmp_path: Path) -> None:
    with pytest.raises(TeikitError, match="no such file"):
        XmlSchema.from_file(tmp_path / "absent.xsd")
    for text, code in (("", "XML001"), ("<xs:schema", "XML009"), ("PK\x03\x04", "XML002")):
        (tmp_path / "bad.xsd").write_text(text, "utf-8")
        with pytest.raises(DocumentError) as caught:
            XmlSchema.from_file(tmp_path / "bad.xsd")
        assert caught.value.diagnostics[0].code.id in (code, "XML003")
    (tmp_path / "part.xsd").write_text("<a", "utf-8")
    with pytest.raises(DocumentError):
        XmlSchema.from_file(schema(tmp_path, '<xs:include schemaLocation="part.xsd"/>'))


def test_an_import_without_an_address_is_looked_up_by_its_namespace(tmp_path: Path) -> None:
    part = schema(
        tmp_path, f'<xs:schema {XS} targetNamespace="urn:b"><xs:element name="b" type="xs:int"/></xs:schema>', "b.xsd"
    )
    path = schema(
        tmp_path,
        f'<xs:schema {XS} xmlns:b="urn:b"><xs:import namespace="urn:b"/><xs:element name="a"><xs:complexType>'
        '<xs:sequence><xs:element ref="b:b"/></xs:sequence></xs:complexType></xs:element></xs:schema>',
    )
    compiled = XmlSchema.from_file(path, cached=False, locate=lambda uri, _: part if uri == "urn:b" else None)
    assert compiled.is_valid(load(b'<a><b xmlns="urn:b">1</b></a>'))
    assert not compiled.is_valid(load(b'<a><b xmlns="urn:b">x</b></a>'))
    assert faults(path)[0][0] == "XSD053"


@pytest.mark.parametrize("path", ["\0", "a" * 5000, "/", "/dev/zero"])
def test_a_path_that_is_none(path: str) -> None:
    with pytest.raises(TeikitError):
        XmlSchema.from_file(path)
