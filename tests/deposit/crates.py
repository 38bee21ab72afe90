"""The judgement of others on an RO-Crate: roc-validator, without the network."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CONTEXT = "https://w3id.org/ro/crate/1.1/context"


class _Answer:
    """What the validator gets for a web address: the context of RO-Crate, which a library brings along, or nothing."""

    def __init__(self, url: str) -> None:
        import rocrate

        self.status_code = 200 if url.startswith("https://w3id.org/ro/crate/") else 404
        self.text = (Path(rocrate.__file__).parent / "data/ro-crate.jsonld").read_text("utf-8")
        self.ok = self.status_code == 200
        self.headers = {"Content-Type": "application/ld+json"}

    def json(self) -> Any:
        return json.loads(self.text)


def validator(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], list[str]]:
    """Return a function from a folder to what roc-validator finds by the required profile of RO-Crate 1.1."""
    pytest.importorskip("rocrate_validator", reason="roc-validator is not installed")
    pytest.importorskip("rocrate", reason="rocrate is not installed")
    from rocrate_validator import models, services
    from rocrate_validator.utils.http import HttpRequester

    monkeypatch.setattr(HttpRequester, "get", lambda _, url, **options: _Answer(url), raising=False)

    def faults(folder: Path) -> list[str]:
        settings = services.ValidationSettings(
            rocrate_uri=folder.as_posix(),
            profile_identifier="ro-crate-1.1",
            requirement_severity=models.Severity.REQUIRED,
        )
        return [f"{each.check.identifier}: {each.message}" for each in services.validate(settings).get_issues()]

    return faults
