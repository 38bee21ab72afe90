"""XInclude while a document is validated: what is included, from where, and what is said where that fails."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from tests.running import teikit

from teikit.diagnostics import Diagnostic
from teikit.rng import RelaxNG
from teikit.rng.reading import inclusion

XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
SCHEMA = """
base = attribute xml:base { xsd:anyURI }?
start = element book { base, chapter*, note? }
chapter = element chapter { base, attribute xml:id { xsd:NCName }?, (p | chapter)* }
p = element p { base, text }
note = element note { text }
"""
Found = list[tuple[str, str, int, int]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    (project / "parts").mkdir(parents=True)
    (project / "book.rnc").write_text(SCHEMA)
    (tmp_path / "outside.xml").write_text("<chapter/>")
    (project / "parts" / "one.xml").write_text('<chapter xml:id="one">\n <p>Peking</p>\n</chapter>')
    (project / "parts" / "many.xml").write_text(
        '<book>\n<chapter xml:id="a"><p>庫倫</p><q/></chapter>\n<chapter xml:id="b">'
        '<chapter xml:id="c"><p>x</p></chapter></chapter>\n<bogus/></book>'
    )
    return project


def faults(folder: Path, content: str, *, root: Path | None = None, resolve: bool = True) -> list[Diagnostic]:
    file = folder / "book.xml"
    file.write_text(f"<book {XI}>\n{content}\n</book>", "utf-8")
    schema = RelaxNG.from_file(folder / "book.rnc")
    return list(schema.iter_diagnostics(file, include_root=(root or folder) if resolve else None))


def places(folder: Path, content: str) -> Found:
    return [
        (each.code.id, Path(each.location.path).relative_to(folder).as_posix(), *each.location[1:3])
        for each in faults(folder, content)
    ]


def include(href: str, more: str = "", inside: str = "") -> str:
    return f'<xi:include href="{href}" {more}>{inside}</xi:include>'


def test_what_is_included_is_validated_in_its_place(folder: Path) -> None:
    assert faults(folder, include("parts/one.xml")) == []
    assert faults(folder, f"<chapter>{include('parts/one.xml')}</chapter>") == []
    [found] = faults(folder, "<note/>" + include("parts/one.xml"))
    assert (found.code.id, found.location.line, found.location.xpath) == ("RNG012", 1, "/book/chapter")


def test_a_fault_has_the_file_and_line_where_it_stands(folder: Path) -> None:
    (folder / "parts" / "one.xml").write_text("<chapter>\n  <p>Peking</p>\n  <bogus/>\n</chapter>")
    found = faults(folder, include("parts/one.xml") + "\n<bogus2/>")
    assert [
        (each.code.id, Path(each.location.path).name, *each.location[1:3], each.location.xpath) for each in found
    ] == [
        ("RNG012", "one.xml", 3, 3, "/book/chapter/bogus"),
        ("RNG012", "book.xml", 3, 1, "/book/bogus2"),
    ]


def test_a_fallback_stands_for_what_is_missing_and_only_then(folder: Path) -> None:
    good = "<xi:fallback><chapter><p>instead</p></chapter></xi:fallback>"
    bad = "<xi:fallback>\n<q/></xi:fallback>"
    assert faults(folder, include("gone.xml", inside=good)) == []
    assert faults(folder, include("gone.xml", inside="<xi:fallback/>")) == []
    assert faults(folder, include("parts/one.xml", inside=bad)) == []
    assert places(folder, include("gone.xml", inside=bad)) == [("RNG012", "book.xml", 3, 1)]
    nested = f"<xi:fallback>{include('gone-too.xml', inside=good)}</xi:fallback>"
    assert faults(folder, include("gone.xml", inside=nested)) == []


@pytest.mark.parametrize(
    ("href", "more", "words"),
    [
        ("gone.xml", "", "there is no file “gone.xml”"),
        ("../outside.xml", "", "outside of the project"),
        ("https://example.org/a.xml", "", "network"),
        ("http://[x", "", "not a path"),
        ("%00.xml", "", "not a path"),
        ("x" * 5000, "", "not a path"),
        ("parts", "", "no file"),
        ("parts/one.xml", 'xpointer="gone"', "no part “gone”"),
        ("parts/one.xml", 'xpointer="element(/1/7)"', "no part"),
        ("parts/one.xml", 'xpointer="xpath1(//p)"', "neither an id nor element()"),
        ("parts/one.xml", 'xpointer="element(/1"', "neither an id nor element()"),
        ("parts/one.xml", 'xpointer="element( /1 )"', "neither an id nor element()"),
        ("parts/one.xml", 'xpointer="one two"', "neither an id nor element()"),
        ("parts/one.xml", 'xpointer="element(two)element(/1/9)"', "no part"),
        ("parts/one.xml#one", "", "has a fragment"),
        ("parts/one.xml ", "", "there is no file"),
        ("parts/one.xml", 'accept="é"', "ASCII only"),
        ("parts/one.xml", 'parse="html"', "to be read as “html”"),
        ("parts/one.xml", 'parse="text" encoding="zlib"', "not text in ZLIB"),
        ("parts/one.xml", 'parse="text" encoding="undefined"', "not text in UNDEFINED"),
        ("book.xml", "", "includes itself"),
        ("", "", "includes itself"),
    ],
)
def test_a_failing_include_without_fallback_is_a_diagnostic_at_its_place(
    folder: Path, href: str, more: str, words: str
) -> None:
    [found] = faults(folder, "<chapter/>\n " + include(href, more))
    assert (found.code.id, found.location.line, found.location.column) == ("RNG040", 3, 2)
    assert words in found.message
    assert found.hint


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<xi:fallback/><xi:fallback/>", "a second fallback"),
        (include("parts/one.xml"), "no fallback"),
        ("<xi:stray/>", "no fallback"),
    ],
)
@pytest.mark.parametrize("href", ["parts/one.xml", "gone.xml"])
def test_only_one_fallback_of_xinclude_may_be_inside(folder: Path, href: str, inside: str, words: str) -> None:
    [found] = faults(folder, include(href, inside=inside))
    assert found.code.id == "RNG040"
    assert words in found.message


def test_what_else_is_inside_does_not_matter(folder: Path) -> None:
    inside = f"<p>{include('gone.xml')}</p>text<xi:fallback/>"
    assert faults(folder, include("gone.xml", inside=inside)) == []


def test_an_included_part_has_a_base_uri_of_its_own(folder: Path) -> None:
    """§4.5.5 adds `xml:base`, and a schema that does not allow it is against that, for Jing as well."""
    (folder / "parts" / "note.xml").write_text("<!-- a note -->\n<note>x</note>")
    assert places(folder, include("parts/note.xml")) == [("RNG020", "parts/note.xml", 2, 1)]
    [found] = faults(folder, include("parts/note.xml"))
    assert "xml:base" in found.message
    assert "xi:include" in str(found.hint)
    (folder / "parts" / "outer.xml").write_text(f"<xi:include {XI} href='one.xml'/>")
    assert faults(folder, include("parts/outer.xml")) == []


LANGUAGES = """
base = attribute xml:base { text }?
lang = attribute xml:lang { text }?
start = element book { base, lang, any* }
any = element * - mark { base, lang, any* } | mark
mark = element mark { base, attribute xml:id { text }?, attribute xml:lang { "as it stands" } }
"""
_MARK = "<mark/>"
GONE = '<xi:include href="gone.xml" {}><xi:fallback {}>{}</xi:fallback></xi:include>'


@pytest.mark.parametrize(
    ("language", "content", "got"),
    [
        ("", '<xi:include href="bare.xml"/>', [None]),
        ("de", '<xi:include href="bare.xml"/>', [""]),
        ("de", '<mark/><xi:include href="bare.xml"/><p xml:lang="fr"><mark/></p>', [None, "", None]),
        ("de", '<p xml:lang="fr"><q><xi:include href="bare.xml"/></q></p>', [""]),
        ("de", '<p xml:lang=""><q><xi:include href="bare.xml"/></q></p>', [None]),
        ("", '<p xml:lang="fr"/><xi:include href="bare.xml"/>', [None]),
        ("", '<xi:include href="own.xml"/>', ["en"]),
        ("", '<xi:include href="french.xml" xpointer="element(/1/1/1)"/>', ["fr"]),
        ("FR", '<xi:include href="french.xml" xpointer="element(/1/1/1)"/>', [None]),
        ("de", '<xi:include href="french.xml" xpointer="element(/1/9)element(/1/2/1)"/>', ["it"]),
        ("", '<xi:include href="bare.xml" xml:lang="de"/>', [None]),
        ("de", '<xi:include href="bare.xml" xml:lang="fr"/>', [""]),
        ("de", GONE.format("", "", _MARK), [None]),
        ("", GONE.format('xml:lang="de"', "", _MARK + _MARK), ["de", "de"]),
        ("", GONE.format('xml:lang="de"', 'xml:lang="fr"', _MARK), ["fr"]),
        ("fr", GONE.format('xml:lang="de"', 'xml:lang="fr"', _MARK), [None]),
        ("", GONE.format("", 'xml:lang="fr"', f"<p>{_MARK}</p>"), [None]),
        ("de", GONE.format("", "", '<xi:include href="bare.xml"/><mark/>'), ["", None]),
        ("de", GONE.format("", 'xml:lang="fr"', GONE.format("", "", _MARK)), ["fr"]),
        ("de", '<xi:include href="outer.xml"/>', [""]),
        ("", '<xi:include href="outer.xml"/><mark/>', [None, None]),
        ("de", '<xi:include href="inner.xml"/>', [None]),
    ],
)
def test_a_part_in_another_language_than_its_place_says_so(
    tmp_path: Path, jing: str, language: str, content: str, got: list[str | None]
) -> None:
    """§4.5.6 adds `xml:lang`; each `mark` must have another value, so that what it has is in the diagnostics."""
    (tmp_path / "book.rnc").write_text(LANGUAGES)
    (tmp_path / "bare.xml").write_text("<mark/>")
    (tmp_path / "own.xml").write_text('<mark xml:lang="en"/>')
    (tmp_path / "french.xml").write_text('<book xml:lang="fr"><p><mark/></p><p xml:lang="it"><mark/></p></book>')
    (tmp_path / "outer.xml").write_text(f'<xi:include {XI} xml:lang="fr" href="bare.xml"/>')
    (tmp_path / "inner.xml").write_text(f'<p {XI}><xi:include href="bare.xml"/></p>')
    file = tmp_path / "book.xml"
    said = f'xml:lang="{language}"' if language else ""
    file.write_text(f"<book {XI} {said}>\n{content}\n</book>")
    found = list(RelaxNG.from_file(tmp_path / "book.rnc").iter_diagnostics(file, include_root=tmp_path))
    marks = [each for each in found if "mark" in each.location.xpath]
    assert len(found) == len(marks) == len(got)
    for fault, value in zip(marks, got, strict=True):
        assert fault.code.id == ("RNG022" if value is None else "RNG023")
        assert value is None or f'value "{value}" of attribute "xml:lang"' in fault.message
    told = subprocess.run([jing, "-c", "book.rnc", "book.xml"], cwd=tmp_path, capture_output=True, text=True).stdout
    kinds = re.findall('error: (?:element "mark" (missing)|value of attribute "(xml:lang)" is invalid)', told)
    assert ["missing" if value is None else "xml:lang" for value in got] == [one or two for one, two in kinds]


def test_a_schema_that_does_not_allow_the_language_of_a_part_is_told(folder: Path) -> None:
    (folder / "parts" / "german.xml").write_text('<book xml:lang="de"><a xml:lang="fr"/><chapter xml:id="x"/></book>')
    german = include("parts/german.xml", 'xpointer="x"')
    [found] = faults(folder, german)
    assert (found.code.id, "xml:lang" in found.message) == ("RNG020", True)
    assert places(folder, f'<chapter xml:lang="DE">{german}</chapter>') == [("RNG020", "book.xml", 2, 10)]
    assert "xi:include" in str(found.hint)


def test_a_cycle_is_an_error_even_with_a_fallback(folder: Path) -> None:
    (folder / "parts" / "one.xml").write_text(
        f'<chapter {XI}>\n<xi:include href="../parts/two.xml"><xi:fallback/></xi:include></chapter>'
    )
    (folder / "parts" / "two.xml").write_text(f'<chapter {XI}>\n\n<xi:include href="one.xml"/></chapter>')
    assert places(folder, include("parts/one.xml")) == [("RNG040", "parts/two.xml", 3, 1)]
    assert places(folder, include("book.xml", inside="<xi:fallback/>")) == [("RNG040", "book.xml", 2, 1)]


def test_a_part_that_is_not_well_formed_is_an_error_with_its_place(folder: Path) -> None:
    (folder / "parts" / "one.xml").write_text("<chapter>\n<p></chapter>")
    [found] = faults(folder, include("parts/one.xml", inside="<xi:fallback/>"))
    assert found.code.id == "RNG040"
    assert "parts/one.xml:2:" in found.message


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("a", [("RNG012", "parts/many.xml", 2, 30)]),
        ("b", []),
        ("c", []),
        ("element(/1/1)", [("RNG012", "parts/many.xml", 2, 30)]),
        ("element(/1/2/1)", []),
        ("element(b/1)", []),
        ("element(c)", []),
        ("element(/1/9)element(c)", []),
        ("element(a)element(c)", [("RNG012", "parts/many.xml", 2, 30)]),
        ("xmlns(x=urn:x) element(c)", []),
        ("xpath1(f(^)g(x)))element(c)", []),
    ],
)
def test_a_pointer_takes_one_element_of_a_file(folder: Path, pointer: str, expected: Found) -> None:
    assert places(folder, include("parts/many.xml", f'xpointer="{pointer}"') + "<chapter/>") == expected


def test_after_an_include_inside_a_selected_part_the_rest_is_left_out(folder: Path) -> None:
    for number, inner in enumerate(("one.xml", "gone.xml")):
        inside = f'<xi:include href="{inner}"><xi:fallback><p/></xi:fallback></xi:include>'
        (folder / "parts" / "outer.xml").write_text(f'<book {XI}><chapter xml:id="a">{inside}</chapter><bogus/></book>')
        pointed = include("parts/outer.xml", 'xpointer="a"')
        assert faults(folder, pointed) == [], number
        (folder / "parts" / "outer.xml").write_text(f"<book {XI}>{inside}<bogus/></book>")
        pointed = include("parts/outer.xml", 'xpointer="element(/1/1)"')
        assert faults(folder, f"<chapter>{pointed}</chapter>") == [], number


def test_text_is_included_as_text(folder: Path) -> None:
    (folder / "parts" / "note.txt").write_text("\n\n庫倫 & <Peking>", "utf-8")
    text = include("parts/note.txt", 'parse="text"')
    assert faults(folder, f"<note>{text}</note>") == []
    [found] = faults(folder, f"<chapter>\n{text}</chapter>")
    assert (found.code.id, found.location.line, found.location.column) == ("RNG013", 3, 1)


def test_a_stray_fallback_is_an_element_like_any_other(folder: Path) -> None:
    [found] = faults(folder, "<xi:fallback><p/></xi:fallback>")
    assert (found.code.id, found.location.xpath) == ("RNG012", "/book/xi:fallback")


def test_the_root_may_be_included(folder: Path) -> None:
    schema = RelaxNG.from_file(folder / "book.rnc")
    file = folder / "root.xml"
    for href, expected in (("parts/many.xml", ["RNG012", "RNG012"]), ("gone.xml", ["RNG040"])):
        file.write_text(f'<xi:include {XI} href="{href}"/>')
        assert [each.code.id for each in schema.iter_diagnostics(file, include_root=folder)] == expected
    file.write_text(f'<xi:include {XI} href="gone.xml"><xi:fallback/></xi:include>')
    assert [each.code.id for each in schema.iter_diagnostics(file, include_root=folder)] == ["RNG011"]


def test_includes_cannot_multiply_without_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inclusion, "MOST", 200)
    for number in range(30):
        two = f'<xi:include href="{number + 1}.xml"/>' * 2
        (folder / f"{number}.xml").write_text(f"<chapter {XI}>{two}</chapter>")
    (folder / "30.xml").write_text("<chapter/>")
    found = faults(folder, include("0.xml"))
    assert {each.code.id for each in found} == {"RNG040"}
    assert any("includes too much" in each.message for each in found)


def test_without_xinclude_it_is_an_element_like_any_other(folder: Path) -> None:
    [found] = faults(folder, include("gone.xml"), resolve=False)
    assert (found.code.id, found.location.xpath) == ("RNG012", "/book/xi:include")


def test_the_command_line_reads_below_the_project_only(folder: Path) -> None:
    (folder / "texts").mkdir()
    file = folder / "texts" / "book.xml"
    file.write_text(f'<book {XI}>\n<xi:include href="../parts/one.xml"/></book>')
    arguments = ("validate", "texts/book.xml", "--schema", "book.rnc", "--layer", "rng", "--quiet")
    assert "outside of the project" in teikit(*arguments, cwd=folder).out
    (folder / "teikit.toml").write_text("")
    assert teikit(*arguments, cwd=folder).status == 0
    ended = teikit(*arguments, "--no-xinclude", cwd=folder)
    assert (ended.status, ended.out.count("error[RNG012]")) == (1, 1)
    (folder / "parts" / "one.xml").write_text("<chapter><bogus/></chapter>")
    ended = teikit(*arguments, cwd=folder)
    assert ended.out.startswith("parts/one.xml:1:10 error[RNG012]")
    assert "1 | <chapter><bogus/></chapter>" in ended.out
