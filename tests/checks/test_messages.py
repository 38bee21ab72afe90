"""What a report says: the place, the cause, the way out."""

import time

import pytest

from teikit.checks import run
from teikit.diagnostics import Diagnostic
from teikit.xml import load

PERSONS = (
    '<listPerson><person xml:id="dedalus-mary"><persName>Dedalus, Mary</persName></person>'
    '<person xml:id="p2"><persName><forename>Leopold</forename> <surname>Bloom</surname></persName></person>'
    '<person xml:id="li"><persName xml:id="li-name">Li Shizhong</persName></person></listPerson>'
)
CALENDARS = (
    '<calendarDesc><calendar xml:id="julian"><p/></calendar><calendar xml:id="minguo"><p/></calendar></calendarDesc>'
)


def reports(body: str, header: str = "") -> list[Diagnostic]:
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader><text>\n{body}\n</text></TEI>'
    return list(run(load(text.encode(), path="case.xml")))


def only(body: str, header: str = "") -> Diagnostic:
    (report,) = reports(body, header)
    return report


def test_a_duplicate_names_the_first_use() -> None:
    report = only('<p xml:id="a"/>\n<ab n="2" xml:id="a"/>')
    assert (report.location.line, report.location.column) == (3, 11)
    assert report.location.xpath == "/TEI/text/ab/@xml:id"
    assert 'xml:id "a" of "ab" is already the id of "p" in line 2' in report.message
    assert [(related.location.line, related.location.column) for related in report.related] == [(2, 1)]


def test_a_dangling_pointer_has_the_nearest_id_as_hint() -> None:
    report = only('<p xml:id="second">See <ref n="1" target="#first #secnd">there</ref>.</p><p xml:id="first"/>')
    assert report.message.startswith('"#secnd" in target of "ref"')
    assert report.hint == 'did you mean "#second"?'
    assert (report.location.line, report.location.column) == (2, 35)


def test_a_dangling_pointer_without_a_near_id_names_what_is_missing() -> None:
    assert only('<ref target="#note-7"/><p xml:id="abc"/>').hint == 'no element has xml:id="note-7"'


def test_a_bare_name_has_the_likely_id_as_hint() -> None:
    for name, identifier in (
        ("Mary Dedalus", "dedalus-mary"),
        ("dedalus-mary", "dedalus-mary"),
        ("Leopold Bloom", "p2"),
        ("Bloom", "p2"),
        ("li", "li"),
        ("dedalus-marie", "dedalus-mary"),
    ):
        report = only(f'{PERSONS}<said who="{name}">x</said>')
        assert report.hint == f'did you mean "#{identifier}"?', name
        assert f'"{name}" in who of "said" is a name' in report.message


def test_the_name_of_a_person_is_not_the_person() -> None:
    report = only(f'{PERSONS}<said who="#li-name">x</said>')
    assert 'points to "persName", not to a person' in report.message
    assert report.hint == 'did you mean "#li"?'


def test_a_speaker_who_is_nowhere_has_a_hint_all_the_same() -> None:
    assert only('<said who="#nobody">x</said>').hint == 'no person, organisation or role has xml:id="nobody"'
    assert only(f'{PERSONS}<said who="--">x</said>').hint == 'point to the id of a person, such as "#mary"'
    assert only('<said who="Nobody">x</said>').hint == 'point to the id of a person, such as "#mary"'


def test_a_mismatch_names_the_right_day_of_both_sides() -> None:
    report = only('<date when="1917-12-06" when-custom="1917-11-22" datingMethod="#julian"/>', CALENDARS)
    assert (
        'when-custom="1917-11-22" of "date" is 1917-12-05 (Julian calendar), but when says "1917-12-06"'
        in report.message
    )
    assert report.hint == 'write when="1917-12-05", or when-custom="1917-11-23" if the Gregorian day is right'


