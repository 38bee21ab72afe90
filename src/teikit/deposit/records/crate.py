"""RO-Crate 1.1: `ro-crate-metadata.json`, the description of a package and of every file in it.

The root dataset carries the edition's own metadata; persons and organisations, licence, places, schemas and the files
are entities of their own. A role that is more than author, editor or contributor is an entity of schema.org's type
`Role`, between the root and the person. What was derived says from what (`isBasedOn`) and by what (`CreateAction`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from teikit.deposit.items import Item
from teikit.deposit.metadata import Agent, Identifier, Metadata, Part, Place, Relation
from teikit.deposit.records.wording import (
    address_of_relation,
    coverage,
    full,
    json_text,
    licence_address,
    plain,
    role_words,
)
from teikit.version import __version__

CONTEXT = "https://w3id.org/ro/crate/1.1/context"
PROFILE = "https://w3id.org/ro/crate/1.1"
FILE = "ro-crate-metadata.json"

_TOOL = "#teikit"
_ROLES = {
    "document": "A document of the edition",
    "register": "A register of the edition",
    "schema": "A schema that the documents follow",
    "odd": "The customization (ODD) that the schema is made from",
    "stylesheet": "A stylesheet that makes other forms of the documents",
    "image": "A facsimile or figure",
    "derived": "Made from a document of the edition",
    "metadata": "A description of the edition",
    "documentation": "About the edition",
}
_CODE = "SoftwareSourceCode"
_TYPES = {"schema": _CODE, "odd": _CODE, "stylesheet": _CODE, "image": "ImageObject"}
_NO_LICENCE = "No licence is stated; ask the editors."
_DIRECT = ("author", "editor", "creator")

Entity = dict[str, Any]


def to_dict(metadata: Metadata, items: Sequence[Item]) -> dict[str, Any]:
    """Return the crate of a package; `items` are its files, the crate's own file may be among them."""
    files = [item for item in items if item.path != FILE]
    people = _People(metadata)
    parts = {_real(part.path): part for part in metadata.parts}
    entities = [
        {"@id": FILE, "@type": "CreativeWork", "about": {"@id": "./"}, "conformsTo": {"@id": PROFILE}},
        _root(metadata, files, people),
        *people.entities,
        *_licence(metadata),
        *_places(metadata),
        *_grants(metadata, people),
        *(_file(item, parts.get(_source(item)), people) for item in files),
        *_derivations(files),
        *_works(metadata),
    ]
    return {"@context": CONTEXT, "@graph": _unique(entities)}


def to_json(metadata: Metadata, items: Sequence[Item]) -> str:
    """Return the file."""
    return json_text(to_dict(metadata, items))


