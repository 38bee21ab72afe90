"""TEI into CSL: types, names, titles, dates, places."""

from typing import Any

import pytest
from tests.citations.citing import cited, document, fields, only


def structured(analytic: str, monogr: str, attributes: str = "") -> str:
    analytic = f"<analytic>{analytic}</analytic>" if analytic else ""
    return f"<listBibl><biblStruct {attributes}>{analytic}<monogr>{monogr}</monogr></biblStruct></listBibl>"


def test_a_telegram_printed_in_a_volume() -> None:
    found = fields(
        structured(
            '<author>Liu Jingren</author><title level="a">Telegram</title>'
            '<date type="sent" when="1918-01-19">19 January</date>'
            '<date type="received" when="1918-02-12">12 February</date>',
            '<title level="m">Zhong-E guanxi shiliao</title><imprint><pubPlace>Taipei</pubPlace>'
            "<publisher>Academia Sinica</publisher>"
            '<date>1959</date><biblScope unit="page" from="244" to="245">pp. 244–245</biblScope></imprint>',
            'type="telegram"',
        )
    )
    assert found == {
        "type": "personal_communication",
        "genre": "telegram",
        "author": [{"literal": "Liu Jingren"}],
        "title": "Telegram",
        "container-title": "Zhong-E guanxi shiliao",
        "page": "244–245",
        "publisher": "Academia Sinica",
        "publisher-place": "Taipei",
        "issued": {"date-parts": [[1918, 1, 19]]},
        "note": "received 12 February 1918",
    }


def test_a_letter_in_an_archive_with_sender_and_addressee() -> None:
    name, tree = document(
        "<p/>",
        source="<msDesc><msIdentifier><settlement>Taipei</settlement>"
        "<repository>Institute of Modern History</repository>"
        "<collection>Foreign Ministry</collection><idno>03-32</idno></msIdentifier></msDesc>",
    )
    header = tree.root[0]
    profile = (
        '<profileDesc xmlns="http://www.tei-c.org/ns/1.0"><correspDesc><correspAction type="sent">'
        "<persName>Liu Jingren</persName>"
        '<date when="1918-02-04"/></correspAction><correspAction type="received">'
        "<orgName>Foreign Ministry</orgName></correspAction>"
        "</correspDesc></profileDesc>"
    )
    from lxml import etree

    from teikit.citations import collect
    from teikit.xml import load

    header.append(etree.fromstring(profile))
    found = collect([(name, load(etree.tostring(tree.root)))]).citations[0].fields
    assert found["type"] == "personal_communication"
    assert found["author"] == [{"literal": "Liu Jingren"}]
    assert found["recipient"] == [{"literal": "Foreign Ministry"}]
    assert found["issued"] == {"date-parts": [[1918, 2, 4]]}
    assert found["archive"] == "Institute of Modern History"
    assert found["archive-place"] == "Taipei"
    assert found["archive_collection"] == "Foreign Ministry"
    assert found["archive_location"] == "03-32"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (
            '<p><bibl><title level="a">A</title> <title level="j">J</title> '
            '<biblScope unit="volume">3</biblScope></bibl></p>',
            "article-journal",
        ),
        (
            '<p><bibl><title level="a">A</title> <title level="j">J</title> <date when="1918-01-16"/></bibl></p>',
            "article-newspaper",
        ),
        ('<p><bibl type="newspaper"><title level="j">J</title></bibl></p>', "article-newspaper"),
        ('<p><bibl><title level="a">A</title> in <title level="m">M</title></bibl></p>', "chapter"),
        ("<p><bibl><title>M</title></bibl></p>", "book"),
        ('<p><bibl><title level="j">J</title></bibl></p>', "periodical"),
        ('<p><bibl type="thesis"><title>T</title></bibl></p>', "thesis"),
        ('<p><bibl type="map"><title>T</title></bibl></p>', "map"),
        ('<p><bibl type="treaty"><title>T</title></bibl></p>', "treaty"),
        ('<p><bibl type="decree"><title>T</title></bibl></p>', "legislation"),
        ('<p><bibl><title level="u">T</title></bibl></p>', "manuscript"),
        ("<figure><bibl>Photograph by somebody</bibl></figure>", "graphic"),
        ('<p><bibl><title>Site</title> <ptr target="https://example.org/"/></bibl></p>', "webpage"),
        ("<p><bibl>Letter from Liu to Lu, 1918</bibl></p>", "personal_communication"),
        ("<p><bibl>Brief history of letters</bibl></p>", "document"),
    ],
)
def test_types(body: str, kind: str) -> None:
    assert fields(body)["type"] == kind


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("<author>Bloch, Ernst</author>", {"family": "Bloch", "given": "Ernst"}),
        ("<author>Liu Jingren</author>", {"literal": "Liu Jingren"}),
        ("<author>劉鏡人</author>", {"literal": "劉鏡人"}),
        ("<author><orgName>Ministry of War, Navy</orgName></author>", {"literal": "Ministry of War, Navy"}),
        (
            "<author><persName><forename>Ludwig</forename> <nameLink>van</nameLink> "
            "<surname>Beethoven</surname></persName></author>",
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        ),
        (
            "<author><persName><surname>Liu</surname> <forename>Jingren</forename></persName></author>",
            {"family": "Liu", "given": "Jingren", "static-ordering": True},
        ),
        (
            "<author><surname>Smith</surname>, <forename>Ann</forename> <forename>B.</forename></author>",
            {"family": "Smith", "given": "Ann B."},
        ),
    ],
)
def test_names(author: str, name: dict[str, Any]) -> None:
    assert fields(f"<p><bibl>{author} <title>T</title></bibl></p>")["author"] == [name]


