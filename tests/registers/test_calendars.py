"""Which calendar a pointer means, by its spelling and by what the `calendar` element says."""

import pickle
from pathlib import Path

import pytest
from lxml import etree

from teikit.dates import DateError, parse_w3c
from teikit.project.settings import Project
from teikit.registers.calendars import DeclaredCalendar, calendar_for, calendars_in, declared_calendar

TEI = "http://www.tei-c.org/ns/1.0"
URI = "file:///edition/calendars.xml"


def declare(attributes: str, content: str = "<p/>") -> DeclaredCalendar:
    return declared_calendar(etree.fromstring(f'<calendar xmlns="{TEI}" {attributes}>{content}</calendar>'), URI)


def name_for(pointer: str, declared: DeclaredCalendar | None = None) -> str | None:
    calendar = calendar_for(pointer, declared)
    return None if calendar is None else calendar.name


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ("#julian", "julian"),
        (" #cal_islamic ", "islamic"),
        ("#islamic-umalqura", "islamic-umalqura"),
        ("http://en.wikipedia.org/wiki/Julian_calendar", "julian"),
        ("https://www.wikidata.org/wiki/Q11184", "julian"),
        ("calendars.xml#cal_ottomanfiscal", "rumi"),
        ("cal:minguo", "minguo"),
        ("#cal%5Fjulian", "julian"),
        ("julian", "julian"),
        ("#os2", None),
        ("http://en.wikipedia.org/wiki/Shalivahana_era", None),
        ("", None),
    ],
)
def test_the_spelling_of_the_pointer(pointer: str, name: str | None) -> None:
    assert name_for(pointer) == name


@pytest.mark.parametrize(
    ("attributes", "content", "name"),
    [
        ('xml:id="k1" type="julian"', "<p/>", "julian"),
        ('xml:id="k1" target="https://www.wikidata.org/wiki/Q44722"', "<p/>", "hebrew"),
        ('xml:id="k1" ref="http://en.wikipedia.org/wiki/Coptic_calendar"', "<p/>", "coptic"),
        ('xml:id="k1"', "<p>The <name>Julian calendar</name> of the Russian Empire.</p>", "julian"),
        ('xml:id="k1"', "<p>Julian Calendar.</p>", "julian"),
        ('xml:id="cal_OS"', "<p>Old Style (Julian Calendar)</p>", "julian"),
        ('xml:id="cal_AM"', "<p>Anno Mundi (Jewish Calendar)</p>", "hebrew"),
        ('xml:id="k1"', "<p>Not the Julian calendar, but another one.</p>", None),
        ('xml:id="cal_VS"', "<p>Vikrama Samvat Era</p>", None),
        ('xml:id="k1"', "", None),
    ],
)
def test_what_the_declaration_says(attributes: str, content: str, name: str | None) -> None:
    declared = declare(attributes, content)
    assert name_for(f"#{declared.id}", declared) == name


def test_a_variant_that_is_declared_counts_before_the_spelling_of_the_id() -> None:
    declared = declare('xml:id="hijri" type="islamic-umalqura"')
    assert name_for("#hijri") == "islamic"
    assert name_for("#hijri", declared) == "islamic-umalqura"


@pytest.mark.parametrize(
    "prose",
    [
        "Julian calendar. The year begins on 25 March, Lady Day.",
        "Years are counted from the Annunciation.",
        "Years start at Easter.",
        "The year began on 1 September.",
        "The calendar of Venice, beginning the year with 1 March.",
    ],
)
def test_a_year_that_begins_on_another_day_is_not_judged(prose: str) -> None:
    assert name_for("#julian", declare('xml:id="julian"', f"<p>{prose}</p>")) is None


@pytest.mark.parametrize(
    "prose",
    [
        "Reformed Julian calendar beginning the Year with 1 January, not with 1 March as before.",
        "Used from 12 March 1700 on. A leap day is added at the end of February.",
        "The year begins on January 1; letters of 25 March 1917 are dated by it.",
    ],
)
def test_a_year_that_begins_on_1_january_is(prose: str) -> None:
    assert name_for("#julian", declare('xml:id="julian"', f"<p>{prose}</p>")) == "julian"


