"""What is filled in, what is listed, and that no more is done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.running import MINIMAL

from teikit.editing import write
from teikit.editing.dates import Filled, Wishes, fill
from teikit.xml import load

_CALENDARS = (
    "<profileDesc><calendarDesc>"
    + "".join(f'<calendar xml:id="{name}"><p>{name}</p></calendar>' for name in ("julian", "minguo", "gregorian"))
    + "</calendarDesc></profileDesc></teiHeader>"
)
_DOCUMENT = MINIMAL.replace("</teiHeader>", _CALENDARS.replace("{", "{{"))


def _fill(tmp_path: Path, body: str, wishes: Wishes = Wishes()) -> Filled:  # noqa: B008
    path = tmp_path / "a.xml"
    path.write_text(_DOCUMENT.format(f"<p>{body}</p>"), "utf-8")
    return fill(str(path), wishes)


def _body(filled: Filled) -> str:
    found = re.search("<body><p>(.*)</p></body>", filled.edited.after.decode(), re.DOTALL)
    assert found
    return found[1]


_METHOD = 'datingMethod="#julian"'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A custom day: 22 November 1917 old style is 5 December.
        (
            f'<date when-custom="1917-11-22" {_METHOD}/>',
            f'<date when-custom="1917-11-22" when="1917-12-05" {_METHOD}/>',
        ),
        (
            f"<birth when-custom='1879-12-26' {_METHOD}/>",
            f"<birth when-custom='1879-12-26' when='1880-01-07' {_METHOD}/>",
        ),
        # A Minguo month is a Gregorian month; a Julian one lasts from one Gregorian month into the next.
        (
            '<date when-custom="0007-02" datingMethod="#minguo"/>',
            '<date when-custom="0007-02" when="1918-02" datingMethod="#minguo"/>',
        ),
        (
            f'<date when-custom="1917-11" {_METHOD}/>',
            f'<date when-custom="1917-11" notBefore="1917-11-14" notAfter="1917-12-13" {_METHOD}/>',
        ),
        # A range ends with the last day of its last year.
        (
            f'<date from-custom="1916" to-custom="1917" {_METHOD}/>',
            f'<date from-custom="1916" to-custom="1917" from="1916-01-14" to="1918-01-13" {_METHOD}/>',
        ),
        (
            f'<date notBefore-custom="1917-10-25" notAfter="1917-11-08" {_METHOD}/>',
            f'<date notBefore-custom="1917-10-25" notAfter="1917-11-08" notBefore="1917-11-07" '
            f'notAfter-custom="1917-10-26" {_METHOD}/>',
        ),
        # The other way round.
        (f'<date when="1918-02-14" {_METHOD}/>', f'<date when="1918-02-14" when-custom="1918-02-01" {_METHOD}/>'),
        (f'<date when-iso="19180214" {_METHOD}/>', f'<date when-iso="19180214" when-custom="1918-02-01" {_METHOD}/>'),
        (
            '<date when="1918-02" datingMethod="#minguo"/>',
            '<date when="1918-02" when-custom="0007-02" datingMethod="#minguo"/>',
        ),
        # Text alone.
        (
            '<date calendar="#julian">22 November 1917</date>',
            f'<date calendar="#julian" when="1917-12-05" when-custom="1917-11-22" {_METHOD}>22 November 1917</date>',
        ),
        (
            "<date>22 November 1917 O.S.</date>",
            f'<date when="1917-12-05" when-custom="1917-11-22" {_METHOD}>22 November 1917 O.S.</date>',
        ),
        (
            '<date calendar="#gregorian">5 December 1917</date>',
            '<date calendar="#gregorian" when="1917-12-05">5 December 1917</date>',
        ),
        (
            '<date calendar="#julian #gregorian">9/22 November 1917</date>',
            f'<date calendar="#julian #gregorian" when="1917-11-22" when-custom="1917-11-09" {_METHOD}>'
            "9/22 November 1917</date>",
        ),
        (
            '<date calendar="#julian"><hi>22</hi> November<!-- sic --> 1917</date>',
            f'<date calendar="#julian" when="1917-12-05" when-custom="1917-11-22" {_METHOD}>'
            "<hi>22</hi> November<!-- sic --> 1917</date>",
        ),
        # The weekday is that of the Julian date.
        (
            '<date calendar="#julian">Wednesday, 22 November 1917</date>',
            f'<date calendar="#julian" when="1917-12-05" when-custom="1917-11-22" {_METHOD}>'
            "Wednesday, 22 November 1917</date>",
        ),
        # The text is what the custom value will be.
        (
            f'<date when="1917-12-05" {_METHOD}>22 November 1917</date>',
            f'<date when="1917-12-05" when-custom="1917-11-22" {_METHOD}>22 November 1917</date>',
        ),
        # The text shows in which calendar the custom value is.
        (
            '<date when-custom="1917-11-22" calendar="#julian">22 November 1917</date>',
            f'<date when-custom="1917-11-22" when="1917-12-05" {_METHOD} calendar="#julian">22 November 1917</date>',
        ),
    ],
)
def test_what_is_filled(tmp_path: Path, body: str, expected: str) -> None:
    filled = _fill(tmp_path, body)
    assert _body(filled) == expected
    assert (filled.filled, filled.listed) == (1, ())
    write(filled.edited)
    again = fill(filled.edited.path, Wishes())
    assert (again.filled, again.listed, again.edited.after) == (0, (), filled.edited.after)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('<date when-custom="1336-02-20" datingMethod="#islamic"/>', "1 day off"),
        (f'<date when="1917" {_METHOD}/>', "not one day, month or year of the julian"),
        (f'<date when-custom="1917-11-31" {_METHOD}/>', "no day 31"),
        (f'<date when-custom="1917-11-22 1917-11-23" {_METHOD}/>', "more than one value"),
        (f'<date when="1917-11-22" when-custom="1917-11-22" {_METHOD}/>', "are different days"),
        ('<date when-custom="1917-11-22"/>', "no datingMethod"),
        ('<date when-custom="1917-11-22" datingMethod="#local"/>', '"#local" is not known'),
        ('<date when-custom="1917-11-22" calendar="#julian">5 December 1917</date>', "no datingMethod"),
        ('<date calendar="#local">22 November 1917</date>', 'no text is read in the calendar "#local"'),
        ('<date calendar="#julian">22 November</date>', "without a year"),
        ('<date calendar="#julian">some time in spring</date>', "not a whole date"),
        ('<date calendar="#julian #gregorian">22 November 1917</date>', "names 2 calendars"),
        ('<date calendar="#julian">20 Safar 1336</date>', "not as @calendar says"),
        ("<date>22 November 1917</date>", "in which calendar"),
        # The classic mistake: the Julian day in the Gregorian attribute. The other half would hide it.
        (f'<date when="1917-11-22" {_METHOD} calendar="#julian">22 November 1917</date>', "the attributes say"),
        (
            f'<date when="1917-11-22" {_METHOD}>22 November 1917</date>',
            "its text is 1917-11-22 in a calendar that nothing",
        ),
        (f'<date when-custom="1917-11-22" {_METHOD} calendar="#julian">23 November 1917</date>', "the attributes say"),
        # 22 November 1917 was a Thursday, and in the Julian calendar a Wednesday.
        ('<date calendar="#julian">Monday, 22 November 1917</date>', "says Monday"),
        (f'<date from-custom="1918-11-22" to-custom="1917-01-01" {_METHOD}/>', "is after to="),
        (f'<date from="1917-12-07" to-custom="1917-11-22" {_METHOD}/>', 'for from="1917-12-07" of "date" is after'),
        (f'<date when-custom="1917-11-22" from="1917-12-07" {_METHOD}/>', "beside from, which TEI does not allow"),
        (f'<date when-custom="1917-11-22" from-custom="1917-11-22" {_METHOD}/>', "when would stand beside from"),
    ],
)
def test_what_is_only_listed(tmp_path: Path, body: str, reason: str) -> None:
    filled = _fill(tmp_path, f"\n {body}")
    assert filled.edited.after == filled.edited.before
    (listed,) = filled.listed
    assert reason in listed.reason
    assert listed.location.line == 2


@pytest.mark.parametrize(
    "body",
    [
        '<date when="1917-12-05">5 December</date>',
        '<date when="1917-12-05" datingMethod="#gregorian"/>',
        f'<date when="1917-12-05" when-custom="1917-11-22" {_METHOD}/>',
        f'<date notBefore="1917-11-14" notAfter="1917-12-13" when-custom="1917-11" {_METHOD}/>',
        f'<date when-iso="1917-12-05" when-custom="1917-11-22" {_METHOD}/>',
        "<date/>",
        '<date calendar="#julian"/>',
        "<date>yesterday</date>",
        f'<!-- <date when-custom="1917-11-22" {_METHOD}/> -->',
        f'<egXML xmlns="http://www.tei-c.org/ns/Examples"><date when-custom="1917-11-22" {_METHOD}/></egXML>',
        f'<x:date xmlns:x="urn:x" when-custom="1917-11-22" {_METHOD}/>',
        '<biblScope from="12" to="13">12-13</biblScope>',
        f'<locus from-custom="12" to-custom="13" {_METHOD}/>',
        f'<span from="#a" to="#b" {_METHOD}/>',
        '<date calendar="#julian">22 November 1917<note>so the stamp</note></date>',
    ],
)
def test_what_needs_nothing(tmp_path: Path, body: str) -> None:
    filled = _fill(tmp_path, body)
    assert (filled.edited.after, filled.listed) == (filled.edited.before, ())


def test_the_tolerance_of_a_calendar_becomes_two_ends(tmp_path: Path) -> None:
    # 20 Safar 1336 is 5 December 1917 by the tables.
    body = "".join(f'<date {name}-custom="1336-02-20" datingMethod="#islamic"/>' for name in ("when", "from"))
    found = load(_fill(tmp_path, body, Wishes(accept_tolerance=True)).edited.after).root.iter("{*}date")
    one, other = (dict(element.attrib) for element in found)
    assert (one["notBefore"], one["notAfter"]) == ("1917-12-04", "1917-12-06")
    assert other["from"] == "1917-12-04"


def test_a_calendar_for_what_names_none(tmp_path: Path) -> None:
    body = '<date>22 November 1917</date><date when-custom="1917-11-22"/><date when="1917-12-05"/>'
    assert _body(_fill(tmp_path, body, Wishes("julian"))) == (
        f'<date when="1917-12-05" when-custom="1917-11-22" {_METHOD}>22 November 1917</date>'
        f'<date when-custom="1917-11-22" when="1917-12-05" {_METHOD}/><date when="1917-12-05"/>'
    )


def test_a_calendar_that_the_document_does_not_declare(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    values = '<date when-custom="1917-11-22"/>'
    # A reader of the document would take the text for a Gregorian date.
    text = "<date>22 November 1917</date>"
    path.write_text(MINIMAL.format(f"<p>{values}{text}<date>22 November 1917 O.S.</date></p>"), "utf-8")
    filled = fill(str(path), Wishes("julian"))
    assert _body(filled) == (
        f'<date when-custom="1917-11-22" when="1917-12-05"/>{text}<date when="1917-12-05">22 November 1917 O.S.</date>'
    )
    assert [each.reason for each in filled.listed] == [
        '"date": its text is 1917-11-22 in a calendar that nothing in the document says, and not "1917-12-05"'
    ]
    in_gregorian = fill(str(path), Wishes("gregorian"))
    assert '<date when="1917-11-22">22 November 1917</date>' in _body(in_gregorian)


def test_a_calendar_that_is_named_but_not_known_is_not_replaced(tmp_path: Path) -> None:
    filled = _fill(tmp_path, '<date when-custom="1917-11-22" datingMethod="#local"/>', Wishes("julian"))
    assert filled.filled == 0
    assert "not known" in filled.listed[0].reason


def test_a_reign_that_the_document_declares(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    # Victoria came to the throne on 20 June 1837; 22 January in her 64th year was in 1901.
    term = '<name>Victoria</name> <date type="accession" when="1837-06-20"/>'
    reign = f'<calendar xml:id="vic" type="regnal"><p>{term}</p></calendar>'
    document = _DOCUMENT.replace("<calendarDesc>", f"<calendarDesc>{reign}")
    path.write_text(document.format('<p><date when-custom="64-01-22" datingMethod="#vic"/></p>'), "utf-8")
    assert b'when-custom="64-01-22" when="1901-01-22" datingMethod' in fill(str(path), Wishes()).edited.after


def test_the_language_of_the_text_is_known(tmp_path: Path) -> None:
    body = '<foreign xml:lang="de"><date calendar="#julian">22. März 1917</date></foreign>'
    assert 'when="1917-04-04" when-custom="1917-03-22"' in _body(_fill(tmp_path, body))


def test_an_element_out_of_an_entity_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    date = f'<date xmlns="http://www.tei-c.org/ns/1.0" when-custom="1917-11-22" {_METHOD}/>'
    doctype = f"<!DOCTYPE TEI [<!ENTITY d '{date}'>]>"
    path.write_text(doctype + _DOCUMENT.format("<p>&d;</p>"), "utf-8")
    filled = fill(str(path), Wishes())
    assert filled.edited.after == filled.edited.before
    assert ["entity" in each.reason for each in filled.listed] == [True]


def test_what_the_schema_does_not_allow_is_listed(tmp_path: Path) -> None:
    (tmp_path / "own.rnc").write_text(
        'default namespace = "http://www.tei-c.org/ns/1.0"\n'
        "start = element TEI { any }\n"
        "any = (element * - (date | docDate) { any } | date | docDate | text | attribute * { text })*\n"
        "date = element date { attribute when-custom { text }, attribute datingMethod { text } }\n"
        "docDate = element docDate { attribute when-custom { text }, attribute datingMethod { text }, "
        "attribute when { text }? }\n",
        "utf-8",
    )
    path = tmp_path / "a.xml"
    body = f'<p>\n<date when-custom="1917-11-22" {_METHOD}/>\n<docDate when-custom="1917-11-22" {_METHOD}/></p>'
    path.write_text('<?xml-model href="own.rnc"?>' + _DOCUMENT.format(body), "utf-8")
    filled = fill(str(path), Wishes())
    assert filled.edited.after == filled.edited.before.replace(
        b'<docDate when-custom="1917-11-22"', b'<docDate when-custom="1917-11-22" when="1917-12-05"'
    )
    (listed,) = filled.listed
    assert listed.location.line == 2
    assert 'attribute "when" is not allowed on "date"' in listed.reason


def test_a_fault_of_one_date_does_not_keep_another_from_being_filled(tmp_path: Path) -> None:
    wrong = f'<date when="1917-11-22" when-custom="1917-11-22" {_METHOD}/>'
    also = f'<date from="1917-12-07" to-custom="1917-11-22" {_METHOD}/>'
    filled = _fill(tmp_path, f'{wrong}{also}<date when-custom="1917-11-22" {_METHOD}/>')
    assert _body(filled) == f'{wrong}{also}<date when-custom="1917-11-22" when="1917-12-05" {_METHOD}/>'
    assert len(filled.listed) == 2
