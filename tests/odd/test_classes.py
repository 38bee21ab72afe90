"""Model classes and their expansions, attribute classes and what elements make of them."""

# ruff: noqa: E501 (one case, one line of XML)
from __future__ import annotations

import pytest
from tests.odd.conftest import Compile

LEAVES = "".join(
    f'<elementSpec ident="{name}"><classes><memberOf key="model.m"/></classes><content><empty/></content></elementSpec>'
    for name in "bcd"
)
MODEL = f'<classSpec ident="model.m" type="model"/>{LEAVES}'


def root(content: str, attributes: str = "", classes: str = "") -> str:
    return f'<elementSpec ident="a"><classes>{classes}</classes><content>{content}</content>{attributes}</elementSpec>'


@pytest.mark.parametrize(
    ("expand", "accepted", "refused"),
    [
        ("", ["b", "c", "d"], ["", "bc"]),
        ("alternation", ["b", "d"], ["", "bc"]),
        ("sequence", ["bcd"], ["", "b", "dcb", "bccd"]),
        ("sequenceOptional", ["", "b", "bd", "bcd"], ["db", "bb"]),
        ("sequenceRepeatable", ["bcd", "bbcdd"], ["", "bd"]),
        ("sequenceOptionalRepeatable", ["", "bbdd", "c"], ["db"]),
    ],
)
def test_a_class_is_spelt_out(schema: Compile, expand: str, accepted: list[str], refused: list[str]) -> None:
    attribute = f'expand="{expand}"' if expand else ""
    one = schema(root(f'<classRef key="model.m" {attribute}/>') + MODEL)
    for names, verdict in [(accepted, True), (refused, False)]:
        for name in names:
            assert one.accepts(f"<a>{''.join(f'<{letter}/>' for letter in name)}</a>") is verdict, name


def test_members_are_included_or_left_out(schema: Compile) -> None:
    one = schema(root('<classRef key="model.m" include="b c"/>') + MODEL)
    assert [name for name in "bcd" if one.accepts(f"<a><{name}/></a>")] == ["b", "c"]
    two = schema(root('<classRef key="model.m" except="b"/>') + MODEL)
    assert [name for name in "bcd" if two.accepts(f"<a><{name}/></a>")] == ["c", "d"]


def test_a_class_of_classes(schema: Compile) -> None:
    upper = '<classSpec ident="model.n" type="model"/>'
    lower = '<classSpec ident="model.m" type="model"><classes><memberOf key="model.n"/></classes></classSpec>'
    one = schema(root('<classRef key="model.n"/>') + upper + lower + LEAVES)
    assert one.accepts("<a><c/></a>")


def test_a_class_without_members_allows_nothing(schema: Compile) -> None:
    empty = '<classSpec ident="model.none" type="model"/>'
    content = '<alternate><classRef key="model.none"/><classRef key="model.m"/></alternate>'
    assert schema(root(content) + empty + MODEL).accepts("<a><b/></a>")
    assert not schema(root('<classRef key="model.none"/>') + empty).accepts("<a/>")


def test_the_occurrence_of_a_member(schema: Compile) -> None:
    member = (
        '<elementSpec ident="b"><classes><memberOf key="model.m" min="1" max="2"/></classes><content><empty/></content>'
        '</elementSpec><classSpec ident="model.m" type="model"/>'
    )
    one = schema(root('<classRef key="model.m" expand="sequence"/>') + member)
    assert [n for n in range(4) if one.accepts(f"<a>{'<b/>' * n}</a>")] == [1, 2]


ATTS = (
    '<classSpec ident="att.global" type="atts"><attList><attDef ident="xml:id"><datatype><dataRef name="ID"/></datatype>'
    '</attDef><attDef ident="n"/></attList></classSpec>'
    '<classSpec ident="att.typed" type="atts"><classes><memberOf key="att.global"/></classes><attList>'
    '<attDef ident="type" usage="opt"><datatype><dataRef name="NCName"/></datatype></attDef></attList></classSpec>'
)
TYPED = '<memberOf key="att.typed"/>'


def test_attributes_are_inherited_over_classes(schema: Compile) -> None:
    one = schema(root("<empty/>", classes=TYPED) + ATTS)
    assert one.accepts('<a xml:id="x" n="1" type="t"/>')
    assert one.accepts("<a/>")
    assert not one.accepts('<a type="two words"/>')
    assert not one.accepts('<a other="x"/>')


