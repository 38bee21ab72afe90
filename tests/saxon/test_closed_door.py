"""At run time no file is read or written, whatever a stylesheet or a document asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.saxon import Stylesheet
from teikit.xml import load

SHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text"/>
<xsl:variable name="where" select="/a/@href"/>
<xsl:template match="/">{}</xsl:template>
</xsl:stylesheet>"""

IMPORTING = SHEET.replace("<xsl:output", '<xsl:import href="lib.xsl"/><xsl:output')
READING = {
    "unparsed-text": "unparsed-text($where)",
    "unparsed-text-lines": "unparsed-text-lines($where)",
    "doc": "doc($where)",
    "document": "document($where)",
    "document-of-node": "document(/a/@href)",
    "json-doc": "json-doc($where)?secret",
    "collection": "collection($where)",
    "collection-of-folder": "collection(replace($where, '[^/]+$', '') || '?select=*.xml')",
    "uri-collection": "uri-collection(replace($where, '[^/]+$', ''))",
    "transform": "transform(map{'stylesheet-location': string($where)})?output",
    "parse-xml-entity": "parse-xml('<!DOCTYPE a [<!ENTITY x SYSTEM &quot;' || $where || '&quot;>]><a>&amp;x;</a>')",
    "parse-xml-dtd": "parse-xml('<!DOCTYPE a SYSTEM &quot;' || $where || '&quot;><a>&amp;x;</a>')",
    "network": "unparsed-text('http://127.0.0.1:9/')",
    "jar": "unparsed-text('jar:' || $where || '!/a')",
}


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "secret.xml"
    file.write_text('{"secret": "SECRET"}')
    return file


@pytest.mark.parametrize("expression", READING.values(), ids=READING.keys())
def test_nothing_is_read(tmp_path: Path, secret: Path, expression: str) -> None:
    sheet = tmp_path / "a.xsl"
    escaped = expression.replace("<", "&lt;")
    sheet.write_text(SHEET.format(f'<xsl:value-of select="{escaped}"/>'))
    text, said = Stylesheet.compile(sheet).run(load(f'<a href="{secret.as_uri()}"/>'.encode(), path="a.xml"))
    assert text == ""
    assert [each.code.id for each in said] == ["XSL003"]
    assert "SECRET" not in said[0].message
    assert said[0].location.path == "a.xml"
    assert said[0].hint


@pytest.mark.parametrize("expression", ["unparsed-text-available($where)", "doc-available($where)"])
def test_nothing_is_known_to_be_there(tmp_path: Path, secret: Path, expression: str) -> None:
    sheet = tmp_path / "a.xsl"
    sheet.write_text(SHEET.format(f'<xsl:value-of select="{expression}"/>'))
    result = Stylesheet.compile(sheet).run(load(f'<a href="{secret.as_uri()}"/>'.encode()))
    assert result.text == "false"


def test_nothing_is_read_by_an_expression_of_the_document(tmp_path: Path, secret: Path) -> None:
    sheet = tmp_path / "a.xsl"
    sheet.write_text(SHEET.format('<xsl:evaluate xpath="/a/@x"/>'))
    document = load(f"""<a x="unparsed-text('{secret.as_uri()}')"/>""".encode())
    text, said = Stylesheet.compile(sheet).run(document)
    assert (text, len(said)) == ("", 1)
    assert "SECRET" not in said[0].message


@pytest.mark.parametrize("href", ["{/a/@href}", "relative.txt"])
def test_nothing_is_written_and_nothing_lost_in_silence(tmp_path: Path, href: str) -> None:
    sheet, target = tmp_path / "a.xsl", tmp_path / "written.txt"
    sheet.write_text(SHEET.format(f'kept<xsl:result-document href="{href}">stray</xsl:result-document>'))
    before = sorted(tmp_path.iterdir())
    text, said = Stylesheet.compile(sheet).run(load(f'<a href="{target.as_uri()}"/>'.encode(), path="a.xml"))
    assert (text, [each.code.id for each in said]) == ("", ["XSL003"])
    assert "xsl:result-document" in said[0].message
    assert sorted(tmp_path.iterdir()) == before


def test_files_stay_open_to_the_compiler_of_the_next_stylesheet(tmp_path: Path) -> None:
    (tmp_path / "lib.xsl").write_text(SHEET.format("imported"))
    (tmp_path / "a.xsl").write_text(IMPORTING.format("own"))
    for _ in range(2):
        assert Stylesheet.compile(tmp_path / "a.xsl").run(load(b"<a/>")).text == "own"
