"""The pages of the bundled edition: what a reader needs of it."""

from pathlib import Path

import pytest
from lxml import html
from tests.xslt.html.conftest import words
from tests.xslt.visible_text import missing, page_text, runs

from teikit.saxon import Stylesheet
from teikit.xml import load

EDITION = Path(__file__).resolve().parents[3] / "tei"
SOURCES = sorted(path.relative_to(EDITION).as_posix() for path in EDITION.rglob("*.xml"))


@pytest.fixture(scope="module")
def edition(stylesheet: Stylesheet) -> dict[str, str]:
    """Path → page."""
    registers = {path: load(EDITION / path) for path in SOURCES if path.startswith("registers/")}
    return {
        path: stylesheet.run(load(EDITION / path), {"document": path, "registers": registers, "pages": SOURCES}).text
        for path in SOURCES
    }


def test_every_character_is_in_its_page(edition):
    assert {
        path: missing(list(runs(load(EDITION / path).root)), page_text(page)) for path, page in edition.items()
    } == {path: [] for path in SOURCES}


def test_every_link_between_the_pages_leads_to_something(edition):
    ids = {path: set(html.document_fromstring(page).xpath("//@id")) for path, page in edition.items()}
    checked = 0
    for path, page in edition.items():
        for href in html.document_fromstring(page).xpath("//a/@href"):
            if ":" in href:
                continue
            target, _, fragment = href.partition("#")
            there = (Path(path).parent / target).as_posix() if target else path
            there = "/".join(there.split("/")[-2:]).replace(".html", ".xml")
            assert there in ids, (path, href)
            assert not fragment or fragment in ids[there], (path, href)
            checked += 1
    assert checked > 200


def test_the_minutes_say_who_spoke_to_whom(edition):
    tree = html.document_fromstring(edition["documents/conversation-1918-01-24.xml"])
    source = load(EDITION / "documents/conversation-1918-01-24.xml").root
    speeches = source.findall(".//{*}sp")
    shown = tree.xpath("//main//div[contains(@class, 'tei-sp')]")
    assert len(shown) == len(speeches) > 5
    for speech, turn in zip(speeches, shown, strict=True):
        line = words(turn.xpath("div[contains(@class, 'turn')]")[0])
        assert line.startswith(" ".join("".join(speech.find("{*}speaker").itertext()).split()))
        assert (" to " in line) == (speech.get("toWhom") is not None)
        people = [pointer.partition(":")[2] for pointer in (speech.get("toWhom") or "").split()]
        hrefs = turn.xpath("div[contains(@class, 'turn')]//span[contains(@class, 'to-whom')]/a/@href")
        assert [href.partition("#")[2] for href in hrefs] == people


def test_both_languages_of_the_overtures_stand_in_rows(edition):
    tree = html.document_fromstring(edition["documents/overtures.xml"])
    (parallel,) = tree.xpath("//div[@class='parallel']")
    english, chinese = parallel
    assert (english.get("lang"), chinese.get("lang")) == ("en", "zh-Hant")
    rows = [
        [passage.get("style") for passage in column.xpath("div[contains(@class, 'passage')]")] for column in parallel
    ]
    assert rows[0] == rows[1]
    assert len(rows[0]) > 4


def test_dates_stand_in_both_calendars(edition):
    essay = html.document_fromstring(edition["documents/essay.xml"])
    beside = [
        (words(span.getprevious()), span.get("data-calendars"))
        for span in essay.xpath("//main//span[@data-calendars]")
        if span.getprevious() is not None
    ]
    assert ("22 November 1917 (O.S.)", "Julian; 5 December 1917 Gregorian") in beside
    assert ("25 October", "25 October 1917 Julian; 7 November 1917 Gregorian") in beside
    assert ("丁巳年十二月初一", "1st day of the 12th month, Dingsi (1917); 13 January 1918 Gregorian") in beside
    assert ("Minguo jiunianliunian zhi banian", "Minguo 6–Minguo 8; 1917–1919 Gregorian") in beside
    telegram = html.document_fromstring(edition["documents/telegram-1918-01-19.xml"])
    (yesterday,) = telegram.xpath("//time[.='yesterday']")
    assert (yesterday.get("datetime"), yesterday.get("title")) == ("1918-01-18", "18 January 1918")
