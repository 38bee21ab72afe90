"""Every pointer of the edition leads somewhere, across files too, and to the right kind of thing."""

from collections import Counter
from pathlib import Path

import pytest
from tests.edition.edition import FILES, NAMES, TEI, XML, document, find, pointers, register, resolve, root

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
KINDS = {
    "persName": {"person"},
    "placeName": {"place"},
    "country": {"place"},
    "orgName": {"org"},
    "said": {"person"},
    "sp": {"person"},
    "relation": {"person", "org"},
    "rs": {"event"},
}


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_pointer_resolves(path: Path) -> None:
    nowhere = [
        (element.sourceline, name, pointer)
        for element, name, pointer in pointers(path)
        if pointer != LICENCE and resolve(path, pointer) is None
    ]
    assert nowhere == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_names_and_speakers_point_to_entries_of_their_kind(path: Path) -> None:
    for element, name, pointer in pointers(path):
        kinds = KINDS.get(element.tag.removeprefix(TEI))
        if kinds and name in {"ref", "who", "toWhom", "active", "passive", "mutual"}:
            entry = resolve(path, pointer)
            assert entry is not None
            assert entry.tag.removeprefix(TEI) in kinds, (element.sourceline, name, pointer)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_names_in_the_text_point_to_a_register(path: Path) -> None:
    if path.parent.name == "documents":
        for name in find(root(path), "//t:text//*[self::t:persName or self::t:placeName or self::t:orgName]"):
            assert name.get("ref"), (name.sourceline, name.text)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_identifiers_are_unique(path: Path) -> None:
    counted = Counter(element.get(XML + "id") for element in root(path).iter(TEI + "*") if element.get(XML + "id"))
    assert [identifier for identifier, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_language_is_declared_and_no_other(path: Path) -> None:
    used = {element.get(XML + "lang") for element in root(path).iter(TEI + "*")} - {None}
    declared = [language.get("ident") for language in root(path).iter(TEI + "language")]
    assert sorted(declared) == sorted(used)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_prefixes_and_calendars_are_declared_where_they_are_used(path: Path) -> None:
    values = {pointer for _, _, pointer in pointers(path)}
    prefixes = {value.split(":")[0] for value in values if ":" in value and not value.startswith("https:")}
    assert {definition.get("ident") for definition in root(path).iter(TEI + "prefixDef")} == prefixes
    calendars = {calendar.get(XML + "id") for calendar in root(path).iter(TEI + "calendar")}
    for element in root(path).iter(TEI + "*"):
        for name in ("calendar", "datingMethod"):
            assert set(element.get(name, "").replace("#", "").split()) <= calendars


def test_every_entry_of_the_registers_is_pointed_to() -> None:
    reached = {resolve(path, pointer) for path in FILES for _, _, pointer in pointers(path)}
    for name, entry in (("persons", "person"), ("places", "place"), ("orgs", "org"), ("events", "event")):
        for element in register(name).iter(TEI + entry):
            assert element in reached, element.get(XML + "id")


def test_the_passages_in_two_languages_point_to_each_other() -> None:
    versions = find(document("overtures"), "//t:div[@type='version']")
    assert [version.get(XML + "lang") for version in versions] == ["en", "zh-Hant"]
    english, chinese = ([version, *version.iterchildren(TEI + "head", TEI + "p")] for version in versions)
    assert len(english) == len(chinese) == 8
    for left, right in zip(english, chinese, strict=True):
        assert left.tag == right.tag
        assert left.get("corresp") == "#" + right.get(XML + "id")
        assert right.get("corresp") == "#" + left.get(XML + "id")
        assert (left.get(XML + "lang"), right.get(XML + "lang")) == ("en", "zh-Hant")
