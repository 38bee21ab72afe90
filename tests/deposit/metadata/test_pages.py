"""The page of each code of the metadata is true: its wrong example yields the code, its right one does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.deposit.metadata import metadata_of
from teikit.deposit.metadata.codes import CODES, NO_COMMON_TITLE, NO_DESCRIPTION, NO_LANGUAGE
from teikit.diagnostics import Code

# What one document cannot show, or what every short example lacks.
NOT_SHOWN = (NO_COMMON_TITLE, NO_LANGUAGE, NO_DESCRIPTION)
SHOWN = [code for code in CODES if code not in NOT_SHOWN]


def codes_of(folder: Path, example: str) -> set[str]:
    """Return the codes that an example yields, without those that every short example does."""
    path = folder / "example.xml"
    path.write_text(example, encoding="utf-8")
    left_out = {code.id for code in NOT_SHOWN}
    return {each.code.id for each in metadata_of([path])[1]} - left_out


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.name)
def test_the_wrong_example_has_this_fault_only(tmp_path: Path, code: Code) -> None:
    assert codes_of(tmp_path, code.page.wrong) == {code.id}


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.name)
def test_the_right_example_has_no_fault(tmp_path: Path, code: Code) -> None:
    assert codes_of(tmp_path, code.page.right) == set()


def test_ids_are_those_of_the_metadata_and_in_order() -> None:
    ids = [code.id for code in CODES]
    assert ids == sorted(set(ids))
    assert all("DEP001" <= each <= "DEP019" for each in ids)
    assert all(bool(code.page.wrong) == (code not in NOT_SHOWN) for code in CODES)
