"""What pages, texts and citations show in the language of the interface."""

import re
from functools import cache

import pytest
from lxml import html

from teikit import resources
from teikit.saxon import Result, Stylesheet
from teikit.xml import load

HEADER = """<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc>
<profileDesc><calendarDesc><calendar xml:id="julian"><p>Julian</p></calendar></calendarDesc>
</profileDesc></teiHeader>"""
JULIAN = '<date when="1917-12-05" when-custom="1917-11-22" datingMethod="#julian">{}</date>'


@cache
def sheet(name: str) -> Stylesheet:
    return Stylesheet.compile(resources.stylesheet(f"to-{name}.xsl"))


def made(name: str, body: str, language: str, source: str = "en") -> Result:
    text = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{source}">{HEADER}<text><body>{body}</body></text></TEI>'
    )
    result = sheet(name).run(load(text.encode()), {"interface-language": language})
    assert result.text, result.diagnostics
    return result


def spans(attributes: str, language: str) -> str:
    page = html.document_fromstring(made("html", f"<p><date {attributes}>then</date></p>", language).text)
    (date,) = page.xpath("//p//*[starts-with(@class, 'tei-date')]")
    return str(date.get("title"))


@pytest.mark.parametrize(
    ("attributes", "de", "fr", "ru", "zh"),
    [
        ('from="1917" to="1919"', "1917–1919", "1917–1919", "1917 г. – 1919 г.", "1917年至1919年"),
        (
            'from="1918-02-01"',
            "ab dem 1. Februar 1918",
            "depuis le 1er février 1918",
            "с 1 февраля 1918 г.",
            "自1918年2月1日起",
        ),
        (
            'to="1918-02-14"',
            "bis zum 14. Februar 1918",
            "jusqu’au 14 février 1918",
            "до 14 февраля 1918 г.",
            "至1918年2月14日止",
        ),
        ('to="1918-02"', "bis Februar 1918", "jusqu’à février 1918", "до февраля 1918 г.", "至1918年2月止"),
        (
            'notBefore="1919-06-01" notAfter="1919-08-31"',
            "zwischen dem 1. Juni 1919 und dem 31. August 1919",
            "entre le 1er juin 1919 et le 31 août 1919",
            "не ранее 1 июня 1919 г. и не позднее 31 августа 1919 г.",
            "1919年6月1日至1919年8月31日之間",
        ),
        ('notBefore="1918-05"', "nicht vor Mai 1918", "pas avant mai 1918", "не ранее мая 1918 г.", "不早於1918年5月"),
        ('notAfter="1918"', "nicht nach 1918", "pas après 1918", "не позднее 1918 г.", "不晚於1918年"),
        (
            'when="1918" cert="low"',
            "1918 (unsicher)",
            "1918 (incertain)",
            "1918 г. (предположительно)",
            "1918年（存疑）",
        ),
    ],
)
def test_phrases(attributes: str, de: str, fr: str, ru: str, zh: str) -> None:
    assert [spans(attributes, language) for language in ("de", "fr", "ru", "zh")] == [de, fr, ru, zh]


BESIDE = {
    "en": ("en", "22 November 1917 Julian; 5 December 1917 Gregorian"),
    "de-AT": ("de", "22. November 1917 julianisch; 5. Dezember 1917 gregorianisch"),
    "fr": ("fr", "22 novembre 1917 julien; 5 décembre 1917 grégorien"),
    "ru": ("ru", "22 ноября 1917 г. по юлианскому календарю; 5 декабря 1917 г. по григорианскому календарю"),
    "zh": ("zh-Hant", "儒略曆1917年11月22日; 公曆1917年12月5日"),
    "zh-Hans": ("zh-Hans", "儒略历1917年11月22日; 公历1917年12月5日"),
}


@pytest.mark.parametrize("language", BESIDE)
def test_both_calendars_stand_beside_the_date_in_their_own_language(language: str) -> None:
    tag, beside = BESIDE[language]
    page = html.document_fromstring(made("html", f"<p>{JULIAN.format('that day')}</p>", language).text)
    (generated,) = page.xpath("//p//*[@data-calendars]")
    assert (generated.get("lang"), generated.get("data-calendars")) == (tag, beside)
    assert f"that day [{beside}]" in made("text", f"<p>{JULIAN.format('that day')}</p>", language).text


def test_a_date_without_words_has_the_language_of_its_words() -> None:
    page = html.document_fromstring(made("html", '<p><date when="1918-02-12"/></p>', "ru", source="ar").text)
    (date,) = page.xpath("//p//*[@data-label]")
    assert (date.get("lang"), date.get("dir"), date.get("data-label")) == ("ru", "ltr", "12 февраля 1918 г.")
    assert "[12 февраля 1918 г.]" in made("text", '<p>On <date when="1918-02-12"/></p>', "ru").text


def test_the_date_of_a_title_page() -> None:
    date = JULIAN.replace("<date ", '<docDate calendar="#julian" ').replace("</date>", "</docDate>").format("that day")
    page = html.document_fromstring(made("html", date, "en").text)
    assert page.xpath("//div[contains(@class, 'tei-docDate')]/*/@data-calendars") == [BESIDE["en"][1]]


def test_beside_a_date_that_runs_from_right_to_left() -> None:
    date = JULIAN.replace("<date ", '<date xml:lang="ar" ').format("ذلك اليوم")
    page = html.document_fromstring(made("html", f"<p>On {date}, they say.</p>", "en").text)
    (generated,) = page.xpath("//p//*[@data-calendars]")
    assert generated.getparent().tag != "time"
    assert generated.getprevious().get("dir") == "rtl"
    text = made("text", f"<p>{JULIAN.format('ذلك اليوم')}</p>", "en", source="ar").text
    assert "[\u2066" + BESIDE["en"][1] + "\u2069]" in text


@pytest.mark.parametrize("name", ["html", "text"])
def test_another_language_is_english_and_said_once(name: str) -> None:
    result = made(name, f"<p>{JULIAN.format('a')} {JULIAN.format('b')}</p>", "tlh")
    assert BESIDE["en"][1] in result.text
    (said,) = result.diagnostics
    assert re.search("“tlh”.*English.*de, en, fr, ru, zh", said.message)


def test_the_note_of_a_citation() -> None:
    cited = f"<p><bibl><title>N</title>, {JULIAN.format('22 November')}</bibl></p>"
    assert '"note":"O.S. 22 November 1917"' in made("citations", cited, "en").text
    assert '"note":"ст. ст. 22 ноября 1917 г."' in made("citations", cited, "ru").text


def test_the_life_of_a_person() -> None:
    person = '<listPerson><person xml:id="p"><persName>A</persName><birth when="-0044"/>{}</person></listPerson>'
    both, born = person.format('<death when="0014-08-19"/>'), person.format("")
    for language, words in (("de", "44 v. Chr.–14"), ("zh", "公元前44–14")):
        page = html.document_fromstring(made("html", both, language).text)
        assert page.xpath("//*[@class='card-dates']/@data-label") == [words]
    page = html.document_fromstring(made("html", born, "ru").text)
    assert page.xpath("//*[@class='card-dates']/@data-label") == ["род. 44 до н. э."]
