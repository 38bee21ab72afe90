"""Building RELAX NG: elements of the schema, put together so that nothing empty or superfluous is left."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

RNG = "http://relaxng.org/ns/structure/1.0"
ANNOTATIONS = "http://relaxng.org/ns/compatibility/annotations/1.0"
XSD_TYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
MANY = 400
"""More repetitions than this are not counted out: the grammar then allows any number."""


def rng(kind: str, /, *children: etree._Element, text: str | None = None, **attributes: str) -> etree._Element:
    """Return an element of RELAX NG; attributes keep the order in which they are given."""
    element = etree.Element(f"{{{RNG}}}{kind}", attributes)
    element.text = text
    element.extend(children)
    return element


def is_empty(pattern: etree._Element) -> bool:
    """Is it the pattern `empty`?"""
    return pattern.tag == f"{{{RNG}}}empty"


def group(patterns: Iterable[etree._Element]) -> etree._Element:
    """Return the patterns one after the other; `empty` where there are none."""
    kept: list[etree._Element] = []
    for pattern in patterns:
        if pattern.tag == f"{{{RNG}}}group":
            kept.extend(pattern)
        elif not is_empty(pattern):
            kept.append(pattern)
    if not kept:
        return rng("empty")
    return kept[0] if len(kept) == 1 else rng("group", *kept)


def choice(patterns: Iterable[etree._Element]) -> etree._Element:
    """Return a choice of the patterns; `empty` where there are none."""
    kept: list[etree._Element] = []
    for pattern in patterns:
        if pattern.tag == f"{{{RNG}}}choice":
            kept.extend(pattern)
        else:
            kept.append(pattern)
    if not kept or all(is_empty(one) for one in kept):
        return rng("empty")
    return kept[0] if len(kept) == 1 else rng("choice", *kept)


def interleave(patterns: Iterable[etree._Element]) -> etree._Element:
    """Return the patterns in any order."""
    kept = [one for one in patterns if not is_empty(one)]
    if len(kept) < 2:
        return kept[0] if kept else rng("empty")
    return rng("interleave", *kept)


def wrap(name: str, pattern: etree._Element) -> etree._Element:
    """Return `optional`, `zeroOrMore` or `oneOrMore` of a pattern, without one such right inside another."""
    if is_empty(pattern):
        return pattern
    inner = etree.QName(pattern).localname
    if inner == name or (inner == "zeroOrMore" and name != "oneOrMore"):
        return pattern
    if inner in ("optional", "oneOrMore", "zeroOrMore"):
        name = "zeroOrMore"
        return rng(name, *pattern)
    return rng(name, *_flat(pattern))


def _flat(pattern: etree._Element) -> list[etree._Element]:
    return list(pattern) if pattern.tag == f"{{{RNG}}}group" else [pattern]


def documentation(text: str) -> list[etree._Element]:
    """Return the annotation that documents a pattern, none for no text."""
    if not text:
        return []
    note = etree.Element(f"{{{ANNOTATIONS}}}documentation")
    note.text = text
    return [note]
