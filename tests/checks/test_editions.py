"""The checks on whole editions: ours, with faults planted at every place where one can be, and those of others."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from teikit.checks import across, examine, run
from teikit.dates import parse_w3c, write_w3c
from teikit.diagnostics import DocumentError
from teikit.project import Project
from teikit.project.index import Index
from teikit.xml import load

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "tei").rglob("*.xml"))
_CUSTOM = re.compile(r'when="(\d{4}-\d\d-\d\d)"\s+when-custom="[^"]+"\s+datingMethod="#(?:julian|minguo)"')

# What the checks report on the corpora, by folder. Each kind was looked at in the sources:
# amp, qhod, dostoevsky: `#id` for entries of a register that is another file, without that file's name.
# schnitzler-briefe: `@rendition` without `rendition` elements.
# muqtabas: a change that was copied with its ids; `#xslt` and `#github`, which no file that it includes has; files of
# the project, and two folders of scans, that are not in the corpus.
# parla-clarin: ids of the corpus's own header, which includes these files; a `relation` as the speaker.
# dracor-schema: the defects its tests are named after, `eng` for `en`; its ODD cites documents by bare fragments.
# frus: an excerpt, without the pages and documents it refers to; page numbers and names of volumes as pointers; figures
# without a word. suriano, cmif, isicily, wega: files and pictures that are not in the corpus, words for pointers.
# eltec, dostoevsky, qhod: languages left undeclared. epidoc-guidelines: acute accents of two kinds. rusdracor: a Latin
# letter in a Russian word. qhod: one decomposed letter; schemes of its archive's own.
LOOKED_AT = {
    "amp": {"TEI002": 150},
    "cmif": {"TEI011": 7, "TEI013": 1},
    "dostoevsky": {"TEI002": 7, "TEI003": 1, "TEI008": 2, "TEI011": 3},
    "dracor-schema": {"TEI002": 3, "TEI003": 2, "TEI019": 5},
    "eltec": {"TEI008": 1, "TEI019": 1},
    "epidoc-guidelines": {"TEI022": 1},
    "frus": {"TEI002": 3, "TEI011": 6, "TEI013": 1, "TEI020": 13, "TEI037": 1},
    "isicily": {"TEI013": 6},
    "muqtabas": {"TEI001": 8, "TEI002": 34, "TEI011": 5, "TEI013": 2, "TEI019": 2},
    "parla-clarin": {"TEI002": 20, "TEI003": 10, "TEI011": 1},
    "qhod": {"TEI002": 101, "TEI007": 3, "TEI008": 4, "TEI011": 4, "TEI012": 4, "TEI013": 4, "TEI022": 1},
    "rusdracor": {"TEI025": 1},
    "schnitzler-briefe": {"TEI002": 15},
    "suriano": {"TEI002": 4, "TEI011": 12},
    "wega": {"TEI013": 1},
}


def lines_of(text: str) -> Counter[tuple[int, str]]:
    return Counter((report.location.line, report.code.id) for report in run(load(text.encode())))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_our_edition_has_no_faults(file: Path) -> None:
    assert list(run(load(file))) == []


def test_our_edition_has_no_faults_as_a_project() -> None:
    project = Project.read(ROOT / "teikit.toml")
    examined = [examine(load(file), project.conventions()) for file in project.documents()]
    assert len(examined) == len(FILES)
    assert [found for each in examined for found in each.diagnostics] == []
    assert list(across(Index([each.facts for each in examined], [project.root], project))) == []


def test_every_pointer_into_a_register_is_followed(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    (tmp_path / "teikit.toml").write_text((ROOT / "teikit.toml").read_text("utf-8"), "utf-8")
    project = Project.read(tmp_path / "teikit.toml")
    persons = tmp_path / "tei/registers/persons.xml"
    text = persons.read_text("utf-8")
    gone = re.sub(r'(<person xml:id="li-shizhong)"', r'\1-gone"', text)
    assert gone != text
    persons.write_text(gone, "utf-8")
    facts = [examine(load(file)).facts for file in project.documents()]
    uses = sum(use.total for each in facts for use in each.uses if use.pointer == "person:li-shizhong")
    found = Counter(each.code.id for each in across(Index(facts, [project.root], project)))
    assert uses > 20
    assert set(found) <= {"TEI002", "TEI003", "TEI016"}
    assert found["TEI016"] == 1
    assert found["TEI002"] + found["TEI003"] > 20


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
