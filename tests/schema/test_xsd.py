"""schema/teikit.xsd beside schema/teikit.rng: it accepts all that this accepts, and rejects nearly all it rejects."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.odd.judges import as_version_10, xerces
from tests.rng.mutation import mutant
from tests.schema.generate import Generator
from tests.schema.grammar import Grammar

from teikit.diagnostics import DocumentError
from teikit.odd import compile_odd
from teikit.rng import RelaxNG
from teikit.xml import load
from teikit.xsd import XmlSchema

SEED = 1918
MUTANTS = 3
SHARE, WHOLE = 40, 400
MOST_WIDER = 10
LEAST_REJECTED = 0.95


@pytest.fixture(scope="module")
def relax_ng(root: Path) -> RelaxNG:
    return RelaxNG.from_file(root / "schema/teikit.rng")


@pytest.fixture(scope="module")
def xsd(root: Path) -> XmlSchema:
    return XmlSchema.from_file(root / "schema/teikit.xsd")


@pytest.fixture(scope="module")
def documents(root: Path) -> list[bytes]:
    generated = Generator(Grammar(root / "schema/teikit.rng"), SEED).documents(WHOLE)
    return [etree.tostring(document, encoding="UTF-8") for document in generated]


def test_few_places_are_wider(root: Path) -> None:
    assert len(compile_odd(root / "schema/teikit.odd").xsd("teikit").diagnostics) <= MOST_WIDER


def test_the_edition_is_valid(xsd: XmlSchema, root: Path) -> None:
    files = sorted((root / "tei").rglob("*.xml"))
    assert files
    assert [each for file in files for each in xsd.iter_diagnostics(load(file))] == []


RANGES = [
    pytest.param(range(SHARE), id="share"),
    pytest.param(range(SHARE, WHOLE), id="rest", marks=pytest.mark.slow),
]


@pytest.mark.parametrize("numbers", RANGES)
def test_what_relax_ng_accepts_is_accepted(numbers: range, xsd: XmlSchema, documents: list[bytes]) -> None:
    for number in numbers:
        assert list(xsd.iter_diagnostics(load(documents[number]))) == []


@pytest.mark.parametrize("numbers", RANGES)
def test_what_relax_ng_rejects_is_rejected(
    numbers: range, relax_ng: RelaxNG, xsd: XmlSchema, documents: list[bytes]
) -> None:
    rejected = also = 0
    for number in numbers:
        for seed in range(MUTANTS):
            document = mutant(documents[number], number * MUTANTS + seed)
            try:
                valid, accepted = relax_ng.is_valid(document), xsd.is_valid(load(document))
            except DocumentError:
                continue
            assert accepted or not valid
            rejected += not valid
            also += not (valid or accepted)
    assert rejected > len(numbers)
    assert also >= LEAST_REJECTED * rejected


def test_other_judges_find_it_correct(root: Path, tmp_path: Path) -> None:
    files = {name: (root / "schema" / name).read_bytes() for name in ("teikit.xsd", "teikit-xml.xsd")}
    plain = as_version_10(files, tmp_path)
    libxml = etree.XMLSchema(etree.parse(plain))
    for file in sorted((root / "tei").rglob("*.xml")):
        assert libxml.validate(etree.parse(file)), libxml.error_log
    assert xerces(plain, tmp_path) == ""
