"""Reading one teiHeader.

`headers_of` reads a file as far as the end of its header and gives what the header says as a `Header`: a `Metadata` of
that document alone, and the diagnostics found on the way. `source` follows pointers into the document and the registers
of the project; `people`, `publication`, `profile` and `relations` read the parts of the header that their docstrings
name; `names`, `dating` and `text` read names, dates and words.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from teikit.deposit.metadata import codes
from teikit.deposit.metadata.header import people, profile, publication, relations
from teikit.deposit.metadata.header.notes import Notes
from teikit.deposit.metadata.header.source import Registers, Source
from teikit.deposit.metadata.header.text import child
from teikit.deposit.metadata.model import Licence, Metadata, Title
from teikit.diagnostics import Diagnostic, DocumentError, Location
from teikit.project import Conventions
from teikit.xml import local_name

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Header", "Registers", "headers_of"]


class Header(NamedTuple):
    """What one header says: of `metadata`, everything but the parts. `licences` are all that it names.

    `place` is where the header begins; `statement` where its `publicationStmt` does, for what is missing there.
    """

    path: str
    metadata: Metadata
    licences: tuple[Licence, ...]
    place: Location
    statement: Location
    found: tuple[Diagnostic, ...]


def headers_of(
    path: str, conventions: Conventions, registers: Registers
) -> tuple[tuple[Header, ...], list[Diagnostic]]:
    """Return the headers of a file (of a corpus, several), and why there are none.

    Raises `TeikitError` where there is no such file.
    """
    try:
        source = Source(path, conventions, registers)
    except DocumentError as error:
        return (), list(error.diagnostics)
    found = tuple(_read(header, source) for header in source.headers()) or tuple(
        _included(source, conventions, registers)
    )
    if found or local_name(str(source.document.root.tag)) not in ("TEI", "teiCorpus", "TEI.2"):
        return found, []
    hint = "begin the document with a teiHeader"
    message = "the document has no teiHeader"
    return (), [Diagnostic.of(codes.NO_HEADER, source.locate(source.document.root), message, hint=hint)]


def _included(source: Source, conventions: Conventions, registers: Registers) -> Iterator[Header]:
    """Yield the headers that a document without one includes from other files."""
    for path in source.included():
        try:
            other = Source(Path(os.path.relpath(path)).as_posix(), conventions, registers)
        except DocumentError:
            continue
        if local_name(str(other.document.root.tag)) == "teiHeader":
            yield _read(other.document.root, other)._replace(path=source.path)


def _read(header: etree._Element, source: Source) -> Header:
    notes = Notes(source)
    file_desc = child(header, "fileDesc")
    statement = child(file_desc, "publicationStmt")
    place = source.locate(header)
    titles = tuple(_titles(header, file_desc, notes))
    licences = tuple(publication.licences(statement, notes))
    metadata = Metadata(
        titles=titles,
        agents=tuple(people.agents(file_desc, notes)),
        publishers=tuple(people.publishers(statement, notes)),
        publication_place=publication.place_of_publication(statement),
        publication_date=publication.publication_date(file_desc, notes),
        version=publication.version(file_desc),
        identifiers=tuple(dict.fromkeys(publication.identifiers(statement, notes))),
        licence=licences[0] if licences else None,
        abstracts=tuple(profile.abstracts(header, notes)),
        keywords=tuple(profile.keywords(header, notes)),
        languages=tuple(profile.languages(header, notes)),
        periods=tuple(profile.periods(header, notes)),
        places=tuple(profile.places(header, notes)),
        relations=tuple(relations.relations(header, notes)),
        funders=tuple(people.funders(file_desc, notes)),
        changes=tuple(profile.changes(header, notes)),
        project_description=profile.project_description(header),
        contact=publication.contact(statement),
        sources=tuple(dict.fromkeys(relations.manuscripts(header))),
    )
    where = place if statement is None else source.locate(statement)
    return Header(source.path, metadata, licences, place, where, tuple(notes.found))


def _titles(header: etree._Element, file_desc: etree._Element | None, notes: Notes) -> Iterator[Title]:
    """Yield the titles, and say so where there is none."""
    found = list(publication.titles(file_desc, notes))
    statement = child(file_desc, "titleStmt")
    if not found:
        place = notes.locate(statement if statement is not None else header)
        notes.tell(codes.NO_TITLE, place, "the header has no title", "write <title> into titleStmt (in fileDesc)")
    yield from found
