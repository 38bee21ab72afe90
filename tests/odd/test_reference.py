"""The same ODDs as the TEI Stylesheets compiled: the same elements, and the same verdicts as Jing's."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from teikit.diagnostics import SchemaError
from teikit.odd import CompiledOdd, compile_odd

RNG = "{http://relaxng.org/ns/structure/1.0}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
ODDS = {
    "amp": "corpora/amp/schema/schema.odd",
    "cmif": "corpora/cmif/schema/cmi-customization.odd",
    "dostoevsky": "corpora/dostoevsky/schema/dostoevschema.odd",
    "dracor": "corpora/dracor-schema/schema/dracor.odd",
    "muqtabas": "corpora/muqtabas/schema/tei_periodical.odd",
    "parla-clarin": "corpora/parla-clarin/schema/parla-clarin-odd.xml",
    "testbare": "suites/tei-p5/testbare.odd",
    "testdrama": "suites/tei-p5/testdrama.odd",
    "testfand2": "suites/tei-p5/testfand2.odd",
    "testfand5": "suites/tei-p5/testfand5.odd",
    "testspoken": "suites/tei-p5/testspoken.odd",
    "wega-persons": "corpora/wega/Specs/schemaSpec-persons.odd.xml",
    "wega-places": "corpora/wega/Specs/schemaSpec-places.odd.xml",
}
DOCUMENTS = {
    "amp": "corpora/amp",
    "cmif": "corpora/cmif",
    "dostoevsky": "corpora/dostoevsky",
    "dracor": "corpora/dracor-schema/tests",
    "parla-clarin": "corpora/parla-clarin",
    "testbare": "suites/tei-p5",
    "testdrama": "suites/tei-p5",
    "testfand2": "suites/tei-p5",
    "testfand5": "suites/tei-p5",
    "testspoken": "suites/tei-p5",
}
DELETED_WITH_THEIR_ATTRIBUTE = {
    "muqtabas": {"tei:*[not(self::tei:schemaSpec)][@targetLang]"},
    "wega-persons": {"tei:*[not(self::tei:schemaSpec)][@targetLang]", "tei:*[@calendar]"},
    "wega-places": {"tei:*[not(self::tei:schemaSpec)][@targetLang]", "tei:*[@calendar]"},
}
"""Rules that the Stylesheets keep although the customization deletes or replaces the attribute they are about."""


@cache
def compiled(shared: Path, name: str) -> CompiledOdd:
    return compile_odd(shared / ODDS[name], tei_source=shared / "tei/4.9.0a/p5subset.xml")


def attributes_of(grammar: etree._Element) -> dict[str, set[str]]:
    """Return the names of the attributes of every element that can be reached from the start."""
    defines = {one.get("name", ""): one for one in grammar.iter(f"{RNG}define")}
    found: dict[str, set[str]] = {}
    todo = [one.get("name", "") for one in next(grammar.iter(f"{RNG}start")).iter(f"{RNG}ref")]
    seen: set[str] = set()
    while todo:
        name = todo.pop()
        if name in seen or name not in defines:
            continue
        seen.add(name)
        todo.extend(one.get("name", "") for one in defines[name].iter(f"{RNG}ref"))
        for element in defines[name].iterchildren(f"{RNG}element"):
            if element.get("name"):
                found[element.get("name", "")] = _names(element, defines, set())
    return found


def _names(element: etree._Element, defines: dict[str, etree._Element], seen: set[str]) -> set[str]:
    names = {one.get("name", "") for one in element.iter(f"{RNG}attribute")}
    for ref in element.iter(f"{RNG}ref"):
        name = ref.get("name", "")
        if name in defines and name not in seen and defines[name].find(f"{RNG}element") is None:
            seen.add(name)
            names |= _names(defines[name], defines, seen)
    return names


@pytest.mark.parametrize("name", ODDS)
def test_elements_and_attributes(shared: Path, name: str) -> None:
    ours = etree.fromstring(compiled(shared, name).rng)
    theirs = etree.parse(str(shared / f"reference/odd/{name}.rng")).getroot()
    assert attributes_of(ours) == attributes_of(theirs)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_verdicts(shared: Path, jing: str, tmp_path: Path, name: str) -> None:
    schema = tmp_path / f"{name}.rng"
    schema.write_bytes(compiled(shared, name).rng)
    documents = sorted((shared / DOCUMENTS[name]).rglob("*.xml"))
    assert documents
    reference = shared / f"reference/odd/{name}.rng"
    ours, theirs = (
        subprocess.run([jing, "-i", path, *documents], capture_output=True, text=True, check=False).stdout
        for path in (schema, reference)
    )
    assert places(ours) == places(theirs)


def places(output: str) -> set[str]:
    """Return file, line and column of each error that Jing found."""
    return set(re.findall(r"^(.+?:\d+:\d+): error", output, re.MULTILINE))


def rules(schema: etree._Element) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Return context, and kind and test of each assertion, of every rule."""
    return [
        (
            " ".join(rule.get("context", "").split()),
            tuple(
                (etree.QName(one).localname, " ".join((one.get("test") or one.get("value") or "").split()))
                for one in rule.iterchildren(etree.Element)
            ),
        )
        for rule in schema.iter(f"{SCH}rule")
    ]


@pytest.mark.parametrize("name", ODDS)
def test_constraints(shared: Path, name: str) -> None:
    ours = rules(etree.fromstring(compiled(shared, name).sch))
    theirs = rules(etree.parse(str(shared / f"reference/odd/{name}.sch")).getroot())
    left_out = DELETED_WITH_THEIR_ATTRIBUTE.get(name, set())
    assert sorted(ours) == sorted(rule for rule in theirs if rule[0] not in left_out)


def test_faults_of_strangers_are_diagnostics(shared: Path) -> None:
    source = shared / "tei/4.9.0a/p5subset.xml"
    with pytest.raises(SchemaError) as caught:
        compile_odd(shared / "suites/tei-p5/testerrmav.odd", tei_source=source)
    assert {one.code.name for one in caught.value.diagnostics} == {"invalid-occurrence"}
    assert caught.value.diagnostics[0].location.line == 50
    with pytest.raises(SchemaError) as missing:
        compile_odd(shared / "corpora/frus/schema/frus.odd", tei_source=source)
    assert [(one.code.name, one.location.line) for one in missing.value.diagnostics] == [("source-not-found", 744)]
