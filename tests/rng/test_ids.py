"""IDs and the references to them (RELAX NG DTD Compatibility, §5), in the grammar layer and beside the checks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.running import MINIMAL, teikit

from teikit import resources
from teikit.diagnostics import Diagnostic
from teikit.rng import RelaxNG
from teikit.validation import Options, iter_diagnostics

SCHEMA = """
start = element list { (item | see | any)* }
item = element item { attribute id { xsd:ID }, attribute key { xsd:ID }?, text }
see = element see { attribute ref { xsd:IDREF }?, attribute refs { xsd:IDREFS }?, empty }
any = element any { attribute note { text }, empty }
"""


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> RelaxNG:
    file = tmp_path_factory.mktemp("schema") / "ids.rnc"
    file.write_text(SCHEMA)
    return RelaxNG.from_file(file)


def faults(schema: RelaxNG, content: str, *, check_ids: bool = True) -> list[Diagnostic]:
    return list(schema.iter_diagnostics(f"<list>\n{content}</list>".encode(), check_ids=check_ids))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<item id='a'/><item id='b'/><see ref='a'/><see refs='a b'/>", []),
        ("<see ref='a'/><item id='a'/>", []),
        ("<item id=' a '/><see ref='\ta\n'/>", []),
        ("<item id='a'/>\n<item id='a'/>", [("RNG030", 3, 7)]),
        ("<item id='a'/><item id=' a'/>", [("RNG030", 2, 21)]),
        ("<item id='a'/><item id='a'/><item id='a'/>", [("RNG030", 2, 21), ("RNG030", 2, 35)]),
        ("<item id='a' key='b'/><see refs='a b'/>", []),
        ("<item id='a' key='a'/>", [("RNG030", 2, 14)]),
        ("<item key='a' id='b'/><item id='a'/>", [("RNG030", 2, 29)]),
        ("<see ref='a'/>", [("RNG031", 2, 6)]),
        ("<item id='a'/><see refs='a b c'/>", [("RNG031", 2, 20), ("RNG031", 2, 20)]),
        ("<any note='a'/><any note='a'/>", []),
        ("<item id='A'/><item id='a'/>", []),
    ],
)
def test_ids_are_unique_and_references_lead_somewhere(
    schema: RelaxNG, content: str, expected: list[tuple[str, int, int]]
) -> None:
    found = faults(schema, content)
    assert [(each.code.id, each.location.line, each.location.column) for each in found] == expected
    assert schema.is_valid(f"<list>\n{content}</list>".encode()) is not bool(expected)


def test_without_the_check_only_the_types_count(schema: RelaxNG) -> None:
    assert faults(schema, "<item id='a'/><item id='a'/><see ref='b'/>", check_ids=False) == []
    [found] = faults(schema, "<item id='1'/><item id='1'/>", check_ids=False)[:1]
    assert found.code.id == "RNG023"


def test_the_first_place_and_the_nearest_id_are_told(schema: RelaxNG) -> None:
    [found] = faults(schema, "<item id='a'/>\n\n <item id='a'/>")
    assert "line 2" in found.message
    assert [(each.location.line, each.location.column) for each in found.related] == [(2, 1)]
    assert found.location.xpath == "/list/item[2]/@id"
    [found] = faults(schema, "<item id='peking'/><see ref='pekin'/>")
    assert found.hint == 'did you mean "peking"?'


@pytest.mark.parametrize("value", ["", "1a", "a b", "a:b", "-", "庫 倫", "é:"])
def test_what_is_no_id_is_a_wrong_value_once(schema: RelaxNG, value: str) -> None:
    [found] = faults(schema, f"<item id='{value}'/>")
    assert (found.code.id, found.location.xpath) == ("RNG023", "/list/item/@id")


def test_letters_of_all_scripts_make_ids(schema: RelaxNG) -> None:
    assert faults(schema, "<item id='庫倫'/><item id='_é-1.x'/><see refs='庫倫 _é-1.x'/>") == []


def test_tei_001_speaks_for_both_layers(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(MINIMAL.format('<p xml:id="a">x</p>\n<p xml:id="a">y</p><p xml:id="1"/>'), "utf-8")
    schema = resources.schema("teikit.rng")
    both = [each.code.id for each in iter_diagnostics(file, Options(schema))]
    assert sorted(code for code in both if code in ("TEI001", "RNG030")) == ["TEI001"]
    alone = [each.code.id for each in iter_diagnostics(file, Options(schema, layers=("xml", "rng")))]
    assert alone == ["RNG030", "RNG023"]
    without = [each.code.id for each in iter_diagnostics(file, Options(schema, layers=("rng",), check_ids=False))]
    assert without == ["RNG023"]


def test_a_schema_that_cannot_tell_its_ids_is_refused_where_they_are_checked(tmp_path: Path) -> None:
    """As Jing does (RELAX NG DTD Compatibility, §5); the two verdicts on the schema are kept apart in the cache."""
    (tmp_path / "ids.rnc").write_text("element a { attribute n { list { xsd:IDREF+ } } }")
    (tmp_path / "a.xml").write_text("<a n='b'/>")
    arguments = ("validate", "a.xml", "--schema", "ids.rnc", "--layer", "rng")
    for _ in range(2):
        ended = teikit(*arguments, "--no-id-check", cwd=tmp_path)
        assert ended.status == 0, ended.out + ended.err
        ended = teikit(*arguments, cwd=tmp_path)
        assert ended.status != 0
        assert "RNS061" in ended.out + ended.err


def test_the_option_of_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "ids.rnc").write_text(SCHEMA)
    (tmp_path / "a.xml").write_text("<list><item id='a'/><item id='a'/><see ref='b'/></list>")
    arguments = ("validate", "a.xml", "--schema", "ids.rnc", "--layer", "rng", "--format", "json", "--quiet")
    ended = teikit(*arguments, cwd=tmp_path)
    assert (ended.status, [each["code"] for each in json.loads(ended.out)]) == (1, ["RNG030", "RNG031"])
    ended = teikit(*arguments, "--no-id-check", cwd=tmp_path)
    assert (ended.status, ended.out) == (0, "[]\n")
