"""The entries of registers: persons, places and the like, with what tells them apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from teikit.diagnostics import Location
from teikit.xml import TEI, XML, clark, local_name

if TYPE_CHECKING:
    from lxml import etree

    from teikit.project.markup import Markup

AGENTS = frozenset(["person", "personGrp", "persona", "org", "role", "castItem", "castGroup"])
"""Elements that stand for somebody who can speak or act."""

WORKS = frozenset(["bibl", "biblStruct", "biblFull", "msDesc"])
"""Elements that are entries where they are children of `listBibl`."""

REGISTERED = WORKS | {"person", "personGrp", "persona", "org", "place", "event", "object"}
"""Elements that are entries of a register."""

_MOST_NAMES = 50
_NAMES = tuple(clark(TEI, name) for name in ("persName", "orgName", "name", "role"))
_ID = clark(XML, "id")
_KINDS = sorted(AGENTS | REGISTERED)
_WORD = re.compile(r"[^\W_]+")


class Entry(NamedTuple):
    """One entry, or one role of a cast.

    `kind` is its element's local name, `ids` are the ids of the elements in it, its own first. `names` are its names as
    they are written, white space normalised. `dates` are the dating attributes of birth and death, `idnos` its
    identifiers as type and value, `same` the pointers by which it says what else it is.
    """

    id: str
    kind: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    dates: tuple[str, ...]
    idnos: tuple[tuple[str, str], ...]
    same: tuple[str, ...]
    place: Location


def entries_of(markup: Markup) -> Iterator[Entry]:
    """Yield the entries of a document that have an id, those of registers and those of a cast, kind by kind."""
    for element in (element for kind in _KINDS for element in markup.named.get(kind, ())):
        if _is_entry(element):
            name = " ".join(element.get(_ID, "").split())
            if name:
                yield _entry(element, name, markup)


def _is_entry(element: etree._Element) -> bool:
    """Tell a work that is listed from one that is cited in passing; the other elements are entries anywhere."""
    if local_name(str(element.tag)) not in WORKS:
        return True
    parent = element.getparent()
    return parent is not None and parent.tag == clark(TEI, "listBibl")


def _entry(element: etree._Element, name: str, markup: Markup) -> Entry:
    inner = (node.get(_ID) for node in element.iterdescendants("*"))
    same = (pointer for attribute in ("sameAs", "corresp", "copyOf") for pointer in element.get(attribute, "").split())
    return Entry(
        id=name,
        kind=local_name(str(element.tag)),
        ids=(name, *(" ".join(each.split()) for each in inner if each)),
        names=tuple(_names(element)),
        dates=tuple(_dates(element)),
        idnos=tuple(_idnos(element)),
        same=tuple(same),
        place=markup.document.locate(element),
    )


def _names(element: etree._Element) -> Iterator[str]:
    for number, node in enumerate(element.iter(*_NAMES)):
        if number >= _MOST_NAMES:
            return
        yield unicodedata.normalize("NFC", " ".join("".join(map(str, node.itertext())).split()))


def _dates(element: etree._Element) -> Iterator[str]:
    for name in ("birth", "death"):
        for node in element.iterchildren(clark(TEI, name)):
            date = node if node.get("when") else next(node.iterchildren(clark(TEI, "date")), node)
            when = date.get("when") or date.get("when-iso")
            if when:
                yield f"{name} {when}"


def _idnos(element: etree._Element) -> Iterator[tuple[str, str]]:
    for node in element.iterchildren(clark(TEI, "idno")):
        value = " ".join("".join(map(str, node.itertext())).split())
        if value:
            yield (node.get("type", "").casefold(), value)


def words(text: str) -> frozenset[str]:
    """Return the words of a name, whatever their order and case."""
    return frozenset(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))
