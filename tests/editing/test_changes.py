"""Changes of bytes: all else stays, in every encoding, or nothing is done."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.diagnostics import TeikitError
from teikit.editing import Change, add_attributes, apply, diff, write
from teikit.xml import load

_ENCODINGS = {
    "utf-8": ("utf-8", b""),
    "UTF-8": ("utf-8", codecs.BOM_UTF8),
    "utf-16": ("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16": ("utf-16-be", codecs.BOM_UTF16_BE),
    "iso-8859-1": ("iso-8859-1", b""),
    "windows-1252": ("windows-1252", b""),
}
_SPACES = st.sampled_from([" ", "\n   ", "\r\n", "\t", "  "])
_OTHERS = st.sampled_from(
    ["é", "&amp;", "&e;", "<![CDATA[<date n='1'>&]]>", "<!-- <date when='1'/> -->", "<?a b='>'?>", "&#233;", ""]
)
_VALUES = st.text(st.sampled_from(list("ab<&>'\"\t\n é1")), max_size=5)


@st.composite
def _documents(draw: st.DrawFn) -> tuple[str, bytes, int]:
    """A document with dates, in some encoding; the number of its dates."""
    declared = draw(st.sampled_from(sorted(_ENCODINGS)))
    codec, mark = _ENCODINGS[declared]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    pieces = [f'<?xml version="1.0" encoding="{declared}"?>{end}<!DOCTYPE p [<!ENTITY e "é">]>{end}<p>']
    number = draw(st.integers(1, 4))
    for _ in range(number):
        quotes = st.sampled_from("\"'")
        pieces.append(draw(_OTHERS))
        tag = "<date"
        for name in draw(st.lists(st.sampled_from(["when-custom", "n", "type"]), unique=True)):
            quote, equals = draw(quotes), draw(st.sampled_from(["=", " = ", "=\n"]))
            other = {'"': "'", "'": '"'}[quote]
            value = draw(st.sampled_from(["1917-11-22", "a > b", f"is {other}so{other}", "&e;&#10;/>", ""]))
            tag += f"{draw(_SPACES)}{name}{equals}{quote}{value}{quote}"
        pieces.append(tag + draw(st.sampled_from(["", " ", end])) + draw(st.sampled_from(["/>", "></date>"])))
    pieces.append(f"</p>{end}<!-- é -->{end}")
    return declared, mark + "".join(pieces).encode(codec), number


@given(_documents(), _VALUES, st.sampled_from(["when-custom", "none"]))
def test_only_the_attributes_are_new(made: tuple[str, bytes, int], value: str, after: str) -> None:
    _, before, number = made
    document = load(before, path="a.xml")
    dates = list(document.root.iter("date"))
    assert len(dates) == number
    changes = [add_attributes(document, element, [("when", value), ("cert", "high")], [after]) for element in dates]
    edited = apply("a.xml", before, [change for change in changes if change])
    result = load(edited.after, path="a.xml")
    old, new = document.root.iter("*"), result.root.iter("*")
    for one, other in zip(old, new, strict=True):
        added = {"when": value, "cert": "high"} if one.tag == "date" else {}
        assert dict(other.attrib) == {**one.attrib, **added}
    # What is not new is the beginning of the file up to each insertion, and what follows it.
    codec, mark = _ENCODINGS[made[0]]
    text, position = edited.after[len(mark) :].decode(codec), 0
    for piece in before[len(mark) :].decode(codec):
        position = text.index(piece, position) + 1
    assert len(edited.after) > len(before)


def test_quotes_and_place_follow_the_attribute_before() -> None:
    before = b'<p><date n="1"\n  when-custom = \'1917-11-22\' type="a"/></p>'
    document = load(before)
    change = add_attributes(document, document.root[0], [("when", "it's")], ["from", "when-custom"])
    assert change is not None
    assert apply("a.xml", before, [change]).after == (
        b"<p><date n=\"1\"\n  when-custom = '1917-11-22' when='it&apos;s' type=\"a\"/></p>"
    )


def test_an_element_out_of_an_entity_is_not_changed() -> None:
    document = load(b'<!DOCTYPE p [<!ENTITY d "<date/>">]><p>&d;<date/></p>')
    first, second = document.root
    assert add_attributes(document, first, [("when", "1917")], []) is None
    assert add_attributes(document, second, [("when", "1917")], []) is not None


def test_a_supplied_attribute_is_no_place() -> None:
    before = b'<!DOCTYPE p [<!ATTLIST date when CDATA "1917">]><p><date/></p>'
    document = load(before)
    change = add_attributes(document, document.root[0], [("cert", "low")], ["when"])
    assert change is not None
    assert apply("a.xml", before, [change]).after == before.replace(b"<date/>", b'<date cert="low"/>')


def test_text_can_be_replaced() -> None:
    before = "<?xml version='1.0' encoding='UTF-16'?>\r\n<p>é<idno>old</idno></p>".encode("utf-16")
    document = load(before)
    start = document.data.index(b"old")
    after = apply("a.xml", before, [Change(start, start + 3, "né &amp; 丁")]).after
    assert after == before.replace("old".encode("utf-16-le"), "né &amp; 丁".encode("utf-16-le"))


def test_a_character_that_the_encoding_lacks_is_a_reference() -> None:
    before = "<?xml version='1.0' encoding='ISO-8859-1'?><p>é<date n='é'/></p>".encode("latin-1")
    document = load(before)
    change = add_attributes(document, document.root[0], [("when-custom", "丁巳-12-01")], [])
    assert change is not None
    after = apply("a.xml", before, [change]).after
    assert b"n='\xe9' when-custom='&#19969;&#24051;-12-01'/>" in after
    assert load(after).root[0].get("when-custom") == "丁巳-12-01"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ([Change(3, 5, "x"), Change(4, 4, "y")], "two changes"),
        ([Change(2, 900, "x")], "outside of the file"),
        ([Change(3, 3, "<b>")], "not be well-formed"),
    ],
)
def test_what_cannot_be_made_is_refused(changes: list[Change], reason: str) -> None:
    with pytest.raises(TeikitError, match=reason):
        apply("a.xml", b"<p>text</p>", changes)


def test_an_encoding_with_two_ways_to_write_is_refused() -> None:
    # ISO-2022-JP may say again which set of characters it is in; an encoder never does.
    before = b"<?xml version='1.0' encoding='iso-2022-jp'?><p>\x1b(B\x1b(Btext</p>"
    with pytest.raises(TeikitError, match="byte for byte"):
        apply("a.xml", before, [])


def test_a_diff_can_be_applied(tmp_path: Path) -> None:
    before = b"<p>\r\n<date n='1'/>\r\n</p>"
    document = load(before)
    change = add_attributes(document, document.root[0], [("when", "1917")], [])
    assert change is not None
    rows = diff(apply("a.xml", before, [change]))
    assert "-<date n='1'/>\r\n+<date n='1' when='1917'/>\r\n" in rows
    assert rows.endswith(" </p>\n\\ No newline at end of file\n")
    assert diff(apply("a.xml", before, [])) == ""


def _edited(path: Path) -> None:
    before = path.read_bytes()
    write(apply(str(path), before, [Change(3, 3, "new ")]))


def test_a_link_stays_and_its_file_is_changed(tmp_path: Path) -> None:
    (tmp_path / "real.xml").write_bytes(b"<p>text</p>")
    (tmp_path / "link.xml").symlink_to("real.xml")
    _edited(tmp_path / "link.xml")
    assert (tmp_path / "link.xml").is_symlink()
    assert (tmp_path / "real.xml").read_bytes() == b"<p>new text</p>"


def test_a_protected_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"<p>text</p>")
    path.chmod(0o444)
    with pytest.raises(TeikitError, match="write-protected"):
        _edited(path)
    assert path.read_bytes() == b"<p>text</p>"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write into every folder")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"<p>text</p>")
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(TeikitError, match="cannot be written"):
            _edited(path)
    finally:
        tmp_path.chmod(0o755)
    assert path.read_bytes() == b"<p>text</p>"


def test_what_another_program_wrote_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"<p>text</p>")
    edited = apply(str(path), path.read_bytes(), [Change(3, 3, "new ")])
    path.write_bytes(b"<p>other</p>")
    with pytest.raises(TeikitError, match="changed by another program"):
        write(edited)
    assert path.read_bytes() == b"<p>other</p>"
