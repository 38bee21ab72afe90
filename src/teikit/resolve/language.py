"""The schema language of a file, where what names it does not say."""

from __future__ import annotations

import contextlib
from pathlib import Path
from xml.parsers import expat

from teikit.resolve.xml_model import NAMESPACES, Kind

_PIECE = 4096
_MOST = 1 << 20
"""Bytes of a file that are looked at."""


def language_of(path: Path) -> Kind:
    """Return the schema language of a file by the namespace of its root; `Kind.OTHER` where that is none."""
    names: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, _: names.append(name)
    with contextlib.suppress(OSError, expat.ExpatError), path.open("rb") as file:
        while not names and file.tell() < _MOST and (piece := file.read(_PIECE)):
            parser.Parse(piece, False)
    return NAMESPACES.get(names[0].rpartition(" ")[0], Kind.OTHER) if names else Kind.OTHER
