"""What is read of one header."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deposit.headers import LICENCE, published, tei, titled, write

from teikit.deposit.metadata import Identifier, Metadata, metadata_of
from teikit.deposit.metadata.header.names import parted
from teikit.deposit.metadata.header.profile import coordinates


def read(folder: Path, document: str) -> Metadata:
    """Return the metadata of one document."""
    return metadata_of(write(folder, one=document))[0]


@pytest.mark.parametrize(
    ("text", "given", "family", "name"),
    [
        ("Vogel, Otto", "Otto", "Vogel", "Otto Vogel"),
        ("Hofmannsthal, Hugo von", "Hugo von", "Hofmannsthal", "Hugo von Hofmannsthal"),
        ("Auden, W. H.", "W. H.", "Auden", "W. H. Auden"),
        ("Liu Jingren", "", "", "Liu Jingren"),
        ("Vogel, Jr.", "", "", "Vogel, Jr."),
        ("author of the essay, whose name is not given", "", "", "author of the essay, whose name is not given"),
        ("Vogel, Otto, and others", "", "", "Vogel, Otto, and others"),
        ("Vogel, Otto (1859-1927)", "Otto", "Vogel", "Otto Vogel"),
        ("Otto Vogel, otto@example.org", "", "", "Otto Vogel"),
        ("柳敬仁", "", "", "柳敬仁"),
    ],
)
def test_a_name_is_taken_apart_where_it_says_how(text: str, given: str, family: str, name: str) -> None:
    found = parted(text)
    assert (found.given, found.family, found.text) == (given, family, name)


@pytest.mark.parametrize(
    ("inner", "name", "kind"),
    [
        (
            "<author><persName><forename>Otto</forename> <surname>Vogel</surname></persName></author>",
            "Otto Vogel",
            "person",
        ),
        (
            "<author><forename>Hugo</forename><nameLink>von</nameLink><surname>Berg</surname></author>",
            "Hugo von Berg",
            "person",
        ),
        ("<editor><orgName>A board</orgName></editor>", "A board", "organisation"),
        ('<editor><name type="org">A board</name></editor>', "A board", "organisation"),
        ("<author>Vogel, Otto <email>o@example.org</email></author>", "Otto Vogel", "person"),
        (
            '<author><persName xml:lang="en">Li Shizhong</persName><persName xml:lang="zh">李世中</persName></author>',
            "Li Shizhong",
            "person",
        ),
    ],
)
def test_an_agent_has_a_name_and_a_kind(tmp_path: Path, inner: str, name: str, kind: str) -> None:
    metadata = read(tmp_path, titled(f"<title>Letters</title>{inner}"))
    assert [(agent.name, agent.kind) for agent in metadata.agents] == [(name, kind)]


def test_responsibilities_keep_their_words(tmp_path: Path) -> None:
    inner = """<title>Letters</title><editor role="translator">Vogel, Otto</editor><principal>Ada Byron</principal>
      <respStmt><resp>transcription</resp><resp>encoding</resp><name>Ada Byron</name><name>Li Shizhong</name></respStmt>
      <respStmt><name>Mary Vogel</name><resp key="pht">pictures</resp></respStmt>"""
    metadata = read(tmp_path, titled(inner))
    roles = {agent.name: [(role.words, role.marc) for role in agent.roles] for agent in metadata.agents}
    assert roles == {
        "Otto Vogel": [("translator", "trl")],
        "Ada Byron": [("principal", "pdr"), ("transcription", "trc"), ("encoding", "mrk")],
        "Li Shizhong": [("transcription", "trc"), ("encoding", "mrk")],
        "Mary Vogel": [("pictures", "pht")],
    }


def test_a_statement_that_alternates_gives_each_name_its_own_responsibility(tmp_path: Path) -> None:
    inner = "<resp>transcription</resp><name>Ada Byron</name><resp>encoding</resp><name>Otto Vogel</name>"
    metadata = read(tmp_path, titled(f"<title>Letters</title><respStmt>{inner}</respStmt>"))
    roles = {agent.name: [role.words for role in agent.roles] for agent in metadata.agents}
    assert roles == {"Ada Byron": ["transcription"], "Otto Vogel": ["encoding"]}


def test_identifiers_come_from_attributes_idno_and_registers(tmp_path: Path) -> None:
    inner = """<title>Letters</title>
      <author ref="#ada">Ada Byron</author>
      <editor ref="https://orcid.org/0000-0002-1825-0097 https://www.wikidata.org/wiki/Q42">Otto Vogel</editor>
      <editor>Mary Vogel <idno type="VIAF">95218067</idno></editor>
      <editor ref="r:li"/>"""
    prefix = '<encodingDesc><listPrefixDef><prefixDef ident="r" matchPattern="(.+)" replacementPattern="r.xml#$1"/>'
    people = """<standOff><listPerson><person xml:id="ada"><persName>Ada Byron</persName>
      <idno type="GND">119232022</idno></person></listPerson></standOff>"""
    document = titled(inner, f"{prefix}</listPrefixDef></encodingDesc>", people)
    register = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson><person xml:id="li">
      <persName type="variant">Li</persName><persName type="preferred">Li Shizhong</persName>
      <idno type="URI">https://isni.org/isni/0000000121032683</idno></person></listPerson></standOff></TEI>"""
    (tmp_path / "r.xml").write_text(register, encoding="utf-8")
    metadata = read(tmp_path, document)
    assert {agent.name: agent.identifiers for agent in metadata.agents} == {
        "Ada Byron": (Identifier("gnd", "119232022"), Identifier("local", "ada")),
        "Otto Vogel": (Identifier("orcid", "0000-0002-1825-0097"), Identifier("wikidata", "Q42")),
        "Mary Vogel": (Identifier("viaf", "95218067"),),
        "Li Shizhong": (Identifier("isni", "0000000121032683"), Identifier("local", "r:li")),
    }


