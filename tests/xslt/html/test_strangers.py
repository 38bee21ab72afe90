"""Documents of strangers: every visible character is in the page, in order, and the page is sound."""

# Documents stand in one line, as a case and what it comes to.

from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html
from tests.xslt.visible_text import Run, missing, page_text, runs

from teikit import resources
from teikit.diagnostics import DocumentError
from teikit.saxon import Stylesheet
from teikit.xml import load

NOT_WELL_FORMED = {"corpora/qhod/not-well-formed/vipa.l.hbg.17200414.xml"}


def documents(shared: Path) -> list[Path]:
    found = [
        path
        for folder in ("corpora", "suites/tei-p5")
        for ending in ("xml", "odd")
        for path in (shared / folder).rglob(f"*.{ending}")
    ]
    return sorted(path for path in found if path.relative_to(shared).as_posix() not in NOT_WELL_FORMED)


@pytest.fixture(scope="module")
def strangers(shared: Path) -> dict[str, tuple[list[Run], str]]:
    """Path → the runs of its text, and its page."""
    sheet = Stylesheet.compile(resources.stylesheet("to-html.xsl"))
    made = {}
    for path in documents(shared):
        below = path.relative_to(shared).as_posix()
        document = load(path)
        made[below] = list(runs(document.root)), sheet.run(document, {"document": below, "pages": [below]}).text
    return made


def test_every_visible_character_is_in_the_page_in_order(strangers):
    assert len(strangers) >= 90
    lost = {path: missing(expected, page_text(page)) for path, (expected, page) in strangers.items()}
    assert {path: found[:3] for path, found in lost.items() if found} == {}
    assert sum(len(expected) for expected, _ in strangers.values()) > 10_000


def test_ids_are_unique_and_links_in_the_page_lead_somewhere(strangers):
    for path, (_, page) in strangers.items():
        tree = html.document_fromstring(page)
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        assert {unquote(each[1:]) for each in tree.xpath("//a/@href[starts-with(., '#')]")} <= set(ids), path


def test_the_page_is_one_document_that_asks_for_nothing(strangers):
    for path, (_, page) in strangers.items():
        tree = html.document_fromstring(page)
        assert len(tree.xpath("//h1")) == 1, path
        assert not tree.xpath("//script | //link | //*[@src] | //iframe | //object | //a//a"), path
        schemes = {href.split(":")[0].lower() for href in tree.xpath("//a/@href") if ":" in href.split("/")[0]}
        assert schemes <= {"http", "https", "mailto", "ftp"}, path


def test_a_document_that_is_not_well_formed_has_no_page(shared: Path):
    for below in NOT_WELL_FORMED:
        with pytest.raises(DocumentError):
            load(shared / below)
