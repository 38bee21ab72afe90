"""Which rule is used on which node, and what variables mean there."""

# ruff: noqa: E501 (one case, one line of XML)
from __future__ import annotations

from pathlib import Path

import pytest
from tests.schematron.conftest import Check, pattern, rule


def test_the_first_rule_that_matches_is_used(check: Check) -> None:
    found = check(
        pattern(rule("b[@x]", "x"), rule("b", "b"), rule("*", "any"), rule("b", "late")), "<a><b/><b x=''/></a>"
    )
    assert found.messages == ["any", "b", "x"]


def test_each_pattern_has_a_first_rule_of_its_own(check: Check) -> None:
    found = check(pattern(rule("b", "1"), rule("*", "2")) + pattern(rule("*", "3"), rule("b", "4")), "<a><b/></a>")
    assert sorted(found.messages) == ["1", "2", "3", "3"]


def test_a_rule_without_assertions_keeps_nodes_from_later_rules(check: Check) -> None:
    assert check(pattern('<sch:rule context="b"/>', rule("*", "any")), "<a><b/></a>").messages == ["any"]


def test_a_node_in_a_matched_node_is_tested_too(check: Check) -> None:
    found = check(pattern(rule("p", "p"), rule("q", "q")), "<a><p><q><p/></q></p></a>")
    assert found.places == [("p", 1, 4), ("q", 1, 7), ("p", 1, 10)]


def test_a_node_may_be_nested_deep(check: Check) -> None:
    assert len(check(pattern(rule("b", "b")), f"<a>{'<b>' * 900}{'</b>' * 900}</a>").found) == 900


@pytest.mark.parametrize(
    ("context", "place"),
    [
        ("/", (2, 1)),
        ("a", (2, 1)),
        ("@m", (2, 15)),
        ("@xml:id", (2, 4)),
        ("b[1]/text()", (2, 24)),
        ("a/text()[1]", (2, 31)),
        ("comment()[. = 'c']", (3, 2)),
        ("comment()[. = 'first']", (1, 1)),
        ("processing-instruction()", (4, 1)),
        ("processing-instruction('q')", (4, 1)),
        ("b[. = 'two']", (3, 10)),
        ("node()[self::b][2]", (3, 10)),
        ("(b | zzz)[2]", (3, 10)),
        ("*:b[2]", (3, 10)),
        ("Q{}b[2]", (3, 10)),
        ("a/*[last()]", (3, 10)),
        ("element(b)[2]", (3, 10)),
        ("b except b[1]", (3, 10)),
        ("child::b[2]", (3, 10)),
        (".[. instance of element(b)][. = 'two']", (3, 10)),
        ("attribute::m", (2, 15)),
        ("a/descendant::b[2]", (3, 10)),
    ],
)
def test_any_kind_of_node_is_a_context(check: Check, context: str, place: tuple[int, int]) -> None:
    document = "<!--first-->\n<a xml:id='a' m='1'><b>one</b> \n <!--c--><b>two</b></a>\n<?q r?>"
    found = check(pattern(rule(context, "here")), document)
    assert [(each.location.line, each.location.column) for each in found.found] == [place]


def test_variables_at_every_level(check: Check) -> None:
    inner = '<sch:let name="r" value="concat($p, $s, name())"/>'
    content = '<sch:let name="s" value="\'S\'"/>' + pattern(
        rule("b", "<sch:value-of select='$r'/>", inner), before='<sch:let name="p" value="count(//b)"/>'
    )
    assert check(content, "<a><b/><b/></a>").messages == ["2Sb", "2Sb"]


def test_variables_of_schema_and_pattern_are_evaluated_at_the_root(check: Check) -> None:
    content = '<sch:let name="s" value="name(*)"/>' + pattern(
        rule("b", "<sch:value-of select='$s, $p'/>"), before='<sch:let name="p" value="name(*/*[1])"/>'
    )
    assert check(content, "<a><c/><b/></a>").messages == ["a c"]


def test_a_variable_is_hidden_by_an_inner_one(check: Check) -> None:
    show = "<sch:value-of select='$x'/>"
    content = '<sch:let name="x" value="1"/>' + "".join(
        (
            pattern(rule("b", show)),
            pattern(rule("b", show), before='<sch:let name="x" value="2"/>'),
            pattern(rule("b[$x = 3]", show), before='<sch:let name="x" value="3"/>'),
            pattern(rule("b", show, '<sch:let name="x" value="4"/>'), before='<sch:let name="x" value="5"/>'),
            pattern(rule("b", show, '<sch:let name="x" value="6"/><sch:let name="x" value="$x + 1"/>')),
        )
    )
    found = check(content, "<a><b/></a>")
    assert found.schema.diagnostics == ()
    assert sorted(found.messages) == ["1", "2", "3", "4", "7"]


def test_a_variable_of_a_rule_belongs_to_its_node(check: Check) -> None:
    content = pattern(rule("b", "<sch:value-of select='$n'/>", '<sch:let name="n" value="string(@n)"/>'))
    assert check(content, "<a><b n='1'><b n='2'/></b></a>").messages == ["1", "2"]


def test_a_string_that_looks_like_a_variable_stays(check: Check) -> None:
    content = '<sch:let name="x" value="1"/>' + pattern(
        rule("b", "<sch:value-of select='concat(\"$x\", $x)'/>"), before='<sch:let name="x" value="2"/>'
    )
    assert check(content, "<a><b/></a>").messages == ["$x2"]


