"""The forms of a compiled ODD say the same."""

from __future__ import annotations

from pathlib import Path

from tests.odd.conftest import Compile
from tests.rng.meaning import meaning

from teikit.rng.grammar.compile import compile_grammar

VALUES = '<valList type="closed"><valItem ident="x"><desc>The x.</desc></valItem><valItem ident="y"/></valList>'


def test_documentation_stands_before_what_it_documents(schema: Compile) -> None:
    one = schema(f'<elementSpec ident="a"><desc>An a.</desc><content>{VALUES}</content></elementSpec>')
    lines = [line.strip() for line in one.compiled.rnc.decode().splitlines()]
    assert lines[lines.index("## An a.") + 1].startswith("element a")
    assert lines[lines.index("## The x.") + 1] == '"x"'


def test_both_syntaxes_are_the_same_schema(schema: Compile, tmp_path: Path) -> None:
    attribute = f'<attDef ident="kind" usage="req"><desc>Which kind.</desc>{VALUES}</attDef>'
    one = schema(
        f'<elementSpec ident="a"><desc>An a.</desc><content><elementRef key="b" minOccurs="2" maxOccurs="3"/></content>'
        f"<attList>{attribute}</attList></elementSpec>"
        '<elementSpec ident="b"><content><textNode/></content></elementSpec>'
    )
    xml, compact = tmp_path / "x.rng", tmp_path / "x.rnc"
    xml.write_bytes(one.compiled.rng)
    compact.write_bytes(one.compiled.rnc)
    wanted = meaning(compile_grammar(str(xml)), documented=True)
    assert meaning(compile_grammar(str(compact)), documented=True) == wanted
    assert any(row[-1] == "Which kind." for row in wanted.values())
