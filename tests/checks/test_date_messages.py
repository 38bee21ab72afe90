"""What a report about dates says: the place, the cause, the way out; and that odd values give no more than reports."""

from __future__ import annotations

import random
import time
from pathlib import Path
from xml.sax.saxutils import quoteattr

from teikit.checks import run
from teikit.diagnostics import Diagnostic
from teikit.validation import Options, iter_diagnostics
from teikit.xml import load

NAMES = ("julian", "islamic", "chinese", "hebrew", "rumi", "republican", "japanese", "byzantine", "mill")
CALENDARS = "".join(f'<calendar xml:id="{name}"><p>{name}</p></calendar>' for name in NAMES)


def reports(body: str) -> list[Diagnostic]:
    header = f"<teiHeader><profileDesc><calendarDesc>{CALENDARS}</calendarDesc></profileDesc></teiHeader>"
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{header}<text>\n{body}\n</text></TEI>'
    return list(run(load(text.encode(), path="case.xml")))


def only(body: str) -> Diagnostic:
    (report,) = reports(body)
    return report


def test_a_mismatch_names_the_tolerance_of_its_calendar() -> None:
    report = only('<date when="1917-12-07" when-custom="1336-02-20" datingMethod="#islamic"/>')
    assert "is 1917-12-05 (Islamic calendar, within 1 day), but when says" in report.message


def test_a_mismatch_of_other_attributes_names_them_all() -> None:
    report = only('<date notBefore="1912" notAfter="1913" when-custom="1328" datingMethod="#islamic"/>')
    assert report.message.endswith("but the attributes say notBefore 1912 notAfter 1913")
    assert report.location.xpath == "/TEI/text/date/@when-custom"


def test_a_julian_text_is_recognised() -> None:
    report = only('<date when="1917-12-05">22 November 1917</date>')
    assert report.hint is not None
    assert report.hint.startswith("they are 13 days apart: is the text in the Julian calendar?")
    assert 'when-custom="1917-11-22"' in report.hint
    assert "Julian" not in (only('<date when="1917-12-05">23 November 1917</date>').hint or "")


def test_a_julian_text_without_a_year_is_recognised() -> None:
    hint = "is the text in the Julian calendar? Then say so with calendar"
    assert only('<date when="1917-12-05">22 November</date>').hint == hint
    assert only('<date when="1917-12-05">the 22nd</date>').hint == hint
    assert only('<date when="1917-12-05">the 23rd</date>').hint == "one of the two is wrong"


def test_a_julian_day_in_when_is_put_right() -> None:
    report = only('<date when="1917-11-22" calendar="#julian">22 November 1917</date>')
    assert report.message.startswith('the text "22 November 1917" of "date" is 1917-12-05 (Julian calendar)')
    assert report.hint is not None
    assert report.hint.endswith('write when="1917-12-05"')


def test_a_day_that_never_was_is_called_so() -> None:
    report = only('<date when="1917-12-05" calendar="#julian">31 November 1917</date>')
    assert "is no day of the Julian calendar" in report.message


def test_a_weekday_is_explained_by_the_julian_calendar_where_it_fits() -> None:
    # 22 November 1917 was a Thursday, and a Wednesday where the calendar was Julian.
    report = only("<date>Wednesday, 22 November 1917</date>")
    assert report.message.endswith("says Wednesday, but 1917-11-22 was a Thursday")
    assert report.hint is not None
    assert "in the Julian calendar that day was a Wednesday" in report.hint
    assert only("<date>Monday, 22 November 1917</date>").hint == "the nearest Monday was 1917-11-19"


def test_the_years_before_our_era_explain_w3c_and_iso() -> None:
    assert only('<date when="-0001" when-iso="-0001"/>').hint == "1 BCE is -0001 in when, and 0000 in when-iso"


