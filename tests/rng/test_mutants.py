"""Beside Jing, on valid documents with a seeded fault or two: the same verdict, and the same first node."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rng import jing as reference
from tests.rng.differential import Difference, difference, ours
from tests.rng.mutation import mutant

from teikit.rng import RelaxNG

OWN = ("ambiguous.rnc", "choices.rng", "interleave.rnc", "values.rnc", "wildcards.rnc")
SHARE = 45
"""How many mutants of a document the ordinary run takes."""

WHOLE = 500

KNOWN: dict[tuple[str, int], str] = {}
"""Where the two differ, and why: schema and seed. One that is listed and agrees is an error."""


def differences(jing: str, schema: Path, document: Path, seeds: range, folder: Path) -> dict[int, Difference]:
    """Return where we differ from Jing on the mutants of a document, and check that there were both verdicts."""
    compiled = RelaxNG.from_file(schema)
    assert compiled.is_valid(document)
    files = {seed: folder / f"{seed}.xml" for seed in seeds}
    content = document.read_bytes()
    for seed, file in files.items():
        file.write_bytes(mutant(content, seed))
    errors = reference.errors(jing, schema, list(files.values()))
    assert any(errors.values())
    assert not all(errors.values())
    found = {seed: difference(ours(compiled, file, check_ids=True), errors[file]) for seed, file in files.items()}
    return {seed: each for seed, each in found.items() if each is not None}


def check(jing: str, schema: Path, document: Path, seeds: range, folder: Path) -> None:
    """Fail where we differ from Jing and do not know why."""
    known = {seed for name, seed in KNOWN if name == schema.name and seed in seeds}
    found = differences(jing, schema, document, seeds, folder)
    assert {seed: each for seed, each in found.items() if seed not in known} == {}
    assert known <= set(found)


SEEDS = [
    pytest.param(range(SHARE), id="share"),
    pytest.param(range(SHARE, WHOLE), id="rest", marks=pytest.mark.slow),
]


@pytest.mark.parametrize("seeds", SEEDS)
@pytest.mark.parametrize("name", OWN)
def test_mutants_of_small_documents(name: str, seeds: range, jing: str, tmp_path: Path) -> None:
    schema = Path(__file__).with_name("mutants") / name
    check(jing, schema, schema.with_suffix(".xml"), seeds, tmp_path)


@pytest.mark.parametrize("seeds", SEEDS)
def test_mutants_of_a_letter(seeds: range, jing: str, root: Path, tmp_path: Path) -> None:
    check(jing, root / "schema/teikit.rng", root / "tei/documents/letter-1918-02-04.xml", seeds, tmp_path)


@pytest.mark.parametrize("seeds", SEEDS)
@pytest.mark.parametrize(
    ("schema", "document"),
    [
        ("tei/4.12.0/tei_all.rng", "corpora/qhod/Selim_II_Urkunde_10.xml"),
        ("corpora/suriano/schema/suriano.rng", "corpora/suriano/05/003.xml"),
    ],
)
def test_mutants_of_real_documents(
    schema: str, document: str, seeds: range, jing: str, shared: Path, tmp_path: Path
) -> None:
    check(jing, shared / schema, shared / document, seeds, tmp_path)
