"""What the README, the changelog and the guide for contributors promise."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from teikit.cli.entry import COMMANDS, teikit
from teikit.diagnostics.render import Report, text
from teikit.validation import Options, iter_diagnostics

LINK = re.compile(r"!?\[[^\]]*\]\((?!https?:|#)([^)\s]+)\)")


def test_the_first_screen_has_exactly_two_commands(root: Path) -> None:
    first_screen = "\n".join((root / "README.md").read_text("utf-8").splitlines()[:40])
    assert len(re.findall(r"^```sh$", first_screen, re.MULTILINE)) == 2


def test_its_table_names_every_command(root: Path) -> None:
    rows = re.findall(r"^\| `teikit (\w+)", (root / "README.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(set(rows)) == sorted(COMMANDS)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(root: Path, name: str) -> None:
    targets = LINK.findall((root / name).read_text("utf-8"))
    assert [target for target in targets if not (root / target).exists()] == []


def test_every_command_has_help_with_an_example() -> None:
    context = click.Context(teikit)
    for name in COMMANDS:
        command = teikit.get_command(context, name)
        assert command is not None
        described = command.commands.values() if isinstance(command, click.Group) else [command]
        for each in described:
            assert re.search(r"Example:\s+teikit ", each.help or ""), name


TELEGRAM = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><profileDesc><particDesc><person xml:id="polivanov"/></particDesc></profileDesc></teiHeader>
  <text><body>
    <p>He began: <said who="#polivanof">We met</said></p>
  </body></text>
</TEI>
"""


LETTER = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt>
  <publisher>P</publisher></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
  <text><body>
    <p>He met <persname>Polivanov</persname></p>
  </body></text>
</TEI>
"""


@pytest.mark.parametrize(("name", "document", "layer"), [("telegram", TELEGRAM, "checks"), ("letter", LETTER, "rng")])
def test_the_findings_that_it_shows_are_what_the_tool_prints(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, document: str, layer: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(f"{name}.xml").write_text(document, "utf-8")
    found = list(iter_diagnostics(f"{name}.xml", Options(root / "schema/teikit.rng", layers=("xml", layer))))
    printed = text.render(Report(found, source_line=lambda _, line: document.splitlines()[line - 1]))
    blocks = (root / "README.md").read_text("utf-8").split("```text\n")[1:]
    assert printed.strip() in [block.split("```")[0].strip() for block in blocks]


def test_its_python_example_runs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    code = (root / "README.md").read_text("utf-8").split("```python\n")[1].split("```")[0]
    names: dict[str, object] = {}
    exec(code, names)
    assert str(names["page"]).lower().startswith("<!doctype html>")


def test_its_stylesheet_example_runs(root: Path, tmp_path: Path) -> None:
    from teikit import transform

    example = (root / "README.md").read_text("utf-8").split("```xml\n")[1].split("```")[0]
    own = tmp_path / "own.xsl"
    own.write_text(example.replace("path/to/xslt", (root / "xslt").as_posix()), "utf-8")
    document = tmp_path / "place.xml"
    document.write_text(TELEGRAM.replace("We met", "in <placeName>Peking</placeName>"), "utf-8")
    assert "<b>Peking</b>" in transform(document, "html", stylesheet=own)
