"""A finding is the same one when the lines around it move."""

from __future__ import annotations

import pytest
from tests.diagnostics.reporting import PATH, SOURCE, found, source_line

from teikit.diagnostics.fingerprint import fingerprints, mark


def text_at(line: str, column: int) -> str:
    return mark(found(column=column), lambda *_: line).text


def test_the_line_does_not_matter() -> None:
    moved = found(line=90, column=6)
    assert mark(found(), source_line) == mark(moved, lambda *_: SOURCE)
    assert fingerprints([found()], source_line) == fingerprints([moved], lambda *_: SOURCE)


def test_nor_does_the_column_where_what_is_before_the_tag_changes() -> None:
    assert text_at("<p>a <b/>", 6) == text_at("<p>much more <b/>", 14) == "<b/>"


def test_nor_does_a_line_that_the_message_names() -> None:
    one, two = (mark(found(f"already the id of “p” in line {line}"), None) for line in (7, 12))
    assert one == two
    assert mark(found("7 words"), None) != mark(found("12 words"), None)


def test_the_text_at_the_place_does() -> None:
    assert mark(found(), source_line) != mark(found(), lambda *_: SOURCE.replace("persname", "persnam"))


@pytest.mark.parametrize(
    ("line", "column", "text"),
    [
        (SOURCE, 6, "<persname>"),
        ("庫倫 😀 text only", 4, "😀 text only"),
        ("<p  a='1'\t n='2'>x", 1, "<p a='1' n='2'>"),
        ("abc", 99, "abc"),
        ("", 1, ""),
        ("x" * 1000, 1, "x" * 120),
        ("x" * 1000, 5000, "x" * 120),
    ],
)
def test_the_text_goes_to_the_end_of_the_tag(line: str, column: int, text: str) -> None:
    assert text_at(line, column) == text


def test_without_lines_there_is_no_text() -> None:
    assert mark(found(), None).text == mark(found(), lambda *_: None).text == ""


def test_equal_marks_are_counted() -> None:
    first, second, third = fingerprints([found(), found(line=3), found(path="b.xml")], lambda *_: SOURCE)
    assert first.split(":")[0] == second.split(":")[0] != third.split(":")[0]
    assert [each.split(":")[1] for each in (first, second, third)] == ["1", "2", "1"]


def test_bytes_that_are_no_text_are_no_trouble() -> None:
    [one] = fingerprints([found("x\udcff", path="\udcfe.xml")], None)
    assert len(one) == 34
    assert mark(found(), None).path == PATH
