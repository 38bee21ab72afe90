"""Every code of a schema: its examples are run."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.diagnostics import Code, SchemaError
from teikit.rng.grammar.compile import compile_grammar
from teikit.rng.schema_codes import CODES


def found(text: str, folder: Path) -> set[str]:
    """Return the codes of a schema."""
    path = folder / ("schema.rng" if text.startswith("<") else "schema.rnc")
    path.write_text(text, encoding="utf-8")
    try:
        compile_grammar(str(path), check_ids=True)
    except SchemaError as error:
        return {each.code.id for each in error.diagnostics}
    return set()


@pytest.mark.parametrize("code", [code for code in CODES if code.page.wrong], ids=lambda code: code.id)
def test_the_examples_of_a_page_are_true(code: Code, tmp_path: Path) -> None:
    assert found(code.page.wrong, tmp_path) == {code.id}
    assert found(code.page.right, tmp_path) == set()


def test_ids_and_names_are_unique_and_lead_somewhere() -> None:
    ids = [code.id for code in CODES]
    assert len(set(ids)) == len(ids) == len({code.name for code in CODES})
    for code in CODES:
        assert code.page.finds
        assert code.page.why
        assert set(code.page.see.split(", ")) <= set(ids)