def test_content_is_the_value_of_a_variable(check: Check) -> None:
    let = '<sch:let name="v"><ok><p xmlns="urn:p" q="&lt;{1}">t</p></ok></sch:let><sch:ns prefix="p" uri="urn:p"/>'
    content = let + pattern(rule("a[$v/p:p/@q = '&lt;{1}']", "<sch:value-of select='$v/p:p'/>"))
    assert check(content).messages == ["t"]


def test_two_variables_of_the_schema_with_one_name(check: Check) -> None:
    content = '<sch:let name="x" value="1"/><sch:let name="x" value="2"/>' + pattern(
        rule("a", "<sch:value-of select='$x'/>")
    )
    found = check(content)
    assert [each.code.id for each in found.schema.diagnostics] == ["SCH008"]
    assert found.messages == ["1"]


def test_functions_and_keys_of_xslt(check: Check) -> None:
    content = """<sch:ns prefix="f" uri="urn:f"/><sch:ns prefix="t" uri="urn:t"/>
    <xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="n" match="t:b" use="@n"/>
    <xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="f:twice"><xsl:param name="x"/>
    <xsl:sequence select="2 * $x"/></xsl:function>
    <xsl:variable xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="three" select="3"/>"""
    content += pattern(rule("t:b", "<sch:value-of select='f:twice($three), count(key(\"n\", @n))'/>"))
    found = check(content, "<a xmlns='urn:t'><b n='1'/><b n='1'/></a>")
    assert found.schema.diagnostics == ()
    assert found.messages == ["6 2", "6 2"]


def test_declarations_of_a_stylesheet_that_is_included(check: Check, tmp_path: Path) -> None:
    module = """<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0">
    <xsl:function name="f:one" xmlns:f="urn:f" as="xs:integer" xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xsl:sequence select="1"/></xsl:function></xsl:stylesheet>"""
    (tmp_path / "module.xsl").write_text(module)
    content = """<xsl:include xmlns:xsl="http://www.w3.org/1999/XSL/Transform" href="module.xsl"/>
    <sch:ns prefix="f" uri="urn:f"/>""" + pattern(rule("a", "<sch:value-of select='f:one()'/>"))
    assert check(content).messages == ["1"]


def test_the_subject_is_where_a_finding_points(check: Check) -> None:
    report = '<sch:report test="true()" subject="{}">m</sch:report>'
    content = pattern(
        f'<sch:rule context="a">{report.format("b[2]")}{report.format("b/@n")}{report.format("zzz")}'
        f"{report.format('b[2]/text()')}</sch:rule>"
    )
    found = check(content, "<a>\n<b n=''/><b>t</b></a>")
    assert sorted((each.location.line, each.location.column) for each in found.found) == [
        (1, 1),
        (2, 4),
        (2, 10),
        (2, 13),
    ]


def test_the_subject_of_a_rule_counts_where_an_assertion_has_none(check: Check) -> None:
    content = pattern('<sch:rule context="a" subject="b"><sch:report test="true()">m</sch:report></sch:rule>')
    assert check(content, "<a>\n<b/></a>").places == [("m", 2, 1)]


def test_each_item_is_visited(check: Check) -> None:
    content = pattern(
        '<sch:rule context="@n" visit-each="tokenize(.)"><sch:assert test=". castable as xs:integer">'
        '<sch:value-of select="."/></sch:assert></sch:rule>',
        before="",
    )
    found = check('<sch:ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>' + content, "<a n='1 b 3 d'/>")
    assert found.places == [("b", 1, 4), ("d", 1, 4)]


def test_the_parts_of_a_message(check: Check) -> None:
    message = """
        <sch:name/> in <sch:name path="name(..)"/>: <sch:emph>not <sch:value-of select="@n"/></sch:emph>
        <sch:dir value="rtl">x</sch:dir><sch:span class="c"> y</sch:span> {z} &lt;w&gt;
    """
    assert check(pattern(rule("b", message)), "<a><b n='1'/></a>").messages == ["b in a: not 1 x y {z} <w>"]


def test_a_message_that_its_author_left_out(check: Check) -> None:
    content = pattern(
        '<sch:rule context="a"><sch:assert test="@n  =  1"/><sch:report test="not(@n)"/></sch:rule>',
    )
    assert sorted(check(content).messages) == ["not true here: @n = 1", "true here: not(@n)"]


def test_diagnostics_are_hints(check: Check) -> None:
    content = (
        '<sch:pattern><sch:rule context="a"><sch:report test="true()" diagnostics="d e">m</sch:report></sch:rule></sch:pattern>'
        '<sch:diagnostics><sch:diagnostic id="d">See <sch:name/>.</sch:diagnostic>'
        '<sch:diagnostic id="e">Or not.</sch:diagnostic></sch:diagnostics>'
    )
    assert [each.hint for each in check(content).found] == ["See a. Or not."]


def test_an_id_of_the_author_is_the_code(check: Check) -> None:
    content = pattern(
        '<sch:rule context="a"><sch:assert id="no-n" test="@n">n</sch:assert><sch:report id="r" test="1">r</sch:report>'
        '<sch:assert test="@n">n</sch:assert></sch:rule>'
    )
    found = check(content)
    assert found.ids == ["SCH001", "SCH:no-n", "SCH:r"]
    assert {each.code.id: (each.code.name, each.kind, each.code.layer) for each in found.found} == {
        "SCH001": ("failed-assert", "failed-assert", "schematron"),
        "SCH:no-n": ("no-n", "failed-assert", "schematron"),
        "SCH:r": ("r", "successful-report", "schematron"),
    }
