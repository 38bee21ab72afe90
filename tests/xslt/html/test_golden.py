"""Small documents and the pages made of them, to be read side by side.

`--update-golden` rewrites the pages; read the difference.
"""

import re
from pathlib import Path

import pytest

from teikit.saxon import Stylesheet
from teikit.xml import load

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "html"
SOURCES = sorted(GOLDEN.glob("*.xml"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_the_page_is_the_golden_one(source: Path, stylesheet: Stylesheet, update_golden: bool):
    result = stylesheet.run(load(source), {"document": source.name, "pages": [source.name]})
    assert [said.message for said in result.diagnostics] == []
    page = re.sub(r"<style>.*?</style>", "<style></style>", result.text, flags=re.DOTALL)
    golden = source.with_suffix(".html")
    if update_golden:
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")


def test_there_are_golden_pages():
    assert len(SOURCES) >= 4
