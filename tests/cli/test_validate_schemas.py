"""`teikit validate`: which schemas and documents its options choose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.validation.edition import FAULTS, GRAMMAR, RULES, XSD, make, put

ADDRESS = "https://example.org/a.rnc"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(make(tmp_path))
    return tmp_path


def codes(run: Run, *arguments: str) -> list[str]:
    return [each["code"] for each in json.loads(run("validate", "--format", "json", *arguments).out)]


def test_without_a_path_the_project_around_is_checked(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "faulty.xml", FAULTS)
    (folder / "draft.xml").write_text("<draft>")
    said = run("validate", "--format", "concise")
    assert said.err == "3 files: 4 errors\n"
    assert {line.partition(":")[0] for line in said.out.splitlines()} == {"tei/faulty.xml"}
    monkeypatch.chdir(folder / "tei/registers")
    said = run("validate", "--format", "concise")
    assert {Path(line.partition(":")[0]).resolve() for line in said.out.splitlines()} == {folder / "tei/faulty.xml"}


def test_without_a_path_and_a_project_there_is_nothing_to_check(run: Run, folder: Path) -> None:
    (folder / "teikit.toml").unlink()
    said = run("validate")
    assert (said.status, said.out) == (2, "")
    assert "there is no teikit.toml here or above: name a file or a folder to validate" in said.err
    (folder / "teikit.toml").write_text('source = "none"')
    said = run("validate")
    assert said.status == 2
    assert "teikit.toml: the project has no documents" in said.err


def test_given_schemas_take_the_place_of_those_of_the_project(run: Run, folder: Path) -> None:
    put(folder, "faulty.xml", FAULTS)
    (folder / "any.rnc").write_text(GRAMMAR.replace(" - seg", ""))
    (folder / "any.xsd").write_text(XSD.replace("xs:integer", "xs:string"))
    (folder / "one.sch").write_text(RULES.replace("quoted", "one"))
    (folder / "two.sch").write_text(RULES.replace("quoted", "two"))
    file = "tei/faulty.xml"
    assert codes(run, file) == ["RNG012", "XSD008", "SCH:quoted", "TEI002"]
    assert codes(run, file, "--schema", "any.rnc") == ["XSD008", "SCH:quoted", "TEI002"]
    assert codes(run, file, "--xsd", "any.xsd") == ["RNG012", "SCH:quoted", "TEI002"]
    both = ("--schematron", "one.sch", "--schematron", "two.sch")
    assert codes(run, file, *both) == ["RNG012", "XSD008", "SCH:one", "SCH:two", "TEI002"]


def test_phase(run: Run, folder: Path) -> None:
    put(folder, "two.xml", "<q>No</q>\n<name>Li</name>")
    assert codes(run, "tei/two.xml") == ["SCH:quoted", "SCH:named"]
    assert codes(run, "tei/two.xml", "--phase", "quick") == ["SCH:quoted"]
    said = run("validate", "tei/two.xml", "--phase", "none")
    assert said.status == 2
    assert "there is no phase “none”" in said.err
    assert "there are: #ALL, #DEFAULT, quick" in said.err


def test_catalog_and_group(run: Run, folder: Path) -> None:
    (folder / "teikit.toml").unlink()
    (folder / "catalog.xml").write_text(
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
        f'<uri name="{ADDRESS}" uri="schema/my.rnc"/></catalog>'
    )
    put(folder, "a.xml", "<seg/>", f'<?xml-model href="{ADDRESS}" group="strict"?>')
    assert codes(run, "tei/a.xml", "--catalog", "catalog.xml") == ["RNG001"]
    assert codes(run, "tei/a.xml", "--group", "strict") == ["RNG002"]
    assert codes(run, "tei/a.xml", "--group", "strict", "--catalog", "catalog.xml") == ["RNG012"]


@pytest.mark.parametrize("option", ["--schema", "--schematron", "--xsd", "--catalog"])
def test_a_file_that_is_not_there_is_said_before_the_work_begins(run: Run, folder: Path, option: str) -> None:
    said = run("validate", "tei", option, "none.xml")
    assert (said.status, said.out) == (2, "")
    assert f"{option}: there is no file “none.xml”" in said.err


@pytest.mark.parametrize(
    ("arguments", "layer"),
    [
        (("--layer", "rng", "--xsd", "schema/my.xsd"), "xsd"),
        (("--layer", "rng", "--schematron", "schema/my.sch"), "schematron"),
        (("--layer", "checks", "--phase", "quick"), "schematron"),
        (("--format", "svrl", "--xsd", "schema/my.xsd"), "xsd"),
    ],
)
def test_an_option_of_a_layer_that_does_not_run_is_refused(
    run: Run, folder: Path, arguments: tuple[str, ...], layer: str
) -> None:
    said = run("validate", "tei", *arguments)
    assert (said.status, said.out) == (2, "")
    assert f"is for the layer {layer}, which does not run" in said.err


def test_svrl_says_beside_the_report_what_it_has_no_place_for(run: Run, folder: Path) -> None:
    (folder / "schema/my.sch").write_text(RULES.replace("@who", "@who and xs:boolean('1')"))
    put(folder, "two.xml", "<q>No</q>")
    said = run("validate", "--format", "svrl")
    assert said.out.count("<svrl:failed-assert ") == 1
    assert "warning[SCH006]" in said.err
    assert "SCH:quoted" not in said.err
    assert "SCH006" not in run("validate", "--format", "svrl", "--quiet").err
