"""Small ODDs, compiled: what is the language of the schema?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from teikit.diagnostics import SchemaError
from teikit.odd import CompiledOdd, compile_odd

TEI = "http://www.tei-c.org/ns/1.0"


class Schema:
    """A compiled ODD that says which documents it accepts."""

    def __init__(self, compiled: CompiledOdd) -> None:
        self.compiled = compiled
        self.validator = etree.RelaxNG(etree.fromstring(compiled.rng))
        self.codes = [one.code.name for one in compiled.diagnostics]

    def accepts(self, fragment: str) -> bool:
        """Is this XML, in the TEI's namespace, in the language?"""
        element = etree.fromstring(f'<x xmlns="{TEI}">{fragment}</x>')[0]
        return bool(self.validator.validate(etree.ElementTree(element)))


def whole(declarations: str, attributes: str = 'ident="t" start="a"') -> str:
    return (
        f'<TEI xmlns="{TEI}" xmlns:rng="http://relaxng.org/ns/structure/1.0" '
        f'xmlns:sch="http://purl.oclc.org/dsdl/schematron"><schemaSpec {attributes}>{declarations}</schemaSpec></TEI>'
    )


Compile = Callable[..., Schema]
Write = Callable[..., Path]
Fail = Callable[..., list[str]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write an ODD of some declarations to a file."""

    def write_odd(declarations: str, attributes: str = 'ident="t" start="a"', name: str = "t.odd") -> Path:
        path = tmp_path / name
        path.write_text(whole(declarations, attributes), encoding="utf-8")
        return path

    return write_odd


@pytest.fixture
def schema(write: Write) -> Compile:
    """Compile an ODD of some declarations."""

    def compile_text(declarations: str, attributes: str = 'ident="t" start="a"', **options: Path) -> Schema:
        return Schema(compile_odd(write(declarations, attributes), **options))

    return compile_text


@pytest.fixture
def faults(write: Write) -> Fail:
    """Compile an ODD that cannot be compiled, and return the names of the codes with their lines."""

    def compile_text(declarations: str, attributes: str = 'ident="t" start="a"', **options: Path) -> list[str]:
        with pytest.raises(SchemaError) as caught:
            compile_odd(write(declarations, attributes), **options)
        return [one.code.name for one in caught.value.diagnostics]

    return compile_text
