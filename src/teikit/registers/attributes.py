"""Which attributes hold pointers: those whose datatype is teidata.pointer in TEI P5."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.xml.names import local_name

if TYPE_CHECKING:
    from lxml import etree

_ON_EVERY_ELEMENT = """
    adj adjFrom adjTo ana calendar change children code copyOf corresp datcat datingMethod datingPoint decls domains
    edRef end exclude fVal facs feats filter follow fromUnit given hand inst lemmaRef mergedIn mutual next nymRef origin
    parent parts perf period prev property ref rendition replyTo resp sameAs scribeRef scriptRef select since
    source spanTo synch target targetDatcat targetEnd toUnit toWhom unitRef uri url valueDatcat who wit
"""
_ON_SOME_ELEMENTS = {
    "active": "relation",
    "class": "msContents msItem msItemStruct",
    "from": "app arc rt span",
    "location": (
        "entryFree hom sense form orth pron hyph syll gram gen number case per tns mood iType gramGrp pos subc colloc "
        "def etym lang usg lbl xr re oRef pRef"
    ),
    "new": "handShift",
    "passive": "relation",
    "require": "lem rdg rdgGrp",
    "scheme": "keywords classCode catRef locus locusGrp occupation socecStatus",
    "start": (
        "gap ellipsis media binaryObject u pause vocal kinesic incident writing annotationBlock post surface zone path "
        "line when"
    ),
    "to": "app arc rt span",
    "value": "node root iNode leaf eTree triangle eLeaf",
    "where": "conversion event",
}

POINTERS: dict[str, frozenset[str] | None] = {
    **dict.fromkeys(_ON_EVERY_ELEMENT.split()),
    **{attribute: frozenset(elements.split()) for attribute, elements in _ON_SOME_ELEMENTS.items()},
}
"""Pointer attribute → the elements on which it holds pointers (None: on every element that has it)."""


def pointers_of(element: etree._Element) -> Iterator[tuple[str, list[str]]]:
    """Yield each pointer attribute of an element with its pointers, split at white space.

    Attributes that hold one pointer only are split too: a space cannot stand inside a URI.
    """
    for attribute, value in element.attrib.items():
        name = str(attribute)
        if name in POINTERS:
            elements = POINTERS[name]
            if elements is None or local_name(str(element.tag)) in elements:
                yield name, str(value).split()
