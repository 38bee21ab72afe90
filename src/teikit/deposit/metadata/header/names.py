"""Names of persons and organisations, as headers and registers write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from teikit.deposit.metadata.header.text import child, children, text_of, within
from teikit.deposit.metadata.model import Identifier, Kind
from teikit.deposit.metadata.vocabularies.identifiers import identifier_in, identifier_of
from teikit.xml import local_name

if TYPE_CHECKING:
    from lxml import etree

HOLDERS = ("persName", "orgName", "name", "rs")
"""Elements that hold a name inside `author`, `editor`, `respStmt` and their like."""

_BESIDE = ("address", "email", "affiliation", "idno", "note", "num", "date", "desc", "graphic", "resp", "roleName")
_SUFFIXES = re.compile(r"(?:Jr|Sr|I{1,3}|IV|Ph\.? ?D|M\.? ?A|M\.? ?D|Dr|Prof)\b\.?", re.IGNORECASE)
_ORGANISATIONS = ("org", "organisation", "organization", "institution", "corporate", "corp", "project", "organisations")
_PREFERRED = ("preferred", "pref", "main", "reg", "label", "preferredname", "full")
_MOST_WORDS = 5
_LONGEST_NAME = 500
_MAIL = re.compile(r"[,;]?\s*<?[^\s<>@,;]+@[^\s<>@,;]+>?")
_LIFE = re.compile(r"\s*\([^()]{0,10}[0-9]{3,4}[^()]{0,30}\)$")


class Name(NamedTuple):
    """A name in natural order, and its parts where they are told apart."""

    text: str
    given: str = ""
    family: str = ""
    kind: Kind = "person"


class Entry(NamedTuple):
    """What a register says of an agent or a place."""

    name: Name
    identifiers: tuple[Identifier, ...]


def name_of(element: etree._Element) -> Name:
    """Return the name that an element holds; its text is '' where there is none."""
    kind: Kind = "organisation" if _is_organisation(element) else "person"
    if kind == "person":
        given = " ".join(filter(None, (text_of(each) for each in within(element, "forename"))))
        family = " ".join(filter(None, (text_of(each) for each in within(element, "nameLink", "surname"))))
        if given or family:
            generation = text_of(next(within(element, "genName"), None))
            return Name(" ".join(filter(None, (given, family, generation))), given, family)
    text = text_of(element, _BESIDE)
    return parted(text) if kind == "person" else Name(text, kind=kind)


def parted(text: str) -> Name:
    """Return a person's name that is written as one text; `Family, Given` is turned round.

    An address of electronic mail and dates of life behind the name are no part of it. Nothing else is taken apart:
    in `Liu Jingren` the family name comes first, in `Nina Lamal` last.
    """
    if len(text) > _LONGEST_NAME:
        return Name(text)
    text = _LIFE.sub("", _MAIL.sub("", text)).strip(" ,;")
    family, comma, given = (part.strip() for part in text.partition(","))
    is_inverted = bool(comma and family and given) and not given[0].islower() and "," not in given
    if is_inverted and not _SUFFIXES.fullmatch(given) and max(len(given.split()), len(family.split())) <= _MOST_WORDS:
        return Name(f"{given} {family}", given, family)
    return Name(text)


def holders(element: etree._Element) -> list[etree._Element]:
    """Return the elements in `author`, `editor` or the like that each hold one agent's name.

    Names in several languages or of several types are one agent's: the first is taken. The element itself holds the
    name where it has no such child.
    """
    found = children(element, *HOLDERS)
    if len(found) > 1 and all(local_name(str(each.tag)) == "persName" for each in found):
        marks = {(each.get("{http://www.w3.org/XML/1998/namespace}lang"), each.get("type")) for each in found}
        if len(marks) == len(found):
            return [_preferred(found)]
    return found or [element]


def entry_of(element: etree._Element) -> Entry:
    """Return the name and the identifiers of a register's entry, or of any element that a pointer leads to."""
    tag = local_name(str(element.tag))
    if tag in (*HOLDERS, "author", "editor"):
        return Entry(name_of(element), tuple(_identifiers(element)))
    names = children(element, "persName", "orgName", "placeName", "name", "label", "geogName")
    name = name_of(_preferred(names)) if names else Name("")
    if tag == "org":
        name = Name(name.text, kind="organisation")
    elif tag == "place":
        name = Name(text_of(_preferred(names)) if names else text_of(child(element, "settlement")))
    return Entry(name, tuple(dict.fromkeys(_identifiers(element))))


def _preferred(names: list[etree._Element]) -> etree._Element:
    return next((each for each in names if (each.get("type") or "").casefold() in _PREFERRED), names[0])


def _identifiers(element: etree._Element) -> Iterator[Identifier]:
    """Yield what `idno` says of the entry itself or of its names, and what pointers of the entry say."""
    for name in (element, *children(element, "persName", "orgName", "placeName", "name")):
        for idno in children(name, "idno"):
            for each in (idno, *within(idno, "idno")):
                found = identifier_of(each.get("type") or "", text_of(each, ("idno",)))
                if found:
                    yield found
        for attribute in ("sameAs", "ref", "corresp", "key"):
            yield from filter(None, map(identifier_in, (name.get(attribute) or "").split()))


def _is_organisation(element: etree._Element) -> bool:
    if local_name(str(element.tag)) in ("orgName", "funder", "sponsor", "publisher", "authority", "distributor"):
        # A funder may be a person, and then says so.
        return next(within(element, "persName", "surname"), None) is None
    types = ((element.get(name) or "").casefold() for name in ("type", "role"))
    return any(each in _ORGANISATIONS for each in types) or (
        next(within(element, "orgName"), None) is not None
        and next(within(element, "persName", "surname", "forename", "affiliation"), None) is None
    )
