"""A schema that is not one: every fault, at the node that is to blame."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.running import MINIMAL

from teikit.diagnostics import Diagnostic, SchemaError, TeikitError
from teikit.rng import RelaxNG

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'


def faults(folder: Path, content: str, name: str = "schema.rng") -> tuple[Diagnostic, ...]:
    file = folder / name
    file.write_text(content, "utf-8")
    with pytest.raises(SchemaError) as caught:
        RelaxNG.from_file(file)
    return tuple(caught.value.diagnostics)


def codes(found: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    return [(each.code.id, each.location.line, each.location.column) for each in found]


@pytest.mark.parametrize(
    ("content", "code", "column", "word"),
    [
        (MINIMAL.format("<p/>"), "RNS002", 1, "TEI"),
        ('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>', "RNS002", 1, "schema"),
        (f"<grammar {RNG}><start>\n<ref name='missing'/></start></grammar>", "RNS030", 1, "missing"),
        (f"<element name='a' {RNG}>\n<data type='dat'/></element>", "RNS012", 1, "dat"),
        (f"<grammar {RNG}/>", "RNS031", 1, "start"),
        (f"<grammar {RNG}><start><ref", "XML003", 0, "start"),
        ("start = element a { empty }", "XML002", 1, "not XML"),
        ("", "XML001", 1, "empty"),
    ],
)
def test_one_fault_is_one_diagnostic_at_the_node(
    tmp_path: Path, content: str, code: str, column: int, word: str
) -> None:
    [found] = faults(tmp_path, content)
    assert found.code.id == code
    assert found.location.line == content.rstrip().count("\n") + 1
    assert column in (0, found.location.column)
    assert word in found.message
    assert found.hint


def test_all_faults_are_reported_not_only_the_first(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        f'<grammar {RNG}>\n<start><ref name="a"/></start>\n'
        '<define name="a"><element name="a"><txt/></element></define>\n'
        '<define name="b"><element nam="b"><data type="dat"/></element></define>\n</grammar>',
    )
    assert {(each.code.id, each.location.line) for each in found} >= {("RNS001", 3), ("RNS006", 4), ("RNS010", 4)}


@pytest.mark.parametrize(
    ("href", "code", "words"),
    [
        ("http://example.org/x.rng", "RNS021", "network"),
        ("http://[x", "RNS021", "http://[x"),
        ("missing.rng", "RNS020", "missing.rng"),
        ("schema.rng", "RNS022", "includes itself"),
        ("file:///dev/zero", "RNS020", "device or a pipe"),
        ("%00.rng", "RNS021", ".rng"),
    ],
)
def test_an_include_that_cannot_be_had_is_named(tmp_path: Path, href: str, code: str, words: str) -> None:
    found = faults(
        tmp_path,
        f'<grammar {RNG}>\n <start><element name="a"><text/></element></start>\n <include href="{href}"/></grammar>',
    )
    assert codes(found) == [(code, 3, 2)]
    assert words in found[0].message


def test_an_include_that_is_not_xml_is_reported_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "inner.rng").write_text("nothing")
    found = faults(tmp_path, f'<grammar {RNG}><start><text/></start>\n<include href="inner.rng"/></grammar>')
    assert "inner.rng" in {Path(each.location.path).name for each in found}


@pytest.mark.parametrize("base", ["", ' xml:base="more/"'])
def test_includes_are_relative_to_the_schema(tmp_path: Path, base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "with space" / ("more" if base else "")
    folder.mkdir(parents=True)
    (folder / "inner.rng").write_text(f'<grammar {RNG}><start><element name="a"><empty/></element></start></grammar>')
    schema = tmp_path / "with space" / "schema.rng"
    schema.write_text(f'<grammar {RNG}{base}><include href="inner.rng"/></grammar>')
    monkeypatch.chdir("/")
    compiled = RelaxNG.from_file(schema)
    assert compiled.is_valid(b"<a/>")
    assert not compiled.is_valid(b"<b/>")


def test_both_syntaxes_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.rnc").write_text("start = element a { attribute n { xsd:int }, element b { empty }* }")
    compiled = RelaxNG.from_file(tmp_path / "a.rnc")
    assert compiled.is_valid(b'<a n="1"><b/><b/></a>')
    assert not compiled.is_valid(b'<a n="one"/>')
    [found] = faults(tmp_path, "start =\n  element a { empty", "b.rnc")
    assert (found.code.id, found.location.line) == ("RNS003", 2)


def test_a_missing_schema_is_an_error_of_the_tool(tmp_path: Path) -> None:
    for name in ("a.rng", "a.rnc"):
        with pytest.raises(TeikitError, match="no such file"):
            RelaxNG.from_file(tmp_path / name)