def test_a_register_outside_the_folders_is_not_read(tmp_path: Path) -> None:
    inside = tmp_path / "edition"
    inside.mkdir()
    secret = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="x"><persName>Secret</persName></person></TEI>'
    (tmp_path / "secret.xml").write_text(secret, encoding="utf-8")
    metadata, found = metadata_of(write(inside, one=titled('<title>A</title><author ref="../secret.xml#x"/>')))
    assert metadata.agents == ()
    assert "DEP004" in {each.code.id for each in found}


def test_titles_have_kinds_and_languages(tmp_path: Path) -> None:
    inner = """<title type="main" xml:lang="en">Three overtures</title>
      <title type="alt" xml:lang="zh-Hant">三次示好</title>
      <title type="sub" xml:lang="en">January 1918</title><title level="s">A series</title><author>Ada Byron</author>"""
    metadata = read(tmp_path, titled(inner))
    assert [(title.text, title.kind, title.language) for title in metadata.titles] == [
        ("Three overtures", "main", "en"),
        ("三次示好", "alt", "zh-Hant"),
        ("January 1918", "sub", "en"),
        ("A series", "series", ""),
    ]


def test_publication(tmp_path: Path) -> None:
    statement = f"""<publisher><orgName>A press</orgName><idno type="ROR">https://ror.org/03anc3s24</idno></publisher>
      <pubPlace>Vienna</pubPlace><date when="2026-05-04">May</date><idno type="DOI">10.1000/182</idno>
      <idno type="local">letters</idno>{LICENCE}"""
    metadata = read(tmp_path, published(statement))
    (publisher,) = metadata.publishers
    assert (publisher.name, publisher.kind) == ("A press", "organisation")
    assert publisher.identifiers == (Identifier("ror", "03anc3s24"),)
    assert (metadata.publication_place, metadata.publication_date) == ("Vienna", "2026-05-04")
    assert metadata.identifiers == (Identifier("doi", "10.1000/182"), Identifier("local", "letters"))
    assert metadata.doi == "10.1000/182"
    assert metadata.licence is not None
    assert metadata.licence.spdx == "CC-BY-4.0"
    assert metadata.licence.name == "Creative Commons Attribution 4.0 International"


