"""`teikit.toml`: found upwards, read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.checks import doctype, unreferenced_image, unused_entry
from teikit.diagnostics import Diagnostic, Location, Severity, TeikitError
from teikit.project import Conventions, Project, find
from teikit.registers import PrefixDef


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


def project(folder: Path, text: str) -> Project:
    (folder / "teikit.toml").write_text(text, "utf-8")
    return Project.read(folder / "teikit.toml")


def test_everything_may_be_left_out(tmp_path: Path) -> None:
    found = project(tmp_path, "")
    assert found == Project(tmp_path, tmp_path.name, tmp_path)
    assert found.conventions() == Conventions()


def test_every_key_has_its_value(tmp_path: Path) -> None:
    found = project(
        tmp_path,
        'title = "T"\nsource = "tei"\ndocuments = ["letters/*.xml"]\nregisters = ["r/*.xml"]\n'
        'catalogs = ["c/catalog.xml"]\nlanguages = ["en", "zh-Hant"]\ndemand_refs = ["persName"]\nodd = "x.odd"\n'
        'outputs = ["html"]\n[prefixes]\nperson = "r/persons.xml#$1"\nn = { pattern = "n(.+)", replacement = "#$1" }\n'
        '[severity]\nTEI014 = "off"\nunused-entry = "warning"\n',
    )
    base = (tmp_path / "teikit.toml").as_uri()
    assert found == Project(
        root=tmp_path,
        title="T",
        source=tmp_path / "tei",
        registers=("r/*.xml",),
        document_globs=("letters/*.xml",),
        catalogs=(tmp_path / "c/catalog.xml",),
        prefixes=(PrefixDef("person", "(.*)", "r/persons.xml#$1", base), PrefixDef("n", "n(.+)", "#$1", base)),
        languages=("en", "zh-Hant"),
        demand_refs=("persName",),
        odd=tmp_path / "x.odd",
        severities=(("TEI014", "off"), ("unused-entry", "warning")),
        outputs=("html",),
    )


def test_a_prefix_is_relative_to_the_root(tmp_path: Path) -> None:
    (prefix,) = project(tmp_path, '[prefixes]\nperson = "tei/persons.xml#$1"\n').prefixes
    assert prefix.expand("mary") == (tmp_path / "tei/persons.xml").as_uri() + "#mary"


def test_the_documents_are_the_globs_and_the_registers(tmp_path: Path) -> None:
    for name in ("letters/a.xml", "letters/b.xml", "drafts/c.xml", "r/p.xml", "letters/.d.xml", ".old/letters/e.xml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<a/>")
    some = project(tmp_path, 'documents = ["letters/*.xml"]\nregisters = ["r/*.xml"]\n')
    assert [file.relative_to(tmp_path).as_posix() for file in some.documents()] == [
        "letters/a.xml",
        "letters/b.xml",
        "r/p.xml",
    ]
    everything = project(tmp_path, "")
    assert [file.name for file in everything.documents()] == ["c.xml", "a.xml", "b.xml", "p.xml"]


def test_severities_are_the_project_s(tmp_path: Path) -> None:
    found = project(tmp_path, '[severity]\nTEI014 = "off"\nunused-entry = "warning"\ndangling-pointer = "error"\n')
    said = [Diagnostic.of(each.CODE, Location("a.xml"), "x") for each in (unreferenced_image, unused_entry, doctype)]
    assert [(each.code.id, each.severity) for each in found.judged(said)] == [
        ("TEI016", Severity.WARNING),
        ("TEI028", Severity.INFO),
    ]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ('langages = ["en"]', "unknown key “langages”", "did you mean “languages”?"),
        ('languages = "en"', "“languages” must be a list", None),
        ("languages = [1]", "“languages” must be a list of strings", None),
        ('prefixes = ["a"]', "“prefixes” must be a table", None),
        ("[prefixes]\na = 1", "“prefixes.a” must be a URI with $1", 'write it as person = "registers/persons.xml#$1"'),
        ('[prefixes]\na = { patern = "x", replacement = "y" }', "unknown key “prefixes.a.patern”", "“pattern”"),
        ('[severity]\nTEI001 = "fatal"', "“severity.TEI001” must be one of error, warning, info, off", None),
        ('outputs = ["htm"]', "“htm” in “outputs” is not known", "did you mean “html”?"),
        ('documents = ["../*.xml"]', "“../*.xml” in “documents” is no glob", "letters/**/*.xml"),
        ('registers = ["/etc/*.xml"]', "“/etc/*.xml” in “registers” is no glob", "letters/**/*.xml"),
        ('documents = ["a/**b.xml"]', "“a/**b.xml” in “documents” is no glob", "letters/**/*.xml"),
        ('documents = [""]', "“” in “documents” is no glob", "letters/**/*.xml"),
    ],
)
def test_what_is_wrong_is_said_with_a_way_out(tmp_path: Path, text: str, message: str, hint: str | None) -> None:
    with pytest.raises(TeikitError) as caught:
        project(tmp_path, text)
    assert message in caught.value.message
    assert hint is None or hint in (caught.value.hint or "")
