"""What `titleStmt`, `editionStmt` and `publicationStmt` say: titles, version, place, date, identifiers, licence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.deposit.metadata import codes
from teikit.deposit.metadata.header.notes import Notes
from teikit.deposit.metadata.header.text import child, children, language_of, text_of, within
from teikit.deposit.metadata.model import Identifier, Licence, Title
from teikit.deposit.metadata.vocabularies import licences as known
from teikit.deposit.metadata.vocabularies.identifiers import identifier_of

if TYPE_CHECKING:
    from lxml import etree

_KINDS = {"subordinate": "sub", "subtitle": "sub", "parallel": "alt", "alternative": "alt", "translated": "alt"}
_EDITION = re.compile(r"edition|version|auflage|ausgabe|édition|edizione|edición|release|revision|[0-9]", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:version|release|revision|rev\.?|v\.?)\s*([0-9][0-9A-Za-z.+-]*)\.?", re.IGNORECASE)
_LONGEST_VERSION = 60
_LONGEST_NAME = 250
_WEB = re.compile(r"(?:https?://|urn:)\S+$", re.IGNORECASE)


def titles(file_desc: etree._Element | None, notes: Notes) -> Iterator[Title]:
    """Yield the titles; `kind` is `series` for one of level s, `main` for the first that has no type."""
    elements = [each for each in children(child(file_desc, "titleStmt"), "title") if text_of(each)]
    has_main = any((each.get("type") or "") == "main" for each in elements)
    for element in elements:
        kind = (element.get("type") or "").strip()
        if element.get("level") == "s" and kind in ("", "main"):
            kind = "series"
        elif not kind:
            kind, has_main = ("alt" if has_main else "main"), True
        yield Title(text_of(element), _KINDS.get(kind, kind), language_of(element), notes.locate(element))
    for element in children(child(file_desc, "seriesStmt"), "title"):
        if text_of(element):
            yield Title(text_of(element), "series", language_of(element), notes.locate(element))


def version(file_desc: etree._Element | None) -> str:
    """Return the version: `@n` of `edition`, else what its words say; '' where they speak of no edition."""
    edition = child(file_desc, "editionStmt", "edition")
    if edition is None:
        return ""
    number = (edition.get("n") or "").strip()
    text = text_of(edition, ("date", "title", "interpGrp", "note"))
    if number or not _EDITION.search(text) or len(text) > _LONGEST_VERSION:
        return number
    match = _NUMBERED.fullmatch(text)
    return match.group(1) if match else text


def publication_date(file_desc: etree._Element | None, notes: Notes) -> str:
    """Return when it was published, in EDTF: the first date of `publicationStmt`, else of `editionStmt`; or ''."""
    for statement in (child(file_desc, "publicationStmt"), child(file_desc, "editionStmt")):
        found = [
            date
            for element in within(statement, "date")
            if not any(parent.tag.endswith("}availability") for parent in element.iterancestors("*"))
            and (date := notes.date(element))
        ]
        if found:
            return found[0]
    return ""


def identifiers(statement: etree._Element | None, notes: Notes) -> Iterator[Identifier]:
    """Yield the identifiers of the document, nested ones included, without those of publishers."""
    outside = [
        each
        for each in within(statement, "idno")
        if not any(
            parent.tag.endswith(("}publisher", "}authority", "}distributor", "}availability"))
            for parent in each.iterancestors("*")
        )
    ]
    for element in outside:
        found = identifier_of(element.get("type") or "", text_of(element, ("idno",)))
        if found:
            yield from notes.sound((found,), element)


def licences(statement: etree._Element | None, notes: Notes) -> Iterator[Licence]:
    """Yield the licences: `licence`, or else what the prose of `availability` points to or names unmistakably."""
    found = [each for element in within(statement, "licence") if (each := _licence(element, notes)) is not None]
    yield from found
    if found:
        return
    for availability in within(statement, "availability"):
        pointers = [each for each in within(availability, "ref", "ptr") if known.spdx_of(each.get("target") or "")]
        for element in pointers:
            target = (element.get("target") or "").strip()
            spdx = known.spdx_of(target)
            yield Licence(target, known.name_of(spdx), spdx, notes.locate(element))
        spdx = "" if pointers else known.spdx_in(text_of(availability))
        if spdx:
            place = notes.locate(availability)
            notes.tell(codes.NO_TARGET, place, "the licence is only named in prose", _address(spdx))
            yield Licence("", known.name_of(spdx), spdx, place)


def _licence(element: etree._Element, notes: Notes) -> Licence | None:
    """Return what a `licence` says, None where it says nothing; what stands inside it mends a missing target."""
    target = " ".join((element.get("target") or "").split())
    text = text_of(element)
    inside = [(each.get("target") or "").strip() for each in within(element, "ref", "ptr")]
    address = next((each for each in (target, *inside, text) if _WEB.match(each) and known.spdx_of(each)), "")
    spdx = known.spdx_of(target) or known.spdx_of(address) or known.spdx_in(text)
    if not (target or spdx or text):
        return None
    place = notes.locate(element)
    if not _WEB.match(target):
        message = f'the target "{target}" of the licence is no address' if target else "the licence has no target"
        notes.tell(codes.NO_TARGET, place, message, _address(spdx))
        target = address or target
    name = known.name_of(spdx) or (text if len(text) <= _LONGEST_NAME else "")
    return Licence(target, name, spdx, place)


def _address(spdx: str) -> str:
    address = known.address_of(spdx) if spdx else "https://creativecommons.org/licenses/by/4.0/"
    return f'write <licence target="{address}">'


def place_of_publication(statement: etree._Element | None) -> str:
    """Return the first place of publication, or ''."""
    return next(filter(None, map(text_of, within(statement, "pubPlace"))), "")


def contact(statement: etree._Element | None) -> str:
    """Return the first address of electronic mail, or ''."""
    return next(filter(None, map(text_of, within(statement, "email"))), "")
