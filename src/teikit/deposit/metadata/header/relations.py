"""What the edition was made from and belongs to, as `sourceDesc`, `notesStmt` and `seriesStmt` say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.deposit.metadata.header.notes import Notes
from teikit.deposit.metadata.header.text import child, children, text_of, within
from teikit.deposit.metadata.model import Identifier, Relation, Scheme
from teikit.deposit.metadata.vocabularies.identifiers import identifier_in, identifier_of
from teikit.xml import TEI, clark

if TYPE_CHECKING:
    from lxml import etree

_CITED = ("bibl", "biblStruct", "biblFull")
_KINDS = {
    **{"host": "IsPartOf", "series": "IsPartOf", "part": "HasPart", "constituent": "HasPart"},
    **{"original": "IsDerivedFrom", "source": "IsDerivedFrom", "otherform": "IsVariantFormOf"},
    **{"preceding": "Continues", "succeeding": "IsContinuedBy", "isreferencedby": "IsReferencedBy"},
    **{"review": "IsReviewedBy", "reviewof": "Reviews", "version": "IsVersionOf", "translatedfrom": "IsDerivedFrom"},
}
_BEST: tuple[Scheme, ...] = ("doi", "isbn", "issn", "wikidata", "gnd", "url")
_LONGEST = 300


def relations(header: etree._Element, notes: Notes) -> Iterator[Relation]:
    """Yield the sources that are cited, related items and the series, with an identifier or only with words.

    Manuscripts are no relations, because nothing but words identifies them: see `manuscripts`.
    """
    file_desc = child(header, "fileDesc")
    inner = frozenset(clark(TEI, name) for name in (*_CITED, "relatedItem", "msDesc"))
    for element in within(child(file_desc, "sourceDesc"), *_CITED):
        if not any(parent.tag in inner for parent in element.iterancestors("*")):
            yield from _relation("IsDerivedFrom", element, notes)
    for element in within(file_desc, "relatedItem"):
        kind = _KINDS.get((element.get("type") or "").casefold(), "References")
        inside = children(element, *_CITED)
        yield from _relation(kind, inside[0] if inside and not element.get("target") else element, notes)
    for series in children(file_desc, "seriesStmt"):
        if next(within(series, "idno"), None) is not None:
            yield from _relation("IsPartOf", series, notes)


def _relation(kind: str, element: etree._Element, notes: Notes) -> Iterator[Relation]:
    found, title = _identified(element, notes)
    place = notes.locate(element)
    for scheme in _BEST:
        target = next((each.value for each in notes.sound(found, element) if each.scheme == scheme), "")
        if target:
            yield Relation(kind, target, scheme, title, place)
            return
    if title:
        yield Relation(kind, "", "local", title, place)


def _identified(element: etree._Element, notes: Notes) -> tuple[list[Identifier], str]:
    """Return the identifiers of a citation and its title, with those of the entry that it points to."""
    found = list(_own(element))
    title = _title(element)
    for attribute in ("sameAs", "corresp", "target", "copyOf"):
        for token in (element.get(attribute) or "").split():
            known = identifier_in(token)
            entry = None if known and known.scheme != "url" else notes.source.follow(token, element)
            if entry is not None:
                found += _own(entry)
                title = _title(entry) or title
            elif known is not None:
                found.append(known)
    return found, title or text_of(element, ("note", "biblScope"))[:_LONGEST]


def _own(element: etree._Element) -> Iterator[Identifier]:
    """Yield the identifiers in a citation: `idno` first, then the addresses that it points to."""
    for idno in within(element, "idno"):
        if not any(parent.tag == clark(TEI, "msIdentifier") for parent in idno.iterancestors("*")):
            found = identifier_of(idno.get("type") or "", text_of(idno, ("idno",)))
            if found and found.scheme != "local":
                yield found
    for pointer in within(element, "ptr", "ref"):
        yield from filter(None, map(identifier_in, (pointer.get("target") or "").split()))


def _title(element: etree._Element) -> str:
    """Return the title of a citation: of the article, the letter or the volume, whichever comes first."""
    return next(filter(None, map(text_of, within(element, "title"))), "")[:_LONGEST]


def manuscripts(header: etree._Element) -> Iterator[str]:
    """Yield the words for each manuscript: place, holder, collection and shelf mark."""
    for identifier in within(child(header, "fileDesc", "sourceDesc"), "msIdentifier"):
        names = ("settlement", "institution", "repository", "collection")
        words = [text for each in children(identifier, *names) if (text := text_of(each))]
        marks = children(identifier, "idno")
        shelf = [each for each in marks if (each.get("type") or "").casefold() in ("shelf", "shelfmark", "signature")]
        words += [text for each in shelf or marks if (text := text_of(each, ("idno",)))]
        if words:
            yield ", ".join(words)
