"""The makers of RO-Crate accept our packages: their validator, at the required level, without a network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.deposit.editions import project

from teikit.deposit.contents import edition_of
from teikit.deposit.packaging import build


class _Answer:
    """What the validator would have fetched: the JSON-LD context of RO-Crate."""

    status_code = 200
    ok = True

    def __init__(self, context: object) -> None:
        self._context = context
        self.headers = {"Content-Type": "application/ld+json"}
        self.content = json.dumps(context).encode()
        self.text = self.content.decode()

    def json(self) -> object:
        return self._context

    def raise_for_status(self) -> None:
        """All is well."""


@pytest.fixture
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    import rocrate
    from rocrate_validator.utils.http import HttpRequester

    file = Path(str(rocrate.__file__)).parent / "data" / "ro-crate.jsonld"
    answer = _Answer(json.loads(file.read_text("utf-8")))
    monkeypatch.setattr(HttpRequester, "get", lambda self, url, **options: answer, raising=False)


def issues(package: Path) -> list[str]:
    """Return what the validator finds wrong by the required profile of RO-Crate 1.1."""
    from rocrate_validator import models, services

    settings = services.ValidationSettings(
        rocrate_uri=str(package / "data"),
        profile_identifier="ro-crate-1.1",
        requirement_severity=models.Severity.REQUIRED,
        offline=True,
    )
    return [str(each.message) for each in services.validate(settings).get_issues()]


@pytest.mark.usefixtures("_offline")
def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    crate = {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": []}
    (tmp_path / "data" / "ro-crate-metadata.json").write_text(json.dumps(crate))
    assert issues(tmp_path)


@pytest.mark.usefixtures("_offline")
def test_a_project_with_everything(tmp_path: Path) -> None:
    build(edition_of([project(tmp_path / "e").as_posix()]), tmp_path / "p", forms=("html", "text"))
    assert issues(tmp_path / "p") == []


@pytest.mark.usefixtures("_offline")
def test_the_demo_edition(root: Path, tmp_path: Path) -> None:
    build(edition_of([root.as_posix()]), tmp_path / "p")
    assert issues(tmp_path / "p") == []


@pytest.mark.usefixtures("_offline")
@pytest.mark.parametrize("name", ["schnitzler-briefe", "suriano", "amp"])
def test_projects_of_others(shared: Path, tmp_path: Path, name: str) -> None:
    build(edition_of([(shared / "corpora" / name).as_posix()]), tmp_path / "p")
    assert issues(tmp_path / "p") == []
