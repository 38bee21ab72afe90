"""Which citations are one work, the order of works, and the three formats."""

import re
from html.parser import HTMLParser

import pytest
from tests.citations.citing import cited, csl, document

from teikit.citations import collect, to_html, to_text
from teikit.citations.order import folded
from teikit.citations.style.dates import worded
from teikit.citations.style.names import in_order, inverted, listed

SMITH = "<bibl><author>Smith, Ann</author>, <title>The Rivers</title>, <date>1920</date></bibl>"
CSL_NAMES = {"family", "given", "dropping-particle", "non-dropping-particle", "suffix", "static-ordering", "literal"}
CSL_FIELDS = {
    *(
        "id",
        "type",
        "custom",
        "title",
        "container-title",
        "collection-title",
        "collection-number",
        "genre",
        "language",
        "note",
    ),
    *("author", "editor", "translator", "recipient", "container-author", "collection-editor", "issued", "accessed"),
    *("publisher", "publisher-place", "volume", "issue", "page", "chapter-number", "part-number", "section", "edition"),
    *("number-of-pages", "DOI", "ISBN", "ISSN", "PMID", "PMCID", "URL", "call-number"),
    *("archive", "archive-place", "archive_collection", "archive_location"),
}


def test_the_same_fields_in_two_documents_are_one_work() -> None:
    again = SMITH.replace("The Rivers", "the  rivers")
    bibliography = collect([document(f"<p>{SMITH}</p>"), document(f"<p>{again}</p>", name="documents/b.xml")])
    assert len(bibliography.citations) == 2
    assert [item.fields["title"] for item in bibliography.items] == ["The Rivers"]


def test_different_pages_of_a_volume_are_different_documents() -> None:
    letter = (
        '<bibl type="letter"><title level="a">Letter</title>, <title level="m">V</title>, '
        '<biblScope unit="page">{}</biblScope></bibl>'
    )
    assert len(cited(f"<p>{letter.format(1)} {letter.format(2)}</p>").items) == 2


def test_pointers_to_one_entry_are_one_work_whatever_they_say() -> None:
    entry = '<listBibl><bibl xml:id="s"><author>Smith, Ann</author>, <title>The Rivers</title></bibl></listBibl>'
    register = document(entry, name="registers/bib.xml")
    body = (
        '<p><bibl corresp="bib:s">Smith 1920</bibl> <bibl sameAs="bib:s">her book</bibl> <bibl>'
        '<ptr target="bib:s"/>, 4</bibl></p>'
    )
    bibliography = collect([document(body), register], dict([register]))
    assert {citation.item for citation in bibliography.citations} == {"s"}
    assert len(bibliography.items) == 1


def test_two_captions_of_the_same_words_are_two_pictures() -> None:
    figure = "<figure><bibl>Photograph, maker not known</bibl></figure>"
    assert len(cited(f"<p/>{figure}{figure}").items) == 2


def test_alphabetical_order_over_scripts() -> None:
    authors = ["Ястребов", "Łapiński", "劉鏡人", "Zola", "Åberg", "lapidus", "Ἀριστοτέλης"]
    body = "".join(f"<bibl><author>{author}</author> <title>T</title></bibl>" for author in authors)
    names = [item.fields["author"][0]["literal"] for item in cited(f"<p>{body}</p>").items]
    assert names == ["Åberg", "lapidus", "Łapiński", "Zola", "Ἀριστοτέλης", "Ястребов", "劉鏡人"]


def test_works_of_an_author_stand_by_date() -> None:
    body = "".join(
        f"<bibl><author>A</author> <title>{title}</title> <date>{date}</date></bibl>"
        for title, date in [("Z", 1899), ("B", 1920), ("A", 1910)]
    )
    assert [item.fields["title"] for item in cited(f"<p>{body}</p>").items] == ["Z", "A", "B"]


def test_articles_do_not_count_in_titles() -> None:
    assert folded("Ěducation")[1] == "education"
    items = cited("<p><bibl><title>The Zoo</title></bibl><bibl><title>Yard</title></bibl></p>").items
    assert [item.fields["title"] for item in items] == ["Yard", "The Zoo"]


