"""Dates: what the text says, and the calendars a reader needs beside it."""

# Documents stand in one line, as a case and what it comes to.
# ruff: noqa: E501

import pytest
from tests.xslt.html.conftest import words

HEADER = """<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
<profileDesc><calendarDesc><calendar xml:id="julian"><p>Julian calendar</p></calendar><calendar xml:id="minguo"><p>Years of the Republic</p></calendar>
<calendar xml:id="mine"><p>Calendar of the guild</p></calendar></calendarDesc></profileDesc></teiHeader>"""


@pytest.mark.parametrize(
    ("date", "beside"),
    [
        (
            '<date when="1917-12-05" when-custom="1917-11-22" datingMethod="#julian" calendar="#julian">22 November</date>',
            "22 November 1917 Julian; 5 December 1917 Gregorian",
        ),
        (
            '<date when="1917-12-05" when-custom="1917-11-22" datingMethod="#julian" calendar="#julian">22 November 1917</date>',
            "Julian; 5 December 1917 Gregorian",
        ),
        (
            '<date when="1917-12-05" when-custom="1917-11-22" datingMethod="#julian">5 December 1917</date>',
            "22 November 1917 Julian",
        ),
        (
            '<date when="1918-02-12" when-custom="0007-02-12" datingMethod="#minguo" calendar="#minguo">民國七年二月十二日</date>',
            "12 February, Minguo 7; 12 February 1918 Gregorian",
        ),
        (
            '<date from="1917" to="1919" from-custom="0006" to-custom="0008" datingMethod="#minguo">Minguo 6 to 8</date>',
            "Minguo 6–Minguo 8; 1917–1919 Gregorian",
        ),
        ('<date when="1917-12-05" calendar="#julian">St Clement’s</date>', "Julian; 5 December 1917 Gregorian"),
        (
            '<date when="1700-03-01" when-custom="12-03-01" datingMethod="#mine" calendar="#mine">a day</date>',
            "12-03-01 Calendar of the guild; 1 March 1700 Gregorian",
        ),
    ],
)
def test_the_other_calendar_stands_beside_the_date(page, date, beside):
    made = page(f"<p>On {date}.</p>", header=HEADER)
    assert made.one("//p//*[@data-calendars]").get("data-calendars") == beside


@pytest.mark.parametrize(
    ("attributes", "title", "datetime"),
    [
        ('when="1918-01-24"', "24 January 1918", "1918-01-24"),
        ('when="1918-01"', "January 1918", "1918-01"),
        ('when="-0044-03-15"', "15 March 44 BCE", None),
        ('notBefore="1919-06-01" notAfter="1919-08-31"', "between 1 June 1919 and 31 August 1919", None),
        ('from="1918-01-13" to="1918-02-14"', "13 January 1918–14 February 1918", None),
        ('notAfter="1918"', "not after 1918", None),
        ('when="1918-01-24T13:00:00"', "24 January 1918, 13:00", "1918-01-24T13:00:00"),
        ('when="1918-01-24" cert="low"', "24 January 1918 (uncertain)", "1918-01-24"),
        ('when-iso="1918-01-24"', "24 January 1918", None),
    ],
)
def test_a_gregorian_date_has_its_value_in_words(page, attributes, title, datetime):
    made = page(f"<p><date {attributes}>that day</date></p>")
    (date,) = made.by_class("tei-date")
    assert (date.get("title"), date.get("datetime")) == (title, datetime)
    assert date.get("data-calendars") is None
    assert words(date) == "that day"


def test_a_date_without_words_shows_its_value(page):
    assert page('<p><date when="1918-01-24"/></p>').by_class("tei-date")[0].get("data-label") == "24 January 1918"


def test_sent_and_received_stand_in_the_description(page):
    header = HEADER.replace(
        "<profileDesc>",
        '<profileDesc><correspDesc><correspAction type="sent"><persName>Liu</persName><date when="1918-01-19"/></correspAction>'
        '<correspAction type="received"><date when="1918-02-12">12 February 1918</date></correspAction></correspDesc>',
    )
    made = page("<p>Word.</p>", header=header)
    sent, received = made.by_class("row-corresp")
    assert words(sent) == "Sent Liu,"
    assert sent.xpath(".//@data-label") == ["19 January 1918"]
    assert words(received) == "Received 12 February 1918"
