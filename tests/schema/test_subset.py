"""Whatever schema/teikit.rng accepts, the TEI accepts.

The documents are random but seeded. Jing judges them twice: against teikit.rng, which shows that the generator reads
the grammar rightly, and against the TEI as a whole. (libxml2 needs exponential time for some of them.)
"""

from pathlib import Path

import pytest
from lxml import etree
from tests.schema.generate import Generator
from tests.schema.grammar import Grammar
from tests.schema.judgement import errors

SCHEMA = Path(__file__).parents[2] / "schema" / "teikit.rng"
SEED = 1918


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(SCHEMA)


@pytest.fixture(scope="module")
def documents(grammar: Grammar, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("generated")
    paths = []
    for number, document in enumerate(Generator(grammar, SEED).documents(500), 1):
        paths.append(folder / f"{number:03}.xml")
        paths[-1].write_bytes(etree.tostring(document, encoding="UTF-8", xml_declaration=True))
    return paths


def test_every_element_and_attribute_occurs(grammar: Grammar, documents: list[Path]) -> None:
    seen = set()
    for path in documents:
        for element in etree.parse(path, etree.XMLParser(collect_ids=False)).iter():
            seen |= {(element.tag, ""), *((element.tag, name) for name in element.attrib)}
    declared = grammar.declared()
    assert len({element for element, _ in declared}) > 200
    assert seen == declared


def test_same_seed_gives_same_documents(grammar: Grammar, documents: list[Path]) -> None:
    again = [etree.tostring(document, method="c14n") for document in Generator(grammar, SEED).documents(3)]
    assert again == [etree.tostring(etree.parse(path), method="c14n") for path in documents[:3]]


def test_documents_are_valid_against_our_schema(documents: list[Path], jing: str) -> None:
    assert errors(jing, SCHEMA, documents) == []


def test_documents_are_valid_tei(documents: list[Path], shared: Path, jing: str) -> None:
    assert errors(jing, shared / "tei/4.12.0/tei_all.rng", documents) == []


def test_jing_finds_what_is_not_tei(documents: list[Path], shared: Path, jing: str, tmp_path: Path) -> None:
    document = etree.parse(documents[0])
    document.getroot().append(etree.Element("{http://www.tei-c.org/ns/1.0}p"))
    path = tmp_path / "spoilt.xml"
    document.write(path)
    assert len(errors(jing, shared / "tei/4.12.0/tei_all.rng", [path])) == 1
