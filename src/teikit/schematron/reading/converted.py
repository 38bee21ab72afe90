"""Schematron in forms that have to be converted first: RELAX NG in the compact syntax, and ODD.

The places of expressions are looked for in the file itself, by their text.
"""

from __future__ import annotations

import os
import re

from teikit.diagnostics import SchemaError
from teikit.schematron.model import SCH
from teikit.schematron.reading.embedded import top_of_grammar
from teikit.schematron.reading.includes import Found, children
from teikit.schematron.reading.schema import Top
from teikit.schematron.reading.sources import Files, text_of_compact
from teikit.xml import load
from teikit.xml.source import to_utf8

_INCLUDING = re.compile(r"""\b(?:include|external)\s*["'\\]""")


def top_of_compact(files: Files, path: str, data: bytes) -> Top:
    """Return the Schematron among the annotations of a grammar in the compact syntax."""
    original = text_of_compact(data)
    if SCH not in original and not _INCLUDING.search(original):
        empty = load(b"<empty/>", path=path)
        return Top(files.source(path, empty, {}, original), {}, [], True)
    document, original = files.compact(path, data)
    return top_of_grammar(files, files.source(path, document, {}, original))


def top_of_odd(files: Files, path: str, data: bytes, tei_source: str | None) -> Top:
    """Return the Schematron of an ODD: its own constraints and those of what it builds on.

    `tei_source` is the file that stands for the TEI where the ODD names no other.
    """
    from teikit.diagnostics import DiagnosedError
    from teikit.odd.compile import compile_odd

    try:
        compiled = compile_odd(path, tei_source=tei_source).sch
    except DiagnosedError as error:
        raise SchemaError(error.diagnostics) from None
    document = load(compiled, path=path, limits=files.limits)
    original = to_utf8(data, path).decode("utf-8")
    source = files.source(path, document, {}, original)
    found = Found(document.root, source, (os.path.realpath(path),))
    return Top(source, {"queryBinding": "xslt3"}, [*children(files, found)], False)
