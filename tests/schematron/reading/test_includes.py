"""Files that are put into a schema, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.schematron.conftest import Check, pattern, rule

SCH = 'xmlns:sch="http://purl.oclc.org/dsdl/schematron"'


def part(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content.replace("<sch:", "<sch:", 1).replace(">", f" {SCH}>", 1), "utf-8")


@pytest.mark.parametrize(
    ("where", "what"),
    [
        ('<sch:include href="x.sch"/>', pattern(rule("a", "m"))),
        ('<sch:pattern><sch:include href="x.sch"/></sch:pattern>', rule("a", "m")),
        (
            '<sch:pattern><sch:rule context="a"><sch:include href="x.sch"/></sch:rule></sch:pattern>',
            '<sch:report test="1">m</sch:report>',
        ),
        ('<sch:pattern><sch:rule context="a"><sch:extends href="x.sch"/></sch:rule></sch:pattern>', rule("zzz", "m")),
        (
            '<sch:let name="m" value="1"/><sch:include href="x.sch#q"/>',
            f'<sch:x>{pattern(rule("a", "no"))}<sch:pattern id="q">{rule("a", "m")}</sch:pattern></sch:x>',
        ),
    ],
)
def test_included_at_every_level(check: Check, tmp_path: Path, where: str, what: str) -> None:
    part(tmp_path, "x.sch", what)
    found = check(where)
    assert found.schema.diagnostics == ()
    assert found.messages == ["m"]


def test_a_fault_in_an_included_file_has_its_place_there(check: Check, tmp_path: Path) -> None:
    part(tmp_path, "x.sch", '<sch:pattern>\n<sch:rule context="a"><sch:assert test="("/></sch:rule></sch:pattern>')
    found = check('<sch:include href="x.sch"/>')
    assert [
        (Path(each.location.path).name, each.location.line, each.location.column) for each in found.schema.diagnostics
    ] == [("x.sch", 2, 35)]


@pytest.mark.parametrize(
    "href",
    [
        "none.sch",
        "http://127.0.0.1:9/x.sch",
        "//127.0.0.1/x",
        "bad.sch",
        "schema.sch",
        "#none",
        "x.sch#none",
        "",
        ".",
        "a\u0000b"[:1],
    ],
)
def test_a_file_that_is_not_to_be_had(check: Check, tmp_path: Path, href: str) -> None:
    (tmp_path / "bad.sch").write_text("<x>")
    part(tmp_path, "x.sch", "<sch:pattern/>")
    found = check(f'<sch:include href="{href}"/>' + pattern(rule("a", "good")))
    assert len(found.schema.diagnostics) == 1
    assert found.schema.diagnostics[0].code.id in ("SCH008", "SCH009", "XML008", "XML003")
    assert found.messages == ["good"]


def test_files_that_include_one_another(check: Check, tmp_path: Path) -> None:
    part(tmp_path, "x.sch", '<sch:pattern><sch:include href="y.sch"/></sch:pattern>')
    part(tmp_path, "y.sch", '<sch:rule context="a"><sch:extends href="x.sch"/></sch:rule>')
    found = check('<sch:include href="x.sch"/>' + pattern(rule("a", "good")))
    assert {each.code.id for each in found.schema.diagnostics} == {"SCH009"}
    assert found.messages == ["good"]


def test_many_inclusions_are_bounded(check: Check, tmp_path: Path) -> None:
    for number in range(12):
        inside = f'<sch:extends href="x{number + 1}.sch"/>' * 3
        part(tmp_path, f"x{number}.sch", f'<sch:rule context="a">{inside}</sch:rule>')
    part(tmp_path, "x12.sch", '<sch:rule context="a"><sch:report test="1">m</sch:report></sch:rule>')
    found = check('<sch:pattern><sch:include href="x0.sch"/></sch:pattern>' + pattern(rule("a", "good")))
    assert "good" in found.messages
    assert "SCH009" in {each.code.id for each in found.schema.diagnostics}


def test_abstract_rules_that_extend_one_another_for_ever(check: Check) -> None:
    content = pattern(
        '<sch:rule abstract="true" id="x"><sch:extends rule="y"/><sch:extends rule="y"/></sch:rule>'
        '<sch:rule abstract="true" id="y"><sch:extends rule="x"/><sch:extends rule="x"/></sch:rule>'
        '<sch:rule context="a"><sch:extends rule="x"/></sch:rule>'
    )
    found = check(content + pattern(rule("a", "good")))
    assert "SCH008" in {each.code.id for each in found.schema.diagnostics}
    assert found.messages == ["good"]
