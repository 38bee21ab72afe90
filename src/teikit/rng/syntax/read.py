"""Reading a schema in either syntax."""

from __future__ import annotations

from teikit.diagnostics import Diagnostic, DocumentError, SchemaError
from teikit.rng.syntax.node import Node
from teikit.rng.syntax.shape import check_shape
from teikit.rng.syntax.xml_reader import read_xml
from teikit.xml.limits import Limits
from teikit.xml.source import read_bytes, to_utf8


def read(path: str, limits: Limits | None = None) -> Node:
    """Return the tree of the schema in a file, in either syntax, as it stands there; files it includes are not read.

    Raises `SchemaError` with all diagnostics where it is not in the full syntax, `TeikitError` where there is no such
    file.
    """
    bounds = limits or Limits.from_environment()
    return parsed(path, read_bytes(path, bounds), bounds)


def parsed(path: str, data: bytes, limits: Limits | None = None) -> Node:
    """Return the tree of a schema, as `read` does, from its bytes; `path` says what it is called."""
    faults: list[Diagnostic] = []
    root = parse(data, path, limits or Limits.from_environment(), faults)
    if root is not None:
        root = check_shape(root, faults)
    if faults or root is None:
        raise SchemaError(faults)
    return root


def parse(data: bytes, path: str, limits: Limits, faults: list[Diagnostic]) -> Node | None:
    """Return the tree of a schema, or None where nothing can be made of it; faults are appended.

    A file whose name ends in `.rnc` is in the compact syntax, unless it begins as XML does.
    """
    if path.lower().endswith(".rnc"):
        from teikit.rng.syntax.compact.reader import read_compact

        return read_compact(data, path, limits, faults)
    try:
        return read_xml(to_utf8(data, path), path, limits, faults)
    except DocumentError as error:
        faults.extend(error.diagnostics)
        return None
