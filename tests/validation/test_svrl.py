"""One SVRL report on all documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.validation.edition import RULES, TOML, make, put

from teikit.validation import Options
from teikit.validation.svrl import SVRL, svrl

NAMES = {"svrl": SVRL}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path)


def report(*paths: Path, options: Options = Options(layers=("schematron",))) -> etree._Element:  # noqa: B008
    return etree.fromstring(svrl([path.as_posix() for path in paths], options).encode())


def ids(found: etree._Element, name: str) -> list[str]:
    return [each.get("id", "") for each in found.iterfind(f"svrl:{name}", NAMES)]


def test_all_documents_and_all_schemas_are_in_one_report(folder: Path) -> None:
    (folder / "schema/more.sch").write_text(RULES.replace("quoted", "again").replace("named", "also"))
    (folder / "teikit.toml").write_text(TOML.replace('"schema/my.sch"', '["schema/my.sch", "schema/more.sch"]'))
    one, two = put(folder, "one.xml", "<q>No</q>"), put(folder, "two.xml", "<q who='#li'>No</q><name>Li</name>")
    found = report(one, two)
    assert found.tag == f"{{{SVRL}}}schematron-output"
    assert ids(found, "failed-assert") == ["quoted", "again"]
    assert ids(found, "successful-report") == ["named", "also"]
    active = [each.get("documents") for each in found.iterfind("svrl:active-pattern", NAMES)]
    assert active == [one.as_uri()] * 4 + [two.as_uri()] * 4
    prefixes = [each.get("prefix") for each in found.iterfind("svrl:ns-prefix-in-attribute-values", NAMES)]
    assert prefixes == ["t"], "each once"


def test_the_phase_of_the_options_counts(folder: Path) -> None:
    file = put(folder, "one.xml", "<q>No</q><name>Li</name>")
    found = report(file, options=Options(layers=("schematron",), phase="quick"))
    assert (ids(found, "failed-assert"), ids(found, "successful-report")) == (["quoted"], [])


def test_what_cannot_be_examined_is_left_out_and_the_rest_reported(folder: Path) -> None:
    (folder / "tei/broken.xml").write_text("<TEI")
    file = put(folder, "one.xml", "<q>No</q>")
    assert ids(report(folder / "tei/broken.xml", file, folder / "tei/gone.xml"), "failed-assert") == ["quoted"]


def test_without_rules_the_report_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text("<a/>")
    found = report(file)
    assert (found.tag, len(found)) == (f"{{{SVRL}}}schematron-output", 0)
