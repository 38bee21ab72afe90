"""Every requirement is met by a complete edition, and missed where something is taken from it, at its place."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from tests.deposit.targets.complete import COMPLETE, FIGURE, LETTER, MODEL, answers, edition, every_requirement

from teikit.deposit.targets import NAMES
from teikit.deposit.targets.requirements import CHECKS
from teikit.diagnostics import Severity

DOCUMENT = "tei/letter.xml"


class Fault(NamedTuple):
    """What is planted, and the finding that must come of it."""

    check: str
    changed: dict[str, str | bytes | None]
    code: str
    path: str
    line: int
    says: str


def _without(text: str, instead: str = "") -> dict[str, str | bytes | None]:
    assert LETTER.count(text) == 1
    return {DOCUMENT: LETTER.replace(text, instead)}


def _line(text: str, document: str = LETTER) -> int:
    return document[: document.index(text)].count("\n") + 1


_BODY = _line(FIGURE)
AUTHOR = '<author ref="https://orcid.org/0000-0002-1825-0097">Byron, Ada</author>'
LICENCE = '<licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence>'
PUBLICATION = _line("<publicationStmt>")
TITLES = _line("<titleStmt>")
WINDOWS = LETTER.replace("Dear Otto", "Cher ami d’été").encode("cp1252")
SCHEMA_ELSEWHERE = MODEL.replace("../schema/letters.rng", "https://example.org/other.rng")

FAULTS = [
    Fault("valid", _without("<p>See", "<p><blink/>See"), "DEP040", DOCUMENT, 26, "blink"),
    Fault("valid", _without("</body>"), "DEP040", DOCUMENT, 28, "XML003"),
    Fault("valid", {DOCUMENT: b""}, "DEP040", DOCUMENT, 1, "empty"),
    Fault("valid", _without(MODEL, SCHEMA_ELSEWHERE), "DEP041", DOCUMENT, 2, "example.org"),
    Fault("utf-8", {DOCUMENT: WINDOWS}, "DEP042", DOCUMENT, 25, "0x92"),
    Fault("utf-8", _without('"UTF-8"', '"windows-1252"'), "DEP042", DOCUMENT, 1, "CP1252"),
    Fault("utf-8", {DOCUMENT: LETTER.replace('"UTF-8"', '"UTF-16"').encode("utf-16")}, "DEP042", DOCUMENT, 1, "UTF-16"),
    Fault("utf-8", {"README.md": "été".encode("latin-1")}, "DEP042", "README.md", 1, "0xE9"),
    Fault("no-byte-order-mark", {DOCUMENT: LETTER.encode("utf-8-sig")}, "DEP043", DOCUMENT, 1, "byte order mark"),
    Fault("no-byte-order-mark", {"README.md": b"\xef\xbb\xbf# Letters"}, "DEP043", "README.md", 1, "byte order mark"),
    Fault("file-names", {"tei/a letter.xml": LETTER}, "DEP044", "tei/a letter.xml", 1, "a letter.xml"),
    Fault("file-names", {"tei/書簡/letter.xml": LETTER}, "DEP044", "tei/書簡", 1, "書簡"),
    Fault("file-names", {"tei/con.xml": LETTER}, "DEP044", "tei/con.xml", 1, "Windows"),
    Fault("file-names", {"tei/Letter.xml": LETTER}, "DEP044", "tei/letter.xml", 1, "same name"),
    Fault("unique-ids", _without("<p>See", '<p xml:id="first">See'), "DEP045", DOCUMENT, 26, "first"),
    Fault("pointers", _without('"#first"', '"#second"'), "DEP046", DOCUMENT, 26, "#second"),
    Fault("pointers", _without('"#first"', '"letter2.xml#first"'), "DEP046", DOCUMENT, 26, "letter2.xml"),
    Fault("languages", _without('"en"', '"english"'), "DEP047", DOCUMENT, 20, "english"),
    Fault("languages", _without('<language ident="en">English</language>'), "DEP047", DOCUMENT, 20, "DEP011"),
    Fault("licence", _without(LICENCE, "<p>Free.</p>"), "DEP048", DOCUMENT, PUBLICATION + 4, "licence"),
    Fault("licence", _without(LICENCE, "<licence>CC BY 4.0</licence>"), "DEP048", DOCUMENT, 14, "address"),
    Fault(
        "licence",
        _without(LICENCE, f'{LICENCE}\n<licence target="https://opensource.org/license/mit"/>'),
        "DEP048",
        DOCUMENT,
        15,
        "DEP006",
    ),
    Fault("publisher", _without("<publisher>A press</publisher>"), "DEP049", DOCUMENT, PUBLICATION, "publisher"),
    Fault(
        "identifier",
        _without('<idno type="URI">https://example.org/letters</idno>', '<idno type="shelf">L 1</idno>'),
        "DEP050",
        DOCUMENT,
        PUBLICATION,
        "DOI",
    ),
    Fault("images-present", {"tei/map.png": None}, "DEP051", DOCUMENT, _BODY, "map.png"),
    Fault("images-credited", _without("<bibl>City Archive.</bibl>"), "DEP052", DOCUMENT, _BODY, "map.png"),
    Fault("schema-included", _without(MODEL, SCHEMA_ELSEWHERE), "DEP053", DOCUMENT, 2, "other.rng"),
    Fault("schema-included", _without(f"{MODEL}\n"), "DEP053", DOCUMENT, 1, "names no schema"),
    Fault("odd-included", {"schema/letters.odd": None}, "DEP054", "teikit.toml", 1, "ODD"),
    Fault("no-local-paths", _without('"map.png"', '"file:///data/map.png"'), "DEP055", DOCUMENT, _BODY, "one machine"),
    Fault("no-local-paths", _without('"map.png"', '"C:\\scans\\map.png"'), "DEP055", DOCUMENT, _BODY, "Windows"),
    Fault("no-local-paths", _without('"#first"', '"/data/letters/2.xml"'), "DEP055", DOCUMENT, 26, "absolute"),
    Fault("no-local-paths", _without('"#first"', '"http://localhost:8080/2"'), "DEP055", DOCUMENT, 26, "network"),
    Fault("no-local-paths", _without('"map.png"', '"../../map.png"'), "DEP055", DOCUMENT, _BODY, "leads out"),
    Fault("no-local-paths", _without(MODEL, MODEL.replace("..", "/data")), "DEP055", DOCUMENT, 2, "xml-model"),
    Fault("readme", {"README.md": None}, "DEP056", "README.md", 1, "README"),
    Fault("citation-file", {"CITATION.cff": None}, "DEP057", "CITATION.cff", 1, "CITATION.cff"),
    Fault("packable", {DOCUMENT: None}, "DEP058", ".", 1, "no document"),
    Fault("no-doctype", _without("<TEI ", '<!DOCTYPE TEI [<!ENTITY a "b">]>\n<TEI '), "DEP059", DOCUMENT, 3, "DOCTYPE"),
    Fault("file-count", {f"tei/{number}.xml": LETTER for number in range(100)}, "DEP060", ".", 1, "107 files"),
    Fault("title", _without("Letters of one year"), "DEP062", DOCUMENT, TITLES, "title"),
    Fault(
        "title",
        {"tei/other.xml": LETTER.replace("Letters of one year", "Another")},
        "DEP062",
        DOCUMENT,
        TITLES,
        "DEP002",
    ),
    Fault("creators", _without(AUTHOR), "DEP063", DOCUMENT, TITLES, "nobody"),
    Fault("creators", _without(AUTHOR, f"{AUTHOR}\n<editor/>"), "DEP063", DOCUMENT, 9, "DEP004"),
    Fault("date", _without('<date when="2026">2026</date>'), "DEP064", DOCUMENT, PUBLICATION, "published"),
    Fault("description", _without("<abstract><p>Two letters.</p></abstract>"), "DEP065", DOCUMENT, 18, "describes"),
    Fault("contact", {"teikit.toml": 'source = "tei"\n'}, "DEP066", DOCUMENT, PUBLICATION, "asked"),
    Fault("creator-identifiers", _without(AUTHOR, "<author>Byron, Ada</author>"), "DEP067", DOCUMENT, 8, "Ada Byron"),
    Fault("keywords", _without("<term>Letters</term>"), "DEP068", DOCUMENT, 18, "keywords"),
    Fault("creator-names", _without("Byron, Ada", "Ada Byron"), "DEP069", DOCUMENT, 8, "Ada Byron"),
]
"""One at least for each check; total-size has a test of its own."""


@pytest.mark.parametrize("target", NAMES)
def test_a_complete_edition_has_all_that_is_asked(tmp_path: Path, target: str) -> None:
    found = answers(edition(tmp_path), target)
    assert {name: each.diagnostics for name, each in found.items() if each.state != "met"} == {}


def test_every_check_has_a_fault() -> None:
    assert {each.check for each in FAULTS} | {"total-size"} == set(CHECKS)


ASKED = [(target, fault) for target, each in every_requirement() for fault in FAULTS if each.check == fault.check]


@pytest.mark.parametrize(
    ("target", "fault"), ASKED, ids=[f"{target}-{fault.code}-{fault.says}" for target, fault in ASKED]
)
def test_what_is_missing_is_found_at_its_place(tmp_path: Path, target: str, fault: Fault) -> None:
    found = answers(edition(tmp_path, fault.changed), target)
    answer = next(each for each in found.values() if each.requirement.check == fault.check)
    first = next(each for each in answer.diagnostics if each.code.id == fault.code)
    assert answer.state == ("not verified" if fault.code == "DEP041" else "missing")
    assert first.location.path == (tmp_path / fault.path).as_posix()
    assert first.location.line == fault.line
    assert fault.says in first.message
    assert first.hint
    assert first.severity is (Severity.ERROR if answer.requirement.is_must else Severity.WARNING)


def test_an_edition_is_too_large(tmp_path: Path) -> None:
    large = edition(tmp_path) / "tei/map.png"
    with large.open("r+b") as file:
        file.truncate(50_000_000_001)
    answer = answers(tmp_path, "zenodo")["total-size"]
    (only,) = answer.diagnostics
    assert only.code.id == "DEP061"
    assert only.location.path == large.as_posix()
    assert "50.0 GB" in only.message


def test_clarin_takes_no_underscore_and_arche_does(tmp_path: Path) -> None:
    edition(tmp_path, {"tei/the_letter.xml": COMPLETE[DOCUMENT]})
    assert answers(tmp_path, "arche")["file-names"].state == "met"
    (only,) = answers(tmp_path, "clarin")["file-names"].diagnostics
    assert only.location.path == (tmp_path / "tei/the_letter.xml").as_posix()


def test_a_folder_with_a_bad_name_is_told_once(tmp_path: Path) -> None:
    edition(tmp_path, {f"tei/my letters/{number}.xml": LETTER for number in range(5)})
    (only,) = answers(tmp_path, "generic")["file-names"].diagnostics
    assert only.location.path == (tmp_path / "tei/my letters").as_posix()
    assert "5 files" in only.message


def test_one_schema_that_is_elsewhere_is_told_once(tmp_path: Path) -> None:
    other = LETTER.replace(MODEL, SCHEMA_ELSEWHERE)
    edition(tmp_path, {f"tei/{number}.xml": other for number in range(5)})
    (only,) = answers(tmp_path, "generic")["schema-included"].diagnostics
    assert "and 4 more files" in only.message


def test_a_pointer_that_leads_elsewhere_inside_is_not_local(tmp_path: Path) -> None:
    targets = ("../tei/letter.xml", "//example.org/a", "lex:a")
    body = "".join(f'<p><ref target="{each}">x</ref></p>' for each in targets)
    declared = '<prefixDef ident="lex" matchPattern="(.+)" replacementPattern="#$1"/>'
    prefix = f"<encodingDesc><listPrefixDef>{declared}</listPrefixDef></encodingDesc>"
    text = LETTER.replace("<p>See", f"{body}<p>See").replace("<profileDesc>", f"{prefix}<profileDesc>")
    assert answers(edition(tmp_path, {DOCUMENT: text}), "generic")["no-local-paths"].diagnostics == ()


def test_an_example_is_not_the_document(tmp_path: Path) -> None:
    example = '<egXML xmlns="http://www.tei-c.org/ns/Examples"><graphic url="/home/x.png"/></egXML>'
    text = LETTER.replace("<p>See", f"<p>{example}</p><p>See")
    assert answers(edition(tmp_path, {DOCUMENT: text}), "generic")["no-local-paths"].diagnostics == ()


def test_many_local_paths_are_counted(tmp_path: Path) -> None:
    many = "".join(f'<figure><graphic url="/scans/{number}.png"/><bibl>A</bibl></figure>' for number in range(30))
    found = answers(edition(tmp_path, _without(FIGURE, many)), "generic")["no-local-paths"].diagnostics
    assert len(found) == 10
    assert found[-1].message.endswith("(and 20 more in this file)")


def test_the_project_has_the_last_word_on_severity(tmp_path: Path) -> None:
    settings = 'source = "tei"\n[severity]\nDEP056 = "info"\n'
    found = answers(edition(tmp_path, {"README.md": None, "teikit.toml": settings}), "generic")["readme"]
    assert [each.severity for each in found.diagnostics] == [Severity.INFO]


def test_documents_that_all_have_an_identifier_need_no_other(tmp_path: Path) -> None:
    other = LETTER.replace("https://example.org/letters", "https://example.org/other")
    assert answers(edition(tmp_path, {"tei/other.xml": other}), "generic")["identifier"].state == "met"
    edition(tmp_path, {"tei/third.xml": LETTER.replace('type="URI">https://example.org/letters', 'type="shelf">L 3')})
    assert answers(tmp_path, "generic")["identifier"].state == "missing"
