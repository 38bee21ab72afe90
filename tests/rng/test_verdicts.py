"""Beside Jing: a document is valid for us exactly where Jing finds no error, with and without its ID checks."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from teikit.diagnostics import DocumentError
from teikit.rng import RelaxNG
from teikit.xml import load

KNOWN = {
    "suites/tei-p5/testbare.xml": "names a DTD that is not there: Jing refuses the file, teikit reads no DTD",
}
"""Where the two differ, and why. A file that is listed and agrees is an error."""


class Row(NamedTuple):
    """A document, its schema, and whether Jing finds it valid: without and with ID checks."""

    file: str
    schema: str
    valid: bool
    valid_with_ids: bool


@cache
def compiled(schema: Path) -> RelaxNG:
    return RelaxNG.from_file(schema)


def verdicts(shared: Path) -> list[Row]:
    with (shared / "verdicts.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        Row(row["file"], row["schema"], row["errors_no_id_check"] == "0", row["errors_with_id_check"] == "0")
        for row in rows
    ]


def is_valid(shared: Path, row: Row, *, check_ids: bool) -> bool:
    try:
        return compiled(shared / row.schema).is_valid(shared / row.file, check_ids=check_ids)
    except DocumentError:
        return False


@pytest.mark.parametrize("check_ids", [False, True], ids=["no-id-check", "id-check"])
def test_every_verdict_is_that_of_jing(shared: Path, check_ids: bool) -> None:
    rows = verdicts(shared)
    assert len(rows) > 70
    differing = {
        row.file
        for row in rows
        if is_valid(shared, row, check_ids=check_ids) is not (row.valid_with_ids if check_ids else row.valid)
    }
    assert differing == set(KNOWN)


def test_every_fault_of_a_document_is_at_a_node_of_it(shared: Path) -> None:
    for row in verdicts(shared):
        if row.valid or row.file in KNOWN:
            continue
        try:
            document = load(shared / row.file)
        except DocumentError:
            continue
        faults = list(compiled(shared / row.schema).iter_diagnostics(shared / row.file))
        assert faults, row.file
        for fault in faults:
            start = document.line_text(fault.location.line)[fault.location.column - 1]
            assert fault.location.xpath.startswith("/"), row.file
            if "/@" in fault.location.xpath:
                assert start.isalpha(), (row.file, fault)
            elif fault.code.id in ("RNG013", "RNG021"):
                assert not start.isspace(), (row.file, fault)
            else:
                assert start == "<", (row.file, fault)
