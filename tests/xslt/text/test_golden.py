"""Small documents and their texts, side by side. `--update-golden` rewrites the texts; read the difference."""

from pathlib import Path

import pytest
from tests.xslt.text.reading import transformed

from teikit.xml import load

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
SOURCES = sorted((GOLDEN / "html").glob("*.xml"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
@pytest.mark.parametrize("choice", ["regularised", "diplomatic"])
def test_the_text_is_the_golden_one(source: Path, choice: str, update_golden: bool) -> None:
    shown = transformed(load(source), source.name, choice=choice).text
    golden = GOLDEN / "text" / f"{source.stem}-{choice}.txt"
    if update_golden:
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def test_there_are_sources() -> None:
    assert len(SOURCES) >= 3
