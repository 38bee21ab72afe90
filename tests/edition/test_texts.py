"""What the documents say: who spoke to whom, what was written, what is cited, which readings are emended."""

import re
from pathlib import Path

import pytest
from lxml import etree
from tests.edition.edition import DOCUMENTS, TEI, XML, document, find, register, resolve, root, text_of

NAMES = [path.name for path in DOCUMENTS]


def speeches() -> list[tuple[Path, etree._Element]]:
    return [(path, said) for path in DOCUMENTS for said in root(path).iter(TEI + "said")]


def test_two_dozen_speech_acts_each_reported_with_a_speaker_and_an_addressee() -> None:
    assert len(speeches()) >= 24
    for path, said in speeches():
        assert said.get("direct") == "false"
        assert resolve(path, said.get("who")).tag == TEI + "person"
        assert resolve(path, said.get("toWhom")).tag == TEI + "person"
        assert said.get("who") != said.get("toWhom")
        assert list(said.iterancestors(TEI + "said")) == []


def test_speech_acts_are_told_once() -> None:
    told = [re.sub(r"\W+", " ", text_of(said)).lower() for _, said in speeches()]
    assert len(set(told)) == len(told)
    assert not find(document("overtures"), "//t:said")
    assert not find(document("essay"), "//t:said")


def test_turns_of_the_conversation() -> None:
    turns = list(document("conversation-1918-01-24").iter(TEI + "sp"))
    speakers = [turn.get("who").removeprefix("person:") for turn in turns]
    assert speakers.count("li-shizhong") == 6
    assert speakers.count("polivanov-ed") == 10
    assert speakers.count("voznesenskii") == 2
    for turn in turns:
        (speaker,) = turn.findall(TEI + "speaker")
        entry = resolve(Path(document_path("conversation-1918-01-24")), turn.get("who"))
        assert text_of(speaker) in text_of(entry.find(TEI + "persName"))
        for said in turn.iter(TEI + "said"):
            assert (said.get("who"), said.get("toWhom")) == (turn.get("who"), turn.get("toWhom"))
        assert turn.find(f".//{TEI}said") is not None


def document_path(name: str) -> Path:
    return next(path for path in DOCUMENTS if path.stem == name)


@pytest.mark.parametrize(
    ("fragment", "who", "to_whom"),
    [
        ("express", "voznesenskii", "embassy-member"),
        ("private talk only", "embassy-member", "voznesenskii"),
        ("stronghold", "polivanov-ed", "li-shizhong"),
        ("matter of trade", "li-shizhong", "polivanov-ed"),
        ("mixed courts", "polivanov-ed", "li-shizhong"),
        ("statement in public", "li-shizhong", "polivanov-ed"),
        ("recognised as the new ambassador", "voznesenskii", "li-shizhong"),
        ("minister had not seen him", "british-charge", "liu-jingren"),
    ],
)
def test_who_says_what_to_whom(fragment: str, who: str, to_whom: str) -> None:
    ((_, said),) = [(path, said) for path, said in speeches() if fragment in text_of(said)]
    assert (said.get("who"), said.get("toWhom")) == (f"person:{who}", f"person:{to_whom}")


def test_what_li_wrote_of_polivanov_is_a_quotation_and_no_speech() -> None:
    (portrait,) = find(document("conversation-1918-01-24"), "//t:quote")
    assert "nephew" in text_of(portrait)
    assert portrait.get("source") == "bib:liu-letter"
    assert find(portrait, "ancestor::t:said | descendant::t:said | ancestor::t:sp") == []
    assert not [said for _, said in speeches() if "nephew" in text_of(said)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)
def test_headers_say_that_the_text_is_a_precis_and_credit_the_sources(path: Path) -> None:
    top = root(path)
    (editorial,) = top.iter(TEI + "editorialDecl")
    for words in ("précis", "third person", 'direct="false"', "mouth of a historical person"):
        assert words in text_of(editorial)
    credited = {bibl.get("corresp") for bibl in find(top, "//t:sourceDesc/t:bibl")}
    assert "bib:shots" in credited
    assert credited & {"bib:zegs-1", "bib:liu-telegram", "bib:liu-letter"}
    (licence,) = top.iter(TEI + "licence")
    assert licence.get("target") == "https://creativecommons.org/licenses/by/4.0/"