def test_roles() -> None:
    found = fields(
        "<p><bibl><author>A, B</author> <title>T</title> <editor>C, D</editor> "
        "<editor role='translator'>E, F</editor>"
        "<respStmt><resp>edited by</resp><name>G, H</name></respStmt></bibl></p>"
    )
    assert [each["family"] for each in found["editor"]] == ["C", "G"]
    assert [each["family"] for each in found["translator"]] == ["E"]


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("<date>1920</date>", {"date-parts": [[1920]]}),
        ('<date when="1918-02">Feb</date>', {"date-parts": [[1918, 2]]}),
        ('<date from="1917" to="1919">1917–1919</date>', {"date-parts": [[1917], [1919]]}),
        ("<date>1917–1919</date>", {"date-parts": [[1917], [1919]]}),
        (
            '<date notBefore="1918-01-16" notAfter="1918-01-29" cert="low"/>',
            {"date-parts": [[1918, 1, 16], [1918, 1, 29]], "circa": True},
        ),
        ("<date>n.d.</date>", {"literal": "n.d."}),
        ('<date when="-0044">44 BCE</date>', {"date-parts": [[-44]]}),
    ],
)
def test_dates(date: str, issued: dict[str, Any]) -> None:
    assert fields(f"<p><bibl><title>T</title> {date}</bibl></p>")["issued"] == issued


def test_new_style_is_issued_and_old_style_noted() -> None:
    found = fields(
        '<p><bibl><title level="j">Izvestiia</title> <biblScope unit="issue">232</biblScope> '
        '<date when="1917-12-05" '
        'when-custom="1917-11-22" datingMethod="#julian" calendar="#julian">22 November 1917 (O.S.)'
        "</date></bibl></p>"
    )
    assert found["issued"] == {"date-parts": [[1917, 12, 5]]}
    assert found["note"] == "O.S. 22 November 1917"
    assert found["issue"] == "232"


def test_titles_in_several_scripts_and_a_corrected_reading() -> None:
    citation = only(
        structured(
            "",
            '<title type="main" xml:lang="zh-Latn">Zhong-E <choice><sic>shilao</sic><corr>shiliao'
            "</corr></choice></title>"
            '<title type="sub" xml:lang="zh-Latn">Yiban jiaoshe</title>'
            '<title type="alt" xml:lang="zh-Hant">中俄關係\n      史料</title>'
            '<title type="translated" xml:lang="en">Sources</title>',
        )
    )
    assert citation.fields["title"] == "Zhong-E shiliao: Yiban jiaoshe"
    assert [(form["lang"], form["value"]) for form in citation.facts["titles"]] == [
        ("zh-Hant", "中俄關係史料"),
        ("en", "Sources"),
    ]


def test_identifiers() -> None:
    found = fields(
        '<p><bibl><title>T</title> <idno type="DOI">https://doi.org/10.1000/1</idno> '
        '<idno type="ISBN">978-0</idno> '
        '<ref target="https://example.org/t">online</ref></bibl></p>'
    )
    assert (found["DOI"], found["ISBN"], found["URL"]) == ("10.1000/1", "978-0", "https://example.org/t")


def test_pages_in_a_book_are_a_locator() -> None:
    citation = only('<p><bibl><title level="m">M</title>, <biblScope unit="page">pp. 3-5</biblScope></bibl></p>')
    assert "page" not in citation.fields
    assert (citation.facts["locator"], citation.facts["locator-label"]) == ("3–5", "page")


def test_free_words_are_kept() -> None:
    citation = only(
        "<p><bibl>As <author>Smith</author> showed long ago in <title>T</title>, against everybody</bibl></p>"
    )
    assert citation.facts["text"] == "As Smith showed long ago in T, against everybody"
    assert citation.facts["mixed"] is True


def test_the_entry_says_more_than_the_citation() -> None:
    entry = structured(
        "", "<author>Smith, Ann</author><title>Rivers</title><imprint><date>1920</date></imprint>", 'xml:id="s"'
    )
    citation = only('<p><bibl><ptr target="bib:s"/>, <citedRange>p. 4</citedRange></bibl></p>', bib=entry)
    assert citation.fields["title"] == "Rivers"
    assert citation.facts["key"] == "registers/bib.xml#s"
    assert citation.facts["locator"] == "4"


def test_a_volume_described_by_another_entry() -> None:
    register = (
        '<listBibl><biblStruct xml:id="vol"><monogr><title>Sources on Relations</title><imprint>'
        "<pubPlace>Taipei</pubPlace></imprint></monogr>"
        '</biblStruct><biblStruct xml:id="doc" type="letter"><analytic><title level="a">Letter'
        '</title></analytic><monogr><title level="m">Sources'
        '</title><imprint><biblScope unit="page">7</biblScope></imprint></monogr>'
        '<relatedItem type="host" target="#vol"/></biblStruct></listBibl>'
    )
    citation = only('<p><bibl corresp="bib:doc">the letter</bibl></p>', bib=register)
    assert citation.fields["container-title"] == "Sources on Relations"
    assert citation.fields["publisher-place"] == "Taipei"
    assert citation.fields["page"] == "7"
    assert citation.facts["container-key"] == "registers/bib.xml#vol"


def test_every_bibl_counts_also_nested_and_empty_ones() -> None:
    body = (
        "<p><bibl>A <bibl>B</bibl></bibl> <bibl/></p><listBibl><biblFull><titleStmt><title>C"
        "</title></titleStmt></biblFull></listBibl>"
    )
    citations = cited(body).citations
    assert [citation.facts["order"] for citation in citations] == [1, 2, 3, 4]
    assert citations[1].facts["in"].endswith("bibl[1]")
    assert citations[3].fields["title"] == "C"
