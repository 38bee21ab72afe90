"""The registers: who is in them, in which scripts, and how the entries hang together."""

import re
from datetime import date

import pytest
from lxml import etree
from tests.edition.edition import FOLDER, TEI, XML, find, register, resolve, text_of

SCRIPTS = {"Cyrillic": "[\u0400-\u04ff]", "Han": "[\u3400-\u9fff]", "Latin": "[A-Za-z]"}


def script(text: str) -> set[str]:
    return {name for name, pattern in SCRIPTS.items() if re.search(pattern, text)}


def persons() -> list[etree._Element]:
    return list(register("persons").iter(TEI + "person"))


def test_eighteen_persons_have_names_and_offices() -> None:
    named = [person for person in persons() if person.find(TEI + "persName").get("type") == "preferred"]
    assert len(named) >= 18
    for person in persons():
        assert person.get(XML + "id")
        assert find(person, ".//t:roleName | .//t:occupation")


def test_names_are_in_the_script_of_their_language() -> None:
    expected = {
        "ru": {"Cyrillic"},
        "mn": {"Cyrillic"},
        "uk": {"Cyrillic"},
        "zh-Hant": {"Han"},
        "ja": {"Han"},
        None: {"Latin"},
    }
    seen: dict[str | None, int] = {}
    for name in ("persons", "places", "orgs"):
        for form in find(
            register(name), "//t:text//*[self::t:persName or self::t:placeName or self::t:orgName][@type]"
        ):
            language = form.get(XML + "lang")
            assert script(text_of(form)) == expected.get(language, {"Latin"}), (form.sourceline, text_of(form))
            seen[language] = seen.get(language, 0) + 1
    assert seen["ru"] >= 18
    assert seen["zh-Hant"] >= 18


def test_lives_are_lived_forwards() -> None:
    dated = 0
    for person in persons():
        birth, death = person.find(TEI + "birth"), person.find(TEI + "death")
        if birth is not None and death is not None:
            dated += 1
            assert (birth.get("when") or birth.get("notAfter")) < death.get("when")
        for event in (birth, death):
            if event is not None and len(event.get("when", "")) == 10:
                spelled = date.fromisoformat(event.get("when"))
                assert text_of(event).startswith(f"{spelled.day} {spelled:%B} {spelled.year}")
    assert dated >= 10


def test_identifiers_have_the_form_of_their_authority() -> None:
    forms = {"Wikidata": r"Q\d+", "GeoNames": r"\d+"}
    found = [idno for name in ("persons", "places") for idno in find(register(name), "//t:text//t:idno")]
    assert found
    for idno in found:
        assert re.fullmatch(forms[idno.get("type")], text_of(idno))


def test_coordinates_are_on_the_globe() -> None:
    coordinates = [text_of(geo).split() for geo in register("places").iter(TEI + "geo")]
    assert len(coordinates) >= 8
    for latitude, longitude in coordinates:
        assert abs(float(latitude)) <= 90
        assert abs(float(longitude)) <= 180


@pytest.mark.parametrize(
    ("name", "entry", "least"), [("places", "place", 15), ("orgs", "org", 12), ("events", "event", 12)]
)
def test_registers_are_filled(name: str, entry: str, least: int) -> None:
    assert len(list(register(name).iter(TEI + entry))) >= least


def test_events_stand_in_the_order_of_time_within_their_list() -> None:
    for group in register("events").iter(TEI + "listEvent"):
        starts = [
            event.get("when") or event.get("from") or event.get("notBefore") for event in group.iter(TEI + "event")
        ]
        assert starts == sorted(starts)


def test_relations_join_persons() -> None:
    path = FOLDER / "registers" / "persons.xml"
    relations = list(register("persons").iter(TEI + "relation"))
    assert len(relations) >= 5
    for relation in relations:
        members = " ".join(filter(None, (relation.get("active"), relation.get("passive"), relation.get("mutual"))))
        assert len(members.split()) >= 2
        assert all(resolve(path, member).tag == TEI + "person" for member in members.split())
    (nephew,) = [relation for relation in relations if relation.get("name") == "nephew"]
    assert (nephew.get("active"), nephew.get("passive")) == ("#polivanov-ed", "#polivanov-aa")
    assert nephew.get("cert") == "medium"


def test_a_document_in_the_volume_has_container_and_pages() -> None:
    path = FOLDER / "registers" / "bibliography.xml"
    pages = {"liu-telegram": ("244", "245"), "liu-letter": ("267", "270")}
    for identifier, (first, last) in pages.items():
        (entry,) = find(register("bibliography"), f"//t:biblStruct[@xml:id='{identifier}']")
        (container,) = find(entry, "t:monogr/t:title")
        volume = resolve(path, entry.find(TEI + "relatedItem").get("target"))
        assert text_of(container) == text_of(find(volume, "t:monogr/t:title[@type='main']")[0])
        (scope,) = find(entry, ".//t:biblScope[@unit='page']")
        assert (scope.get("from"), scope.get("to")) == (first, last)
        sent, received = find(entry, "t:analytic/t:date")
        assert sent.get("when") < received.get("when")
