"""CodeMeta 3.0: `codemeta.json`, for archives of sources such as Software Heritage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from teikit.deposit.metadata import Agent, Metadata
from teikit.deposit.records.wording import (
    KIND,
    address_of_relation,
    full,
    json_text,
    licence_address,
    plain,
    role_words,
)

CONTEXT = "https://w3id.org/codemeta/3.0"


def to_dict(metadata: Metadata) -> dict[str, Any]:
    """Return the record; the files of an edition are its source, and TEI is what it is written in."""
    creators = metadata.creators()
    editors = [agent for agent in metadata.agents if any(role.element == "editor" for role in agent.roles)]
    published = plain(metadata.publication_date)
    grants = [" ".join(filter(None, (each.title, each.grant))) for each in metadata.funders]
    related = [address_of_relation(each) for each in metadata.relations if each.target and each.kind != "HasPart"]
    return full(
        {
            "@context": CONTEXT,
            "@type": "SoftwareSourceCode",
            "@id": f"https://doi.org/{metadata.doi}" if metadata.doi else "",
            "name": metadata.title,
            "description": metadata.abstracts[0].text if metadata.abstracts else "",
            "identifier": [each.uri for each in metadata.identifiers],
            "author": [*(_agent(agent) for agent in creators), *_roles("author", creators)],
            "editor": [_agent(agent) for agent in editors],
            "contributor": [
                *(_agent(agent) for agent in metadata.contributors()),
                *_roles("contributor", metadata.contributors()),
            ],
            "publisher": [_agent(each) for each in metadata.publishers],
            "funder": [full({"@type": "Organization", "name": each.name}) for each in metadata.funders],
            "funding": "; ".join(filter(None, grants)),
            "license": licence_address(metadata) or (metadata.licence.name if metadata.licence else ""),
            "version": metadata.version,
            "datePublished": "" if "/" in published else published,
            "keywords": list(dict.fromkeys(each.words for each in metadata.keywords)),
            "programmingLanguage": "TEI XML",
            "applicationCategory": KIND,
            "relatedLink": list(dict.fromkeys(related)),
        }
    )


def to_json(metadata: Metadata) -> str:
    """Return the file."""
    return json_text(to_dict(metadata))


def _agent(agent: Agent) -> dict[str, Any]:
    uris = [each.uri for each in agent.identifiers if each.scheme != "local"]
    affiliation = {"@type": "Organization", "name": agent.affiliation} if agent.affiliation else {}
    return full(
        {
            "@type": "Person" if agent.kind == "person" else "Organization",
            "@id": _id(agent),
            "name": agent.name,
            "givenName": agent.given,
            "familyName": agent.family,
            "identifier": uris[1:],
            "affiliation": affiliation,
        }
    )


def _id(agent: Agent) -> str:
    """Return the address of an agent; a name for it in this file where there is none."""
    found = next((each.uri for each in agent.identifiers if each.scheme != "local"), "")
    return found or "_:" + "-".join("".join(part for part in word if part.isalnum()) for word in agent.name.split())


def _roles(key: str, agents: tuple[Agent, ...]) -> Iterator[dict[str, Any]]:
    for agent in agents:
        for words in role_words(agent):
            if words not in ("author", "editor", "creator"):
                yield {"@type": "Role", f"schema:{key}": {"@id": _id(agent)}, "roleName": words}
