"""SARIF 2.1.0: what the standard asks, section by section."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import pytest
from tests.diagnostics.reporting import AUTHORS, MISSPELT, ODD, PATH, SOURCE, found, source_line

from teikit.diagnostics import Location, Related, Severity
from teikit.diagnostics.render import Report, Unchecked, sarif


def run(report: Report) -> dict[str, Any]:
    log = json.loads(sarif.render(report))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    [only] = log["runs"]
    assert isinstance(only, dict)
    return only


def result(*arguments: str, **settings: Any) -> dict[str, Any]:
    [only] = run(Report([found(*arguments, **settings)]))["results"]
    assert isinstance(only, dict)
    return only


def place(of: dict[str, Any]) -> dict[str, Any]:
    physical = of["locations"][0]["physicalLocation"]
    assert isinstance(physical, dict)
    return physical


def test_nothing_found_is_a_run_with_an_empty_list() -> None:
    found_nothing = run(Report([], ["a.xml"], version="1.2.3"))
    assert found_nothing["results"] == []
    assert found_nothing["invocations"] == [{"executionSuccessful": True}]
    assert found_nothing["artifacts"] == [
        {"location": {"uri": "a.xml", "uriBaseId": "%SRCROOT%"}, "roles": ["analysisTarget"]}
    ]
    driver = found_nothing["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"], driver["rules"]) == ("teikit", "1.2.3", [])


def test_columns_count_characters_and_the_log_says_so() -> None:
    """§3.14.17, §3.30: the end is the column after the last character."""
    log = run(Report([found()], source_line=source_line))
    assert log["columnKind"] == "unicodeCodePoints"
    region = place(log["results"][0])["region"]
    assert region == {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 15}
    assert SOURCE[region["startColumn"] - 1 : region["endColumn"] - 1] == "<persname"


def test_a_fault_of_unknown_length_is_one_character_not_the_rest_of_the_line() -> None:
    region = place(result(length=0))["region"]
    assert (region["startColumn"], region["endColumn"]) == (6, 7)


def test_the_path_is_a_uri_below_the_root() -> None:
    """§3.4.3: a relative URI reference (RFC 3986), its segments percent-encoded."""
    location = place(result())["artifactLocation"]
    assert location["uriBaseId"] == "%SRCROOT%"
    assert location["uri"] == "tei/%C3%BC%20b%2Cc%25d%3A%E5%BA%AB%F0%9F%98%80.xml"
    assert unquote(location["uri"]) == PATH
    assert "%SRCROOT%" in run(Report([found()]))["originalUriBaseIds"]


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/srv/a b.xml", {"uri": "file:///srv/a%20b.xml"}),
        ("C:/Users/ü/a.xml", {"uri": "file:///C:/Users/%C3%BC/a.xml"}),
        ("../other/a.xml", {"uri": "../other/a.xml"}),
        ("a..b/c.xml", {"uri": "a..b/c.xml", "uriBaseId": "%SRCROOT%"}),
        ("x\udcff.xml", {"uri": "x%FF.xml", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_a_path_that_is_not_below_the_root_stands_by_itself(path: str, location: dict[str, str]) -> None:
    assert place(result(path=path))["artifactLocation"] == location


def test_a_rule_is_the_page_of_its_code() -> None:
    rules = run(Report([found(), found(code=ODD), found(code=ODD), found(code=AUTHORS)]))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["RNG900", "SCH:a:b,c", "TEI900"]
    misspelt, authors, odd = rules
    assert misspelt["name"] == "misspelt"
    assert misspelt["shortDescription"]["text"] == "A name is misspelt."
    assert misspelt["fullDescription"]["text"] == "A name that is misspelt."
    assert "Nobody finds it." in misspelt["help"]["text"]
    assert "```xml\n<p/>\n```" in misspelt["help"]["markdown"]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "note", "warning"]
    assert [rule["properties"]["tags"] for rule in rules] == [["rng"], ["schematron"], ["checks"]]
    assert not {"fullDescription", "help"} & {*authors, *odd}, "an empty page is no help"


def test_a_result_leads_to_its_rule() -> None:
    log = run(Report([found(code=ODD), found(), found(code=AUTHORS)]))
    rules = log["tool"]["driver"]["rules"]
    assert [each["ruleId"] for each in log["results"]] == ["TEI900", "RNG900", "SCH:a:b,c"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in log["results"])


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")])
def test_the_level_is_the_finding_s_own_not_that_of_its_code(severity: str, level: str) -> None:
    log = run(Report([found()._replace(severity=Severity(severity))]))
    assert log["results"][0]["level"] == level
    assert log["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] == "error"


def test_messages_are_not_read_as_placeholders_or_links() -> None:
    """§3.11.5: braces are doubled; §3.11.6: square brackets that would be a link are escaped."""
    text = result("{0} of /p[2] in [here](1)", hint="}")["message"]["text"]
    assert text == "{{0}} of /p[2] in \\[here\\](1)\n}}"


def test_related_places_have_ids_and_messages() -> None:
    other = Related(Location("b.xml", 3, 4, "/a/@n"), "the first")
    [related] = result(related=(other,))["relatedLocations"]
    assert (related["id"], related["message"]) == (0, {"text": "the first"})
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "b.xml"
    assert related["logicalLocations"] == [{"fullyQualifiedName": "/a/@n", "kind": "attribute"}]


def test_a_place_without_a_tree_has_no_logical_location() -> None:
    assert "logicalLocations" not in result(xpath="")["locations"][0]
    assert result()["locations"][0]["logicalLocations"] == [
        {"fullyQualifiedName": "/TEI/text[1]/persname", "kind": "element"}
    ]


def test_what_could_not_be_checked_fails_the_invocation() -> None:
    unchecked = [Unchecked("a b.xml", "cannot be read", "check its permissions"), Unchecked("", "gone"), Unchecked("c")]
    [invocation] = run(Report([], unchecked=unchecked))["invocations"]
    assert not invocation["executionSuccessful"]
    first, second = invocation["toolExecutionNotifications"]
    assert first["message"]["text"] == "cannot be read\ncheck its permissions"
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b.xml"
    assert (second["level"], "locations" in second) == ("error", False)


def test_equal_findings_have_different_fingerprints() -> None:
    log = run(Report([found(), found(), found("other")], source_line=source_line))
    prints = [each["partialFingerprints"]["teikit/v1"] for each in log["results"]]
    assert len(set(prints)) == 3
    assert prints[0].endswith(":1")
    assert prints[1] == f"{prints[0][:-1]}2"


def test_the_log_has_no_date_and_no_machine_in_it() -> None:
    report = Report([found()], [PATH], source_line=source_line)
    assert sarif.render(report) == sarif.render(report)
    assert MISSPELT.id in sarif.render(report)
