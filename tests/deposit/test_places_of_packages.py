"""Where a package of an edition may be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deposit.bags import tree
from tests.deposit.editions import project

from teikit.deposit.contents import edition_of
from teikit.deposit.packaging import build
from teikit.diagnostics import TeikitError


@pytest.mark.parametrize("place", [".", "tei", "..", "link"])
def test_a_package_never_takes_the_place_of_its_edition(tmp_path: Path, place: str) -> None:
    folder = project(tmp_path / "all" / "edition")
    (folder / "link").symlink_to("tei")
    (folder / place / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    before = tree(tmp_path)
    with pytest.raises(TeikitError, match=r"cannot take the place of the edition|is a package already"):
        build(edition_of([str(folder)]), folder / place, replace=True)
    assert tree(tmp_path) == before


def test_a_package_inside_of_the_edition_is_no_part_of_it(tmp_path: Path) -> None:
    folder = project(tmp_path)
    target = folder / "tei" / "package"
    assert build(edition_of([str(folder)]), target).is_written
    before = tree(target)
    assert build(edition_of([str(folder)]), target, replace=True).is_written
    assert tree(target) == before
