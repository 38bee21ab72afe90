"""Faults in the compact syntax: where they are, that all are told, and that nothing crashes."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.diagnostics import SchemaError
from teikit.rng.grammar.compile import compile_grammar


def places(text: str | bytes, folder: Path) -> list[tuple[int, int, str]]:
    """Return line, column and code of all faults of a schema."""
    path = folder / "s.rnc"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    try:
        compile_grammar(str(path))
    except SchemaError as error:
        return [(each.location.line, each.location.column, each.code.id) for each in error.diagnostics]
    return []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("element p { text", (1, 17)),
        ("element p { text, (text | empty }", (1, 33)),
        ("element p { a & b, c }", (1, 18)),
        ('start = element p { "open }', (1, 21)),
        ("start = element x:p { text }", (1, 17)),
        ("start = element p { start }", (1, 21)),
        ("element p { text }\n  more", (2, 3)),
        ('\\x{41}b = element p { "\\x{41}" } }', (1, 34)),
        ('element p { "\\x{110000}" }', (1, 14)),
        ('element p { "y" | token - "x" }', (1, 19)),
        ('element p { list { token - "x"* } }', (1, 20)),
        ("element * - p | q { text }", (1, 9)),
    ],
)
def test_a_fault_is_told_where_it_is(tmp_path: Path, text: str, place: tuple[int, int]) -> None:
    assert places(text, tmp_path) == [(*place, "RNS003")]


def test_all_faults_are_told(tmp_path: Path) -> None:
    text = "start = element p { q, }\nq = element q { | }\nr = element r { text }\nt = element { text }\n"
    assert [line for line, _, _ in places(text, tmp_path)] == [1, 2, 4]


def test_hostile_text_is_a_diagnostic(tmp_path: Path) -> None:
    for text in (b"\xff\xfe\x00", b"element p { \x01 }", b"(" * 50_000, b"element p { text }" + b"}" * 1000, b"\x00"):
        assert places(text, tmp_path)


def test_other_encodings_and_line_ends(tmp_path: Path) -> None:
    text = "start =\r\n  element p\u0301 { text }\r\n"
    assert places(text, tmp_path) == []
    assert places(b"\xef\xbb\xbf" + text.encode(), tmp_path) == []
    assert places(text.encode("utf-16"), tmp_path) == []
