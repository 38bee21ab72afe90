"""Phases: which patterns run."""

# ruff: noqa: E501 (one case, one line of XML)
from __future__ import annotations

import pytest
from tests.schematron.conftest import Check, rule

from teikit.diagnostics import TeikitError

PATTERNS = "".join(f'<sch:pattern id="{each}">{rule("a", each)}</sch:pattern>' for each in ("p", "q", "r"))
PHASES = (
    '<sch:phase id="one"><sch:active pattern="p"/></sch:phase>'
    '<sch:phase id="two"><sch:active pattern="q"/><sch:active pattern="r"/></sch:phase>'
)
DEFAULT = 'defaultPhase="two" queryBinding="xslt2"'


@pytest.mark.parametrize(
    ("phase", "attributes", "expected"),
    [
        (None, "", ["p", "q", "r"]),
        ("#ALL", "", ["p", "q", "r"]),
        ("#DEFAULT", "", ["p", "q", "r"]),
        ("one", "", ["p"]),
        ("two", "", ["q", "r"]),
        (None, DEFAULT, ["q", "r"]),
        ("#DEFAULT", DEFAULT, ["q", "r"]),
        ("#ALL", DEFAULT, ["p", "q", "r"]),
        ("one", DEFAULT, ["p"]),
        (None, 'defaultPhase="#ALL"', ["p", "q", "r"]),
    ],
)
def test_a_phase_selects_patterns(check: Check, phase: str | None, attributes: str, expected: list[str]) -> None:
    found = check(PHASES + PATTERNS, phase=phase, attributes=attributes)
    assert found.schema.diagnostics == ()
    assert sorted(found.messages) == expected


def test_an_unknown_phase_is_an_error_that_names_those_there_are(check: Check) -> None:
    with pytest.raises(TeikitError) as caught:
        check(PHASES + PATTERNS, phase="three")
    assert "“three”" in caught.value.message
    assert caught.value.hint == "there are: #ALL, #DEFAULT, one, two"


def test_an_unknown_default_phase_is_reported_and_all_runs(check: Check) -> None:
    found = check(PHASES + PATTERNS, attributes='defaultPhase="three"')
    assert [(each.code.id, each.location.line) for each in found.schema.diagnostics] == [("SCH007", 1)]
    assert sorted(found.messages) == ["p", "q", "r"]


def test_a_phase_that_names_no_pattern(check: Check) -> None:
    found = check('\n<sch:phase id="x">\n<sch:active pattern="z"/></sch:phase>' + PATTERNS, phase="x")
    assert [(each.code.id, each.location.line) for each in found.schema.diagnostics] == [("SCH007", 4)]
    assert found.messages == []


def test_a_variable_of_a_phase(check: Check) -> None:
    content = (
        '<sch:phase id="x"><sch:let name="n" value="count(//a)"/><sch:active pattern="p"/></sch:phase>'
        '<sch:pattern id="p"><sch:rule context="a[$n = 1]"><sch:report test="$n = 1">m</sch:report></sch:rule></sch:pattern>'
    )
    assert check(content, phase="x").messages == ["m"]


def test_a_phase_may_begin_at_some_nodes(check: Check) -> None:
    content = (
        '<sch:phase id="x" from="b"><sch:active pattern="p"/></sch:phase>'
        f'<sch:pattern id="p">{rule("@n", "n")}{rule("*", "e")}</sch:pattern>'
    )
    found = check(content, "<a n='0'><b n='1'><c/></b><c n='2'/></a>", phase="x")
    assert found.places == [("e", 1, 10), ("n", 1, 13), ("e", 1, 19)]
