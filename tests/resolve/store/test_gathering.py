"""A schema comes with what it includes."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.diagnostics import DocumentError, SchemaError, TeikitError
from teikit.resolve.store import Store, gathering
from teikit.resolve.store.gathering import from_disk, references
from teikit.rng import RelaxNG

RNG = "http://relaxng.org/ns/structure/1.0"
SCH = "http://purl.oclc.org/dsdl/schematron"
XSD = "http://www.w3.org/2001/XMLSchema"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'<grammar xmlns="{RNG}"><include href="a.rng"/><start><externalRef href=" b.rng"/></start></grammar>', "a b"),
        (f'<grammar xmlns="{RNG}" xml:base="x/"><div xml:base="y/"><include href="a.rng"/></div></grammar>', "x/y/a"),
        (f'<schema xmlns="{SCH}"><include href="a.rng#x"/><rule><extends href="b.rng"/></rule></schema>', "a b"),
        (f'<schema xmlns="{SCH}"><extends rule="r"/><include href="#x"/></schema>', ""),
        (
            f'<schema xmlns="{XSD}"><include schemaLocation="a.rng"/><import schemaLocation="b.rng"/><import/>'
            '<redefine schemaLocation="c.rng"/><override schemaLocation="d.rng"/></schema>',
            "a b c d",
        ),
        ('<TEI xmlns="http://www.tei-c.org/ns/1.0"><include href="a.rng"/></TEI>', ""),
    ],
)
def test_references_in_xml(text: str, expected: str) -> None:
    found = list(references(text.encode(), "x", compact=False))
    assert found == [f"{name}.rng" for name in expected.split()]


def test_references_in_the_compact_syntax() -> None:
    text = b'include "a.rnc" { x = empty }\ndiv { include "b.rnc" }\nstart = external "c%20d.rnc" | element e { x }'
    assert sorted(references(text, "x", compact=True)) == ["a.rnc", "b.rnc", "c%20d.rnc"]


def test_what_is_no_schema_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        list(references(b"<a>", "x", compact=False))
    with pytest.raises(SchemaError):
        list(references(b"element a {", "x", compact=True))
    with pytest.raises(TeikitError):
        from_disk(str(tmp_path / "gone.rng"), "https://e.org/a.rng")


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """A schema in four files: beside, below and above it, in both syntaxes, one that includes itself again."""
    (tmp_path / "s" / "sub").mkdir(parents=True)
    grammar = f'<grammar xmlns="{RNG}">{{}}</grammar>'
    start = '<include href="sub/b%20c.rng"/><include href="../d.rnc"/><start><ref name="a"/></start>'
    (tmp_path / "s" / "a.rng").write_text(grammar.format(start))
    define = '<define name="a"><element name="a"><ref name="d"/><externalRef href="../e.rng"/></element></define>'
    (tmp_path / "s" / "sub" / "b c.rng").write_text(grammar.format(define))
    (tmp_path / "d.rnc").write_text("d = element d { text }")
    (tmp_path / "s" / "e.rng").write_text(f'<element name="e" xmlns="{RNG}"><empty/></element>')
    return tmp_path / "s" / "a.rng"


def test_the_copy_in_the_store_compiles_without_the_original(schema: Path, tmp_path: Path) -> None:
    gathered = from_disk(str(schema), " http://e.org/x/s/a.rng\n")
    assert gathered.missing == ()
    assert {item.url: item.asked for item in gathered.items} == {
        "https://e.org/x/s/a.rng": "http://e.org/x/s/a.rng",
        "https://e.org/x/s/sub/b%20c.rng": "",
        "https://e.org/x/d.rnc": "",
        "https://e.org/x/s/e.rng": "",
    }
    store = Store(tmp_path / "store")
    store.put(gathered.items)
    for path in (schema, tmp_path / "d.rnc", schema.parent / "e.rng"):
        path.unlink()
    path = store.lookup("http://e.org/x/s/a.rng")
    assert path is not None
    grammar = RelaxNG.from_file(path)
    assert grammar.is_valid(b"<a><d/><e/></a>")
    assert not grammar.is_valid(b"<a><d/></a>")


def test_what_is_missing_is_told_and_the_rest_is_kept(schema: Path) -> None:
    (schema.parent / "e.rng").unlink()
    (schema.parents[1] / "d.rnc").write_text('include "http://f.org/g.rnc"\nd = empty')
    gathered = from_disk(str(schema), "https://e.org/x/s/a.rng")
    assert len(gathered.items) == 3
    assert len(gathered.missing) == 2
    assert any("e.rng" in each for each in gathered.missing)
    assert any("http://f.org/g.rnc" in each for each in gathered.missing)


def test_a_schema_of_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MOST_FILES", 10)
    for number in range(20):
        text = f'<grammar xmlns="{RNG}"><include href="{number + 1}.rng"/><include href="{number}.rng"/></grammar>'
        (tmp_path / f"{number}.rng").write_text(text)
    with pytest.raises(TeikitError, match="more than 10 files"):
        from_disk(str(tmp_path / "0.rng"), "https://e.org/0.rng")
