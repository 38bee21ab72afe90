"""Names, pointers and links."""

# Documents stand in one line, as a case and what it comes to.
# ruff: noqa: E501

import pytest
from tests.xslt.html.conftest import words

PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><listPerson>
<person xml:id="li"><persName type="variant">Лю</persName><persName type="preferred"><forename>Jingren</forename> <surname>Liu</surname></persName>
<birth when="1866"/><death when="1929-05-01"/><occupation>ambassador</occupation></person></listPerson></body></text></TEI>"""
PREFIX = """<teiHeader><encodingDesc><listPrefixDef><prefixDef ident="person" matchPattern="([a-z]+)" replacementPattern="../registers/persons.xml#$1"/>
</listPrefixDef></encodingDesc></teiHeader>"""
KNOWN = {"registers": {"registers/persons.xml": PERSONS}, "pages": ["registers/persons.xml", "documents/a b.xml"]}


@pytest.mark.parametrize("pointer", ["person:li", "../registers/persons.xml#li", "#nothing person:li"])
def test_a_name_leads_to_its_entry_and_says_who_it_is(page, pointer):
    made = page(f'<p><persName ref="{pointer}">the ambassador</persName></p>', header=PREFIX, **KNOWN)
    (name,) = made.by_class("tei-persName")
    assert name.get("title") == "Jingren Liu (1866–1929), ambassador"
    if not pointer.startswith("#"):
        assert name.get("href") == "../registers/persons.html#li"
    assert words(name) == "the ambassador"


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("https://example.org/a?b=1&amp;c=2", "https://example.org/a?b=1&c=2"),
        ("a%20b.xml#x", "a%20b.html#x"),
        ("unknown.pdf", "unknown.pdf"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("data:text/html,x", None),
        ("vbscript:x", None),
        ("#gone", None),
        ("#here", "#here"),
    ],
)
def test_a_link_is_safe_and_leads_somewhere(page, target, href):
    made = page(f'<p xml:id="here"><ref target="{target}">word</ref></p>', **KNOWN)
    assert made.by_class("tei-ref")[0].get("href") == href
    assert words(made.by_class("tei-ref")[0]) == "word"


def test_xml_base_is_honoured(page):
    made = page('<div xml:base="../registers/"><p><ref target="persons.xml#li">Liu</ref></p></div>', **KNOWN)
    assert made.by_class("tei-ref")[0].get("href") == "../registers/persons.html#li"


def test_a_pointer_to_nothing_is_reported(page):
    assert page(
        '<p><ref target="#gone">x</ref><persName ref="person:nobody">y</persName></p>', header=PREFIX, **KNOWN
    ).codes == ("XSL011", "XSL011")
    assert page('<p xml:id="a"><ref target="#a">x</ref><ref target="other.xml#b">z</ref></p>', **KNOWN).codes == ()


def test_there_are_no_links_in_links(page):
    made = page(
        '<p><ref target="https://example.org/">by <persName ref="person:li">Liu</persName></ref></p>',
        header=PREFIX,
        **KNOWN,
    )
    assert not made.all("//a//a")
    assert made.by_class("tei-persName")[0].get("title") == "Jingren Liu (1866–1929), ambassador"


def test_ids_are_unique_though_the_source_repeats_them(page):
    made = page('<p xml:id="a">1</p><p xml:id="a">2</p>')
    assert [each.get("id") for each in made.by_class("paragraph")] == ["a", None]


def test_an_entry_is_a_card_with_all_its_names(page):
    made = page(PERSONS, document="registers/persons.xml")
    (card,) = made.by_class("card")
    assert card.get("id") == "li"
    assert [words(each) for each in card.xpath(".//*[@class='name-form']")] == ["Лю", "Jingren Liu"]
    assert words(card.xpath("h2")[0]) == "Jingren Liu"
    assert card.xpath("h2//@data-label") == ["1866–1929"]


def test_a_relation_names_both_sides(page):
    body = '<listPerson><person xml:id="a"><persName>Ann</persName></person><person xml:id="b"><persName>Bob</persName></person></listPerson>'
    made = page(body + '<listRelation><relation name="envoy-of" active="#a" passive="#b"/></listRelation>')
    assert words(made.by_class("relation-line")[0]) == "Ann — envoy of — Bob"


def test_the_table_of_contents_leads_to_the_divisions(page):
    made = page(
        '<div xml:id="one"><head>One<note>n</note></head><div><head>Deep</head><p>x</p></div></div><div><head>Two</head><p>y</p></div>'
    )
    entries = made.all("//nav[@aria-label='Contents']//a")
    assert [words(each) for each in entries] == ["One", "Deep", "Two"]
    ids = set(made.all("//@id"))
    assert all(each.get("href")[1:] in ids for each in entries)
    assert not page("<div><head>Only</head><p>x</p></div>").all("//nav")
