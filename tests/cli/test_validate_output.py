"""`teikit validate`: forms of the findings, several at once, selection, baseline, statistics."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from tests.cli.conftest import Run
from tests.running import MINIMAL, teikit

WARNED = '<p>\n<date calendar="#none">then</date></p>'
WRONG = "<p>\n庫倫 😀\t<persname>Li</persname></p>"
NAME = "ü b,c%d:庫.xml"


def put(folder: Path, body: str, name: str = NAME) -> None:
    (folder / "tei" / "letters" / name).write_text(MINIMAL.format(body), "utf-8")


@pytest.fixture
def faulty(edition: Path) -> Path:
    """The edition with two findings in a file of a difficult name: an error in line 2 column 6, a warning in line 3."""
    put(edition, WRONG + WARNED)
    return edition


def found(run: Run, *arguments: str) -> list[tuple[str, int]]:
    said = run("validate", "tei", "--format", "json", *arguments)
    return [(each["code"], each["line"]) for each in json.loads(said.out)]


def test_a_name_that_is_not_there_cannot_begin_a_line_of_its_own(run: Run, edition: Path) -> None:
    said = run("validate", "x\n::stop-commands::y\x1b[0m.xml")
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("teikit: error: x ::stop-commands::y [0m.xml: no such file or folder\n")


def test_concise(run: Run, faulty: Path) -> None:
    said = run("validate", "tei", "--format", "concise")
    assert said.status == 1
    first, second = said.out.splitlines()
    assert first.startswith(f'tei/letters/{NAME}:2:6: error[RNG012] element "persname" ')
    assert second.startswith(f"tei/letters/{NAME}:3:7: warning[TEI007] ")


def test_sarif(run: Run, faulty: Path) -> None:
    [sarif] = json.loads(run("validate", "tei", "--format", "sarif").out)["runs"]
    assert [each["ruleId"] for each in sarif["results"]] == ["RNG012", "TEI007"]
    location = sarif["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "tei/letters/%C3%BC%20b%2Cc%25d%3A%E5%BA%AB.xml"
    assert (location["region"]["startLine"], location["region"]["startColumn"]) == (2, 6)
    assert len(sarif["artifacts"]) == 3
    assert sarif["invocations"] == [{"executionSuccessful": True}]


def test_junit(run: Run, faulty: Path) -> None:
    suite = etree.fromstring(run("validate", "tei", "--format", "junit").out.encode())[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "1", "0")


def test_github_writes_the_summary_of_the_job(run: Run, faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(faulty / "summary.md"))
    (faulty / "summary.md").write_text("before\n")
    said = run("validate", "tei", "--format", "github")
    assert [line.split(" ")[0] for line in said.out.splitlines()] == ["::error", "::warning"]
    lines = (faulty / "summary.md").read_text("utf-8").splitlines()
    assert lines[:2] == ["before", "### teikit: 1 error, 1 warning (3 files)"]
    run("validate", "tei", "--format", "json")
    assert len((faulty / "summary.md").read_text("utf-8").splitlines()) == len(lines), "for this form only"


def test_a_summary_that_cannot_be_written_is_said(run: Run, faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(faulty / "none" / "summary.md"))
    said = run("validate", "tei", "--format", "github")
    assert (said.status, said.err.count("teikit: error: ")) == (2, 1)
    assert len(said.out.splitlines()) == 2


def test_one_run_writes_several_forms(run: Run, faulty: Path) -> None:
    said = run("validate", "tei", "--format", "concise", "--report", "sarif=out/f.sarif", "--report", "junit=out/f.xml")
    assert (said.status, len(said.out.splitlines())) == (1, 2)
    assert len(json.loads((faulty / "out/f.sarif").read_text("utf-8"))["runs"][0]["results"]) == 2
    assert etree.parse(faulty / "out/f.xml").getroot().get("failures") == "1"


def test_a_report_is_written_where_nothing_is_found(run: Run, edition: Path) -> None:
    assert run("validate", "tei", "--report", "text=out.txt", "--report", "json=out.json").status == 0
    assert (edition / "out.txt").read_text() == ""
    assert json.loads((edition / "out.json").read_text()) == []


@pytest.mark.parametrize("report", ["sarif", "sarif=", "=x", "pdf=x", ""])
def test_a_report_needs_a_form_and_a_file(run: Run, edition: Path, report: str) -> None:
    said = run("validate", "tei", "--report", report)
    assert (said.status, said.out) == (2, "")
    assert "is not FORMAT=FILE; formats: text, concise, json, sarif, github, junit" in " ".join(said.err.split())


def test_a_report_that_cannot_be_written_does_not_stop_the_others(run: Run, faulty: Path) -> None:
    (faulty / "file").touch()
    said = run("validate", "tei", "--report", "json=file/x.json", "--report", "json=ok.json", "-o", "file/x.txt")
    assert (said.status, said.err.count("cannot be written")) == (2, 2)
    assert len(json.loads((faulty / "ok.json").read_text())) == 2


@pytest.mark.parametrize("format_", ["concise", "sarif", "github", "junit"])
def test_what_could_not_be_checked_is_in_no_form_a_pass(run: Run, edition: Path, format_: str) -> None:
    (edition / "teikit.toml").unlink()
    said = run("validate", "tei/letters/a.xml", "none.xml", "--format", format_)
    assert said.status == 2
    assert {
        "concise": "error[RNG001]",
        "sarif": '"executionSuccessful": false',
        "junit": "<error ",
        "github": "::error ",
    }[format_] in said.out


@pytest.mark.parametrize("format_", ["concise", "sarif", "github", "junit"])
def test_the_reader_of_a_pipe_may_go_away(faulty: Path, format_: str) -> None:
    line = f"{sys.executable} -m teikit validate tei --format {format_} --statistics | head -c 1"
    ended = subprocess.run(["/bin/sh", "-c", line], cwd=faulty, capture_output=True, text=True, check=False)
    assert "Traceback" not in ended.stderr
    assert "Broken pipe" not in ended.stderr


def test_statistics_follow_the_findings(run: Run, faulty: Path) -> None:
    plain = run("validate", "tei", "--format", "concise").out
    said = run("validate", "tei", "--format", "concise", "--statistics")
    assert said.out.startswith(plain)
    table = said.out.removeprefix(plain).splitlines()
    assert table[0].split() == ["count", "code", "severity", "name"]
    assert table[1].split() == ["1", "RNG012", "error", "unexpected-element"]
    assert table[-2].split(maxsplit=3) == ["1", "1", "0", f"tei/letters/{NAME}"]
    assert table[-1] == "2 files without findings"


@pytest.mark.parametrize("format_", ["json", "sarif", "github", "junit"])
def test_statistics_do_not_disturb_what_a_program_reads(run: Run, faulty: Path, format_: str) -> None:
    plain = run("validate", "tei", "--format", format_)
    said = run("validate", "tei", "--format", format_, "--statistics")
    assert said.out == plain.out
    assert "2  in all" in said.err
    to_file = run("validate", "tei", "--format", format_, "--statistics", "-o", "f")
    assert "2  in all" in to_file.out


def test_statistics_of_nothing(run: Run, edition: Path) -> None:
    assert run("validate", "tei", "--statistics", "-q").out.endswith("2 files without findings\n")


def test_select_and_ignore(run: Run, faulty: Path) -> None:
    assert found(run) == [("RNG012", 2), ("TEI007", 3)]
    assert found(run, "--select", "TEI") == found(run, "--ignore", "unexpected-element") == [("TEI007", 3)]
    assert found(run, "--select", "TEI001,RNG012") == [("RNG012", 2)]
    assert found(run, "--ignore", "TEI", "--ignore", "RNG") == []
    assert run("validate", "tei", "--ignore", "RNG012").status == 0, "what is ignored does not count"
    assert run("validate", "tei", "--ignore", "RNG012", "--strict").status == 1


def test_an_unknown_code_is_an_error_before_the_work_begins(run: Run, faulty: Path) -> None:
    said = run("validate", "tei", "--select", "TEI001,unexpected-elment")
    assert (said.status, said.out) == (2, "")
    assert "there is no code “unexpected-elment”" in said.err
    assert "did you mean “unexpected-element”?" in said.err
    assert run("validate", "tei", "--ignore", "SCH:my-rule").status == 1


def test_a_baseline_makes_known_findings_silent(run: Run, faulty: Path) -> None:
    made = run("validate", "tei", "--baseline", "known.json", "--write-baseline")
    assert (made.status, made.out, made.err) == (0, "", "3 files: 2 written to known.json\n")
    said = run("validate", "tei", "--baseline", "known.json")
    assert (said.status, said.out, said.err) == (0, "", "3 files: 2 known\n")
    put(faulty, f"<p>\n\n\nNew.</p>{WRONG}{WARNED}<p><persname>Wu</persname></p>")
    said = run("validate", "tei", "--baseline", "known.json", "--format", "concise")
    assert said.err == "3 files: 1 error, 2 known\n"
    assert [line.split(":")[1:3] for line in said.out.splitlines()] == [["庫.xml", "6"]]
    assert said.status == 1


def test_what_was_mended_is_told(run: Run, faulty: Path) -> None:
    run("validate", "tei", "--baseline", "known.json", "--write-baseline")
    put(faulty, WARNED)
    assert run("validate", "tei", "--baseline", "known.json").err == "3 files: 1 known, 1 of the baseline is gone\n"
    put(faulty, "<p/>")
    assert run("validate", "tei", "--baseline", "known.json").err == "3 files: 2 of the baseline are gone\n"
    only = run("validate", "tei", "--baseline", "known.json", "--layer", "checks")
    assert only.err == "3 files: 1 of the baseline is gone\n"
    assert run("validate", "tei/registers", "--baseline", "known.json").err == "1 file: nothing to report\n"


def test_the_same_findings_make_the_same_baseline(faulty: Path) -> None:
    for number in range(24):
        put(faulty, WRONG + WARNED, f"n{number}.xml")
    written = []
    for jobs in ("1", "2"):
        ended = teikit("validate", "tei", "--baseline", f"{jobs}.json", "--write-baseline", "--jobs", jobs, cwd=faulty)
        assert ended.status == 0
        written.append((faulty / f"{jobs}.json").read_bytes())
    assert written[0] == written[1]
    ended = teikit("validate", "letters", "--baseline", "../1.json", cwd=faulty / "tei")
    assert (ended.status, ended.err) == (0, "26 files: 50 known\n")


def test_a_baseline_that_is_missing_or_none(run: Run, faulty: Path) -> None:
    said = run("validate", "tei", "--baseline", "none.json")
    assert (said.status, said.out) == (2, "")
    assert "none.json: there is no such baseline" in said.err
    assert "--write-baseline" in said.err
    (faulty / "none.json").write_text("{}")
    assert "not a baseline" in run("validate", "tei", "--baseline", "none.json").err
    assert "needs --baseline FILE" in run("validate", "tei", "--write-baseline").err
    assert "cannot be written" in run("validate", "tei", "--baseline", "none.json/x", "--write-baseline").err


def test_no_baseline_hides_that_there_is_no_schema(run: Run, edition: Path) -> None:
    (edition / "teikit.toml").unlink()
    made = run("validate", "tei/letters/a.xml", "--baseline", "known.json", "--write-baseline")
    assert made.err == "1 file: 1 error, 1 not checked, 0 written to known.json\n"
    for arguments in (["--baseline", "known.json"], ["--ignore", "RNG001"]):
        said = run("validate", "tei/letters/a.xml", *arguments)
        assert (said.status, "error[RNG001]" in said.out) == (2, True)
