"""Editorial marks, the apparatus, and the legend."""

# Documents stand in one line, as a case and what it comes to.
# ruff: noqa: E501

import pytest
from tests.xslt.html.conftest import words


def legend(made) -> list[str]:
    return [words(each) for each in made.all("//section[@class='legend']//dd")]


@pytest.mark.parametrize(
    ("markup", "meanings"),
    [
        ("<choice><sic>jiu</sic><corr>liu</corr></choice>", ["as in the source", "the editor’s correction"]),
        ("<del>old</del> <add>new</add>", ["added in the source", "deleted in the source"]),
        ("<gap/>", ["something is left out"]),
        ("<unclear>x</unclear>", ["hard to read"]),
        ("<supplied>x</supplied> <surplus>y</surplus>", ["supplied by the editor", "superfluous in the source"]),
        (
            "<soCalled>x</soCalled>",
            ["quotation marks set by the edition", "a word that the author keeps at a distance"],
        ),
        ("nothing marked", []),
    ],
)
def test_the_legend_lists_the_marks_on_the_page_and_no_others(page, markup, meanings):
    assert legend(page(f"<p>{markup}</p>")) == meanings


def test_both_readings_stand_in_the_order_of_the_source(page):
    made = page(
        "<p><choice><corr>liu</corr><sic>jiu</sic></choice><choice><abbr>Dr</abbr><expan>Doctor</expan></choice></p>"
    )
    assert words(made.by_class("paragraph")[0]) == "liujiuDrDoctor"
    assert {"in-choice"} <= set(made.by_class("tei-corr")[0].get("class").split())


@pytest.mark.parametrize(
    ("gap", "label"),
    [
        ('<gap reason="illegible" quantity="3" unit="word"/>', "[… 3 words]"),
        ('<gap quantity="1" unit="line"/>', "[… 1 line]"),
        ('<gap atLeast="2" atMost="4" unit="chars"/>', "[… 2–4 characters]"),
        ('<gap extent="unknown"/>', "[…]"),
        ('<space quantity="2" unit="line"/>', "[blank, 2 lines]"),
    ],
)
def test_a_gap_says_how_much_is_missing(page, gap, label):
    assert page(f"<p>a{gap}b</p>").all("//p//@data-label") == [label]


def test_added_and_deleted_words_are_what_html_calls_them(page):
    made = page('<p><subst><del rend="strikethrough">old</del><add place="above">new</add></subst></p>')
    assert [(each.tag, words(each)) for each in made.by_class("tei-subst")[0]] == [("del", "old"), ("ins", "new")]
    assert made.by_class("tei-add")[0].get("title") == "added; place: above"


def test_readings_name_their_witnesses(page):
    header = '<teiHeader><fileDesc><sourceDesc><listWit><witness xml:id="wA" n="A">One</witness><witness xml:id="B">Two</witness></listWit></sourceDesc></fileDesc></teiHeader>'
    made = page('<p>x <app><lem wit="#wA">right</lem><rdg wit="#B">wrong</rdg><rdg wit="#B"/></app></p>', header=header)
    assert [each.get("data-witnesses") for each in made.by_class("reading")] == ["A", "B", "B"]
    assert words(made.by_class("paragraph")[0]) == "x rightwrong"
    assert made.by_class("tei-rdg")[1].get("data-omitted") == "om."


@pytest.mark.parametrize(
    ("markup", "marked"),
    [
        ("<q>word</q>", True),
        ("<q>“word”</q>", False),
        ("“<q>word</q>”", False),
        ('<said direct="false">word</said>', False),
        ("<quote>word</quote>", True),
        ("<quote><p>a</p></quote>", False),
    ],
)
def test_quotation_marks_are_set_where_the_text_has_none(page, markup, marked):
    assert bool(page(f"<p>x {markup}</p>").by_class("marks")) is marked


def test_marks_that_the_header_says_are_kept_are_not_doubled(page):
    header = (
        '<teiHeader><encodingDesc><editorialDecl><quotation marks="all"/></editorialDecl></encodingDesc></teiHeader>'
    )
    assert not page("<p>x <q>word</q></p>", header=header).by_class("marks")


def test_an_unknown_element_is_reported_once_and_shown(page):
    made = page("<p>a <strange>b</strange> <strange>c</strange></p>")
    assert made.codes == ("XSL010",)
    assert words(made.by_class("paragraph")[0]) == "a b c"
