"""Beside Jing, on grammars that nobody would write: refused by both or by neither, and then the same verdicts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rng import jing as reference
from tests.rng.differential import Difference, difference, ours
from tests.rng.mutation import mutant
from tests.rng.random_grammar import RandomGrammar

from teikit.diagnostics import SchemaError
from teikit.rng import RelaxNG

DOCUMENTS = 20


def compiled(schema: Path) -> RelaxNG | None:
    """Return the compiled grammar, or None where it is not correct."""
    try:
        return RelaxNG.from_file(schema, cached=False)
    except SchemaError:
        return None


def differences(jing: str, seed: int, folder: Path) -> dict[str, Difference | str]:
    """Return where we differ from Jing on one grammar: on the grammar itself, or on documents, half of them mutants."""
    grammar = RandomGrammar(seed)
    schema = folder / f"{seed}.rnc"
    schema.write_text(grammar.schema(), "utf-8")
    files = []
    for number in range(DOCUMENTS):
        document = grammar.document()
        files.append(folder / f"{seed}-{number}.xml")
        files[-1].write_bytes(mutant(document, number) if number % 2 else document)
    engine = compiled(schema)
    errors = reference.errors(jing, schema, files if engine else files[:1])
    if (schema in errors) is not (engine is None):
        return {grammar.schema(): "refused by " + ("us" if engine is None else "Jing")}
    if engine is None:
        return {}
    found = {file: difference(ours(engine, file, check_ids=True), errors[file]) for file in files}
    return {f"{grammar.schema()}{file.read_text('utf-8')}": each for file, each in found.items() if each is not None}


@pytest.mark.parametrize(
    "seeds",
    [
        pytest.param(range(6), id="share"),
        pytest.param(range(6, 300), id="rest", marks=pytest.mark.slow),
    ],
)
def test_random_grammars(seeds: range, jing: str, tmp_path: Path) -> None:
    found = {}
    for seed in seeds:
        found.update(differences(jing, seed, tmp_path))
    assert found == {}
