"""Documents with a fault or two: seeded changes to a valid one, such as hands and programs make."""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from lxml import etree

_JUNK = ("", " ", "x", "0", "-1", "1.5", "2020-02-30", "true", "a b c", "urn:x", "\u4e2d", "a:b", "#a", "10 20", "NaN")


class Material(NamedTuple):
    """What a document is made of, to be put into other places of it."""

    names: list[str]
    attributes: list[tuple[str, str]]


def mutant(document: bytes, seed: int) -> bytes:
    """Return a document with one to three changes. Same seed, same outcome."""
    random = Random(seed)
    root = etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True))
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    material = Material(
        sorted({str(each.tag) for each in elements}),
        sorted({(str(name), str(value)) for each in elements for name, value in each.attrib.items()}),
    )
    for _ in range(random.choice((1, 1, 1, 1, 2, 3))):
        change = random.choice(CHANGES)
        below = [each for each in root.iter() if isinstance(each.tag, str)]
        change(random.choice(below), material, random)
    return etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=True)


def _detach(element: etree._Element) -> bool:
    """Take an element out, but leave the text after it; return whether that could be done."""
    parent = element.getparent()
    if parent is None:
        return False
    tail, previous = element.tail, element.getprevious()
    element.tail = None
    if tail:
        if previous is not None:
            previous.tail = (previous.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)
    return True


def _delete(element: etree._Element, material: Material, random: Random) -> None:
    _detach(element)


def _duplicate(element: etree._Element, material: Material, random: Random) -> None:
    if element.getparent() is not None:
        element.addnext(copy.deepcopy(element))


def _swap(element: etree._Element, material: Material, random: Random) -> None:
    after = element.getnext()
    if after is not None and element.getparent() is not None:
        element.tail, after.tail = after.tail, element.tail
        after.addnext(element)


def _rename(element: etree._Element, material: Material, random: Random) -> None:
    element.tag = random.choice(material.names)


def _misspell(element: etree._Element, material: Material, random: Random) -> None:
    name = etree.QName(element)
    word = name.localname
    at = random.randrange(len(word))
    word = random.choice((word.swapcase(), word + "s", word[: at + 1] + word[at:], word[:at] + "x" + word[at + 1 :]))
    element.tag = f"{{{name.namespace}}}{word}" if name.namespace else word


def _wrap(element: etree._Element, material: Material, random: Random) -> None:
    parent = element.getparent()
    if parent is None:
        return
    wrapper = etree.Element(random.choice((str(element.tag), *material.names)))
    wrapper.tail, element.tail = element.tail, None
    parent.replace(element, wrapper)
    wrapper.append(element)


def _unwrap(element: etree._Element, material: Material, random: Random) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at:at] = list(element)
    _detach(element)


def _add_attribute(element: etree._Element, material: Material, random: Random) -> None:
    name, value = random.choice([*material.attributes, ("odd", "1")])
    element.set(name, value)


def _remove_attribute(element: etree._Element, material: Material, random: Random) -> None:
    if element.attrib:
        del element.attrib[random.choice(list(element.attrib))]


def _rename_attribute(element: etree._Element, material: Material, random: Random) -> None:
    if element.attrib:
        value = element.attrib.pop(random.choice(list(element.attrib)))
        element.set(random.choice([name for name, _ in material.attributes] or ["odd"]), value)


def _change_value(element: etree._Element, material: Material, random: Random) -> None:
    if element.attrib:
        values = [value for _, value in material.attributes]
        element.set(random.choice(list(element.attrib)), random.choice((random.choice(_JUNK), random.choice(values))))


def _insert_text(element: etree._Element, material: Material, random: Random) -> None:
    word = random.choice(_JUNK)
    if random.random() < 0.5 or element.getparent() is None:
        element.text = (element.text or "") + word
    else:
        element.tail = (element.tail or "") + word


def _change_text(element: etree._Element, material: Material, random: Random) -> None:
    element.text = random.choice(_JUNK)


def _move(element: etree._Element, material: Material, random: Random) -> None:
    inside = set(element.iter())
    places = [each for each in element.getroottree().getroot().iter() if isinstance(each.tag, str)]
    target = random.choice(places)
    if target not in inside and _detach(element):
        target.insert(random.randint(0, len(target)), element)


def _change_namespace(element: etree._Element, material: Material, random: Random) -> None:
    word = etree.QName(element).localname
    element.tag = random.choice((word, f"{{urn:other}}{word}", "{http://www.tei-c.org/ns/1.0}" + word))


Change = Callable[[etree._Element, Material, Random], None]

CHANGES: tuple[Change, ...] = (
    _delete,
    _duplicate,
    _swap,
    _rename,
    _misspell,
    _wrap,
    _unwrap,
    _add_attribute,
    _remove_attribute,
    _rename_attribute,
    _change_value,
    _insert_text,
    _change_text,
    _move,
    _change_namespace,
)
