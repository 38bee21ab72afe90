"""One `Metadata` of the headers of several documents.

`[deposit]` of `teikit.toml` has the last word wherever it speaks. Else, of the documents that are no registers:

- **title**: `title` of `teikit.toml`; else that of a single document; else the series title that all have in common,
  or else the main title; else the name of the folder, with a warning. Other titles, identifiers, the version, the
  abstracts and `projectDesc` are the edition's where all documents have them in common.

And of all headers, those of registers included:

- **agents** are united by identifier, else by name, and keep every role; `creators` of `teikit.toml` come first, and
  make all others contributors. Publishers, funders, places, keywords and relations are united likewise.
- **licence**: one; two that differ are an error that names both places, and the first stays.
- **date** of publication: the latest; where no header has one, the latest change. Periods become one, from the first
  day to the last. **Languages** are united, those of most documents first.

What belongs to one document only is kept in `parts`; a document with a DOI or an address of its own is also a relation
(`HasPart`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from teikit.dates.notations.edtf import days_of, parse
from teikit.deposit.metadata import codes, uniting
from teikit.deposit.metadata.header import Header
from teikit.deposit.metadata.header.dating import union
from teikit.deposit.metadata.model import (
    Abstract,
    Identifier,
    Licence,
    Metadata,
    Part,
    Period,
    Relation,
    Title,
)
from teikit.deposit.metadata.settings import Settings
from teikit.diagnostics import Code, Diagnostic, Related

_MOST_RELATED = 8
_LICENCE = (
    'write <licence target="https://creativecommons.org/licenses/by/4.0/"> into availability (in publicationStmt), '
    "or licence into [deposit] of teikit.toml"
)
_AGENT = "write <author> or <editor> into titleStmt, or creators into [deposit] of teikit.toml"
_PUBLISHER = "write <publisher> into publicationStmt, or publisher into [deposit] of teikit.toml"
_DATE = 'write <date when="2026"> into publicationStmt, or date into [deposit] of teikit.toml'
_DESCRIPTION = "write description into [deposit] of teikit.toml"
_LANGUAGE = 'write <language ident="de"> into langUsage (in profileDesc), or xml:lang on TEI'


class Edition(NamedTuple):
    """What is merged: the headers of the documents and of the registers, and what the project says.

    `title` is that of `teikit.toml`, or ''; `folder` the name of the folder, where nothing else gives a title.
    """

    documents: tuple[Header, ...]
    registers: tuple[Header, ...]
    settings: Settings = Settings()
    title: str = ""
    folder: str = ""

    @property
    def headers(self) -> tuple[Header, ...]:
        """All headers, those of the documents first."""
        return (*self.documents, *self.registers)

    @property
    def main(self) -> tuple[Header, ...]:
        """The headers of the documents; where there is none, those of the registers."""
        return self.documents or self.registers


def merge(edition: Edition) -> tuple[Metadata, list[Diagnostic]]:
    """Return what the headers say together, and what is missing or contradictory among them."""
    if not edition.headers:
        return Metadata(), []
    settings, headers = edition.settings, [each.metadata for each in edition.headers]
    titles, found = _titles(edition)
    agents, doubtful = uniting.agents(
        chain(settings.creators, settings.contributors, *(each.agents for each in headers))
    )
    publishers = (settings.publisher,) if settings.publisher else uniting.agents(_all(headers, "publishers"))[0]
    licence, contradictions = _licence(edition)
    abstracts = settings.descriptions or _abstracts(edition)
    parts = tuple(map(_part, edition.headers))
    metadata = Metadata(
        titles=titles,
        agents=agents,
        publishers=publishers,
        publication_place=settings.place
        or next((each.publication_place for each in headers if each.publication_place), ""),
        publication_date=settings.date or _latest(each.publication_date for each in headers) or _latest_change(headers),
        version=settings.version or _shared(edition, "version"),
        identifiers=_identifiers(edition),
        licence=licence,
        abstracts=abstracts,
        keywords=_once(
            (*settings.keywords, *_all(headers, "keywords")), lambda each: (each.words.casefold(), each.scheme)
        ),
        languages=settings.languages or uniting.languages([each.languages for each in headers]),
        periods=_periods(headers),
        places=uniting.places(_all(headers, "places")),
        relations=_relations(edition, parts),
        funders=uniting.funders((*settings.funders, *_all(headers, "funders"))),
        changes=tuple(sorted(_once(_all(headers, "changes"), lambda each: each[:3]), key=lambda each: each.when)),
        project_description=_shared(edition, "project_description"),
        contact=settings.contact or next((each.contact for each in headers if each.contact), ""),
        sources=tuple(dict.fromkeys(_all(headers, "sources"))),
        parts=parts,
    )
    return metadata, [*found, *doubtful, *contradictions, *_lacking(edition, metadata)]


def _titles(edition: Edition) -> tuple[tuple[Title, ...], list[Diagnostic]]:
    settings, main = edition.settings, edition.main
    own = [{(each.text, each.kind, each.language): each for each in header.metadata.titles} for header in main]
    shared = [own[0][key] for key in uniting.common([list(each) for each in own])] if own else []
    wanted = settings.title or edition.title
    if wanted:
        chosen = Title(wanted, "main", "", settings.at if settings.title else main[0].place)
    else:
        order = ("main", "series") if len(main) == 1 else ("series", "main")
        found = next((each for kind in order for each in shared if each.kind == kind), None)
        if found is None and len(main) == 1 and shared:
            found = shared[0]
        if found is None:
            return (Title(edition.folder, "main", "", main[0].place),), _no_title(edition)
        chosen = found
    others = [each for each in shared if each.text != chosen.text]
    return (chosen, *others), []


def _no_title(edition: Edition) -> list[Diagnostic]:
    if not any(header.metadata.titles for header in edition.main):
        return []
    message = f'the documents have no title in common: the edition is called "{edition.folder}" after its folder'
    hint = 'write title = "…" into teikit.toml, or <title level="s"> into every titleStmt'
    return [Diagnostic.of(codes.NO_COMMON_TITLE, edition.main[0].place, message, hint=hint)]


def _licence(edition: Edition) -> tuple[Licence | None, list[Diagnostic]]:
    if edition.settings.licence:
        return edition.settings.licence, []
    first: Licence | None = None
    told: set[str] = set()
    found = []
    for licence in chain.from_iterable(header.licences for header in edition.headers):
        key = _licence_key(licence)
        if first is None:
            first, told = licence, {key}
        elif key not in told:
            told.add(key)
            message = (
                f"this licence ({_shown(licence)}) contradicts that of {first.place.path}, line {first.place.line}"
            )
            hint = "leave one of them, or write licence = “…” into [deposit] of teikit.toml".replace(
                "“…”", '"CC-BY-4.0"'
            )
            related = (Related(first.place, f"the other licence: {_shown(first)}"),)
            found.append(Diagnostic.of(codes.TWO_LICENCES, licence.place, message, hint=hint, related=related))
    return first, found


def _licence_key(licence: Licence) -> str:
    return licence.spdx or licence.target.rstrip("/").casefold() or licence.name.casefold()


def _shown(licence: Licence) -> str:
    return licence.spdx or licence.target or licence.name or "without words"


def _abstracts(edition: Edition) -> tuple[Abstract, ...]:
    own = [{(each.language, each.text): each for each in header.metadata.abstracts} for header in edition.main]
    shared = tuple(own[0][key] for key in uniting.common([list(each) for each in own])) if own else ()
    if shared:
        return shared
    description = _shared(edition, "project_description")
    if not description:
        return ()
    first = edition.main[0]
    return (Abstract("", description, first.place),)


def _identifiers(edition: Edition) -> tuple[Identifier, ...]:
    own = (Identifier("doi", edition.settings.doi),) if edition.settings.doi else ()
    shared = uniting.common([header.metadata.identifiers for header in edition.main])
    found = [each for each in shared if not own or each.scheme != "doi"]
    return tuple(dict.fromkeys((*own, *found)))


def _relations(edition: Edition, parts: Sequence[Part]) -> tuple[Relation, ...]:
    named = [*edition.settings.relations, *_all([each.metadata for each in edition.headers], "relations")]
    if len(edition.headers) > 1:
        shared = _identifiers(edition)
        for part, header in zip(parts, edition.headers, strict=True):
            lasting = (each for each in part.identifiers if each.scheme in ("doi", "url") and each not in shared)
            named += [Relation("HasPart", each.value, each.scheme, part.title, header.place) for each in lasting]
    return _once(named, lambda each: (each.kind, each.scheme, each.target or each.title.casefold()))


def _periods(headers: Sequence[Metadata]) -> tuple[Period, ...]:
    found: list[Period] = _all(headers, "periods")
    whole = union(each.edtf for each in found)
    return (Period(whole, found[0].words if len(found) == 1 else "", found[0].place),) if whole else ()


def _latest(dates: Iterable[str]) -> str:
    known = [(days_of(parse(date))[1] or 0, date) for date in dates if date]
    return max(known, default=(0, ""))[1]


def _latest_change(headers: Sequence[Metadata]) -> str:
    return _latest(change.when for header in headers for change in header.changes)


def _shared(edition: Edition, name: str) -> str:
    """Return a value that all documents which have one agree on, or ''."""
    values = {value for header in edition.main if (value := getattr(header.metadata, name))}
    return str(next(iter(values))) if len(values) == 1 else ""


def _part(header: Header) -> Part:
    metadata = header.metadata
    kinds = ("main", "sub", "alt")
    title = next((each.text for kind in kinds for each in metadata.titles if each.kind == kind), metadata.title)
    return Part(
        header.path,
        title,
        metadata.identifiers,
        tuple(each.tag for each in metadata.languages),
        tuple(each for each in metadata.agents if any(role.element == "author" for role in each.roles)),
        union(each.edtf for each in metadata.periods),
        metadata.abstracts[0].text if metadata.abstracts else "",
        metadata.sources,
    )


def _all(headers: Sequence[Metadata], name: str) -> list:  # type: ignore[type-arg]
    return list(chain.from_iterable(getattr(header, name) for header in headers))


def _once(values: Iterable, key: Callable) -> tuple:  # type: ignore[type-arg]
    first: dict = {}  # type: ignore[type-arg]
    for each in values:
        first.setdefault(key(each), each)
    return tuple(first.values())


def _lacking(edition: Edition, metadata: Metadata) -> Iterator[Diagnostic]:
    """Yield what no header has, and what some lack that each must have; each once, at the first of them."""
    settings = edition.settings
    if not settings.licence:
        without = [header for header in edition.headers if not header.licences]
        yield from _once_for(codes.NO_LICENCE, without, "the header has no licence", _LICENCE)
    for code, value, message, hint in (
        (codes.NO_AGENT, metadata.agents, "nobody is named as author, editor or otherwise responsible", _AGENT),
        (codes.NO_PUBLISHER, metadata.publishers, "no publisher is named", _PUBLISHER),
        (codes.NO_DATE, metadata.publication_date, "nothing says when the edition was published", _DATE),
        (codes.NO_DESCRIPTION, metadata.abstracts, "nothing describes the edition", _DESCRIPTION),
    ):
        if not value:
            yield _missing(code, edition, message, hint)
    if not settings.languages:
        main = (header for header in edition.main if not header.metadata.languages)
        silent = [header for header in main if not _has(header, codes.BAD_LANGUAGE)]
        message = "the document does not say in which language it is"
        yield from _once_for(codes.NO_LANGUAGE, silent, message, _LANGUAGE)


def _has(header: Header, code: Code) -> bool:
    return any(each.code is code for each in header.found)


def _missing(code: Code, edition: Edition, message: str, hint: str) -> Diagnostic:
    count = len(edition.headers)
    told = message if count == 1 else f"{message}, in none of {count} headers"
    return Diagnostic.of(code, edition.main[0].statement, told, hint=hint)


def _once_for(code: Code, headers: Sequence[Header], message: str, hint: str) -> Iterator[Diagnostic]:
    if headers:
        more = f" (and {len(headers) - 1} more)" if len(headers) > 1 else ""
        related = tuple(Related(each.statement, "here too") for each in headers[1 : _MOST_RELATED + 1])
        yield Diagnostic.of(code, headers[0].statement, message + more, hint=hint, related=related)
