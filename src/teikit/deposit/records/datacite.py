"""DataCite Metadata Schema, kernel 4, version 4.5: JSON and XML.

Where a demanded value is missing, `:unav` stands for creator and publisher, and `:tba` for the DOI in XML, as the
schema's documentation allows. The year of publication has no such value: without it the record is not valid, so whoever
publishes an edition without a date gives `publication_date` first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from teikit.deposit.metadata import Agent, Funder, Identifier, Metadata, Place, Relation
from teikit.deposit.records.markup import Element, document, element
from teikit.deposit.records.wording import (
    FORMAT,
    KIND,
    UNAVAILABLE,
    contributor_types,
    full,
    inverted,
    json_text,
    language,
    licence_address,
    plain,
    responsibilities,
    year_of,
)

VERSION = "4.5"
NAMESPACE = "http://datacite.org/schema/kernel-4"

_SCHEMES = {
    "orcid": ("ORCID", "https://orcid.org"),
    "gnd": ("GND", "https://d-nb.info/gnd/"),
    "viaf": ("VIAF", "https://viaf.org"),
    "wikidata": ("Wikidata", "https://www.wikidata.org"),
    "isni": ("ISNI", "https://isni.org"),
    "ror": ("ROR", "https://ror.org"),
}
_TITLES = {"sub": "Subtitle", "alt": "AlternativeTitle", "main": "TranslatedTitle"}


def to_dict(metadata: Metadata) -> dict[str, Any]:
    """Return the record as DataCite's JSON."""
    return full(
        {
            "doi": metadata.doi,
            "types": {"resourceTypeGeneral": "Dataset", "resourceType": KIND},
            "creators": [_person(agent) for agent in metadata.creators()] or [{"name": UNAVAILABLE}],
            "titles": _unique(_titles(metadata)) or [{"title": UNAVAILABLE}],
            "publisher": _publisher(metadata),
            "publicationYear": year_of(metadata.publication_date),
            "subjects": _unique(
                full({"subject": each.words, "subjectScheme": each.scheme, "valueUri": each.uri})
                for each in metadata.keywords
            ),
            "contributors": [
                {"contributorType": kind, **_person(agent)}
                for agent in metadata.agents
                for kind in contributor_types(agent)
            ],
            "dates": _unique(_dates(metadata)),
            "language": language(metadata),
            "alternateIdentifiers": _unique(
                {"alternateIdentifier": each.value, "alternateIdentifierType": _alternate(each)}
                for each in metadata.identifiers
                if each.value != metadata.doi
            ),
            "relatedIdentifiers": [_related(each) for each in metadata.relations if each.target],
            "relatedItems": _unique(_item(each) for each in metadata.relations if not each.target),
            "formats": [FORMAT],
            "version": metadata.version,
            "rightsList": _rights(metadata),
            "descriptions": _unique(_descriptions(metadata)),
            "geoLocations": _unique(map(_geo_location, metadata.places)),
            "fundingReferences": _unique(map(_funding, metadata.funders)),
            "schemaVersion": NAMESPACE,
        }
    )


def to_json(metadata: Metadata) -> str:
    """Return the record as DataCite's JSON, as text."""
    return json_text(to_dict(metadata))


