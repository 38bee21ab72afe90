"""The action for GitHub: its manifest, and its scripts run as a runner runs them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from tests.ci.package_index import skip_without_index
from tests.running import MINIMAL

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")

WRONG = "<p>\n庫倫 😀\t<persname>Li</persname> <date calendar='#none'>then</date></p>"
NAMES = ["ü b,c%d:庫.xml", "$(touch pwned).xml", "`touch pwned`;'\".xml", "-x.xml"]


@pytest.fixture(scope="module")
def action(root: Path) -> dict[str, Any]:
    loaded = yaml.safe_load((root / "action.yml").read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


class Ran(NamedTuple):
    """What a step left behind: its exit status, its log, its outputs, the summary of the job."""

    status: int
    log: str
    outputs: dict[str, str]
    summary: str


class Runner:
    """A workspace with a small edition, and the environment that a runner gives to a step of the action."""

    def __init__(self, folder: Path, action: dict[str, Any]) -> None:
        self.action = action
        self.workspace = folder / "work space"
        self.temporary = folder / "temp"
        tools = folder / "bin"
        for each in (self.workspace / "tei", self.temporary, tools):
            each.mkdir(parents=True)
        (self.workspace / "teikit.toml").write_text('source = "tei"\n')
        self.put("good.xml", "<p/>")
        script = tools / "teikit"
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m teikit "$@"\n')
        script.chmod(0o755)
        self.path = f"{tools}{os.pathsep}{os.environ['PATH']}"

    def put(self, name: str, body: str) -> None:
        (self.workspace / "tei" / name).write_text(MINIMAL.format(body), "utf-8")

    def step(self, step: str) -> dict[str, Any]:
        [found] = [each for each in self.action["runs"]["steps"] if each.get("id") == step]
        assert isinstance(found, dict)
        return found

    def validate(self, **given: str) -> Ran:
        """Run the step that validates, with inputs (`_` for `-`); those not given have their default."""
        inputs = {name: each.get("default", "") for name, each in self.action["inputs"].items()}
        inputs |= {name.replace("_", "-"): value for name, value in given.items()}
        step = self.step("validate")
        environment = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found.group(1)], value)
            for name, value in step["env"].items()
        }
        return self.bash(step["run"], environment)

    def bash(self, script: str, environment: dict[str, str]) -> Ran:
        """Run a script as `shell: bash` does."""
        files = {name: self.temporary / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("")
        written = self.temporary / "step.sh"
        written.write_text(script, "utf-8")
        ended = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(written)],
            cwd=self.workspace,
            env={
                **os.environ,
                **environment,
                **{name: str(file) for name, file in files.items()},
                "RUNNER_TEMP": str(self.temporary),
                "PATH": self.path,
            },
            capture_output=True,
            text=True,
            check=False,
        )
        outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
        summary = files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
        return Ran(ended.returncode, ended.stdout + ended.stderr, outputs, summary)


@pytest.fixture
def runner(tmp_path: Path, action: dict[str, Any]) -> Runner:
    return Runner(tmp_path, action)


def test_the_manifest_is_that_of_a_composite_action(action: dict[str, Any]) -> None:
    assert action["name"]
    assert action["description"]
    assert action["runs"]["using"] == "composite"
    assert all(isinstance(each["default"], str) and each["description"] for each in action["inputs"].values())
    for step in action["runs"]["steps"]:
        assert ("run" in step) != ("uses" in step)
        assert step.get("shell") == ("bash" if "run" in step else None), step["name"]


def test_no_input_is_ever_a_part_of_a_script(action: dict[str, Any]) -> None:
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert len(scripts) == 2
    assert not [script for script in scripts if "${{" in script]


def test_every_input_is_used_and_every_output_is_set(action: dict[str, Any]) -> None:
    steps = str(action["runs"]["steps"])
    assert {name for name in action["inputs"] if f"inputs.{name}" not in steps} == set()
    assert set(re.findall(r"inputs\.([\w-]+)", steps)) == set(action["inputs"])
    for name, output in action["outputs"].items():
        assert output["value"] == f"${{{{ steps.validate.outputs.{name} }}}}"


def test_the_actions_of_others_are_pinned_to_a_major_version(action: dict[str, Any]) -> None:
    used = [step["uses"] for step in action["runs"]["steps"] if "uses" in step]
    assert [each.split("@")[0] for each in used] == ["actions/setup-python", "github/codeql-action/upload-sarif"]
    assert all(re.fullmatch(r"[\w/-]+@v\d+", each) for each in used)


def test_the_file_that_is_uploaded_is_the_one_that_was_written(action: dict[str, Any]) -> None:
    upload = action["runs"]["steps"][-1]
    assert upload["with"]["sarif_file"] == "${{ steps.validate.outputs.sarif }}"
    assert "!cancelled()" in upload["if"], "findings are errors of the step before, and are what the upload is for"


def test_a_clean_edition(runner: Runner) -> None:
    ran = runner.validate()
    assert ran.status == 0
    assert ran.outputs["status"] == "0"
    assert json.loads(Path(ran.outputs["sarif"]).read_text("utf-8"))["runs"][0]["results"] == []
    assert ran.summary == "### teikit: nothing to report (1 file)\n"
    assert "::" not in ran.log


def test_without_paths_the_project_is_checked_or_else_every_file(runner: Runner) -> None:
    (runner.workspace / "draft.xml").write_text(MINIMAL.format(WRONG), "utf-8")
    assert runner.validate().summary == "### teikit: nothing to report (1 file)\n"
    (runner.workspace / "teikit.toml").unlink()
    ran = runner.validate(arguments="--layer\nchecks")
    assert ran.summary.startswith("### teikit: 1 warning (2 files)\n")


def test_findings_are_annotations_sarif_and_a_summary(runner: Runner) -> None:
    for name in NAMES:
        runner.put(name, WRONG)
    ran = runner.validate(paths="tei")
    assert (ran.status, ran.outputs["status"]) == (1, "1")
    assert [line.split(" ")[0] for line in ran.log.splitlines() if line.startswith("::")] == ["::error"] * 4 + [
        "::warning"
    ] * 4
    assert (
        "::error file=tei/ü b%2Cc%25d%3A庫.xml,line=2,col=6,endColumn=15,title=RNG012 unexpected-element::" in ran.log
    )
    assert len(json.loads(Path(ran.outputs["sarif"]).read_text("utf-8"))["runs"][0]["results"]) == 8
    assert ran.summary.startswith("### teikit: 4 errors, 4 warnings (5 files)\n")


def test_paths_are_one_a_line_and_nothing_in_them_is_run(runner: Runner) -> None:
    for name in NAMES:
        runner.put(name, WRONG)
    (runner.workspace / "-x.xml").write_text(MINIMAL.format(WRONG), "utf-8")
    ran = runner.validate(paths="\n".join([*(f"tei/{name}" for name in NAMES), "", "-x.xml", "tei/$HOME/*.xml"]))
    assert ran.log.count("::error file=tei/") == 4
    assert ran.log.count("::error file=-x.xml") == 1
    assert "tei/$HOME/*.xml: no such file or folder" in ran.log
    assert ran.status == 2
    assert not list(runner.workspace.rglob("pwned"))


def test_every_option_reaches_the_command(runner: Runner) -> None:
    runner.put("a.xml", WRONG)
    assert runner.validate(ignore="RNG").status == 0
    assert runner.validate(select="TEI", strict="true").status == 1
    assert runner.validate(arguments="--layer\nxml").status == 0
    assert "--write-baseline needs" in runner.validate(arguments="--write-baseline").log
    assert runner.validate(baseline="known findings.json", arguments="--write-baseline").status == 0
    known = runner.validate(baseline="known findings.json")
    assert (known.status, "2 known" in known.log) == (0, True)
    assert "“$(touch pwned)”" in runner.validate(schema="$(touch pwned)").log
    assert not (runner.workspace / "pwned").exists()


def test_nothing_is_uploaded_where_there_was_nothing_to_check(runner: Runner) -> None:
    runner.validate()
    ran = runner.validate(paths="none")
    assert (ran.status, ran.outputs) == (2, {"status": "2"})
    assert "none: no such file or folder" in ran.log


@pytest.mark.slow
def test_it_installs_itself(runner: Runner, root: Path, tmp_path: Path) -> None:
    """The step that installs, with an environment as fresh as that of a runner; it needs a package index."""
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "python")], check=True)
    runner.path = f"{tmp_path / 'python' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    (runner.workspace / "pip.py").write_text("raise SystemExit('code of the repository that is checked')")
    [install] = [step["run"] for step in runner.action["runs"]["steps"] if step["name"] == "Install teikit"]
    done = runner.bash(install, {"GITHUB_ACTION_PATH": str(root)})
    skip_without_index(done.log)
    assert done.status == 0, done.log
    runner.put("a.xml", WRONG)
    runner.path = f"{tmp_path / 'python' / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin"
    assert runner.validate(paths="tei").status == 1
