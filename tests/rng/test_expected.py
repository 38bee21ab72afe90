"""`RelaxNG.expected`: what may stand at a place, from the content models of the TEI and from small schemas."""

from __future__ import annotations

import io
import random
import re
from pathlib import Path

import pytest
from tests.running import MINIMAL

from teikit.diagnostics import DocumentError
from teikit.rng import RelaxNG
from teikit.rng.reading.expect import Choice, Expected

TEI = "http://www.tei-c.org/ns/1.0"
START = f'<TEI xmlns="{TEI}">'
BODY = MINIMAL.partition("{}")[0]
HEADER = BODY.partition("<text>")[0]
NOTHING = Expected((), (), (), False)


@pytest.fixture(scope="module")
def schema(root: Path) -> RelaxNG:
    return RelaxNG.from_file(root / "schema" / "teikit.rng")


def at(schema: RelaxNG, marked: str) -> Expected:
    """Return what is expected where the mark `|` stands."""
    before, _, after = marked.partition("|")
    line = before.count("\n") + 1
    return schema.expected((before + after).encode("utf-8"), line, len(before) - before.rfind("\n"))


def small(folder: Path, compact: str) -> RelaxNG:
    path = folder / "s.rnc"
    path.write_text(compact, encoding="utf-8")
    return RelaxNG.from_file(path, cached=False)


def names(choices: tuple[Choice, ...]) -> set[str]:
    return {choice.name for choice in choices}


def required(choices: tuple[Choice, ...]) -> set[str]:
    return {choice.name for choice in choices if choice.required}


# --- elements


@pytest.mark.parametrize("marked", ["|", "|<TE", '<?xml version="1.0"?>\n|', "<!-- before --> |", "<|"])
def test_the_root(schema: RelaxNG, marked: str) -> None:
    found = at(schema, marked)
    assert [(each.name, each.namespace, each.required) for each in found.elements] == [("TEI", TEI, True)]
    assert found.elements[0].documentation
    assert not found.text


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (START, "teiHeader"),
        (f"{START}<teiHeader>", "fileDesc"),
        (f"{START}<teiHeader><fileDesc>", "titleStmt"),
        (f"{START}<teiHeader><fileDesc><titleStmt>", "title"),
    ],
)
def test_what_must_come_first_is_required(schema: RelaxNG, before: str, expected: str) -> None:
    found = at(schema, f"{before}\n  |")
    assert required(found.elements) == {expected}
    assert found.elements[0].name == expected
    assert not found.text


def test_after_required_siblings(schema: RelaxNG) -> None:
    title = "<titleStmt><title>T</title></titleStmt>"
    found = at(schema, f"{START}<teiHeader><fileDesc>{title}|")
    assert required(found.elements) == {"publicationStmt"}
    assert "titleStmt" not in names(found.elements)
    published = f"{title}<publicationStmt><p/></publicationStmt>"
    found = at(schema, f"{START}<teiHeader><fileDesc>{published}|")
    assert required(found.elements) == {"sourceDesc"}
    found = at(schema, f"{START}<teiHeader><fileDesc>{published}<sourceDesc><p/></sourceDesc>|")
    assert required(found.elements) == set()
    assert "sourceDesc" in names(found.elements)
    assert "publicationStmt" not in names(found.elements)
    found = at(schema, f"{HEADER}|")
    assert "text" in names(found.elements)
    assert not {"teiHeader", "p", "body"} & names(found.elements)


def test_mixed_content(schema: RelaxNG) -> None:
    found = at(schema, f"{BODY}<p>He met <persName>Li</persName> and said |nothing.</p>")
    assert found.text
    assert {"persName", "date", "said", "note", "choice"} <= names(found.elements)
    assert not {"p", "div", "body", "teiHeader", "item"} & names(found.elements)
    assert not required(found.elements)
    assert next(each for each in found.elements if each.name == "persName").documentation
    assert found.attributes == found.values == ()


def test_element_content_takes_no_text(schema: RelaxNG) -> None:
    assert not at(schema, f"{BODY}<div>|").text
    found = at(schema, f"{BODY}<list>|")
    assert required(found.elements) == {"item"}
    assert required(at(schema, f"{BODY}<list><item>One</item>|").elements) == set()


def test_heads_come_first_and_divisions_last(schema: RelaxNG) -> None:
    assert "head" in names(at(schema, f"{BODY}<div>|").elements)
    after_text = names(at(schema, f"{BODY}<div><head/><p/>|").elements)
    assert "head" not in after_text
    assert {"p", "div", "list"} <= after_text
    after_division = names(at(schema, f"{BODY}<div><p/><div><p/></div>|").elements)
    assert "div" in after_division
    assert "p" not in after_division


