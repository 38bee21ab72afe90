"""Test results in XML: one test case for each file."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.diagnostics.reporting import ODD, PATH, found

from teikit.diagnostics.render import Report, Unchecked, junit


def suite(report: Report) -> etree._Element:
    root = etree.fromstring(junit.render(report).encode("utf-8", "surrogatepass"))
    assert root.tag == "testsuites"
    [only] = root
    cases = only.findall("testcase")
    for name, expected in (
        ("tests", len(cases)),
        ("failures", len(only.findall(".//failure"))),
        ("errors", len(only.findall(".//error"))),
    ):
        assert root.get(name) == only.get(name) == str(expected)
    return only


def test_every_file_is_a_test_case_and_those_without_errors_pass() -> None:
    report = Report(
        [found("one", hint="a way"), found("two"), found("odd", code=ODD, path="b.xml")], [PATH, "b.xml", "c.xml"]
    )
    cases = {case.get("name"): case for case in suite(report).findall("testcase")}
    assert list(cases) == ["b.xml", "c.xml", PATH]
    [failure] = cases[PATH]
    assert (failure.tag, failure.get("message")) == ("failure", "2 errors")
    assert failure.text == f"{PATH}:2:6: error[RNG900] one\n  = a way\n{PATH}:2:6: error[RNG900] two\n"
    assert [each.tag for each in cases["b.xml"]] == ["system-out"]
    assert "warning[TEI900] odd" in str(cases["b.xml"].findtext("system-out"))
    assert len(cases["c.xml"]) == 0


def test_warnings_fail_where_they_fail_the_run() -> None:
    report = Report([found(code=ODD)], [PATH], strict=True)
    assert suite(report).find("testcase/failure") is not None


def test_a_file_that_was_not_checked_is_an_error_not_a_pass() -> None:
    unchecked = [Unchecked("a.xml", "cannot be read", "try"), Unchecked(PATH), Unchecked("", "gone")]
    cases = {
        case.get("name"): case for case in suite(Report([found()], ["a.xml", PATH], unchecked)).findall("testcase")
    }
    assert [case[0].tag for case in cases.values()] == ["error"] * 3
    assert cases["a.xml"][0].text == "cannot be read\n  = try\n"
    assert "error[RNG900]" in str(cases[PATH][0].text)
    assert "gone" in cases


def test_a_fault_of_a_file_that_was_not_asked_for_has_a_test_case_too() -> None:
    names = [case.get("name") for case in suite(Report([found(path="s.rng")], ["a.xml"])).findall("testcase")]
    assert names == ["a.xml", "s.rng"]


def test_no_file_at_all() -> None:
    assert len(suite(Report([]))) == 0


@pytest.mark.parametrize("name", ["a\"&<b>'.xml", "a\tb.xml", "庫😀.xml"])
def test_names_survive(name: str) -> None:
    [case] = suite(Report([], [name])).findall("testcase")
    assert case.get("name") == name


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x1f", "\udcff", "\ufffe", "\uffff"])
def test_what_xml_forbids_is_replaced(character: str) -> None:
    report = Report([found(f"a{character}b", hint=f"c{character}d", path=f"e{character}f")], [])
    [case] = suite(report).findall("testcase")
    assert case.get("name") == "e\ufffdf"
    assert "c\ufffdd" in str(case.findtext("failure"))


def test_markup_in_messages_is_text() -> None:
    [case] = suite(Report([found("<a> & ]]> \n b")], [])).findall("testcase")
    assert "<a> & ]]>   b" in str(case.findtext("failure"))
