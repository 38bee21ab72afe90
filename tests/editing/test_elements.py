"""Markup around elements and in them, compared with what lxml makes of the tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teikit.diagnostics import TeikitError
from teikit.editing import Where, apply, insert, line_before
from teikit.xml import load

_PLACES: tuple[Where, ...] = ("before", "first", "last", "after")
_LEAVES = st.sampled_from(
    [
        "text",
        " é\n",
        "&amp;",
        "&e;",
        "&m;",
        "<![CDATA[</a><a>]]>",
        "<!-- </a> <a> ' -->",
        "<?a </a> ' ?>",
        "<a/>",
        "<a b='>' c=\"/>\" />",
        "<a\n></a >",
        "<x:a xmlns:x='urn:x' b=\"'\"/>",
    ]
)
_CONTENT = st.recursive(
    st.lists(_LEAVES, max_size=3).map("".join),
    lambda inner: st.lists(
        st.tuples(st.sampled_from(["a", "b"]), inner).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"), max_size=3
    ).map("".join),
    max_leaves=6,
)
_DOCTYPE = '<!DOCTYPE p [<!ENTITY e "é"><!ENTITY m "<i>in <a/></i>">]>'
_ENCODINGS = {"UTF-8": "utf-8", "UTF-16": "utf-16", "iso-8859-1": "iso-8859-1"}


def _expected(root: etree._Element, number: int, where: Where) -> bytes:
    """What lxml makes of the tree with an element `new` at the place."""
    element, new = list(root.iter("*"))[number], etree.Element("new")
    if where == "before":
        element.addprevious(new)
    elif where == "after":
        element.tail, tail = None, element.tail
        element.addnext(new)
        new.tail = tail
    elif where == "last":
        element.append(new)
    else:
        element.text, text = None, element.text
        element.insert(0, new)
        new.tail = text
    return etree.tostring(root, method="c14n")


@given(_CONTENT, st.sampled_from(sorted(_ENCODINGS)), st.sampled_from(["\n", "\r\n"]), st.data())
def test_markup_comes_where_it_is_wanted(content: str, declared: str, end: str, data: st.DataObject) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?>{end}{_DOCTYPE}{end}<p><a>{content}</a>{end}</p>'
    before = text.encode(_ENCODINGS[declared])
    document = load(before, path="a.xml")
    elements = list(document.root.iter("*"))
    number = data.draw(st.integers(1, len(elements) - 1))
    where = data.draw(st.sampled_from(_PLACES))
    change = insert(document, elements[number], "<new/>", where)
    if change is None:
        assert any(each.tag == "i" for each in (elements[number], *elements[number].iterancestors()))
        return
    edited = apply("a.xml", before, [change])
    assert etree.tostring(load(edited.after, path="a.xml").root, method="c14n") == _expected(
        load(before, path="a.xml").root, number, where
    )
    assert len(edited.after) > len(before)


def _edited(text: str, tag: str, markup: str, where: Where) -> str:
    before = text.encode()
    document = load(before, path="a.xml")
    change = insert(document, next(document.root.iter(tag)), markup, where)
    assert change is not None
    return apply("a.xml", before, [change]).after.decode()


def test_an_empty_element_gets_an_end_tag() -> None:
    assert _edited("<p><x:a xmlns:x='u' b='/>' /></p>", "{u}a", "é", "last") == (
        "<p><x:a xmlns:x='u' b='/>' >é</x:a></p>"
    )


def test_what_is_put_at_one_place_keeps_its_order() -> None:
    before = b"<p><a/></p>"
    document = load(before, path="a.xml")
    changes = [insert(document, document.root, markup, "last") for markup in ("<z/>", "<b/>")]
    assert apply("a.xml", before, [each for each in changes if each]).after == b"<p><a/><z/><b/></p>"


def test_a_line_of_its_own_has_the_line_end_of_the_file() -> None:
    before = b"<p>\r\n\t <a>1</a>\r\n\t <b/><c/></p>"
    document = load(before, path="a.xml")
    a, b, c = document.root
    lines = [line_before(document, each) for each in (document.root, a, b, c)]
    assert lines == ["", "\r\n\t ", "\r\n\t ", ""]
    change = insert(document, a, f"{lines[1]}<new/>", "after")
    assert change is not None
    assert apply("a.xml", before, [change]).after == b"<p>\r\n\t <a>1</a>\r\n\t <new/>\r\n\t <b/><c/></p>"


@pytest.mark.parametrize(
    ("markup", "where"), [("<a>", "first"), ("<x:a/>", "last"), ("<a/>", "after"), ("&no;", "last")]
)
def test_what_would_not_be_well_formed_is_refused(markup: str, where: Where) -> None:
    with pytest.raises(TeikitError, match=r"a\.xml: "):
        _edited("<p/>", "p", markup, where)
