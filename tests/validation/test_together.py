"""Many documents: the findings of each by itself, and those that only all of them can tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.validation.edition import FAULTS, PERSONS, TOML, make, put

from teikit.project import Project
from teikit.validation import Options, validate_files
from teikit.validation.many import Findings

ALONE = Options(cached=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(make(tmp_path))
    return tmp_path


def validated(*paths: str, options: Options = ALONE) -> dict[str, list[str]]:
    """The codes of each path, which is that of the project where none is given."""
    return codes(validate_files(paths or documents(), options, jobs=1))


def documents() -> list[str]:
    return [path.as_posix() for path in Project.read(Path("teikit.toml")).documents()]


def codes(findings: list[Findings]) -> dict[str, list[str]]:
    return {finding.path: [each.code.id for each in finding.diagnostics] for finding in findings}


def test_a_pointer_into_another_file_is_followed(folder: Path) -> None:
    assert validated() == {"tei/letter.xml": [], "tei/registers/persons.xml": []}
    put(folder, "registers/persons.xml", PERSONS.replace('"li"', '"wang"'))
    assert validated() == {"tei/letter.xml": ["TEI002"], "tei/registers/persons.xml": ["TEI016"]}


def test_what_lies_across_files_stands_among_the_rest_in_order(folder: Path) -> None:
    put(folder, "letter.xml", '<p>\n<ref target="other.xml#none"/>\n<seg/></p>')
    put(folder, "other.xml", "<p/>")
    found = {each.path: each for each in validate_files(documents(), ALONE, jobs=1)}
    told = [(each.location.line, each.code.id) for each in found["tei/letter.xml"].diagnostics]
    assert told == [(2, "TEI002"), (3, "RNG012")]


def test_what_nothing_uses_is_told_only_where_all_is_there(folder: Path) -> None:
    put(folder, "letter.xml", "<p/>")
    assert validated()["tei/registers/persons.xml"] == ["TEI016"]
    assert validated("tei/registers/persons.xml") == {"tei/registers/persons.xml": []}
    assert validated("tei/registers/persons.xml", "tei/letter.xml")["tei/registers/persons.xml"] == ["TEI016"]


def test_a_part_of_a_project_knows_the_files_that_it_points_to(folder: Path) -> None:
    assert validated("tei/letter.xml") == {"tei/letter.xml": []}
    put(folder, "registers/persons.xml", PERSONS.replace('"li"', '"wang"'))
    assert validated("tei/letter.xml") == {"tei/letter.xml": ["TEI002"]}


def test_a_picture_that_nothing_shows_has_findings_of_its_own(folder: Path) -> None:
    (folder / "tei/pictures").mkdir()
    for name in ("shown.png", "left.png"):
        (folder / "tei/pictures" / name).touch()
    body = '<figure><bibl type="credit">Li</bibl><graphic url="pictures/{}.png"/></figure>'
    put(folder, "letter.xml", body.format("shown"))
    assert validated() | {"tei/registers/persons.xml": []} == {
        "tei/letter.xml": [],
        "tei/registers/persons.xml": [],
        "tei/pictures/left.png": ["TEI014"],
    }
    put(folder, "other.xml", body.format("left"))
    assert "tei/pictures/left.png" not in validated()


def test_what_is_told_across_files_is_graded(folder: Path) -> None:
    put(folder, "letter.xml", "<p/>")
    (folder / "teikit.toml").write_text(f'{TOML}[severity]\nunused-entry = "error"\n')
    [told] = validate_files(documents(), ALONE, jobs=1)[1].diagnostics
    assert (told.code.name, told.severity.value) == ("unused-entry", "error")
    (folder / "teikit.toml").write_text(f'{TOML}[severity]\nTEI016 = "off"\n')
    assert validated()["tei/registers/persons.xml"] == []


def test_projects_beside_each_other_do_not_mix(folder: Path) -> None:
    for name in ("one", "two"):
        make(folder / name)
        put(folder / name, "letter.xml", "<p/>")
    (folder / "one/teikit.toml").write_text(f'{TOML}[severity]\nunused-entry = "off"\n')
    paths = [f"{name}/tei/{file}" for name in ("one", "two") for file in ("letter.xml", "registers/persons.xml")]
    assert [*validated(*paths).values()] == [[], [], [], ["TEI016"]]


def test_a_broken_teikit_toml_stops_only_its_own_files(folder: Path) -> None:
    make(folder / "one")
    (folder / "one/teikit.toml").write_text("titel = 1")
    broken, fine = validate_files(["one/tei/letter.xml", "tei/letter.xml"], ALONE, jobs=1)
    assert broken.path == "one/tei/letter.xml"
    assert broken.failure is not None
    assert "unknown key “titel”" in broken.failure.message
    assert (fine.path, fine.diagnostics, fine.failure) == ("tei/letter.xml", (), None)


def test_an_unreadable_document_leaves_the_others(folder: Path) -> None:
    (folder / "tei/broken.xml").write_text("<TEI")
    assert validated()["tei/broken.xml"] == ["XML003"]
    assert validated()["tei/letter.xml"] == []
    [gone, _] = validate_files(["tei/gone.xml", "tei/letter.xml"], ALONE, jobs=1)
    assert gone.failure is not None
    assert not gone.checked


def test_a_faulty_schema_is_a_failure_of_each_file_and_the_rest_is_said(folder: Path) -> None:
    put(folder, "faulty.xml", FAULTS)
    (folder / "schema/my.rnc").write_text("start = missing")
    found = {each.path: each for each in validate_files(documents(), ALONE, jobs=1)}
    assert [each.code.id for each in found["tei/faulty.xml"].diagnostics] == [
        "RNS030",
        "XSD008",
        "SCH:quoted",
        "TEI002",
    ]
    assert [each.code.id for each in found["tei/letter.xml"].diagnostics] == ["RNS030"]
    assert not any(each.checked for each in found.values())


def test_processes_and_order_change_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from teikit import parallel

    for number in range(20):
        put(folder, f"letter{number}.xml", FAULTS if number % 2 else f'<ref target="letter{number - 1}.xml#none"/>')
    one = codes(validate_files(documents(), ALONE, jobs=1))
    monkeypatch.setattr(parallel, "SMALL", 0)
    assert codes(validate_files(documents(), ALONE, jobs=2)) == one
    backwards = codes(validate_files(documents()[::-1], ALONE, jobs=2))
    assert backwards == one
    assert [*backwards] == documents()[::-1]
