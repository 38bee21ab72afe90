"""James Clark's format of test suites: schemas, correct or not, with resources and documents, valid or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree


class Case(NamedTuple):
    """One case: its number, the sections it is about, and its element."""

    number: int
    section: str
    element: etree._Element


def cases(path: Path) -> Iterator[Case]:
    """Yield the cases of a suite in their order."""
    parser = etree.XMLParser(resolve_entities=True, collect_ids=False)
    root = etree.parse(str(path), parser).getroot()
    for number, element in enumerate(root.iter("testCase"), 1):
        yield Case(number, element.findtext("section") or "", element)


def unpack(element: etree._Element, folder: Path) -> None:
    """Write the resources of a case, in their folders."""
    for child in element:
        if child.tag == "resource":
            (folder / child.get("name", "")).write_bytes(content(child))
        elif child.tag == "dir":
            below = folder / child.get("name", "")
            below.mkdir()
            unpack(child, below)


def content(element: etree._Element) -> bytes:
    """Return what an element of the suite holds: a document, or text in the compact syntax."""
    for child in element:
        if isinstance(child.tag, str):
            return etree.tostring(child, encoding="utf-8", with_tail=False)
    return (element.text or "").encode("utf-8")
