"""Counts by code and by file."""

from __future__ import annotations

from tests.diagnostics.reporting import MISSPELT, ODD, found

from teikit.diagnostics import Severity
from teikit.diagnostics.render import Report, statistics


def test_the_most_frequent_come_first() -> None:
    milder = found(path="b.xml")._replace(severity=Severity.INFO)
    report = Report(
        [found(code=ODD, path="a.xml"), *[found(path="b.xml")] * 11, milder], ["a.xml", "b.xml", "c.xml", "d.xml"]
    )
    assert statistics.render(report).splitlines() == [
        "count  code    severity  name",
        "   11  RNG900  error     misspelt",
        "    1  RNG900  info      misspelt",
        "    1  TEI900  warning   odd-thing",
        "   13  in all",
        "",
        "errors  warnings  infos  file",
        "    11         0      1  b.xml",
        "     0         1      0  a.xml",
        "2 files without findings",
    ]


def test_equal_counts_are_in_order() -> None:
    report = Report([found(path=path, code=code) for path in ("b.xml", "a.xml") for code in (ODD, MISSPELT)])
    lines = statistics.render(report).splitlines()
    assert [line.split()[1] for line in lines[1:3]] == ["RNG900", "TEI900"]
    assert [line.split()[3] for line in lines[6:8]] == ["a.xml", "b.xml"]


def test_nothing_found() -> None:
    said = statistics.render(Report([], ["a.xml"]))
    assert "in all" in said
    assert said.endswith("1 file without findings\n")


def test_a_name_stays_on_its_line() -> None:
    assert "x y.xml" in statistics.render(Report([found(path="x\ny.xml")]))
