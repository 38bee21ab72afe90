"""Verdicts that are kept: what has not changed is not examined again, and every change is noticed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.validation.edition import FAULTS, GRAMMAR, PERSONS, RULES, TOML, XSD, make, put

from teikit import cache
from teikit.diagnostics import Diagnostic
from teikit.project import Project
from teikit.resolve.store import Store
from teikit.resolve.store.gathering import from_disk
from teikit.validation import Options, many, validate_files
from teikit.validation.many import Findings

CATALOG = '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{}</catalog>'
ADDRESS = "https://example.org/a.rnc"
OTHER = GRAMMAR.replace("seg", "p")

Change = Callable[[Path], object]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TEIKIT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("TEIKIT_STORE_DIR", str(tmp_path / "store"))
    monkeypatch.chdir(make(tmp_path / "edition"))
    put(Path(), "faulty.xml", FAULTS)
    return tmp_path / "edition"


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are examined, as they come."""
    names: list[str] = []

    class Watched(many.Examination):
        def run(self) -> Iterator[Diagnostic]:
            names.append(Path(str(self._source)).name)
            return super().run()

    monkeypatch.setattr(many, "Examination", Watched)
    return names


def validated(options: Options = Options()) -> list[Findings]:  # noqa: B008
    documents = [path.as_posix() for path in Project.read(Path("teikit.toml")).documents()]
    return validate_files(documents, options, jobs=1)


def test_what_has_not_changed_is_not_examined_again(folder: Path, examined: list[str]) -> None:
    first = validated()
    assert sorted(examined) == ["faulty.xml", "letter.xml", "persons.xml"]
    examined.clear()
    assert validated() == first
    assert examined == []
    assert validated(Options(cached=False)) == first
    assert len(examined) == 3


def test_what_has_changed_is_examined_again_and_nothing_else(folder: Path, examined: list[str]) -> None:
    validated()
    examined.clear()
    put(folder, "registers/persons.xml", PERSONS.replace('"li"', '"wang"'))
    found = {each.path: [one.code.id for one in each.diagnostics] for each in validated()}
    assert examined == ["persons.xml"]
    assert found["tei/letter.xml"] == ["TEI002"], "it has not changed, but what it points to has"
    (folder / "tei/faulty.xml").unlink()
    assert [each.path for each in validated()] == ["tei/letter.xml", "tei/registers/persons.xml"]


def with_catalog(folder: Path) -> None:
    (folder / "teikit.toml").write_text('source = "tei"\ncatalogs = ["first.xml"]')
    (folder / "first.xml").write_text(CATALOG.format('<nextCatalog catalog="next.xml"/>'))
    (folder / "next.xml").write_text(CATALOG.format(f'<uri name="{ADDRESS}" uri="schema/my.rnc"/>'))
    (folder / "schema/other.rnc").write_text(OTHER)
    put(folder, "faulty.xml", "<p/>", f'<?xml-model href="{ADDRESS}"?>')


def with_store(folder: Path) -> None:
    (folder / "teikit.toml").write_text('source = "tei"')
    (folder / "schema/other.rnc").write_text(OTHER)
    put(folder, "faulty.xml", "<p/>", f'<?xml-model href="{ADDRESS}"?>')
    add(folder, "my.rnc")


def add(folder: Path, name: str) -> None:
    Store.of_user().put(from_disk(f"schema/{name}", ADDRESS).items)


def with_inclusions(folder: Path) -> None:
    space = 'xmlns="http://purl.oclc.org/dsdl/schematron"'
    pattern = RULES[RULES.index("<pattern") : RULES.index("</pattern>")] + "</pattern>"
    (folder / "schema/part.sch").write_text(pattern.replace("<pattern", f"<pattern {space}"))
    (folder / "schema/my.sch").write_text(RULES.replace(pattern, '<include href="part.sch"/>'))
    (folder / "schema/part.rnc").write_text(GRAMMAR)
    (folder / "schema/my.rnc").write_text('include "part.rnc"')
    (folder / "schema/part.xsd").write_text(XSD)
    head, _, _ = XSD.partition("<xs:element")
    (folder / "schema/my.xsd").write_text(f'{head}<xs:include schemaLocation="part.xsd"/></xs:schema>')


def as_before(folder: Path) -> None:
    """Leave the project as it is."""


