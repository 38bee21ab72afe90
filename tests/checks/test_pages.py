"""The page of each code is true: its wrong example yields the code, its right one nothing."""

import pytest

from teikit.checks import CODES, run
from teikit.diagnostics import Code, Diagnostic
from teikit.xml import load


def reports(example: str) -> list[Diagnostic]:
    """Run the checks on a whole document, or on a fragment of a body."""
    if not example.startswith("<TEI"):
        example = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{example}</body></text></TEI>'
    return list(run(load(example.encode())))


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_the_wrong_example_has_this_fault_only(code: Code) -> None:
    assert {report.code.id for report in reports(code.page.wrong)} == {code.id}


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_the_right_example_has_no_fault(code: Code) -> None:
    assert reports(code.page.right) == []


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_the_page_is_complete(code: Code) -> None:
    assert all((code.page.finds, code.page.why, code.summary, code.reference))
    known = {other.id for other in CODES}
    assert {reference.strip() for reference in code.page.see.split(",")} <= known - {code.id}


def test_ids_and_names_are_unique_and_in_order() -> None:
    ids = [code.id for code in CODES]
    assert ids == sorted(set(ids))
    assert len({code.name for code in CODES}) == len(CODES)
