"""The pages of the codes are true: the wrong example lacks what the code says, the right one does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deposit.targets.complete import answers

from teikit.deposit.targets import NAMES
from teikit.deposit.targets.codes import CODES
from teikit.diagnostics import Code

NEED_MORE_THAN_A_DOCUMENT = {
    *("DEP040", "DEP041", "DEP044", "DEP053", "DEP054", "DEP056", "DEP057", "DEP058", "DEP060", "DEP061", "DEP066")
}
"""What one document cannot show: schemas, names, other files, settings."""
SHOWN = [code for code in CODES if code.id not in NEED_MORE_THAN_A_DOCUMENT]


def found(folder: Path, example: str) -> set[str]:
    """Return the codes of all targets that a folder with this one document gets."""
    (folder / "letter.xml").write_text(example, "utf-8")
    return {each.code.id for name in NAMES for answer in answers(folder, name).values() for each in answer.diagnostics}


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.id)
def test_the_examples(tmp_path: Path, code: Code) -> None:
    assert code.id in found(tmp_path, code.page.wrong)
    assert code.id not in found(tmp_path, code.page.right)


def test_the_codes_are_those_that_are_ours() -> None:
    ids = [code.id for code in CODES]
    assert ids == [f"DEP{number:03}" for number in range(40, 70)]
    assert {code.id for code in CODES if not code.page.wrong} == NEED_MORE_THAN_A_DOCUMENT
