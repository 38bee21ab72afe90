"""What the source document and other people's dates say; all texts are found at run time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from teikit.dates import day_numbers
from teikit.dates.conversion import to_gregorian
from teikit.dates.interval import Interval
from teikit.dates.spot import Span, read, spot

GIVEN = day_numbers.to_day_number(1918, 1, 19, "gregorian")


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    (path,) = (shared / "source").glob("*.txt")
    return path.read_text(encoding="utf-8")


def _at(text: str, words: str, found: list[Span]) -> Span:
    place = text.index(words)
    (span,) = (span for span in found if place <= span.start < place + len(words) and span.end <= place + len(words))
    return span


@pytest.mark.parametrize(
    ("words", "value", "calendar"),
    [
        ("22 November 1917 (O.S.)", "1917-11-22", "julian"),
        ("Liu Jingren, 12 February 1918", "1918-02-12", "gregorian"),
        ("(sent 19 January)", "1918-01-19", "gregorian"),
        ("Yesterday", "1918-01-18", "gregorian"),
        ("on the 22nd", "1918-01-22", "gregorian"),
        ("in late January", "1918-01-21/1918-01-31", "gregorian"),
        ("[in 1915-1916]", "1915/1916", "gregorian"),
        ("summer 1919", "1919-06/1919-08", "gregorian"),
        ("three years ago", "1915", "gregorian"),
    ],
)
def test_a_date_of_the_document(text: str, words: str, value: str, calendar: str) -> None:
    found = _at(text, words, spot(text, given=GIVEN))
    assert (found.value, found.calendar) == (value, calendar)


def test_the_time_and_the_day_of_the_visit(text: str) -> None:
    found = spot(text, given=GIVEN)
    assert _at(text, "At one o’clock", found).value == "T01:00"
    place = text.index("At one o’clock today") + len("At one o’clock ")
    assert [span.value for span in found if span.start == place] == ["1918-01-19"]


def test_the_contradiction_in_the_title(text: str) -> None:
    (title,) = (span for span in spot(text) if span.calendar == "minguo")
    assert (title.value, title.days, title.certainty) == ("0009/0008", None, "low")


def test_events_and_durations_of_the_document_are_no_dates(text: str) -> None:
    starts = {span.start for span in spot(text, given=GIVEN)}
    assert text.index("November Revolution") not in starts
    assert all(match.start() not in starts for match in re.finditer("five-hour", text))


def test_the_dates_of_an_arabic_periodical_are_those_of_its_attributes(shared: Path) -> None:
    compared, parser = 0, etree.XMLParser(recover=True, resolve_entities=False)
    for path in sorted((shared / "corpora" / "muqtabas").rglob("*.xml")):
        for element in etree.parse(path, parser).iter("{http://www.tei-c.org/ns/1.0}date"):
            compared += _compare(element)
    assert compared >= 5


def _compare(element: etree._Element) -> int:
    """Compare a date's text with its own custom or Gregorian attribute; 0 where it has not both."""
    calendars = {
        "#cal_islamic": "islamic",
        "#cal_ottomanfiscal": "rumi",
        "#cal_julian": "julian",
        "#cal_gregorian": "gregorian",
    }
    calendar, when = calendars.get(element.get("calendar", "")), element.get("when", "")
    text = "".join(str(part) for part in element.itertext())
    if calendar is None or len(when) != 10 or not text.strip():
        return 0
    found = read(text, calendar=calendar)
    if found is None or found.kind != "day":
        return 0
    wanted = read(when)
    assert wanted is not None
    assert wanted.days is not None
    assert isinstance(found.days, Interval), text
    slack = to_gregorian(found.value, found.calendar).tolerance_days
    assert abs(found.days.first - wanted.days.first) <= slack, text
    return 1
