"""Programs on disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.schematron.conftest import pattern, rule, write

from teikit.schematron import Schematron, kept, reading
from teikit.xml import load

CONTENT = '<sch:include href="part.sch"/>' + pattern(
    rule("a", "m", test="@x castable as xs:date or 1"), '<sch:rule context="b"><sch:assert test="("/></sch:rule>'
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    part = pattern(rule("a", "part")).replace(
        "<sch:pattern", '<sch:pattern xmlns:sch="http://purl.oclc.org/dsdl/schematron"'
    )
    (tmp_path / "part.sch").write_text(part)
    return write(tmp_path, CONTENT)


def messages(schema: Schematron) -> list[str]:
    return sorted(each.message for each in schema.iter_diagnostics(load(b"<a/>")))


def test_a_kept_program_says_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Schematron.from_file(file)
    monkeypatch.setattr(reading, "read_schema", None)
    second = Schematron.from_file(file)
    assert [each.code.id for each in first.diagnostics] == ["SCH006", "SCH004"]
    assert second.diagnostics == first.diagnostics
    assert messages(second) == messages(first) == ["m", "part"]


def test_svrl_and_failures_of_a_kept_program(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        pattern('<sch:rule context="a"><sch:assert test="error()"/><sch:report test="1">r</sch:report></sch:rule>'),
    )
    document = load(b"<a/>")
    fresh = Schematron.from_file(file)
    again = Schematron.from_file(file)
    for schema in (fresh, again):
        assert sorted(each.code.id for each in schema.iter_diagnostics(document)) == ["SCH002", "SCH005"]
    assert fresh.svrl(document) == again.svrl(document)


def test_a_changed_file_is_read_again(file: Path) -> None:
    assert messages(Schematron.from_file(file)) == ["m", "part"]
    part = file.with_name("part.sch")
    part.write_text(part.read_text().replace(">part<", ">new<"))
    assert messages(Schematron.from_file(file)) == ["m", "new"]
    file.write_text(file.read_text().replace(">m<", ">n<"))
    assert messages(Schematron.from_file(file)) == ["n", "new"]


def test_each_phase_is_kept_for_itself(tmp_path: Path) -> None:
    content = '<sch:phase id="x"><sch:active pattern="p"/></sch:phase>' + pattern(rule("a", "m"))
    file = write(tmp_path, content + pattern(rule("a", "p")).replace("<sch:pattern", '<sch:pattern id="p"', 1))
    for _ in range(2):
        assert messages(Schematron.from_file(file)) == ["m", "p"]
        assert messages(Schematron.from_file(file, phase="x")) == ["p"]


def test_a_damaged_entry_is_not_used(file: Path) -> None:
    Schematron.from_file(file)
    for entry in Path(os.environ["TEIKIT_CACHE_DIR"]).glob("*.sch"):
        entry.write_bytes(entry.read_bytes()[:-20] + b"x" * 20)
    assert messages(Schematron.from_file(file)) == ["m", "part"]


def test_a_kept_program_loads_neither_saxon_nor_the_transpiler(file: Path) -> None:
    Schematron.from_file(file)
    code = f"""import sys
from teikit.schematron import Schematron
assert not Schematron.from_file({str(file)!r}).is_empty
assert not {{"saxonche", "lxml", "teikit.schematron.transpiling", "teikit.schematron.reading"}} & sys.modules.keys()"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_entry_depends_on_the_form(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Schematron.from_file(file)
    wanted = kept.Wanted(file.as_posix(), None, None)
    assert kept.load(wanted) is not None
    monkeypatch.setattr(kept, "FORM", 0)
    assert kept.load(wanted) is None
