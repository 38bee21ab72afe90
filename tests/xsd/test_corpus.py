"""The letters of an edition that is validated with its own XSD 1.1."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from teikit.xml import load
from teikit.xsd import XmlSchema

KNOWN = {"L00100.xml": [("XSD002", 132, 13)]}
"""A `c` inside `change`, which the schema of the edition gives the type `xs:string`."""


@pytest.fixture(scope="module")
def schema(shared: Path) -> XmlSchema:
    return XmlSchema.from_file(shared / "corpora/schnitzler-briefe/schema/schnitzler-briefe-schema.xsd")


def test_the_letters_are_valid_but_for_one(schema: XmlSchema, shared: Path) -> None:
    assert schema.version == "1.1"
    files = sorted((shared / "corpora/schnitzler-briefe").glob("*.xml"))
    assert len(files) == 6
    found = {}
    begin = time.perf_counter()
    for file in files:
        places = [
            (each.code.id, each.location.line, each.location.column) for each in schema.iter_diagnostics(load(file))
        ]
        found.update({file.name: places} if places else {})
    assert found == KNOWN
    assert time.perf_counter() - begin < 10


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<titleStmt>", "<titelStmt/><titleStmt>", "XSD002"),
        ("</titleStmt>", "x</titleStmt>", "XSD004"),
        ('level="s"', 'level="series"', "XSD007"),
        ('level="s"', 'levl="s"', "XSD005"),
    ],
)
def test_a_fault_is_found(old: str, new: str, code: str, schema: XmlSchema, shared: Path) -> None:
    text = (shared / "corpora/schnitzler-briefe/L01928.xml").read_text("utf-8")
    assert old in text
    assert code in [each.code.id for each in schema.iter_diagnostics(load(text.replace(old, new, 1).encode()))]
