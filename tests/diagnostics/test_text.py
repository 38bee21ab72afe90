"""The form for people: quoted line, caret, hint, path."""

from __future__ import annotations

import pytest

from teikit.diagnostics import Diagnostic, Location, Related
from teikit.diagnostics.render import Report, json, text
from teikit.rng.codes import UNEXPECTED_ELEMENT


def found(column: int, length: int = 0, line: int = 1) -> Diagnostic:
    return Diagnostic.of(
        UNEXPECTED_ELEMENT, Location("a.xml", line, column, "/a/b"), "not here", hint="there", length=length
    )


def shown(source: str, column: int, length: int = 0) -> tuple[str, str]:
    lines = text.render(Report([found(column, length)], source_line=lambda path, line: source)).splitlines()
    return lines[2].removeprefix("1 | "), lines[3].removeprefix("  | ")


def test_a_block_has_everything() -> None:
    one = found(3, 2, line=41)._replace(related=(Related(Location("b.xml", 2, 5), "first here"),))
    assert text.render(Report([one], source_line=lambda path, line: "a bcd")) == (
        "a.xml:41:3 error[RNG012] not here\n   |\n41 | a bcd\n   |   ^^\n   = there\n"
        "   = first here: b.xml:2:5\n   = at /a/b\n\n"
    )
    assert text.render(Report([one])).splitlines()[1] == "   = there", "without lines, none are quoted"
    assert text.render(Report([one], source_line=lambda path, line: None)).splitlines()[1] == "   = there"


@pytest.mark.parametrize(
    ("source", "column", "length", "line", "caret"),
    [
        ("abc", 2, 0, "abc", " ^"),
        ("庫倫x", 3, 0, "庫倫x", "    ^"),
        ("庫倫x", 1, 2, "庫倫x", "^^^^"),
        ("\tx", 2, 0, " x", " ^"),
        ("e\u0301x", 3, 0, "e\u0301x", " ^"),
        ("😀x", 2, 0, "😀x", "  ^"),
        ("abc", 9, 0, "abc", "   ^"),
        ("", 1, 0, "", "^"),
        ("a\x1b[31mb", 7, 0, "a [31mb", "      ^"),
    ],
)
def test_the_caret_stands_under_the_column(source: str, column: int, length: int, line: str, caret: str) -> None:
    assert shown(source, column, length) == (line, caret)


@pytest.mark.parametrize("column", [1, 30, 5_000_000, 9_999_999, 10_000_000])
def test_a_very_long_line_is_cut_around_the_column(column: int) -> None:
    source = "a" * 10_000_000
    source = source[: column - 1] + "X" + source[column:]
    line, caret = shown(source, column)
    assert len(line) <= 112
    assert line[len(caret) - 1] == "X"
    assert (line.startswith("…"), line.endswith("…")) == (column > 100, column < 9_999_000)


def test_colours_paint_the_severity_and_the_caret() -> None:
    painted = text.render(Report([found(1)], source_line=lambda path, line: "a", colour=True))
    assert painted.count("\x1b[31;1m") == painted.count("\x1b[0m") == 2


def test_json_is_a_list_even_of_nothing() -> None:
    assert json.render(Report([])) == "[]\n"
    assert '"message": "not here"' in json.render(Report([found(1)]))
