"""The makers of RO-Crate accept our packages: their validator, at the required level, without a network."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.deposit.crates import CONTEXT, validator
from tests.deposit.editions import project

from teikit.deposit.contents import edition_of
from teikit.deposit.packaging import build

Faults = Callable[[Path], list[str]]


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Faults:
    return validator(monkeypatch)


def test_the_validator_finds_what_is_wrong(faults: Faults, tmp_path: Path) -> None:
    (tmp_path / "ro-crate-metadata.json").write_text(json.dumps({"@context": CONTEXT, "@graph": []}))
    assert faults(tmp_path)


def test_a_project_with_everything(faults: Faults, tmp_path: Path) -> None:
    build(edition_of([project(tmp_path / "e").as_posix()]), tmp_path / "p", forms=("html", "text"))
    assert faults(tmp_path / "p" / "data") == []


def test_the_demo_edition(faults: Faults, root: Path, tmp_path: Path) -> None:
    build(edition_of([root.as_posix()]), tmp_path / "p")
    assert faults(tmp_path / "p" / "data") == []


@pytest.mark.parametrize("name", ["schnitzler-briefe", "suriano", "amp"])
def test_projects_of_others(faults: Faults, shared: Path, tmp_path: Path, name: str) -> None:
    """The headers of suriano name neither a licence nor a day, which a crate must have."""
    build(edition_of([(shared / "corpora" / name).as_posix()]), tmp_path / "p")
    assert faults(tmp_path / "p" / "data") == []
