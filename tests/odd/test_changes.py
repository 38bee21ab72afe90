"""Chained ODDs: modules, modes, groups, and what goes wrong with them (TEI Guidelines, §22.8 and §23.3)."""

# ruff: noqa: E501 (one case, one line of XML)
from __future__ import annotations

from pathlib import Path

import pytest
from tests.odd.conftest import Compile, Fail, Schema, Write

from teikit.diagnostics import SchemaError
from teikit.odd import compile_odd

LIBRARY = """
<classSpec ident="att.typed" type="atts" module="core"><attList><attDef ident="type"/></attList></classSpec>
<classSpec ident="model.part" type="model" module="core"/>
<elementSpec ident="a" module="core"><classes><memberOf key="att.typed"/></classes>
  <content><classRef key="model.part" minOccurs="0" maxOccurs="unbounded"/></content>
  <attList><attDef ident="n"><datatype><dataRef name="integer"/></datatype></attDef></attList></elementSpec>
<elementSpec ident="b" module="core"><classes><memberOf key="model.part"/></classes><content><textNode/></content>
  <attList><attDef ident="kind"><valList type="closed"><valItem ident="x"/><valItem ident="y"/></valList></attDef></attList>
</elementSpec>
<elementSpec ident="c" module="extra"><classes><memberOf key="model.part"/></classes><content><empty/></content></elementSpec>
"""
SOURCE = 'ident="t" start="a" source="library.odd"'


@pytest.fixture
def chained(write: Write, schema: Compile) -> Compile:
    """Compile a customization of the small library."""
    write(LIBRARY, 'ident="library" start="a"', "library.odd")
    return lambda declarations: schema(declarations, SOURCE)


def test_modules_bring_their_elements(chained: Compile) -> None:
    one = chained('<moduleRef key="core"/>')
    assert one.accepts('<a type="t"><b/></a>')
    assert not one.accepts("<a><c/></a>")
    assert chained('<moduleRef key="core"/><moduleRef key="extra"/>').accepts("<a><b/><c/></a>")


def test_include_and_except(chained: Compile) -> None:
    assert not chained('<moduleRef key="core" include="a"/>').accepts("<a><b/></a>")
    assert not chained('<moduleRef key="core" except="b"/>').accepts("<a><b/></a>")
    assert chained('<moduleRef key="core" include="a"/><elementRef key="c"/>').accepts("<a><c/></a>")


@pytest.mark.parametrize(
    ("change", "accepted", "refused"),
    [
        ('<elementSpec ident="b" mode="delete"/>', "<a/>", "<a><b/></a>"),
        ('<elementSpec ident="b" mode="replace"><content><empty/></content></elementSpec>', "<a/>", "<a><b>x</b></a>"),
        ('<elementSpec ident="b" mode="change"><altIdent>bee</altIdent></elementSpec>', "<a><bee/></a>", "<a><b/></a>"),
        (
            '<elementSpec ident="b" mode="change"><content><empty/></content></elementSpec>',
            "<a><b/></a>",
            "<a><b>x</b></a>",
        ),
        (
            '<elementSpec ident="b" mode="change"><classes mode="change"><memberOf key="model.part" mode="delete"/>'
            "</classes></elementSpec>",
            "<a/>",
            "<a><b/></a>",
        ),
        (
            '<elementSpec ident="b" mode="change"><classes mode="change"><memberOf key="att.typed"/></classes></elementSpec>',
            '<a><b type="t" kind="x"/></a>',
            '<a><b kind="z"/></a>',
        ),
        (
            '<elementSpec ident="b" mode="change"><classes mode="replace"><memberOf key="att.typed"/></classes></elementSpec>',
            "<a/>",
            "<a><b/></a>",
        ),
        ('<classSpec ident="att.typed" type="atts" mode="delete"/>', '<a n="1"/>', '<a type="t"/>'),
        (
            '<classSpec ident="att.typed" type="atts" mode="change"><attList><attDef ident="type" mode="delete"/></attList>'
            "</classSpec>",
            '<a n="1"/>',
            '<a type="t"/>',
        ),
        (
            '<elementSpec ident="b" mode="change"><attList><attDef ident="kind" mode="change"><valList mode="change">'
            '<valItem ident="x" mode="delete"/><valItem ident="z" mode="add"/></valList></attDef></attList></elementSpec>',
            '<a><b kind="z"/><b kind="y"/></a>',
            '<a><b kind="x"/></a>',
        ),
        (
            '<elementSpec ident="b" mode="change"><attList><attDef ident="kind" mode="change" usage="req"/></attList>'
            "</elementSpec>",
            '<a><b kind="y"/></a>',
            "<a><b/></a>",
        ),
        (
            '<elementSpec ident="a" mode="change"><attList><attDef ident="n" mode="delete"/></attList></elementSpec>',
            "<a/>",
            '<a n="1"/>',
        ),
        (
            '<elementSpec ident="d" ns="urn:own"><classes><memberOf key="model.part"/></classes><content><empty/></content>'
            "</elementSpec>",
            '<a><d xmlns="urn:own"/></a>',
            "<a><d/></a>",
        ),
    ],
)
def test_each_mode(chained: Compile, change: str, accepted: str, refused: str) -> None:
    one = chained(f'<moduleRef key="core"/>{change}')
    assert one.codes == []
    assert one.accepts(accepted)
    assert not one.accepts(refused)


