"""One document through all layers: each of them speaks, whatever is the matter with the schema of another."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.validation.edition import FAULTS, GRAMMAR, RULES, TOML, make, put

from teikit.diagnostics import Diagnostic, SchemaError, TeikitError
from teikit.resolve import Resolver
from teikit.validation import Options, iter_diagnostics
from teikit.xml import load

LAYERS = {"rng": (2, "RNG012"), "xsd": (3, "XSD008"), "schematron": (4, "SCH:quoted"), "checks": (5, "TEI002")}

_ALL = Options()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make(tmp_path)
    put(tmp_path, "faulty.xml", FAULTS)
    return tmp_path


def found(path: Path, options: Options = _ALL) -> list[tuple[int, str]]:
    return sorted((each.location.line, each.code.id) for each in iter_diagnostics(path, options))


def until_it_fails(path: Path, options: Options = _ALL) -> tuple[list[Diagnostic], TeikitError]:
    said: list[Diagnostic] = []
    with pytest.raises(TeikitError) as failed:
        said.extend(iter_diagnostics(path, options))
    return said, failed.value


def test_each_layer_finds_its_own(folder: Path) -> None:
    file = folder / "tei/faulty.xml"
    assert found(file) == sorted(LAYERS.values())
    for layer, expected in LAYERS.items():
        assert found(file, Options(layers=(layer,))) == [expected]
    assert found(file, Options(layers=("xml",))) == []


def test_the_layers_say_their_name(folder: Path) -> None:
    assert {each.code.layer for each in iter_diagnostics(folder / "tei/faulty.xml")} == set(LAYERS)


@pytest.mark.parametrize(
    ("layer", "name", "content", "code"),
    [
        ("rng", "my.rnc", "start = missing", "RNS"),
        ("xsd", "my.xsd", "<schema/>", "XSD"),
        ("schematron", "my.sch", "<schema/>", "SCH"),
        ("schematron", "my.sch", "<schema", "XML"),
    ],
)
def test_a_faulty_schema_leaves_the_other_layers_speaking(
    folder: Path, layer: str, name: str, content: str, code: str
) -> None:
    (folder / "schema" / name).write_text(content)
    said, failure = until_it_fails(folder / "tei/faulty.xml")
    expected = {key: value for key, value in LAYERS.items() if key != layer}
    own = [(each.location.line, each.code.id) for each in said if each.location.path.endswith("faulty.xml")]
    assert sorted(own) == sorted(expected.values())
    assert isinstance(failure, SchemaError)
    assert {each.code.id[:3] for each in failure.diagnostics} == {code}
    assert all(each.location.path.endswith(name) for each in failure.diagnostics)


def test_all_faulty_schemas_are_named_at_once(folder: Path) -> None:
    (folder / "schema/my.rnc").write_text("start = missing")
    (folder / "schema/my.xsd").write_text("<schema/>")
    said, failure = until_it_fails(folder / "tei/faulty.xml")
    assert sorted(each.code.id for each in said) == ["SCH:quoted", "TEI002"]
    assert isinstance(failure, SchemaError)
    assert [Path(each.location.path).name for each in failure.diagnostics] == ["my.rnc", "my.xsd"]


def test_a_phase_that_is_not_there_stops_its_layer_only(folder: Path) -> None:
    (folder / "schema/my.xsd").write_text("<schema/>")
    said, failure = until_it_fails(folder / "tei/faulty.xml", Options(phase="none"))
    assert sorted(each.code.id for each in said) == ["RNG012", "TEI002", "XSD050"]
    assert failure.message.endswith("my.sch: there is no phase “none”")
    assert failure.hint == "there are: #ALL, #DEFAULT, quick"


def test_a_phase_is_for_the_schemas_that_have_phases(folder: Path) -> None:
    file = put(folder, "two.xml", "<q>No</q>\n<name>Li</name>")
    assert found(file) == [(1, "SCH:quoted"), (2, "SCH:named")]
    assert found(file, Options(phase="quick")) == [(1, "SCH:quoted")]


def test_the_first_schema_that_is_faulty_is_not_asked_twice(folder: Path) -> None:
    """A rule and a grammar in one file: its fault is one fault."""
    (folder / "schema/both.rng").write_text('<grammar xmlns="http://relaxng.org/ns/structure/1.0"')
    toml = TOML.replace("schema/my.rnc", "schema/both.rng").replace("schema/my.sch", "schema/both.rng")
    (folder / "teikit.toml").write_text(toml)
    _, failure = until_it_fails(folder / "tei/faulty.xml")
    assert isinstance(failure, SchemaError)
    assert [each.code.id for each in failure.diagnostics] == ["XML003"]


def test_a_project_grades_what_every_layer_finds(folder: Path) -> None:
    grades = {"RNG012": "warning", "XSD008": "off", "SCH:quoted": "info", "dangling-pointer": "warning"}
    table = "".join(f'"{code}" = "{grade}"\n' for code, grade in grades.items())
    (folder / "teikit.toml").write_text(f"{TOML}[severity]\n{table}")
    graded = {each.code.id: each.severity.value for each in iter_diagnostics(folder / "tei/faulty.xml")}
    assert graded == {"RNG012": "warning", "SCH:quoted": "info", "TEI002": "warning"}


CATALOG = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
  <uri name="https://example.org/a.rnc" uri="{}"/></catalog>"""


