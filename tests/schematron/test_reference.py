"""The counts of SchXslt2 on real documents, and the places of what it finds."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

from teikit.schematron import Schematron
from teikit.xml import load

DIFFERENCES: dict[tuple[str, str], str] = {}
"""Schema and file → why the counts differ."""
Row = dict[str, str]


def rows(shared: Path) -> list[Row]:
    with (shared / "reference/schematron.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@cache
def schema_of(path: Path) -> Schematron:
    return Schematron.from_file(path, cached=False)


def differs(shared: Path, row: Row) -> bool:
    found = schema_of(shared / row["schema"]).iter_diagnostics(load(shared / row["file"]))
    kinds = Counter(each.kind for each in found)
    expected = {"failed-assert": int(row["failed_asserts"]), "successful-report": int(row["successful_reports"])}
    return kinds != Counter(expected)


def test_all_counts(shared: Path) -> None:
    every = rows(shared)
    assert len(every) == 135
    assert [row for row in every if differs(shared, row) != ((row["schema"], row["file"]) in DIFFERENCES)] == []


def test_every_finding_points_at_the_start_tag_of_its_element(shared: Path) -> None:
    """The path says which element it is; what stands at the line and column is read from the file itself."""
    looked_at = 0
    for row in rows(shared):
        if row["failed_asserts"] == row["successful_reports"] == "0":
            continue
        lines = (shared / row["file"]).read_text("utf-8").splitlines()
        for each in schema_of(shared / row["schema"]).iter_diagnostics(load(shared / row["file"])):
            name = each.location.xpath.rpartition("/")[2].partition("[")[0]
            here = lines[each.location.line - 1][each.location.column - 1 :]
            assert here.startswith((f"<{name} ", f"<{name}>", f"<{name}/")) or here == f"<{name}"
            looked_at += 1
    assert looked_at == sum(int(row["failed_asserts"]) + int(row["successful_reports"]) for row in rows(shared))


def test_the_letters_of_schnitzler(shared: Path) -> None:
    """One title of each letter, that with the ISO date, has no level (the schema says: “muss vorhanden sein”)."""
    schema = schema_of(shared / "corpora/schnitzler-briefe/schema/schnitzler-briefe-schematron.sch")
    assert [each.code.id for each in schema.diagnostics] == ["SCH006"]
    for file in sorted((shared / "corpora/schnitzler-briefe").glob("L*.xml")):
        found = [(each.location.line, each.location.xpath) for each in schema.iter_diagnostics(load(file))]
        assert found == [(6, "/TEI/teiHeader/fileDesc/titleStmt/title[2]")]
