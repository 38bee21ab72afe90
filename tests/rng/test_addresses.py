"""Files that a schema includes by addresses on the network: found by whoever compiles it, never fetched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from teikit.diagnostics import SchemaError
from teikit.resolve.store import Store
from teikit.resolve.store.gathering import from_disk
from teikit.rng import RelaxNG
from teikit.rng.automaton.compiled import Grammar
from teikit.rng.grammar import compile as compiling
from teikit.validation import Options, validate_files

ADDRESS = "http://example.org/s/b.rng"
RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = f'<group {RNG}><externalRef href="{ADDRESS}"/><externalRef href="https://example.org/s/c.rnc"/></group>'
    (tmp_path / "a.rng").write_text(f'<element name="a" {RNG}>{text}</element>')
    (tmp_path / "b.rng").write_text(f'<element name="b" {RNG}><externalRef href="sub/d.rng"/></element>')
    (tmp_path / "c.rnc").write_text('element c { external "http://example.org/s/sub/d.rng" }')
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/d.rng").write_text(f'<element name="d" {RNG}><empty/></element>')
    return tmp_path


def test_the_addresses_are_asked_for(folder: Path) -> None:
    asked: list[str] = []

    def locate(address: str) -> Path | None:
        asked.append(address)
        return folder / address.rpartition("/s/")[2]

    grammar = RelaxNG.from_file(folder / "a.rng", locate=locate)
    assert sorted(asked) == [ADDRESS, "http://example.org/s/sub/d.rng", "https://example.org/s/c.rnc"]
    assert grammar.is_valid(b"<a><b><d/></b><c><d/></c></a>")
    assert not grammar.is_valid(b"<a><b><d/></b><c/></a>")


def test_what_stands_for_an_address_may_change(folder: Path) -> None:
    (folder / "other.rng").write_text(f'<element name="other" {RNG}><empty/></element>')
    files = {ADDRESS: folder / "sub/d.rng", "https://example.org/s/c.rnc": folder / "sub/d.rng"}
    assert RelaxNG.from_file(folder / "a.rng", locate=files.get).is_valid(b"<a><d/><d/></a>")
    files[ADDRESS] = folder / "other.rng"
    assert RelaxNG.from_file(folder / "a.rng", locate=files.get).is_valid(b"<a><other/><d/></a>")


def test_the_compiled_form_is_kept_with_the_answers(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEIKIT_CACHE_DIR", str(folder / "cache"))
    compiled: list[str] = []
    real = compiling.compile_grammar

    def counting(path: str, **settings: Any) -> Grammar:
        compiled.append(path)
        return real(path, **settings)

    monkeypatch.setattr(compiling, "compile_grammar", counting)
    (folder / "other.rng").write_text(f'<element name="other" {RNG}><empty/></element>')
    files = {ADDRESS: folder / "sub/d.rng", "https://example.org/s/c.rnc": folder / "sub/d.rng"}
    for _ in range(3):
        assert RelaxNG.from_file(folder / "a.rng", locate=files.get).is_valid(b"<a><d/><d/></a>")
    assert len(compiled) == 1
    files[ADDRESS] = folder / "other.rng"
    assert RelaxNG.from_file(folder / "a.rng", locate=files.get).is_valid(b"<a><other/><d/></a>")
    assert len(compiled) == 2, "another answer"
    (folder / "other.rng").write_text(f'<element name="new" {RNG}><empty/></element>')
    assert RelaxNG.from_file(folder / "a.rng", locate=files.get).is_valid(b"<a><new/><d/></a>")
    assert len(compiled) == 3, "another file"
    for locate in (None, {ADDRESS: folder / "other.rng"}.get):
        with pytest.raises(SchemaError):
            RelaxNG.from_file(folder / "a.rng", locate=locate)


def test_an_address_without_a_file_is_an_error_with_a_way_out(folder: Path) -> None:
    with pytest.raises(SchemaError) as caught:
        RelaxNG.from_file(folder / "a.rng", locate=lambda _: None)
    first, second = caught.value.diagnostics
    assert (first.code.id, second.code.id) == ("RNS021", "RNS021")
    assert f"teikit schema fetch {ADDRESS}" in (first.hint or "")


def test_validation_asks_the_store(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEIKIT_STORE_DIR", str(folder / "store"))
    for name in ("b.rng", "c.rnc"):
        Store(folder / "store").put(from_disk(str(folder / name), f"http://example.org/s/{name}").items)
    (folder / "x.xml").write_text("<a><b><d/></b><c/></a>")
    options = Options(folder / "a.rng", layers=("rng",))
    [found] = validate_files([(folder / "x.xml").as_posix()], options)
    assert [(each.code.id, each.location.column) for each in found.diagnostics] == [("RNG011", 15)]
