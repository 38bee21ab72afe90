"""The examples of the pages are true."""

# ruff: noqa: E501 (one case, one line)

from __future__ import annotations

from pathlib import Path

import pytest
from tests.schematron.conftest import pattern, rule, write

from teikit.diagnostics import Code, SchemaError
from teikit.schematron import Schematron, codes
from teikit.xml import load

RULES = {
    "SCH001": '<sch:rule context="tei:date"><sch:assert test="@when">m</sch:assert></sch:rule>',
    "SCH002": rule("tei:date", "m", test="@when and @from"),
    "SCH005": '<sch:rule context="tei:date"><sch:assert test="xs:date(@when) lt current-date()">m</sch:assert></sch:rule>',
    "SCH010": rule("tei:date[xs:date(@when) gt current-date()]", "m"),
}
"""The rules with which documents are tried, as the pages give them."""
NS = '<sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/><sch:ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'


@pytest.mark.parametrize("code", [each for each in codes.CODES if each.id in RULES], ids=lambda code: code.id)
def test_examples_of_documents(code: Code, tmp_path: Path) -> None:
    schema = Schematron.from_file(write(tmp_path, NS + pattern(RULES[code.id])), cached=False)
    assert schema.diagnostics == ()
    for example, expected in ((code.page.wrong, [code.id]), (code.page.right, [])):
        document = load(f'<p xmlns="http://www.tei-c.org/ns/1.0">{example}</p>'.encode())
        assert [each.code.id for each in schema.iter_diagnostics(document)] == expected


@pytest.mark.parametrize("code", [each for each in codes.CODES if each.id not in RULES], ids=lambda code: code.id)
def test_examples_of_schemas(code: Code, tmp_path: Path) -> None:
    assert faults(tmp_path, code.page.wrong) == [code.id]
    assert faults(tmp_path, code.page.right) == []


def faults(folder: Path, schema: str) -> list[str]:
    (folder / "example.sch").write_text(schema, "utf-8")
    try:
        return [each.code.id for each in Schematron.from_file(folder / "example.sch", cached=False).diagnostics]
    except SchemaError as error:
        return [each.code.id for each in error.diagnostics]
