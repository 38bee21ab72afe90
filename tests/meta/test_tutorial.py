"""The tutorial, run from its first line to its last: its files are written and its commands given, in order.

A block says behind its language which file it is, or that its last command fails, may fail, or is not run (it installs,
or it sets what the test sets). The server of the tutorial is one on this machine that behaves as the real one does.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.deposit.push.faulty_server import TOKEN, Server

BLOCK = re.compile(r"^```(\w+)(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SANDBOX = "https://sandbox.zenodo.org"


def run(script: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_the_tutorial_does_what_it_says(root: Path, tmp_path: Path) -> None:
    commands = tmp_path / "bin"
    commands.mkdir()
    teikit = commands / "teikit"
    teikit.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m teikit "$@"\n')
    teikit.chmod(0o755)
    server = Server()
    environment = {**os.environ, "PATH": f"{commands}:{os.environ['PATH']}", "TEIKIT_DEPOSIT_TOKEN": TOKEN}
    folder = tmp_path / "edition"
    folder.mkdir()
    said: dict[str, str] = {}
    try:
        for language, word, text in BLOCK.findall((root / "docs" / "from-manuscript-to-doi.md").read_text("utf-8")):
            if language != "sh":
                file = folder / word
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, "utf-8")
            elif word != "skip":
                found = run(text.replace(SANDBOX, server.address), folder, environment)
                told = f"{text}\n{found.stdout}{found.stderr}"
                assert TOKEN not in told
                assert "Traceback" not in told, told
                if word != "may-fail":
                    assert found.returncode == (1 if word == "fails" else 0), told
                said[text] = found.stdout + found.stderr
    finally:
        server.close()
    assert 'did you mean "orgName"?' in next(iter(said.values()))
    assert "1917-12-05" in (folder / "tei" / "note.xml").read_text("utf-8")
    assert (folder / "build" / "index.html").is_file()
    assert any("note.xml" in text for command, text in said.items() if "printf" in command)
    published = server.invenio.published
    assert len(published) == 1
