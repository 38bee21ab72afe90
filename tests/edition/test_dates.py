"""The dates of the edition, recomputed: nothing here comes from the program that will check them."""

from datetime import date
from pathlib import Path

import pytest
from tests.edition.edition import DOCUMENTS, FILES, NAMES, TEI, document, find, register, root, text_of

# Beginnings of lunisolar months, from astronomical tables: cyclical year, month -> its first day.
LUNISOLAR = {"丁巳-12": date(1918, 1, 13), "戊午-01": date(1918, 2, 11)}


def julian_day_number(year: int, month: int, day: int) -> int:
    """Day number of a Julian date: counted in months from March, as Meeus does, without the century rule."""
    if month <= 2:
        year, month = year - 1, month + 12
    return int(365.25 * (year + 4716)) + int(30.6001 * (month + 1)) + day - 1524


def from_julian(custom: str) -> date:
    year, month, day = (int(part) for part in custom.split("-"))
    return date.fromordinal(julian_day_number(year, month, day) - julian_day_number(1, 1, 1) - 1)


def from_minguo(custom: str) -> str:
    year, dash, rest = custom.partition("-")
    return f"{int(year) + 1911}{dash}{rest}"


def from_lunisolar(custom: str) -> date:
    month, _, day = custom.rpartition("-")
    return date.fromordinal(LUNISOLAR[month].toordinal() + int(day) - 1)


def to_gregorian(custom: str, method: str) -> str:
    if method == "#minguo":
        return from_minguo(custom)
    return (from_julian(custom) if method == "#julian" else from_lunisolar(custom)).isoformat()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1917-10-25", "1917-11-07"),
        ("1917-11-22", "1917-12-05"),
        ("1918-01-31", "1918-02-13"),
        ("1900-02-29", "1900-03-13"),
        ("1582-10-05", "1582-10-15"),
    ],
)
def test_the_arithmetic_of_this_test_is_right(old: str, new: str) -> None:
    assert from_julian(old).isoformat() == new


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_custom_values_agree_with_gregorian_ones(path: Path) -> None:
    for element in root(path).iter(TEI + "*"):
        for name, custom in element.attrib.items():
            if name.endswith("-custom"):
                gregorian = to_gregorian(custom, element.get("datingMethod", ""))
                assert gregorian == element.get(name.removesuffix("-custom")), (element.sourceline, custom)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_calendar_describes_text_that_is_there_and_comes_with_both_values(path: Path) -> None:
    for element in find(root(path), "//*[@calendar]"):
        assert element.tag in {TEI + "date", TEI + "time"}
        assert text_of(element)
        names = ("when", "when-custom") if element.get("when") else ("from", "from-custom", "to", "to-custom")
        assert all(element.get(name) for name in names), element.sourceline
        assert element.get("datingMethod") == element.get("calendar")


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_ranges_run_forwards(path: Path) -> None:
    for element in root(path).iter(TEI + "*"):
        for first, last in (("from", "to"), ("notBefore", "notAfter"), ("from-custom", "to-custom")):
            if first != "from" or element.tag in {TEI + "date", TEI + "event"}:
                start, end = element.get(first), element.get(last)
                assert start is None or end is None or start <= end, element.sourceline


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_date_of_the_text_has_a_value(path: Path) -> None:
    valued = {"when", "from", "to", "notBefore", "notAfter"}
    for element in find(root(path), "//t:text//t:date"):
        assert valued & set(element.attrib), (element.sourceline, text_of(element))


def test_three_calendars_and_the_lunisolar_gloss_are_in_the_texts() -> None:
    used = {element.get("calendar") for path in DOCUMENTS for element in find(root(path), "//t:text//t:date")}
    assert used == {None, "#julian", "#minguo", "#chinese"}
    lunisolar = {
        element.get("when"): text_of(element) for element in find(document("essay"), "//*[@calendar='#chinese']")
    }
    assert lunisolar["1918-01-13"] == "丁巳年十二月初一"
    assert lunisolar["1918-02-11"] == "戊午年正月初一"


@pytest.mark.parametrize(
    ("name", "sent", "received"),
    [("telegram-1918-01-19", "1918-01-19", "1918-02-12"), ("letter-1918-02-04", "1918-02-04", "1918-02-28")],
)
def test_sent_and_received_differ_and_the_text_counts_from_sent(name: str, sent: str, received: str) -> None:
    top = document(name)
    actions = {action.get("type"): action.find(TEI + "date").get("when") for action in top.iter(TEI + "correspAction")}
    assert actions == {"sent": sent, "received": received}
    assert {element.get("when") for element in find(top, "//t:creation/t:date | //t:dateline/t:date")} == {sent}
    assert find(top, "//t:text//t:opener/t:dateline") != []
    assert [element.get("when") for element in find(top, "//t:text//t:closer//t:date")] == [received]


def test_relative_dates_of_the_telegram() -> None:
    dates = {
        text_of(element): element.get("when") for element in find(document("telegram-1918-01-19"), "//t:text//t:date")
    }
    assert dates["yesterday"] == "1918-01-18"
    assert dates["today"] == "1918-01-19"
    assert dates["the 22nd"] == "1918-01-22"


def test_the_meeting_is_on_24_january() -> None:
    (meeting,) = find(register("events"), "//t:event[@xml:id='meeting']")
    (creation,) = find(document("conversation-1918-01-24"), "//t:creation/t:date")
    assert meeting.get("when") == creation.get("when") == "1918-01-24"


def test_summer_1919_is_a_span() -> None:
    spans = [element for path in DOCUMENTS for element in find(root(path), "//t:date[contains(., 'summer 1919')]")]
    assert len(spans) >= 2
    assert {(element.get("notBefore"), element.get("notAfter")) for element in spans} == {("1919-06-01", "1919-08-31")}


def test_a_newspaper_without_a_style_spans_both_and_says_so() -> None:
    (entry,) = find(register("bibliography"), "//t:biblStruct[@xml:id='trudovaia-kopeika']")
    (printed,) = find(entry, ".//t:imprint/t:date")
    assert text_of(printed) == "16 January 1918"
    assert printed.get("notBefore") == "1918-01-16"
    assert printed.get("notAfter") == from_julian("1918-01-16").isoformat()
    assert printed.get("cert") == "low"
    assert find(entry, "t:note") != []


def test_izvestiia_is_old_style() -> None:
    (printed,) = find(register("bibliography"), "//t:biblStruct[@xml:id='izvestiia-232']//t:imprint/t:date")
    assert (printed.get("when"), printed.get("when-custom")) == ("1917-12-05", "1917-11-22")
