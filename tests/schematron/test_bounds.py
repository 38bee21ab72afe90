"""Schemas that mean harm: nothing but diagnostics, and soon."""

# ruff: noqa: E501 (one case, one line of XML)

from __future__ import annotations

import time

import pytest
from tests.schematron.conftest import Check, pattern, rule

XSL = 'xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
GOOD = pattern(rule("a", "good"))


@pytest.mark.parametrize("number", [900, 20_000])
@pytest.mark.parametrize(
    ("opening", "middle", "closing"),
    [
        ("(", "1", ")"),
        ("a[", "b", "]"),
        ("not(", "1", ")"),
        ("(:", "", ":)1"),
        ("-", "1", ""),
        ("a|", "a", ""),
        ("", "1", "+1"),
    ],
)
@pytest.mark.parametrize("place", ["context", "test"])
def test_large_expressions(check: Check, opening: str, middle: str, closing: str, number: int, place: str) -> None:
    large = opening * number + middle + closing * number
    content = rule(large, "m") if place == "context" else rule("a", "m", test=large)
    started = time.monotonic()
    found = check(pattern(content) + GOOD)
    assert time.monotonic() - started < 20
    assert {each.code.id for each in found.schema.diagnostics} <= {"SCH004", "SCH008"}
    assert "good" in found.messages


@pytest.mark.parametrize(
    "content",
    [
        pattern(rule("a", "<sch:emph>" * 900 + "m" + "</sch:emph>" * 900)),
        f'<sch:let name="x">{"<x>" * 900}{"</x>" * 900}</sch:let>',
        f'<xsl:function {XSL} xmlns:f="urn:f" name="f:f">{"<x>" * 900}{"</x>" * 900}</xsl:function>',
        f'<xsl:function {XSL} xmlns:f="urn:f" name="f:f">{"<xsl:copy>" * 900}{"</xsl:copy>" * 900}</xsl:function>',
    ],
    ids=["message", "variable", "function", "instructions"],
)
def test_deep_elements(check: Check, content: str) -> None:
    found = check(content + GOOD)
    assert [each.code.id for each in found.schema.diagnostics] == ["SCH008"]
    assert "good" in found.messages


@pytest.mark.parametrize(
    ("prefix", "uri"),
    [
        ("", "urn:x"),
        ("a b", "urn:x"),
        ("a=&quot;&quot;>", "urn:x"),
        ("xmlns", "urn:x"),
        ("xml", "urn:x"),
        ("²", "urn:x"),
        ("p", ""),
        ("p", "http://www.w3.org/XML/1998/namespace"),
        ("p", "http://www.w3.org/2000/xmlns/"),
    ],
)
def test_prefixes_that_are_none(check: Check, prefix: str, uri: str) -> None:
    found = check(f'<sch:ns prefix="{prefix}" uri="{uri}"/>' + GOOD)
    assert [each.code.id for each in found.schema.diagnostics] == ["SCH008"]
    assert found.messages == ["good"]


def test_names_that_are_none(check: Check) -> None:
    content = '<sch:let name="a b" value="1"/><sch:let name="&quot;&gt;" value="1"/>' + pattern(
        '<sch:rule context="a" role="{(" id="&quot;>"><sch:report test="1" role="{]}" flag="&quot;>">odd</sch:report></sch:rule>'
    )
    found = check(content + GOOD)
    assert [each.code.id for each in found.schema.diagnostics] == ["SCH004"] * 3
    assert found.messages == ["good"]


def test_prefixes_of_ours_may_be_theirs(check: Check) -> None:
    content = "".join(
        f'<sch:ns prefix="{prefix}" uri="urn:{prefix}"/>' for prefix in ("_", "__", "_map", "_err", "xsl", "xs")
    )
    content += pattern(rule("a", "m", test="*[self::_:b | self::__:b | self::xsl:b]"))
    found = check(content, "<a><b xmlns='urn:__'/></a>")
    assert found.schema.diagnostics == ()
    assert found.messages == ["m"]
