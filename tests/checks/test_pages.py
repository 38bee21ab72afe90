"""The page of each code is true: its wrong example yields the code, its right one nothing."""

import pytest

from teikit.checks import CODES, run
from teikit.codes import BY_ID
from teikit.diagnostics import Code, Diagnostic
from teikit.project import Conventions
from teikit.project.conventions import Deprecated
from teikit.xml import load

PROJECT = Conventions(demand_refs=("persName",), deprecated=(Deprecated("re", "", "", "2026-03-10"),))
NEED_FILES = {"TEI013", "TEI014", "TEI016"}
"""What one document cannot show: a file that is not there, a picture or an entry that is not used."""
NEED_A_PROJECT = {"TEI027", "TEI029"}
SHOWN = [code for code in CODES if code.id not in NEED_FILES]


def reports(code: Code, example: str) -> list[Diagnostic]:
    """Run the checks on a whole document, or on a fragment of a body."""
    if not example.startswith(("<TEI", "<!DOCTYPE")):
        example = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{example}</body></text></TEI>'
    return list(run(load(example.encode()), None, PROJECT if code.id in NEED_A_PROJECT else None))


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.name)
def test_the_wrong_example_has_this_fault_only(code: Code) -> None:
    assert {report.code.id for report in reports(code, code.page.wrong)} == {code.id}


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.name)
def test_the_right_example_has_no_fault(code: Code) -> None:
    assert reports(code, code.page.right) == []


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_the_page_is_complete(code: Code) -> None:
    assert all((code.page.finds, code.page.why, code.summary, code.reference))
    assert {reference.strip() for reference in code.page.see.split(",")} <= set(BY_ID) - {code.id}
    assert bool(code.page.wrong) == (code.id not in NEED_FILES)


def test_ids_and_names_are_unique_and_in_order() -> None:
    ids = [code.id for code in CODES]
    assert ids == sorted(set(ids))
    assert len({code.name for code in CODES}) == len(CODES)
