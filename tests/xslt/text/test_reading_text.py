"""What a reader of the plain text needs: who spoke to whom, both dates, both languages, notes; nothing is glued."""

import pytest
from tests.xslt.text.reading import text

CHOICE = (
    "<p>The <choice><sic>jiunian</sic><corr>liunian</corr></choice> and "
    "<choice><abbr>Dr</abbr><expan>Doctor</expan></choice> Li</p>"
)
PERSONS = (
    "<profileDesc><particDesc><listPerson><person xml:id='li'><persName>"
    "<surname>Li</surname> <forename>Shizhong</forename></persName>"
    "</person><person xml:id='po'><persName>Polivanov</persName></person></listPerson></particDesc></profileDesc>"
)
CALENDARS = "<profileDesc><calendarDesc><calendar xml:id='julian'><p>Julian</p></calendar></calendarDesc></profileDesc>"


def lines(body: str, header: str = "", **settings: str) -> list[str]:
    return [line for line in text(body, header, **settings).splitlines() if line]


def test_dialogue_with_speakers() -> None:
    body = (
        "<sp who='#li' toWhom='#po'><speaker>Li</speaker><p>A question?</p></sp><sp who='#po' toWhom='#li'>"
        "<speaker>Polivanov:</speaker>"
        "<p>An answer.</p></sp><sp who='#li' toWhom='#po'><speaker>Li</speaker><p>Another.</p><p>At length.</p></sp>"
    )
    assert (
        text(body, PERSONS)
        == "Li to Polivanov: A question?\n\nPolivanov to Li: An answer.\n\nLi: Another.\n\nAt length.\n"
    )


def test_a_speaker_who_is_only_in_the_attribute() -> None:
    assert lines("<sp who='#li'><p>Yes.</p></sp>", PERSONS) == ["Li: Yes."]
    assert lines("<u who='#po'><seg>No.</seg> <seg>Never.</seg></u>", PERSONS) == ["Polivanov: No. Never."]
    assert lines("<div><said who='#po'>No.</said></div>", PERSONS) == ["Polivanov: No."]


def test_a_direction_behind_the_name_and_verse_below_it() -> None:
    assert lines("<sp><speaker>LUKA.</speaker><stage>softly</stage><p>Come.</p></sp>") == ["LUKA. (softly): Come."]
    assert lines("<sp><speaker>Faust</speaker><l>One line</l><l>and another</l></sp>") == [
        "Faust:",
        "One line",
        "and another",
    ]


def test_both_dates() -> None:
    attributes = "when='1917-12-05' when-custom='1917-11-22' datingMethod='#julian' calendar='#julian'"
    date = f"<date {attributes}>22 November 1917</date>"
    assert lines(f"<p>On {date} it was.</p>", CALENDARS) == ["On 22 November 1917 [5 December 1917 N.S.] it was."]
    assert lines(f"<p xml:lang='zh'>{date}</p>", CALENDARS) == ["22 November 1917 [5 December 1917 N.S.]"]
    method = attributes.replace("calendar='#julian'", "")
    assert lines(f"<p><date {method}>5 December 1917</date></p>", CALENDARS) == [
        "5 December 1917 [22 November 1917 Julian]"
    ]
    assert lines(f"<p><date {method}>that day</date></p>", CALENDARS) == [
        "that day [22 November 1917 Julian; 5 December 1917 Gregorian]"
    ]
    assert lines("<p>On <date when='1918-01-19'>19 January</date>.</p>") == ["On 19 January."]


def test_sent_and_received_at_the_top() -> None:
    header = (
        "<fileDesc><titleStmt><title>A telegram</title></titleStmt></fileDesc>"
        "<profileDesc><correspDesc><correspAction type='sent'>"
        "<persName>Liu</persName><date when='1918-01-19'/></correspAction>"
        "<correspAction type='received'><date when='1918-02-12'>"
        "12 February 1918</date></correspAction></correspDesc></profileDesc>"
    )
    assert lines("<p>x</p>", header)[:4] == [
        "A telegram",
        "==========",
        "Sent: Liu, 19 January 1918",
        "Received: 12 February 1918",
    ]


def test_both_languages_passage_by_passage() -> None:
    body = (
        "<div><div xml:id='en' xml:lang='en' corresp='#zh'><p xml:id='e1' corresp='#z1'>One.</p><p>Only here.</p></div>"
        "<div xml:id='zh' xml:lang='zh' corresp='#en'><p xml:id='z1' corresp='#e1'>一。</p><p>二。</p></div></div>"
    )
    assert lines(body) == ["One.", "一。", "Only here.", "二。"]


def test_notes_are_gathered_and_numbered() -> None:
    body = "<p>A<note n='7'>first</note> b<note><p>second</p><p>more</p></note>.</p><note>Between paragraphs.</note>"
    assert lines(body) == ["A[1] b[2].", "Between paragraphs.", "Notes", "-----", "[1] first", "[2] second", "more"]


def test_a_note_in_a_side_of_a_choice_that_is_not_read_has_no_number() -> None:
    body = "<p><choice><sic>a<note>no</note></sic><corr>b<note>yes</note></corr></choice></p>"
    assert lines(body) == ["b[1]", "Notes", "-----", "[1] yes"]


def test_choices() -> None:
    assert lines(CHOICE) == ["The liunian and Doctor Li"]
    assert lines(CHOICE, choice="diplomatic") == ["The jiunian and Dr Li"]


