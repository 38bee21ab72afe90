"""The pages of the codes are true: their examples are run."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.xsd.letter import LETTER, found, schema

from teikit.diagnostics import Code, SchemaError
from teikit.xsd import XmlSchema
from teikit.xsd.codes import CODES

OF_SCHEMAS = 50
"""From this number on, codes are about schemas."""

SHOWN = [code for code in CODES if code.page.wrong]


def test_only_what_ends_a_validation_has_no_example() -> None:
    assert [code.id for code in CODES if not code.page.wrong] == ["XSD016", "XSD017"]


@pytest.mark.parametrize("code", [each for each in SHOWN if int(each.id[3:]) < OF_SCHEMAS], ids=lambda code: code.id)
def test_the_examples_of_documents(code: Code, tmp_path: Path) -> None:
    path = schema(tmp_path, LETTER)
    assert [each for each, _, _ in found(path, code.page.wrong)] == [code.id]
    assert found(path, code.page.right) == []


@pytest.mark.parametrize("code", [each for each in SHOWN if int(each.id[3:]) >= OF_SCHEMAS], ids=lambda code: code.id)
def test_the_examples_of_schemas(code: Code, tmp_path: Path) -> None:
    (tmp_path / "wrong.xsd").write_text(code.page.wrong, "utf-8")
    (tmp_path / "right.xsd").write_text(code.page.right, "utf-8")
    with pytest.raises(SchemaError) as caught:
        XmlSchema.from_file(tmp_path / "wrong.xsd", cached=False)
    assert {each.code.id for each in caught.value.diagnostics} == {code.id}
    assert XmlSchema.from_file(tmp_path / "right.xsd", cached=False).version == "1.0"
