"""Elements of XSLT in a schema."""

# ruff: noqa: E501 (one case, one line of XML)

from __future__ import annotations

import pytest
from tests.schematron.conftest import Check, pattern, rule

XSL = 'xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
FUNCTION = f'<sch:ns prefix="f" uri="urn:f"/><xsl:function {XSL} name="f:f">{{}}</xsl:function>'


@pytest.mark.parametrize(
    "content",
    [
        # Each of these ends the process where Saxon sees it.
        FUNCTION.format('<xsl:accumulator-rule match="*" select="1"/>'),
        FUNCTION.format("<xsl:merge/>"),
        FUNCTION.format("<x><xsl:item-type/></x>"),
        f'<xsl:accumulator {XSL} name="a" initial-value="1"><xsl:accumulator-rule match="*"><xsl:override/>'
        "</xsl:accumulator-rule></xsl:accumulator>",
        f"<xsl:item-type {XSL}/>",
        FUNCTION.format("<xsl:when test='1'/>"),
        f"<xsl:result-document {XSL}/>",
    ],
)
def test_what_is_out_of_place_is_reported_and_the_rest_runs(check: Check, content: str) -> None:
    found = check(content + pattern(rule("a", "good")))
    assert [each.code.id for each in found.schema.diagnostics] == ["SCH008"]
    assert found.messages == ["good"]


def test_instructions_in_their_places(check: Check) -> None:
    body = """<xsl:param name="n"/><xsl:choose><xsl:when test="$n = 1"><xsl:for-each select="3, 2"><xsl:sort select="."/>
    <xsl:value-of select="."/></xsl:for-each></xsl:when><xsl:otherwise><xsl:try select="error()"><xsl:catch select="'caught'"/>
    </xsl:try></xsl:otherwise></xsl:choose>"""
    message = "<sch:value-of select='string-join(f:f(1)), f:f(2)'/>"
    found = check(FUNCTION.format(body) + pattern(rule("a", message)))
    assert found.schema.diagnostics == ()
    assert found.messages == ["23 caught"]


def test_an_instruction_in_a_message(check: Check) -> None:
    message = f'<xsl:for-each {XSL} select="1 to 3"><xsl:value-of select=". * 2"/>,</xsl:for-each><xsl:merge {XSL}/>'
    found = check(pattern(rule("a", message)))
    assert [each.code.id for each in found.schema.diagnostics] == ["SCH008"]
    assert found.messages == ["2,4,6,"]
