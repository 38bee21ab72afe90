"""The way in and the way out: help, version, near matches, what is imported."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tests.cli.conftest import Run
from tests.running import teikit

from teikit import __version__
from teikit.cli.entry import COMMANDS


def loaded(program: str) -> set[str]:
    """Return the heavy packages that a program in a fresh process has loaded at its end."""
    heavy = ("lxml", "saxonche", "xmlschema", "click", "dataclasses", "tomllib", "difflib")
    program += f"\nimport sys; print(*[name for name in {heavy} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(found.stdout.splitlines()[-1].split())


def test_importing_teikit_loads_nothing_heavy() -> None:
    assert loaded("import teikit; teikit.Diagnostic, teikit.TeikitError") == set()


def test_help_and_version_are_light() -> None:
    program = (
        "import sys; sys.argv = ['teikit', {!r}]\nfrom teikit.cli import main\ntry: main()\nexcept SystemExit: pass"
    )
    for option in ("--help", "--version"):
        assert not loaded(program.format(option)) & {"lxml", "saxonche", "xmlschema"}


def test_the_xml_layer_loads_neither_saxon_nor_xsd(tmp_path: object) -> None:
    program = f"import sys; sys.argv = ['teikit', 'validate', '--layer', 'xml', {sys.executable!r}]\n"
    program += "from teikit.cli import main\ntry: main()\nexcept SystemExit: pass"
    assert not loaded(program) & {"saxonche", "xmlschema"}


def test_every_public_name_is_there_and_no_other() -> None:
    import teikit as package

    assert all(getattr(package, name) is not None for name in package.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = package.nonsense


def test_the_module_is_the_command() -> None:
    ended = teikit("--version")
    assert (ended.status, ended.out) == (0, f"teikit {__version__}\n")


def test_the_help_lists_every_command(run: Run) -> None:
    said = run("--help")
    assert said.status == 0
    assert all(f"  {name} " in said.out and summary in said.out for name, summary in COMMANDS.items())


@pytest.mark.parametrize("command", [*COMMANDS, "schema build"])
def test_the_help_of_each_command_has_an_example(run: Run, command: str) -> None:
    said = run(*command.split(), "--help")
    assert said.status == 0
    assert f"Example:\n    teikit {command.split()[0]}" in said.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["validat"], "Did you mean “validate”?"),
        (["frobnicate"], "no command “frobnicate”"),
        (["validate", "--formt", "json", "x"], "--format"),
        (["validate", "--format", "jsn", "x"], "json"),
        (["transform", "html"], "PATH"),
        (["transform", "pdf", "x", "-o", "y"], "html"),
        (["transform", "html", "x"], "--output"),
        (["validate", "x", "--jobs", "0"], "--jobs"),
    ],
)
def test_a_wrong_word_is_status_2_and_says_what_was_expected(run: Run, arguments: list[str], words: str) -> None:
    said = run(*arguments)
    assert (said.status, said.out) == (2, "")
    assert words in said.err


def test_explain(run: Run) -> None:
    page = run("explain", "XML006").out
    assert page.startswith("XML006 external-entity (error)\n")
    assert [line for line in page.splitlines() if line and line[0] != " "][2:] == [
        "Finds",
        "Why",
        "Wrong",
        "Right",
        "See",
    ]
    assert run("explain", "external-entity").out == run("explain", "xml006").out == page
    listed = run("explain").out.splitlines()
    assert any(line.startswith("XML006  external-entity ") for line in listed)
    unknown = run("explain", "external-entty")
    assert (unknown.status, unknown.out) == (2, "")
    assert "did you mean “external-entity”?" in unknown.err
    assert "lists them all" in run("explain", "9999").err
