"""One line a finding."""

from __future__ import annotations

from tests.diagnostics.reporting import ODD, PATH, found

from teikit.diagnostics.render import FORMATS, Report, concise, render


def test_a_line_begins_as_those_of_compilers_do() -> None:
    report = Report([found("not here", hint="there"), found("odd", code=ODD, path="b.xml", line=7, column=1)])
    assert concise.render(report) == f"{PATH}:2:6: error[RNG900] not here\nb.xml:7:1: warning[TEI900] odd\n"


def test_nothing_found_is_nothing_said() -> None:
    assert concise.render(Report([])) == ""


def test_what_would_end_the_line_or_steer_the_terminal_is_a_space() -> None:
    said = concise.render(Report([found("a\nb\r\x1b[31m\u2028c\u0085d", path="x\ny.xml")]))
    assert said == "x y.xml:2:6: error[RNG900] a b  [31m c d\n"


def test_every_format_has_a_renderer() -> None:
    for name in FORMATS:
        assert isinstance(render(Report([found()]), name), str)
