"""Where text, comments and processing instructions begin: found by one more expat pass, when somebody asks."""

from __future__ import annotations

from typing import NamedTuple
from xml.parsers import expat

from lxml import etree


class Others(NamedTuple):
    """Byte offsets: of comments and processing instructions by node, of text nodes by the element they are in.

    The texts of an element are in order; text between two elements, comments or instructions is one text node.
    """

    offsets: dict[etree._Element, int]
    texts: dict[etree._Element, list[int]]


class _Pass:
    """Gathers offsets in the order of the document. `in_text` is whether the last event was text."""

    def __init__(self) -> None:
        self.others: list[int] = []
        self.texts: list[int] = []
        self.in_text = False
        self.parser = parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self.boundary
        parser.EndElementHandler = self.boundary
        parser.CharacterDataHandler = self.text
        parser.CommentHandler = self.other
        parser.ProcessingInstructionHandler = self.other
        parser.StartDoctypeDeclHandler = self.start_doctype
        parser.EndDoctypeDeclHandler = self.end_doctype
        self.in_doctype = False

    def start_doctype(self, *_: object) -> None:
        self.in_doctype = True

    def end_doctype(self) -> None:
        self.in_doctype = False

    def boundary(self, *_: object) -> None:
        self.in_text = False

    def text(self, _: str) -> None:
        if not self.in_text:
            self.texts.append(self.parser.CurrentByteIndex)
        self.in_text = True

    def other(self, *_: object) -> None:
        # The tree has no nodes for what stands in a DOCTYPE.
        if not self.in_doctype:
            self.in_text = False
            self.others.append(self.parser.CurrentByteIndex)


def others(data: bytes, tree: etree._ElementTree) -> Others:
    """Return the offsets of a document that has passed `scan`, from its bytes and its tree."""
    found = _Pass()
    found.parser.Parse(data, True)
    root = tree.getroot()
    inside = root.iter(etree.Comment, etree.ProcessingInstruction)
    nodes = [*reversed([*root.itersiblings(preceding=True)]), *inside, *root.itersiblings()]
    return Others(dict(zip(nodes, found.others, strict=False)), _texts(root, found.texts))


def _texts(root: etree._Element, offsets: list[int]) -> dict[etree._Element, list[int]]:
    texts: dict[etree._Element, list[int]] = {}
    waiting = iter(offsets)
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start" and node.text:
            texts.setdefault(node, []).append(next(waiting, 0))
        elif event != "start" and node.tail and node is not root:
            parent = node.getparent()
            if parent is not None:
                texts.setdefault(parent, []).append(next(waiting, 0))
    return texts
