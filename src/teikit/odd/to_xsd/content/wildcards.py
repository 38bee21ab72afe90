"""Arbitrary elements and attributes: wildcards, and what of them has to be asserted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from teikit.odd.to_xsd.assertions import QName
from teikit.odd.to_xsd.content.content import Content
from teikit.odd.to_xsd.grammar import listed
from teikit.odd.to_xsd.simple import xs
from teikit.rng.automaton.name_classes import AnyName, Name, NameChoice, NameClass, NsName


class Beyond(NamedTuple):
    """What a wildcard leaves open: tests that close it, and what they do not close ('' for nothing)."""

    tests: tuple[str, ...]
    fault: str


def any_element(wildcards: tuple[NameClass, ...], named: list[str]) -> tuple[etree._Element, bool]:
    """Return the wildcard of a content model, and whether it needs version 1.1."""
    attributes, _, needs_11 = _namespaces(wildcards)
    return xs("any", processContents="skip", **attributes), needs_11 or bool(named)


def any_attribute(wildcards: tuple[NameClass, ...]) -> tuple[etree._Element, bool, bool]:
    """Return the wildcard of attributes, whether it is exact, and whether it needs version 1.1."""
    attributes, exact, needs_11 = _namespaces(wildcards)
    return xs("anyAttribute", processContents="skip", **attributes), exact, needs_11


def _namespaces(wildcards: tuple[NameClass, ...]) -> tuple[dict[str, str], bool, bool]:
    """Return the attributes of a wildcard, whether they say all, and whether they need version 1.1."""
    if all(isinstance(one, NsName) for one in wildcards):
        exact = all(isinstance(one, NsName) and one.exception is None for one in wildcards)
        names = sorted({one.namespace or "##local" for one in wildcards if isinstance(one, NsName)})
        return {"namespace": " ".join(names)}, exact, False
    only = wildcards[0]
    if len(wildcards) == 1 and isinstance(only, AnyName):
        left_out = list(_parts(only.exception))
        spaces = sorted({one.namespace or "##local" for one in left_out if isinstance(one, NsName)})
        exact = all(isinstance(one, NsName) and one.exception is None for one in left_out)
        return ({"notNamespace": " ".join(spaces)} if spaces else {}), exact, bool(spaces)
    return {}, False, False


def _parts(name_class: NameClass | None) -> Iterator[NameClass]:
    if isinstance(name_class, NameChoice):
        yield from _parts(name_class.left)
        yield from _parts(name_class.right)
    elif name_class is not None:
        yield name_class


def outside_of(content: Content, qname: QName) -> Beyond:
    """Return what closes a wildcard: all that stands inside an arbitrary element is as arbitrary as itself."""
    if not content.wildcards:
        return Beyond((), "")
    if not content.arbitrary:
        return Beyond((), "what stands inside an arbitrary element is not looked at")
    only = content.wildcards[0]
    if len(content.wildcards) == 1 and only == AnyName(None) and not content.keys:
        return Beyond((), "")
    left_out = list(_parts(only.exception)) if isinstance(only, AnyName) and len(content.wildcards) == 1 else []
    if not left_out or not all(_is_plain(one) for one in left_out):
        return Beyond((), "what stands inside an arbitrary element is not looked at")
    tests = sorted(_test(one, qname) for one in left_out)
    children = (
        f"*[not({' or '.join(f'self::{qname(name)}' for name in sorted(content.keys))})]" if content.keys else "*"
    )
    return Beyond((f"empty({children}/descendant-or-self::*[{' or '.join(tests)}])",), "")


def _is_plain(name_class: NameClass) -> bool:
    return isinstance(name_class, Name) or (isinstance(name_class, NsName) and name_class.exception is None)


def _test(name_class: NameClass, qname: QName) -> str:
    if isinstance(name_class, NsName):
        return f"namespace-uri() = '{name_class.namespace}'"
    return " or ".join(f"self::{qname(name)}" for name in listed(name_class))
