"""Every file of the edition is valid TEI, and valid against the edition's own schema."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.edition.edition import FILES, NAMES, ROOT, root

OWN_SCHEMA = ROOT / "schema" / "teikit.rng"


def complaints(schema: Path) -> list[str]:
    """What Jing says of all files of the edition, in one run; nothing when they are valid, IDs included."""
    jing = shutil.which("jing")
    if jing is None:
        pytest.skip("Jing is not installed")
    result = subprocess.run([jing, str(schema), *map(str, FILES)], capture_output=True, text=True, check=False)
    # Debian's start script warns of packages that Jing does without.
    return [line for line in (result.stdout + result.stderr).splitlines() if not line.startswith("[warning] ")]


def test_valid_against_the_whole_of_tei(shared: Path) -> None:
    assert complaints(shared / "tei" / "4.12.0" / "tei_all.rng") == []


def test_valid_against_the_edition_s_schema() -> None:
    assert complaints(OWN_SCHEMA) == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_declares_the_edition_s_schemas(path: Path) -> None:
    instructions = [node.text for node in root(path).itersiblings(preceding=True) if node.tag.__name__ != "Comment"]
    declared = [line.split('"')[1] for line in instructions]
    assert {(path.parent / href).resolve() for href in declared} == {OWN_SCHEMA, OWN_SCHEMA.with_suffix(".sch")}


def test_file_names_suit_every_repository() -> None:
    assert len(FILES) >= 10
    for path in FILES:
        assert path.stem.replace("-", "").isalnum()
        assert path.stem == path.stem.lower()
