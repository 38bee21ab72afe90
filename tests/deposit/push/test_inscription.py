"""The DOI and the version in a document: where they stand, and that nothing else changes."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from teikit.deposit.push.codes import NO_PLACE_FOR_DOI
from teikit.deposit.push.inscribing.inscription import Inscription, inscribed
from teikit.diagnostics import DocumentError, TeikitError
from teikit.rng import RelaxNG

WRITTEN = Inscription("10.5072/abc-1", "2", "2026-11-25")
IDNO = '<idno type="DOI">10.5072/abc-1</idno>'
CHANGE = '<change n="2" when="2026-11-25">Deposited with the DOI 10.5072/abc-1.</change>'

ADDED = re.compile(
    rb'<(?:\w+:)?idno type="DOI">10\.5072/abc-1</(?:\w+:)?idno>'
    rb'|<(?:\w+:)?(?:change|item) n="2"[^>]*>[^<]*10\.5072/abc-1\.</(?:\w+:)?(?:change|item)>'
)


def document(statement: str, revision: str = "") -> str:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
        f"{statement}<sourceDesc><p/></sourceDesc></fileDesc>{revision}</teiHeader><text><body><p/></body></text></TEI>"
    )


def after(text: str, written: Inscription = WRITTEN) -> str:
    """Return a document with the DOI; writing it once more changes nothing."""
    edited = inscribed("document.xml", text.encode(), written)
    assert inscribed("document.xml", edited.after, written).after == edited.after
    return edited.after.decode()


STATEMENTS = [
    ("<publisher>P</publisher><pubPlace>Q</pubPlace>", f"<publisher>P</publisher>{IDNO}<pubPlace>Q</pubPlace>"),
    ("<authority>A</authority>", f"<authority>A</authority>{IDNO}"),
    (
        '<publisher>P</publisher><idno type="URI">u</idno><date/>',
        f'<publisher>P</publisher><idno type="URI">u</idno>{IDNO}<date/>',
    ),
    (
        '\r\n    <publisher>P</publisher>\r\n    <idno type="URI">u</idno>\r\n  ',
        f'\r\n    <publisher>P</publisher>\r\n    <idno type="URI">u</idno>\r\n    {IDNO}\r\n  ',
    ),
    ("<p>Unpublished.</p>", f"<p>Unpublished. {IDNO}</p>"),
    ("<p/>", f"<p>{IDNO}</p>"),
    ("<p >\n</p>", f"<p >\n {IDNO}</p>"),
    ("<p>One</p><p>Two</p>", f"<p>One</p><p>Two {IDNO}</p>"),
    # The DOI of something else stays: an earlier deposit of this document alone, say.
    (
        '<publisher>P</publisher><idno type="DOI">10.1/x</idno>',
        f'<publisher>P</publisher><idno type="DOI">10.1/x</idno>{IDNO}',
    ),
    ('<publisher>P</publisher><idno type="doi">10.5072/ABC-1</idno>', None),
    ('<publisher>P</publisher><idno type="DOI"> https://doi.org/10.5072/abc-1 </idno>', None),
    ('<publisher>P</publisher><idno type="x"><idno type="DOI">10.5072/abc-1</idno></idno>', None),
    ("<!-- > --><publisher>P</publisher><!-- < -->", f"<!-- > --><publisher>P</publisher>{IDNO}<!-- < -->"),
    ("<publisher ref='a>b'/>", f"<publisher ref='a>b'/>{IDNO}"),
    ("<publisher><![CDATA[</publisher>]]></publisher>", f"<publisher><![CDATA[</publisher>]]></publisher>{IDNO}"),
]


@pytest.mark.parametrize(("given", "expected"), STATEMENTS)
def test_the_doi_stands_where_the_tei_has_identifiers(given: str, expected: str | None) -> None:
    revision = f"<revisionDesc>{CHANGE}</revisionDesc>"
    text = document(f"<publicationStmt>{given}</publicationStmt>", revision)
    wanted = given if expected is None else expected
    assert after(text) == document(f"<publicationStmt>{wanted}</publicationStmt>", revision)


BEFORE = Inscription("10.5072/abc-2", "3", "2027-01-02", before="10.5072/abc-1")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ('<idno type="DOI">10.5072/abc-1</idno>', '<idno type="DOI">10.5072/abc-2</idno>'),
        ('<idno type="DOI">\n 10.5072/ABC-1\n</idno>', '<idno type="DOI">\n 10.5072/abc-2\n</idno>'),
        ("<idno n='>'>https://doi.org/10.5072/abc-1</idno>", "<idno n='>'>https://doi.org/10.5072/abc-2</idno>"),
        ("<idno>10.9/z</idno><idno>doi:10.5072/abc-1</idno>", "<idno>10.9/z</idno><idno>doi:10.5072/abc-2</idno>"),
    ],
)
def test_the_doi_takes_the_place_of_that_of_the_version_before(given: str, expected: str) -> None:
    text = document(f"<publicationStmt><publisher/>{given}</publicationStmt>")
    assert f"<publicationStmt><publisher/>{expected}</publicationStmt>" in after(text, BEFORE)


REVISIONS = [
    ("", f"<revisionDesc>{CHANGE}</revisionDesc>"),
    ("<revisionDesc/>", f"<revisionDesc>{CHANGE}</revisionDesc>"),
    ("<revisionDesc>\n</revisionDesc>", f"<revisionDesc>\n{CHANGE}</revisionDesc>"),
    (
        '<revisionDesc><change when="2020">x</change></revisionDesc>',
        f'<revisionDesc>{CHANGE}<change when="2020">x</change></revisionDesc>',
    ),
    (
        '<revisionDesc>\n <change when="2021">b</change>\n <change when="2020">a</change>\n</revisionDesc>',
        f'<revisionDesc>\n {CHANGE}\n <change when="2021">b</change>\n <change when="2020">a</change>\n</revisionDesc>',
    ),
    (
        '<revisionDesc>\n <change when="2020">a</change>\n <change when="2021">b</change>\n</revisionDesc>',
        f'<revisionDesc>\n <change when="2020">a</change>\n <change when="2021">b</change>\n {CHANGE}\n</revisionDesc>',
    ),
    (
        '<revisionDesc><listChange><change when="2020"/></listChange></revisionDesc>',
        f'<revisionDesc><listChange>{CHANGE}<change when="2020"/></listChange></revisionDesc>',
    ),
    (
        "<revisionDesc><list><item>2020</item></list></revisionDesc>",
        '<revisionDesc><list><item n="2">2026-11-25: deposited with the DOI 10.5072/abc-1.</item><item>2020</item>'
        "</list></revisionDesc>",
    ),
]


@pytest.mark.parametrize(("given", "expected"), REVISIONS)
def test_the_version_stands_among_the_changes_in_their_order(given: str, expected: str) -> None:
    statement = f"<publicationStmt><publisher/>{IDNO}</publicationStmt>"
    assert after(document(statement, given)) == document(statement, expected)


def test_a_new_description_of_revisions_is_indented_as_its_neighbours() -> None:
    text = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <teiHeader>\n    <fileDesc>\n      <publicationStmt>\n'
        f"        <publisher/>\n        {IDNO}\n      </publicationStmt>\n    </fileDesc>\n  </teiHeader>\n</TEI>\n"
    )
    added = f"\n    <revisionDesc>\n      {CHANGE}\n    </revisionDesc>"
    assert after(text) == text.replace("</fileDesc>", f"</fileDesc>{added}")


def test_the_prefix_of_the_document_is_used() -> None:
    text = (
        '<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:teiHeader><t:fileDesc><t:publicationStmt><t:p/>'
        "</t:publicationStmt></t:fileDesc></t:teiHeader></t:TEI>"
    )
    assert "<t:p><t:idno type=" in after(text)
    assert "</t:change></t:revisionDesc></t:teiHeader>" in after(text)


def test_what_is_special_in_xml_is_escaped() -> None:
    written = Inscription("10.1002/(SICI)1&<2>", '1 "a" & <b>', "2026-11-25")
    text = after(document("<publicationStmt><publisher/></publicationStmt>"), written)
    assert '<idno type="DOI">10.1002/(SICI)1&amp;&lt;2&gt;</idno>' in text
    assert "n='1 \"a\" &amp; &lt;b&gt;'" in text


@pytest.mark.parametrize(
    "statement",
    [
        "",
        "<publicationStmt/>",
        "<publicationStmt><!-- none --></publicationStmt>",
        "<publicationStmt><date/></publicationStmt>",
    ],
)
def test_a_header_without_a_place_is_told_with_its_own(statement: str) -> None:
    with pytest.raises(DocumentError) as caught:
        inscribed("document.xml", document(statement).encode(), WRITTEN)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code is NO_PLACE_FOR_DOI
    assert (diagnostic.location.path, diagnostic.location.line) == ("document.xml", 1)


def test_what_comes_out_of_an_entity_is_no_place() -> None:
    text = (
        '<!DOCTYPE TEI [<!ENTITY p "<publicationStmt><publisher>P</publisher></publicationStmt>">]>'
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>&p;</fileDesc></teiHeader></TEI>'
    )
    with pytest.raises(DocumentError) as caught:
        inscribed("document.xml", text.encode(), WRITTEN)
    assert caught.value.diagnostics[0].code is NO_PLACE_FOR_DOI


@pytest.mark.parametrize("text", ["<html/>", '<list xmlns="http://www.tei-c.org/ns/1.0"/>'])
def test_what_is_no_document_stays(text: str) -> None:
    edited = inscribed("document.xml", text.encode(), WRITTEN)
    assert edited.before == edited.after


def test_the_page_of_the_code_is_true() -> None:
    with pytest.raises(DocumentError) as caught:
        inscribed("document.xml", NO_PLACE_FOR_DOI.page.wrong.encode(), WRITTEN)
    assert [each.code for each in caught.value.diagnostics] == [NO_PLACE_FOR_DOI]
    assert IDNO in after(NO_PLACE_FOR_DOI.page.right)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_the_encoding_of_the_file_stays(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?>\n' + document("<publicationStmt><p>é</p></publicationStmt>")
    edited = inscribed("document.xml", text.encode(encoding), WRITTEN)
    assert edited.after.decode(encoding).replace(f" {IDNO}", "").replace(
        f"<revisionDesc>{CHANGE}</revisionDesc>", ""
    ) == edited.before.decode(encoding)


def test_the_demo_edition_stays_valid(root: Path) -> None:
    schema = RelaxNG.from_file(root / "schema" / "teikit.rng")
    for file in sorted((root / "tei").rglob("*.xml")):
        edited = inscribed(file.as_posix(), file.read_bytes(), WRITTEN)
        lines = edited.after.splitlines()
        added = [line.strip().decode() for line in lines if b"10.5072/abc-1" in line]
        assert added == [IDNO, CHANGE]
        assert [line for line in lines if b"10.5072/abc-1" not in line] == edited.before.splitlines()
        assert list(schema.iter_diagnostics(edited.after, path=file.as_posix())) == []


def test_other_peoples_documents_change_in_two_places_only(shared: Path) -> None:
    seen = 0
    for folder in ("amp", "schnitzler-briefe", "suriano", "isicily", "frus", "qhod"):
        files = sorted((shared / "corpora" / folder).rglob("*.xml"))
        for file in random.Random(folder).sample(files, min(4, len(files))):
            before = file.read_bytes()
            try:
                result = inscribed(file.as_posix(), before, WRITTEN).after
            except TeikitError:
                continue
            seen += result != before
            assert result == before or len(ADDED.findall(result)) == 2, file
    assert seen > 15