def _unique(values: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return each value once, in their order: the schema allows no two equal ones."""
    return list({json.dumps(each): each for each in values}.values())


def _person(agent: Agent) -> dict[str, Any]:
    identifiers = [
        {
            "nameIdentifier": each.uri,
            "nameIdentifierScheme": _SCHEMES[each.scheme][0],
            "schemeUri": _SCHEMES[each.scheme][1],
        }
        for each in agent.identifiers
        if each.scheme in _SCHEMES
    ]
    return full(
        {
            "name": inverted(agent),
            "nameType": "Personal" if agent.kind == "person" else "Organizational",
            "givenName": agent.given,
            "familyName": agent.family,
            "nameIdentifiers": identifiers,
            "affiliation": [{"name": agent.affiliation}] if agent.affiliation else [],
        }
    )


def _titles(metadata: Metadata) -> Iterator[dict[str, str]]:
    for at, title in enumerate(metadata.titles):
        kind = "" if at == 0 else _TITLES.get(title.kind, "Other")
        yield full({"title": title.text, "titleType": kind, "lang": title.language})


def _publisher(metadata: Metadata) -> dict[str, str]:
    if len(metadata.publishers) != 1:
        return {"name": "; ".join(each.name for each in metadata.publishers) or UNAVAILABLE}
    only = metadata.publishers[0]
    found = next((each for each in only.identifiers if each.scheme in _SCHEMES), None)
    if found is None:
        return {"name": only.name}
    scheme, uri = _SCHEMES[found.scheme]
    return {
        "name": only.name,
        "publisherIdentifier": found.uri,
        "publisherIdentifierScheme": scheme,
        "schemeUri": uri,
    }


def _dates(metadata: Metadata) -> Iterator[dict[str, str]]:
    if published := plain(metadata.publication_date):
        yield {"date": published, "dateType": "Issued"}
    for period in metadata.periods:
        if covered := plain(period.edtf):
            # Version 4.5 has no date type for what the texts cover.
            yield {"date": covered, "dateType": "Other", "dateInformation": "Temporal coverage of the texts"}


def _alternate(identifier: Identifier) -> str:
    return "local" if identifier.scheme == "local" else _identifier_type(identifier)


def _identifier_type(identifier: Identifier) -> str:
    value = identifier.value.casefold()
    if identifier.scheme in ("doi", "isbn", "issn"):
        return identifier.scheme.upper()
    if value.startswith(("https://hdl.handle.net/", "http://hdl.handle.net/")):
        return "Handle"
    return "URN" if value.startswith("urn:") else "ARK" if value.startswith("ark:") else "URL"


def _related(relation: Relation) -> dict[str, str]:
    identifier = Identifier(relation.scheme, relation.target)
    kind = _identifier_type(identifier)
    target = identifier.value if kind in ("DOI", "ISBN", "ISSN") else identifier.uri
    if kind == "Handle":
        target = target.partition("hdl.handle.net/")[2]
    return {"relatedIdentifier": target, "relatedIdentifierType": kind, "relationType": relation.kind}


def _item(relation: Relation) -> dict[str, Any]:
    return {"relatedItemType": "Text", "relationType": relation.kind, "titles": [{"title": relation.title}]}


def _rights(metadata: Metadata) -> list[dict[str, str]]:
    licence = metadata.licence
    if licence is None:
        return []
    known = (
        {
            "rightsIdentifier": licence.spdx,
            "rightsIdentifierScheme": "SPDX",
            "schemeUri": "https://spdx.org/licenses/",
        }
        if licence.spdx
        else {}
    )
    return [full({"rights": licence.name, "rightsUri": licence_address(metadata), **known})]


def _descriptions(metadata: Metadata) -> Iterator[dict[str, str]]:
    for abstract in metadata.abstracts:
        yield full({"description": abstract.text, "descriptionType": "Abstract", "lang": abstract.language})
    if metadata.project_description and all(each.text != metadata.project_description for each in metadata.abstracts):
        yield {"description": metadata.project_description, "descriptionType": "Methods"}
    if said := responsibilities(metadata):
        yield {"description": f"Responsibilities: {said}", "descriptionType": "Other"}
    if metadata.sources:
        yield {"description": f"Manuscripts: {'; '.join(metadata.sources)}", "descriptionType": "Other"}


def _geo_location(place: Place) -> dict[str, Any]:
    point = {} if place.latitude is None else {"pointLongitude": place.longitude, "pointLatitude": place.latitude}
    return full({"geoLocationPlace": place.name, "geoLocationPoint": point})


def _funding(funder: Funder) -> dict[str, str]:
    known = {"ror": "ROR", "isni": "ISNI"}
    found = next((each for each in funder.identifiers if each.scheme in known), None)
    found = found or next((each for each in funder.identifiers if each.scheme != "local"), None)
    return full(
        {
            "funderName": funder.name,
            "funderIdentifier": found.uri if found else "",
            "funderIdentifierType": known.get(found.scheme, "Other") if found else "",
            "awardNumber": funder.grant,
            "awardTitle": funder.title,
        }
    )


def to_xml(metadata: Metadata) -> str:
    """Return the record as DataCite's XML."""
    record = to_dict(metadata)
    attributes = {
        "xmlns": NAMESPACE,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": f"{NAMESPACE} https://schema.datacite.org/meta/kernel-{VERSION}/metadata.xsd",
    }
    return document(element("resource", _elements(record), attributes))


def _elements(record: dict[str, Any]) -> Iterator[Element]:
    yield element("identifier", record.get("doi", ":tba"), {"identifierType": "DOI"})
    yield element("creators", (element("creator", _of_person(each, "creatorName")) for each in record["creators"]))
    yield element("titles", (_with(each, "title", ("titleType",)) for each in record["titles"]))
    publisher = record["publisher"]
    known = ("publisherIdentifier", "publisherIdentifierScheme", "schemeURI")
    yield _with({**publisher, "publisher": publisher["name"]}, "publisher", known)
    if "publicationYear" in record:
        yield element("publicationYear", record["publicationYear"])
    types = record["types"]
    yield element("resourceType", types["resourceType"], {"resourceTypeGeneral": types["resourceTypeGeneral"]})
    yield from _group(record, "subjects", "subject", ("subjectScheme", "valueURI"))
    if contributors := record.get("contributors"):
        yield element(
            "contributors",
            (
                element(
                    "contributor", _of_person(each, "contributorName"), {"contributorType": each["contributorType"]}
                )
                for each in contributors
            ),
        )
    yield from _group(record, "dates", "date", ("dateType", "dateInformation"))
    if record.get("language"):
        yield element("language", record["language"])
    yield from _group(record, "alternateIdentifiers", "alternateIdentifier", ("alternateIdentifierType",))
    related = ("relatedIdentifierType", "relationType")
    yield from _group(record, "relatedIdentifiers", "relatedIdentifier", related)
    yield element("formats", [element("format", each) for each in record["formats"]])
    if record.get("version"):
        yield element("version", record["version"])
    rights = ("rightsURI", "rightsIdentifier", "rightsIdentifierScheme", "schemeURI")
    yield from _group(record, "rightsList", "rights", rights)
    yield from _group(record, "descriptions", "description", ("descriptionType",))
    if places := record.get("geoLocations"):
        yield element("geoLocations", (element("geoLocation", _of_place(each)) for each in places))
    if funding := record.get("fundingReferences"):
        yield element("fundingReferences", (element("fundingReference", _of_funder(each)) for each in funding))
    if items := record.get("relatedItems"):
        yield element("relatedItems", map(_of_item, items))


def _group(record: dict[str, Any], group: str, name: str, attributes: tuple[str, ...]) -> Iterator[Element]:
    if values := record.get(group):
        yield element(group, (_with(each, name, attributes) for each in values))


def _with(value: dict[str, str], name: str, attributes: tuple[str, ...]) -> Element:
    """Return an element whose attributes are called as in JSON, but for the ending `URI`."""
    written = {each: value.get(each) or value.get(each.replace("URI", "Uri"), "") for each in attributes}
    return element(name, value.get(name, ""), {**written, "xml:lang": value.get("lang", "")})


def _of_person(value: dict[str, Any], name: str) -> Iterator[Element]:
    yield element(name, value["name"], {"nameType": value.get("nameType", "")})
    for part in ("givenName", "familyName"):
        if part in value:
            yield element(part, value[part])
    for each in value.get("nameIdentifiers", []):
        scheme = {"nameIdentifierScheme": each["nameIdentifierScheme"], "schemeURI": each["schemeUri"]}
        yield element("nameIdentifier", each["nameIdentifier"], scheme)
    for each in value.get("affiliation", []):
        yield element("affiliation", each["name"])


def _of_place(value: dict[str, Any]) -> Iterator[Element]:
    yield element("geoLocationPlace", value["geoLocationPlace"])
    if point := value.get("geoLocationPoint"):
        yield element(
            "geoLocationPoint", (element(key, str(point[key])) for key in ("pointLongitude", "pointLatitude"))
        )


def _of_funder(value: dict[str, str]) -> Iterator[Element]:
    yield element("funderName", value["funderName"])
    if "funderIdentifier" in value:
        kind = {"funderIdentifierType": value["funderIdentifierType"]}
        yield element("funderIdentifier", value["funderIdentifier"], kind)
    for key in ("awardNumber", "awardTitle"):
        if key in value:
            yield element(key, value[key])


def _of_item(value: dict[str, Any]) -> Element:
    titles = element("titles", [element("title", each["title"]) for each in value["titles"]])
    kinds = {"relatedItemType": value["relatedItemType"], "relationType": value["relationType"]}
    return element("relatedItem", [titles], kinds)
