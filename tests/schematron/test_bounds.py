"""Schemas that mean harm: nothing but diagnostics, and soon."""

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
