"""The two ODDs: every reference leads somewhere, everything is explained, and the words are ours."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from tests.schema.judgement import errors

TEI = "{http://www.tei-c.org/ns/1.0}"
SCHEMA = Path(__file__).parents[2] / "schema"
POCKET = etree.parse(SCHEMA / "tei-pocket.odd").getroot()
TEIKIT = etree.parse(SCHEMA / "teikit.odd").getroot()
SPECS = [f"{TEI}{name}" for name in ("elementSpec", "classSpec", "macroSpec", "dataSpec")]
EXPLAINED = [*SPECS, *(f"{TEI}{name}" for name in ("moduleSpec", "attDef", "valItem"))]
WINDOW = 8


def idents(root: etree._Element, name: str) -> list[str]:
    return [spec.get("ident", "") for spec in root.iter(f"{TEI}{name}")]


def words(root: etree._Element) -> Iterator[list[str]]:
    """The words of each gloss, desc and Schematron message."""
    for node in root.iter(f"{TEI}gloss", f"{TEI}desc", "{*}assert", "{*}report"):
        yield re.findall(r"\w+", "".join(node.itertext()).lower())


def runs(root: etree._Element) -> set[tuple[str, ...]]:
    return {tuple(text[at : at + WINDOW]) for text in words(root) for at in range(len(text) - WINDOW + 1)}


def test_no_name_is_defined_twice() -> None:
    names = [ident for spec in SPECS for ident in idents(POCKET, spec.removeprefix(TEI))]
    assert len(names) == len(set(names)) > 400


@pytest.mark.parametrize(
    ("reference", "spec"),
    [
        ("elementRef", "elementSpec"),
        ("classRef", "classSpec"),
        ("memberOf", "classSpec"),
        ("macroRef", "macroSpec"),
        ("dataRef", "dataSpec"),
    ],
)
def test_references_lead_somewhere(reference: str, spec: str) -> None:
    keys = {node.get("key") for node in POCKET.iter(f"{TEI}{reference}")} - {None}
    assert keys
    assert keys <= set(idents(POCKET, spec))


def test_every_spec_belongs_to_a_module_of_the_file() -> None:
    modules = {spec.get("module") for spec in POCKET.iter(*SPECS)}
    assert modules == set(idents(POCKET, "moduleSpec"))


def test_no_class_is_empty_and_none_is_unused() -> None:
    members = {node.get("key") for node in POCKET.iter(f"{TEI}memberOf")}
    assert members == set(idents(POCKET, "classSpec"))
    named = {node.get("key") for node in POCKET.iter(f"{TEI}macroRef", f"{TEI}dataRef")}
    assert {*idents(POCKET, "macroSpec"), *idents(POCKET, "dataSpec")} <= named


def test_customization_names_what_the_pocket_has() -> None:
    elements = set(idents(POCKET, "elementSpec"))
    for module in TEIKIT.iter(f"{TEI}moduleRef"):
        own = {
            spec.get("ident") for spec in POCKET.iter(f"{TEI}elementSpec") if spec.get("module") == module.get("key")
        }
        assert set((module.get("include", "") + " " + module.get("except", "")).split()) <= own
    assert set(idents(TEIKIT, "elementSpec")) <= elements
    assert set(idents(TEIKIT, "classSpec")) <= set(idents(POCKET, "classSpec"))
    groups = {group.get("{http://www.w3.org/XML/1998/namespace}id") for group in TEIKIT.iter(f"{TEI}specGrp")}
    assert {node.get("target") for node in TEIKIT.iter(f"{TEI}specGrpRef")} == {f"#{name}" for name in groups}


@pytest.mark.parametrize("root", [POCKET, TEIKIT], ids=["tei-pocket", "teikit"])
def test_everything_is_explained(root: etree._Element) -> None:
    changes = {f"{TEI}elementSpec", f"{TEI}classSpec"}
    for node in root.iter(*EXPLAINED, f"{TEI}constraintSpec"):
        if node.get("mode") == "delete" or (node.get("mode") == "change" and node.tag in changes):
            continue
        where = f"{node.tag} {node.get('ident')} in {node.getparent().getparent().get('ident')}"
        assert (node.findtext(f"{TEI}desc") or "").strip().endswith("."), where
        if node.tag == f"{TEI}elementSpec":
            assert (node.findtext(f"{TEI}gloss") or "").strip(), where


@pytest.mark.parametrize("root", [POCKET, TEIKIT], ids=["tei-pocket", "teikit"])
def test_explanations_are_in_our_own_words(root: etree._Element, shared: Path) -> None:
    tei = etree.parse(shared / "tei/4.9.0a/p5subset.xml", etree.XMLParser(huge_tree=True, collect_ids=False)).getroot()
    assert runs(root) & runs(tei) == set()


@pytest.mark.parametrize("name", ["tei-pocket.odd", "teikit.odd"])
def test_odds_are_valid_tei(name: str, shared: Path, jing: str) -> None:
    assert errors(jing, shared / "tei/4.12.0/tei_all.rng", [SCHEMA / name]) == []
