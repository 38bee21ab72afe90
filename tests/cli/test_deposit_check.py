"""`teikit deposit check`: the table, the findings in every form, the exit status."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.cli.conftest import Run
from tests.deposit.targets.complete import LETTER, edition

from teikit.deposit.targets import read

NO_LICENCE = LETTER.replace("<availability>", "<!--").replace("</availability>", "-->")


def test_a_complete_edition(tmp_path: Path, run: Run) -> None:
    said = run("deposit", "check", edition(tmp_path))
    assert said.status == 0
    assert said.out.startswith("What a repository asks\n")
    assert "missing" not in said.out
    assert "24 of 24 met\n" in said.out
    assert said.err == "1 file: nothing to report\n"


def test_the_table_says_what_is_missing_and_where_to_mend_it(tmp_path: Path, run: Run) -> None:
    folder = edition(tmp_path, {"tei/letter.xml": NO_LICENCE, "README.md": None})
    said = run("deposit", "check", folder, "--for", "zenodo")
    assert said.status == 1
    rows = said.out.splitlines()
    row = next(at for at, each in enumerate(rows) if "The record has a licence." in each)
    assert rows[row].startswith("missing       must    The record has a licence.  ")
    assert rows[row].endswith(f"  {folder}/tei/letter.xml:10")
    assert '→ write <licence target="https://' in rows[row + 1]
    assert any(
        each.startswith("missing       should  A README lies beside the documents.\N{NO-BREAK SPACE}°") for each in rows
    )
    assert "1 missing that must be there, 1 missing that should be there" in said.out
    assert "° Zenodo takes files of any kind" in said.out
    assert "error[DEP048]" in said.out
    assert "warning[DEP056]" in said.out


def test_every_requirement_and_source_is_in_the_table(tmp_path: Path, run: Run) -> None:
    said = run("deposit", "check", edition(tmp_path), "--for", "arche")
    words = " ".join(said.out.replace("°", "").split())
    for each in read("arche").requirements:
        assert each.asks in words
        assert each.url in said.out


def test_what_only_should_be_there_is_a_warning(tmp_path: Path, run: Run) -> None:
    folder = edition(tmp_path, {"README.md": None})
    assert run("deposit", "check", folder).status == 0
    assert run("deposit", "check", folder, "--strict").status == 1


def test_without_a_path_the_project_around(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(edition(tmp_path, {"tei/letter.xml": NO_LICENCE}) / "tei")
    said = run("deposit", "check", "--format", "concise")
    assert said.status == 1
    assert "../tei/letter.xml:10:1" in said.out or "letter.xml:10:1" in said.out


def test_json(tmp_path: Path, run: Run) -> None:
    said = run("deposit", "check", edition(tmp_path, {"tei/letter.xml": NO_LICENCE}), "--format", "json")
    (only,) = json.loads(said.out)
    assert (only["code"], only["severity"], only["layer"], only["line"]) == ("DEP048", "error", "deposit", 10)
    assert said.status == 1


def test_sarif_knows_the_rule(tmp_path: Path, run: Run) -> None:
    said = run("deposit", "check", edition(tmp_path, {"tei/letter.xml": NO_LICENCE}), "--format", "sarif")
    (ran,) = json.loads(said.out)["runs"]
    assert [each["ruleId"] for each in ran["results"]] == ["DEP048"]
    assert "DEP048" in [each["id"] for each in ran["tool"]["driver"]["rules"]]


@pytest.mark.parametrize("format_", ["concise", "github"])
def test_plain_forms(tmp_path: Path, run: Run, format_: str) -> None:
    said = run("deposit", "check", edition(tmp_path, {"tei/letter.xml": NO_LICENCE}), "--format", format_)
    (line,) = said.out.splitlines()
    assert "DEP048" in line
    assert "What a repository asks" not in said.out


def test_junit(tmp_path: Path, run: Run) -> None:
    said = run("deposit", "check", edition(tmp_path, {"tei/letter.xml": NO_LICENCE}), "--format", "junit")
    assert "DEP048" in "".join(ElementTree.fromstring(said.out.encode()).itertext()) or "DEP048" in said.out


def test_ignored_and_known_findings(tmp_path: Path, run: Run) -> None:
    folder = edition(tmp_path, {"tei/letter.xml": NO_LICENCE})
    assert run("deposit", "check", folder, "--ignore", "DEP048").status == 0
    baseline = tmp_path / "known.json"
    run("deposit", "check", folder, "--baseline", baseline, "--write-baseline")
    said = run("deposit", "check", folder, "--baseline", baseline)
    assert said.status == 0
    assert "1 known" in said.err


def test_no_such_target_and_no_such_folder(tmp_path: Path, run: Run) -> None:
    assert run("deposit", "check", edition(tmp_path), "--for", "nowhere").status == 2
    said = run("deposit", "check", tmp_path / "none")
    assert said.status == 2
    assert "no such file or folder" in said.err


def test_a_name_with_a_line_end_does_not_forge_a_row(tmp_path: Path, run: Run) -> None:
    folder = edition(tmp_path, {"tei/a\nmet           must    All is well.xml": LETTER})
    said = run("deposit", "check", folder)
    assert said.status == 1
    assert not any(each.startswith("met           must    All is well") for each in said.out.splitlines())
