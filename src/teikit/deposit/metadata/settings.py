"""`[deposit]` of `teikit.toml`: what completes the headers, or has the last word over them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_args

from teikit.dates import DateError
from teikit.deposit.metadata.header.dating import checked
from teikit.deposit.metadata.header.names import parted
from teikit.deposit.metadata.model import (
    Abstract,
    Agent,
    Funder,
    Identifier,
    Keyword,
    Kind,
    Language,
    Licence,
    Relation,
    Role,
    Scheme,
)
from teikit.deposit.metadata.vocabularies import licences
from teikit.deposit.metadata.vocabularies.identifiers import fault_of, identifier_in, identifier_of, normalised, shown
from teikit.deposit.metadata.vocabularies.languages import iso639_3
from teikit.deposit.metadata.vocabularies.roles import marc_of
from teikit.diagnostics import Location, TeikitError

RELATIONS = tuple(
    word
    for group in (
        "IsCitedBy Cites IsCollectedBy Collects IsSupplementTo IsSupplementedBy IsContinuedBy Continues",
        "IsDescribedBy Describes HasMetadata IsMetadataFor HasVersion IsVersionOf IsNewVersionOf IsPartOf",
        "IsPreviousVersionOf IsPublishedIn HasPart IsReferencedBy References IsDocumentedBy Documents IsCompiledBy",
        "Compiles IsVariantFormOf IsOriginalFormOf IsIdenticalTo IsReviewedBy Reviews IsDerivedFrom IsSourceOf",
        "IsRequiredBy Requires IsObsoletedBy Obsoletes",
    )
    for word in group.split()
)
"""The relation types of DataCite 4.5."""

_KEYS: dict[str, tuple[type, ...]] = {
    **{"title": (str,), "description": (str, dict), "creators": (list,), "contributors": (list,)},
    **{"licence": (str,), "publisher": (str, dict), "place": (str,), "date": (str,), "keywords": (list,)},
    **{"languages": (list,), "version": (str,), "doi": (str,), "relations": (list,), "contact": (str,)},
    "funders": (list,),
}
_AGENT_SCHEMES: tuple[Scheme, ...] = ("orcid", "gnd", "viaf", "wikidata", "ror", "isni")
_AGENT_KEYS = ("name", "given", "family", "kind", "role", "affiliation", *_AGENT_SCHEMES)
_FUNDER_KEYS = ("name", "grant", "title", *_AGENT_SCHEMES)
_KINDS: dict[type, str] = {str: "a string", list: "a list", dict: "a table"}


class Settings(NamedTuple):
    """What `[deposit]` says. Its keys, all of which may be left out:

    - `title`, `version`, `place` (of publication), `contact` (an address of electronic mail), `doi`.
    - `date`: the publication date in EDTF (`"2026-11-25"`).
    - `description`: a string, or a table from language to text.
    - `creators`, `contributors`: lists of names (`"Vogel, Otto"`), or of tables with `name` (or `given` and `family`),
      `kind` (`person` or `organisation`), `role`, `affiliation`, `orcid`, `gnd`, `viaf`, `wikidata`, `isni`, `ror`.
    - `licence`: an SPDX identifier (`CC-BY-4.0`) or an address.
    - `publisher`: a name, or a table like that of a creator.
    - `keywords`: a list of words; `languages`: a list of BCP 47 tags.
    - `relations`: tables with `kind` (a relation type of DataCite) and `target` (an address, a DOI), or `title`.
    - `funders`: names, or tables with `name`, `grant`, `title` and an identifier.
    """

    title: str = ""
    descriptions: tuple[Abstract, ...] = ()
    creators: tuple[Agent, ...] = ()
    contributors: tuple[Agent, ...] = ()
    licence: Licence | None = None
    publisher: Agent | None = None
    place: str = ""
    date: str = ""
    keywords: tuple[Keyword, ...] = ()
    languages: tuple[Language, ...] = ()
    version: str = ""
    doi: str = ""
    relations: tuple[Relation, ...] = ()
    contact: str = ""
    funders: tuple[Funder, ...] = ()
    at: Location = Location("")


def read(table: Mapping[str, Any], file: Path) -> Settings:
    """Read `[deposit]`. Raises `TeikitError` for an unknown key, with a near match, and for a value of a wrong kind."""
    reader = _Reader(file)
    for key, value in table.items():
        reader.known(key, _KEYS, "")
        if not isinstance(value, _KEYS[key]):
            kinds = " or ".join(_KINDS[kind] for kind in _KEYS[key])
            raise reader.error(f"“deposit.{key}” must be {kinds}")
    return Settings(
        title=_line(table.get("title", "")),
        descriptions=reader.descriptions(table.get("description", "")),
        creators=tuple(reader.agent(each, "creators", "creator") for each in table.get("creators", [])),
        contributors=tuple(reader.agent(each, "contributors", "contributor") for each in table.get("contributors", [])),
        licence=reader.licence(table.get("licence", "")),
        publisher=reader.agent(table["publisher"], "publisher", "publisher") if table.get("publisher") else None,
        place=_line(table.get("place", "")),
        date=reader.date(table.get("date", "")),
        keywords=tuple(Keyword(each, "", "", reader.at("keywords")) for each in reader.strings(table, "keywords")),
        languages=tuple(reader.language(each) for each in reader.strings(table, "languages")),
        version=_line(table.get("version", "")),
        doi=reader.doi(table.get("doi", "")),
        relations=tuple(reader.relation(each) for each in table.get("relations", [])),
        contact=_line(table.get("contact", "")),
        funders=tuple(reader.funder(each) for each in table.get("funders", [])),
        at=reader.at(""),
    )


def _line(text: str) -> str:
    return " ".join(text.split())


class _Reader:
    """Reads the values of one file, and knows on which line each key stands."""

    def __init__(self, file: Path) -> None:
        self._path = file.as_posix()
        try:
            lines = file.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            lines = []
        start = next((at for at, line in enumerate(lines) if re.match(r"\s*\[\[?deposit\b", line)), len(lines))
        self._lines = lines[start:]
        self._first = start + 1 if start < len(lines) else 1

    def at(self, key: str) -> Location:
        """Return where a key stands, or `[deposit]` itself."""
        pattern = re.compile(rf"\s*(?:\[+deposit\.)?{re.escape(key)}\s*[=\].]")
        for number, line in enumerate(self._lines):
            if key and pattern.match(line):
                return Location(self._path, self._first + number, len(line) - len(line.lstrip()) + 1)
        return Location(self._path, self._first)

    def error(self, message: str, hint: str | None = None) -> TeikitError:
        return TeikitError(f"{self._path}: {message}", hint=hint)

    def known(self, key: str, keys: Iterable[str], prefix: str) -> None:
        if key not in keys:
            near = difflib.get_close_matches(key, list(keys), 1)
            hint = f"did you mean “{near[0]}”?" if near else f"known keys: {', '.join(keys)}"
            raise self.error(f"unknown key “deposit.{prefix}{key}”", hint)

    def table(self, value: Any, key: str, keys: Iterable[str]) -> dict[str, str]:
        if not isinstance(value, dict):
            raise self.error(f"each entry of “deposit.{key}” must be a table")
        for name, inner in value.items():
            self.known(name, keys, f"{key}.")
            if not isinstance(inner, str):
                raise self.error(f"“deposit.{key}.{name}” must be a string")
        return {name: _line(inner) for name, inner in value.items()}

    def strings(self, table: Mapping[str, Any], key: str) -> list[str]:
        values = table.get(key, [])
        if not all(isinstance(each, str) for each in values):
            raise self.error(f"“deposit.{key}” must be a list of strings")
        return [line for each in values if (line := _line(each))]

    def descriptions(self, value: Any) -> tuple[Abstract, ...]:
        place = self.at("description")
        texts = {"": value} if isinstance(value, str) else value
        if not all(isinstance(text, str) for text in texts.values()):
            raise self.error("“deposit.description” must be a string, or a table from language to text")
        return tuple(Abstract(language, text.strip(), place) for language, text in texts.items() if text.strip())

    def agent(self, value: Any, key: str, element: str) -> Agent:
        entry = {"name": _line(value)} if isinstance(value, str) else self.table(value, key, _AGENT_KEYS)
        given, family = entry.get("given", ""), entry.get("family", "")
        kind = entry.get("kind", "organisation" if "ror" in entry or element == "publisher" else "person")
        if kind not in get_args(Kind):
            raise self.error(f"“deposit.{key}.kind” must be “person” or “organisation”")
        name = entry.get("name", "")
        if kind == "person" and name and not family:
            name, given, family, _ = parted(name)
        name = name or " ".join(filter(None, (given, family)))
        if not name:
            raise self.error(f"“deposit.{key}” has an entry without a name", 'write name = "Vogel, Otto"')
        words = entry.get("role", element)
        role = Role(words, element, marc_of(words) if "role" in entry else "")
        identifiers = self.identifiers(entry, key)
        is_person = kind == "person"
        return Agent(
            name,
            "person" if is_person else "organisation",
            (role,),
            self.at(key),
            given if is_person else "",
            family if is_person else "",
            identifiers,
            entry.get("affiliation", ""),
        )

    def identifiers(self, entry: Mapping[str, str], key: str) -> tuple[Identifier, ...]:
        return tuple(self.identifier(scheme, entry[scheme], key) for scheme in _AGENT_SCHEMES if entry.get(scheme))

    def identifier(self, scheme: Scheme, value: str, key: str) -> Identifier:
        found = identifier_in(value)
        known = found if found and found.scheme == scheme else Identifier(scheme, normalised(scheme, value))
        fault = fault_of(known)
        if fault:
            raise self.error(f"“deposit.{key}”: the {shown(scheme)} “{value}” {fault}")
        return known

    def licence(self, value: str) -> Licence | None:
        value = _line(value)
        if not value:
            return None
        spdx = licences.spdx_of(value) or licences.spdx_in(value)
        is_address = re.match(r"https?://", value) is not None
        if not spdx and not is_address:
            hint = "write an SPDX identifier such as CC-BY-4.0, or the address of the licence"
            raise self.error(f"“deposit.licence”: “{value}” is no licence that is known", hint)
        target = value if is_address else licences.address_of(spdx)
        return Licence(target, licences.name_of(spdx), spdx, self.at("licence"))

    def date(self, value: str) -> str:
        try:
            return checked(value.strip()) if value.strip() else ""
        except DateError as error:
            raise self.error(f"“deposit.date”: {error.message}", "write it as 2026-11-25, 2026-11 or 2026") from None

    def language(self, tag: str) -> Language:
        from teikit.checks.language_tags import fault_of as fault_of_tag

        fault = fault_of_tag(tag)
        if fault is not None:
            raise self.error(f"“deposit.languages”: the language “{tag}” {fault[0]}", fault[1])
        return Language(tag, iso639_3(tag), "", self.at("languages"))

    def doi(self, value: str) -> str:
        return self.identifier("doi", _line(value).removeprefix("doi:"), "doi").value if value.strip() else ""

    def relation(self, value: Any) -> Relation:
        entry = self.table(value, "relations", ("kind", "target", "title"))
        kind = entry.get("kind", "References")
        if kind not in RELATIONS:
            near = difflib.get_close_matches(kind, RELATIONS, 1)
            hint = f"did you mean “{near[0]}”?" if near else "write a relation type of DataCite, such as IsDerivedFrom"
            raise self.error(f"“deposit.relations.kind”: “{kind}” is not known", hint)
        target, title = entry.get("target", ""), entry.get("title", "")
        found = (identifier_in(target) or identifier_of("", target)) if target else None
        if found is None and not title:
            raise self.error("each of “deposit.relations” needs “target” or “title”")
        if found is None or found.scheme == "local":
            return Relation(kind, "", "local", title or target, self.at("relations"))
        return Relation(kind, found.value, found.scheme, title, self.at("relations"))

    def funder(self, value: Any) -> Funder:
        entry = {"name": _line(value)} if isinstance(value, str) else self.table(value, "funders", _FUNDER_KEYS)
        if not entry.get("name"):
            raise self.error("“deposit.funders” has an entry without a name")
        identifiers = self.identifiers(entry, "funders")
        return Funder(entry["name"], self.at("funders"), identifiers, entry.get("grant", ""), entry.get("title", ""))
