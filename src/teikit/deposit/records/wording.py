"""What several records say in the same words: names, years, periods, responsibilities, the kinds of contributors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from teikit.deposit.metadata import Agent, Metadata, Relation
from teikit.deposit.metadata.vocabularies.licences import address_of, name_of

UNAVAILABLE = ":unav"
"""What DataCite wants where a value that it demands is not available."""

FORMAT = "application/tei+xml"
KIND = "Digital edition in TEI XML"

_CONTRIBUTORS = {
    **{"edt": "Editor", "com": "Editor", "pdr": "ProjectLeader", "spn": "Sponsor", "fnd": "Sponsor"},
    **{"mrk": "DataCurator", "cur": "DataCurator", "pfr": "DataCurator", "dtm": "DataManager", "res": "Researcher"},
    **{"dst": "Distributor", "ctb": "ProjectMember", "pbl": "Producer"},
}
_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_QUALIFIERS = str.maketrans("", "", "?~%")


def inverted(agent: Agent) -> str:
    """Return a name as lists have it: `Vogel, Otto`; one that is not taken apart stays as it is."""
    return ", ".join(filter(None, (agent.family, agent.given))) if agent.family else agent.name


def contributor_types(agent: Agent) -> list[str]:
    """Return the kinds of contributor (DataCite) that an agent's roles are, without those of an author; each once."""
    marcs = [role.marc for role in agent.roles if role.element not in ("author", "creator")]
    return list(dict.fromkeys(_CONTRIBUTORS.get(marc, "Other") for marc in marcs))


def responsibilities(metadata: Metadata) -> str:
    """Return who did what in one text, `Otto Vogel (editor; transcription)`: formats have few kinds of roles."""
    said = (f"{agent.name} ({'; '.join(words)})" for agent in metadata.agents if (words := role_words(agent)))
    return ", ".join(said)


def role_words(agent: Agent) -> list[str]:
    """Return the words of an agent's roles, each once."""
    return list(dict.fromkeys(role.words for role in agent.roles if role.words))


def year_of(date: str) -> str:
    """Return the year of a date in EDTF, four digits; '' where it has none of that form."""
    match = re.match(r"[0-9]{4}(?=$|[-/?~%])", date)
    return match.group() if match else ""


def plain(edtf: str) -> str:
    """Return a date or an interval in EDTF without qualifiers, '' where more than level 0 is needed to say it."""
    start, slash, end = edtf.translate(_QUALIFIERS).partition("/")
    if not _DATE.fullmatch(start) or (slash and not _DATE.fullmatch(end)):
        return ""
    return start + slash + end


def coverage(metadata: Metadata) -> Iterator[str]:
    """Yield the periods as formats that know no EDTF have them; an interval with an open end keeps its slash."""
    for period in metadata.periods:
        written = plain(period.edtf)
        yield written or period.edtf.translate(_QUALIFIERS)


def language(metadata: Metadata) -> str:
    """Return the tag of the first language, or ''."""
    return metadata.languages[0].tag if metadata.languages else ""


def codes_of_languages(metadata: Metadata) -> list[str]:
    """Return the ISO 639-3 codes of the languages, each once."""
    return list(dict.fromkeys(each.iso639_3 for each in metadata.languages if each.iso639_3))


def licence_address(metadata: Metadata) -> str:
    """Return the address of the licence, '' where it has none; what its target says is one only if it is of the web."""
    if metadata.licence is None:
        return ""
    target = metadata.licence.target
    return target if re.match(r"(?:https?://|urn:)", target) else address_of(metadata.licence.spdx)


def is_listed(spdx: str) -> bool:
    """Tell whether formats that copy the list of SPDX have a licence: not those of one country."""
    return bool(spdx and name_of(spdx)) and not re.search(r"[0-9]-[A-Z]{2,3}$", spdx) and not spdx.startswith("DL-DE-")


def address_of_relation(relation: Relation) -> str:
    """Return what a relation leads to as an address, '' where it only has words."""
    from teikit.deposit.metadata import Identifier

    return Identifier(relation.scheme, relation.target).uri if relation.target else ""


def json_text(value: Mapping[str, Any]) -> str:
    """Return JSON as files have it: two spaces, the order of the keys kept, a line end at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def full(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return a mapping without the keys that have nothing: '', [], {} or None."""
    return {key: each for key, each in value.items() if each not in ("", [], {}, None)}
