"""The citations of the demo edition: the facts that a reader of its bibliography needs."""

from functools import cache
from pathlib import Path

import pytest

from teikit.citations import Bibliography, collect, to_text
from teikit.citations.bibliography import Citation
from teikit.xml import load

FOLDER = Path(__file__).resolve().parents[2] / "tei"
VOLUME = "registers/bibliography.xml#zegs-1"


@cache
def bibliography() -> Bibliography:
    files = sorted(FOLDER.glob("*/*.xml"))
    documents = [(file.relative_to(FOLDER).as_posix(), load(file)) for file in files]
    return collect(documents, {path: tree for path, tree in documents if path.startswith("registers/")})


def citation(identifier: str) -> Citation:
    return next(each for each in bibliography().citations if each.facts.get("xml-id") == identifier)


def test_every_bibl_and_biblstruct_is_there() -> None:
    counted = sum(
        1
        for file in FOLDER.glob("*/*.xml")
        for element in load(file).root.iter("{*}bibl", "{*}biblStruct", "{*}biblFull")
    )
    assert len(bibliography().citations) == counted


def test_nothing_to_report() -> None:
    assert bibliography().diagnostics == ()


def test_the_telegram_is_in_its_volume_on_its_pages() -> None:
    telegram = citation("cit-telegram")
    assert telegram.fields["type"] == "personal_communication"
    assert telegram.fields["genre"] == "telegram"
    assert telegram.fields["container-title"].startswith("Zhong-E guanxi shiliao")
    assert telegram.fields["page"] == "244–245"
    assert telegram.fields["issued"] == {"date-parts": [[1918, 1, 19]]}
    assert telegram.fields["note"] == "received 12 February 1918"


def test_ibid_is_the_volume_with_another_document_and_other_pages() -> None:
    letter = citation("cit-letter")
    assert letter.ibid["word"] == "Ibid."
    assert letter.ibid["means"] == "container"
    assert letter.ibid["key"] == VOLUME
    assert letter.ibid["order"] == citation("cit-telegram").facts["order"]
    assert letter.fields["page"] == "267–270"
    assert letter.item != citation("cit-telegram").item
    assert "Ibid." in letter.facts["text"]


def test_a_work_cited_in_many_documents_stands_once() -> None:
    cited = [each for each in bibliography().citations if each.item == "liu-telegram"]
    assert len({each.facts["document"] for each in cited}) >= 3
    assert [item.id for item in bibliography().items].count("liu-telegram") == 1


@pytest.mark.parametrize("identifier", ["zegs-1", "liu-telegram", "liu-letter", "izvestiia-232", "trudovaia-kopeika"])
def test_the_register_gives_works_their_names(identifier: str) -> None:
    assert bibliography().item(identifier)


def test_both_dates_of_the_newspaper() -> None:
    item = bibliography().item("izvestiia-232")
    assert item
    assert item.fields["issued"] == {"date-parts": [[1917, 12, 5]]}
    assert item.fields["note"] == "O.S. 22 November 1917"


def test_the_surname_of_an_eastern_name_stays_first() -> None:
    lines = to_text(bibliography()).splitlines()
    assert any(line.startswith("Liu Jingren. Telegram") for line in lines)
    assert any(line.startswith("Voznesenskii, A. N. ") for line in lines)


def test_the_corrected_year_and_the_chinese_title_are_in_the_list() -> None:
    text = to_text(bibliography())
    assert "Minguo liunian zhi banian (1917–1919)" in text
    assert "jiunian" not in text
    assert "中俄關係史料" in text
