"""A W3C XML Schema: the door to everything in this package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from teikit import cache as disk
from teikit.diagnostics import Diagnostic
from teikit.xsd import cache
from teikit.xsd.building.build import build
from teikit.xsd.building.files import Locate, gather
from teikit.xsd.building.models import Models
from teikit.xsd.reading.read import Reading

if TYPE_CHECKING:
    from xmlschema import XMLSchemaBase

    from teikit.xml import Document


class XmlSchema:
    """A built schema: `version` is `1.0` or `1.1`, `files` are those it was made of, with digests of their bytes."""

    def __init__(self, path: str, schema: XMLSchemaBase, files: tuple[tuple[str, str], ...]) -> None:
        self.path = path
        self.files = files
        self.version = str(schema.XSD_VERSION)
        self._schema = schema
        self._models = Models()

    @classmethod
    def from_file(cls, path: str | Path, *, cached: bool = True, locate: Locate | None = None) -> XmlSchema:
        """Build a schema with all that it includes and imports, offline.

        The version is what `vc:minVersion` and `vc:maxVersion` say, or the first of 1.0 and 1.1 in which the schema is
        correct. `locate` leads from an address as a schema writes it (or from the namespace of an import that has
        none), and the file that it stands in, to the file that is meant, or to None: then a path beside that file
        counts, and nothing on the network. With `cached` the built form is kept on disk.

        Raises `SchemaError` (with every fault in `.diagnostics`) where the schema is not correct or a part of it cannot
        be had, `DocumentError` where a part is not well-formed, `TeikitError` where there is no such file.
        """
        name = Path(path).as_posix()
        kept = cache.load(name, locate) if cached else None
        if kept is not None:
            return cls(name, *kept)
        files = gather(name, locate)
        digests = {file: disk.of_file(file) for file in files.paths}
        schema = build(files)
        if cached:
            cache.save(name, files, digests, schema)
        return cls(name, schema, tuple(digests.items()))

    def is_valid(self, document: Document) -> bool:
        """Return whether a document is valid."""
        return next(self.iter_diagnostics(document), None) is None

    def iter_diagnostics(self, document: Document) -> Iterator[Diagnostic]:
        """Yield what is wrong with a document, in its order; after a thousand faults the rest is not looked for."""
        yield from Reading(self._schema, self._models, document).diagnostics()
