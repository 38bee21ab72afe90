"""Content models in pure ODD and in RELAX NG (TEI Guidelines, §22.5)."""

from __future__ import annotations

import pytest
from tests.odd.conftest import Compile, Fail, Write

from teikit.odd import compile_odd

LEAVES = "".join(f'<elementSpec ident="{name}"><content><empty/></content></elementSpec>' for name in "bcd")


def model(content: str, more: str = "") -> str:
    return f'<elementSpec ident="a"><content>{content}</content></elementSpec>{LEAVES}{more}'


def test_a_sequence_keeps_its_order(schema: Compile) -> None:
    one = schema(model('<sequence><elementRef key="b"/><elementRef key="c"/></sequence>'))
    assert one.accepts("<a><b/><c/></a>")
    assert not one.accepts("<a><c/><b/></a>")
    assert not one.accepts("<a><b/></a>")
    assert not one.accepts("<a><b/>text<c/></a>")


def test_a_sequence_without_order_takes_any(schema: Compile) -> None:
    one = schema(model('<sequence preserveOrder="false"><elementRef key="b"/><elementRef key="c"/></sequence>'))
    assert one.accepts("<a><b/><c/></a>")
    assert one.accepts("<a><c/><b/></a>")
    assert not one.accepts("<a><c/></a>")


def test_an_alternation_takes_one(schema: Compile) -> None:
    one = schema(model('<alternate><elementRef key="b"/><elementRef key="c"/></alternate>'))
    assert one.accepts("<a><b/></a>")
    assert one.accepts("<a><c/></a>")
    assert not one.accepts("<a><b/><c/></a>")
    assert not one.accepts("<a/>")


def test_text_among_elements(schema: Compile) -> None:
    content = '<alternate minOccurs="0" maxOccurs="unbounded"><textNode/><elementRef key="b"/></alternate>'
    one = schema(model(content))
    assert one.accepts("<a>x<b/>y<b/></a>")
    assert one.accepts("<a/>")
    assert not one.accepts("<a>x<c/></a>")


@pytest.mark.parametrize("kind", ["elementRef", "alternate", "sequence"])
@pytest.mark.parametrize(
    ("minimum", "maximum", "accepted"),
    [
        ("0", "1", [0, 1]),
        ("2", "4", [2, 3, 4]),
        ("0", "3", [0, 1, 2, 3]),
        ("3", "unbounded", [3, 4, 5, 6]),
        ("0", "0", [0]),
    ],
)
def test_occurrence_is_counted(schema: Compile, kind: str, minimum: str, maximum: str, accepted: list[int]) -> None:
    occurs = f'minOccurs="{minimum}" maxOccurs="{maximum}"'
    if kind == "elementRef":
        content = f'<elementRef key="b" {occurs}/>'
    else:
        content = f'<{kind} {occurs}><elementRef key="b"/></{kind}>'
    one = schema(model(content))
    assert [n for n in range(7) if one.accepts(f"<a>{'<b/>' * n}</a>")] == accepted


def test_nested_repetition_does_not_explode(write: Write) -> None:
    content = '<elementRef key="b"/>'
    for _ in range(4):
        content = f'<sequence minOccurs="300" maxOccurs="400">{content}</sequence>'
    assert len(compile_odd(write(model(content))).rng) < 400_000


def test_data_is_checked(schema: Compile) -> None:
    one = schema(model('<dataRef name="date"/>'))
    assert one.accepts("<a>1918-02-12</a>")
    assert not one.accepts("<a>12 February</a>")


def test_facets_and_restrictions(schema: Compile) -> None:
    facets = '<dataFacet name="minInclusive" value="1"/><dataFacet name="maxInclusive" value="12"/>'
    one = schema(model(f'<dataRef name="integer">{facets}</dataRef>'))
    assert [n for n in (0, 1, 12, 13) if one.accepts(f"<a>{n}</a>")] == [1, 12]
    two = schema(model('<dataRef name="token" restriction="[A-Z]{2}"/>'))
    assert two.accepts("<a>AB</a>")
    assert not two.accepts("<a>abc</a>")


