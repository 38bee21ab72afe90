"""The command line inside the test's own process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.running import MINIMAL

from teikit.cli import main, options


class Said(NamedTuple):
    status: object
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `teikit` with the given arguments."""

    def running(*arguments: str | Path) -> Said:
        options._lines.cache_clear()
        monkeypatch.setattr(sys, "argv", ["teikit", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        written = capsys.readouterr()
        return Said(ended.value.code, written.out, written.err)

    return running


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, which is the current folder: a letter, a register, the bundled schema."""
    (tmp_path / "tei" / "letters").mkdir(parents=True)
    (tmp_path / "tei" / "registers").mkdir()
    (tmp_path / "teikit.toml").write_text('title = "Letters"\nsource = "tei"\n', "utf-8")
    body = (
        '<p><persName ref="../registers/persons.xml#li">Li</persName> read <bibl><title>Notes</title>, 12</bibl>.</p>'
    )
    (tmp_path / "tei" / "letters" / "a.xml").write_text(MINIMAL.format(body), "utf-8")
    people = '<listPerson><person xml:id="li"><persName>Li</persName></person></listPerson>'
    (tmp_path / "tei" / "registers" / "persons.xml").write_text(MINIMAL.format(people), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
