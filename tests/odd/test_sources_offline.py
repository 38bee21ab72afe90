"""Sources by addresses: what the store and catalogs have under them."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.diagnostics import SchemaError
from teikit.odd import compile_odd
from teikit.resolve import Resolver
from teikit.resolve.store import Store
from teikit.resolve.store.gathering import from_disk

TEI = "http://www.tei-c.org/ns/1.0"
SOURCE = (
    f'<TEI xmlns="{TEI}"><text><body><elementSpec ident="p" module="tei"><content><textNode/></content></elementSpec>'
    '<elementSpec ident="{}" module="core"><content><textNode/></content></elementSpec></body></text></TEI>'
)
ODD = (
    f'<TEI xmlns="{TEI}"><text><body><schemaSpec ident="x" start="p" {{}}><moduleRef key="tei"/><moduleRef key="core"/>'
    "</schemaSpec></body></text></TEI>"
)


@pytest.fixture
def resolver(tmp_path: Path) -> Resolver:
    """A store with two releases of a TEI that differ in one element."""
    store = Store(tmp_path / "store")
    for version, element in (("tei:current", "new"), ("tei:4.9.0", "old")):
        (tmp_path / "p5subset.xml").write_text(SOURCE.format(element))
        store.put(from_disk(str(tmp_path / "p5subset.xml"), version).items)
    return Resolver((), store.folder)


def elements(tmp_path: Path, attributes: str, resolver: Resolver, **options: Path) -> set[str]:
    (tmp_path / "x.odd").write_text(ODD.format(attributes))
    return set(compile_odd(tmp_path / "x.odd", resolver=resolver, **options).specs.elements)


@pytest.mark.parametrize(
    ("attributes", "element"),
    [
        ("", "new"),
        ('source="tei:current"', "new"),
        ('source="tei:4.9.0"', "old"),
        ('source="http://www.tei-c.org/Vault/P5/4.9.0/xml/tei/odd/p5subset.xml"', "old"),
        ('source="https://tei-c.org/release/xml/tei/odd/p5subset.xml"', "new"),
    ],
)
def test_the_releases_of_the_tei(tmp_path: Path, resolver: Resolver, attributes: str, element: str) -> None:
    assert elements(tmp_path, attributes, resolver) == {"p", element}


def test_what_the_user_names_stands_for_every_release(tmp_path: Path, resolver: Resolver) -> None:
    (tmp_path / "mine.xml").write_text(SOURCE.format("mine"))
    for attributes in ("", 'source="tei:4.9.0"', 'source="http://www.tei-c.org/release/xml/tei/odd/p5subset.xml"'):
        assert elements(tmp_path, attributes, resolver, tei_source=tmp_path / "mine.xml") == {"p", "mine"}


def test_other_addresses_are_looked_up_first(tmp_path: Path, resolver: Resolver) -> None:
    (tmp_path / "other.xml").write_text(SOURCE.format("other"))
    catalog = '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="{}" uri="other.xml"/></catalog>'
    (tmp_path / "catalog.xml").write_text(catalog.format("https://example.org/o"))
    with_catalog = resolver._replace(catalogs=(tmp_path / "catalog.xml",))
    (tmp_path / "mine.xml").write_text(SOURCE.format("mine"))
    source = 'source="https://example.org/o"'
    assert elements(tmp_path, source, with_catalog, tei_source=tmp_path / "mine.xml") == {"p", "other"}
    assert elements(tmp_path, source, resolver, tei_source=tmp_path / "mine.xml") == {"p", "mine"}


@pytest.mark.parametrize("source", ["tei:4.1.0", "https://example.org/o", "http://[x", "tei:", "gone.odd", "%00"])
def test_what_is_not_at_hand_is_an_error_with_a_way_out(tmp_path: Path, resolver: Resolver, source: str) -> None:
    with pytest.raises(SchemaError) as caught:
        elements(tmp_path, f'source="{source}"', resolver)
    fault = caught.value.diagnostics[0]
    assert fault.code.id == "ODD005"
    assert source in fault.message
    if source.startswith(("tei:4", "https")):
        assert f"teikit schema fetch {source}" in (fault.hint or "")
