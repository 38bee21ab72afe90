"""Schematron that stands as annotations in a RELAX NG schema, in the XML syntax, and in the files it includes."""

from __future__ import annotations

import os
from collections.abc import Iterator

from lxml import etree

from teikit.schematron import codes
from teikit.schematron.model import SCH, XSLT, Expression
from teikit.schematron.reading.content import Content
from teikit.schematron.reading.includes import Found
from teikit.schematron.reading.schema import Top
from teikit.schematron.reading.sources import Files, Source, local_file
from teikit.xml import clark, local_name, namespace

RNG = "http://relaxng.org/ns/structure/1.0"
_GATHERED = frozenset(
    clark(SCH, name)
    for name in ("pattern", "rule", "assert", "report", "let", "phase", "diagnostics", "properties", "include", "title")
)
_XSLT = frozenset(clark(XSLT, name) for name in ("function", "key", "variable", "accumulator"))
_DEFINITIONS = (clark(RNG, "define"), clark(RNG, "start"))


def top_of_grammar(files: Files, source: Source) -> Top:
    """Return the Schematron in a grammar: every outermost element of it, in the order of the document."""
    gathered: list[Found] = []
    prefixes: dict[str, str] = {}
    read: set[str] = set()
    _gather(files, source, frozenset(), read, gathered, prefixes)
    kept = source._replace(prefixes=prefixes)
    children = [each._replace(source=each.source._replace(prefixes=prefixes)) for each in gathered]
    return Top(kept, {}, children, True)


def _gather(
    files: Files,
    source: Source,
    replaced: frozenset[str],
    read: set[str],
    gathered: list[Found],
    prefixes: dict[str, str],
) -> None:
    here = os.path.realpath(source.path)
    if here in read:
        return
    read.add(here)
    for element in _outermost(source.document.root, replaced):
        tag = str(element.tag)
        if tag in (clark(RNG, "include"), clark(RNG, "externalRef")):
            target = _included(files, element, source)
            if target is not None:
                again = replaced | {_ident(each) for each in element.iter(*_DEFINITIONS)}
                _gather(files, target, again, read, gathered, prefixes)
            continue
        for ns in element.iter(clark(SCH, "ns")):
            if ns.get("prefix", "").strip() not in prefixes:
                files.declare(ns, source, prefixes)
        if tag in _GATHERED or tag in _XSLT:
            gathered.append(Found(element, source, (here,)))


def _included(files: Files, element: etree._Element, source: Source) -> Source | None:
    """Return the file of an include; what is wrong with it is for the grammar layer to say."""
    file = local_file(element.get("href", ""), source.path)
    if file is None or not os.path.isfile(file):  # noqa: PTH113
        return None
    place = source.place(element, "href")
    return files.referred(element.get("href", ""), source, place, ()) if files.may_go_on(place) else None


def _outermost(root: etree._Element, replaced: frozenset[str]) -> Iterator[etree._Element]:
    """Yield includes and the outermost elements of Schematron and XSLT, not those of replaced definitions."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        uri = namespace(str(element.tag))
        if uri in (SCH, XSLT):
            yield element
            continue
        if uri == RNG:
            if replaced and element.tag in _DEFINITIONS and _ident(element) in replaced:
                continue
            if local_name(str(element.tag)) in ("include", "externalRef"):
                yield element
        waiting.extend(reversed([*element.iterchildren(etree.Element)]))


def _ident(element: etree._Element) -> str:
    return element.get("name", "").strip()


def context_of(content: Content, found: Found) -> Expression | None:
    """Return the context of an assertion that stands in no rule: the element that the grammar describes there."""
    for ancestor in found.element.iterancestors(clark(RNG, "element")):
        name = ancestor.get("name", "").strip()
        if not name:
            break
        prefix, _, local = name.rpartition(":")
        uri = ancestor.nsmap.get(prefix) if prefix else None
        if uri is None:
            uri = next(
                (str(each.get("ns")) for each in (ancestor, *ancestor.iterancestors()) if "ns" in each.attrib), ""
            )
        place = found.source.place(found.element)
        return Expression(content.number(), f"Q{{{uri}}}{local}", place, (), found.source.base)
    message = "the assertion is in no rule and in no element with a name, so it does not run"
    hint = "put it into a rule with a context"
    content.files.fault(codes.INVALID_SCHEMA, found.source.place(found.element), message, hint)
    return None
