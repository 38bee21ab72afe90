"""Where the token comes from, and what is no token and no address."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.deposit.push.conftest import Pusher
from tests.deposit.push.faulty_server import Server

from teikit.deposit.push.steps import Wishes, push
from teikit.deposit.push.transport.answers import PushError
from teikit.deposit.push.transport.authentication import is_local, token_for


def test_this_machine_has_few_names() -> None:
    assert [
        name for name in ("localhost", "127.8.9.1", "::1", "10.0.0.1", "", "localhost.", "0.0.0.0") if is_local(name)
    ] == [
        "localhost",
        "127.8.9.1",
        "::1",
    ]


def test_without_a_token_nothing_is_asked(
    server: Server, pusher: Pusher, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.delenv("TEIKIT_DEPOSIT_TOKEN")
    with pytest.raises(PushError) as caught:
        pusher(project)
    assert caught.value.diagnostics[0].code.id == "DEP070"
    assert "TEIKIT_DEPOSIT_TOKEN" in (caught.value.hint or "")
    assert server.asked == []


def test_the_keyring_is_asked_by_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {("teikit-deposit", "zenodo.org"): "from-the-keyring"}
    ring = SimpleNamespace(get_password=lambda service, user: kept.get((service, user)))
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.delenv("TEIKIT_DEPOSIT_TOKEN")
    assert token_for("https://zenodo.org/api/records") == "from-the-keyring"
    with pytest.raises(PushError):
        token_for("https://sandbox.zenodo.org/api/records")
    monkeypatch.setenv("TEIKIT_DEPOSIT_TOKEN", "from-the-environment")
    assert token_for("https://zenodo.org/api/records") == "from-the-environment"


def test_a_keyring_that_fails_is_like_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(service: str, user: str) -> str:
        raise RuntimeError("no backend")

    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=fail))
    monkeypatch.delenv("TEIKIT_DEPOSIT_TOKEN")
    with pytest.raises(PushError, match="there is no token"):
        token_for("https://zenodo.org")


@pytest.mark.parametrize("token", ["two words", "line\nend", "ünïcode", "tab\tin", "nul\x01"])
def test_what_is_no_token_is_refused_without_being_shown(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setattr("os.environ", {"TEIKIT_DEPOSIT_TOKEN": token})
    with pytest.raises(PushError) as caught:
        token_for("https://zenodo.org")
    assert caught.value.diagnostics[0].code.id == "DEP070"
    assert token not in str(caught.value.diagnostics)


@pytest.mark.parametrize(
    "address", ["zenodo.org", "", "https://", "https://user:password@zenodo.org", "file:///etc", "http://localhost:x/"]
)
def test_what_is_no_address_of_a_server_is_refused(project: Path, tmp_path: Path, address: str) -> None:
    with pytest.raises(PushError) as caught:
        push(project, Wishes(address, tmp_path / "state.json"), say=lambda text: None)
    assert caught.value.diagnostics[0].code.id == "DEP077"
    assert "password" not in str(caught.value)
