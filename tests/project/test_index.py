"""The index: what pointers lead to across files, and which files are read for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from teikit.project import Project, facts, lookup
from teikit.project.facts import Facts, Use, facts_of
from teikit.project.index import Found, Index
from teikit.project.lookup import Outcome
from teikit.project.markup import Markup
from teikit.xml import load

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude">{}</TEI>'


def write(folder: Path, name: str, body: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TEI.format(body), "utf-8")
    return file


def facts_in(file: Path) -> Facts:
    return facts_of(Markup.of(load(file)))


def followed(made: Index, number: int = 0) -> Iterator[tuple[str, Found]]:
    here = made.facts[number]
    return ((use.pointer, made.follow(use, here)) for use in here.uses)


def outcome(body: str, folder: Path, roots: list[Path], name: str = "letters/a.xml") -> Found:
    """Follow the only pointer of a document that stands alone."""
    ((_, found),) = followed(Index([facts_in(write(folder, name, body))], roots))
    return found


def test_a_file_below_the_root_is_read_when_a_pointer_leads_to_it(tmp_path: Path) -> None:
    write(tmp_path, "persons.xml", '<person xml:id="mary"/>')
    found = dict(
        followed(
            Index(
                [facts_in(write(tmp_path, "letters/a.xml", '<ref target="../persons.xml#mary ../persons.xml#leo"/>'))],
                [tmp_path],
            )
        )
    )
    assert found == {
        "../persons.xml#mary": Found(Outcome.FOUND, "person"),
        "../persons.xml#leo": Found(Outcome.NO_ID),
    }


def test_a_file_outside_the_roots_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "persons.xml", '<person xml:id="mary"/>')
    letters = [tmp_path / "letters"]
    assert outcome('<ref target="../persons.xml#leo"/>', tmp_path, letters).outcome is Outcome.UNKNOWN
    assert outcome('<ref target="../places.xml#leo"/>', tmp_path, letters).outcome is Outcome.NO_FILE


def test_a_link_does_not_lead_out_of_the_roots(tmp_path: Path) -> None:
    secret = write(tmp_path, "secret.xml", '<p xml:id="a"/>')
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/link.xml").symlink_to(secret)
    found = outcome('<ref target="link.xml#b"/>', tmp_path, [tmp_path / "letters"])
    assert found.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "pointer",
    [
        "/persons.xml#a",
        "file:///nowhere/persons.xml#a",
        "file://elsewhere/share/persons.xml#a",
        "persons.xml?x=1#a",
        "%00.xml#a",
        "a" * 5000 + ".xml#a",
    ],
)
def test_what_is_no_file_beside_the_document_is_not_judged(pointer: str, tmp_path: Path) -> None:
    found = outcome(f'<ref target="{pointer}"/>', tmp_path, [tmp_path])
    assert found.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "pointer", ["http://localhost:1/a.xml#b", "https://example.org/a.xml#b", "//example.org/a.xml"]
)
def test_an_address_on_the_network_is_never_followed(pointer: str, tmp_path: Path) -> None:
    made = Index([facts_in(write(tmp_path, "a.xml", f'<ref target="{pointer}"/>'))], [tmp_path])
    assert [found.outcome for _, found in followed(made) if found.outcome is not Outcome.UNKNOWN] == []


def test_a_file_that_is_not_well_formed_or_not_xml_is_not_judged(tmp_path: Path) -> None:
    (tmp_path / "broken.xml").write_text("<a>")
    (tmp_path / "page.pdf").write_text("<a/>")
    (tmp_path / "folder.xml").mkdir()
    for name in ("broken.xml#a", "page.pdf#page=2", "folder.xml#a"):
        found = outcome(f'<ref target="../{name}"/>', tmp_path, [tmp_path])
        assert found.outcome is Outcome.UNKNOWN, name


def test_what_is_read_has_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "MOST_BYTES", 200)
    for name in ("one.xml", "two.xml"):
        write(tmp_path, name, '<p xml:id="a"/>')
    made = Index([facts_in(write(tmp_path, "a.xml", '<ref target="one.xml#b two.xml#b"/>'))], [tmp_path])
    assert [found.outcome for _, found in followed(made)] == [Outcome.NO_ID, Outcome.UNKNOWN]


def test_ids_of_a_document_with_very_many_are_read_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts, "MOST_IDS", 2)
    words = facts_in(write(tmp_path, "words.xml", "".join(f'<w xml:id="w{number}"/>' for number in range(3))))
    assert words.ids is None
    here = facts_in(write(tmp_path, "a.xml", '<ref target="words.xml#w1 words.xml#w9"/>'))
    found = [each for _, each in followed(Index([here, words], [tmp_path]))]
    assert found == [Found(Outcome.FOUND, "w"), Found(Outcome.NO_ID)]


def test_files_that_include_each_other_are_one_document(tmp_path: Path) -> None:
    first = facts_in(write(tmp_path, "a.xml", '<xi:include href="b.xml"/><p xml:id="in-a"/><ref target="#in-c #x"/>'))
    second = facts_in(write(tmp_path, "b.xml", '<xi:include href="c.xml"/><ref target="#in-a"/>'))
    write(tmp_path, "c.xml", '<xi:include href="a.xml"/><p xml:id="in-c"/>')
    made = Index([first, second], [tmp_path])
    assert [found.outcome for _, found in followed(made)] == [Outcome.FOUND, Outcome.NO_ID]
    assert [found.outcome for _, found in followed(made, 1)] == [Outcome.FOUND]


def test_a_document_with_a_missing_include_is_not_judged(tmp_path: Path) -> None:
    assert outcome('<xi:include href="gone.xml"/><ref target="#x"/>', tmp_path, [tmp_path]).outcome is Outcome.UNKNOWN


def test_a_document_that_is_no_file_has_no_neighbours() -> None:
    here = facts_of(Markup.of(load(TEI.format('<ref target="gone.xml#a"/>').encode())))
    assert [found.outcome for _, found in followed(Index([here], [Path()]))] == [Outcome.UNKNOWN]


def test_a_document_is_known_by_the_base_of_its_root_too(tmp_path: Path) -> None:
    named = tmp_path / "persons.xml"
    named.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:base="https://example.org/p.xml"><p xml:id="a"/></TEI>', "utf-8"
    )
    made = Index([facts_in(named)])
    assert set(made.by_uri) == {named.as_uri(), "https://example.org/p.xml"}


def test_the_registers_are_those_of_the_project(tmp_path: Path) -> None:
    file = write(tmp_path, "registers/persons.xml", '<person xml:id="mary"/>')
    write(tmp_path, "letter.xml", "<p/>")
    project = Project(tmp_path, "x", tmp_path)
    assert Index([], [tmp_path], project).registers == {file.as_uri()}
    assert Index([]).registers == frozenset()


def test_a_use_knows_its_first_places_and_the_number_of_all(tmp_path: Path) -> None:
    body = "".join('\n<p ana="#gone"/>' for _ in range(25))
    (use,) = facts_in(write(tmp_path, "a.xml", body)).uses
    assert isinstance(use, Use)
    assert (use.element, use.attribute, use.pointer, use.fragment, use.is_local) == ("p", "ana", "#gone", "gone", True)
    assert use.total == 25
    assert [place[1:3] for place in use.places] == [(line, 4) for line in range(2, 12)]
    assert use.places[0][3] == "/TEI/p[1]/@ana"


def test_words_that_follow_each_other_are_one_name(tmp_path: Path) -> None:
    body = '<persName ref="Mary Dedalus"/><persName ref="#Gaius Laelius"/><p corresp="#a Mary https://example.org/ x"/>'
    found = [use.pointer for use in facts_in(write(tmp_path, "a.xml", f'<p xml:id="a"/>{body}')).uses]
    assert found == ["Mary Dedalus", "#Gaius Laelius", "#a Mary", "x"]


def based(folder: Path, name: str, base: str, body: str) -> Facts:
    file = folder / name
    file.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:base="{base}">{body}</TEI>', "utf-8")
    return facts_in(file)


def test_a_document_is_found_by_its_base_on_the_network(tmp_path: Path) -> None:
    persons = based(tmp_path, "persons.xml", "https://example.org/persons.xml", '<person xml:id="mary"/>')
    here = facts_in(write(tmp_path, "a.xml", '<ref target="https://example.org/persons.xml#mary"/><p/>'))
    beside = based(tmp_path, "b.xml", "https://example.org/b.xml", '<ref target="persons.xml#leo"/>')
    made = Index([here, persons, beside])
    assert list(followed(made)) == [("https://example.org/persons.xml#mary", Found(Outcome.FOUND, "person"))]
    assert list(followed(made, 2)) == [("persons.xml#leo", Found(Outcome.NO_ID))]


def test_a_base_that_documents_share_means_none_of_them(tmp_path: Path) -> None:
    one = based(tmp_path, "a.xml", "https://example.org/", '<ref target="#x"/><ref target="https://example.org/#b"/>')
    two = based(tmp_path, "b.xml", "https://example.org/", '<p xml:id="b"/>')
    assert [found.outcome for _, found in followed(Index([one, two]))] == [Outcome.NO_ID, Outcome.NO_ID]
    third = facts_in(write(tmp_path, "c.xml", '<ref target="https://example.org/#b"/>'))
    assert [found.outcome for _, found in followed(Index([third, one, two]))] == [Outcome.UNKNOWN]