def test_a_march_year_is_no_fault_of_a_calendar_that_has_it_by_its_rules() -> None:
    declared = declare('xml:id="cal_ottomanfiscal"', "<p>Beginning the Year with 1 March; the year begins 1 March.</p>")
    assert name_for("#cal_ottomanfiscal", declared) == "rumi"


VICTORIA = (
    '<p><name>Victoria</name>, from <date type="accession" when="1837-06-20"/> to '
    '<date type="end" when="1901-01-22"/></p>'
)


def test_the_years_of_a_reign_are_counted_from_the_accession() -> None:
    calendar = calendar_for("#victoria", declare('xml:id="victoria" type="regnal"', VICTORIA))
    assert calendar is not None
    assert calendar.name == "victoria"
    assert calendar.title == "Victoria"
    assert calendar.days(calendar.parse("1-06-20")) == parse_w3c("1837-06-20")
    assert calendar.days(calendar.parse("1-06-19")) == parse_w3c("1838-06-19")
    # The day of her death fell in the sixty-fourth year of her reign.
    assert calendar.days(calendar.parse("64-01-22")) == parse_w3c("1901-01-22")
    with pytest.raises(DateError):
        calendar.days(calendar.parse("65"))


def test_a_reign_in_the_julian_calendar() -> None:
    content = '<p>Elizabeth, from <date type="accession" when="1558-11-27" datingMethod="#julian"/></p>'
    calendar = calendar_for("#elizabeth", declare('xml:id="elizabeth" type="regnal"', content))
    assert calendar is not None
    # 17 November 1558 Old Style was the first day of her reign, and 17 November 1559 the first of its second year.
    assert calendar.days(calendar.parse("1-11-17")) == parse_w3c("1558-11-27")
    assert calendar.days(calendar.parse("2-11-17")) == parse_w3c("1559-11-27")


@pytest.mark.parametrize(
    "content",
    [
        "<p>Victoria</p>",
        '<p><date type="accession" when="1837"/></p>',
        '<p><date type="accession" when="in June"/></p>',
        '<p><date type="accession" when="1837-06-20"/><date type="end" when="1836"/></p>',
    ],
)
def test_a_reign_whose_first_day_is_not_said_is_not_known(content: str) -> None:
    assert calendar_for("#victoria", declare('xml:id="victoria" type="regnal"', content)) is None


FILE = f"""<TEI xmlns="{TEI}"><teiHeader><profileDesc><calendarDesc>
<calendar xml:id="os" type="julian"><p>Old Style</p></calendar>
<calendar xml:id="victoria" type="regnal">{VICTORIA}</calendar>
</calendarDesc></profileDesc></teiHeader></TEI>"""


def test_the_registers_of_a_project_declare_calendars_for_all_its_documents(tmp_path: Path) -> None:
    (tmp_path / "registers").mkdir()
    (tmp_path / "registers/calendars.xml").write_text(FILE, "utf-8")
    (tmp_path / "registers/broken.xml").write_text("<calendar", "utf-8")
    (tmp_path / "teikit.toml").write_text("", "utf-8")
    found = Project.read(tmp_path / "teikit.toml").conventions().calendars
    assert [each.id for each in found] == ["os", "victoria"]
    assert {each.uri for each in found} == {(tmp_path / "registers/calendars.xml").as_uri()}
    assert pickle.loads(pickle.dumps(found)) == found
    assert [name_for(f"registers/calendars.xml#{each.id}", each) for each in found] == ["julian", "victoria"]


def test_a_file_that_is_not_there_declares_nothing(tmp_path: Path) -> None:
    assert calendars_in([tmp_path / "none.xml"]) == ()


def test_the_master_header_of_muqtabas(shared: Path) -> None:
    found = {each.id: each for each in calendars_in(sorted((shared / "corpora/muqtabas").rglob("*master_teiHeader*")))}
    names = {identifier: name_for(f"#{identifier}", each) for identifier, each in found.items()}
    assert names == {
        "cal_gregorian": "gregorian",
        "cal_islamic": "islamic",
        "cal_julian": "julian",
        "cal_ottomanfiscal": "rumi",
        "cal_coptic": "coptic",
    }
