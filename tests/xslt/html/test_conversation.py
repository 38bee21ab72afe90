"""Who says what to whom."""

# Documents stand in one line, as a case and what it comes to.
# ruff: noqa: E501

from tests.xslt.html.conftest import words

HEADER = """<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
<profileDesc><particDesc><listPerson>
<person xml:id="li"><persName>Li Shizhong</persName><occupation>secretary</occupation></person>
<person xml:id="pol"><persName>Evgenii Polivanov</persName></person>
</listPerson></particDesc></profileDesc></teiHeader>"""


def test_a_speech_has_its_speaker_its_addressee_and_its_words(page):
    made = page(
        '<sp who="#pol" toWhom="#li"><speaker>Polivanov</speaker><p>The railway must be shared.</p></sp>', header=HEADER
    )
    (speech,) = made.by_class("speech")
    assert words(speech.xpath("*")[0]) == "Polivanov to Li Shizhong"
    assert words(speech.xpath("*")[1]) == "The railway must be shared."
    assert speech.xpath(".//a[@href='#li']/@title") == ["Li Shizhong, secretary"]


def test_the_speaker_is_named_where_the_text_names_none(page):
    made = page('<u who="#li">Is that so?</u>', header=HEADER)
    (speech,) = made.by_class("speech")
    assert words(speech.xpath("*")[0]) == "Li Shizhong"
    assert words(speech.xpath("*")[1]) == "Is that so?"


def test_speeches_in_a_row_are_one_conversation(page):
    speech = '<sp who="#{0}"><speaker>{0}</speaker><p>Word.</p></sp>'
    body = (
        speech.format("li") + "<stage>A pause.</stage>" + speech.format("pol") + "<p>Later.</p>" + speech.format("li")
    )
    made = page(body, header=HEADER)
    assert [len(each.xpath("*[contains(@class, 'speech')]")) for each in made.by_class("conversation")] == [2, 1]
    assert made.by_class("conversation")[0].get("aria-label") == "Conversation: Li Shizhong, Evgenii Polivanov"


def test_speech_within_a_paragraph_is_labelled_once(page):
    said = '<said who="#pol" toWhom="#li" direct="false">{}</said>'
    made = page(
        f"<p>He began. {said.format('First.')} {said.format('Second.')} {said.format('Third.').replace('#pol', '#x')}</p>",
        header=HEADER,
    )
    assert [each.get("data-voice") for each in made.by_class("tei-said")] == [
        "Evgenii Polivanov → Li Shizhong",
        None,
        "x → Li Shizhong",
    ]
    assert words(made.by_class("paragraph")[0]) == "He began. First. Second. Third."


def test_speech_inside_a_speech_of_the_same_people_has_no_second_label(page):
    made = page(
        '<sp who="#pol" toWhom="#li"><speaker>P.</speaker><p><said who="#pol" toWhom="#li">So.</said> <said who="#li" toWhom="#pol">No.</said></p></sp>',
        header=HEADER,
    )
    assert [each.get("data-voice") for each in made.by_class("tei-said")] == [None, "Li Shizhong → Evgenii Polivanov"]


def test_a_person_without_an_entry_goes_by_the_pointer(page):
    made = page('<sp who="#nobody"><p>Word.</p></sp>')
    assert words(made.by_class("turn")[0]) == "nobody"


def test_a_play_keeps_its_stage_directions_and_cast(page):
    made = page(
        "<castList><head>Persons</head><castItem><role>Eve</role>, <roleDesc>a judge</roleDesc></castItem></castList><stage>Night.</stage>"
    )
    assert words(made.by_class("tei-castItem")[0]) == "Eve, a judge"
    assert words(made.by_class("direction")[0]) == "Night."
