"""The schemas in schema/ are what the ODD beside them compiles to, byte by byte."""

from pathlib import Path

from teikit.odd import compile_odd

SCHEMA = Path(__file__).parents[2] / "schema"


def test_relax_ng_is_current() -> None:
    compiled = compile_odd(SCHEMA / "teikit.odd")
    assert compiled.diagnostics == ()
    assert (SCHEMA / "teikit.rng").read_bytes() == compiled.rng
