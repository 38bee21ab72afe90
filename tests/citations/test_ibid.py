"""Ibid.: what it means, when it means nothing, and that nothing is guessed."""

import pytest
from tests.citations.citing import cited

from teikit.citations import Bibliography

VOLUME = (
    '<listBibl><biblStruct xml:id="vol" type="volume"><monogr><title level="m">Zhong-E guanxi shiliao</title>'
    "<imprint><pubPlace>Taipei</pubPlace><publisher>Academia Sinica</publisher><date>1959</date></imprint></monogr>"
    "</biblStruct></listBibl>"
)
TELEGRAM = (
    '<bibl type="telegram"><author>Liu Jingren</author>, <title level="a">Telegram on Voznesenskii</title>, '
    '<date when="1918-01-19">19 January 1918</date>, in <title level="m">Zhong-E guanxi shiliao</title>, '
    '<biblScope unit="page">pp. 244–245</biblScope></bibl>'
)
BOOK = (
    '<bibl><author>Smith, Ann</author>, <title level="m">Rivers</title>, <date>1920</date>, '
    "<citedRange>p. 3</citedRange></bibl>"
)
OTHER = '<bibl><author>Jones, Ben</author>, <title level="m">Hills</title>, <date>1921</date></bibl>'


def note(*parts: str) -> str:
    return f"<note>{' '.join(parts)}</note>"


def unresolved(bibliography: Bibliography) -> list[str]:
    return [said.code.id for said in bibliography.diagnostics if said.code.id == "XSL013"]


def test_the_source_before_with_another_page() -> None:
    bibliography = cited(f"<p>x{note(BOOK)} y{note('<bibl>Ibid., <citedRange>p. 9</citedRange></bibl>')}</p>")
    again = bibliography.citations[1]
    assert again.ibid == {"word": "Ibid.", "means": "item", "order": 1}
    assert (again.fields["title"], again.facts["locator"]) == ("Rivers", "9")
    assert again.item == bibliography.citations[0].item
    assert len(bibliography.items) == 1
    assert not unresolved(bibliography)


def test_the_page_is_inherited_where_no_new_one_stands() -> None:
    again = cited(f"<p>x{note(BOOK)} y{note('<bibl>Ibid.</bibl>')}</p>").citations[1]
    assert again.facts["locator"] == "3"


@pytest.mark.parametrize("word", ["Ibid.", "ibidem", "Ebd.", "ebenda", "Там же", "同上"])
def test_the_word_in_several_languages(word: str) -> None:
    again = cited(f"<p>x{note(BOOK)} y{note(f'<bibl>{word}, 9</bibl>')}</p>").citations[1]
    assert again.ibid["word"] == word
    assert again.ibid["order"] == 1


def test_the_volume_with_another_document_and_other_pages() -> None:
    letter = (
        '<bibl type="letter"><author>Liu Jingren</author>, <title level="a">Letter on Polivanov</title>, '
        '<date when="1918-02-04">4 February 1918</date>. Ibid., <biblScope unit="page">pp. 267–270'
        "</biblScope></bibl>"
    )
    again = cited(f"<p>x {TELEGRAM}</p><p>y {letter}</p>").citations[1]
    assert again.ibid["means"] == "container"
    assert again.fields["title"] == "Letter on Polivanov"
    assert again.fields["container-title"] == "Zhong-E guanxi shiliao"
    assert again.fields["page"] == "267–270"
    assert again.fields["issued"] == {"date-parts": [[1918, 2, 4]]}


def test_words_alone_before_ibid_are_the_document() -> None:
    letter = "<bibl>Letter from Liu Jingren, <date when='1918-02-04'>4 February 1918</date>. Ibid., pp. 267-270.</bibl>"
    again = cited(f"<p>x {TELEGRAM}</p><p>y {letter}</p>").citations[1]
    assert again.fields["type"] == "personal_communication"
    assert again.fields["author"] == [{"literal": "Liu Jingren"}]
    assert again.fields["container-title"] == "Zhong-E guanxi shiliao"


