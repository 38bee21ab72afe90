"""`teikit.toml`: found upwards, read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.diagnostics import TeikitError
from teikit.project import Project, find


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "tei" / "registers").mkdir(parents=True)
    (tmp_path / "tei" / "registers" / "persons.xml").write_text("<a/>")
    (tmp_path / "teikit.toml").write_text(
        'title = "庫倫"\nsource = "tei"\n[[schema]]\nmatch = "tei/*/b?.xml"\nrng = "b.rng"\n'
        '[[schema]]\nmatch = "tei/**/*.xml"\nrng = "schemas/a.rng"\n',
        "utf-8",
    )
    return tmp_path


def test_it_is_found_upwards(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = find(root / "tei" / "registers")
    assert found is not None
    assert (found.root, found.title, found.source) == (root, "庫倫", root / "tei")
    assert find(root.parent) is None
    monkeypatch.chdir(root / "tei")
    relative = find(Path())
    assert relative is not None
    assert relative.source == Path("../tei"), "shown as the user would type it"
    assert [file.as_posix() for file in relative.register_files()] == ["../tei/registers/persons.xml"]


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("tei/a.xml", "schemas/a.rng"),
        ("tei/x/y/a.xml", "schemas/a.rng"),
        ("tei/x/b1.xml", "b.rng"),
        ("tei/x/b12.xml", "schemas/a.rng"),
        ("tei/x/y/b1.xml", "schemas/a.rng"),
        ("tei/a.txt", None),
        ("other/a.xml", None),
        ("../a.xml", None),
    ],
)
def test_the_first_glob_that_matches_chooses_the_schema(root: Path, path: str, schema: str | None) -> None:
    project = Project.read(root / "teikit.toml")
    rule = project.schemas_for(root / path)
    assert (rule.rng if rule else None) == (None if schema is None else root / schema)


def test_a_rule_names_schemas_of_every_kind(tmp_path: Path) -> None:
    file = tmp_path / "teikit.toml"
    file.write_text('[[schema]]\nmatch = "*.xml"\nschematron = "a.sch"\nxsd = "b.xsd"\nphase = "quick"\n')
    rule = Project.read(file).schemas_for(tmp_path / "x.xml")
    assert rule is not None
    assert (rule.rng, rule.schematron, rule.xsd, rule.phase) == (
        None,
        (tmp_path / "a.sch",),
        tmp_path / "b.xsd",
        "quick",
    )
    for text in ('match = "*.xml"', 'rng = "a.rng"', 'match = "*"\nschematron = [1]', 'match = "*"\nphase = "x"'):
        file.write_text(f"[[schema]]\n{text}\n")
        with pytest.raises(TeikitError, match=r"schema"):
            Project.read(file)


def test_an_empty_file_is_a_project(tmp_path: Path) -> None:
    (tmp_path / "teikit.toml").write_text("")
    project = Project.read(tmp_path / "teikit.toml")
    assert (project.title, project.source, project.registers) == (tmp_path.name, tmp_path, ("registers/*.xml",))
    assert (project.schemas, project.register_files()) == ((), [])


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TeikitError, match="cannot be read"):
        Project.read(tmp_path / "none.toml")