def test_names_in_words() -> None:
    bloch = {"family": "Bloch", "given": "Ernst"}
    liu = {"family": "Liu", "given": "Jingren", "static-ordering": True}
    assert (in_order(bloch), inverted(bloch)) == ("Ernst Bloch", "Bloch, Ernst")
    assert (in_order(liu), inverted(liu)) == ("Liu Jingren", "Liu Jingren")
    assert in_order({"family": "劉", "given": "鏡人"}) == "劉鏡人"
    assert inverted({"family": "Goethe", "given": "J. W.", "non-dropping-particle": "von"}) == "Goethe, J. W. von"
    assert listed([bloch, liu, bloch], first_inverted=True) == "Bloch, Ernst, Liu Jingren and Ernst Bloch"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ({"date-parts": [[1918, 1, 19]]}, "19 January 1918"),
        ({"date-parts": [[1918, 2]]}, "February 1918"),
        ({"date-parts": [[1917], [1919]]}, "1917–1919"),
        ({"date-parts": [[1918, 1, 16], [1918, 1, 29]], "circa": True}, "16–29 January 1918?"),
        ({"date-parts": [[1918, 1, 18], [1918, 2, 23]]}, "18 January – 23 February 1918"),
        ({"date-parts": [[-44]]}, "44 BCE"),
        ({"literal": "n.d."}, "n.d."),
        (None, ""),
    ],
)
def test_dates_in_words(date: dict[str, object] | None, words: str) -> None:
    assert worded(date) == words


def test_the_wording_of_a_book_a_chapter_and_an_article() -> None:
    body = (
        "<p><bibl><author>Smith, Ann</author>, <title>Rivers</title>, <pubPlace>York</pubPlace>: "
        "<publisher>Ash</publisher> "
        "<date>1920</date>, <citedRange>p. 3</citedRange></bibl>"
        "<bibl><author>Lee, Bo</author>, <title level='a'>Dams?</title> in <title level='m'>Water"
        "</title>, ed. <editor>Kay, Di</editor>, "
        "<pubPlace>Bath</pubPlace> <date>1921</date>, <biblScope unit='page'>5-9</biblScope></bibl>"
        "<bibl><author>Ray, Eve</author>, <title level='a'>Silt</title>, <title level='j'>Mud"
        "</title> <biblScope unit='volume'>4</biblScope>, "
        "<biblScope unit='issue'>2</biblScope> (<date>1922</date>), <biblScope unit='page'>11"
        "</biblScope></bibl></p>"
    )
    text = to_text(cited(body))
    assert "1. Ann Smith, Rivers (York: Ash, 1920), 3.\n" in text
    assert "2. Bo Lee, “Dams?” in Water, ed. Di Kay (Bath, 1921), 5–9.\n" in text
    assert "3. Eve Ray, “Silt,” Mud 4, no. 2 (1922), 11.\n" in text
    works = text.partition("Bibliography\n")[2].splitlines()[2:]
    assert works == [
        "Lee, Bo. “Dams?” In Water, ed. Di Kay (Bath, 1921), 5–9.",
        "Ray, Eve. “Silt.” Mud 4, no. 2 (1922), 11.",
        "Smith, Ann. Rivers (York: Ash, 1920).",
    ]


def test_csl_json_keeps_to_the_schema() -> None:
    bibliography = cited(f"<p>{SMITH} <bibl>Ibid., 7</bibl> <bibl type='letter'>Letter from Liu to Lu, 1918</bibl></p>")
    items = csl(bibliography)
    assert [item["id"] for item in items] == ["liu-letter-from-liu-to-lu", "smith-1920-the-rivers"]
    for item in items:
        assert set(item) <= CSL_FIELDS
        assert all(set(name) <= CSL_NAMES for role in ("author", "recipient") for name in item.get(role, ()))
    assert [each["order"] for each in items[1]["custom"]["citations"]] == [1, 2]
    assert items[1]["custom"]["citations"][1]["ibid"]["word"] == "Ibid."


def test_two_runs_give_the_same_bytes() -> None:
    body = f"<p>{SMITH}</p>"
    assert to_html(cited(body)) == to_html(cited(body))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        if told.get("id"):
            self.ids.append(str(told["id"]))
        if tag == "a":
            self.links.append(str(told["href"]).removeprefix("#"))


def test_the_page_links_every_citation_to_its_work_and_escapes() -> None:
    page = to_html(cited("<p><bibl><title>&lt;script&gt; &amp; sons</title></bibl></p>"))
    parsed = _Page()
    parsed.feed(page)
    assert "script" not in parsed.tags
    assert "<cite>&lt;script&gt; &amp; sons</cite>" in page
    assert len(parsed.ids) == len(set(parsed.ids))
    assert set(parsed.links) <= set(parsed.ids)
    assert not re.search(r'(src|href)="http', page)
    assert {"main", "h1", "h2", "nav"} <= set(parsed.tags)
