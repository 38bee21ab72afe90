"""Which element of a document that is not valid is to blame.

libxml2 gives up far above the fault: a misspelt name deep in a paragraph makes it say that the paragraph is not
allowed. So the elements are tried one by one, as the root of a document: the one to blame is not valid by itself,
although all its children are.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

_MOST_CHILDREN = 200
_RNG = "{http://relaxng.org/ns/structure/1.0}"


def any_root(grammar: etree._Element) -> etree.RelaxNG | None:
    """Compile a grammar so that each element that it defines may be the root.

    None where it does not define its elements by name, or libxml2 does not take it so.
    """
    defines = (define for define in grammar.iter(f"{_RNG}define") if define.find(f"{_RNG}element") is not None)
    names = {define.get("name", "") for define in defines}
    if not names:
        return None
    for start in list(grammar.iter(f"{_RNG}start")):
        parent = start.getparent()
        if parent is not None:
            parent.remove(start)
    choice = etree.SubElement(etree.SubElement(grammar, f"{_RNG}start"), f"{_RNG}choice")
    for name in sorted(names):
        etree.SubElement(choice, f"{_RNG}ref", name=name)
    try:
        return etree.RelaxNG(etree.ElementTree(grammar))
    except etree.RelaxNGParseError:
        return None


def to_blame(root: etree._Element, schema: etree.RelaxNG) -> etree._Element | None:
    """Return the first element in document order that is not valid by itself while its children are, or None."""
    if schema.validate(root):
        return None
    blamed = root
    while True:
        faulty = next((child for child in blamed.iterchildren(etree.Element) if not schema.validate(child)), None)
        if faulty is None:
            return blamed
        blamed = faulty


def unwelcome_child(element: etree._Element, schema: etree.RelaxNG) -> etree._Element | None:
    """Return the child without which an element is valid; else the first that may not even stand there alone; or None.

    The children must be valid by themselves. An element with very many is not tried.
    """
    children = list(element.iterchildren(etree.Element))
    if len(children) > _MOST_CHILDREN:
        return None
    numbers = range(len(children))
    for number in numbers:
        if schema.validate(_with(element, {*numbers} - {number})):
            return children[number]
    if not schema.validate(_with(element, set())):
        return None
    return next((children[number] for number in numbers if not schema.validate(_with(element, {number}))), None)


def _with(element: etree._Element, kept: set[int]) -> etree._Element:
    """Return a copy of an element with only those of its child elements whose numbers are given."""
    copy = deepcopy(element)
    for number, child in enumerate(list(copy.iterchildren(etree.Element))):
        if number not in kept:
            copy.remove(child)
    return copy
