"""When places took the Gregorian calendar."""

import re
import time

import pytest

from teikit.dates import CALENDARS, custom_interval, parse_iso, write_iso
from teikit.dates.adoption import calendar_in_use, switch
from teikit.dates.adoption.places import PLACES
from teikit.dates.adoption.sources import SOURCES

BLOCKS = [block.splitlines() for block in PLACES.strip().split("\n\n")]


def day(written: str) -> int:
    return parse_iso(written).first


# The last day of the Julian calendar and the first of the Gregorian, as the laws and chronologies have them.
@pytest.mark.parametrize(
    ("places", "last", "first"),
    [
        ("IT ES PT PL Italy Spain Portugal Poland", "1582-10-04", "1582-10-15"),
        ("FR France Paris", "1582-12-09", "1582-12-20"),
        ("NL-ZE Zeeland", "1582-12-14", "1582-12-25"),
        ("NL-ZH Holland", "1583-01-01", "1583-01-12"),
        ("Augsburg", "1583-02-13", "1583-02-24"),
        ("Bavaria", "1583-10-05", "1583-10-16"),
        ("Cologne", "1583-11-03", "1583-11-14"),
        ("CZ Bohemia AT", "1584-01-06", "1584-01-17"),
        ("Silesia", "1584-01-12", "1584-01-23"),
        ("CH-LU Lucerne Luzern", "1584-01-11", "1584-01-22"),
        ("HU Hungary", "1587-10-21", "1587-11-01"),
        ("Transylvania", "1590-12-14", "1590-12-25"),
        ("Königsberg", "1610-08-22", "1610-09-02"),
        ("CH-VS Valais Wallis", "1655-02-28", "1655-03-11"),
        ("Strasbourg", "1682-02-18", "1682-03-01"),
        ("Saxony Brandenburg DK NO Denmark Norway DE", "1700-02-18", "1700-03-01"),
        ("NL-GE Gelderland", "1700-06-30", "1700-07-12"),
        ("NL-UT Utrecht", "1700-11-30", "1700-12-12"),
        ("IS Iceland", "1700-11-16", "1700-11-28"),
        ("NL-FR CH-ZH Zürich zurich Bern Geneva CH-BS", "1700-12-31", "1701-01-12"),
        ("NL-DR NL", "1701-04-30", "1701-05-12"),
        ("GB US IE UK England Scotland Ireland Massachusetts London", "1752-09-02", "1752-09-14"),
        ("SE FI Sweden Finland", "1753-02-17", "1753-03-01"),
        ("AL Albania", "1912-11-14", "1912-11-28"),
        ("BG Bulgaria", "1916-03-31", "1916-04-14"),
        ("RU Russia Petrograd moscow EE Estonia", "1918-01-31", "1918-02-14"),
        ("UA Ukraine Kiev", "1918-02-15", "1918-03-01"),
        ("GE AM AZ Georgia Armenia Azerbaijan Transcaucasia", "1918-04-17", "1918-05-01"),
        ("RS Serbia Yugoslavia", "1919-01-14", "1919-01-28"),
        ("RO Romania Bessarabia", "1919-03-31", "1919-04-14"),
        ("GR Greece Athens", "1923-02-15", "1923-03-01"),
    ],
)
def test_the_gregorian_calendar_follows_the_julian_without_a_gap(places: str, last: str, first: str) -> None:
    assert custom_interval(last, "julian").first + 1 == day(first)
    for place in places.split():
        found = switch(place)
        assert found is not None
        assert write_iso(found.done) == first, place
        assert "julian" in found.old
        before, after = calendar_in_use(place, day(first) - 1), calendar_in_use(place, day(first))
        assert before is not None
        assert "julian" in before.calendars
        assert after is not None
        assert after.calendars == ("gregorian",)
        assert after.sources


@pytest.mark.parametrize(
    ("place", "old", "began", "done"),
    [
        ("Alaska", "julian", "1867-10-18", "1867-10-18"),
        ("Japan", "lunisolar", "1873-01-01", "1873-01-01"),
        ("Egypt", "islamic coptic", "1875-09-11", "1875-09-11"),
        ("Korea", "lunisolar", "1896-01-01", "1896-01-01"),
        ("China", "chinese", "1912-01-01", "1929-01-01"),
        ("Turkey", "rumi islamic", "1926-01-01", "1926-01-01"),
        ("Ottoman Empire", "rumi islamic", "1926-01-01", "1926-01-01"),
        ("Germany", "julian", "1582-10-15", "1700-03-01"),
        ("Switzerland", "julian", "1584-01-22", "1813-01-01"),
        ("Lithuania", "julian", "1915-05-25", "1918-02-14"),
    ],
)
def test_other_switches(place: str, old: str, began: str, done: str) -> None:
    found = switch(place)
    assert found is not None
    assert (" ".join(found.old), write_iso(found.began), write_iso(found.done)) == (old, began, done)


