"""`include` and `extends` by `href` (clauses 5.4.4 and 5.4.5)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from teikit.schematron import codes
from teikit.schematron.model import SCH
from teikit.schematron.reading.sources import Files, Source
from teikit.xml import XML, clark

_INCLUDE = clark(SCH, "include")
_XML_ID = clark(XML, "id")


class Found(NamedTuple):
    """An element and the file it stands in; `chain` are the files that are being read, outermost first."""

    element: etree._Element
    source: Source
    chain: tuple[str, ...]


def children(files: Files, parent: Found) -> Iterator[Found]:
    """Yield the child elements, with what is included in the place of every `include`."""
    for child in parent.element.iterchildren(etree.Element):
        found = Found(child, parent.source, parent.chain)
        if child.tag != _INCLUDE:
            yield found
        else:
            yield from included(files, found)


def included(files: Files, found: Found) -> Iterator[Found]:
    """Yield the element that an `include` stands for."""
    target = referred(files, found)
    if target is None:
        return
    if target.element.tag == _INCLUDE:
        yield from included(files, target)
    else:
        yield target


def referred(files: Files, found: Found) -> Found | None:
    """Return the element that the `href` of an element names: the root of a file, or what has the id."""
    href = (found.element.get("href") or "").strip()
    place = found.source.place(found.element, "href")
    if not href:
        files.fault(codes.INVALID_SCHEMA, place, "there is no href, so nothing is included", 'add href="…"')
        return None
    if not files.may_go_on(place):
        return None
    address, _, fragment = href.partition("#")
    here = os.path.realpath(found.source.path)
    chain = (*found.chain, here) if address else found.chain
    source = files.referred(address, found.source, place, chain) if address else found.source
    if source is None:
        return None
    element = source.document.root
    if fragment:
        named = [each for each in element.iter(etree.Element) if fragment in (each.get(_XML_ID), each.get("id"))]
        if not named or any(each is found.element for each in named[0].iter()):
            message = f"there is nothing with the id “{fragment}” in “{address or found.source.path}”"
            files.fault(codes.FILE_NOT_READ, place, message, "check the id")
            return None
        element = named[0]
    return Found(element, source, chain)
