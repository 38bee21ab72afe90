"""A project, a package, and a server to push them to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.deposit.push.editions import letters
from tests.deposit.push.faulty_server import TOKEN, Server

from teikit.deposit.push.steps import Pushed, Wishes, push
from teikit.deposit.push.transport.retrying import Retries


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture(autouse=True)
def _token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEIKIT_DEPOSIT_TOKEN", TOKEN)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small edition."""
    return letters(tmp_path / "lake letters")


class Pusher:
    """Pushes to a server, without waiting; `said` and `waits` are what it tells, and for how long it would wait."""

    def __init__(self, server: Server, state: Path) -> None:
        self.server = server
        self.state = state
        self.said: list[str] = []
        self.waits: list[float] = []

    def __call__(self, path: Path, **wishes: object) -> Pushed:
        wanted = Wishes(self.server.address, self.state)._replace(**wishes)
        retries = Retries(attempts=3, sleep=self.waits.append, say=self.said.append)
        return push(path, wanted, say=self.said.append, retries=retries)


@pytest.fixture
def pusher(server: Server, tmp_path: Path) -> Callable[..., Pushed]:
    return Pusher(server, tmp_path / "state.json")
