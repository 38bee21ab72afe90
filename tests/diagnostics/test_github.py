"""Workflow commands and the summary of a job."""

from __future__ import annotations

import re

import pytest
from tests.diagnostics.reporting import AUTHORS, ODD, SOURCE, found

from teikit.diagnostics.render import Report, Unchecked, github

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command as the runner does: kind, properties, message."""
    matched = COMMAND.fullmatch(line)
    assert matched, line
    kind, properties, message = matched.groups()
    values = dict(each.split("=", 1) for each in properties.split(","))
    return kind, {name: unescape(value) for name, value in values.items()}, unescape(message)


def unescape(text: str) -> str:
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    return [read(line) for line in github.render(report).splitlines() if line.startswith("::")]


def test_a_command_has_everything() -> None:
    [(kind, properties, message)] = commands(Report([found("not here: a, b", hint="there")]))
    assert kind == "error"
    assert properties == {
        "file": "tei/ü b,c%d:庫😀.xml",
        "line": "2",
        "col": "6",
        "endColumn": "15",
        "title": "RNG900 misspelt",
    }
    assert message == "not here: a, b\nthere"
    assert SOURCE[5:14] == "<persname", "the columns count characters"


def test_what_is_escaped_where() -> None:
    """Messages: percent sign and line ends; properties: colon and comma too."""
    line = github.render(Report([found("50 %0A: a, b\r\nc")])).rstrip("\n")
    assert line.startswith("::error file=tei/ü b%2Cc%25d%3A庫😀.xml,line=2,")
    assert line.endswith("::50 %250A: a, b%0D%0Ac")


def test_a_message_cannot_begin_a_command_of_its_own() -> None:
    said = github.render(Report([found("a\n::add-mask::b\x1b[0m\u2028", path="x\n::error::y.xml")]))
    assert len(said.splitlines()) == 1
    assert said.count("\x1b") == 0


def test_an_author_s_id_is_a_title() -> None:
    [(kind, properties, _)] = commands(Report([found(code=AUTHORS, length=0)]))
    assert (kind, properties["title"]) == ("notice", "SCH:a:b,c a:b,c")
    assert "endColumn" not in properties


def test_the_gravest_come_first_because_github_shows_ten_of_each_kind() -> None:
    odd = [found(code=ODD, line=line) for line in range(1, 13)]
    report = Report([*odd, found(line=20), found(line=30)], unchecked=[Unchecked("z.xml", "cannot be read", "try")])
    said = commands(report)
    assert [kind for kind, _, _ in said] == ["error"] * 3 + ["warning"] * 12
    assert said[0] == ("error", {"file": "z.xml", "title": "not checked"}, "cannot be read\ntry")
    assert [properties["line"] for _, properties, _ in said[1:3]] == ["20", "30"]
    assert github.render(report).splitlines()[-1].startswith("GitHub shows 10 annotations of each kind; all 14")


@pytest.mark.parametrize("unchecked", [[], [Unchecked("a.xml")]])
def test_nothing_to_say_is_no_command(unchecked: list[Unchecked]) -> None:
    assert github.render(Report([], ["a.xml"], unchecked)) == ""


def test_an_input_that_is_no_file_has_no_file() -> None:
    assert commands(Report([], unchecked=[Unchecked("", "gone")])) == [("error", {"title": "not checked"}, "gone")]


def test_the_summary_is_a_table() -> None:
    report = Report([found(code=ODD, path="b.xml", message="odd"), found("not here")], ["a.xml", "b.xml"])
    assert github.summary(report).splitlines() == [
        "### teikit: 1 error, 1 warning (2 files)",
        "",
        "| severity | place | code | message |",
        "|---|---|---|---|",
        "| error | tei/ü b,c%d:庫😀.xml:2:6 | RNG900 | not here |",
        "| warning | b.xml:2:6 | TEI900 | odd |",
    ]
    assert github.summary(report).endswith("|\n")


def test_a_summary_of_nothing_says_so() -> None:
    assert github.summary(Report([], ["a.xml"])) == "### teikit: nothing to report (1 file)\n"


def test_a_cell_holds_any_message() -> None:
    report = Report([found("a|b\n<img src=x> `c` **d** @e [f](g) \\")], ["a.xml"])
    row = github.summary(report).splitlines()[4]
    assert row.endswith(r"| a\|b &lt;img src=x&gt; \`c\` \*\*d\*\* \@e \[f\]\(g\) \\ |")
    assert len(re.findall(r"(?<!\\)\|", row)) == 5


def test_a_summary_stays_below_what_github_takes() -> None:
    many = [found("<" * 1000, line=line) for line in range(1, 2001)]
    said = github.summary(Report(many, ["a.xml"], [Unchecked("b.xml")]))
    assert len(said.encode()) < 1024 * 1024
    assert "2000 errors, 1 not checked" in said
    left = re.search(r"^(\d+) more are in the log\.$", said, re.MULTILINE)
    assert left
    assert int(left.group(1)) + said.count("\n| error |") + 1 == 2001
