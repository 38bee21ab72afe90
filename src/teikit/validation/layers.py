"""One document through all layers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from teikit.diagnostics import Diagnostic, DocumentError, TeikitError
from teikit.rng import RelaxNG
from teikit.validation.association import schema_of
from teikit.xml import Document, load

LAYERS = ("xml", "rng", "checks")
"""The layers, in the order in which they run. `xml` always runs: nothing else can without it."""


class Options(NamedTuple):
    """How to validate: the schema given by the user (or None), and the layers to run."""

    schema: Path | None = None
    layers: tuple[str, ...] = LAYERS


_DEFAULT = Options()


def iter_diagnostics(source: str | Path | Document, options: Options = _DEFAULT) -> Iterator[Diagnostic]:
    """Yield what is wrong with a document, layer by layer.

    Raises `SchemaError` where its schema is not one, `TeikitError` where a file cannot be read.
    """
    try:
        document = source if isinstance(source, Document) else load(source)
    except DocumentError as error:
        yield from error.diagnostics
        return
    if "rng" in options.layers:
        schema = schema_of(document, options.schema)
        if isinstance(schema, Diagnostic):
            yield schema
        else:
            compiled = _compiled(schema, _stamp(schema))
            if isinstance(compiled, TeikitError):
                raise compiled
            yield from compiled.iter_diagnostics(document)
    if "checks" in options.layers:
        from teikit import checks

        yield from checks.run(document)


def validate(source: str | Path | Document, *, schema: str | Path | None = None) -> list[Diagnostic]:
    """Return what is wrong with a document, sorted by line, column and code; an empty list if nothing is.

    `schema` is a RELAX NG schema, instead of the one that the document or its project names.
    """
    options = Options(Path(schema) if schema else None)
    return sorted(iter_diagnostics(source, options), key=lambda diagnostic: diagnostic.sort_key)


def _stamp(schema: Path) -> int:
    """Return when a file was changed last: a process that lives long must see it."""
    try:
        return schema.stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=16)
def _compiled(schema: Path, stamp: int) -> RelaxNG | TeikitError:
    """Compile a schema once, or fail once: a thousand documents may name the same faulty one."""
    try:
        return RelaxNG.from_file(schema)
    except TeikitError as error:
        return error
