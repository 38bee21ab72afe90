"""Schematron in RELAX NG, in both syntaxes, and in ODD."""

# ruff: noqa: E501 (one case, one line of XML)

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.diagnostics import SchemaError, TeikitError
from teikit.schematron import Schematron
from teikit.xml import load

RNG = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:t="urn:t" ns="urn:t" xmlns:sch="http://purl.oclc.org/dsdl/schematron" {attributes}>
{content}
</grammar>"""
DOCUMENT = b"<a xmlns='urn:t'><b n='1'/><b/></a>"


def schema_of(folder: Path, content: str, attributes: str = "", name: str = "g.rng") -> Schematron:
    (folder / name).write_text(RNG.format(content=content, attributes=attributes), "utf-8")
    return Schematron.from_file(folder / name, cached=False)


def messages(schema: Schematron, document: bytes = DOCUMENT) -> list[str]:
    return sorted(each.message for each in schema.iter_diagnostics(load(document)))


REPORT = '<sch:report test="@n">{}</sch:report>'


def test_patterns_anywhere_in_a_grammar(tmp_path: Path) -> None:
    content = f"""<sch:ns prefix="x" uri="urn:t"/>
    <start><element name="a"><sch:pattern><sch:rule context="x:a"><sch:report test="x:b">1</sch:report></sch:rule></sch:pattern>
    <ref name="b"/></element></start>
    <define name="b"><div xmlns="urn:other"><sch:rule context="x:b">{REPORT.format(2)}</sch:rule></div><empty/></define>
    <sch:pattern><sch:rule context="x:b">{REPORT.format(3)}</sch:rule></sch:pattern>"""
    schema = schema_of(tmp_path, content)
    assert schema.diagnostics == ()
    assert messages(schema) == ["1", "2", "3"]


def test_an_assertion_alone_belongs_to_the_element_around_it(tmp_path: Path) -> None:
    content = f'<start><element name="a"><element name="b">{REPORT.format("m")}<empty/></element></element></start>'
    assert messages(schema_of(tmp_path, content)) == ["m"]
    assert messages(schema_of(tmp_path, content.replace('"b"', '"t:b"').replace("ns=", "x="))) == ["m"]


def test_prefixes_of_the_file_are_those_of_the_rules(tmp_path: Path) -> None:
    schema = schema_of(
        tmp_path,
        f'<sch:pattern><sch:rule context="t:b">{REPORT.format("m")}</sch:rule></sch:pattern><start><text/></start>',
    )
    assert schema.diagnostics == ()
    assert messages(schema) == ["m"]


def test_the_place_of_a_fault(tmp_path: Path) -> None:
    schema = schema_of(
        tmp_path,
        '<start><text/></start>\n<sch:pattern>\n <sch:rule context="t:b"><sch:assert test="("/></sch:rule></sch:pattern>',
    )
    assert [(each.code.id, each.location.line, each.location.column) for each in schema.diagnostics] == [
        ("SCH004", 4, 38)
    ]


def test_included_grammars_without_what_they_are_overridden_in(tmp_path: Path) -> None:
    inner = "".join(
        f'<define name="{name}"><sch:pattern><sch:rule context="t:b">{REPORT.format(name)}</sch:rule></sch:pattern><empty/></define>'
        for name in ("b", "c")
    )
    schema_of(tmp_path, inner + "<include href='g.rng'/>", name="inner.rng")
    schema = schema_of(
        tmp_path, '<include href="inner.rng"><define name="c"><text/></define></include><include href="none.rng"/>'
    )
    assert schema.diagnostics == ()
    assert messages(schema) == ["b"]


@pytest.mark.parametrize("content", ["<start><text/></start>", "<include href='none.rng'/>"])
def test_a_grammar_without_rules_is_empty(tmp_path: Path, content: str) -> None:
    name = "plain.rng"
    (tmp_path / name).write_text(f'<grammar xmlns="http://relaxng.org/ns/structure/1.0">{content}</grammar>')
    schema = Schematron.from_file(tmp_path / name, cached=False)
    assert schema.is_empty
    assert messages(schema) == []


COMPACT = """default namespace = "urn:t"
namespace t = "urn:t"
namespace sch = "http://purl.oclc.org/dsdl/schematron"
start = element a { b* }
[ sch:pattern [ id = "p" sch:rule [ context = "t:b"
  sch:report [ test = "@n" role = "warning" "n is " sch:value-of [ select = "@n" ] ]
  sch:assert [ test = "(" "never" ] ] ] ]
