"""A grammar in the form that libxml2 compiles quickly and reads rightly.

libxml2 compares each attribute of an element pattern with everything beside it, which takes ten seconds and more with
a schema of TEI's size. The same children inside one `group` (the meaning is the same, §4.12) take hundredths, provided
that the attributes come first and that no repetition of `empty` is left: with either, libxml2 decides wrongly.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"


def _names(*locals_: str) -> frozenset[str]:
    return frozenset(f"{RNG}{local}" for local in locals_)


PATTERNS = _names(
    *("element", "attribute", "group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore", "list", "mixed"),
    *("ref", "parentRef", "empty", "value", "data", "notAllowed", "externalRef", "grammar", "text"),
)
_NAME_CLASSES = _names("name", "anyName", "nsName", "choice")
_REPETITIONS = _names("zeroOrMore", "oneOrMore", "optional", "group")
_CONTENT = _names("element", "text", "data", "value", "list", "mixed", "externalRef", "parentRef", "grammar")


def quick_form(tree: etree._ElementTree, path: str) -> etree._Element:
    """Return the root of a copy of a grammar in which every element pattern has one child.

    `path` is the file of the grammar, to which its includes are relative.
    """
    root = etree.fromstring(etree.tostring(tree), base_url=str(Path(path).resolve()))
    for pattern in reversed(list(root.iter(*_REPETITIONS))):
        for child in list(pattern.iterchildren(f"{RNG}empty")):
            pattern.remove(child)
        if next(_patterns(pattern), None) is None:
            pattern.tag = f"{RNG}empty"
    attributes = _Attributes(root)
    for element in list(root.iter(f"{RNG}element")):
        children = list(_patterns(element))
        if element.get("name") is None and children and children[0].tag in _NAME_CLASSES:
            children = children[1:]
        if len(children) > 1:
            group = etree.SubElement(element, f"{RNG}group")
            group.extend(sorted(children, key=lambda child: not attributes.only(child)))
    return root


def _patterns(parent: etree._Element) -> Iterator[etree._Element]:
    return (child for child in parent.iterchildren(etree.Element) if child.tag in PATTERNS)


class _Attributes:
    """Which patterns hold attributes and no content."""

    def __init__(self, root: etree._Element) -> None:
        self._defines: dict[str, list[etree._Element]] = {}
        for define in root.iter(f"{RNG}define"):
            self._defines.setdefault(define.get("name", ""), []).append(define)
        self._known: dict[str, bool] = {}

    def only(self, pattern: etree._Element) -> bool:
        """Return whether a pattern consists of attributes."""
        if pattern.tag == f"{RNG}attribute":
            return True
        if pattern.tag == f"{RNG}ref":
            return self._named(pattern.get("name", ""))
        return pattern.tag not in _CONTENT and all(self.only(child) for child in _patterns(pattern))

    def _named(self, name: str) -> bool:
        if name not in self._known:
            self._known[name] = True
            defines = self._defines.get(name, [])
            self._known[name] = all(self.only(child) for define in defines for child in _patterns(define))
        return self._known[name]
