"""A real InvenioRDM, started for these tests."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

SECONDS = 120


class Running(NamedTuple):
    """The address of the API, and a token for it."""

    url: str
    token: str


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def _redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    command = shutil.which("redis-server")
    if command is None:
        pytest.skip("redis-server is not installed")
    port = free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path_factory.mktemp("redis"))]
    process = subprocess.Popen([command, *options], stdout=subprocess.DEVNULL)
    yield f"redis://127.0.0.1:{port}/0"
    process.terminate()
    process.wait()


@pytest.fixture(scope="session")
def invenio(_redis: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """An InvenioRDM on this machine; the environment that it is installed in is named by TEIKIT_INVENIO_PYTHON."""
    python = os.environ.get("TEIKIT_INVENIO_PYTHON")
    if not python:
        pytest.skip("no InvenioRDM: set TEIKIT_INVENIO_PYTHON to the Python of its environment (see CONTRIBUTING)")
    folder = tmp_path_factory.mktemp("invenio")
    script = Path(__file__).with_name("server.py")
    arguments = [python, str(script), str(folder / "instance"), str(free_port()), _redis]
    # The code under test is of no concern to the server.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    with (folder / "out").open("wb") as out, (folder / "log").open("wb") as log:
        process = subprocess.Popen(arguments, stdout=out, stderr=log, env=environment)
    try:
        yield _started(process, folder)
    finally:
        process.terminate()
        process.wait()


def _started(process: subprocess.Popen[bytes], folder: Path) -> Running:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and process.poll() is None:
        for line in (folder / "out").read_text("utf-8").splitlines():
            if line.startswith('{"url"'):
                return Running(**json.loads(line))
        time.sleep(0.2)
    pytest.fail(f"InvenioRDM did not start:\n{(folder / 'log').read_text('utf-8', 'replace')[-3000:]}")