def test_a_mismatch_of_a_year_gives_the_interval() -> None:
    report = only('<date when="1919" when-custom="0007" datingMethod="#minguo"/>', CALENDARS)
    assert "is 1918-01-01 to 1918-12-31 (Minguo calendar)" in report.message


def test_a_difference_of_one_year_recalls_that_years_began_on_other_days() -> None:
    report = only('<date when="1649-02-09" when-custom="1648-01-30" datingMethod="#julian"/>', CALENDARS)
    assert report.hint is not None
    assert "began on another day than 1 January" in report.hint


def test_a_gregorian_day_before_the_calendar_gives_one_way_out() -> None:
    report = only('<date when="1911-02-12" when-custom="0007-02-12" datingMethod="#minguo"/>', CALENDARS)
    assert report.hint == 'write when="1918-02-12"'


def test_a_mismatch_before_our_era_counts_as_tei_does() -> None:
    report = only('<date when="-0044-03-15" when-custom="-0044-03-15" datingMethod="#julian"/>', CALENDARS)
    assert "is -0044-03-13 (Julian calendar)" in report.message


def test_an_impossible_date_says_what_is_impossible() -> None:
    report = only('<date when-custom="1917-11-31" datingMethod="#julian"/>', CALENDARS)
    assert "there is no day 31 in month 11 of the year 1917, which has 30" in report.message


def test_a_range_names_both_ends() -> None:
    assert only('<date from="1918" to="1917"/>').message == 'from="1918" of "date" is after to="1917"'


def test_a_letter_that_arrives_too_early_relates_to_its_sending() -> None:
    report = only(
        "<p/>",
        '<correspDesc>\n<correspAction type="sent"><date when="1918-02-12"/></correspAction>\n'
        '<correspAction type="received"><date when="1918-01-19"/></correspAction></correspDesc>',
    )
    assert report.message == "received (when 1918-01-19) before it was sent (when 1918-02-12, line 2)"
    assert report.location.line == 3
    assert [related.location.line for related in report.related] == [2]


def test_an_undeclared_calendar_is_reported_once_with_its_uses() -> None:
    report = only("\n".join(['<date calendar="julien">x</date>'] * 3), CALENDARS)
    assert report.location.line == 2
    assert report.message.endswith("is a word, not a pointer to a calendar (and 2 more)")
    assert report.hint == 'did you mean "#julian"?'


def test_an_undeclared_calendar_without_a_near_one_can_be_declared() -> None:
    report = only('<date calendar="#rumi">x</date>')
    assert report.hint is not None
    assert '<calendar xml:id="rumi">' in report.hint


def test_an_undeclared_language_is_reported_once_with_its_uses() -> None:
    header = '<profileDesc><langUsage><language ident="zh-Hant"/></langUsage></profileDesc>'
    report = only('<p xml:lang="zh-Hans"/>\n<p xml:lang="zh-Hans"/>', header)
    assert report.location.line == 2
    assert report.message == 'xml:lang "zh-Hans" of "p" is not declared in langUsage (and 1 more)'
    assert report.hint == 'did you mean "zh-Hant"?'


def test_an_element_shows_its_prefix() -> None:
    text = b'<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:text><t:ref target="#x"/></t:text></t:TEI>'
    (report,) = run(load(text))
    assert 'in target of "t:ref"' in report.message


def test_a_document_that_is_not_tei_has_no_faults() -> None:
    assert list(run(load(b'<html xmlns="http://www.w3.org/1999/xhtml"><a href="#x" target="#y">z</a></html>'))) == []


def test_many_wrong_speakers_are_all_reported() -> None:
    speeches = "".join(f'<div><said who="Somebody {number}">x</said></div>' for number in range(300))
    assert len(reports(PERSONS + speeches)) == 300


def test_hints_for_many_dangling_pointers_do_not_take_for_ever() -> None:
    ids = "".join(f'<p xml:id="name-of-a-paragraph-{number}"/>' for number in range(4000))
    pointers = "".join(f'<div><ref target="#nam-of-paragraph-{number}"/></div>' for number in range(1000))
    start = time.monotonic()
    assert len(reports(ids + pointers)) == 1000
    assert time.monotonic() - start < 30