@pytest.mark.parametrize(
    "place",
    ["<p>|</p>", "<div>|<p/></div>", "<p><choice><sic>a</sic>|<corr>b</corr></choice></p>", "<list><item/>|</list>"],
)
def test_offered_is_what_the_validator_takes(schema: RelaxNG, place: str) -> None:
    before, _, after = MINIMAL.format(place).partition("|")
    column = len(before) + 1
    offered = {f"{each.namespace} {each.name}" for each in at(schema, f"{before}|{after}").elements}
    taken = set()
    for name in schema.automaton.names():
        namespace, _, local = name.rpartition(" ")
        document = f'{before}<{local} xmlns="{namespace}"/>{after}'
        found = schema.iter_diagnostics(document.encode("utf-8"), check_ids=False)
        refused = (f'element "{local}" is not allowed', f'element "{local}" is not known')
        if not any(one.location.column == column and one.message.startswith(refused) for one in found):
            taken.add(name)
    assert offered == taken


# --- attributes


def test_attributes_of_an_element(schema: RelaxNG) -> None:
    found = at(schema, f"{BODY}<p><said |")
    assert {"who", "toWhom", "rend", "id", "lang"} <= names(found.attributes)
    assert "who" in required(found.attributes)
    assert found.attributes[0].required
    assert {each.namespace for each in found.attributes if each.name == "id"} == {
        "http://www.w3.org/XML/1998/namespace"
    }
    assert all(each.documentation for each in found.attributes if each.name == "who")
    assert found.elements == found.values == ()
    assert not found.text


@pytest.mark.parametrize(
    "tag", ['<said who="#li" |', '<said |who="#li">', "<said |  who = '#li' n='1'/>x", '<said who="#li"|/>']
)
def test_attributes_that_are_there_are_not_offered(schema: RelaxNG, tag: str) -> None:
    found = names(at(schema, f"{BODY}<p>{tag}").attributes)
    assert "who" not in found
    assert "toWhom" in found


@pytest.mark.parametrize("tag", ["<said wh|", "<said wh|o='#li'>", "<said n='1' wh|o>", "<said wh |", "<said\n\twh|"])
def test_the_attribute_that_is_being_written_is_offered(schema: RelaxNG, tag: str) -> None:
    found = at(schema, f"{BODY}<p>{tag}")
    assert "who" in required(found.attributes)


def test_attributes_that_exclude_each_other(tmp_path: Path) -> None:
    schema = small(tmp_path, "element a { (attribute b { text } | attribute c { text }), attribute d { text } }")
    assert (names(at(schema, "<a |").attributes), required(at(schema, "<a |").attributes)) == ({"b", "c", "d"}, {"d"})
    assert names(at(schema, "<a b='' |").attributes) == {"d"}
    assert at(schema, "<a b='' d='' |/>") == NOTHING


# --- values


def test_values_of_a_closed_list(schema: RelaxNG) -> None:
    found = at(schema, f'{BODY}<p><date cert="|"/></p>')
    assert [each.name for each in found.values] == ["high", "low", "medium", "unknown"]
    assert all(each.documentation and not each.required for each in found.values)
    assert not found.attributes
    for marked in ("cert='me|", 'n="1" cert = "me|dium" rend="x">', "cert=|", 'cert="|\n"'):
        assert at(schema, f"{BODY}<p><date {marked}").values == found.values


def test_no_values_where_only_a_datatype_is_known(schema: RelaxNG) -> None:
    assert at(schema, f'{BODY}<p><date when="|"') == NOTHING
    assert at(schema, f'{BODY}<p><date nonsense="|"') == NOTHING
    assert at(schema, '<TEI xmlns="|') == NOTHING


def test_values_of_lists_and_contents(tmp_path: Path) -> None:
    schema = small(
        tmp_path,
        """element a { attribute l { list { "x", ("y" | "z")+ } }?, attribute only { "1" }?,
        element v {
          ## First.
          "one" | "two" | xsd:integer }* }""",
    )
    assert names(at(schema, "<a l='|'").values) == {"x"}
    assert names(at(schema, "<a l='x |").values) == {"y", "z"}
    assert names(at(schema, "<a l='x y |z").values) == {"y", "z"}
    assert names(at(schema, "<a l='wrong |'").values) == set()
    assert required(at(schema, "<a only='|").values) == {"1"}
    found = at(schema, "<a><v>|")
    assert found == Expected((), (), (Choice("one", "", "First.", False), Choice("two", "", "", False)), True)


# --- other places


@pytest.mark.parametrize(
    "marked",
    [f"{BODY}<p>x</|", f"{BODY}<p>x</p|", f"{BODY}<p><!-- |", f"{BODY}<p><?pi |", f"{BODY}<!|", "<!DOCTYPE TEI [ |",
     "<?xml |", f"{BODY}<p /|", f"{MINIMAL.format('<p/>')}|", f"{MINIMAL.format('<p/>')}\n<|",
     f"{BODY}<p><x:y |", f"{BODY}<unknownElement>|", f'{BODY}<unknownElement a="|"'],
)  # fmt: skip
def test_places_where_nothing_can_be_named(schema: RelaxNG, marked: str) -> None:
    assert at(schema, marked) == NOTHING


@pytest.mark.parametrize(("inside", "text"), [("p", True), ("list", False)])
def test_only_text_in_sections_and_references(schema: RelaxNG, inside: str, text: bool) -> None:
    assert at(schema, f"{BODY}<{inside}><![CDATA[ a|") == NOTHING._replace(text=text)
    assert at(schema, f"{BODY}<{inside}>&am|") == NOTHING._replace(text=text)


