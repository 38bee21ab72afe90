"""The language of each passage, the direction of its script, and passages side by side."""

# Documents stand in one line, as a case and what it comes to.
# ruff: noqa: E501

import pytest
from tests.xslt.html.conftest import words

TWO = """<div xml:lang="en" xml:id="en"><head>Overtures</head><p xml:id="e1" corresp="#z1">One.</p><p xml:id="e2">Two.</p><p xml:id="e3" corresp="#z3">Three.</p></div>
<div xml:lang="zh-Hant" xml:id="zh"><head>表示</head><p xml:id="z1">一。</p><p xml:id="z3">三。</p></div>"""


def language(element) -> str | None:
    return next((each.get("lang") for each in (element, *element.iterancestors()) if each.get("lang")), None)


def test_every_passage_inherits_the_language_of_its_source(page):
    made = page('<div xml:lang="ru"><p>Да <foreign xml:lang="la">sic</foreign></p></div><p>Yes.<note>Note.</note></p>')
    assert [(words(each), language(each)) for each in made.by_class("paragraph")] == [("Да sic", "ru"), ("Yes.", "en")]
    assert language(made.by_class("tei-foreign")[0]) == "la"
    assert language(made.one("//section[@role='doc-endnotes']//li")) == "en"


def test_a_note_at_the_end_keeps_the_language_of_its_place(page):
    made = page('<div xml:lang="ru"><p>Да<note>Замечание.</note></p></div>')
    assert language(made.one("//section[@role='doc-endnotes']//li")) == "ru"


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"),
        ("he", "rtl"),
        ("fa", "rtl"),
        ("ota", "rtl"),
        ("ota-Arab", "rtl"),
        ("ota-Latn", "ltr"),
        ("ar-Latn-x-ijmes", "ltr"),
        ("uz-Arab", "rtl"),
        ("zh-Hant", "ltr"),
        ("en", "ltr"),
    ],
)
def test_the_direction_follows_the_script(page, tag, direction):
    assert page(f'<p xml:lang="{tag}">x</p>').by_class("paragraph")[0].get("dir") == direction


def test_the_page_has_the_language_of_the_text(page):
    assert page("<p>x</p>", language="ar").all("/html/@lang | /html/@dir") == ["ar", "rtl"]


def test_corresponding_passages_share_a_row_and_keep_their_order(page):
    made = page(TWO)
    (parallel,) = made.by_class("parallel")
    rows = [(words(each), each.get("style")) for each in made.by_class("passage")]
    assert rows == [
        ("Overtures", "--row: 1"), ("One.", "--row: 2"), ("Two.", "--row: 3"), ("Three.", "--row: 4"),
        ("表示", "--row: 1"), ("一。", "--row: 2"), ("三。", "--row: 4"),
    ]  # fmt: skip
    assert [child.get("lang") for child in parallel] == ["en", "zh-Hant"]


def test_sibling_paragraphs_that_correspond_stand_side_by_side(page):
    pair = '<p xml:lang="en" xml:id="e{0}">E{0}</p><p xml:lang="zh" corresp="#e{0}">Z{0}</p>'
    made = page(pair.format(1) + pair.format(2) + '<p xml:lang="en">alone</p>')
    assert [words(each) for each in made.by_class("parallel")] == ["E1 Z1", "E2 Z2"]


def test_divisions_in_one_language_are_no_columns(page):
    assert not page(
        '<div xml:lang="en" xml:id="a"><p>A</p></div><div xml:lang="en" corresp="#a"><p>B</p></div>'
    ).by_class("parallel")
    assert not page('<div xml:lang="en"><p>A</p></div><div xml:lang="de"><p>B</p></div>').by_class("parallel")
