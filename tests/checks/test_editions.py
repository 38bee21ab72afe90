"""The checks on whole editions: ours, with faults planted at every place where one can be, and those of others."""

import re
from collections import Counter
from pathlib import Path

import pytest

from teikit.checks import run
from teikit.dates import parse_w3c, write_w3c
from teikit.diagnostics import DocumentError
from teikit.xml import load

FILES = sorted((Path(__file__).parents[2] / "tei").rglob("*.xml"))
_CUSTOM = re.compile(r'when="(\d{4}-\d\d-\d\d)"\s+when-custom="[^"]+"\s+datingMethod="#(?:julian|minguo)"')

# What the checks report on the corpora, by folder. Each kind was looked at in the sources:
# amp, qhod, dostoevsky: `#id` for entries of a register that is another file, without that file's name.
# schnitzler-briefe: `@rendition` without `rendition` elements.
# muqtabas: a change that was copied with its ids; an id of an editor that is not there.
# parla-clarin: ids of the corpus's own header, which includes these files; a `relation` as the speaker.
# dracor-schema: the defects its tests are named after; its ODD cites documents by bare fragments.
# frus: an excerpt, without the pages and documents it refers to. eltec, dostoevsky, qhod: languages left undeclared.
LOOKED_AT = {
    "amp": {"TEI002": 165},
    "dostoevsky": {"TEI002": 7, "TEI003": 1, "TEI008": 2},
    "dracor-schema": {"TEI002": 3, "TEI003": 2},
    "eltec": {"TEI008": 1},
    "frus": {"TEI002": 2},
    "muqtabas": {"TEI001": 8, "TEI002": 4},
    "parla-clarin": {"TEI002": 20, "TEI003": 10},
    "qhod": {"TEI002": 119, "TEI007": 3, "TEI008": 4},
    "schnitzler-briefe": {"TEI002": 15},
}


def lines_of(text: str) -> Counter[tuple[int, str]]:
    return Counter((report.location.line, report.code.id) for report in run(load(text.encode())))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_our_edition_has_no_faults(file: Path) -> None:
    assert list(run(load(file))) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_shifted_day_is_found_on_its_line(file: Path) -> None:
    text = file.read_text("utf-8")
    for match in _CUSTOM.finditer(text):
        shifted = write_w3c(parse_w3c(match.group(1)).first + 1)
        planted = text[: match.start(1)] + shifted + text[match.end(1) :]
        line = text.count("\n", 0, text.index("when-custom", match.start())) + 1
        found = lines_of(planted)
        assert found[line, "TEI004"] == 1
        assert (
            sum(number for (_, code), number in found.items() if code != "TEI006") == 1
        )  # it may also arrive too early


def test_the_edition_has_days_to_shift() -> None:
    assert sum(len(_CUSTOM.findall(file.read_text("utf-8"))) for file in FILES) >= 15


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_broken_local_pointer_is_found_on_its_line(file: Path) -> None:
    text = file.read_text("utf-8")
    pattern = re.compile(r'\s(?:corresp|resp|source|target|who)="(#[\w-]+)"')
    for match in list(pattern.finditer(text))[:20]:
        planted = text[: match.end(1)] + "-gone" + text[match.end(1) :]
        line = text.count("\n", 0, match.start(1)) + 1
        found = lines_of(planted)
        assert sum(found.values()) == 1
        assert found[line, "TEI002"] + found[line, "TEI003"] == 1


def test_every_kind_of_report_on_the_corpora_was_looked_at(shared: Path) -> None:
    found: dict[str, Counter[str]] = {}
    for file in sorted([*shared.glob("corpora/**/*.xml"), *shared.glob("corpora/**/*.odd")]):
        try:
            document = load(file)
        except DocumentError:
            continue
        project = file.relative_to(shared / "corpora").parts[0]
        found.setdefault(project, Counter()).update(report.code.id for report in run(document))
    assert len(found) > 15
    assert {project: dict(codes) for project, codes in found.items() if codes} == LOOKED_AT
