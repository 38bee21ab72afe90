"""Nodes of a schema in a stylesheet: as instructions that make them, or as the instructions that they are."""

from __future__ import annotations

import copy
from collections.abc import Iterable

from lxml import etree

from teikit.schematron.model import Foreign
from teikit.schematron.program import Part
from teikit.schematron.transpiling.lines import Lines, escape, literal, place_of
from teikit.xml.names import local_name, namespace


def constructor(nodes: Iterable[str | etree._Element]) -> str:
    """Return instructions that make nodes as they stand in the schema, whatever they would mean in a stylesheet."""
    return "".join(f"<_:text>{escape(node)}</_:text>" if isinstance(node, str) else _element(node) for node in nodes)


def _element(node: etree._Element) -> str:
    attributes = "".join(
        f"<_:attribute {_named(str(key))}><_:text>{escape(str(value))}</_:text></_:attribute>"
        for key, value in node.attrib.items()
    )
    return f"<_:element {_named(str(node.tag))}>{attributes}{constructor(_inside(node))}</_:element>"


def _named(name: str) -> str:
    return f'name="{local_name(name)}" namespace="{literal(namespace(name))}"'


def _inside(element: etree._Element) -> Iterable[str | etree._Element]:
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def put_foreign(lines: Lines, foreign: Foreign, namespaces: dict[str, str]) -> None:
    """Write an element of another namespace; what `ns` declares is declared on it, unless it is bound there."""
    element = copy.deepcopy(foreign.element)
    for each in element.iter(etree.Element):
        for key, value in each.attrib.items():
            each.set(key, lines.adapted(str(value), foreign.base))
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    declared = "".join(
        f' xmlns:{prefix}="{escape(bound)}"'
        for prefix, bound in namespaces.items()
        if prefix not in foreign.element.nsmap and lines.prefixes.get(prefix) != bound and bound
    )
    end_of_name = min(at for at in (text.find(" "), text.find(">"), text.find("/")) if at > 0)
    what = f"“{local_name(str(element.tag))}”"
    part = Part(foreign.number, "", place_of(foreign.place), what)
    lines.put(f"{text[:end_of_name]}{declared}{text[end_of_name:]}", part)