def test_pages_outside_the_document_can_only_be_the_volume() -> None:
    bibliography = cited(
        f"<p>x {TELEGRAM}</p><p>y <bibl>Ibid., <biblScope unit='page'>pp. 267–270</biblScope></bibl></p>"
    )
    again = bibliography.citations[1]
    assert again.ibid["means"] == "container"
    assert (again.fields["type"], again.fields["title"]) == ("book", "Zhong-E guanxi shiliao")
    assert again.facts["locator"] == "267–270"
    assert "author" not in again.fields


def test_a_page_within_the_document_is_the_document() -> None:
    again = cited(f"<p>x {TELEGRAM}</p><p>y <bibl>Ibid., <citedRange>p. 245</citedRange></bibl></p>").citations[1]
    assert again.ibid["means"] == "item"
    assert again.fields["title"] == "Telegram on Voznesenskii"


def test_a_caption_does_not_break_the_chain_nor_join_it() -> None:
    figure = f"<figure><head>A picture</head>{OTHER}</figure>"
    again = cited(f"<p>x {BOOK}</p>{figure}<p>y <bibl>Ibid.</bibl></p>").citations[2]
    assert again.fields["title"] == "Rivers"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f"<p>x{note(BOOK, OTHER)} y{note('<bibl>Ibid.</bibl>')}</p>", "2 sources"),
        (f"<p>x{note(BOOK)} z{note('A remark.')} y{note('<bibl>Ibid.</bibl>')}</p>", "cites nothing"),
        ("<p>y <bibl>Ibid., p. 3</bibl></p>", "no citation"),
        (f"<p>x {BOOK}</p><p>y <bibl>Smith, op. cit., p. 3</bibl></p>", "any earlier work"),
    ],
)
def test_it_means_nothing(body: str, reason: str) -> None:
    bibliography = cited(body)
    last = bibliography.citations[-1]
    assert reason in last.ibid["unresolved"]
    assert last.item == ""
    assert unresolved(bibliography) == ["XSL013"]


def test_not_across_texts() -> None:
    from teikit.citations import collect
    from teikit.xml import load

    texts = f"<text><body><p>{BOOK}</p></body></text><text><body><p><bibl>Ibid.</bibl></p></body></text>"
    xml = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><group>{texts}</group></text></TEI>'
    bibliography = collect([("a.xml", load(xml.encode()))])
    assert "another text" in bibliography.citations[1].ibid["unresolved"]


def test_two_citations_of_one_source_are_one_source() -> None:
    again = cited(f"<p>x{note(BOOK, BOOK)} y{note('<bibl>Ibid.</bibl>')}</p>").citations[2]
    assert again.fields["title"] == "Rivers"


def test_within_a_note_it_is_the_citation_before() -> None:
    again = cited(f"<p>x{note(BOOK, OTHER, '<bibl>ibid., 7</bibl>')}</p>").citations[2]
    assert again.fields["title"] == "Hills"


def test_a_pointer_wins_over_the_chain() -> None:
    pointed = (
        '<bibl><title level="a">Letter</title>, <ref target="bib:vol">Ibid.</ref>, '
        '<biblScope unit="page">9</biblScope></bibl>'
    )
    again = cited(f"<p>{BOOK}</p><p>{pointed}</p>", bib=VOLUME).citations[1]
    assert again.ibid["means"] == "container"
    assert again.ibid["key"] == "registers/bib.xml#vol"
    assert again.fields["container-title"] == "Zhong-E guanxi shiliao"
    assert again.fields["publisher-place"] == "Taipei"
    assert again.facts["container-issued"] == {"date-parts": [[1959]]}


def test_a_pointer_resolves_what_the_chain_cannot() -> None:
    bibliography = cited('<p><bibl corresp="bib:vol">Ibid., 12</bibl></p>', bib=VOLUME)
    assert bibliography.citations[0].fields["title"] == "Zhong-E guanxi shiliao"
    assert bibliography.citations[0].ibid["key"] == "registers/bib.xml#vol"
    assert not unresolved(bibliography)
