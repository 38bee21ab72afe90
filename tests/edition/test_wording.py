"""The edition tells the facts of its source and none of its sentences."""

import re
from pathlib import Path

import pytest
from tests.edition.edition import FILES, NAMES

WORDS, CHARACTERS = 9, 10
# Long titles of the volume are named by everybody who cites it.
TITLE_WORDS = ("shiliao", "zhengbian")


def runs(text: str) -> set[str]:
    """Every run of nine words in Latin letters and of ten Chinese characters, markup taken out."""
    plain = re.sub(r"<[^>]+>", "", text)
    words = re.findall(r"[a-z]+(?:['’][a-z]+)?", plain.lower())
    han = re.findall(r"[\u3400-\u9fff]", plain)
    latin = {" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)}
    return latin | {"".join(han[i : i + CHARACTERS]) for i in range(len(han) - CHARACTERS + 1)}


def test_the_measure_finds_a_copied_run() -> None:
    copied = "one two three four five six seven eight nine"
    assert copied in runs("<p>Then <hi>one</hi> two three four five six seven, eight nine ten.</p>")
    assert "一二三四五六七八九十" in runs("零一二三四五，六七八九十")
    assert runs("too short to be a run") == set()


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_no_wording_of_the_source(path: Path, shared: Path) -> None:
    source = {run for text in (shared / "source").glob("*.txt") for run in runs(text.read_text("utf-8"))}
    source = {run for run in source if not any(word in run for word in TITLE_WORDS)}
    assert source
    assert sorted(runs(path.read_text("utf-8")) & source) == []
