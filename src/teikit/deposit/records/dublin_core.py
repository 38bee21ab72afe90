"""Dublin Core: the fifteen elements (DCMES 1.1) in the wrapper that OAI-PMH calls `oai_dc`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from teikit.deposit.metadata import Agent, Metadata
from teikit.deposit.records.markup import Element, document, element
from teikit.deposit.records.wording import (
    FORMAT,
    address_of_relation,
    coverage,
    inverted,
    licence_address,
    role_words,
)

_ATTRIBUTES = {
    "xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
    ),
}


def to_xml(metadata: Metadata) -> str:
    """Return the record."""
    return document(element("oai_dc:dc", _elements(metadata), _ATTRIBUTES))


def _elements(metadata: Metadata) -> Iterator[Element]:
    for title in metadata.titles:
        yield element("dc:title", title.text, {"xml:lang": title.language})
    creators = metadata.creators()
    yield from _all("creator", (inverted(agent) for agent in creators))
    yield from _all("subject", (each.words for each in metadata.keywords))
    for abstract in metadata.abstracts:
        yield element("dc:description", abstract.text, {"xml:lang": abstract.language})
    yield from _all("publisher", (each.name for each in metadata.publishers))
    yield from _all("contributor", _contributors(metadata, creators))
    yield from _all("date", [metadata.publication_date])
    yield from _all("type", ["Dataset", "Text"])
    yield from _all("format", [FORMAT])
    yield from _all("identifier", (each.uri for each in metadata.identifiers))
    yield from _all("source", (*metadata.sources, *_related(metadata, "IsDerivedFrom")))
    yield from _all("language", (each.tag for each in metadata.languages))
    yield from _all("relation", _related(metadata))
    yield from _all("coverage", (*coverage(metadata), *(each.name for each in metadata.places)))
    if metadata.licence is not None:
        yield from _all("rights", (metadata.licence.name, licence_address(metadata)))


def _all(name: str, values: Iterable[str]) -> Iterator[Element]:
    for value in dict.fromkeys(values):
        if value:
            yield element(f"dc:{name}", value)


def _contributors(metadata: Metadata, creators: tuple[Agent, ...]) -> Iterator[str]:
    """Yield everyone who did something else than write or edit, with the words for it."""
    for agent in metadata.agents:
        more = [words for words in role_words(agent) if agent not in creators or words not in ("author", "editor")]
        if agent not in creators or more:
            yield f"{inverted(agent)} ({'; '.join(more)})" if more else inverted(agent)


def _related(metadata: Metadata, kind: str = "") -> Iterator[str]:
    for each in metadata.relations:
        if (each.kind == kind) if kind else (each.kind != "IsDerivedFrom"):
            yield address_of_relation(each) or each.title
