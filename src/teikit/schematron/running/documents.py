"""The documents that rules may ask for: XML files below the folder of the schema or of the document, and no others."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from teikit.diagnostics import TeikitError
from teikit.xml import Document, load

MOST_DOCUMENTS = 200
"""How many documents the rules may ask for while one document is validated."""


def find(uri: str, schema: str, document: str) -> Document | None:
    """Return the document with a URI, None where there is none that may be read.

    `schema` and `document` are the paths of the schema and of the document that is validated.
    """
    path = _path(uri)
    if path is None:
        return None
    real = os.path.realpath(path)
    if not any(_is_below(real, os.path.realpath(each)) for each in (schema, document)):
        return None
    try:
        return _loaded(path, real, Path(real).stat().st_mtime_ns)
    except (TeikitError, OSError, ValueError):
        return None


@lru_cache(maxsize=16)
def _loaded(path: str, real: str, changed: int) -> Document:
    """Load a file once as long as it does not change: the rules may ask for a register with every document."""
    return load(real, path=path)


def _is_below(path: str, file: str) -> bool:
    folder = os.path.dirname(file)  # noqa: PTH120
    return path.startswith(folder.rstrip(os.sep) + os.sep)


def _path(uri: str) -> str | None:
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    path = unquote(parts.path)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost") or "\0" in path:
        return None
    # On Windows: /C:/folder.
    return path[1:] if os.name == "nt" and path[2:3] == ":" else path
