"""The conformance, feature and regression cases of SchXslt2."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from tests.schematron.suite import Case, cases

from teikit.diagnostics import SchemaError, Severity
from teikit.schematron import Schematron
from teikit.xml import load

KNOWN_FAILURES: dict[str, str] = {}
"""The name of a case → why teikit decides it otherwise."""
SVRL = {"svrl": "http://purl.oclc.org/dsdl/svrl"}


def test_the_cases(shared: Path, tmp_path: Path) -> None:
    all_cases = list(cases(shared / "suites/schematron"))
    assert len(all_cases) == 95
    failed = {}
    for number, case in enumerate(all_cases):
        folder = tmp_path / str(number)
        folder.mkdir()
        if wrong := _wrong(case, folder):
            failed[case.name] = wrong
    assert failed.keys() == KNOWN_FAILURES.keys(), failed


def _wrong(case: Case, folder: Path) -> str:
    """Return how a case fails, or ''."""
    (folder / "schema.sch").write_bytes(case.schema)
    for name, content in case.documents.items():
        (folder / name).write_bytes(content)
    try:
        schema = Schematron.from_file(folder / "schema.sch", cached=False)
    except SchemaError as error:
        return "" if case.expected == "error" else error.message
    document = load(folder / next(iter(case.documents)))
    found = list(schema.iter_diagnostics(document))
    refused = any(each.severity is Severity.ERROR for each in schema.diagnostics) or any(
        not each.kind for each in found
    )
    decided = "error" if refused else "invalid" if found else "valid"
    if decided != case.expected:
        return f"{decided}, not {case.expected}"
    report = etree.fromstring(schema.svrl(document).encode("utf-8")).getroottree()
    return next((xpath for xpath in case.assertions if not report.xpath(xpath, namespaces=SVRL)), "")
