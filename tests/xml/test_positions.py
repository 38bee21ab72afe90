"""Where nodes stand: lines and columns in characters, paths for people, in bounded time."""

from __future__ import annotations

import re
import time

import pytest
from lxml import etree

from teikit.diagnostics import DocumentError
from teikit.xml import load, xpath_of

TEXT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">\r\n'
    '<p>庫倫 😀<name\n  ref="#a"\n  xml:id="n1">Li</name>\t<name/></p>\r<q/></TEI>'
)


def test_elements_and_attributes_have_a_line_and_a_column() -> None:
    document = load(TEXT.encode())
    paragraph, quotation = document.root
    first, second = paragraph
    assert document.locate(first)[1:] == (2, 8, "/TEI/p/name[1]")
    assert document.locate(first, "ref")[1:] == (3, 3, "/TEI/p/name[1]/@ref")
    assert document.locate(first, "{http://www.w3.org/XML/1998/namespace}id")[1:] == (4, 3, "/TEI/p/name[1]/@xml:id")
    assert document.locate(second)[1:] == (4, 25, "/TEI/p/name[2]")
    assert document.locate(quotation)[1:] == (5, 1, "/TEI/q")
    assert document.locate(second, "ref")[1:3] == (4, 25), "an attribute that is not there: the element"
    assert xpath_of(second) == "/TEI/p/name[2]"
    assert document.line_text(4) == '  xml:id="n1">Li</name>\t<name/></p>'


def test_places_on_one_line_can_be_asked_for_in_any_order() -> None:
    document = load(f"<a>{'<b/>中' * 5}</a>".encode())
    places = [document.locate(child).column for child in document.root]
    assert places == [4, 9, 14, 19, 24]
    assert [document.locate(child).column for child in reversed(document.root)] == places[::-1]


def test_ten_thousand_places_in_one_long_line_take_no_time() -> None:
    document = load(f"<a>{'<b>some text in it</b>' * 20_000}</a>".encode())
    start = time.perf_counter()
    last = [document.locate(child) for child in document.root][-1]
    assert last[1:] == (1, 4 + 19_999 * 22, "/a/b[20000]")
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("text", "words", "line", "column"),
    [
        ("<a>\n<b></a>", "does not close the open element “b” (line 2)", 2, 6),
        ("<t:a xmlns:t='u'>\n<t:b></t:a>", "open element “t:b”", 2, 8),
        ("<a>\n<b>text", "the file ends while “b” (line 2) is open", 2, 8),
        ("<a>\n<b attr='", "the file ends while “a” (line 1) is open", 2, 1),
        ("<a>中 & b</a>", "such as a bare “&” or “<”", 1, 6),
        ("<a>\n<!-- x -- y --></a>", "“--” is not allowed inside a comment", 2, 10),
        ("<a><!-- x --> & <!-- y --></a>", "such as a bare “&” or “<”", 1, 15),
        ("<a b='1' b='2'/>", "an attribute stands twice", 1, 10),
        ("<a/><b/>", "after the end of the root element", 1, 5),
        ("\n<?xml version='1.0'?><a/>", "XML declaration is not at the very beginning", 2, 1),
        ("<!-- only -->", "no root element", 1, 14),
        ("<a>\0</a>", "not allowed here", 1, 4),
    ],
)
def test_what_is_not_well_formed_is_said_at_its_place(text: str, words: str, line: int, column: int) -> None:
    with pytest.raises(DocumentError) as caught:
        load(text.encode())
    [found] = caught.value.diagnostics
    assert (found.code.id, found.location.line, found.location.column) == ("XML003", line, column)
    assert words in found.message
    assert found.hint


def test_a_namespace_may_hold_any_character() -> None:
    document = load(b'<a:b xmlns:a="http://example.org/x"><a:c></a:c></a:b>')
    assert document.root.tag == "{http://example.org/x}b"


@pytest.mark.parametrize(
    ("before", "path"),
    [
        ("", "/a"),
        ("<b>x</b>", "/a"),
        ("<b>x", "/a/b"),
        ("<b><c/>", "/a/b"),
        ("<b><c>x</c><!-- x -->é<d n='x'", "/a/b/d"),
        ("<b/><b><c/></b><b><c>", "/a/b[3]/c"),
    ],
)
def test_a_character_is_in_the_element_around_it(before: str, path: str) -> None:
    closing = "".join(f"</{name}>" for name in re.findall("[a-z]+", path)[:0:-1])
    end = " m='*'/>" if before.endswith("'") else "*"
    closing = closing.removeprefix("</d>") if before.endswith("'") else closing
    data = f"<a>{before}{end}{closing}</a>".encode()
    document = load(data)
    place = document.locate_offset(data.index(b"*"))
    assert place.xpath == path
    assert (place.line, place.column) == (1, len(data[: data.index(b"*")].decode()) + 1)


def test_what_stands_outside_the_root_belongs_to_it() -> None:
    document = load(b"<!-- x --><a/><!-- y -->")
    assert document.locate_offset(6).xpath == "/a"
    assert document.locate_offset(20).xpath == "/a"


def test_texts_comments_and_instructions() -> None:
    data = (
        "<?xml version='1.0'?>\n<!--top--><?p 1?>\n<!DOCTYPE a [<!--no--><!ENTITY e 'é<b/>x'>]>\n"
        "<a>é1<b/>2<!--c-->3<?p 2?>&e;<c>\n 4</c><![CDATA[5]]>6</a>\n<!--end-->"
    )
    document = load(data.encode())
    root = document.root
    others = [*root.itersiblings(preceding=True), *root.iter(etree.Comment, etree.PI), *root.itersiblings()]
    assert {str(node.text): document.locate(node)[1:] for node in others} == {
        "1": (2, 11, "/processing-instruction()"),
        "top": (2, 1, "/comment()"),
        "c": (4, 11, "/a/comment()"),
        "2": (4, 20, "/a/processing-instruction()"),
        "end": (6, 1, "/comment()"),
    }
    # The text of an entity is where the reference stands; text and CDATA are one node.
    assert [document.locate_text(root, number)[1:3] for number in range(1, 7)] == [
        (4, 4), (4, 10), (4, 19), (4, 27), (4, 27), (5, 16),
    ]  # fmt: skip
    c = root[-1]
    assert document.locate_text(c, 1) == ("<bytes>", 4, 33, "/a/c/text()")
    assert document.locate_text(c, 2) == document.locate(c)