def test_a_class_reached_twice_gives_its_attributes_once(schema: Compile) -> None:
    one = schema(root("<empty/>", classes=TYPED + '<memberOf key="att.global"/>') + ATTS)
    assert one.accepts('<a n="1" type="t"/>')


@pytest.mark.parametrize(
    ("definition", "accepted", "refused"),
    [
        ('<attDef ident="n" mode="delete"/>', ["type='t'", ""], ["n='1'"]),
        ('<attDef ident="type" mode="change" usage="req"/>', ["type='t'", "type='t' n='1'"], ["", "type='two words'"]),
        (
            '<attDef ident="type" mode="replace"><datatype><dataRef name="integer"/></datatype></attDef>',
            ["type='1'"],
            ["type='t'"],
        ),
        (
            '<attDef ident="type" mode="change"><valList type="closed" mode="add"><valItem ident="x"/></valList></attDef>',
            ["type='x'"],
            ["type='t'"],
        ),
        ('<attDef ident="type" mode="change"><altIdent>kind</altIdent></attDef>', ["kind='t'"], ["type='t'"]),
        ('<attDef ident="extra" usage="req"/>', ["extra='x'"], [""]),
    ],
)
def test_what_an_element_says_about_its_attributes(
    schema: Compile, definition: str, accepted: list[str], refused: list[str]
) -> None:
    one = schema(root("<empty/>", f"<attList>{definition}</attList>", TYPED) + ATTS)
    assert all(one.accepts(f"<a {attributes}/>") for attributes in accepted)
    assert not any(one.accepts(f"<a {attributes}/>") for attributes in refused)


def test_one_attribute_of_a_class(schema: Compile) -> None:
    one = schema(root("<empty/>", '<attList><attRef class="att.global" name="xml:id"/></attList>') + ATTS)
    assert one.accepts('<a xml:id="x"/>')
    assert not one.accepts('<a n="1"/>')


def test_a_choice_of_attributes(schema: Compile) -> None:
    choice = (
        '<attList><attDef ident="n"/><attList org="choice"><attDef ident="target" usage="req"/>'
        '<attDef ident="cRef" usage="req"/></attList></attList>'
    )
    one = schema(root("<empty/>", choice))
    assert one.accepts('<a target="x" n="1"/>')
    assert one.accepts('<a cRef="y"/>')
    assert not one.accepts("<a/>")
    assert not one.accepts('<a target="x" cRef="y"/>')


@pytest.mark.parametrize(
    ("occurs", "accepted", "refused"),
    [
        ('maxOccurs="unbounded"', ["1", "1 2 3"], ["", "x"]),
        ('minOccurs="2" maxOccurs="3"', ["1 2", "1 2 3"], ["1", "1 2 3 4"]),
        ('minOccurs="0" maxOccurs="1"', ["", "1"], ["1 2"]),
    ],
)
def test_several_values(schema: Compile, occurs: str, accepted: list[str], refused: list[str]) -> None:
    datatype = f'<datatype {occurs}><dataRef name="integer"/></datatype>'
    one = schema(root("<empty/>", f'<attList><attDef ident="v">{datatype}</attDef></attList>'))
    assert all(one.accepts(f'<a v="{value}"/>') for value in accepted)
    assert not any(one.accepts(f'<a v="{value}"/>') for value in refused)


def test_a_half_open_list_adds_to_its_datatype(schema: Compile) -> None:
    values = '<datatype><dataRef name="integer"/></datatype><valList type="semi"><valItem ident="none"/></valList>'
    one = schema(root("<empty/>", f'<attList><attDef ident="v">{values}</attDef></attList>'))
    assert one.accepts('<a v="none"/>')
    assert one.accepts('<a v="7"/>')
    assert not one.accepts('<a v="some"/>')


def test_an_open_list_only_suggests(schema: Compile) -> None:
    values = '<datatype><dataRef name="NCName"/></datatype><valList type="open"><valItem ident="x"/></valList>'
    assert schema(root("<empty/>", f'<attList><attDef ident="v">{values}</attDef></attList>')).accepts('<a v="y"/>')


def test_an_attribute_in_a_namespace(schema: Compile) -> None:
    one = schema(root("<empty/>", '<attList><attDef ident="href" ns="urn:link"/></attList>'))
    assert one.accepts('<a l:href="x" xmlns:l="urn:link"/>')
    assert not one.accepts('<a href="x"/>')
