"""A project, a package, and a server to push them to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.deposit.push.faulty_server import TOKEN, Server

from teikit.deposit.push import Pushed, Wishes, push
from teikit.deposit.push.transport.retrying import Retries

HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>{title}</title>
        <author><persName><forename>Anna</forename> <surname>Berg</surname></persName></author>
      </titleStmt>
      <publicationStmt>
        <publisher>Verlag am See</publisher>
        <date when="2026-03-01">1 March 2026</date>
        <availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability>
      </publicationStmt>
      <sourceDesc><p>Manuscripts.</p></sourceDesc>
    </fileDesc>
    <profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc>
  </teiHeader>
  <text><body><p>The lake — 湖.</p></body></text>
</TEI>
"""


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
    folder = tmp_path / "lake letters"
    (folder / "tei").mkdir(parents=True)
    (folder / "teikit.toml").write_text('title = "Letters from the lake"\nsource = "tei"\n', "utf-8")
    for number in (1, 2):
        document = HEADER.format(title=f"Letter {number}")
        (folder / "tei" / f"letter-{number}.xml").write_text(document, "utf-8")
    return folder


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
