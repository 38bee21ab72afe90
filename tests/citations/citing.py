"""Small documents to cite from, written by hand for the tests."""

import json
from typing import Any

from teikit.citations import Bibliography, collect
from teikit.citations.bibliography import Citation
from teikit.xml import Document, load

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>Test</title></titleStmt><publicationStmt><p/></publicationStmt>"
    "<sourceDesc>{source}</sourceDesc></fileDesc><encodingDesc><listPrefixDef>"
    '<prefixDef ident="bib" matchPattern="(.+)" replacementPattern="../registers/bib.xml#$1"/>'
    "</listPrefixDef></encodingDesc></teiHeader>"
)


def document(body: str, *, name: str = "documents/a.xml", source: str = "<p/>") -> tuple[str, Document]:
    """A TEI document with this body, and its path."""
    header = HEADER.format(source=source)
    xml = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{body}</body></text></TEI>'
    return name, load(xml.encode(), path=name)


def cited(body: str, **registers: str) -> Bibliography:
    """What a document cites; `registers` are bodies of register files by their names without `.xml`."""
    found = dict(document(body, name=f"registers/{name}.xml") for name, body in registers.items())
    return collect([document(body)], found)


def only(body: str, **registers: str) -> Citation:
    """The one citation of a document."""
    citations = cited(body, **registers).citations
    assert len(citations) == 1
    return citations[0]


def fields(body: str, **registers: str) -> dict[str, Any]:
    """The CSL fields of the one citation of a document."""
    return dict(only(body, **registers).fields)


def csl(bibliography: Bibliography) -> list[dict[str, Any]]:
    """The CSL-JSON of a bibliography, parsed again."""
    from teikit.citations import to_csl_json

    items: list[dict[str, Any]] = json.loads(to_csl_json(bibliography))
    return items
