"""The measure itself: what counts as a run, and what `missing` finds."""

# Documents stand in one line, as a case and what it comes to.

from lxml import etree
from tests.xslt.visible_text import missing, page_text, runs


def texts(markup: str) -> list[tuple[str, bool]]:
    root = etree.fromstring(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>no</teiHeader><text><body>{markup}</body></text></TEI>'
    )
    return [(run.text, bool(run.note)) for run in runs(root)]


def test_a_run_ends_at_blocks_and_notes_but_not_at_inline_markup():
    assert texts("<p>a <hi>b</hi>c<note>n<p>m</p></note>d<list><item>e</item></list>f</p><p>g</p>") == [
        ("abc", False), ("n", True), ("m", True), ("d", False), ("e", False), ("f", False), ("g", False),
    ]  # fmt: skip


def test_comments_do_not_cut_and_processing_instructions_do_not_count():
    assert texts("<p>a<!-- x -->b<?y z?>c</p>") == [("abc", False)]


def test_what_is_lost_doubled_or_moved_is_found():
    root = etree.fromstring(
        '<text xmlns="http://www.tei-c.org/ns/1.0"><p>first one</p><p>second<note>remark</note></p></text>'
    )
    expected = list(runs(root))
    assert missing(expected, "first one second (remark)") == []
    assert [run.text for run in missing(expected, "second first one remark")] == ["second"]
    assert [run.text for run in missing(expected, "first onesecon remark")] == ["second"]
    assert [run.text for run in missing(expected, "firstone second")] == ["remark"]


def test_a_note_is_not_found_in_the_text_it_repeats():
    root = etree.fromstring('<text xmlns="http://www.tei-c.org/ns/1.0"><p>same<note>same</note></p></text>')
    assert [run.note != "" for run in missing(list(runs(root)), "same")] == [True]


def test_the_text_of_a_page_is_that_of_its_main_part():
    page = (
        "<body><nav>no</nav><main><p>a&amp;b<br>c<img alt=x></p><i class='x generated'>no<b>no</b></i>d</main>no</body>"
    )
    assert page_text(page) == "a&bcd"
