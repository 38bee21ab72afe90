"""Which schema a document is validated with: given, configured, declared, bundled, none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.running import MINIMAL

from teikit import resources
from teikit.diagnostics import Diagnostic
from teikit.validation import Options, iter_diagnostics, validate, validate_files
from teikit.validation.association import schema_of
from teikit.xml import load

GRAMMAR = '<element name="{}" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("given", "configured", "declared"):
        (tmp_path / f"{name}.rng").write_text(GRAMMAR.format(name))
    (tmp_path / "a.xml").write_text(f'<?xml-model href="declared.rng"?>\n{MINIMAL.format("<p/>")}')
    return tmp_path


def chosen(folder: Path, given: Path | None = None) -> Path | Diagnostic:
    return schema_of(load(folder / "a.xml"), given)


def name(found: Path | Diagnostic) -> str:
    assert isinstance(found, Path)
    return found.name


def test_the_order_of_the_contract(folder: Path) -> None:
    assert name(chosen(folder)) == "declared.rng"
    (folder / "teikit.toml").write_text('[[schema]]\nmatch = "*.xml"\nrng = "configured.rng"')
    assert name(chosen(folder)) == "configured.rng"
    assert name(chosen(folder, folder / "given.rng")) == "given.rng"
    (folder / "teikit.toml").write_text('[[schema]]\nmatch = "letters/*.xml"\nrng = "configured.rng"')
    assert name(chosen(folder)) == "declared.rng"


def test_a_project_of_ours_has_the_bundled_schema(folder: Path) -> None:
    (folder / "a.xml").write_text(MINIMAL.format("<p/>"))
    missing = chosen(folder)
    assert isinstance(missing, Diagnostic)
    assert (missing.code.id, bool(missing.hint)) == ("RNG001", True)
    (folder / "teikit.toml").write_text("")
    assert chosen(folder) == resources.schema("teikit.rng")
    (folder / "a.xml").write_text("<other/>")
    other = chosen(folder)
    assert isinstance(other, Diagnostic)


@pytest.mark.parametrize("href", ["gone.rng", "https://example.org/a.rng", "http://[x", "%00.rng", f"{'x' * 4000}.rng"])
def test_a_declared_schema_that_cannot_be_had_is_an_error(folder: Path, href: str) -> None:
    (folder / "a.xml").write_text(
        f'<?xml version="1.0"?>\n<?xml-model href="{href}" schematypens="'
        f'http://relaxng.org/ns/structure/1.0"?>\n{MINIMAL.format("<p/>")}'
    )
    found = chosen(folder)
    assert isinstance(found, Diagnostic)
    assert (found.code.id, found.location.line, bool(found.hint)) == ("RNG002", 2, True)
    assert href in found.message


def test_a_configured_schema_that_is_gone_is_an_error_not_silence(folder: Path) -> None:
    (folder / "teikit.toml").write_text('[[schema]]\nmatch = "**"\nrng = "gone.rng"')
    found = chosen(folder)
    assert isinstance(found, Diagnostic)
    assert found.code.id == "RNG002"
    assert found.location.path == (folder / "a.xml").as_posix()


def test_the_python_functions(folder: Path) -> None:
    assert [each.code.id for each in validate(folder / "a.xml")] == ["RNG012"]
    assert [each.code.id for each in validate(folder / "a.xml", schema=folder / "given.rng")] == ["RNG012"]
    assert validate(folder / "a.xml", schema=resources.schema("teikit.rng")) == []
    assert list(iter_diagnostics(load(folder / "a.xml"), Options(layers=("xml",)))) == []
    (folder / "b.xml").write_text("<a>")
    assert [each.code.id for each in validate(folder / "b.xml")] == ["XML003"]


def test_many_files_each_with_its_own_fate(folder: Path) -> None:
    (folder / "b.xml").write_text("<a>")
    paths = [(folder / name).as_posix() for name in ("a.xml", "b.xml", "gone.xml")]
    first, second, third = validate_files(paths, Options(schema=resources.schema("teikit.rng")))
    assert (first.diagnostics, first.failure, first.checked) == ((), None, True)
    assert (second.diagnostics[0].code.id, second.checked) == ("XML003", True)
    assert third.failure is not None
    assert (third.diagnostics, third.checked) == ((), False)
    [faulty] = validate_files(paths[:1], Options(schema=folder / "a.xml"))
    assert ([each.code.id for each in faulty.diagnostics], faulty.checked) == (["RNS002"], False)


def test_a_schema_that_was_changed_is_read_again(folder: Path) -> None:
    schema = folder / "given.rng"
    (folder / "b.xml").write_text("<given/>")
    assert validate(folder / "b.xml", schema=schema) == []
    schema.write_text(GRAMMAR.format("other"))
    os.utime(schema, ns=(0, 0))
    assert [each.code.id for each in validate(folder / "b.xml", schema=schema)] == ["RNG012"]