def test_a_restriction_by_key_reaches_the_datatype(schema: Compile) -> None:
    spec = '<dataSpec ident="teidata.code"><content><dataRef name="token"/></content></dataSpec>'
    one = schema(model('<dataRef key="teidata.code" restriction="[0-9]+"/>', spec))
    assert one.accepts("<a>12</a>")
    assert not one.accepts("<a>x</a>")


def test_a_sequence_of_data_is_a_list(schema: Compile) -> None:
    one = schema(model('<sequence><dataRef name="integer"/><dataRef name="boolean"/></sequence>'))
    assert one.accepts("<a>12 true</a>")
    assert not one.accepts("<a>true 12</a>")


def test_values_in_content(schema: Compile) -> None:
    values = '<valList type="closed"><valItem ident="x"/><valItem ident="y"><altIdent>z</altIdent></valItem></valList>'
    one = schema(model(values))
    assert [text for text in "xyz" if one.accepts(f"<a>{text}</a>")] == ["x", "z"]


def test_a_macro_and_relax_ng(schema: Compile) -> None:
    choice = '<rng:choice><rng:ref name="b"/><rng:text/></rng:choice>'
    macro = f'<macroSpec ident="macro.m"><content>{choice}</content></macroSpec>'
    one = schema(model('<rng:zeroOrMore><rng:ref name="macro.m"/></rng:zeroOrMore>', macro))
    assert one.accepts("<a>x<b/>y</a>")
    assert not one.accepts("<a><c/></a>")


def test_relax_ng_with_a_name_of_another_namespace(schema: Compile) -> None:
    content = '<rng:element xmlns:m="urn:music" name="m:note"><rng:empty/></rng:element>'
    one = schema(model(content))
    assert one.accepts('<a><n:note xmlns:n="urn:music"/></a>')
    assert not one.accepts("<a><note/></a>")


def test_any_element_leaves_out_the_tei(schema: Compile) -> None:
    one = schema(model('<anyElement minOccurs="0" maxOccurs="unbounded"/>'))
    assert one.accepts('<a><svg xmlns="urn:svg" x="1">t<g/></svg></a>')
    assert not one.accepts("<a><b/></a>")


def test_any_element_with_exceptions_of_its_own(schema: Compile) -> None:
    one = schema(model('<anyElement except="urn:svg"/>'))
    assert one.accepts("<a><b/></a>")
    assert not one.accepts('<a><svg xmlns="urn:svg"/></a>')


def test_what_is_missing_is_dropped(schema: Compile) -> None:
    content = '<elementRef key="absent"/><elementRef key="b"/><classRef key="model.absent" minOccurs="0"/>'
    one = schema(model(f"<sequence>{content}</sequence>"))
    assert one.accepts("<a><b/></a>")
    assert one.codes == ["dropped-reference", "dropped-reference"]


def test_a_container_of_missing_things_is_empty(schema: Compile) -> None:
    content = '<alternate minOccurs="1" maxOccurs="unbounded"><elementRef key="x"/><elementRef key="y"/></alternate>'
    one = schema(model(content))
    assert one.accepts("<a/>")
    assert not one.accepts("<a>text</a>")


def test_data_beside_elements_is_refused(faults: Fail) -> None:
    assert faults(model('<sequence><dataRef name="integer"/><elementRef key="b"/></sequence>')) == [
        "content-not-relax-ng"
    ]


def test_a_macro_that_contains_itself_is_refused(faults: Fail) -> None:
    macro = '<macroSpec ident="macro.m"><content><macroRef key="macro.m"/></content></macroSpec>'
    assert faults(model('<macroRef key="macro.m"/>', macro)) == ["content-not-relax-ng"]


def test_a_pattern_that_is_none_is_refused(faults: Fail) -> None:
    assert faults(model('<dataRef name="token" restriction="[a"/>')) == ["content-not-relax-ng"]