def test_a_list_without_mode_is_reported(chained: Compile) -> None:
    change = '<attDef ident="kind" mode="change"><valList type="closed"><valItem ident="q"/></valList></attDef>'
    one = chained(
        f'<moduleRef key="core"/><elementSpec ident="b" mode="change"><attList>{change}</attList></elementSpec>'
    )
    assert one.codes == ["values-without-effect"]
    assert one.accepts('<a><b kind="x"/></a>')


def test_groups_are_put_in_place(chained: Compile, tmp_path: Path) -> None:
    (tmp_path / "groups.xml").write_text(
        '<div xmlns="http://www.tei-c.org/ns/1.0"><specGrp xml:id="g"><specGrpRef target="#h"/></specGrp>'
        '<specGrp xml:id="h"><elementSpec ident="b" mode="delete"/></specGrp></div>',
        encoding="utf-8",
    )
    one = chained('<moduleRef key="core"/><specGrpRef target="groups.xml#g"/>')
    assert not one.accepts("<a><b/></a>")


def test_three_odds_in_a_row(write: Write, tmp_path: Path) -> None:
    write(LIBRARY, 'ident="library" start="a"', "library.odd")
    middle = '<moduleRef key="core"/><elementSpec ident="a" mode="change"><attList><attDef ident="n" mode="delete"/></attList></elementSpec>'
    write(middle, 'ident="middle" source="library.odd"', "middle.odd")
    top = write('<moduleRef key="core"/>', 'ident="top" start="a" source="middle.odd"', "top.odd")
    one = Schema(compile_odd(top))
    assert one.accepts('<a type="t"><b/></a>')
    assert not one.accepts('<a n="1"/>')


def test_an_odd_that_is_its_own_source(write: Write) -> None:
    write('<moduleRef key="core"/>', 'ident="x" source="y.odd"', "x.odd")
    path = write('<moduleRef key="core"/>', 'ident="y" source="x.odd"', "y.odd")
    with pytest.raises(SchemaError) as caught:
        compile_odd(path)
    assert {one.code.name for one in caught.value.diagnostics} == {"source-cycle"}


@pytest.mark.parametrize("attributes", ['ident="t"', 'ident="t" source="tei:4.9.0"', 'ident="t" source="gone.odd"'])
def test_a_source_that_is_not_at_hand(faults: Fail, attributes: str) -> None:
    assert set(faults('<moduleRef key="core"/>', attributes + ' start="a"')) >= {"source-not-found"}


def test_the_tei_is_the_file_that_is_named(write: Write) -> None:
    source = write(LIBRARY, 'ident="library" start="a"', "p5subset.xml")
    path = write('<moduleRef key="core"/>', 'ident="t" start="a" source="tei:4.9.0"')
    assert Schema(compile_odd(path, tei_source=source)).accepts("<a><b/></a>")


@pytest.mark.parametrize(
    ("declarations", "code"),
    [
        ('<moduleRef key="core" include="a bb"/>', "unknown-key"),
        ('<moduleRef key="core"/><elementRef key="zz"/>', "unknown-key"),
        ('<moduleRef key="core"/><elementSpec ident="c" mode="change"/>', "absent-specification"),
        ('<moduleRef key="core"/><elementSpec ident="b"><content><empty/></content></elementSpec>', "duplicate-ident"),
    ],
)
def test_what_is_in_vain_is_a_warning(chained: Compile, declarations: str, code: str) -> None:
    assert chained(declarations).codes == [code]


def test_a_module_that_is_not_there(write: Write, faults: Fail) -> None:
    write(LIBRARY, 'ident="library" start="a"', "library.odd")
    assert faults('<moduleRef key="core"/><moduleRef key="cmc"/>', SOURCE) == ["unknown-module"]


def test_a_prefix_names_definitions_only(schema: Compile) -> None:
    one = schema(
        '<elementSpec ident="a"><content><textNode/></content></elementSpec>', 'ident="t" start="a" prefix="my_"'
    )
    assert b'<define name="my_a">' in one.compiled.rng
    assert one.accepts("<a>x</a>")


def test_a_schema_in_another_namespace(schema: Compile) -> None:
    one = schema(
        '<elementSpec ident="a"><content><textNode/></content></elementSpec>', 'ident="t" start="a" ns="urn:own"'
    )
    assert one.accepts('<a xmlns="urn:own"/>')
    assert not one.accepts("<a/>")


def test_an_external_grammar(schema: Compile, tmp_path: Path) -> None:
    (tmp_path / "music.rng").write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:music"><start><ref name="score"/></start>'
        '<define name="score"><element name="score"><ref name="inner"/></element></define>'
        '<define name="inner"><text/></define></grammar>',
        encoding="utf-8",
    )
    content = '<elementSpec ident="a"><content><rng:ref name="m_score"/></content></elementSpec>'
    one = schema(f'<moduleRef url="music.rng" prefix="m_"/>{content}')
    assert one.accepts('<a><score xmlns="urn:music">x</score></a>')
    assert not one.accepts("<a><score/></a>")
    override = '<content><rng:define name="inner"><rng:empty/></rng:define></content>'
    two = schema(f'<moduleRef url="music.rng" prefix="m_">{override}</moduleRef>{content}')
    assert two.accepts('<a><score xmlns="urn:music"/></a>')
    assert not two.accepts('<a><score xmlns="urn:music">x</score></a>')


def test_an_external_grammar_that_is_not_there(faults: Fail) -> None:
    content = '<elementSpec ident="a"><content><textNode/></content></elementSpec>'
    assert faults(f'<moduleRef url="http://example.org/music.rng"/>{content}') == ["source-not-found"]