def test_the_essay_is_an_essay() -> None:
    top = document("essay")
    prose = find(top, "//t:text//t:p[not(ancestor::t:note or ancestor::t:figure or ancestor::t:floatingText)]")
    assert sum(len(text_of(paragraph).split()) for paragraph in prose) >= 1200
    assert len(find(top, "//t:floatingText")) == 2
    assert len(find(top, "//t:soCalled")) >= 2
    assert find(top, "//t:gloss[@target]") != []
    assert len(find(top, "//t:note[@place='foot']")) >= 4


def test_figures_have_captions_and_credits_and_admit_that_the_image_is_missing() -> None:
    figures = find(document("essay"), "//t:figure")
    assert len(figures) == 5
    for figure in figures:
        assert text_of(figure.find(TEI + "head"))
        assert figure.find(TEI + "bibl").get("type") == "credit"
        assert find(figure, ".//t:graphic") == []
        assert "not available" in text_of(figure.find(TEI + "figDesc"))


def test_ibid_keeps_its_word_and_points_to_the_volume_of_the_citation_before() -> None:
    path = document_path("essay")
    citations = find(root(path), "//t:text//t:bibl[not(ancestor::t:figure)]")
    letter = next(bibl for bibl in citations if bibl.get(XML + "id") == "cit-letter")
    before = citations[citations.index(letter) - 1]
    (ibid,) = letter.findall(TEI + "ref")
    assert text_of(ibid) == "Ibid."
    volume = resolve(path, ibid.get("target"))
    assert volume.get(XML + "id") == "zegs-1"
    assert volume.find(TEI + "analytic") is None
    assert resolve(path, before.find(f"{TEI}title[@level='m']").get("corresp")) is volume
    pages = [bibl.find(TEI + "biblScope") for bibl in (before, letter)]
    assert [(scope.get("from"), scope.get("to")) for scope in pages] == [("244", "245"), ("267", "270")]
    assert before.get("corresp") != letter.get("corresp")
    between = [
        bibl
        for bibl in find(root(path), "//t:figure/t:bibl")
        if before.sourceline < bibl.sourceline < letter.sourceline
    ]
    assert between, "captions stand between the two citations and do not count"


@pytest.mark.parametrize("top", [document("essay"), register("bibliography")], ids=["essay", "bibliography"])
def test_the_year_in_the_title_of_the_volume(top: etree._Element) -> None:
    (years,) = find(top, "//t:text//t:title//t:date[@from-custom]")
    values = {name: years.get(name) for name in ("from", "to", "from-custom", "to-custom", "datingMethod")}
    assert values == {
        "from": "1917",
        "to": "1919",
        "from-custom": "0006",
        "to-custom": "0008",
        "datingMethod": "#minguo",
    }
    (choice,) = years.iter(TEI + "choice")
    sic, corr = choice
    assert (text_of(sic), text_of(corr)) == ("jiunian", "liunian")
    assert corr.get("cert")
    assert corr.get("resp")
    assert corr.get("source")
    assert sic.get("source")
    assert text_of(years).replace("jiunian", "") == "Minguo liunian zhi banian"


def test_marks_of_emendation_stand_only_where_a_reading_is_cited() -> None:
    readings = set()
    for path in sorted({*DOCUMENTS}):
        for choice in root(path).iter(TEI + "choice"):
            sic, corr = choice
            readings.add((text_of(sic), text_of(corr)))
            assert sic.get("source")
            assert corr.get("source")
            assert corr.get("resp")
        assert not find(root(path), "//t:gap | //t:supplied | //t:unclear | //t:del | //t:add | //t:damage")
    assert readings == {("顧", "庫"), ("jiunian", "liunian")}
