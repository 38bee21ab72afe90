"""Beside Jing, on real documents: the same verdict, with and without its ID checks, and the same first node."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.rng import jing as reference
from tests.rng.differential import difference, ours

from teikit.diagnostics import DocumentError
from teikit.rng import RelaxNG
from teikit.xml import load

TEI_ALL = "tei/4.12.0/tei_all.rng"

KNOWN = {
    "suites/tei-p5/testbare.xml": "names a DTD that is not there: Jing refuses the file, teikit reads no DTD",
}
"""Where the two differ, and why. A file that is listed and agrees is an error."""

_AGAIN = "after an element that is not known Jing says so again for the text that follows; one fault is one diagnostic"
FEWER = {
    "corpora/cmif/doc/documentation-en.xml": _AGAIN,
    "corpora/dracor-schema/tests/tst100000-corpus.xml": _AGAIN,
    "corpora/dracor-schema/tests/tst100001-corpus-extended.xml": _AGAIN,
    "suites/tei-p5/testfand5.xml": _AGAIN,
}
"""Where we report fewer errors than Jing, and why; everywhere else as many. A listed file that agrees is an error."""


def stops_jing(file: Path) -> bool:
    """Whether Jing may end its run at a file: not well-formed, or with a DTD or a part that may not be there."""
    try:
        load(file)
    except DocumentError:
        return True
    content = file.read_bytes()
    return b"<!DOCTYPE" in content or b"http://www.w3.org/2001/XInclude" in content


def pairs(shared: Path) -> dict[str, list[str]]:
    """Return the documents by schema: those that name one, and all others with tei_all."""
    with (shared / "verdicts.tsv").open(encoding="utf-8") as file:
        rows = [(row["schema"], row["file"]) for row in csv.DictReader(file, delimiter="\t")]
    listed = {file for _, file in rows}
    for folder in ("corpora", "suites/tei-p5"):
        for path in sorted((shared / folder).rglob("*.xml")):
            name = path.relative_to(shared).as_posix()
            if name not in listed:
                rows.append((TEI_ALL, name))
    found: dict[str, list[str]] = {}
    for schema, name in rows:
        found.setdefault(schema, []).append(name)
    return found


@pytest.mark.parametrize("check_ids", [True, False])
def test_every_document_gets_the_verdict_of_jing_at_the_same_node(shared: Path, jing: str, check_ids: bool) -> None:
    differing: dict[str, object] = {}
    counts: dict[str, tuple[int, int]] = {}
    for schema, names in pairs(shared).items():
        compiled = RelaxNG.from_file(shared / schema)
        files = [shared / name for name in names]
        alone = [file for file in files if stops_jing(file)]
        together = [file for file in files if file not in alone]
        errors = reference.errors(jing, shared / schema, together, check_ids=check_ids)
        assert [error for said in errors.values() for error in said if error.is_fatal] == []
        for file in alone:
            errors.update(reference.errors(jing, shared / schema, [file], check_ids=check_ids))
        for name in names:
            faults = ours(compiled, shared / name, check_ids=check_ids, include_root=shared)
            found = difference(faults, errors[shared / name])
            if found:
                differing[name] = found
            elif len(faults) != len(errors[shared / name]) and shared / name not in alone:
                counts[name] = (len(faults), len(errors[shared / name]))
    assert {name: found for name, found in differing.items() if name not in KNOWN} == {}
    assert set(KNOWN) <= set(differing)
    assert {name: count for name, count in counts.items() if name not in FEWER} == {}
    assert all(counts[name][0] < counts[name][1] for name in FEWER)
