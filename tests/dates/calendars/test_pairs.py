"""Days that are known in two calendars: from histories, decrees that changed the calendars, and corpora."""

import pytest

from teikit.dates import calendar_named, from_gregorian, to_gregorian

PAIRS = [
    # The beginnings of the eras.
    ("islamic", "0001-01-01", "0622-07-19"),
    ("islamic-tbla", "0001-01-01", "0622-07-18"),
    ("coptic", "0001-01-01", "0284-08-29"),
    ("hebrew", "0001-07-01", "-3760-09-07"),
    ("republican", "0001-01-01", "1792-09-22"),
    # The fiscal years of the Ottoman Empire: the decree of 1917, and newspapers with both dates.
    ("rumi", "1256-01-01", "1840-03-13"),
    ("rumi", "1257-03-11", "1841-05-23"),
    ("rumi", "1323-12-21", "1908-03-05"),
    ("rumi", "1315-12-29", "1900-03-13"),
    ("rumi", "1332-12-15", "1917-02-28"),
    ("rumi", "1333-01-01", "1917-03-01"),
    ("rumi", "1333-10-31", "1917-12-31"),
    ("rumi", "1334-01-01", "1918-01-01"),
    ("rumi", "1341-12-31", "1925-12-31"),
    # Newspapers of Damascus and Beirut with three dates.
    ("islamic", "1257-04-01", "1841-05-23"),
    ("islamic", "1326-02-01", "1908-03-05"),
    ("islamic", "1336-02-20", "1917-12-05"),
    ("islamic", "0857-05-20", "1453-06-07"),
    ("islamic-umalqura", "1446-09-01", "2025-03-01"),
    ("islamic-umalqura", "1365-01-01", "1945-12-05"),
    # New years, Passovers and days of mourning in printed calendars.
    ("hebrew", "5678-07-01", "1917-09-17"),
    ("hebrew", "5678-09-20", "1917-12-05"),
    ("hebrew", "5708-02-05", "1948-05-14"),
    ("hebrew", "5784-13-14", "2024-03-24"),
    ("hebrew", "5784-01-15", "2024-04-23"),
    ("hebrew", "5785-07-01", "2024-10-03"),
    ("hebrew", "5252-05-07", "1492-08-09"),
    # The Revolution.
    ("republican", "0002-11-09", "1794-07-27"),
    ("republican", "0008-02-18", "1799-11-09"),
    ("republican", "0003-13-06", "1795-09-22"),
    ("republican", "0013-03-11", "1804-12-02"),
    ("republican", "0014-04-10", "1805-12-31"),
    ("coptic", "1634-03-26", "1917-12-05"),
    ("coptic", "1740-01-01", "2023-09-12"),
    ("coptic", "1739-13-06", "2023-09-11"),
    ("byzantine", "6890-06-20", "1382-06-28"),
    ("byzantine", "6961-05-29", "1453-06-07"),
    ("byzantine", "7208-12-31", "1700-01-10"),
    ("byzantine", "7426-11-22", "1917-12-05"),
    ("byzantine", "5509-01-01", "0000-12-30"),
]


@pytest.mark.parametrize(("calendar", "value", "day"), PAIRS)
def test_a_known_pair(calendar: str, value: str, day: str) -> None:
    found = to_gregorian(value, calendar)
    assert (found.day, found.earliest, found.latest) == (day, day, day)
    assert from_gregorian(day, calendar) == value


def test_only_the_tables_of_the_moon_are_uncertain() -> None:
    tolerances = {calendar: to_gregorian(value, calendar).tolerance_days for calendar, value, _ in PAIRS}
    assert {calendar for calendar, days in tolerances.items() if days} == {"islamic", "islamic-tbla"}
    assert set(tolerances.values()) == {0, 1}


@pytest.mark.parametrize(
    ("calendar", "value", "earliest", "latest"),
    [
        ("rumi", "1332", "1916-03-14", "1917-02-28"),
        ("rumi", "1333", "1917-03-01", "1917-12-31"),
        ("rumi", "1334-02", "1918-02-01", "1918-02-28"),
        ("islamic", "1328", "1910-01-13", "1911-01-01"),
        ("islamic", "0430", "1038-10-09", "1039-09-28"),
        ("hebrew", "5678", "1917-09-17", "1918-09-06"),
        ("hebrew", "5678-09", "1917-11-16", "1917-12-15"),
        ("republican", "0014", "1805-09-23", "1805-12-31"),
        ("republican", "0002-11", "1794-07-19", "1794-08-17"),
        ("coptic", "1634", "1917-09-11", "1918-09-10"),
        ("byzantine", "6890", "1381-09-09", "1382-09-08"),
        ("byzantine", "6890-09", "1381-09-09", "1381-10-08"),
    ],
)
def test_years_and_months_are_intervals(calendar: str, value: str, earliest: str, latest: str) -> None:
    found = to_gregorian(value, calendar)
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("calendar", "value", "words"),
    [
        ("julian", "-0044-03-15", "15 March 44 BCE"),
        ("minguo", "0007-02-12", "12 February, Minguo 7"),
        ("rumi", "1257-03-11", "11 Mayıs 1257"),
        ("rumi", "1334-01", "Kânunusani 1334"),
        ("rumi", "1334", "1334 (Ottoman fiscal year)"),
        ("islamic", "1336-02-20", "20 Safar 1336 AH"),
        ("hebrew", "5678-09-20", "20 Kislev 5678"),
        ("hebrew", "5784-13", "Adar II 5784"),
        ("hebrew", "5783-12", "Adar 5783"),
        ("republican", "0002-11-09", "9 Thermidor II"),
        ("republican", "0003-13-06", "complementary day 6, year III"),
        ("republican", "0002", "year II"),
        ("coptic", "1634-03-26", "26 Hathor 1634 AM (Coptic)"),
        ("byzantine", "6890-06-20", "20 June 6890 AM (Byzantine)"),
    ],
)
def test_dates_in_words(calendar: str, value: str, words: str) -> None:
    known = calendar_named(calendar)
    assert known.words(known.parse(value)) == words