def _unique(entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities, each id once: the first of them stays. A list of one value is that value."""
    first: dict[str, Entity] = {}
    for entity in entities:
        first.setdefault(str(entity["@id"]), {key: _few(value) for key, value in entity.items()})
    return list(first.values())


def _ref(identifier: str) -> dict[str, str]:
    return {"@id": identifier}


def _few(value: Any) -> Any:
    """Return the only value of a list by itself, as RO-Crate 1.1 wants it (§2.2); anything else as it is."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


class _People:
    """The persons and organisations, each an entity with an id: an address where one is known, else a number."""

    def __init__(self, metadata: Metadata) -> None:
        self.entities: list[Entity] = []
        self._known: set[str] = set()
        self._by_name: dict[str, str] = {}
        self._by_identifier: dict[Identifier, str] = {}
        self.agents = [(agent, self._add(agent)) for agent in metadata.agents]
        self.publishers = [self._add(agent) for agent in metadata.publishers]
        self.funders = [
            self._add(Agent(each.name, "organisation", (), each.place, identifiers=each.identifiers))
            for each in metadata.funders
        ]
        self.roles = list(self._roles())

    def _add(self, agent: Agent) -> str:
        lasting = [each.uri for each in agent.identifiers if each.scheme != "local"]
        kind = "person" if agent.kind == "person" else "organisation"
        known = next((each for each in lasting if each.startswith("http")), "") or self._by_name.get(agent.name, "")
        identifier = known or f"#{kind}-{len(self.entities) + 1}"
        self._by_name.setdefault(agent.name, identifier)
        for each in agent.identifiers:
            self._by_identifier.setdefault(each, identifier)
        if identifier in self._known:
            return identifier
        self._known.add(identifier)
        local = [each.value for each in agent.identifiers if each.scheme == "local"]
        others = [each for each in (*lasting, *local) if each != identifier]
        affiliation = agent.affiliation and self._add(Agent(agent.affiliation, "organisation", (), agent.place))
        self.entities.append(
            full(
                {
                    "@id": identifier,
                    "@type": "Person" if agent.kind == "person" else "Organization",
                    "name": agent.name,
                    "givenName": agent.given,
                    "familyName": agent.family,
                    "identifier": others,
                    "affiliation": _ref(affiliation) if affiliation else {},
                }
            )
        )
        return identifier

    def _roles(self) -> Iterator[str]:
        """Add an entity for each role that the root has no property for; yield their ids."""
        for agent, identifier in self.agents:
            for words in role_words(agent):
                if words not in _DIRECT:
                    role = f"#role-{len(self.entities) + 1}"
                    entity = {"@id": role, "@type": "Role", "name": words, "roleName": words}
                    self.entities.append({**entity, "contributor": _ref(identifier)})
                    yield role

    def having(self, *elements: str) -> list[dict[str, str]]:
        """Return references to those whom the headers name by some elements."""
        return [_ref(key) for agent, key in self.agents if any(role.element in elements for role in agent.roles)]

    def named(self, agents: Sequence[Agent]) -> list[dict[str, str]]:
        """Return references to agents of one document, by their identifiers or else by their names."""
        found = []
        for agent in agents:
            same = (self._by_identifier[each] for each in agent.identifiers if each in self._by_identifier)
            if key := next(same, "") or self._by_name.get(agent.name, ""):
                found.append(_ref(key))
        return found


def _root(metadata: Metadata, files: Sequence[Item], people: _People) -> Entity:
    creators = metadata.creators()
    makers = [_ref(key) for agent, key in people.agents if agent in creators]
    more = [_ref(key) for agent, key in people.agents if agent not in creators and not agent.roles]
    schemas = [_ref(_path(item)) for item in files if item.role in ("schema", "odd")]
    derived = [_ref(_action(kind)) for kind in _kinds(files)]
    related: dict[str, list[dict[str, str]]] = {each: [] for each in ("isBasedOn", "citation", "isPartOf")}
    for number, relation in enumerate(metadata.relations, 1):
        if relation.kind != "HasPart":
            key = {"IsDerivedFrom": "isBasedOn", "IsPartOf": "isPartOf"}.get(relation.kind, "citation")
            related[key].append(_ref(_work_id(relation, number)))
    places = [_ref(_place_id(place, at)) for at, place in enumerate(metadata.places, 1)]
    identifiers = [each.uri for each in metadata.identifiers]
    others = [title.text for title in metadata.titles[1:]]
    licence = licence_address(metadata)
    return full(
        {
            "@id": "./",
            "@type": "Dataset",
            "name": metadata.title,
            "alternateName": others,
            "description": "\n\n".join(each.text for each in metadata.abstracts) or metadata.title,
            "identifier": identifiers,
            "datePublished": plain(metadata.publication_date).partition("/")[0],
            "license": _ref(licence) if licence else metadata.licence.name if metadata.licence else _NO_LICENCE,
            "version": metadata.version,
            "author": makers,
            "editor": people.having("editor"),
            "contributor": [*more, *map(_ref, people.roles)],
            "publisher": [_ref(each) for each in people.publishers],
            "funder": [_ref(each) for each in dict.fromkeys(people.funders)],
            "keywords": ", ".join(dict.fromkeys(each.words for each in metadata.keywords)),
            "inLanguage": [each.tag for each in metadata.languages],
            "temporalCoverage": [*coverage(metadata)],
            "spatialCoverage": places,
            "conformsTo": schemas,
            **related,
            "mentions": derived,
            "hasPart": [_ref(_path(item)) for item in files],
        }
    )


def _licence(metadata: Metadata) -> Iterator[Entity]:
    address = licence_address(metadata)
    if metadata.licence is not None and address:
        name = metadata.licence.name or metadata.licence.spdx or address
        yield full(
            {
                "@id": address,
                "@type": "CreativeWork",
                "name": name,
                "description": name,
                "identifier": metadata.licence.spdx,
            }
        )


def _place_id(place: Place, number: int) -> str:
    return next((each.uri for each in place.identifiers if each.uri.startswith("http")), f"#place-{number}")


def _places(metadata: Metadata) -> Iterator[Entity]:
    for number, place in enumerate(metadata.places, 1):
        identifier = _place_id(place, number)
        geo = f"#geo-{number}"
        others = [each.uri for each in place.identifiers if each.uri != identifier]
        has_geo = place.latitude is not None
        entity = {"@id": identifier, "@type": "Place", "name": place.name, "identifier": others}
        yield full({**entity, "geo": _ref(geo) if has_geo else {}})
        if has_geo:
            degrees = {"latitude": str(place.latitude), "longitude": str(place.longitude)}
            yield {"@id": geo, "@type": "GeoCoordinates", "name": place.name, **degrees}


def _grants(metadata: Metadata, people: _People) -> Iterator[Entity]:
    for number, (funder, key) in enumerate(zip(metadata.funders, people.funders, strict=True), 1):
        if funder.grant or funder.title:
            name = funder.title or funder.grant
            entity = {"@id": f"#grant-{number}", "@type": "Grant", "name": name, "identifier": funder.grant}
            yield full({**entity, "funder": _ref(key), "fundedItem": _ref("./")})


def _work_id(relation: Relation, number: int) -> str:
    return address_of_relation(relation) or f"#work-{number}"


def _works(metadata: Metadata) -> Iterator[Entity]:
    for number, relation in enumerate(metadata.relations, 1):
        if relation.kind != "HasPart":
            name = relation.title or relation.target
            yield {"@id": _work_id(relation, number), "@type": "CreativeWork", "name": name}


def _path(item: Item) -> str:
    return _uri(item.path)


def _uri(path: str) -> str:
    """Return the id of a file: its path as a relative URI (RFC 3986)."""
    return quote(path, safe="/!$&'()*+,;=@~-._")


def _source(item: Item) -> str:
    return _real(item.source.as_posix()) if isinstance(item.source, Path) else ""


def _real(path: str) -> str:
    return Path(path).absolute().as_posix()


def _file(item: Item, part: Part | None, people: _People) -> Entity:
    kind = _TYPES.get(item.role)
    entity: Entity = {
        "@id": _path(item),
        "@type": ["File", kind] if kind else "File",
        "name": part.title if part and part.title else item.path.rpartition("/")[2],
        "description": _ROLES[item.role],
        "encodingFormat": item.media_type,
        "contentSize": str(item.size),
        "conformsTo": [_ref(_uri(each)) for each in item.conforms_to],
        "isBasedOn": [_ref(_uri(each)) for each in item.derived_from],
    }
    if part is not None:
        identifiers = [each.uri for each in part.identifiers]
        entity |= {
            "identifier": identifiers,
            "inLanguage": list(part.languages),
            "author": people.named(part.authors),
            "temporalCoverage": plain(part.created) or part.created,
            "abstract": part.abstract,
        }
    return full(entity)


def _kinds(files: Sequence[Item]) -> list[str]:
    return sorted({item.media_type for item in files if item.derived_from})


def _action(media_type: str) -> str:
    return "#make-" + "".join(sign if sign.isalnum() else "-" for sign in media_type)


def _derivations(files: Sequence[Item]) -> Iterator[Entity]:
    """Yield one action for each form that the documents were given, and the program that did it."""
    kinds = _kinds(files)
    for kind in kinds:
        made = [item for item in files if item.media_type == kind and item.derived_from]
        sources = dict.fromkeys(_uri(path) for item in made for path in item.derived_from)
        yield {
            "@id": _action(kind),
            "@type": "CreateAction",
            "name": f"Transformation of the documents to {kind}",
            "instrument": _ref(_TOOL),
            "object": [_ref(path) for path in sources],
            "result": [_ref(_path(item)) for item in made],
        }
    if kinds:
        yield {"@id": _TOOL, "@type": "SoftwareApplication", "name": "teikit", "version": __version__}
