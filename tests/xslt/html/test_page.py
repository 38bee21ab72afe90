"""The page as a whole: landmarks, headings, notes, figures, self-containedness."""

# Documents stand in one line, as a case and what it comes to.
# ruff: noqa: E501

import re

from tests.xslt.html.conftest import words

HEADER = """<teiHeader xml:lang="en"><fileDesc><titleStmt><title type="main">Minutes</title><title type="sub">A talk</title><author>Ann Author</author>
<editor>Ed Itor</editor></titleStmt><publicationStmt><publisher>The Press</publisher><pubPlace>Vienna</pubPlace><date when="2026">2026</date>
<idno type="DOI">10.1234/abc</idno><availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability></publicationStmt>
<sourceDesc><bibl>A volume, pp. 1–2</bibl></sourceDesc></fileDesc></teiHeader>"""


def test_one_main_heading_and_no_level_left_out(page):
    made = page(
        "<div><head>A</head><div><head>B</head><p>x</p></div></div><div><div><head>C</head><p>y</p></div></div>",
        header=HEADER,
    )
    levels = [int(each.tag[1]) for each in made.all("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert levels == [1, 2, 3, 2]
    assert words(made.one("//h1")) == "Minutes"


def test_landmarks_and_the_way_past_the_contents(page):
    made = page("<p>x</p>", header=HEADER)
    assert made.one("//main").get("id") == "content"
    assert made.all("//body/*")[0].get("href") == "#content"
    assert made.one("//footer").get("class") == "colophon"
    assert made.one("/html/head/title").text == "Minutes"


def test_the_description_says_who_what_and_under_which_licence(page):
    made = page("<p>x</p>", header=HEADER)
    rows = {words(row[0]): words(row[1]) for row in made.all("//dl[@class='description']/div")}
    assert rows == {"Author": "Ann Author", "Editor": "Ed Itor", "Source": "A volume, pp. 1–2", "Licence": "CC BY 4.0"}
    assert made.one("//a[@rel='license']").get("href") == "https://creativecommons.org/licenses/by/4.0/"


def test_the_page_says_how_to_cite_it(page):
    made = page("<p>x</p>", header=HEADER)
    assert (
        words(made.one("//p[@class='citation']"))
        == "Ann Author. “Minutes.” Vienna: The Press, 2026. https://doi.org/10.1234/abc."
    )


def test_a_note_leads_there_and_back(page):
    made = page('<p>Word<note place="foot" xml:id="n1"><p>First.</p></note> more<note>Second.</note></p>')
    references = made.by_class("note-reference")
    assert [each.get("data-number") for each in references] == ["1", "2"]
    assert references[0].get("href") == "#n1"
    items = made.all("//section[@role='doc-endnotes']/ol/li")
    assert [words(each) for each in items] == ["First.", "Second."]
    assert [each.get("id") for each in items] == [each.get("href")[1:] for each in references]
    assert [each.xpath(".//a[@class='back-link']/@href")[0][1:] for each in items] == [
        each.get("id") for each in references
    ]
    assert words(made.by_class("paragraph")[0]) == "Word more"


def test_a_marginal_note_stays_in_its_place(page):
    made = page('<p>Word<note place="margin">Beside.</note></p>')
    assert words(made.by_class("marginal")[0]) == "Beside."
    assert not made.all("//section[@role='doc-endnotes']")


def test_a_figure_has_its_image_its_caption_and_its_credit(page):
    body = '<figure><graphic url="../images/a b.jpg"/><head>Four men</head><figDesc>A group.</figDesc><bibl type="credit">Photo: unknown</bibl></figure>'
    made = page(body.replace(" b", "b"), images=["images/ab.jpg"])
    image = made.one("//figure//img")
    assert (image.get("src"), image.get("alt")) == ("../images/ab.jpg", "A group.")
    assert words(made.one("//figcaption")) == "Photo: unknown"
    assert words(made.one("//figure")) == "Four men A group. Photo: unknown"


def test_an_image_that_is_missing_is_named_and_reported(page):
    made = page(
        '<figure><graphic url="../images/gone.jpg"/><head>Gone</head></figure><figure><head>None</head></figure>'
    )
    assert [each.get("data-label") for each in made.by_class("image-missing")] == [
        "Image missing: ../images/gone.jpg",
        "No image",
    ]
    assert made.codes == ("XSL012", "XSL012")


def test_the_page_asks_the_network_for_nothing(page):
    made = page(
        '<p rend="italic" style="background: url(https://example.org/x)"><graphic url="https://example.org/x.png"/></p>',
        header=HEADER,
    )
    assert not made.all(
        "//img | //script | //link | //iframe | //object | //*[@src] | //*[starts-with(local-name(@*), 'on')]"
    )
    assert not re.search(r"url\(|@import", made.one("//style").text)
    assert made.by_class("image-elsewhere")[0].get("href") == "https://example.org/x.png"


def test_markup_in_the_text_stays_text(page):
    made = page("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")
    assert words(made.by_class("paragraph")[0]) == "<script>alert(1)</script>"
    assert not made.all("//script")


def test_page_breaks_are_named(page):
    made = page('<pb n="3"/><p>x<pb n="4"/>y</p>')
    assert [(each.tag, each.get("aria-label")) for each in made.all("//*[@role='separator']")] == [
        ("div", "page 3"),
        ("span", "page 4"),
    ]
    assert words(made.by_class("paragraph")[0]) == "xy"


def test_a_table_has_header_cells(page):
    made = page(
        '<table><head>Sums</head><row role="label"><cell>A</cell><cell>B</cell></row><row><cell>1</cell><cell cols="2">2</cell></row></table>'
    )
    assert [words(each) for each in made.all("//th")] == ["A", "B"]
    assert made.all("//td")[1].get("colspan") == "2"
    assert words(made.one("//caption")) == "Sums"


def test_a_list_of_terms_is_one(page):
    made = page("<list><label>de jure</label><item>by right</item><label>de facto</label><item>in fact</item></list>")
    assert [(each.tag, words(each)) for each in made.one("//div[@class='tei-list']/dl")] == [
        ("dt", "de jure"), ("dd", "by right"), ("dt", "de facto"), ("dd", "in fact"),
    ]  # fmt: skip


def test_an_example_is_shown_as_code(page):
    made = page('<egXML xmlns="http://www.tei-c.org/ns/Examples"><p n="1">Word <lb/></p></egXML>')
    assert words(made.one("//pre")) == '<p n="1">Word <lb/></p>'
