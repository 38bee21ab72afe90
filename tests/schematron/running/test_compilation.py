"""A rule that does not compile is a diagnostic at its place, and the other rules run."""

# ruff: noqa: E501 (one case, one line of XML)
from __future__ import annotations

import pytest
from tests.schematron.conftest import Check, pattern, rule

GOOD = pattern(rule("b", "good"))
DOCUMENT = "<a><b/></a>"


def faults(check: Check, content: str) -> list[tuple[str, int, int]]:
    found = check(f"{GOOD}\n{content}\n{GOOD}", DOCUMENT)
    assert found.messages == ["good", "good"]
    return [(each.code.id, each.location.line, each.location.column) for each in found.schema.diagnostics]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<sch:pattern><sch:rule context="b"><sch:assert test="@n ="/></sch:rule></sch:pattern>', [(3, 48)]),
        ('<sch:pattern><sch:rule context="b"><sch:assert test="a) or (b"/></sch:rule></sch:pattern>', [(3, 48)]),
        ('<sch:pattern><sch:rule context="b"><sch:assert test="$n"/></sch:rule></sch:pattern>', [(3, 48)]),
        ('<sch:pattern><sch:rule context="b"><sch:assert test="f()"/></sch:rule></sch:pattern>', [(3, 48)]),
        ('<sch:pattern><sch:rule context="b"><sch:assert test="x:n"/></sch:rule></sch:pattern>', [(3, 48)]),
        ('<sch:pattern><sch:rule context="b["><sch:assert test="0"/></sch:rule></sch:pattern>', [(3, 24)]),
        ('<sch:pattern><sch:rule context="b + c"><sch:assert test="0"/></sch:rule></sch:pattern>', [(3, 24)]),
        (
            '<sch:pattern><sch:rule context="b">\n<sch:assert test="@n ="/>\n<sch:report test="]"/></sch:rule>'
            '<sch:rule context="(("/></sch:pattern>',
            [(4, 13), (5, 13), (5, 44)],
        ),
    ],
)
def test_an_expression_that_does_not_compile(check: Check, content: str, expected: list[tuple[int, int]]) -> None:
    assert sorted(faults(check, content)) == [("SCH004", *place) for place in expected]


@pytest.mark.parametrize(
    "content",
    [
        '<sch:let name="v" value="1 +"/><sch:pattern><sch:rule context="b"><sch:assert test="$v"/></sch:rule></sch:pattern>',
        '<sch:pattern><sch:let name="v" value="1 +"/><sch:rule context="b[$v]"><sch:assert test="0"/></sch:rule></sch:pattern>',
        '<sch:pattern><sch:rule context="b"><sch:let name="v" value="1 +"/><sch:assert test="$v"/></sch:rule></sch:pattern>',
    ],
)
def test_what_uses_a_faulty_variable_is_not_at_fault(check: Check, content: str) -> None:
    assert [(code, line) for code, line, _ in faults(check, content)] == [("SCH004", 3)]


def test_a_faulty_message_loses_that_part_only(check: Check) -> None:
    found = check(pattern(rule("b", 'n is <sch:value-of select="("/>, see')), DOCUMENT)
    assert [each.code.id for each in found.schema.diagnostics] == ["SCH004"]
    assert found.messages == ["n is , see"]


def test_a_faulty_subject_leaves_the_context(check: Check) -> None:
    content = (
        '<sch:pattern><sch:rule context="b"><sch:report test="1" subject="[">m</sch:report></sch:rule></sch:pattern>'
    )
    found = check(content, DOCUMENT)
    assert [each.code.id for each in found.schema.diagnostics] == ["SCH004"]
    assert found.places == [("m", 1, 4)]


def test_a_faulty_function(check: Check) -> None:
    content = """<sch:ns prefix="f" uri="urn:f"/><xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="f:f">
    <xsl:param name="x"/><xsl:sequence select="$y"/></xsl:function>"""
    assert [code for code, *_ in faults(check, content)] == ["SCH004"]


def test_the_message_names_the_expression_and_what_is_wrong(check: Check) -> None:
    found = check(
        pattern('<sch:rule context="b"><sch:assert test="$none"/></sch:rule>', before='<sch:let name="x" value="1"/>')
    )
    message = found.schema.diagnostics[0].message
    assert message.startswith("the expression “$none” does not compile: Variable $none has not been declared")
    assert found.schema.diagnostics[0].hint == "what it belongs to does not run; correct the expression"


def test_many_faults_are_found_in_bounded_time(check: Check) -> None:
    content = "".join(
        pattern(f'<sch:rule context="b"><sch:assert test="$v{number} = ("/></sch:rule>') for number in range(300)
    )
    found = check(content + GOOD, DOCUMENT)
    assert len(found.schema.diagnostics) == 300
    assert found.messages == ["good"]


@pytest.mark.parametrize(
    "expression",
    [
        "'",
        "&quot;",
        "(:",
        "(: (: :)",
        "$",
        "$$",
        "Q{",
        "{",
        "}",
        "]]",
        "\x85",
        "a\u2028b",
        "&lt;/x>",
        "]]&gt;",
        "--&gt;",
        "1e",
        "..",
        "@@",
    ],
)
def test_any_text_at_all_in_the_place_of_an_expression(check: Check, expression: str) -> None:
    content = pattern(f'<sch:rule context="b"><sch:assert test="{expression}"/></sch:rule>')
    found = check(content + GOOD, DOCUMENT)
    assert "good" in found.messages
    assert {each.code.id for each in found.schema.diagnostics} <= {"SCH004"}
