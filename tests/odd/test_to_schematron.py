"""Constraints become ISO Schematron (TEI Guidelines, §22.5.2)."""

# ruff: noqa: E501 (one case, one line of XML)
from __future__ import annotations

from lxml import etree
from tests.odd.conftest import Compile

SCH = "{http://purl.oclc.org/dsdl/schematron}"


def constraint(body: str, ident: str = "c", scheme: str = "schematron") -> str:
    return f'<constraintSpec ident="{ident}" scheme="{scheme}"><constraint>{body}</constraint></constraintSpec>'


def element(constraints: str = "", attributes: str = "", extra: str = "") -> str:
    return f'<elementSpec ident="a" {extra}><content><textNode/></content>{constraints}<attList>{attributes}</attList></elementSpec>'


def patterns(schema: Compile, declarations: str) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Return id, and for each rule its context and the names of what is in it, of every pattern."""
    root = etree.fromstring(schema(declarations).compiled.sch)
    return [
        (
            pattern.get("id", ""),
            [
                (rule.get("context", ""), [etree.QName(one).localname for one in rule])
                for rule in pattern.iterchildren(f"{SCH}rule")
            ],
        )
        for pattern in root.iterchildren(f"{SCH}pattern")
    ]


def test_a_rule_stands_as_it_is(schema: Compile) -> None:
    body = '<sch:rule context="tei:a"><sch:let name="x" value="1"/><sch:assert test="$x">m</sch:assert></sch:rule>'
    assert patterns(schema, element(constraint(body))) == [("t-a-c", [("tei:a", ["let", "assert"])])]


def test_an_assertion_gets_the_context_of_its_element(schema: Compile) -> None:
    body = '<sch:let name="x" value="1"/><sch:assert test="$x">m</sch:assert><sch:report test="not($x)">n</sch:report>'
    assert patterns(schema, element(constraint(body))) == [("t-a-c", [("tei:a", ["let", "assert", "report"])])]


def test_an_assertion_gets_the_context_of_its_attribute(schema: Compile) -> None:
    inner = constraint('<sch:assert test=".">m</sch:assert>')
    attribute = f'<attDef ident="n">{inner}</attDef>'
    assert patterns(schema, element(attributes=attribute)) == [("t-a-n-c", [("tei:a/@n", ["assert"])])]


def test_an_element_in_another_namespace(schema: Compile) -> None:
    declarations = element(constraint('<sch:assert test="1">m</sch:assert>'), extra='ns="urn:own" xmlns:own="urn:own"')
    assert patterns(schema, declarations) == [("t-a-c", [("own:a", ["assert"])])]
    root = etree.fromstring(schema(declarations).compiled.sch)
    assert {one.get("prefix"): one.get("uri") for one in root.iter(f"{SCH}ns")}["own"] == "urn:own"


def test_a_pattern_keeps_its_id_and_namespaces_are_declared(schema: Compile) -> None:
    body = '<sch:ns prefix="m" uri="urn:m"/><sch:pattern id="mine"><sch:rule context="m:x"><sch:assert test="xs:date(.)">m</sch:assert></sch:rule></sch:pattern>'
    declarations = element() + constraint(body)
    assert patterns(schema, declarations) == [("mine", [("m:x", ["assert"])])]
    root = etree.fromstring(schema(declarations).compiled.sch)
    assert {one.get("prefix") for one in root.iter(f"{SCH}ns")} == {"tei", "m", "xs"}


def test_ids_stay_when_a_constraint_comes_before(schema: Compile) -> None:
    body = '<sch:rule context="tei:a"><sch:assert test="1">m</sch:assert></sch:rule>'
    alone = patterns(schema, element(constraint(body, "second")))
    both = patterns(schema, element(constraint(body, "first") + constraint(body, "second")))
    assert alone[0] == both[1]
    twice = patterns(schema, element(constraint(body) + constraint(body)))
    assert [ident for ident, _ in twice] == ["t-a-c", "t-a-c-2"]


def test_a_class_without_members_is_silent(schema: Compile) -> None:
    body = '<sch:rule context="tei:*"><sch:assert test="1">m</sch:assert></sch:rule>'
    attribute = f'<attList><attDef ident="n">{constraint(body)}</attDef></attList>'
    spec = f'<classSpec ident="att.n" type="atts">{attribute}</classSpec>'
    assert patterns(schema, element() + spec) == []
    member = (
        '<elementSpec ident="b"><classes><memberOf key="att.n"/></classes><content><empty/></content></elementSpec>'
    )
    assert [ident for ident, _ in patterns(schema, element() + spec + member)] == ["t-att.n-n-c"]


def test_keys_and_functions_go_to_the_top(schema: Compile) -> None:
    key = '<xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="k" match="tei:a" use="@n"/>'
    rule = '<sch:rule context="tei:a"><sch:assert test="key(\'k\', 1)">m</sch:assert></sch:rule>'
    root = etree.fromstring(schema(element(constraint(key + rule))).compiled.sch)
    assert [etree.QName(one).localname for one in root] == ["title", "ns", "key", "pattern"]


def test_messages_keep_their_text(schema: Compile) -> None:
    body = '<sch:assert test="1">The <sch:name/> is <sch:value-of select="@n"/>, not 2.</sch:assert>'
    root = etree.fromstring(schema(element(constraint(body))).compiled.sch)
    message = next(root.iter(f"{SCH}assert"))
    assert "".join(message.itertext()) == "The  is , not 2."
    assert [etree.QName(one).localname for one in message] == ["name", "value-of"]


def test_what_is_not_checked_is_said(schema: Compile) -> None:
    assert schema(element(constraint("x", scheme="private"))).codes == ["unknown-scheme"]
    loose = element() + constraint('<sch:assert test="1">m</sch:assert>')
    assert schema(loose).codes == ["constraint-without-context"]
    assert patterns(schema, loose) == [("t-c", [("/", ["assert"])])]
