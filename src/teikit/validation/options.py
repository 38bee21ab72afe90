"""How to validate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from teikit.resolve import Resolver

LAYERS = ("xml", "rng", "xsd", "schematron", "checks")
"""The layers, in the order in which they run. `xml` always runs: nothing else can without it."""


class Options(NamedTuple):
    """How to validate: the schemas that the user gave, and the layers to run.

    `schema` (RELAX NG), `schematron` and `xsd` take the place of what a document or its project names; `phase` is the
    phase of every Schematron schema ('' for each one's own), `group` the `xml-model` instructions that count.
    `check_ids`: IDs and IDREFs, as DTD compatibility asks; `xinclude`: includes of files below the project's root (else
    the document's folder) are resolved; `cached`: what is compiled or found out is kept on disk; `resolver`: where
    addresses of schemas are looked up (None: the user's catalogs and store).
    """

    schema: Path | None = None
    layers: tuple[str, ...] = LAYERS
    check_ids: bool = True
    xinclude: bool = True
    cached: bool = True
    resolver: Resolver | None = None
    group: str = ""
    schematron: tuple[Path, ...] = ()
    xsd: Path | None = None
    phase: str = ""

    @property
    def is_grammar_only(self) -> bool:
        """Whether one given grammar is all that is asked for: then a document is streamed, and no tree is built."""
        return self.schema is not None and set(self.layers) <= {"xml", "rng"}