def test_while_the_name_is_written(schema: RelaxNG) -> None:
    wanted = at(schema, f"{BODY}<p>|").elements
    for marked in ("<|", "<per|", "<per|sName", "<tei:|"):
        assert at(schema, f"{BODY}<p>{marked}") == Expected(wanted)


# --- faults around


def test_what_follows_need_not_be_xml(schema: RelaxNG) -> None:
    wanted = at(schema, f"{BODY}<p>|</p>")
    assert at(schema, f"{BODY}<p>|<a b=<<</body>&& ]]>") == wanted


@pytest.mark.parametrize(
    "before",
    [
        f"{BODY}<p><unknownElement/>",
        f"{BODY}<p n='a' n2='b'>",
        f"{BODY}<item/><p>",
        f"{START}<text><body><p>",
        f"{BODY}<p><persname>Li</persname>",
        f"{BODY}<list>text<item><p>",
    ],
)
def test_earlier_faults_are_passed_over(schema: RelaxNG, before: str) -> None:
    found = at(schema, f"{before}|")
    assert {"persName", "date"} <= names(found.elements)
    assert found.text


def test_a_misspelt_element_is_read_as_what_was_meant(schema: RelaxNG) -> None:
    assert at(schema, f"{BODY}<p><persname>|") == at(schema, f"{BODY}<p><persName>|")
    assert at(schema, f"{BODY}<p><persname |") == at(schema, f"{BODY}<p><persName |")


@pytest.mark.parametrize("before", ["<p></q>", "<p>&", "<p>&undeclared;", "<p>]]>", "<x:p>", "\x01"])
def test_what_stands_before_must_be_xml(schema: RelaxNG, before: str) -> None:
    with pytest.raises(DocumentError) as raised:
        at(schema, f"{BODY}{before} |")
    assert raised.value.diagnostics[0].code.id.startswith("XML")


def test_hostile_documents_end(schema: RelaxNG) -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    with pytest.raises(DocumentError):
        at(schema, f'<!DOCTYPE TEI [<!ENTITY e0 "x">{bomb}]>{BODY}<p>&e11;|')
    assert at(schema, f"{BODY}{'<div>' * 20_000}|").elements
    many = " ".join(f"a{number}=''" for number in range(300))
    assert at(schema, f"{BODY}<p {many} |").attributes


# --- where a place is


def test_sources(schema: RelaxNG, tmp_path: Path) -> None:
    data = f"{START}\n".encode()
    path = tmp_path / "x.xml"
    path.write_bytes(data)
    wanted = at(schema, f"{START}\n|")
    for source in (path, str(path), data, io.BytesIO(data), data.decode().encode("utf-16")):
        assert schema.expected(source, 2, 1) == wanted
    assert schema.expected(b"\xef\xbb\xbf" + data, 1, len(START) + 1) == wanted


def test_places_outside_mean_the_nearest(schema: RelaxNG) -> None:
    data = f"{START}\n<teiHeader>".encode()
    start, end, line_end = at(schema, "|"), at(schema, f"{START}<teiHeader>|"), at(schema, f"{START}|")
    assert schema.expected(data, 0, 5) == schema.expected(data, -1, -1) == schema.expected(data, 1, 0) == start
    assert schema.expected(data, 2, 999) == schema.expected(data, 99, 1) == end
    assert schema.expected(data, 1, 999) == line_end


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_characters(schema: RelaxNG, end: str) -> None:
    text = f"{BODY}{end}<p>顾 \U0001f600 e\u0301<hi>x</hi>\u2028y<date cert="
    data = f'{text}""/>'.encode()
    assert names(schema.expected(data, 2, len(text.split(end)[1]) + 2).values) == {"high", "low", "medium", "unknown"}


@pytest.mark.parametrize("name", ["essay.xml", "letter-1918-02-04.xml"])
def test_what_stands_in_the_edition_is_expected(schema: RelaxNG, root: Path, name: str) -> None:
    """At a seeded share of the tags and attributes of real documents, the thing itself is among what is offered."""
    text = (root / "tei" / "documents" / name).read_text(encoding="utf-8")
    markup = re.sub(r"<[!?].*?>", lambda found: re.sub(r"[^\n]", " ", found.group()), text, flags=re.DOTALL)
    tags = list(re.finditer(r"<(\w+)((?:\s+[\w:.-]+=\"[^\"]*\")*)\s*/?>", markup))
    assert len(tags) > 50
    for tag in random.Random(name).sample(tags, 40):
        assert tag.group(1) in names(at(schema, f"{text[: tag.start()]}|{text[tag.start() :]}").elements)
        for attribute in re.finditer(r'([\w:.-]+)="', tag.group(2)):
            if attribute.group(1).startswith("xmlns"):
                continue
            place = tag.start(2) + attribute.start() + 1
            found = at(schema, f"{text[:place]}|{text[place:]}").attributes
            assert attribute.group(1).rpartition(":")[2] in names(found)