def test_the_catalogs_of_a_project_count_unless_others_are_given(folder: Path) -> None:
    (folder / "schema/any.rnc").write_text(GRAMMAR.replace(" - seg", ""))
    (folder / "ours.xml").write_text(CATALOG.format("schema/my.rnc"))
    (folder / "other.xml").write_text(CATALOG.format("schema/any.rnc"))
    file = put(folder, "named.xml", "<seg/>", '<?xml-model href="https://example.org/a.rnc"?>')
    (folder / "teikit.toml").write_text('source = "tei"')
    options = Options(layers=("rng",))
    assert found(file, options) == [(1, "RNG002")]
    (folder / "teikit.toml").write_text('source = "tei"\ncatalogs = ["ours.xml"]')
    assert found(file, options) == [(1, "RNG012")]
    assert found(file, options._replace(resolver=Resolver((folder / "other.xml",)))) == []


def test_an_id_that_stands_twice_is_one_fault(tmp_path: Path) -> None:
    """The bundled grammar has ID types, and the checks find it too."""
    make(tmp_path)
    (tmp_path / "teikit.toml").write_text("")
    file = put(tmp_path, "twice.xml", '<p xml:id="a"/>\n<p xml:id="a"/>')
    assert found(file) == [(2, "TEI001")]
    assert found(file, Options(layers=("rng",))) == [(2, "RNG030")]


def test_what_is_included_and_broken_leaves_the_other_layers_speaking(folder: Path) -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="part.txt"/>'
    (folder / "tei/part.txt").write_text("<p")
    file = put(folder, "whole.xml", f"{FAULTS}{include}")
    said = list(iter_diagnostics(file))
    assert {each.code.id for each in said} >= {"XSD008", "SCH:quoted"}
    [broken] = [each for each in said if Path(each.location.path).name == "part.txt" or each.code.id == "RNG040"]
    assert broken.severity.value == "error"


def test_dtd_documents_are_told_what_is_not_read(tmp_path: Path) -> None:
    document = load(b'<!DOCTYPE TEI SYSTEM "tei.dtd"><TEI/>', path=(tmp_path / "a.xml").as_posix())
    [told] = iter_diagnostics(document, Options(layers=("rng",)))
    assert told.code.id == "RNG001"
    assert told.hint is not None
    assert told.hint.startswith("the DTD that its DOCTYPE names is not read; give one with --schema")


def test_rules_in_what_a_compact_grammar_includes_run(folder: Path) -> None:
    (folder / "schema/outer.rnc").write_text('include "inner.rnc"')
    rules = """{}
namespace s = "http://purl.oclc.org/dsdl/schematron"
[ s:ns [ prefix = "t" uri = "http://www.tei-c.org/ns/1.0" ]
  s:pattern [ s:rule [ context = "t:q" s:assert [ id = "within" test = "@who" "who says it?" ] ] ] ]
{}
{}
"""
    (folder / "schema/inner.rnc").write_text(rules.format(*GRAMMAR.splitlines()))
    (folder / "teikit.toml").write_text(TOML.replace("my.rnc", "outer.rnc").replace("my.sch", "none.sch"))
    (folder / "schema/none.sch").write_text(RULES.replace("t:q", "t:none"))
    assert found(folder / "tei/faulty.xml") == [(2, "RNG012"), (3, "XSD008"), (4, "SCH:within"), (5, "TEI002")]
