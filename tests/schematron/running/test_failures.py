"""A rule that stops with an error on a document is a diagnostic, and all other findings are there."""

# ruff: noqa: E501 (one case, one line of XML)
from __future__ import annotations

import pytest
from tests.schematron.conftest import Check, pattern, rule

NS = '<sch:ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
DOCUMENT = "<a><b>1918-02-12</b>\n<b>yesterday</b>\n<b>1910-01-01</b></a>"
GOOD = pattern(rule("b", "good"))
LATE = '<sch:rule context="b"><sch:assert test="xs:date(.) gt xs:date(\'1914-01-01\')">late</sch:assert></sch:rule>'


def codes(check: Check, content: str, document: str = DOCUMENT) -> list[tuple[str, int]]:
    found = check(NS + content + GOOD, document)
    assert found.schema.diagnostics == ()
    assert found.messages.count("good") == 3
    return sorted((each.code.id, each.location.line) for each in found.found if each.message != "good")


def test_a_cast_that_fails_on_one_node(check: Check) -> None:
    assert codes(check, pattern(LATE)) == [("SCH001", 3), ("SCH005", 2)]


def test_the_diagnostic_tells_the_reason_and_the_place_of_the_rule(check: Check) -> None:
    failed = next(each for each in check(NS + pattern(LATE), DOCUMENT).found if each.code.id == "SCH005")
    assert "yesterday" in failed.message
    assert failed.kind is None
    assert [(each.location.line, each.message) for each in failed.related] == [
        (2, "the assert with the test “xs:date(.) gt xs:date('1914-01-01')”")
    ]


def test_a_variable_of_the_rule_that_fails(check: Check) -> None:
    content = pattern(
        '<sch:rule context="b"><sch:let name="d" value="xs:date(.)"/><sch:assert test="$d gt xs:date(\'1914-01-01\')"/>'
        "<sch:report test=\"starts-with(., 'y')\">y</sch:report></sch:rule>"
    )
    assert codes(check, content) == [("SCH001", 3), ("SCH002", 2), ("SCH005", 2)]


@pytest.mark.parametrize("where", ["schema", "pattern"])
def test_a_variable_of_the_schema_or_pattern_that_fails(check: Check, where: str) -> None:
    let = '<sch:let name="v" value="xs:date(/a)"/>'
    user = '<sch:rule context="b"><sch:assert test="$v">v</sch:assert><sch:report test="string(.) = \'yesterday\'">y</sch:report></sch:rule>'
    content = let + pattern(user) if where == "schema" else pattern(user, before=let)
    # The variable once, the assertion that uses it not at all, the other one as ever.
    assert codes(check, content) == [("SCH002", 2), ("SCH005", 1)]


def test_a_variable_that_nobody_uses_may_fail(check: Check) -> None:
    assert codes(check, '<sch:let name="v" value="xs:date(/a)"/>') == []


def test_a_context_that_fails(check: Check) -> None:
    assert codes(check, pattern(rule("b[xs:date(.) lt xs:date('1914-01-01')]", "early"))) == [
        ("SCH002", 3),
        ("SCH010", 1),
    ]


def test_a_message_that_fails(check: Check) -> None:
    content = pattern(rule("b", "in <sch:emph><sch:value-of select='year-from-date(xs:date(.))'/></sch:emph>"))
    assert codes(check, content) == [("SCH002", 1), ("SCH002", 3), ("SCH005", 2)]


def test_a_function_that_calls_itself_for_ever(check: Check) -> None:
    content = """<sch:ns prefix="f" uri="urn:f"/><xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="f:f">
    <xsl:param name="x"/><xsl:sequence select="1 + f:f($x + 1)"/></xsl:function>"""
    content += pattern('<sch:rule context="b[2]"><sch:assert test="f:f(1) = 2"/></sch:rule>')
    # Saxon ends the run, so the function is left out, and with it what calls it.
    assert codes(check, content) == [("SCH005", 1)]


def test_a_failure_in_every_node_is_told_once_for_each_rule_and_reason(check: Check) -> None:
    content = pattern('<sch:rule context="b"><sch:assert test="error()"/><sch:assert test="error()"/></sch:rule>')
    assert codes(check, content) == [("SCH005", 1)]


def test_a_message_that_terminates(check: Check) -> None:
    content = """<sch:ns prefix="f" uri="urn:f"/><xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="f:f">
    <xsl:message terminate="yes">stop</xsl:message></xsl:function>"""
    content += pattern('<sch:rule context="b[2]"><sch:assert test="f:f() = 2"/></sch:rule>')
    assert [each[0] for each in codes(check, content)] == ["SCH005"]