def test_a_wrong_target_names_both_kinds() -> None:
    report = only('<listPlace><place xml:id="li"/></listPlace>\n<persName ref="#li">Li</persName>')
    assert report.message == '"#li" in ref of "persName" points to "place", not to a person'
    assert (report.location.line, report.location.column) == (3, 11)


def test_an_undeclared_prefix_shows_how_to_declare_it() -> None:
    report = only('<ref target="psn:mary"/><ref target="psn:leo"/>')
    assert report.message == '"psn:mary" in target of "ref" has a prefix that nothing declares (and 1 more)'
    assert report.hint is not None
    assert report.hint.startswith('declare <prefixDef ident="psn"')


@pytest.mark.parametrize(
    ("tag", "fault", "hint"),
    [
        ("eng", 'has the language "eng", which is not registered', 'write "en"'),
        ("ger-AT", 'has the language "ger", which is not registered', 'write "de-AT"'),
        ("en_GB", "is no language tag", 'write "en-GB"'),
        ("cn", 'has the language "cn", which is not registered', 'write "zh"'),
        ("German", 'has the language "german", which is not registered', "look the language up"),
        ("", None, None),
        ("zh-Trad", 'has the script "trad", which is not registered', "scripts are such as"),
        ("en-UK", 'has the region "uk", which is not registered', 'regions are countries such as "GB"'),
        ("de-neu25", 'has the variant "neu25", which is not registered', '"x-neu25"'),
        ("zh-xqx", 'has "xqx" after the language', "leave it out"),
    ],
)
def test_a_language_tag_is_put_right(tag: str, fault: str | None, hint: str | None) -> None:
    found = reports(f'<p xml:lang="{tag}">x</p>')
    assert len(found) == (fault is not None)
    for report in found:
        assert fault is not None
        assert fault in report.message
        assert hint is not None
        assert hint in (report.hint or "")


def test_an_undeclared_tag_that_is_wrong_is_put_right_as_well() -> None:
    header = '<profileDesc><langUsage><language ident="en"/></langUsage></profileDesc>'
    assert only('<p xml:lang="rus">x</p>', header).hint == 'write "ru"'


def test_letters_that_are_two_calendars_apart_are_told_so() -> None:
    header = (
        '<profileDesc><correspDesc><correspAction type="sent">\n<date when="1918-02-04"/>'
        "</correspAction></correspDesc></profileDesc>"
    )
    report = only('<opener><dateline><date when="1918-01-22">22</date></dateline></opener>', header)
    assert report.message == "the dateline says when 1918-01-22, but correspDesc says when 1918-02-04 (line 2)"
    assert report.hint is not None
    assert "13 days apart" in report.hint
    assert [related.location.line for related in report.related] == [2]


def test_characters_are_named_and_counted_at_their_first_place() -> None:
    report = only("<p>😀 Petro\u200bgrad</p><p>Mos\u200bcow</p>")
    assert report.message == "an invisible character: U+200B (zero width space) (and 1 more)"
    assert (report.location.line, report.location.column, report.location.xpath) == (2, 11, "/TEI/text/p[1]")
    assert report.hint == "remove it; if it is meant, write it as a character reference such as &#x200B;"


def test_a_word_of_two_scripts_is_put_right() -> None:
    assert only("<p>Petr\u043egrad</p>").hint == "write “Petrograd”"
    russian = only("<p>М\u006fсква</p>")
    assert russian.hint == "write “Москва”"
    assert russian.message == "“М\u006fсква” has letters of two scripts: “o” (U+006F) is Latin"


def test_a_decomposed_letter_shows_its_numbers() -> None:
    report = only("<p>é</p>\n<p>e\u0301</p>")
    assert report.message == "“é” is written U+0065 U+0301 here, while the document has composed letters elsewhere"
    assert report.location.line == 3
