"""Abstract patterns and rules."""

# ruff: noqa: E501 (one case, one line of XML)

from __future__ import annotations

import pytest
from tests.schematron.conftest import Check, pattern, rule


def instance(parameters: dict[str, str]) -> str:
    inside = "".join(f'<sch:param name="{name}" value="{value}"/>' for name, value in parameters.items())
    return f'<sch:pattern is-a="p">{inside}</sch:pattern>'


def abstract(content: str) -> str:
    return f'<sch:pattern abstract="true" id="p">{content}</sch:pattern>'


@pytest.mark.parametrize(
    ("template", "parameters", "expected"),
    [
        (rule("$e", "m"), {"e": "b"}, ["m", "m"]),
        (rule("$e[@n = $v]", "$e <sch:value-of select='$v'/>"), {"e": "b", "v": "'1'"}, ["$e 1"]),
        # The value of a parameter may hold a variable, and a name that is another's beginning is another name.
        (
            rule("b", "<sch:value-of select='$x, $xy'/>", '<sch:let name="v" value="7"/>'),
            {"x": "$v", "xy": "@n"},
            ["7 1", "7 2"],
        ),
        (rule("b", "<sch:value-of select='$x'/>", '<sch:let name="y" value="3"/>'), {"x": "$y", "y": "4"}, ["3", "3"]),
        (rule("b", "<sch:value-of select='$x-y'/>", '<sch:let name="x-y" value="3"/>'), {"x": "4"}, ["3", "3"]),
        (rule("b", "<sch:name path='$x'/>"), {"x": "name(..)"}, ["a", "a"]),
        (rule("b", "<sch:value-of select='$x'/>"), {"x": "'\\1 $0 \\g&lt;0&gt;'"}, ["\\1 $0 \\g<0>"] * 2),
    ],
)
def test_parameters(check: Check, template: str, parameters: dict[str, str], expected: list[str]) -> None:
    found = check(abstract(template) + instance(parameters), "<a><b n='1'/><b n='2'/></a>")
    assert found.schema.diagnostics == ()
    assert found.messages == expected


def test_an_abstract_pattern_is_used_as_often_as_one_likes(check: Check) -> None:
    let = '<sch:let name="n" value="count(//$e)"/>'
    content = abstract(let + rule("$e", "<sch:value-of select='$n'/>")) + instance({"e": "b"}) + instance({"e": "a"})
    assert check(content, "<a><b/><b/></a>").messages == ["1", "2", "2"]


def test_an_abstract_pattern_alone_does_not_run(check: Check) -> None:
    found = check(abstract(rule("a", "m")))
    assert found.schema.is_empty
    assert found.messages == []


def test_default_values(check: Check) -> None:
    content = abstract('<sch:param name="e" value="b"/>' + rule("$e", "$e")) + instance({}) + instance({"e": "a"})
    assert check(content, "<a><b/></a>").places == [("$e", 1, 1), ("$e", 1, 4)]


def test_a_missing_abstract_pattern_is_reported_once(check: Check) -> None:
    found = check(instance({}) + instance({}) + pattern(rule("a", "good")))
    assert [(each.code.id, each.location.line, each.location.column) for each in found.schema.diagnostics] == [
        ("SCH008", 2, 14)
    ]
    assert found.messages == ["good"]


def test_abstract_rules(check: Check) -> None:
    content = pattern(
        '<sch:rule abstract="true" id="x"><sch:let name="v" value="name()"/><sch:report test="1">x <sch:value-of select="$v"/></sch:report></sch:rule>'
        '<sch:rule abstract="true" id="y"><sch:extends rule="x"/><sch:report test="1">y</sch:report></sch:rule>'
        '<sch:rule context="b"><sch:extends rule="y"/><sch:report test="$v = \'b\'">own</sch:report></sch:rule>'
        '<sch:rule context="*"><sch:extends rule="x"/></sch:rule>'
    )
    assert sorted(check(content, "<a><b/></a>").messages) == ["own", "x a", "x b", "y"]


@pytest.mark.parametrize(
    ("content", "column"),
    [
        ('<sch:pattern><sch:rule context="a"><sch:extends rule="none"/></sch:rule></sch:pattern>', 49),
        ('<sch:pattern><sch:rule context="a"/></sch:pattern><sch:assert test="1"/>', 51),
        ('<sch:pattern><sch:rule><sch:assert test="1"/></sch:rule></sch:pattern>', 14),
        ('<sch:pattern><sch:rule context="a"><sch:assert>m</sch:assert></sch:rule></sch:pattern>', 36),
        ('<sch:pattern><sch:rule context="a"><sch:assrt test="1"/></sch:rule></sch:pattern>', 36),
        ('<sch:pattern><sch:rule context="a"><sch:report test="0" diagnostics="d"/></sch:rule></sch:pattern>', 57),
        ('<sch:pattern><sch:let value="1"/></sch:pattern>', 14),
        ("<sch:patern/>", 1),
    ],
)
def test_what_cannot_be_understood_is_reported_and_the_rest_runs(check: Check, content: str, column: int) -> None:
    found = check(content + pattern(rule("a", "good")))
    assert [(each.code.id, each.location.line, each.location.column) for each in found.schema.diagnostics] == [
        ("SCH008", 2, column)
    ]
    assert "good" in found.messages
