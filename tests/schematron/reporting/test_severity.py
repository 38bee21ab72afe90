"""Roles and severities."""

# ruff: noqa: E501 (one case, one line of XML)

from __future__ import annotations

import pytest
from tests.schematron.conftest import Check

from teikit.schematron.reporting.severity import severity_of


@pytest.mark.parametrize(
    ("role", "severity"),
    [
        ("", "error"),
        ("fatal", "error"),
        ("error", "error"),
        ("ERROR", "error"),
        ("something of their own", "error"),
        ("warn", "warning"),
        ("Warning", "warning"),
        (" warning ", "warning"),
        ("nonfatal", "warning"),
        ("info", "info"),
        ("INFORMATION", "info"),
        ("hint", "info"),
    ],
)
def test_a_role_means_a_severity(role: str, severity: str) -> None:
    assert severity_of(role).value == severity


@pytest.mark.parametrize(
    ("pattern", "rule", "assertion", "severity"),
    [
        ("", "", "", "error"),
        ('role="info"', "", "", "info"),
        ('role="info"', 'role="warn"', "", "warning"),
        ('role="info"', 'role="warn"', 'role="error"', "error"),
        ("", 'role="warn"', 'flag="info"', "warning"),
        ("", "", 'flag="info"', "error"),
        ("", "", 'role="{name()}"', "warning"),
    ],
)
def test_the_nearest_role_counts_and_flag_does_not(
    check: Check, pattern: str, rule: str, assertion: str, severity: str
) -> None:
    content = (
        f'<sch:pattern {pattern}><sch:rule context="warning" {rule}>'
        f'<sch:assert test="0" {assertion}>a</sch:assert><sch:report test="1" {assertion}>r</sch:report></sch:rule></sch:pattern>'
    )
    assert [each.severity.value for each in check(content, "<warning/>").found] == [severity, severity]


def test_an_abstract_rule_brings_its_role(check: Check) -> None:
    content = (
        '<sch:pattern><sch:rule abstract="true" id="r" role="info"><sch:assert test="0">m</sch:assert></sch:rule>'
        '<sch:rule context="a" role="warn"><sch:extends rule="r"/><sch:assert test="0">own</sch:assert></sch:rule></sch:pattern>'
    )
    assert {each.message: each.severity.value for each in check(content).found} == {"m": "info", "own": "warning"}
