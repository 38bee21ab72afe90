"""What is wrong with a document: each fault once, where it is, and what was probably meant."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from tests.running import MINIMAL

from teikit import resources
from teikit.diagnostics import Diagnostic, DocumentError
from teikit.rng import RelaxNG

SCHEMA = """
default namespace = "urn:letters"
namespace f = "urn:foreign"
start = element letter { attribute lang { "en" | "de" | "zh" }?, head, body, foot? }
head = element head { attribute n { xsd:int }, element date { xsd:date }, element place { text }+ }
body = element body { (p | element list { item+ } | f.q)* }
f.q = element f:q { attribute f:n { text }?, text }
p = element p { attribute rend { text }?, mixed { (name | element hi { text } | element seg { p })* } }
name = element name { attribute key { text }, attribute type { "person" | "place" }?, text }
item = element item { text }
foot = element foot { (element sign { empty }, element seal { empty }) | element none { empty } }
"""
HEAD = '<head n="1"><date>1918-02-12</date><place>Peking</place></head>'
LETTER = '<letter xmlns="urn:letters">' + HEAD + "<body>\n{}\n</body></letter>"
Found = list[tuple[str, int, int]]


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> RelaxNG:
    file = tmp_path_factory.mktemp("schema") / "letters.rnc"
    file.write_text(SCHEMA, "utf-8")
    return RelaxNG.from_file(file)


@pytest.fixture(scope="module")
def tei() -> RelaxNG:
    return RelaxNG.from_file(resources.schema("teikit.rng"))


def faults(schema: RelaxNG, document: str) -> list[Diagnostic]:
    return list(schema.iter_diagnostics(document.encode()))


def places(found: list[Diagnostic]) -> Found:
    return [(each.code.id, each.location.line, each.location.column) for each in found]


def one(schema: RelaxNG, body: str) -> Diagnostic:
    [found] = faults(schema, LETTER.format(body))
    return found


@pytest.mark.parametrize(
    ("body", "code", "column", "xpath", "message", "hint"),
    [
        ("<p>in <nam key='a'>x</nam></p>", "RNG012", 7, "/p/nam", '"nam" is not allowed in "p"', 'mean "name"?'),
        ("<p>in <item>x</item></p>", "RNG012", 7, "/p/item", '"item" is not allowed in "p"', 'allowed here: "'),
        ("<p/><list>x<item/></list>", "RNG013", 11, "/list", 'text is not allowed in "list"', '"item"'),
        ("<list>\n</list>", "RNG011", 1, "/list", '"list" ends too early: "item" is missing', None),
        (
            "<p><name kee='a' key='b'>x</name></p>",
            "RNG020",
            10,
            "/p/name/@kee",
            '"kee" is not allowed',
            'allowed here: "type"',
        ),
        ("<p><name>x</name></p>", "RNG022", 4, "/p/name", 'has no attribute "key"', None),
        ("<p><name key='' type='persn'/></p>", "RNG023", 17, "/p/name/@type", '"persn"', 'mean "person"?'),
    ],
)
def test_a_fault_names_the_node_its_parent_and_the_way_out(
    letters: RelaxNG, body: str, code: str, column: int, xpath: str, message: str, hint: str | None
) -> None:
    found = one(letters, body)
    assert (found.code.id, found.location.line, found.location.column) == (code, 2, column)
    assert found.location.xpath == f"/letter/body{xpath}"
    assert message in found.message
    assert (hint in found.hint) if hint and found.hint else hint is found.hint


def test_a_value_inside_an_element_is_at_its_text(letters: RelaxNG) -> None:
    document = LETTER.format("").replace("<date>1918-02-12", "<date>\n  1918-13-12")
    [found] = faults(letters, document)
    assert (found.code.id, found.location.line, found.location.column) == ("RNG021", 2, 3)
    assert '"1918-13-12"' in found.message
    assert "date" in str(found.hint)
    [found] = faults(letters, LETTER.format("").replace("1918-02-12", ""))
    assert (found.code.id, found.location.xpath) == ("RNG021", "/letter/head/date")
    assert "empty" in found.message


def test_required_elements_that_were_left_out_are_named(letters: RelaxNG) -> None:
    [found] = faults(letters, '<letter xmlns="urn:letters"><body/></letter>')
    assert (found.code.id, found.location.xpath) == ("RNG011", "/letter/body")
    assert '"head" must come before it' in found.message
    [found] = faults(letters, '<letter xmlns="urn:letters"><head n="1"><place/></head><body/></letter>')
    assert '"date" must come before it' in found.message
    foot = LETTER.format("").replace("</letter>", "<foot>{}</foot></letter>")
    [found] = faults(letters, foot.format("<sign/>"))
    assert (found.code.id, '"seal" is missing' in found.message) == ("RNG011", True)
    [found] = faults(letters, foot.format(""))
    assert (found.code.id, found.hint) == ("RNG011", 'expected one of: "none", "sign"')


def test_after_a_fault_the_rest_is_still_judged(letters: RelaxNG) -> None:
    body = (
        "<p><nam key='a'><hi/></nam></p>\n<item>out of place</item>\n"
        "<list>\ntext<item><p/></item>\n</list>\n<p><seg/></p>\n<q/>"
    )
    assert places(faults(letters, LETTER.format(body))) == [
        ("RNG012", 2, 4),
        ("RNG012", 2, 17),
        ("RNG012", 3, 1),
        ("RNG013", 5, 1),
        ("RNG012", 5, 11),
        ("RNG011", 7, 4),
        ("RNG012", 8, 1),
    ]


def test_one_fault_is_one_diagnostic_three_hundred_are_three_hundred(tei: RelaxNG) -> None:
    body = "\n".join(f"<p>{n} <persname><placename>Peking</placename></persname></p>" for n in range(150))
    found = faults(tei, MINIMAL.format(body))
    assert [each.code.id for each in found] == ["RNG012"] * 300
    assert {each.hint.split("?")[0] for each in found if each.hint} == {
        'did you mean "persName"',
        'did you mean "placeName"',
    }


def test_a_subtree_of_another_vocabulary_is_passed_over_once(tei: RelaxNG) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><g><path d="M0"/><text>x</text></g><bogus/></svg>'
    [found] = faults(tei, MINIMAL.format(f"<p>a {svg} b</p>"))
    assert (found.code.id, found.location.xpath) == ("RNG012", "/TEI/text/body/p/svg")
    # What the schema knows is judged again, however deep it stands.
    again = svg.replace("<bogus/>", '<p xmlns="http://www.tei-c.org/ns/1.0"><date wen="1918"/></p>')
    assert [each.code.id for each in faults(tei, MINIMAL.format(f"<p>{again}</p>"))] == ["RNG012", "RNG020"]


def test_namespaces_are_told_where_local_names_collide(letters: RelaxNG) -> None:
    found = one(letters, '<p xmlns="">x</p>')
    assert (found.code.id, "no namespace" in found.message) == ("RNG012", True)
    assert "urn:letters" in str(found.hint)
    found = one(letters, '<q xmlns="urn:foreign" n="1">x</q>')
    assert (found.code.id, found.location.xpath) == ("RNG020", "/letter/body/q/@n")
    assert "urn:foreign" in str(found.hint)


def test_the_root_is_judged_too(letters: RelaxNG) -> None:
    [found] = faults(letters, "<bogus/>")
    assert places([found]) == [("RNG012", 1, 1)]
    assert "as the root" in found.message
    assert '"letter' in str(found.hint)
    assert "RNG012" in {each.code.id for each in faults(letters, '<p xmlns="urn:letters">x</p>')}


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("<name key='a' typ='place'/>", (2, 18)),
        ("<name\n\t key='a'\n   typ='place'/>", (4, 4)),
        ("<name key='庫倫😀\n' typ='place'/>", (3, 3)),
        ("<name xmlns:typ='urn:x' key='a > b' \r\n typ = 'place'/>", (3, 2)),
        ("<name key='typ=\"\"'   typ='place'/>", (2, 25)),
    ],
)
def test_an_attribute_is_found_in_its_own_line(letters: RelaxNG, start: str, expected: tuple[int, int]) -> None:
    found = one(letters, f"<p>{start}</p>")
    assert (found.code.id, found.location.line, found.location.column) == ("RNG020", *expected)
    assert (found.location.xpath, found.length) == ("/letter/body/p/name/@typ", 3)


def test_columns_count_characters(letters: RelaxNG) -> None:
    found = one(letters, "<p>庫倫 😀\t<bogus/></p>")
    assert (found.location.line, found.location.column, found.length) == (2, 9, len("<bogus"))
    [found] = faults(letters, LETTER.format("<list><item/>\n 庫倫😀</list>"))
    assert places([found]) == [("RNG013", 3, 2)]
    utf16 = f'<?xml version="1.0" encoding="UTF-16"?>\n{LETTER.format("庫倫😀<p/>")}'.encode("utf-16")
    [found] = letters.iter_diagnostics(utf16)
    assert places([found]) == [("RNG013", 3, 1)]


def test_a_path_has_a_number_only_where_siblings_share_the_name(letters: RelaxNG) -> None:
    found = faults(letters, LETTER.format("<p><bogus/></p><list><item/></list><p><hi/><hi><bogus/></hi></p>"))
    assert [each.location.xpath for each in found] == ["/letter/body/p[1]/bogus", "/letter/body/p[2]/hi[2]/bogus"]


def test_a_path_shows_the_prefixes_of_the_document(tei: RelaxNG) -> None:
    text = MINIMAL.format("<p><bogus/></p>").replace("</", "</t:").replace("<", "<t:").replace("<t:/t:", "</t:")
    [found] = faults(tei, text.replace("xmlns=", "xmlns:t="))
    assert (found.code.id, found.location.xpath) == ("RNG012", "/t:TEI/t:text/t:body/t:p/t:bogus")
    assert found.length == len("<t:bogus")


def test_a_hint_lists_eight_names_at_most(tei: RelaxNG) -> None:
    [found] = faults(tei, MINIMAL.format("<p><placename/></p>"))
    assert found.hint is not None
    assert found.hint.startswith('did you mean "placeName"?  also allowed here: "')
    assert found.hint.count('"') == 16
    assert found.hint.endswith(" more")


def test_what_comes_out_of_an_entity_is_at_the_reference(letters: RelaxNG) -> None:
    document = '<!DOCTYPE letter [<!ENTITY e "<bogus/>">]>\n' + LETTER.format("<p>x &e;</p>")
    [found] = faults(letters, document)
    assert places([found]) == [("RNG012", 3, 6)]
    document = '<!DOCTYPE letter [<!ATTLIST p wrong CDATA "x">]>\n' + LETTER.format(" <p rend='a'/>")
    [found] = faults(letters, document)
    assert places([found]) == [("RNG020", 3, 2)]


def test_a_namespace_with_a_space_is_a_name_like_any_other(letters: RelaxNG) -> None:
    found = one(letters, '<p xmlns="urn:a b"/>')
    assert (found.code.id, found.location.xpath) == ("RNG012", "/letter/body/p")


def test_deep_documents_and_many_faults_are_no_trouble(letters: RelaxNG) -> None:
    deep = "<p><seg>" * 450 + "<p><bogus/></p>" + "</seg></p>" * 450
    [found] = faults(letters, LETTER.format(deep))
    assert found.location.xpath.count("/") == 904
    began = time.monotonic()
    attributes = " ".join(f'a{number}="x"' for number in range(10_000))
    assert len(faults(letters, LETTER.format(f"<p {attributes}/>"))) == 10_000
    assert len(faults(letters, LETTER.format("<bogus/><p><nam key='a'/></p>" * 10_000))) == 20_000
    assert time.monotonic() - began < 30


def test_a_valid_document_has_no_fault(tei: RelaxNG, tmp_path: Path) -> None:
    valid = MINIMAL.format("<p>Peking</p>").encode()
    file = tmp_path / "a.xml"
    file.write_bytes(valid)
    for source in (valid, file, str(file)):
        assert tei.is_valid(source)
    with file.open("rb") as opened:
        assert tei.is_valid(opened)
    assert tei.is_valid(io.BytesIO(valid))
    assert list(tei.iter_diagnostics(valid)) == []


def test_what_is_not_xml_is_refused(tei: RelaxNG, tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text("<a>")
    with pytest.raises(DocumentError):
        tei.is_valid(file)
