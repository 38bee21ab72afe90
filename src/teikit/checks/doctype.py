"""A DOCTYPE, and what it declares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from teikit.diagnostics import Code, Diagnostic, Location, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI028",
    "doctype",
    Severity.INFO,
    "a DOCTYPE, or entities that it declares",
    "XML 1.0, §2.8 and §4; TEI P5 Guidelines, chapter v (A Gentle Introduction to XML)",
    Page(
        "a document with a `<!DOCTYPE …>`, with the number of the entities that it declares.",
        "TEI P5 needs none: its schemas are RELAX NG, its characters Unicode. A DTD is not read by everybody, so the "
        "document is not the same to all; archives refuse it.",
        '<!DOCTYPE TEI [<!ENTITY mary "Mary Dedalus">]>\n'
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&mary;</p></body></text></TEI>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Mary Dedalus</p></body></text></TEI>',
        "XML006",
    ),
)

_BEFORE = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield one diagnostic where a document has a DOCTYPE."""
    # The stubs of lxml lack what it knows of a DTD.
    information: Any = document.tree.docinfo
    if not information.doctype:
        return
    before = _BEFORE.match(document.data)
    line, column = document.place(before.end() if before else 0)
    dtd = information.internalDTD
    entities = 0 if dtd is None else len(list(dtd.iterentities()))
    declared = f" and declares {entities} entit{'ies' if entities > 1 else 'y'}" if entities else ""
    message = f"the document has a DOCTYPE{declared}"
    hint = "name the schema with xml-model, write characters themselves, and remove the DOCTYPE"
    yield Diagnostic.of(CODE, Location(document.path, line, column), message, hint=hint, length=len("<!DOCTYPE"))
