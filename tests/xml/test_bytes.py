"""From bytes to characters: what is no XML, and what is in another encoding than it says."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from teikit.diagnostics import Diagnostic, DocumentError, TeikitError
from teikit.xml import Limits, load

PARAGRAPH = '<p xml:lang="zh">庫倫 😀</p>'


def refused(data: bytes) -> Diagnostic:
    with pytest.raises(DocumentError) as caught:
        load(data, path="a.xml")
    [found] = caught.value.diagnostics
    assert found.hint
    return found


@pytest.mark.parametrize(
    ("mark", "codec", "declared"),
    [
        (codecs.BOM_UTF8, "utf-8", "UTF-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
        (b"", "utf-16-le", "UTF-16"),
        (b"", "utf-16-be", "UTF-16"),
        (b"", "utf-8", "utf-8"),
        (b"", "gb18030", "GB18030"),
    ],
)
def test_every_encoding_gives_the_same_characters(mark: bytes, codec: str, declared: str) -> None:
    document = load(mark + f'<?xml version="1.0" encoding="{declared}"?>{PARAGRAPH}'.encode(codec))
    assert document.root.text == "庫倫 😀"


def test_an_old_encoding_is_read_and_columns_count_characters() -> None:
    document = load('<?xml version="1.0" encoding="koi8-r"?>\n<p>Урга <x/></p>'.encode("koi8-r"))
    assert document.root.text == "Урга "
    assert document.locate(document.root[0])[1:3] == (2, 9)


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"", "XML001", "empty"),
        (b" \n\t", "XML001", "empty"),
        (codecs.BOM_UTF8, "XML001", "empty"),
        (b"PK\x03\x04\x14\x00", "XML002", "ZIP container"),
        (b"%PDF-1.7", "XML002", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1", "XML002", "Office"),
        (b"\x1f\x8b\x08", "XML002", "gzip"),
        (b"Peking, 12 February", "XML002", "not XML"),
        (b"\0" * 64, "XML002", "not XML"),
        (b'{"a": 1}', "XML002", "not XML"),
    ],
)
def test_what_is_not_xml_is_named(data: bytes, code: str, word: str) -> None:
    found = refused(data)
    assert found.code.id == code
    assert word in found.message


def test_a_byte_of_another_encoding_is_shown_where_it_stands() -> None:
    found = refused("<p>\n庫倫 ".encode() + b"caf\xe9</p>")
    assert (found.code.id, found.location.line, found.location.column) == ("XML004", 2, 7)
    assert "0xE9" in found.message


@pytest.mark.parametrize("place", [0, 1, 2, 3, 1048576, 1048577, 3000000])
def test_a_wrong_byte_is_found_anywhere_in_a_long_file(place: int) -> None:
    data = b"<p>" + b"a" * place + "中".encode()[:2] + b"</p>"
    found = refused(data)
    assert (found.code.id, found.location.column) == ("XML004", place + 4)


@pytest.mark.parametrize(
    "name",
    ["utf-eight", "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "rot13", "zlib", "hex"],
)
def test_what_is_no_encoding_is_not_used_as_one(name: str) -> None:
    found = refused(f'<?xml version="1.0" encoding="{name}"?><p>é \\u0041 a-b</p>'.encode())
    assert found.code.id == "XML005"
    assert name in found.message


def test_a_declaration_of_utf16_in_a_file_of_bytes_is_a_contradiction() -> None:
    assert refused(b'<?xml version="1.0" encoding="UTF-16"?><p/>').code.id == "XML004"


def test_what_cannot_be_read_is_an_error_of_the_tool(tmp_path: Path) -> None:
    for path, words in (("none.xml", "no such file"), (".", "is a folder"), ("a\0b", "is not a path")):
        with pytest.raises(TeikitError, match=words) as caught:
            load(tmp_path / path)
        assert not isinstance(caught.value, DocumentError)
    with pytest.raises(TeikitError, match="device or a pipe") as caught:
        load("/dev/zero")
    assert caught.value.hint


def test_the_size_of_a_file_is_bounded(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text("<p>0123456789</p>")
    with pytest.raises(DocumentError) as caught:
        load(file, limits=Limits(size=10))
    assert caught.value.diagnostics[0].code.id == "XML011"
    assert load(file, limits=Limits(size=17)).root.text == "0123456789"
