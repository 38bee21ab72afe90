"""What findings come to: selection, baseline, and what no one may hide."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.diagnostics.reporting import found

from teikit.diagnostics import Diagnostic, Location, SchemaError
from teikit.rng.codes import NO_SCHEMA, UNEXPECTED_ELEMENT
from teikit.rng.schema_codes import CODES as RNS
from teikit.validation import Findings
from teikit.validation.judgement.baseline import Baseline, of
from teikit.validation.judgement.selection import Selection
from teikit.validation.judgement.verdict import Verdict, judge
from teikit.xml.codes import NOT_WELL_FORMED

ELEMENT = found(code=UNEXPECTED_ELEMENT, path="a.xml")
UNREADABLE = found(code=NOT_WELL_FORMED, path="b.xml")
NO_SCHEMA_FOUND = Diagnostic.of(NO_SCHEMA, Location("c.xml"), "no schema")
FAULTY = Diagnostic.of(RNS[0], Location("s.rng"), "not a schema")


def verdict(
    *findings: Findings,
    selection: Selection | None = None,
    known: Baseline | None = None,
    layers: str = "xml rng checks",
) -> Verdict:
    return judge(
        findings,
        selection or Selection(),
        baseline=known,
        source_line=lambda *_: None,
        layers=layers.split(),
    )


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.xml", "b.xml", "c.xml"):
        (tmp_path / name).touch()
    return tmp_path / "known.json"


def test_a_fault_that_files_share_is_there_once_and_the_rest_in_order() -> None:
    failure = SchemaError([FAULTY])
    said = verdict(
        Findings("b.xml", (FAULTY,), failure), Findings("a.xml", (FAULTY,), failure), Findings("a.xml", (ELEMENT,))
    )
    assert said == ([ELEMENT, FAULTY], {FAULTY}, 0, 0)


def test_selection_leaves_out_what_is_not_wanted() -> None:
    selection = Selection(select=("TEI",))
    assert verdict(Findings("a.xml", (ELEMENT,)), selection=selection).diagnostics == []
    assert verdict(Findings("b.xml", (UNREADABLE,)), selection=selection).diagnostics == [UNREADABLE]


@pytest.mark.parametrize("obstacle", [NO_SCHEMA_FOUND, FAULTY])
def test_what_kept_a_file_from_being_checked_is_never_hidden(file: Path, obstacle: Diagnostic) -> None:
    failure = SchemaError([FAULTY]) if obstacle is FAULTY else None
    finding = Findings("c.xml", (obstacle,), failure)
    assert verdict(finding, selection=Selection(ignore=("RN",))).diagnostics == [obstacle]
    known = of([obstacle], file, lambda *_: None)
    assert verdict(finding, known=known).diagnostics == [obstacle]


def test_the_baseline_sees_only_what_is_wanted(file: Path) -> None:
    known = of([ELEMENT], file, lambda *_: None)
    finding = Findings("a.xml", (ELEMENT,))
    assert verdict(finding, known=known) == ([], frozenset(), 1, 0)
    assert verdict(finding, known=known, selection=Selection(ignore=("RNG",))) == ([], frozenset(), 0, 0)
    assert verdict(Findings("a.xml", ()), known=known).gone == 1


def test_a_layer_that_did_not_run_leaves_nothing_gone(file: Path) -> None:
    known = of([ELEMENT], file, lambda *_: None)
    assert verdict(Findings("a.xml", ()), known=known, layers="xml checks").gone == 0


@pytest.mark.parametrize(
    "finding",
    [
        Findings("a.xml", (found(code=NOT_WELL_FORMED, path="a.xml"),)),
        Findings("a.xml", (Diagnostic.of(NO_SCHEMA, Location("a.xml"), "none"),)),
        Findings("a.xml", (FAULTY,), SchemaError([FAULTY])),
    ],
)
def test_a_file_that_could_not_be_examined_leaves_nothing_gone(file: Path, finding: Findings) -> None:
    assert verdict(finding, known=of([ELEMENT], file, lambda *_: None)).gone == 0