def test_calendars_for_methods_are_counted() -> None:
    report = only('<date when-custom="1917-11-22" calendar="#julian">a day</date>' * 3)
    assert report.message.endswith("(2 more)")
    assert report.hint == 'write datingMethod="#julian" for the calendar of when-custom'


def test_a_part_relates_to_the_whole() -> None:
    report = only('<listEvent><event when="1917">\n<label><date when="1918">x</date></label></event></listEvent>')
    assert report.message == "the date (when 1918) in the label of an event is outside of the event (when 1917, line 2)"
    assert [related.location.line for related in report.related] == [2]


def test_a_life_relates_to_the_birth() -> None:
    report = only('<person><birth when="1894"/>\n<residence from="1880" to="1900"/></person>')
    assert report.message == "residence (from 1880 to 1900) is before the birth of the person (when 1894, line 2)"
    assert (report.location.line, [related.location.line for related in report.related]) == (3, [2])


def test_the_rules_of_tei_itself_stay_warnings(shared: Path, tmp_path: Path) -> None:
    file = tmp_path / "case.xml"
    date = '<date when="1917-12-05" from="1917-12-05" notBefore="1917-12-05">a day</date>'
    file.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{date}</p></body></text></TEI>', "utf-8")
    options = Options(schematron=(shared / "tei/4.9.0a/tei_all.sch",), layers=("schematron", "checks"))
    found = [report for report in iter_diagnostics(file, options) if "attribute" in report.message]
    assert len(found) == 2
    assert {report.severity.value for report in found} == {"warning"}


VALUES = (
    *[
        "1917-12-05",
        "1917",
        "1917-12",
        "-0044-03-15",
        "0000",
        "-0000",
        "9999-12-31",
        "999999-12-31",
        "-999999",
        "--12-05",
        "---05",
        "T10:00",
        "null",
    ],
    *[
        "1917-W49-3",
        "19",
        "191",
        "1917/1918",
        "1917/P9999Y",
        "P1Y",
        "0-0-0",
        "5678-13-01",
        "1333-10-31",
        "0002-13-05",
        "1917-02L-01",
        "1917-11-31",
    ],
    *["丁巳-12-01", "Meiji-5-01-01", "１９１７-12-05", "٠١", "1917-12-05T10:00:00Z", "1700-02-29"],
    *("", " ", "1" * 400, "1917-12-05 1917-12-06", " ".join(["1917-12-05"] * 300)),
)
TEXTS = (
    *("5 December 1917", "Sunday, 31 November 1917", "22 November 1917 (O.S.)", "the 22nd", "1 January 1", "99999 BC"),
    *("31 December 9999", "Sat., 29 February 1700", "1er vendémiaire an CCCCLXXX", "1" * 80, "0"),
    *("丁巳年十二月初一日", "٢٠ صفر ١٣٣٦"),
)
NAMED = [f"{name}{suffix}" for name in ("when", "from", "to", "notBefore") for suffix in ("", "-iso", "-custom")]


def odd(chance: random.Random) -> str:
    values = {name: chance.choice(VALUES) for name in NAMED if chance.random() < 0.25}
    values |= {name: f"#{chance.choice(NAMES)}" for name in ("calendar", "datingMethod") if chance.random() < 0.5}
    written = " ".join(f"{name}={quoteattr(value)}" for name, value in values.items())
    language = chance.choice(("en", "de", "fr", "ru", "zh", "ar", "x", ""))
    date = f'<date {written} xml:lang="{language}">{chance.choice(TEXTS)}</date>'
    event = f"<event {written}><label>{date}</label></event>"
    person = f"<person><birth when={quoteattr(chance.choice(VALUES))}/>{event}</person>"
    return f"<opener><dateline><placeName>Russia</placeName>{date}</dateline></opener>{person}"


def test_odd_values_give_reports_and_nothing_else() -> None:
    chance = random.Random(5)
    start = time.monotonic()
    for _ in range(1500):
        assert all(report.message and report.hint and report.location.line for report in reports(odd(chance)))
    assert time.monotonic() - start < 60
