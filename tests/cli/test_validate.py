"""`teikit validate`: options, exit statuses, formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.running import MINIMAL, teikit

KEYS = ["path", "line", "column", "code", "name", "severity", "layer", "message", "xpath", "hint", "kind"]
WARNED = '<p>\n<date calendar="#none">then</date></p>'
WRONG = "<p>\n庫倫 😀\t<persname>Li</persname></p>"


def put(folder: Path, body: str, name: str = "b.xml") -> None:
    (folder / "tei" / "letters" / name).write_text(MINIMAL.format(body), "utf-8")


def test_a_clean_project(run: Run, edition: Path) -> None:
    assert run("validate", "tei") == (0, "", "2 files: nothing to report\n")
    assert run("validate", "tei", "--quiet") == (0, "", "")
    assert run("validate", "tei", "--format", "json") == (0, "[]\n", "2 files: nothing to report\n")


def test_json_has_the_keys_of_the_contract(run: Run, edition: Path) -> None:
    put(edition, WRONG)
    said = run("validate", "tei", "--format", "json")
    [found] = json.loads(said.out)
    assert (said.status, list(found)) == (1, KEYS)
    assert found["path"] == "tei/letters/b.xml"
    assert (found["line"], found["column"], found["code"], found["name"]) == (2, 6, "RNG012", "unexpected-element")
    assert (found["severity"], found["layer"], found["kind"]) == ("error", "rng", None)
    assert found["xpath"] == "/TEI/text/body/p/persname"


def test_the_caret_stands_under_the_fault_behind_wide_characters_and_tabs(run: Run, edition: Path) -> None:
    put(edition, WRONG)
    lines = run("validate", "tei").out.splitlines()
    assert lines[0].startswith('tei/letters/b.xml:2:6 error[RNG012] element "persname" is not allowed in "p"')
    assert lines[2] == "2 | 庫倫 😀 <persname>Li</persname></p></body></text></TEI>"
    assert lines[3] == f"  | {' ' * 8}{'^' * len('<persname')}", "wide characters take two columns, a tab takes one"


def test_severity_strict_and_quiet(run: Run, edition: Path) -> None:
    put(edition, WARNED)
    said = run("validate", "tei")
    assert (said.status, said.err) == (0, "3 files: 1 warning\n")
    assert " warning[TEI" in said.out
    assert run("validate", "tei", "--severity", "error").out == ""
    assert run("validate", "tei", "--strict").status == 1
    assert run("validate", "tei", "--strict", "--severity", "error").status == 1
    assert run("validate", "tei", "--quiet").err == ""


def test_layers(run: Run, edition: Path) -> None:
    put(edition, WRONG + WARNED)
    both = {each["layer"] for each in json.loads(run("validate", "tei", "--format", "json").out)}
    assert both == {"rng", "checks"}
    for layer, expected in (("xml", set[str]()), ("rng", {"rng"}), ("checks", {"checks"})):
        found = json.loads(run("validate", "tei", "--format", "json", "--layer", layer).out)
        assert {each["layer"] for each in found} == expected
    two = run("validate", "tei", "--format", "json", "--layer", "rng", "--layer", "checks").out
    assert {each["layer"] for each in json.loads(two)} == both


def test_output_goes_to_a_file(run: Run, edition: Path) -> None:
    put(edition, WRONG)
    said = run("validate", "tei", "-o", "out/found.txt")
    assert (said.status, said.out) == (1, "")
    assert "error[RNG012]" in (edition / "out" / "found.txt").read_text("utf-8")


def test_a_file_outside_a_project_needs_a_schema(run: Run, edition: Path) -> None:
    (edition / "teikit.toml").unlink()
    said = run("validate", "tei/letters/a.xml")
    assert (said.status, said.err) == (2, "1 file: 1 error, 1 not checked\n")
    assert "error[RNG001]" in said.out
    assert run("validate", "tei/letters/a.xml", "--layer", "xml", "--layer", "checks").status == 0


def test_colours_are_for_terminals_only(run: Run, edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from teikit.cli import options

    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert options.coloured(Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not options.coloured(Terminal())
    put(edition, WRONG)
    assert "\x1b" not in run("validate", "tei").out


def test_processes_change_nothing(edition: Path) -> None:
    for number in range(24):
        put(edition, WRONG if number % 3 else WARNED, f"n{number}.xml")
    put(edition, "<p>", "broken.xml")
    one, two = (teikit("validate", "tei", "--format", "json", "--jobs", jobs, cwd=edition) for jobs in ("1", "2"))
    assert (one.status, one.out, one.err) == (two.status, two.out, two.err)
    found = json.loads(one.out)
    assert len(found) == 25
    assert found == sorted(found, key=lambda each: (each["path"], each["line"], each["column"], each["code"]))


def test_a_severity_for_no_code_is_an_error(run: Run, edition: Path) -> None:
    (edition / "teikit.toml").write_text("[severity]\nunused-entri = 'off'\nTEI002 = 'warning'\n'SCH:mine' = 'info'\n")
    said = run("validate", "tei")
    assert (said.status, said.out) == (2, "")
    assert "there is no code “unused-entri”" in said.err
    assert "did you mean “unused-entry”?" in said.err


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("titel = 'x'", "did you mean “title”?"),
        ("frobnicate = 1", "known keys: title, source, documents, registers, schema"),
        ("title = 1", "“title” must be a string"),
        ("registers = ['a', 1]", "must be a list of globs"),
        ("[[schema]]\nmatch = '*'", "needs “match”, and “rng”"),
        ("[[schema]]\nmatch = '*'\nrng = 1", "“schema.rng” must be a string"),
        ("schema = ['a']", "needs “match”, and “rng”"),
        ("title = ", "not TOML"),
        ("title = '\udcff'", "not TOML"),
    ],
)
def test_a_faulty_teikit_toml_is_said_once(run: Run, edition: Path, toml: str, words: str) -> None:
    (edition / "teikit.toml").write_bytes(toml.encode("utf-8", "surrogateescape"))
    for command in (["validate", "tei"], ["build"], ["cite", "tei"], ["transform", "html", "tei", "-o", "out"]):
        said = run(*command)
        assert said.status == 2
        assert said.err.count("teikit: error: ") == 1
        assert "teikit.toml" in said.err
        assert words in said.err
