"""Which schemas a document is validated with: given, configured, declared, bundled, none."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest
from tests.running import MINIMAL

from teikit import parallel, resources
from teikit.project import Project, SchemaRule, find
from teikit.resolve import Resolver
from teikit.validation import Options, iter_diagnostics, validate, validate_files
from teikit.validation.association import Given, Rules, Schemas, schemas_of
from teikit.xml import load

GRAMMAR = '<element name="{}" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>'
RNG = 'schematypens="http://relaxng.org/ns/structure/1.0"'
SCH = 'schematypens="http://purl.oclc.org/dsdl/schematron"'
NOWHERE = Resolver()
NOTHING = Given()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("given.rng", "configured.rng", "declared.rng", "a.sch", "b.sch", "a.xsd", "b.xsd", "b.rnc"):
        (tmp_path / name).write_text(GRAMMAR.format(name.partition(".")[0]))
    (tmp_path / "b.rnc").write_text("element b { text }")
    (tmp_path / "a.xml").write_text(f'<?xml-model href="declared.rng"?>\n{MINIMAL.format("<p/>")}')
    return tmp_path


def chosen(
    folder: Path, prologue: str = "", root: str = "<other/>", given: Given = NOTHING, **options: object
) -> Schemas:
    document = load(f"{prologue}{root}".encode(), path=(folder / "doc.xml").as_posix())
    return schemas_of(document, given, **{"resolver": NOWHERE, **options})  # type: ignore[arg-type]


def names(schemas: Schemas) -> tuple[list[str], list[str], list[str], list[str]]:
    """The names of the files of each kind (with the phase, and a `?` for rules that may be there), and the codes."""
    rules = [f"{each.path.name}{each.phase}{'?' * each.embedded}" for each in schemas.schematron]
    return (
        [path.name for path in schemas.rng],
        rules,
        [path.name for path in schemas.xsd],
        [each.code.id for each in schemas.diagnostics],
    )


def project(folder: Path, *rules: SchemaRule) -> Project:
    (folder / "project.toml").write_text("")
    return Project.read(folder / "project.toml")._replace(schemas=rules)


def test_the_order_of_the_contract(folder: Path) -> None:
    declared = '<?xml-model href="declared.rng"?>'
    rule = project(folder, SchemaRule("*.xml", folder / "configured.rng"))
    elsewhere = project(folder, SchemaRule("letters/*.xml", folder / "configured.rng"))
    given = Given(folder / "given.rng")
    assert chosen(folder, declared).rng == (folder / "declared.rng",)
    assert chosen(folder, declared, project=rule).rng == (folder / "configured.rng",)
    assert chosen(folder, declared, project=elsewhere).rng == (folder / "declared.rng",)
    assert chosen(folder, declared, given=given, project=rule).rng == (folder / "given.rng",)


def test_each_kind_is_chosen_for_itself(folder: Path) -> None:
    declared = f'<?xml-model href="declared.rng"?><?xml-model href="a.sch" {SCH} phase="x"?><?xml-model href="a.xsd"?>'
    assert names(chosen(folder, declared)) == (["declared.rng"], ["a.schx", "declared.rng?"], ["a.xsd"], [])
    given = Given(folder / "given.rng")
    assert names(chosen(folder, declared, given=given)) == (["given.rng"], ["a.schx", "given.rng?"], ["a.xsd"], [])
    given = Given(schematron=(folder / "b.sch", folder / "a.sch"), phase="y")
    expected = (["declared.rng"], ["b.schy", "a.schy", "declared.rngy?"], ["a.xsd"], [])
    assert names(chosen(folder, declared, given=given)) == expected
    given = Given(xsd=folder / "b.xsd")
    assert names(chosen(folder, declared, given=given))[2] == ["b.xsd"]
    rule = project(folder, SchemaRule("*", None, (folder / "b.sch",), folder / "b.xsd", "z"))
    assert names(chosen(folder, declared, project=rule)) == (
        ["declared.rng"],
        ["b.schz", "declared.rngz?"],
        ["b.xsd"],
        [],
    )


def test_all_that_is_declared_applies_each_once(folder: Path) -> None:
    declared = (
        f'<?xml-model href="declared.rng" {RNG}?><?xml-model href="b.rnc"?><?xml-model href="./declared.rng" {RNG}?>'
        '<?xml-model href="a.sch" phase="one"?><?xml-model href="a.sch" phase="two"?>'
        '<?xml-model href="a.sch" phase="one"?>'
        '<?xml-model href="a.xsd"?><?xml-model href="b.xsd"?>'
    )
    rules = ["a.schone", "a.schtwo", "declared.rng?", "b.rnc?"]
    assert names(chosen(folder, declared)) == (["declared.rng", "b.rnc"], rules, ["a.xsd", "b.xsd"], [])


def test_rules_inside_a_grammar_are_not_run_twice(folder: Path) -> None:
    both = f'<?xml-model href="declared.rng" {RNG}?><?xml-model href="declared.rng" {SCH} phase="x"?>'
    assert chosen(folder, both).schematron == (Rules(folder / "declared.rng", "x"),)
    # The given grammar takes the place of the declared one, and of the rules in it; of other rules it does not.
    instead = chosen(folder, both + f'<?xml-model href="a.sch" {SCH}?>', given=Given(folder / "given.rng"))
    assert names(instead)[1] == ["a.sch", "given.rng?"]
    gone = both.replace("declared", "gone")
    assert names(chosen(folder, gone, given=Given(folder / "given.rng"))) == (["given.rng"], ["given.rng?"], [], [])


def test_a_document_with_an_xsd_or_rules_only_has_a_schema(folder: Path) -> None:
    root = (
        '<a xmlns="urn:a" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:schemaLocation="urn:b b.xsd urn:a a.xsd"/>'
    )
    assert names(chosen(folder, root=root)) == ([], [], ["a.xsd"], [])
    assert names(chosen(folder, '<?xml-model href="b.xsd"?>', root)) == ([], [], ["b.xsd"], [])
    assert names(chosen(folder, '<?xml-model href="a.sch"?>')) == ([], ["a.sch"], [], [])
    # Where only the grammar is asked for, there is none.
    assert names(chosen(folder, root=root, layers=("xml", "rng", "checks"))) == ([], [], [], ["RNG001"])
    # What the hints say about other namespaces is not about this document.
    assert names(chosen(folder, root=root.replace("urn:a a.xsd", ""))) == ([], [], [], ["RNG001"])


def test_what_no_layer_needs_is_not_looked_for(folder: Path) -> None:
    declared = '<?xml-model href="declared.rng"?><?xml-model href="gone.sch"?><?xml-model href="gone.xsd"?>'
    assert names(chosen(folder, declared)) == (["declared.rng"], ["declared.rng?"], [], ["RNG002", "RNG002"])
    assert names(chosen(folder, declared, layers=("rng", "checks"))) == (["declared.rng"], [], [], [])
    assert names(chosen(folder, declared, layers=("xml", "checks"))) == ([], [], [], [])
    # The rules of a grammar are rules where the grammar is left out, too; then it must be there.
    assert names(chosen(folder, '<?xml-model href="declared.rng"?>', layers=("schematron",)))[1] == ["declared.rng?"]
    gone = '<?xml-model href="gone.rng"?>'
    assert names(chosen(folder, gone, layers=("schematron",))) == ([], [], [], ["RNG002"])
    given = Given(schematron=(folder / "a.sch",))
    assert names(chosen(folder, gone, given=given, layers=("schematron",))) == ([], ["a.sch"], [], [])


def test_groups_are_alternatives(folder: Path) -> None:
    declared = '<?xml-model href="declared.rng" group="old"?><?xml-model href="b.rnc" group="new"?>'
    none = chosen(folder, declared)
    assert names(none) == ([], [], [], ["RNG001"])
    assert "groups old, new" in (none.diagnostics[0].hint or "")
    assert chosen(folder, declared, given=Given(group="new")).rng == (folder / "b.rnc",)


def test_a_dtd_or_an_unknown_language_is_no_schema(folder: Path) -> None:
    unknown = '<?xml-model href="a.nvdl" schematypens="http://purl.oclc.org/dsdl/nvdl/ns/structure/1.0"?>'
    assert names(chosen(folder, unknown + '<?xml-model href="declared.rng"?><?xml-model href="tei.dtd"?>')) == (
        ["declared.rng"],
        ["declared.rng?"],
        [],
        [],
    )
    none = chosen(folder, unknown)
    assert names(none) == ([], [], [], ["RNG001"])
    assert "a.nvdl" in (none.diagnostics[0].hint or "")


def test_a_file_says_what_language_it_is_in(folder: Path) -> None:
    for name, space in (("s1", "http://purl.oclc.org/dsdl/schematron"), ("s2", "http://www.w3.org/2001/XMLSchema")):
        (folder / name).write_text(f'<!-- one --><!DOCTYPE x [<!ENTITY a "b">]><x:schema xmlns:x="{space}"/>')
    (folder / "s3").write_text(GRAMMAR.format("x"))
    (folder / "s4").write_text("<x/>")
    (folder / "s5").write_bytes(b"\0not XML")
    declared = "".join(f'<?xml-model href="s{number}" type="application/xml"?>' for number in range(1, 6))
    assert names(chosen(folder, declared)) == (["s3"], ["s1", "s3?"], ["s2"], [])
    gone = chosen(folder, '<?xml-model href="https://example.org/schema" type="application/xml"?>')
    assert names(gone) == ([], [], [], ["RNG002"])
    assert "the schema “https://example.org/schema”" in gone.diagnostics[0].message
    # What is said to be something else is not looked at.
    assert names(chosen(folder, '<?xml-model href="s3" type="text/css"?>')) == ([], [], [], ["RNG001"])


def test_one_file_under_two_names_is_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    found = chosen(folder, f'<?xml-model href="declared.rng" {SCH}?>', given=Given(Path("declared.rng")))
    assert names(found)[:2] == (["declared.rng"], ["declared.rng"])


def test_a_project_of_ours_has_the_bundled_schema(folder: Path) -> None:
    tei, ours = MINIMAL.format("<p/>"), project(folder)
    bundled = resources.schema("teikit.rng")
    missing = chosen(folder, root=tei)
    assert names(missing)[3] == ["RNG001"]
    assert missing.diagnostics[0].hint
    assert chosen(folder, root=tei, project=ours).rng == (bundled,)
    assert chosen(folder, '<?xml-model href="a.sch"?>', tei, project=ours).rng == (bundled,)
    assert names(chosen(folder, '<?xml-model href="a.xsd"?>', tei, project=ours)) == ([], [], ["a.xsd"], [])
    assert names(chosen(folder, '<?xml-model href="gone.rng"?>', tei, project=ours)) == ([], [], [], ["RNG002"])
    assert names(chosen(folder, project=ours))[3] == ["RNG001"]


@pytest.mark.parametrize(
    "href", ["gone.rng", "https://example.org/a.rng", "http://[x", "%00.rng", f"{'x' * 4000}.rng", ""]
)
def test_a_declared_schema_that_cannot_be_had_is_an_error(folder: Path, href: str) -> None:
    found = chosen(
        folder, f'<?xml version="1.0"?>\n <?xml-model href="{href}" {RNG}?><?xml-model href="{href}" {SCH}?>'
    )
    [fault] = found.diagnostics
    assert (fault.code.id, fault.location.line, fault.location.column, bool(fault.hint)) == ("RNG002", 2, 2, True)
    assert href in fault.message
    assert ("RELAX NG schema" if href else "href") in fault.message


def test_the_way_out_names_the_address_in_full(folder: Path) -> None:
    [fault] = chosen(folder, '<?xml-model href="//example.org/a.xsd"?>').diagnostics
    # Relative to a file there is no such thing as a server; it must not be taken for a path.
    assert fault.code.id == "RNG002"
    [fault] = chosen(folder, '<?xml-model href="https://example.org/a.xsd"?>').diagnostics
    assert "teikit schema fetch https://example.org/a.xsd" in (fault.hint or "")
    assert "XML Schema" in fault.message


def test_a_configured_schema_that_is_gone_is_an_error_not_silence(folder: Path) -> None:
    rule = SchemaRule("**", folder / "gone.rng", (folder / "gone.sch",), folder / "gone.xsd")
    found = chosen(folder, '<?xml-model href="declared.rng"?>', project=project(folder, rule))
    assert names(found) == ([], [], [], ["RNG002"] * 3)
    assert {each.location.path for each in found.diagnostics} == {(folder / "doc.xml").as_posix()}


def test_what_a_catalog_leads_to_in_vain(folder: Path) -> None:
    namespace = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
    entries = '<uri name="https://example.org/a" uri="gone.rng"/><uri name="urn:b" uri="https://example.org/b"/>'
    (folder / "catalog.xml").write_text(f'<catalog xmlns="{namespace}">{entries}</catalog>')
    declared = f'<?xml-model href="https://example.org/a" {RNG}?><?xml-model href="urn:b" {RNG}?>'
    first, second = chosen(folder, declared, resolver=Resolver((folder / "catalog.xml",))).diagnostics
    assert (folder / "gone.rng").as_uri() in first.message
    assert "catalog" in (first.hint or "")
    # The way out is for the address that the catalog gives.
    assert "teikit schema fetch https://example.org/b" in (second.hint or "")


def test_a_broken_catalog_is_told(folder: Path) -> None:
    (folder / "catalog.xml").write_text("<a/>")
    resolver = Resolver((folder / "catalog.xml",))
    assert pickle.loads(pickle.dumps(resolver)) == resolver
    found = chosen(folder, '<?xml-model href="declared.rng"?>', resolver=resolver)
    assert names(found) == (["declared.rng"], ["declared.rng?"], [], ["XML012"])


def test_the_layers_use_the_choice(folder: Path) -> None:
    (folder / "teikit.toml").write_text('[[schema]]\nmatch = "*.xml"\nrng = "gone.rng"')
    assert find(folder) is not None
    assert [each.code.id for each in validate(folder / "a.xml")] == ["RNG002"]
    (folder / "teikit.toml").unlink()
    # Two grammars, each for itself; what both say is said once.
    root = "<b><declared/></b>"
    (folder / "b.xml").write_text(f'<?xml-model href="declared.rng"?><?xml-model href="b.rnc"?>{root}')
    found = [(each.code.id, each.location.column) for each in validate(folder / "b.xml")]
    start = len('<?xml-model href="declared.rng"?><?xml-model href="b.rnc"?>') + 1
    assert found == [("RNG012", start), ("RNG012", start + 3)]


def test_the_resolver_travels_to_other_processes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "SMALL", 0)
    namespace = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
    entry = '<uriSuffix uriSuffix="x.rng" uri="declared.rng"/>'
    (folder / "catalog.xml").write_text(f'<catalog xmlns="{namespace}">{entry}</catalog>')
    for name in ("b", "c"):
        (folder / f"{name}.xml").write_text('<?xml-model href="https://example.org/x.rng"?><declared/>')
    paths = [(folder / f"{name}.xml").as_posix() for name in ("b", "c")]
    options = Options(layers=("rng",), resolver=Resolver((folder / "catalog.xml",)))
    assert [finding.diagnostics for finding in validate_files(paths, options, jobs=2)] == [(), ()]


def test_the_python_functions(folder: Path) -> None:
    assert [each.code.id for each in validate(folder / "a.xml")] == ["RNG012"]
    assert [each.code.id for each in validate(folder / "a.xml", schema=folder / "given.rng")] == ["RNG012"]
    assert validate(folder / "a.xml", schema=resources.schema("teikit.rng")) == []
    assert list(iter_diagnostics(load(folder / "a.xml"), Options(layers=("xml",)))) == []
    (folder / "b.xml").write_text("<a>")
    assert [each.code.id for each in validate(folder / "b.xml")] == ["XML003"]


def test_many_files_each_with_its_own_fate(folder: Path) -> None:
    (folder / "b.xml").write_text("<a>")
    paths = [(folder / name).as_posix() for name in ("a.xml", "b.xml", "gone.xml")]
    first, second, third = validate_files(paths, Options(schema=resources.schema("teikit.rng")))
    assert (first.diagnostics, first.failure, first.checked) == ((), None, True)
    assert (second.diagnostics[0].code.id, second.checked) == ("XML003", True)
    assert third.failure is not None
    assert (third.diagnostics, third.checked) == ((), False)
    [faulty] = validate_files(paths[:1], Options(schema=folder / "a.xml"))
    assert ([each.code.id for each in faulty.diagnostics], faulty.checked) == (["RNS002"], False)


def test_a_schema_that_was_changed_is_read_again(folder: Path) -> None:
    schema = folder / "given.rng"
    (folder / "b.xml").write_text("<given/>")
    assert validate(folder / "b.xml", schema=schema) == []
    schema.write_text(GRAMMAR.format("other"))
    os.utime(schema, ns=(0, 0))
    assert [each.code.id for each in validate(folder / "b.xml", schema=schema)] == ["RNG012"]
