"""A schema that is not one: a single diagnostic at the node that is to blame."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.running import MINIMAL

from teikit.diagnostics import Diagnostic, SchemaError, TeikitError
from teikit.rng import RelaxNG

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'


def refused(folder: Path, content: str) -> Diagnostic:
    file = folder / "schema.rng"
    file.write_text(content, "utf-8")
    with pytest.raises(SchemaError) as caught:
        RelaxNG.from_file(file)
    [found] = caught.value.diagnostics
    return found


@pytest.mark.parametrize(
    ("content", "code", "xpath", "word"),
    [
        (MINIMAL.format("<p/>"), "RNS002", "/TEI", "TEI"),
        ('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>', "RNS002", "/xs:schema", "schema"),
        (
            f"<grammar {RNG}><start><ref name='missing'/></start></grammar>",
            "RNS001",
            "/grammar/start/ref/@name",
            "missing",
        ),
        (f"<grammar {RNG}><start><data type='dat'/></start></grammar>", "RNS001", "/grammar/start/data/@type", "dat"),
        (f"<grammar {RNG}/>", "RNS001", "/grammar", "no children"),
        (f"<grammar {RNG}><bogus/></grammar>", "RNS001", "/grammar", "bogus"),
        (f"<grammar {RNG}><start><ref", "XML003", "", "start"),
        ("start = element a { empty }", "XML002", "", "not XML"),
        ("", "XML001", "", "empty"),
    ],
)
def test_one_diagnostic_at_the_node(tmp_path: Path, content: str, code: str, xpath: str, word: str) -> None:
    found = refused(tmp_path, content)
    assert (found.code.id, found.location.xpath) == (code, xpath)
    assert word in found.message
    assert found.hint


@pytest.mark.parametrize(
    ("href", "words"),
    [
        ("http://example.org/x.rng", "not a file on this machine"),
        ("http://[x", "not a file on this machine"),
        ("missing.rng", "no such file"),
        ("schema.rng", "includes itself"),
        ("file:///dev/zero", "device or a pipe"),
    ],
)
def test_an_include_that_cannot_be_had_is_named(tmp_path: Path, href: str, words: str) -> None:
    found = refused(tmp_path, f'<grammar {RNG}>\n <include href="{href}"/>\n</grammar>')
    assert (found.code.id, found.location.line, found.location.column) == ("RNS001", 2, 11)
    assert href in found.message
    assert words in found.message


def test_an_include_that_is_not_xml_is_reported_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "inner.rng").write_text("nothing")
    found = refused(tmp_path, f'<grammar {RNG}><include href="inner.rng"/></grammar>')
    assert Path(found.location.path).name == "inner.rng"


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


def test_the_compact_syntax_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(TeikitError, match="compact syntax") as caught:
        RelaxNG.from_file(tmp_path / "a.rnc")
    assert caught.value.hint


def test_a_missing_schema_is_an_error_of_the_tool(tmp_path: Path) -> None:
    with pytest.raises(TeikitError, match="no such file"):
        RelaxNG.from_file(tmp_path / "a.rng")
