"""The documents that rules may ask for: XML files below the folder of the schema or of the document, and no others."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from teikit.diagnostics import TeikitError
from teikit.xml import Document, load

MOST_DOCUMENTS = 200
"""How many documents the rules may ask for while one document is validated."""


class Documents:
    """Loads the documents that rules ask for; each is read once as long as its file does not change."""

    def __init__(self, schema: str) -> None:
        self.schema = schema
        self._loaded: dict[str, tuple[int, Document]] = {}

    def get(self, uri: str, document: str) -> Document | None:
        """Return a document, None where there is none that may be read; `document` is the one that is validated."""
        path = _path(uri)
        if path is None:
            return None
        real = os.path.realpath(path)
        folders = [os.path.dirname(os.path.realpath(each)) for each in (self.schema, document)]  # noqa: PTH120
        if not any(os.path.commonpath([folder, real]) == folder for folder in folders):
            return None
        try:
            changed = Path(real).stat().st_mtime_ns
            known = self._loaded.get(path)
            if known is None or known[0] != changed:
                self._loaded[path] = known = (changed, load(real, path=path))
        except (TeikitError, OSError, ValueError):
            return None
        return known[1]


def _path(uri: str) -> str | None:
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme != "file" or parts.netloc not in ("", "localhost") or "\0" in unquote(parts.path):
        return None
    path = unquote(parts.path)
    # On Windows: /C:/folder.
    return path[1:] if os.name == "nt" and path[2:3] == ":" else path