@pytest.mark.parametrize(
    ("edition", "version"),
    [
        ('<edition n="1">First edition</edition>', "1"),
        ("<edition>Version 2.1</edition>", "2.1"),
        ("<edition>2., verbesserte Auflage</edition>", "2., verbesserte Auflage"),
        ("<edition>schnitzler-briefe</edition>", ""),
        ("", ""),
    ],
)
def test_the_version(tmp_path: Path, edition: str, version: str) -> None:
    file_desc = f"<titleStmt><title>A</title></titleStmt><editionStmt>{edition}</editionStmt>"
    assert read(tmp_path, tei(file_desc)).version == version


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ('<date when="1918-01-13"/>', "1918-01-13"),
        ('<date when="1918"/>', "1918"),
        ('<date from="1918-01-13" to="1918-02-14"/>', "1918-01-13/1918-02-14"),
        ('<date notBefore="1918-01" notAfter="1918-02"/>', "1918-01/1918-02"),
        ('<date from="1918"/>', "1918/.."),
        # 44 BCE: W3C has no year 0, EDTF does.
        ('<date when="-0044-03-15"/>', "-0043-03-15"),
        ('<date when-iso="-0043-03-15"/>', "-0043-03-15"),
        ('<date notBefore-iso="1968-02-06T00:00:00-05:00" notAfter-iso="1968-02-06T23:59:59-05:00"/>', "1968-02-06"),
        ("<date>1918</date>", "1918"),
        ("<date>long ago</date>", ""),
    ],
)
def test_dates_become_edtf(tmp_path: Path, date: str, edtf: str) -> None:
    metadata = read(tmp_path, tei(rest=f"<profileDesc><creation>{date}</creation></profileDesc>"))
    assert [period.edtf for period in metadata.periods] == ([edtf] if edtf else [])


def test_the_time_of_sending_counts_and_that_of_receipt_only_alone(tmp_path: Path) -> None:
    sent = '<correspAction type="sent"><date when="1918-01-19"/></correspAction>'
    received = '<correspAction type="received"><date when="1918-02-12"/></correspAction>'
    for actions, edtf in ((sent + received, "1918-01-19"), (received, "1918-02-12")):
        rest = f"<profileDesc><correspDesc>{actions}</correspDesc></profileDesc>"
        assert [period.edtf for period in read(tmp_path, tei(rest=rest)).periods] == [edtf]


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("59.94 30.31", (59.94, 30.31)),
        ("50,11552 8,68417", (50.11552, 8.68417)),
        ("59.94, 30.31", (59.94, 30.31)),
        ("-33.9 151.2", (-33.9, 151.2)),
        ("91 0", (None, None)),
        ("here", (None, None)),
        ("1 2 3 4", (None, None)),
    ],
)
def test_coordinates(text: str, degrees: tuple[float | None, float | None]) -> None:
    assert coordinates(text) == degrees


def test_keywords_languages_and_relations(tmp_path: Path) -> None:
    rest = """<encodingDesc><classDecl><taxonomy>
      <category xml:id="l"><catDesc><term>Letter</term>: sent</catDesc></category></taxonomy></classDecl>
      </encodingDesc><profileDesc><langUsage><language ident="de">German</language></langUsage>
      <textClass><keywords scheme="https://d-nb.info/gnd/"><term ref="https://d-nb.info/gnd/4035088-5">Brief</term>
      </keywords><catRef target="#l"/><classCode scheme="ddc">830</classCode></textClass></profileDesc>"""
    source = """<sourceDesc><bibl><title>Letters</title><idno type="ISBN">978-3-8353-3228-7</idno></bibl>
      <bibl><title>No number</title></bibl><bibl><biblScope>18r</biblScope></bibl></sourceDesc>"""
    series = '<seriesStmt><title>A series</title><idno type="ISSN">1234-5679</idno></seriesStmt>'
    file_desc = f"<titleStmt><title>A</title></titleStmt>{series}{source}"
    metadata = read(tmp_path, tei(file_desc, rest))
    assert [(each.words, each.scheme, each.uri) for each in metadata.keywords] == [
        ("Brief", "https://d-nb.info/gnd/", "https://d-nb.info/gnd/4035088-5"),
        ("830", "ddc", ""),
        ("Letter", "", ""),
    ]
    assert [(each.tag, each.iso639_3, each.name) for each in metadata.languages] == [("de", "deu", "German")]
    assert [(each.kind, each.scheme, each.target, each.title) for each in metadata.relations] == [
        ("IsDerivedFrom", "isbn", "9783835332287", "Letters"),
        ("IsDerivedFrom", "local", "", "No number"),
        ("IsPartOf", "issn", "1234-5679", "A series"),
    ]