def test_what_the_editor_added_is_in_brackets() -> None:
    body = (
        "<p>a<supplied>b</supplied> <expan>D<ex>octo</ex>r</expan> <unclear>c</unclear> "
        "<del>d</del> <gap/> <corr>e</corr></p>"
    )
    assert lines(body)[0] == "a[b] Doctor c ⟦d⟧ […] e"
    assert lines(body, choice="diplomatic")[0] == "a[b] D[octo]r c[?] ⟦d⟧ […] [e]"
    assert "⟦…⟧ deleted in the source" in lines(body)
    assert "⟦…⟧ deleted in the source" not in lines("<p>a</p>")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<list><item>a</item><item>b</item></list>", ["- a", "- b"]),
        ("<list rend='numbered'><item>a</item><item>b</item></list>", ["1. a", "2. b"]),
        ("<list><label>t</label><item>a</item></list>", ["t", "  a"]),
        ("<list><item>a<list><item>b</item></list></item></list>", ["- a", "  - b"]),
        ("<table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell/></row></table>", ["a | b", "c |"]),
        ("<opener><dateline>P</dateline><salute>S</salute></opener>", ["P", "S"]),
        ("<closer><salute>S</salute><signed>L</signed></closer>", ["S", "L"]),
        ("<p><persName>A</persName><persName>B</persName></p>", ["A B"]),
        ("<p><persName>A</persName>\n   <persName>B</persName></p>", ["A B"]),
        ("<p><persName><forename>A</forename><surname>B</surname></persName></p>", ["A B"]),
        ("<p><persName>劉</persName>\n  <persName>李</persName></p>", ["劉李"]),
        ("<p>中文\n      一行</p>", ["中文一行"]),
        ("<p>and\n      so</p>", ["and so"]),
        ("<p>one <hi>two</hi>, <hi>th</hi>ree</p>", ["one two, three"]),
        ("<p>Rail<lb break='no'/>way and<lb/>line</p>", ["Railway and line"]),
        ("<p>Rail\n  <lb break='no'/>\n  way</p>", ["Railway"]),
        ("<ab>one<lb/>two</ab>", ["one", "two"]),
        ("<lg><l>one</l><l>two</l></lg>", ["one", "two"]),
        ("<p>page<pb n='2'/>turned</p>", ["page turned"]),
        ("<p>a <q>b</q> <soCalled>c</soCalled></p>", ["a “b” “c”"]),
        ("<p>a <said direct='false'>b</said></p>", ["a b"]),
        ("<figure><head>C</head><figDesc>D</figDesc><bibl>E</bibl></figure>", ["[Figure] C", "D", "E"]),
        ("<p>see <ptr target='https://example.org/'/></p>", ["see <https://example.org/>"]),
        ("<p><app><lem>a</lem><rdg wit='#B'>b</rdg></app></p>", ["a[1]", "Notes", "-----", "[1] b B"]),
        ("<s><w>Dober</w> <w join='right'>dan</w> <pc>.</pc></s>", ["Dober dan."]),
        ("<u><seg>a</seg><seg>b</seg><incident><desc>noise</desc></incident>c</u>", ["a b (noise) c"]),
        ("<sp><p>Go <stage>aside</stage> away</p></sp>", ["Go (aside) away"]),
        (
            "<castList><castItem><role>Hamlet</role>\n <roleDesc>, son</roleDesc></castItem></castList>",
            ["- Hamlet, son"],
        ),
        ("<sp><speaker>Silent</speaker></sp>", ["Silent:"]),
        ("<listPerson><person><persName>A</persName><birth when='1866'/></person></listPerson>", ["A", "  born 1866"]),
        ("<figure><graphic url='a.png'/></figure>", ["[Figure]"]),
        ("<table><row>loose<cell>a</cell></row><cell>b</cell></table>", ["loose", "a", "b"]),
        ("<p><ruby><rb>漢</rb><rt>hàn</rt></ruby></p>", ["漢 (hàn)"]),
    ],
)
def test_nothing_is_glued_and_nothing_is_torn(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_headings_are_underlined_by_their_width() -> None:
    assert lines("<div><head>中文 x</head><p>y</p></div>") == ["中文 x", "------", "y"]


def test_lines_of_a_page_in_a_diplomatic_text() -> None:
    assert lines("<p>one<lb/>two<pb n='3'/>three</p>", choice="diplomatic") == ["one", "two [p. 3] three"]


def test_wrapping() -> None:
    words = " ".join(["word"] * 12)
    assert text(f"<p>{words}</p>", width="24") == "word word word word word\n" * 2 + "word word\n"
    assert lines("<p>中文中文中，文</p>", width="10") == ["中文中文", "中，文"]
    assert all(len(line) <= 20 for line in lines(f"<quote>{words}</quote>", width="20"))


def test_an_unknown_element_loses_no_text_and_is_reported_once() -> None:
    from tests.xslt.text.reading import transformed

    from teikit.xml import load

    body = b"<p>a <odd>b</odd> <odd>c</odd></p><strange><p>d</p>e</strange>"
    result = transformed(
        load(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>' + body + b"</body></text></TEI>")
    )
    assert result.text.split() == ["a", "b", "c", "d", "e"]
    assert [said.code.id for said in result.diagnostics] == ["XSL010", "XSL010"]


def test_an_example_of_markup_is_shown_as_markup() -> None:
    example = "<egXML xmlns='http://www.tei-c.org/ns/Examples'><p n='1'>a <hi/>\n  <b>c</b></p></egXML>"
    assert '<p n="1">a <hi/>' in text(f"<p>So:</p>{example}")
