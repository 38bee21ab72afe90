"""A baseline: known findings are silent, new ones are not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.diagnostics.reporting import ODD, found

from teikit.diagnostics import Diagnostic, TeikitError
from teikit.validation.judgement.baseline import Baseline, Comparison, compare, of, read, to_json

LINES = {"a.xml": ["<p>one", "<q/>", "<q/>", "庫 <r n='1'>"], "b.xml": ["<q/>"]}


def source_line(path: str, line: int) -> str | None:
    lines = LINES.get(Path(path).name, [])
    return lines[line - 1] if line <= len(lines) else None


def shifted(path: str, line: int) -> str | None:
    return source_line(path, line - 10)


def at(line: int, column: int = 1, *, path: str = "a.xml", message: str = "not here", **more: object) -> Diagnostic:
    return found(message, path=path, line=line, column=column, **more)  # type: ignore[arg-type]


def compared(
    now: list[Diagnostic], before: Baseline, lines: Callable[[str, int], str | None] = source_line, **more: object
) -> Comparison:
    settings: dict[str, object] = {"checked": {"a.xml", "b.xml"}, "wanted": lambda code: True, **more}
    return compare(now, before, lines, **settings)  # type: ignore[arg-type]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in LINES:
        (tmp_path / name).touch()
    return tmp_path / "known.json"


def test_what_is_known_is_silent_and_what_is_new_is_not(file: Path) -> None:
    before = of([at(1), at(4, 3)], file, source_line)
    new = at(4, 3, message="something else")
    assert compared([at(1), at(4, 3), new], before) == ([new], 2, 0)


def test_lines_may_move(file: Path) -> None:
    before = of([at(1), at(2), at(4, 3)], file, source_line)
    assert compared([at(11), at(12), at(14, 3)], before, shifted) == ([], 3, 0)


def test_equal_findings_are_counted(file: Path) -> None:
    """Two `q` stand on lines of the same text: one more of them is new."""
    before = of([at(2)], file, source_line)
    assert compared([at(2), at(3)], before) == ([at(3)], 1, 0)
    assert compared([at(2), at(3)], of([at(2), at(3)], file, source_line)) == ([], 2, 0)


def test_path_code_and_text_tell_findings_apart(file: Path) -> None:
    before = of([at(2)], file, source_line)
    for other in (at(2, path="b.xml"), at(2, code=ODD), at(1)):
        assert compared([other], before).new == [other]


def test_what_was_mended_is_gone(file: Path) -> None:
    before = of([at(1), at(2), at(3)], file, source_line)
    assert compared([at(3)], before) == ([], 1, 2)


def test_what_this_run_could_not_find_is_not_gone(file: Path) -> None:
    before = of([at(1), at(1, path="b.xml"), at(1, code=ODD)], file, source_line)
    assert compared([], before).gone == 3
    assert compared([], before, checked={"a.xml"}).gone == 2
    assert compared([], before, wanted=lambda code: code != "TEI900").gone == 2
    (file.parent / "b.xml").unlink()
    assert compared([], before, checked={"a.xml"}).gone == 3, "a file that is no more has no findings"


def test_it_does_not_matter_where_the_run_was_started(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = of([at(1, path="a.xml")], file, source_line)
    absolute = str(file.parent / "a.xml")
    assert compared([at(1, path=absolute)], before, checked={absolute}) == ([], 1, 0)
    (file.parent / "deep").mkdir()
    monkeypatch.chdir(file.parent / "deep")
    assert compared([at(1, path="../a.xml")], before, checked={"../a.xml"}) == ([], 1, 0)


def test_the_file_is_read_as_it_was_written(file: Path) -> None:
    one = of([at(4, 3, message="庫 \udcff"), at(2), at(3), at(1, code=ODD)], file, source_line)
    other = of([at(1, code=ODD), at(3), at(2), at(4, 3, message="庫 \udcff")], file, source_line)
    assert to_json(one) == to_json(other), "the order of the findings does not matter"
    file.write_bytes(to_json(one).encode("utf-8", "backslashreplace"))
    assert read(file) == one
    entries = json.loads(file.read_text("utf-8"))["findings"]
    assert [(each["path"], each["code"], each["text"], each["count"]) for each in entries] == [
        ("a.xml", "RNG900", "<q/>", 2),
        ("a.xml", "RNG900", "<r n='1'>", 1),
        ("a.xml", "TEI900", "<p>", 1),
    ]


def test_a_baseline_that_is_not_there_says_how_to_make_it(file: Path) -> None:
    with pytest.raises(TeikitError, match=r"known\.json: there is no such baseline") as caught:
        read(file)
    assert "--write-baseline" in str(caught.value.hint)


ENTRY = {"path": "a", "code": "b", "message": "c", "text": "d", "count": 1}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not JSON"),
        (b"\xff", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "not a baseline of this version"),
        (b'{"teikit-baseline": 2, "findings": []}', "not a baseline of this version"),
        (b'{"teikit-baseline": 1}', "an entry is damaged"),
        (b'{"teikit-baseline": 1, "findings": 1}', "an entry is damaged"),
        (b'{"teikit-baseline": 1, "findings": ["x"]}', "an entry is damaged"),
        *(
            (json.dumps({"teikit-baseline": 1, "findings": [{**ENTRY, **wrong}]}).encode(), "an entry is damaged")
            for wrong in ({"path": 1}, {"text": None}, {"count": 0}, {"count": "1"}, {"count": True})
        ),
    ],
)
def test_a_file_that_is_no_baseline(file: Path, content: bytes, words: str) -> None:
    file.write_bytes(content)
    with pytest.raises(TeikitError, match=words) as caught:
        read(file)
    assert caught.value.hint


def test_a_folder_is_no_baseline(file: Path) -> None:
    file.mkdir()
    with pytest.raises(TeikitError, match="cannot be read"):
        read(file)
