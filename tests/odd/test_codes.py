"""The examples of each page do what the page says."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.diagnostics import Code, DiagnosedError
from teikit.odd import compile_odd
from teikit.odd.codes import CODES


@pytest.mark.parametrize("code", [code for code in CODES if code.page.wrong], ids=lambda code: code.id)
def test_examples(code: Code, tmp_path: Path) -> None:
    def found(text: str) -> list[Code]:
        path = tmp_path / "example.odd"
        path.write_text(text, encoding="utf-8")
        try:
            compiled = compile_odd(path)
            return [one.code for one in (*compiled.diagnostics, *compiled.xsd("x").diagnostics)]
        except DiagnosedError as error:
            return [one.code for one in error.diagnostics]

    assert code in found(code.page.wrong)
    assert found(code.page.right) == []
