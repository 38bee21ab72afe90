"""What an edition says of itself: the values that every record is made from."""

from __future__ import annotations

from typing import Literal, NamedTuple

from teikit.diagnostics import Location

Scheme = Literal["orcid", "gnd", "viaf", "wikidata", "ror", "isni", "geonames", "doi", "isbn", "issn", "url", "local"]
"""What kind of identifier a value is; `url` is any other address, `local` what only the project itself understands."""

Kind = Literal["person", "organisation"]
"""What an agent is."""


class Identifier(NamedTuple):
    """An identifier in its bare form: `0000-0002-1825-0097` (orcid), `10.5281/zenodo.1` (doi), `118607626` (gnd)."""

    scheme: Scheme
    value: str

    @property
    def uri(self) -> str:
        """The identifier as an address, `https://orcid.org/0000-0002-1825-0097`; a local one is returned as it is."""
        return _ADDRESSES.get(self.scheme, "") + self.value


_ADDRESSES: dict[str, str] = {
    "orcid": "https://orcid.org/",
    "gnd": "https://d-nb.info/gnd/",
    "viaf": "https://viaf.org/viaf/",
    "wikidata": "http://www.wikidata.org/entity/",
    "ror": "https://ror.org/",
    "isni": "https://isni.org/isni/",
    "geonames": "https://sws.geonames.org/",
    "doi": "https://doi.org/",
    "isbn": "urn:isbn:",
    "issn": "urn:issn:",
}


class Role(NamedTuple):
    """What an agent did: `words` as the header has them, and where they are known, a MARC relator (`edt`, `trc`).

    `element` is the element that says it: `author`, `editor`, `principal`, `respStmt`, `publisher` …
    """

    words: str
    element: str
    marc: str = ""


class Agent(NamedTuple):
    """A person or an organisation with all that it did.

    `name` is in natural order (`Otto Vogel`); `family` and `given` are empty for an organisation, and where the header
    does not part the name. `affiliation` is a name, or empty.
    """

    name: str
    kind: Kind
    roles: tuple[Role, ...]
    place: Location
    given: str = ""
    family: str = ""
    identifiers: tuple[Identifier, ...] = ()
    affiliation: str = ""

    def identifier(self, scheme: Scheme) -> str:
        """Return the first identifier of a scheme in its bare form, '' where there is none."""
        return next((each.value for each in self.identifiers if each.scheme == scheme), "")


class Title(NamedTuple):
    """A title; `kind` is `main`, `sub`, `alt` or another value of `@type`, `language` a BCP 47 tag or ''."""

    text: str
    kind: str
    language: str
    place: Location


class Licence(NamedTuple):
    """A licence: its address, its words, and its SPDX identifier where the address or the words are known, else ''."""

    target: str
    name: str
    spdx: str
    place: Location


class Funder(NamedTuple):
    """Who paid: an agent, and the numbers and title of the grant as far as the header says them."""

    name: str
    place: Location
    identifiers: tuple[Identifier, ...] = ()
    grant: str = ""
    title: str = ""


class Relation(NamedTuple):
    """What the edition is to something else. `kind` is a DataCite relationType, such as `IsDerivedFrom`.

    `target` is a bare identifier of `scheme`; it is empty where the header only has words (`title`).
    """

    kind: str
    target: str
    scheme: Scheme
    title: str
    place: Location


class Abstract(NamedTuple):
    """A description in one language (BCP 47, or '')."""

    language: str
    text: str
    place: Location


class Keyword(NamedTuple):
    """A subject: its words, the vocabulary's name or address, and the subject's own address, each '' if unknown."""

    words: str
    scheme: str
    uri: str
    place: Location


class Language(NamedTuple):
    """A language: BCP 47 tag, ISO 639-3 code ('' where there is none), and the header's name for it."""

    tag: str
    iso639_3: str
    name: str
    place: Location


class Period(NamedTuple):
    """A span that the documents come from: EDTF (`1918-01-13/1918-02-14`), and words, each possibly empty."""

    edtf: str
    words: str
    place: Location


class Place(NamedTuple):
    """A place that the documents are about or from, with degrees (WGS 84) where a register has them."""

    name: str
    place: Location
    identifiers: tuple[Identifier, ...] = ()
    latitude: float | None = None
    longitude: float | None = None


class Change(NamedTuple):
    """One change of revisionDesc: when (EDTF or ''), who (a name or ''), what."""

    when: str
    who: str
    what: str
    place: Location


class Part(NamedTuple):
    """What one document says of itself, where the edition has several.

    `path` is the document's path as it was given. `created` is when the text was written (EDTF or ''), `sources` are
    the words for the manuscripts and prints that it comes from.
    """

    path: str
    title: str
    identifiers: tuple[Identifier, ...] = ()
    languages: tuple[str, ...] = ()
    authors: tuple[Agent, ...] = ()
    created: str = ""
    abstract: str = ""
    sources: tuple[str, ...] = ()


class Metadata(NamedTuple):
    """All that is known of an edition (or of one document). Everything may be empty.

    `titles`: the main one first. `agents`: everyone with a responsibility, authors first, in the order of the headers;
    publishers and funders are not among them unless they did something else too. `publication_date` is EDTF, or ''.
    `identifiers` are the edition's own, its DOI among them. `licence` is None where there is none. `sources` are words
    for the manuscripts, `parts` the documents one by one, both as far as the headers say.
    """

    titles: tuple[Title, ...] = ()
    agents: tuple[Agent, ...] = ()
    publishers: tuple[Agent, ...] = ()
    publication_place: str = ""
    publication_date: str = ""
    version: str = ""
    identifiers: tuple[Identifier, ...] = ()
    licence: Licence | None = None
    abstracts: tuple[Abstract, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    languages: tuple[Language, ...] = ()
    periods: tuple[Period, ...] = ()
    places: tuple[Place, ...] = ()
    relations: tuple[Relation, ...] = ()
    funders: tuple[Funder, ...] = ()
    changes: tuple[Change, ...] = ()
    project_description: str = ""
    contact: str = ""
    sources: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def title(self) -> str:
        """The main title, '' where there is none."""
        return self.titles[0].text if self.titles else ""

    @property
    def doi(self) -> str:
        """The edition's own DOI, bare and in lower case, or ''."""
        return next((each.value for each in self.identifiers if each.scheme == "doi"), "")

    def creators(self) -> tuple[Agent, ...]:
        """Return who made it: the creators of `teikit.toml`, else authors and editors, else everybody."""
        chosen = tuple(agent for agent in self.agents if any(role.element == "creator" for role in agent.roles))
        if chosen:
            return chosen
        makers = tuple(
            agent for agent in self.agents if any(role.element in _MAKERS or role.marc in _MARC for role in agent.roles)
        )
        return makers or self.agents

    def dated(self, day: str) -> Metadata:
        """Return it with a date of publication (EDTF) where it has none: the day on which it is packed or sent."""
        return self if self.publication_date else self._replace(publication_date=day)

    def contributors(self) -> tuple[Agent, ...]:
        """Return everyone else with a responsibility."""
        makers = self.creators()
        return tuple(agent for agent in self.agents if agent not in makers)


_MAKERS = ("author", "editor")
_MARC = ("aut", "edt", "cre")
