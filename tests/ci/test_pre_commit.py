"""The hook for pre-commit: its manifest, its command, and pre-commit itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.ci.package_index import skip_without_index
from tests.running import MINIMAL, teikit

from teikit.cli.entry import COMMANDS


@pytest.fixture(scope="module")
def hook(root: Path) -> dict[str, Any]:
    [only] = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert isinstance(only, dict)
    return only


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of git with a good document, a bad one, and a file that is no document."""
    (tmp_path / "teikit.toml").write_text("")
    (tmp_path / "good.xml").write_text(MINIMAL.format("<p/>"))
    (tmp_path / "bad one.xml").write_text(MINIMAL.format("<p><persname>Li</persname></p>"))
    (tmp_path / "notes.txt").write_text("<p>")
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    return tmp_path


def test_the_manifest_names_a_command_that_there_is(hook: dict[str, Any]) -> None:
    program, command = hook["entry"].split()
    assert (hook["id"], hook["language"], program) == ("teikit-validate", "python", "teikit")
    assert command in COMMANDS
    assert hook["require_serial"], "the command spreads the files over the cores itself"


@pytest.mark.parametrize(
    ("name", "wanted"), [("a.xml", True), ("tei/ü b.xml", True), ("a.xml.bak", False), ("a.xsl", False)]
)
def test_it_takes_documents(hook: dict[str, Any], name: str, wanted: bool) -> None:
    assert bool(re.search(hook["files"], name)) == wanted


def test_its_command_fails_where_a_document_is_wrong(hook: dict[str, Any], repository: Path) -> None:
    command = hook["entry"].split()[1:]
    assert teikit(*command, "good.xml", cwd=repository).status == 0
    ended = teikit(*command, "good.xml", "bad one.xml", cwd=repository)
    assert ended.status == 1
    assert ended.out.startswith("bad one.xml:1:")


@pytest.mark.slow
def test_pre_commit_runs_it(root: Path, repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """With an environment that pre-commit makes for the hook; it needs a package index."""
    program = shutil.which("pre-commit", path=str(Path(sys.executable).parent)) or shutil.which("pre-commit")
    if program is None:
        pytest.skip("pre-commit is not installed")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment["PRE_COMMIT_HOME"] = str(tmp_path_factory.mktemp("hooks"))

    def run(*files: str) -> subprocess.CompletedProcess[str]:
        command = [program, "try-repo", str(root), "teikit-validate", "--verbose", "--files", *files]
        return subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=False)

    good, bad, other = run("good.xml"), run("good.xml", "bad one.xml"), run("notes.txt")
    skip_without_index(good.stdout)
    assert good.returncode == 0, good.stdout + good.stderr
    assert "1 file: nothing to report" in good.stdout
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "bad one.xml:1:" in bad.stdout
    assert "no files to check" in other.stdout