@pytest.mark.parametrize(
    ("place", "when", "calendars"),
    [
        ("Russia", "1917-11-07", "julian"),
        ("Russia", "1918-02-13", "julian"),
        ("Russia", "1918-02-14", "gregorian"),
        ("Great Britain", "1700-01-01", "julian"),
        ("Sweden", "1700-03-10", "julian"),
        ("Sweden", "1700-03-11", "swedish"),
        ("Sweden", "1712-03-11", "swedish"),
        ("Sweden", "1712-03-12", "julian"),
        ("France", "1794-07-27", "republican gregorian"),
        ("France", "1806-01-01", "gregorian"),
        ("Germany", "1650-01-01", "julian gregorian"),
        ("China", "1908-11-14", "chinese"),
        ("China", "1918-01-13", "gregorian chinese"),
        ("Ottoman Empire", "1830-01-01", "islamic"),
        ("Constantinople", "1917-12-05", "rumi islamic"),
        ("Egypt", "1875-09-10", "islamic coptic"),
        ("Courland", "1850-01-01", "julian gregorian"),
        ("Italy", "0800-12-29", "julian"),
    ],
)
def test_what_was_in_use(place: str, when: str, calendars: str) -> None:
    found = calendar_in_use(place, day(when))
    assert found is not None
    assert " ".join(found.calendars) == calendars
    assert found.first <= day(when)
    assert found.last is None or day(when) <= found.last


@pytest.mark.parametrize("place", ["", "Atlantis", "XX", "Chur", "CH-XX", "Россия", "julian", "--"])
def test_a_place_that_is_not_known_has_no_calendar(place: str) -> None:
    assert calendar_in_use(place, day("1700-01-01")) is None
    assert switch(place) is None


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("ru", "Russia"),
        ("RU", "Russia"),
        ("great britain", "Great Britain"),
        ("GB", "United Kingdom"),
        ("FI", "Finland"),
        ("CH-ZH", "Zurich"),
        ("CH-UR", "Uri"),
        (" Saint Petersburg ", "Saint Petersburg"),
        ("St Petersburg", "St. Petersburg"),
        ("Zürich", "Zurich"),
        ("Petrograd, Russia", "Russia"),
        ("Cambridge, Massachusetts", "Massachusetts"),
        ("Petrograd, Nevsky Prospect", "Petrograd"),
    ],
)
def test_places_are_found_by_names_and_codes(written: str, place: str) -> None:
    found = switch(written)
    assert found is not None
    assert found.place == place


def test_each_place_is_there_once_and_has_its_sources() -> None:
    names = [name for block in BLOCKS for name in " ".join(block[:-2]).split(", ")]
    assert len({name.casefold() for name in names}) == len(names)
    for block in BLOCKS:
        assert all(line.startswith("  ") for line in block[-2:])
        assert set(block[-1].split()) <= set(SOURCES)
        assert not re.fullmatch("[A-Z]{2}(-[A-Z]{2,3})?", block[-3].split(", ")[-1]), "a code stands before its name"
    assert set(SOURCES) == {key for block in BLOCKS for key in block[-1].split()}


def test_changes_are_in_order_and_name_calendars() -> None:
    for block in BLOCKS:
        before, *changes = block[-2].split(";")
        assert before.split()
        days = [day(change.split()[0]) for change in changes]
        assert days == sorted(set(days))
        calendars = {name for change in changes for name in change.split()[1:]} | set(before.split())
        assert calendars <= {*CALENDARS, "lunisolar", "swedish", "islamic", "coptic", "republican", "rumi"}
        assert "gregorian" in changes[-1]


def test_a_look_up_takes_microseconds() -> None:
    calendar_in_use("Russia", 2421568)
    began = time.perf_counter()
    for _ in range(1000):
        calendar_in_use("Russia", 2421568)
    assert time.perf_counter() - began < 0.1
