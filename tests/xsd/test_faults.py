"""Each fault at its node, in words that help."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.xsd.letter import LETTER, VC, XS, XSI, found, schema

from teikit.diagnostics import Diagnostic
from teikit.xml import load
from teikit.xsd import XmlSchema

LINES = """<?xml version="1.0"?>
<letter kind="letter">
  <from>Li</from> 庫倫
  <to id="wu">Wu</to><to id="wu">Xu</to>
  <year>1918</year><page n="1"/>
  <see page="7"/>
</letter>
"""


@pytest.fixture
def letter(tmp_path: Path) -> XmlSchema:
    return XmlSchema.from_file(schema(tmp_path, LETTER), cached=False)


def said(letter: XmlSchema, document: str) -> list[Diagnostic]:
    return list(letter.iter_diagnostics(load(document.encode())))


def test_every_fault_of_a_document_is_found_at_its_place(letter: XmlSchema) -> None:
    places = [(each.code.id, each.location.line, each.location.column, each.length) for each in said(letter, LINES)]
    assert places == [("XSD004", 3, 19, 2), ("XSD010", 4, 26, 2), ("XSD014", 6, 3, 4)]


def test_paths_are_those_of_the_document(letter: XmlSchema) -> None:
    assert [each.location.xpath for each in said(letter, LINES)] == ["/letter", "/letter/to[2]/@id", "/letter/see"]


@pytest.mark.parametrize(
    ("document", "message", "hint"),
    [
        ("<letter><form/></letter>", 'element "form" is not allowed in "letter"', 'did you mean "from"?'),
        (
            "<letter><from/><year>1918</year><to/></letter>",
            'element "to" is not allowed in "letter" here',
            'allowed here: "page", "see"',
        ),
        (
            '<letter><from/><page n="1"/><see page="1"/><x/></letter>',
            'element "x" is not allowed in "letter"',
            'allowed here: "see"',
        ),
        ("<letter/>", '"letter" ends too early: "from" is missing', None),
        (
            "<letter><to id='a'/></letter>",
            'element "to" is not allowed in "letter" yet: "from" must come before it',
            None,
        ),
        (
            '<letter knd="x"><from/></letter>',
            'attribute "knd" is not allowed on "letter"',
            'did you mean "kind"?',
        ),
        (
            "<letter><from/><year> MCM </year></letter>",
            '"MCM" is not allowed as the content of "year"',
            "it must be a year of four digits or more, 0000 excepted",
        ),
        ("<letter><from/><year/></letter>", '"year" is empty, but needs a value', None),
        ('<letter><from/><page n="1">1</page></letter>', 'text is not allowed directly in "page"', None),
        (
            "<letter><from/><year><b/></year></letter>",
            'element "b" is not allowed in "year", which holds text only',
            None,
        ),
        (
            "<leter/>",
            'element "leter" is not declared by the schema, so nothing was validated',
            'did you mean "letter"?',
        ),
    ],
)
def test_messages_name_element_and_parent(letter: XmlSchema, document: str, message: str, hint: str | None) -> None:
    first = said(letter, document)[0]
    assert first.message == message
    if hint is not None:
        assert first.hint == hint


def test_a_list_of_values_is_told_nearest_first(letter: XmlSchema) -> None:
    first = said(letter, '<letter kind="telgram"><from/></letter>')[0]
    assert first.message == 'value "telgram" of attribute "kind" on "letter" is not allowed'
    assert first.hint == 'did you mean "telegram"?  also allowed are: "letter"'


def _restriction(base: str, facet: str, value: str) -> str:
    return f'<xs:restriction base="xs:{base}"><xs:{facet} value="{value}"/></xs:restriction>'


@pytest.mark.parametrize(
    ("kind", "value", "hint"),
    [
        (_restriction("int", "maxInclusive", "9"), "10", "it must not be greater than 9"),
        (_restriction("string", "length", "2"), "abc", "it must have a length of exactly 2"),
        (_restriction("token", "pattern", "\\d+"), "x", 'it must match the pattern "\\d+"'),
        (
            '<xs:union memberTypes="xs:gYear xs:boolean"/>',
            "x",
            'it must be a year of four digits or more, 0000 excepted, or be "true", "false", "1" or "0"',
        ),
        ('<xs:list itemType="xs:int"/>', "1 x", "it must be a whole number"),
        ('<xs:restriction base="xs:byte"/>', "1000", "it must not be less than -128 and not be greater than 127"),
        ('<xs:restriction base="xs:unsignedShort"/>', "70000", "it must not be greater than 65535"),
        ('<xs:restriction base="xs:positiveInteger"/>', "0", "it must be a whole number, 1 or more"),
    ],
)
def test_what_a_value_must_be(kind: str, value: str, hint: str, tmp_path: Path) -> None:
    path = schema(tmp_path, f'<xs:element name="a"><xs:simpleType>{kind}</xs:simpleType></xs:element>')
    diagnostics = list(XmlSchema.from_file(path, cached=False).iter_diagnostics(load(f"<a>{value}</a>".encode())))
    assert [each.code.id for each in diagnostics] == ["XSD008"]
    assert diagnostics[0].hint == hint


TEXTS = [
    ("<a>\n  x<b/></a>", 2, 3),
    ("<a><b/>\n y<b/></a>", 2, 2),
    ("<a><b>y</b>y</a>", 1, 12),
    ("<a><!-- y -->\ny<b/></a>", 2, 1),
    ("<a><b/><!-- c -->x</a>", 1, 18),
]


@pytest.mark.parametrize(("document", "line", "column"), TEXTS)
def test_text_is_pointed_at(document: str, line: int, column: int, tmp_path: Path) -> None:
    body = '<xs:sequence><xs:element name="b" type="xs:string" minOccurs="0" maxOccurs="9"/></xs:sequence>'
    path = schema(tmp_path, f'<xs:element name="a"><xs:complexType>{body}</xs:complexType></xs:element>')
    assert found(path, document) == [("XSD004", line, column)]


TYPES = """<xs:complexType name="t" abstract="true"/>
<xs:complexType name="u"><xs:complexContent><xs:extension base="t"><xs:attribute name="n"/></xs:extension>
</xs:complexContent></xs:complexType>
<xs:complexType name="v"/>
<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="t" maxOccurs="9"/></xs:sequence>
</xs:complexType></xs:element>"""


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ('xsi:type="u"', []),
        ('xsi:type="v"', [("XSD009", 7)]),
        ('xsi:type="nobody"', [("XSD009", 7), ("XSD009", 4)]),
        ('xsi:nil="true" xsi:type="u"', [("XSD009", 7)]),
        ("", [("XSD009", 4)]),
    ],
)
def test_types_that_a_document_asks_for(attribute: str, expected: list[tuple[str, int]], tmp_path: Path) -> None:
    path = schema(tmp_path, TYPES)
    document = f"<a {XSI}>\n   <b {attribute}/></a>"
    assert {(code, column) for code, _, column in found(path, document)} == set(expected)


def test_a_keyref_points_at_the_element_that_refers(letter: XmlSchema) -> None:
    document = '<letter><from/><page n="1"/><see page="1"/><see page="2"/></letter>'
    (only,) = said(letter, document)
    assert (only.code.id, only.location.column) == ("XSD014", document.index('<see page="2"') + 1)
    assert only.message == '"see" refers to the key "2", which nothing has'


def test_an_assertion_shows_itself(letter: XmlSchema) -> None:
    (only,) = said(letter, '<letter kind="telegram"><from/><to id="a"/><to id="b"/></letter>')
    assert "count(to) le 1" in only.message


def test_ids_of_a_document_are_one_space(tmp_path: Path) -> None:
    # Inherited attributes (XSD 1.1, §3.2.2.2) make xmlschema work in a copy of its context.
    inner = '<xs:attribute name="id" type="xs:ID"/><xs:attribute name="lang" inheritable="true"/>'
    path = schema(
        tmp_path,
        f'<xs:schema {XS} {VC} vc:minVersion="1.1"><xs:element name="a"><xs:complexType><xs:sequence>'
        f'<xs:element ref="a" minOccurs="0" maxOccurs="9"/></xs:sequence>{inner}</xs:complexType></xs:element>'
        "</xs:schema>",
    )
    assert found(path, '<a><a lang="de"><a id="x"/></a><a id="x"/></a>') == [("XSD010", 1, 35)]
    assert found(path, '<a><a lang="de"><a odd="x"/></a></a>') == [("XSD005", 1, 20)]