def test_funders_have_grants(tmp_path: Path) -> None:
    inner = """<title>A</title><funder ref="https://ror.org/013tf3c58"><orgName>A fund</orgName>
      <idno type="grant">P 33754</idno><address><street>Street 2</street></address></funder>"""
    (funder,) = read(tmp_path, titled(inner)).funders
    assert (funder.name, funder.grant, funder.identifiers) == ("A fund", "P 33754", (Identifier("ror", "013tf3c58"),))


def test_languages_without_declaration_are_those_of_the_text(tmp_path: Path) -> None:
    declared = read(tmp_path, tei(attributes=' xml:lang="fr"'))
    assert [each.tag for each in declared.languages] == ["fr"]
    of_text = read(tmp_path, tei(text='<text xml:lang="la"><body/></text>'))
    assert [each.tag for each in of_text.languages] == ["la"]


def test_an_abstract_and_a_description(tmp_path: Path) -> None:
    rest = """<encodingDesc><projectDesc><p>A project.</p></projectDesc></encodingDesc><profileDesc>
      <abstract xml:lang="en"><p>One.</p><p>Two.</p></abstract>
      <abstract xml:lang="de"><p>Eins.</p></abstract></profileDesc>
      <revisionDesc><change when="2026-11-23" who="#ed">First edition.</change></revisionDesc>"""
    metadata = read(tmp_path, titled('<title>A</title><editor xml:id="ed">Otto Vogel</editor>', rest))
    assert [(each.language, each.text) for each in metadata.abstracts] == [("en", "One.\n\nTwo."), ("de", "Eins.")]
    assert metadata.project_description == "A project."
    assert [each[:3] for each in metadata.changes] == [("2026-11-23", "Otto Vogel", "First edition.")]


def test_prefixed_documents_and_other_encodings_are_read(tmp_path: Path) -> None:
    document = """<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:teiHeader><t:fileDesc><t:titleStmt>
      <t:title>Prefixed</t:title></t:titleStmt></t:fileDesc></t:teiHeader><t:text/></t:TEI>"""
    assert read(tmp_path, document).title == "Prefixed"
    path = tmp_path / "wide.xml"
    path.write_bytes(f'<?xml version="1.0" encoding="UTF-16"?>{titled("<title>三次</title>")}'.encode("utf-16"))
    assert metadata_of([path])[0].title == "三次"


def test_a_header_that_is_included_is_read(tmp_path: Path) -> None:
    header = """<teiHeader xmlns="http://www.tei-c.org/ns/1.0"><fileDesc><titleStmt><title>Shared</title>
      <author>Ada Byron</author></titleStmt></fileDesc></teiHeader>"""
    (tmp_path / "header.xml").write_text(header, encoding="utf-8")
    document = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude">
      <xi:include href="{}"/><text/></TEI>"""
    metadata = read(tmp_path, document.format("header.xml"))
    assert (metadata.title, [agent.name for agent in metadata.agents]) == ("Shared", ["Ada Byron"])
    assert [Path(part.path).name for part in metadata.parts] == ["one.xml"]
    # What lies outside, or is not there, is not read.
    for href in ("../header.xml", "gone.xml", "https://example.org/header.xml", ""):
        (path,) = write(tmp_path, one=document.format(href))
        assert "DEP016" in {each.code.id for each in metadata_of([path])[1]}


def test_an_end_tag_in_a_comment_ends_no_header(tmp_path: Path) -> None:
    metadata = read(tmp_path, titled("<title>A</title><!-- </teiHeader> --><author>Ada Byron</author>"))
    assert [agent.name for agent in metadata.agents] == ["Ada Byron"]


def test_the_members_of_a_corpus_have_headers_of_their_own(tmp_path: Path) -> None:
    member = titled("<title>A letter</title><author>Otto Vogel</author>")
    header = "<teiHeader><fileDesc><titleStmt><title>A corpus</title><editor>Ada Byron</editor></titleStmt></fileDesc>"
    corpus = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{header}</teiHeader>{member}</teiCorpus>'
    metadata = read(tmp_path, corpus)
    assert [part.title for part in metadata.parts] == ["A corpus", "A letter"]
    assert {agent.name for agent in metadata.agents} == {"Ada Byron", "Otto Vogel"}