def edit(name: str, before: str, after: str) -> Change:
    def change(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert before in text
        (folder / name).write_text(text.replace(before, after), "utf-8")

    return change


@pytest.mark.parametrize(
    ("arrange", "change", "gone", "new"),
    [
        (as_before, edit("schema/my.rnc", "seg", "name"), {"RNG012"}, set()),
        (as_before, edit("schema/my.xsd", "xs:integer", "xs:string"), {"XSD008"}, set()),
        (as_before, edit("schema/my.sch", "@who", "true()"), {"SCH:quoted"}, set()),
        (as_before, edit("schema/my.sch", 'id="quoted"', 'id="other"'), {"SCH:quoted"}, {"SCH:other"}),
        (with_inclusions, edit("schema/part.rnc", "seg", "name"), {"RNG012"}, set()),
        (with_inclusions, edit("schema/part.xsd", "xs:integer", "xs:string"), {"XSD008"}, set()),
        (with_inclusions, edit("schema/part.sch", "@who", "true()"), {"SCH:quoted"}, set()),
        (as_before, edit("teikit.toml", "[[", 'languages = ["en"]\n[['), set(), set()),
        (as_before, lambda folder: (folder / "schema/my.xsd").unlink(), {"XSD008"}, {"RNG002"}),
        (with_catalog, edit("next.xml", "my.rnc", "other.rnc"), set(), {"RNG012"}),
        (with_catalog, edit("first.xml", "next.xml", "none.xml"), set(), {"RNG002", "XML012"}),
        (with_store, lambda folder: add(folder, "other.rnc"), set(), {"RNG012"}),
        (with_store, lambda _: Store.of_user().remove(ADDRESS), set(), {"RNG002"}),
    ],
)
def test_every_change_of_what_a_verdict_depends_on_is_noticed(
    folder: Path, arrange: Change, change: Change, gone: set[str], new: set[str]
) -> None:
    def codes(options: Options = Options()) -> set[str]:  # noqa: B008
        return {each.code.id for finding in validated(options) for each in finding.diagnostics}

    arrange(folder)
    before = codes()
    assert codes() == before
    change(folder)
    after = codes()
    assert after == (before - gone) | new
    assert gone <= before
    assert codes(Options(cached=False)) == after


def test_severities_of_the_project_are_noticed(folder: Path) -> None:
    validated()
    (folder / "teikit.toml").write_text(f'{TOML}[severity]\nRNG012 = "warning"\n"SCH:quoted" = "off"\n')
    [faulty] = [each for each in validated() if each.path == "tei/faulty.xml"]
    graded = [(each.code.id, each.severity.value) for each in faulty.diagnostics]
    assert graded == [("RNG012", "warning"), ("XSD008", "error"), ("TEI002", "error")]


def test_other_options_have_other_verdicts(folder: Path, examined: list[str]) -> None:
    validated()
    examined.clear()
    put(folder, "named.xml", "<name>Li</name>")
    all_ = {each.code.id for finding in validated() for each in finding.diagnostics}
    quick = {each.code.id for finding in validated(Options(phase="quick")) for each in finding.diagnostics}
    assert all_ - quick == {"SCH:named"}


PASSING = RULES.replace('test="true()"', "test=\"current-date() ge xs:date('2000-01-01')\"")
READING = RULES.replace('test="true()"', "test=\"doc-available('../tei/letter.xml')\"")


@pytest.mark.parametrize("rules", [PASSING, READING])
def test_what_depends_on_the_day_or_on_other_files_is_not_kept(folder: Path, examined: list[str], rules: str) -> None:
    (folder / "schema/my.sch").write_text(rules)
    put(folder, "named.xml", "<name>Li</name>")
    first = validated()
    assert "SCH:named" in {each.code.id for finding in first for each in finding.diagnostics}
    examined.clear()
    assert validated() == first
    assert sorted(examined) == ["faulty.xml", "letter.xml", "named.xml", "persons.xml"]


def test_what_includes_other_files_is_not_kept(folder: Path, examined: list[str]) -> None:
    put(folder, "part.xml", "<p/>")
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="part.xml" xpointer="here"/>'
    put(folder, "letter.xml", include)
    validated()
    examined.clear()
    validated()
    assert examined == ["letter.xml"]


def test_what_could_not_be_checked_is_not_kept(folder: Path, examined: list[str]) -> None:
    (folder / "schema/my.xsd").rename("my.xsd")
    assert not any(each.checked for each in validated())
    examined.clear()
    Path("my.xsd").rename(folder / "schema/my.xsd")
    assert all(each.checked for each in validated())
    assert len(examined) == 3


def test_a_damaged_cache_is_a_cache_that_is_not_there(folder: Path, examined: list[str]) -> None:
    first = validated()
    where = cache.folder()
    assert where is not None
    kept = [file for file in where.iterdir() if file.suffix == ".facts"]
    assert kept
    for damage in (b"", b"nonsense", cache.MAGIC, kept[0].read_bytes()[:-1]):
        kept[0].write_bytes(damage)
        examined.clear()
        assert validated() == first
        assert len(examined) == 3


def test_a_cache_that_cannot_be_written_is_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = validated()
    Path("file").touch()
    monkeypatch.setenv("TEIKIT_CACHE_DIR", str(folder / "file"))
    assert validated() == first
    assert validated() == first