b = element b { attribute n { text }?, empty }
"""


def test_the_compact_syntax(tmp_path: Path) -> None:
    (tmp_path / "g.rnc").write_text(COMPACT)
    schema = Schematron.from_file(tmp_path / "g.rnc", cached=False)
    assert [(each.code.id, each.location.line) for each in schema.diagnostics] == [("SCH004", 7)]
    found = list(schema.iter_diagnostics(load(DOCUMENT)))
    assert [(each.message, each.severity.value) for each in found] == [("n is 1", "warning")]


def test_the_compact_syntax_without_rules(tmp_path: Path) -> None:
    (tmp_path / "g.rnc").write_text("start = element a { empty }")
    assert Schematron.from_file(tmp_path / "g.rnc", cached=False).is_empty


def test_both_syntaxes_of_tei_bare_say_the_same(shared: Path) -> None:
    folder = shared / "tei/4.1.0/relaxng"
    document = load(
        b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p when="1918" from="1917">x<p/></p></text></TEI>"""
    )
    found = [
        sorted(
            (each.message, each.location.column)
            for each in Schematron.from_file(folder / name, cached=False).iter_diagnostics(document)
        )
        for name in ("tei_bare.rng", "tei_bare.rnc")
    ]
    assert found[0] == found[1] != []


ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="t" start="a" ns="http://www.tei-c.org/ns/1.0">
<elementSpec ident="a" ns="http://www.tei-c.org/ns/1.0"><content><textNode/></content>
<constraintSpec ident="c" scheme="schematron"><constraint xmlns:sch="http://purl.oclc.org/dsdl/schematron">
<sch:assert test="@n">no n</sch:assert>
<sch:assert test="@m =">never</sch:assert></constraint></constraintSpec></elementSpec></schemaSpec></TEI>"""


def test_the_constraints_of_an_odd(tmp_path: Path) -> None:
    (tmp_path / "t.odd").write_text(ODD)
    schema = Schematron.from_file(tmp_path / "t.odd", cached=False)
    assert [(each.code.id, each.location.line) for each in schema.diagnostics] == [("SCH004", 5)]
    document = load(b"<a xmlns='http://www.tei-c.org/ns/1.0'/>")
    assert [each.message for each in schema.iter_diagnostics(document)] == ["no n"]


def test_an_odd_and_the_file_that_stands_for_the_tei(shared: Path) -> None:
    source = shared / "tei/4.9.0a/p5subset.xml"
    file = shared / "corpora/dostoevsky/schema/dostoevschema.odd"
    with pytest.raises(SchemaError):
        Schematron.from_file(file, cached=False)
    assert not Schematron.from_file(file, cached=False, tei_source=source).is_empty


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<a/>", "SCH003"),
        (b"<a>", "XML003"),
        (b"not XML", "XML002"),
        (b'<schema xmlns="http://www.ascc.net/xml/schematron"/>', "SCH003"),
        (b'<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="stx"/>', "SCH011"),
    ],
)
def test_what_is_no_schema(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "x.sch").write_bytes(content)
    with pytest.raises(SchemaError) as caught:
        Schematron.from_file(tmp_path / "x.sch", cached=False)
    assert [each.code.id for each in caught.value.diagnostics] == [code]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<schema/>", "“schema” in no namespace, so"),
        (
            b'<schema xmlns="http://www.ascc.net/xml/schematron"/>',
            "in the namespace http://www.ascc.net/xml/schematron,",
        ),
        (b"<a xmlns='urn:x'/>", "the root element is “a”, so"),
    ],
)
def test_what_only_looks_like_a_schema_is_told_apart(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "x.sch").write_bytes(content)
    with pytest.raises(SchemaError) as caught:
        Schematron.from_file(tmp_path / "x.sch", cached=False)
    assert words in caught.value.message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TeikitError, match="no such file"):
        Schematron.from_file(tmp_path / "x.sch")
