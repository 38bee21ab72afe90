"""Every visible character of every document in the reference material is in its plain text, in order."""

import copy
from pathlib import Path

import pytest
from tests.xslt.text.reading import lost, regularised, transformed
from tests.xslt.visible_text import runs

from teikit.diagnostics import DocumentError
from teikit.xml import load

SUFFIXES = {".xml", ".odd"}
SMALL = 40_000
"""Bytes: what an ordinary run reads in a few seconds."""


def documents(shared: Path) -> list[Path]:
    folders = (shared / "corpora", shared / "suites" / "tei-p5")
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in SUFFIXES)


def nothing_is_lost(path: Path) -> bool:
    """True for a document whose text has all that its reader sees; False for one that is not well-formed."""
    try:
        document = load(path)
    except DocumentError:
        return False
    result = transformed(document, path.name)
    assert result.text.endswith("\n"), path
    missing = lost(list(runs(regularised(copy.deepcopy(document.root)))), result.text)
    assert missing == [], f"{path}: {missing[:3]}"
    return True


def test_every_character_of_the_smaller_documents(shared: Path) -> None:
    small = [path for path in documents(shared) if path.stat().st_size < SMALL]
    assert sum(nothing_is_lost(path) for path in small) > 70


@pytest.mark.slow
def test_every_character_of_the_larger_documents(shared: Path) -> None:
    large = [path for path in documents(shared) if path.stat().st_size >= SMALL]
    assert sum(nothing_is_lost(path) for path in large) > 10


def test_the_measure_finds_what_is_lost() -> None:
    document = load(
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>one two</p><p>three</p></body></text></TEI>'
    )
    expected = list(runs(document.root))
    assert lost(expected, "one \u2018two\u2019 three") != []
    assert lost(expected, "one [1] two\n\nthree") == []
    assert [run.text for run in lost(expected, "three one two")] == ["three"]
    assert [run.text for run in lost(expected, "one tw three")] == ["onetwo"]
