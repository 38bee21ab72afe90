"""Beside Jing: a document is valid for us exactly where Jing finds no error (without its ID checks)."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from teikit.diagnostics import DocumentError
from teikit.rng import RelaxNG
from teikit.xml import load

KNOWN = {
    "suites/tei-p5/testbare.xml": "names a DTD that is not there: Jing refuses the file, teikit reads no DTD",
}
"""Where the two differ, and why. A file that is listed and agrees is an error."""


@cache
def compiled(schema: Path) -> RelaxNG:
    return RelaxNG.from_file(schema)


def verdicts(shared: Path) -> list[tuple[str, str, bool]]:
    with (shared / "verdicts.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        (row["file"], row["schema"], row["errors_no_id_check"] == "0") for row in rows if row["schema"].endswith(".rng")
    ]


def _is_valid(shared: Path, file: str, schema: str) -> bool:
    try:
        return compiled(shared / schema).is_valid(shared / file)
    except DocumentError:
        return False


def test_every_verdict_is_that_of_jing(shared: Path) -> None:
    rows = verdicts(shared)
    assert len(rows) > 70
    differing = {file for file, schema, valid in rows if _is_valid(shared, file, schema) is not valid}
    assert differing == set(KNOWN)


def test_a_document_that_is_not_valid_gets_one_fault_inside_it(shared: Path) -> None:
    for file, schema, valid in verdicts(shared):
        if valid or file in KNOWN:
            continue
        try:
            document = load(shared / file)
        except DocumentError:
            continue
        [fault] = compiled(shared / schema).iter_diagnostics(document)
        line = document.line_text(fault.location.line)
        assert fault.location.xpath.startswith("/"), file
        assert line[fault.location.column - 1] == "<" or "/@" in fault.location.xpath, (file, fault)
