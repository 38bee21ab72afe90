"""Compiling an ODD in one call."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from teikit.diagnostics import Diagnostic
from teikit.odd.model import Specs
from teikit.odd.resolve import resolve_odd
from teikit.odd.to_rnc import to_rnc
from teikit.odd.to_rng import to_rng
from teikit.odd.to_schematron import to_schematron


class CompiledOdd:
    """A customization, resolved; each form of the schema is made when it is first asked for.

    `specs` is the schema as values, `diagnostics` are warnings about the ODD, in the order of their places.
    """

    def __init__(self, specs: Specs, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.specs = specs
        self.diagnostics = diagnostics

    @cached_property
    def rng(self) -> bytes:
        """The schema in RELAX NG, XML syntax, as UTF-8."""
        return to_rng(self.specs)

    @cached_property
    def rnc(self) -> bytes:
        """The schema in RELAX NG, compact syntax, as UTF-8."""
        return to_rnc(self.specs)

    @cached_property
    def sch(self) -> bytes:
        """The constraints in ISO Schematron, as UTF-8."""
        return to_schematron(self.specs)


def compile_odd(path: str | Path, *, tei_source: str | Path | None = None) -> CompiledOdd:
    """Read an ODD, and all it builds on.

    `tei_source` is the file (`p5subset.xml`) that stands for the TEI where the ODD names no other source. Raises
    `SchemaError`, with its diagnostics, where no schema can be made; `DocumentError` where the ODD is not well-formed;
    `TeikitError` where there is no such file.
    """
    resolved = resolve_odd(path, tei_source=tei_source)
    return CompiledOdd(resolved.specs, resolved.diagnostics)
