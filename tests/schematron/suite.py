"""SchXslt2's format of test cases: schemas, documents, what is expected, and assertions about the report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

_TESTCASE = "{https://doi.org/10.5281/zenodo.5679629#}"


class Case(NamedTuple):
    """One schema of a case: its name, `valid`, `invalid` or `error`, its files, and XPaths that hold for the report."""

    name: str
    expected: str
    schema: bytes
    documents: dict[str, bytes]
    assertions: tuple[str, ...]


def cases(folder: Path) -> Iterator[Case]:
    """Yield the cases of a suite."""
    for file in sorted(folder.glob("**/*.xml")):
        root = etree.parse(str(file)).getroot()
        if root.tag != f"{_TESTCASE}testcase":
            continue
        documents = {each.get("filename", ""): _content(each) for each in root.iter(f"{_TESTCASE}document")}
        assertions = tuple(each.get("assert", "") for each in root.iter(f"{_TESTCASE}assertion"))
        schemas = root.find(f"{_TESTCASE}schemas")
        assert schemas is not None
        for number, schema in enumerate(schemas.iterchildren(etree.Element)):
            name = file.stem if number == 0 else f"{file.stem}-{number + 1}"
            written = etree.tostring(schema, with_tail=False)
            yield Case(name, root.get("expect", ""), written, documents, assertions)


def _content(element: etree._Element) -> bytes:
    return etree.tostring(next(element.iterchildren(etree.Element)), with_tail=False)
