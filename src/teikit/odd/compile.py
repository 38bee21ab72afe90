"""Compiling an ODD in one call."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from teikit.diagnostics import Diagnostic, SchemaError
from teikit.odd.grammar.restrictions import faults_of
from teikit.odd.model import Specs
from teikit.odd.resolve import resolve_odd
from teikit.odd.to_rng import grammar_of, serialise
from teikit.odd.to_schematron import to_schematron
from teikit.resolve import Resolver
from teikit.rng.syntax import parsed, to_compact

if TYPE_CHECKING:
    from teikit.odd.to_xsd import Xsd


class CompiledOdd:
    """A customization, resolved; each form of the schema is written when it is first asked for.

    `specs` is the schema as values, `diagnostics` are warnings about the ODD, in the order of their places.
    """

    def __init__(self, specs: Specs, grammar: etree._Element, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.specs = specs
        self.diagnostics = diagnostics
        self._grammar = grammar

    @cached_property
    def rng(self) -> bytes:
        """The schema in RELAX NG, XML syntax, as UTF-8."""
        return serialise(self._grammar)

    @cached_property
    def rnc(self) -> bytes:
        """The schema in RELAX NG, compact syntax, as UTF-8."""
        return to_compact(parsed("compiled.rng", self.rng)).encode("utf-8")

    @cached_property
    def sch(self) -> bytes:
        """The constraints in ISO Schematron, as UTF-8."""
        return to_schematron(self.specs)

    def xsd(self, stem: str) -> Xsd:
        """Return the schema in W3C XML Schema; the names of its files begin with `stem`."""
        from teikit.odd.to_xsd import to_xsd

        return to_xsd(self.specs, self._grammar, stem)


def compile_odd(
    path: str | Path, *, tei_source: str | Path | None = None, resolver: Resolver | None = None
) -> CompiledOdd:
    """Read an ODD, and all it builds on.

    `tei_source` is the file (`p5subset.xml`) that stands for the TEI where the ODD names no other source; `resolver`
    finds sources by their addresses (None: the user's catalogs and store). Raises `SchemaError`, with its diagnostics,
    where no schema can be made; `DocumentError` where the ODD is not well-formed; `TeikitError` where there is no such
    file.
    """
    resolved = resolve_odd(path, tei_source=tei_source, resolver=resolver)
    grammar = grammar_of(resolved.specs)
    faults = list(faults_of(grammar, resolved.specs))
    if faults:
        raise SchemaError(faults)
    return CompiledOdd(resolved.specs, grammar, resolved.diagnostics)
