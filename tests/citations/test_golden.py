"""A document and its lists, to be read side by side. `--update-golden` rewrites the lists; read the difference."""

from pathlib import Path

import pytest

from teikit.citations import FORMATS, collect
from teikit.xml import load

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "citations"
ENDINGS = {"text": ".txt", "html": ".html", "csl-json": ".json"}


@pytest.mark.parametrize("target", sorted(FORMATS))
def test_the_lists_are_the_golden_ones(target: str, update_golden: bool) -> None:
    source = GOLDEN / "essay.xml"
    shown = FORMATS[target](collect([(source.name, load(source))]))
    golden = source.with_suffix(ENDINGS[target])
    if update_golden:
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")
