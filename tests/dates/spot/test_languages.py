"""Dates in German, French, Russian and Arabic, and the months of the Ottoman world in Latin letters."""

from __future__ import annotations

import unicodedata

import pytest

from teikit.dates.spot import read, spot

GERMAN = [
    ("22. November 1917", "1917-11-22"),
    ("22. Nov. 17", "1917-11-22"),
    ("21. 10. 1931", "1931-10-21"),
    ("24. XII. 1899", "1899-12-24"),
    ("16. Aprilis 1720", "1720-04-16"),
    ("Mittwoch, den 5. März 1919", "1919-03-05"),
    ("am 5. d. M.", "---05"),
    ("25./26. Juli", "--07-25/--07-26"),
    ("vom 5. bis 7. Mai 1918", "1918-05-05/1918-05-07"),
    ("6. 5. 1892 – 10. 5. 1892", "1892-05-06/1892-05-10"),
    ("Anfang Jänner 1918", "1918-01-01/1918-01-10"),
    ("9./22. November 1917", "1917-11-22"),
    ("im Winter 1917/18", "1917-12/1918-02"),
    ("in den 1920er Jahren", "1920/1929"),
    ("das 18. Jahrhundert", "1701/1800"),
    ("500 v. Chr.", "-0500"),
    ("9 Uhr abends", "T21:00"),
    ("vom 30. April bis zum 2. Mai 1917", "1917-04-30/1917-05-02"),
]
FRENCH = [
    ("22 novembre 1917", "1917-11-22"),
    ("le 1er mars", "--03-01"),
    ("jeudi 5 mars 1908", "1908-03-05"),
    ("le 9 thermidor an II", "0002-11-09"),
    ("le 9 thermidor de l’an II", "0002-11-09"),
    ("22/11/1917", "1917-11-22"),
    ("du 5 au 7 mai 1918", "1918-05-05/1918-05-07"),
    ("entre 1917 et 1919", "1917/1919"),
    ("fin janvier 1918", "1918-01-21/1918-01-31"),
    ("hiver 1917-1918", "1917-12/1918-02"),
    ("les années 1920", "1920/1929"),
    ("le XVIIIe siècle", "1701/1800"),
    ("44 av. J.-C.", "-0044"),
    ("mdlviii", "1558"),
    ("le 5 courant", "---05"),
    ("l'an 1793", "1793"),
    ("l'an II", "0002"),
]
RUSSIAN = [
    ("22 ноября 1917 г.", "1917-11-22"),
    ("1 июня 1889 года", "1889-06-01"),
    ("в среду, 5 марта 1919", "1919-03-05"),
    ("9 (22) ноября 1917", "1917-11-22"),
    ("22-го ноября", "--11-22"),
    ("31 октября — 2 ноября 1917 г.", "1917-10-31/1917-11-02"),
    ("Между декабрем 1750 и ноябрем 1751", "1750-12/1751-11"),
    ("с 1917 по 1919 г.", "1917/1919"),
    ("1917–1919 гг.", "1917/1919"),
    ("в 1917 году", "1917"),
    ("в конце января 1918 г.", "1918-01-21/1918-01-31"),
    ("летом 1919 г.", "1919-06/1919-08"),
    ("1920-е годы", "1920/1929"),
    ("XVIII век", "1701/1800"),
    ("44 до н. э.", "-0044"),
]
ARABIC = [
    ("٢٠ صفر ١٣٣٦", "1336-02-20"),
    ("20 صفر سنة 1336 هـ", "1336-02-20"),
    ("۲۰ صفر ۱۳۳۶", "1336-02-20"),
    ("الخميس 5 مارس 1908", "1908-03-05"),
    ("12 كانون الثاني 1918", "1918-01-12"),
    ("ربيع الأول 1336", "1336-03"),
    ("٢٠ صفر ١٣٣٦هـ", "1336-02-20"),
    ("عام 1336هـ", "1336"),
    ("5 مارس 1908م", "1908-03-05"),
    ("1336 هـ", "1336"),
]
ALL = [
    *(("de", *pair) for pair in GERMAN),
    *(("fr", *pair) for pair in FRENCH),
    *(("ru", *pair) for pair in RUSSIAN),
    *(("ar", *pair) for pair in ARABIC),
]


@pytest.mark.parametrize(("language", "text", "value"), ALL)
def test_a_date_is_read_in_its_language(language: str, text: str, value: str) -> None:
    found = read(text, language=language)
    assert found is not None
    assert found.value == value
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(("language", "text", "value"), ALL)
def test_a_decomposed_text_is_read_alike(language: str, text: str, value: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    found = read(decomposed, language=language)
    assert found is not None
    assert found.value == value
    assert decomposed[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("language", "text", "calendar"),
    [
        ("de", "22. November 1917 (a. St.)", "julian"),
        ("de", "5. Dezember 1917 n. St.", "gregorian"),
        ("ru", "22 ноября 1917 г. (ст. ст.)", "julian"),
        ("ru", "5 декабря 1917 г. (н. ст.)", "gregorian"),
        ("ru", "5 декабря 1917 г. по новому стилю", "gregorian"),
    ],
)
def test_the_style_is_read(language: str, text: str, calendar: str) -> None:
    found = read(text, language=language, calendar="julian" if calendar == "gregorian" else "gregorian")
    assert found is not None
    assert (found.kind, found.calendar, found.certainty) == ("day", calendar, "high")


OTTOMAN = [
    ("21 Shub 1323, Thursday", "rumi", "1323-12-21", "rumi", "1908-03-05"),
    ("11 Māyis 1257, Sunday", "rumi", "1257-03-11", "rumi", "1841-05-23"),
    ("21 Shub 1908, Thursday", "julian", "1908-02-21", "julian", "1908-03-05"),
    ("11 Ayyār 1841, Sunday", "julian", "1841-05-11", "julian", "1841-05-23"),
    ("1 Rab II 1257, Sunday", "islamic", "1257-04-01", "islamic", "1841-05-23"),
    ("1 Ṣaf 1326, Thursday", "islamic", "1326-02-01", "islamic", "1908-03-05"),
    ("12 Kān I 1910", "gregorian", "1910-12-12", "gregorian", "1910-12-12"),
    ("5 March 1908", "rumi", "1908-03-05", "gregorian", "1908-03-05"),
]


@pytest.mark.parametrize(("text", "given", "value", "calendar", "day"), OTTOMAN)
def test_the_months_of_the_ottoman_world_are_read(text: str, given: str, value: str, calendar: str, day: str) -> None:
    found, same = read(text, calendar=given), read(day)
    assert found is not None
    assert same is not None
    assert (found.value, found.calendar) == (value, calendar)
    assert found.days is not None
    assert same.days is not None
    assert abs(found.days.first - same.days.first) <= (1 if calendar == "islamic" else 0)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das sind 1917 Mark auf Seite 1917 in Bd. 12."),
        ("fr", "Il a été en mai ; 1917 francs, page 1917"),
        ("ru", "1917 рублей на стр. 1917"),
    ],
)
def test_numbers_with_what_they_count_are_no_years(language: str, text: str) -> None:
    assert [span.value for span in spot(text, language=language) if span.kind == "year"] == []


def test_an_unknown_language_is_read_as_english() -> None:
    found = read("22 November 1917", language="xx-Latn")
    assert found is not None
    assert found.value == "1917-11-22"
