"""CITATION.cff: Citation File Format 1.2.0, in YAML whose strings are quoted as in JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from teikit.deposit.metadata import Agent, Metadata
from teikit.deposit.records.wording import codes_of_languages, full, is_listed, licence_address, plain, year_of

VERSION = "1.2.0"

_NOT_LISTED = "CC-PDM-1.0"  # Younger than the list of this version.
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)?/[A-Za-z0-9:/_;.()\[\]\\-]+")
_MESSAGE = "If you use this edition, please cite it as below."


def to_dict(metadata: Metadata) -> dict[str, Any]:
    """Return the citation as nested values, in the order in which they are written."""
    spdx = metadata.licence.spdx if metadata.licence else ""
    is_known = is_listed(spdx) and spdx != _NOT_LISTED
    released = plain(metadata.publication_date)
    return full(
        {
            "cff-version": VERSION,
            "message": _MESSAGE,
            "type": "dataset",
            "title": metadata.title,
            "authors": _authors(metadata),
            "abstract": metadata.abstracts[0].text if metadata.abstracts else "",
            "doi": _doi(metadata),
            "identifiers": _identifiers(metadata),
            "keywords": list(dict.fromkeys(each.words for each in metadata.keywords)),
            "license": spdx if is_known else "",
            "license-url": "" if is_known else licence_address(metadata),
            "version": metadata.version,
            "date-released": released if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", released) else "",
            "contact": [{"name": _contact_name(metadata), "email": metadata.contact}]
            if "@" in metadata.contact
            else [],
            "preferred-citation": _preferred(metadata),
        }
    )


def to_yaml(metadata: Metadata) -> str:
    """Return the file."""
    return "".join(_lines(to_dict(metadata), ""))


def _authors(metadata: Metadata) -> list[dict[str, str]]:
    found = {json.dumps(entry): entry for entry in map(_agent, metadata.creators())}
    return list(found.values()) or [{"name": "anonymous"}]


def _agent(agent: Agent) -> dict[str, str]:
    orcid = agent.identifier("orcid")
    other = next((each.uri for each in agent.identifiers if each.scheme not in ("orcid", "local")), "")
    website = other if re.match(r"https?://", other) else ""
    known = {
        "affiliation": agent.affiliation,
        "orcid": f"https://orcid.org/{orcid}" if orcid else "",
        "website": website,
    }
    if agent.kind == "organisation":
        return full({"name": agent.name, "website": website})
    # A name that nobody took apart is all that is known of the family name.
    return full({"family-names": agent.family or agent.name, "given-names": agent.given, **known})


def _doi(metadata: Metadata) -> str:
    """Return the DOI, '' where it has signs that the format's pattern does not allow: it stays an address."""
    return metadata.doi if _DOI.fullmatch(metadata.doi) else ""


def _identifiers(metadata: Metadata) -> list[dict[str, str]]:
    found = []
    for each in metadata.identifiers:
        is_address = re.match(r"(?:https?|s?ftp)://", each.uri) is not None
        kind = "doi" if each.scheme == "doi" and _DOI.fullmatch(each.value) else "url" if is_address else "other"
        found.append({"type": kind, "value": each.value if kind == "doi" else each.uri})
    return found


def _contact_name(metadata: Metadata) -> str:
    return metadata.publishers[0].name if metadata.publishers else metadata.title or "contact"


def _preferred(metadata: Metadata) -> dict[str, Any]:
    """Return the citation with what the top level has no key for: publisher, year, editors, languages."""
    year = year_of(metadata.publication_date)
    publisher = {"name": "; ".join(each.name for each in metadata.publishers)} if metadata.publishers else {}
    editors = [agent for agent in metadata.agents if any(role.element == "editor" for role in agent.roles)]
    return full(
        {
            "type": "data",
            "title": metadata.title,
            "authors": _authors(metadata),
            "editors": [_agent(agent) for agent in editors],
            "publisher": publisher,
            "year": int(year) if year else None,
            "doi": _doi(metadata),
            "version": metadata.version,
            "languages": codes_of_languages(metadata),
        }
    )


def _lines(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, each in value.items():
        if isinstance(each, Mapping):
            yield f"{indent}{key}:\n"
            yield from _lines(each, indent + "  ")
        elif isinstance(each, list):
            yield f"{indent}{key}:\n"
            yield from _items(each, indent + "  ")
        else:
            yield f"{indent}{key}: {_scalar(each)}\n"


def _items(values: Sequence[Any], indent: str) -> Iterator[str]:
    for each in values:
        if isinstance(each, Mapping):
            lines = "".join(_lines(each, indent + "  "))
            yield f"{indent}- {lines[len(indent) + 2 :]}"
        else:
            yield f"{indent}- {_scalar(each)}\n"


def _scalar(value: str | int) -> str:
    """Return a value; every string is quoted, so that none is taken for a number, a date or a word of YAML."""
    if isinstance(value, int):
        return str(value)
    written = json.dumps(value, ensure_ascii=False)
    # Characters that YAML allows in no stream, or takes for the end of a line (YAML 1.2, §5.1).
    return re.sub(
        "[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]", lambda found: f"\\u{ord(found.group()):04x}", written
    )
