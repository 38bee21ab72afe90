"""What editions of others lack, as read in their files; and what the demo edition has."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.deposit.targets.complete import answers

from teikit.deposit.targets import NAMES


def copied(shared: Path, name: str, folder: Path) -> Path:
    """Copy a corpus, without its licence file, and with permission to change it."""
    shutil.copytree(shared / "corpora" / name, folder / name, copy_function=shutil.copyfile)
    return folder / name


def missing(folder: Path, target: str) -> dict[str, str]:
    """Return what is not met, with the first place below the folder."""
    found = {name: each for name, each in answers(folder, target).items() if each.state != "met"}
    return {
        name: f"{Path(each.diagnostics[0].location.path).relative_to(folder)}:{each.diagnostics[0].location.line}"
        for name, each in found.items()
    }


@pytest.mark.parametrize("target", NAMES)
def test_the_demo_edition_has_all_that_must_be_there(root: Path, target: str) -> None:
    found = answers(root, target)
    assert [name for name, each in found.items() if each.requirement.is_must and each.state != "met"] == []
    # Its editors are a group without an identifier, and it has no DOI of its own.
    assert found["creator-identifiers"].state == "missing" if "creator-identifiers" in found else target == "clarin"


def test_schnitzler_briefe(shared: Path, tmp_path: Path) -> None:
    """Schema and Schematron are named by a folder that is not there; licence, title, editors and language are."""
    assert missing(copied(shared, "schnitzler-briefe", tmp_path), "generic") == {
        "valid": "L00001.xml:1",
        "pointers": "L00001.xml:125",
        "no-local-paths": "L00001.xml:1",
        "odd-included": ".:1",
        "creator-identifiers": "L00001.xml:8",
        "description": "L00001.xml:85",
        "readme": "README.md:1",
        "citation-file": "CITATION.cff:1",
    }


def test_suriano(shared: Path, tmp_path: Path) -> None:
    """`publicationStmt` is an empty paragraph; each letter has a title of its own; names are in one piece."""
    found = missing(copied(shared, "suriano", tmp_path), "zenodo")
    assert {name: place for name, place in found.items() if place.startswith("03/003.xml")} == {
        "title": "03/003.xml:7",
        "creator-names": "03/003.xml:9",
        "creator-identifiers": "03/003.xml:9",
        "date": "03/003.xml:16",
        "licence": "03/003.xml:16",
        "description": "03/003.xml:38",
        "publisher": "03/003.xml:16",
        "languages": "03/003.xml:38",
        "keywords": "03/003.xml:38",
        "valid": "03/003.xml:2",
        "pointers": "03/003.xml:42",
    }


def test_amp(shared: Path, tmp_path: Path) -> None:
    """The documents name no schema, underscores are in their names; each has a handle, and a licence."""
    folder = copied(shared, "amp", tmp_path)
    assert missing(folder, "clarin")["file-names"] == "amp-transcript__0006.xml:1"
    found = missing(folder, "generic")
    assert found == {
        "valid": "amp-transcript__0006.xml:1",
        "pointers": "amp-transcript__0006.xml:28",
        "schema-included": "amp-transcript__0006.xml:1",
        "description": found["description"],
        "readme": "README.md:1",
        "citation-file": "CITATION.cff:1",
    }
