"""The `metadata` of an InvenioRDM record, the software of Zenodo.

Only ids of vocabularies that every InvenioRDM has are used: roles, kinds of titles and dates, languages (ISO 639-3).
The schema asks for a creator and a date of publication; where the edition has none, they are left out, and the server
says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from teikit.deposit.metadata import Agent, Funder, Identifier, Metadata, Place
from teikit.deposit.metadata.vocabularies.languages import iso639_3
from teikit.deposit.records.wording import (
    codes_of_languages,
    contributor_types,
    full,
    is_listed,
    licence_address,
    plain,
    responsibilities,
)

_PERSON_SCHEMES = ("orcid", "isni", "gnd", "ror")
_PLACE_SCHEMES = ("geonames", "wikidata")
_TITLES = {"sub": "subtitle", "alt": "alternative-title", "main": "translated-title"}
_LONGEST_VERSION = 191
_SHORTEST = 3


def to_dict(metadata: Metadata) -> dict[str, Any]:
    """Return the metadata."""
    return full(
        {
            "resource_type": {"id": "dataset"},
            "title": metadata.title,
            "additional_titles": _titles(metadata),
            "creators": [_creator(agent) for agent in metadata.creators()],
            "contributors": [
                {**_agent(agent), "role": {"id": kind.lower()}}
                for agent in metadata.agents
                for kind in contributor_types(agent)
            ],
            "publisher": "; ".join(each.name for each in metadata.publishers),
            "publication_date": plain(metadata.publication_date),
            "description": _html(metadata.abstracts[0].text) if metadata.abstracts else "",
            "additional_descriptions": list(_descriptions(metadata)),
            "subjects": [{"subject": words} for words in dict.fromkeys(each.words for each in metadata.keywords)],
            "dates": list(_dates(metadata)),
            "languages": [{"id": code} for code in codes_of_languages(metadata)],
            "identifiers": _identifiers(metadata),
            "related_identifiers": list(_related(metadata)),
            "references": [{"reference": each.title} for each in metadata.relations if not each.target and each.title],
            "formats": ["application/tei+xml"],
            "version": metadata.version[:_LONGEST_VERSION],
            "rights": _rights(metadata),
            "locations": {"features": [_location(place) for place in metadata.places]} if metadata.places else {},
            "funding": [_funding(funder) for funder in metadata.funders],
        }
    )


def _titles(metadata: Metadata) -> list[dict[str, Any]]:
    found = []
    for title in metadata.titles[1:]:
        code = iso639_3(title.language)
        if len(title.text) >= _SHORTEST:
            kind = {"id": _TITLES.get(title.kind, "other")}
            found.append(full({"title": title.text, "type": kind, "lang": {"id": code} if code else {}}))
    return found


def _creator(agent: Agent) -> dict[str, Any]:
    kinds = contributor_types(agent)
    is_author = any(role.element in ("author", "creator") for role in agent.roles)
    return {**_agent(agent), **({} if is_author or not kinds else {"role": {"id": kinds[0].lower()}})}


def _agent(agent: Agent) -> dict[str, Any]:
    found: dict[str, str] = {}
    for each in agent.identifiers:
        if each.scheme in _PERSON_SCHEMES:
            found.setdefault(each.scheme, each.value)
    identifiers = [{"scheme": scheme, "identifier": value} for scheme, value in found.items()]
    if agent.kind == "person":
        # A family name is demanded: of a name that nobody took apart, the whole.
        names = {"type": "personal", "family_name": agent.family or agent.name, "given_name": agent.given}
    else:
        names = {"type": "organizational", "name": agent.name}
    affiliations = [{"name": agent.affiliation}] if agent.affiliation else []
    return full({"person_or_org": full({**names, "identifiers": identifiers}), "affiliations": affiliations})


def _descriptions(metadata: Metadata) -> Iterator[dict[str, Any]]:
    for abstract in metadata.abstracts[1:]:
        code = iso639_3(abstract.language)
        kind = {"id": "abstract"}
        yield full({"description": _html(abstract.text), "type": kind, "lang": {"id": code} if code else {}})
    if metadata.project_description and all(each.text != metadata.project_description for each in metadata.abstracts):
        yield {"description": _html(metadata.project_description), "type": {"id": "methods"}}
    if said := responsibilities(metadata):
        yield {"description": _html(f"Responsibilities: {said}"), "type": {"id": "other"}}
    if metadata.sources:
        yield {"description": _html(f"Manuscripts: {'; '.join(metadata.sources)}"), "type": {"id": "other"}}


def _html(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"<p>{each}</p>" for each in escaped.split("\n\n") if each.strip())


def _dates(metadata: Metadata) -> Iterator[dict[str, Any]]:
    for period in metadata.periods:
        if covered := plain(period.edtf):
            description = "Temporal coverage of the texts"
            yield {"date": covered, "type": {"id": "other"}, "description": description}


def _identifiers(metadata: Metadata) -> list[dict[str, str]]:
    """Return the other identifiers, one for each scheme and value; the DOI belongs to the record, not in here."""
    found = []
    for each in metadata.identifiers:
        if each.scheme != "doi":
            scheme, value = _scheme(each)
            found.append({"scheme": scheme, "identifier": value})
    return found


def _scheme(identifier: Identifier) -> tuple[str, str]:
    """Return a scheme that InvenioRDM knows, and the value in its form."""
    value, lower = identifier.value, identifier.value.casefold()
    if identifier.scheme in ("doi", "isbn", "issn"):
        return identifier.scheme, value
    if "://hdl.handle.net/" in lower:
        return "handle", value.partition("hdl.handle.net/")[2]
    if identifier.scheme == "local":
        return "other", value
    for prefix in ("urn", "ark"):
        if lower.startswith(f"{prefix}:"):
            return prefix, value
    return "url", identifier.uri


def _related(metadata: Metadata) -> Iterator[dict[str, Any]]:
    """Yield the relations; the single documents are not among them: their number has no limit."""
    for each in metadata.relations:
        if each.target and each.kind != "HasPart":
            scheme, value = _scheme(Identifier(each.scheme, each.target))
            yield {"identifier": value, "scheme": scheme, "relation_type": {"id": each.kind.lower()}}


def _rights(metadata: Metadata) -> list[dict[str, Any]]:
    licence = metadata.licence
    if licence is None:
        return []
    if is_listed(licence.spdx):
        return [{"id": licence.spdx.lower()}]
    address = licence_address(metadata)
    title = licence.name or address
    return [full({"title": {"en": title}, "link": address if address.startswith("http") else ""})] if title else []


def _location(place: Place) -> dict[str, Any]:
    found = {each.scheme: each.value for each in reversed(place.identifiers) if each.scheme in _PLACE_SCHEMES}
    point = {} if place.latitude is None else {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    identifiers = [{"scheme": scheme, "identifier": value} for scheme, value in found.items()]
    return full({"place": place.name, "geometry": point, "identifiers": identifiers})


def _funding(funder: Funder) -> dict[str, Any]:
    """Return who paid. The name is given, not an id: which ids a server knows depends on its vocabularies."""
    if not funder.grant:
        return {"funder": {"name": funder.name}}
    return {
        "funder": {"name": funder.name},
        "award": {"number": funder.grant, "title": {"en": funder.title or funder.grant}},
    }
