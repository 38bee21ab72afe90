"""From the path that XPath gives of a node to its place in the document."""

from __future__ import annotations

import re

from lxml import etree

from teikit.diagnostics import Location
from teikit.xml import Document

_STEP = re.compile(
    r"/(?:Q\{(?P<uri>[^}]*)\}(?P<name>[^\[/]+)\[(?P<at>\d+)\]|@(?:Q\{(?P<auri>[^}]*)\})?(?P<attribute>[^\[/]+)"
    r"|(?P<kind>text|comment|processing-instruction)\((?P<target>[^)]*)\)\[(?P<number>\d+)\]|(?P<other>[^/]+))"
)


class Places:
    """The places of nodes in one document, by path; children are looked up by name and number, once for each parent."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._children: dict[etree._Element, dict[str, list[etree._Element]]] = {}

    def of(self, path: str) -> Location:
        """Return where the node of a path stands; of what has no place of its own, the element that it belongs to."""
        node: etree._Element | None = None
        for step in _STEP.finditer(path):
            if step["name"] is not None:
                found = self._child(node, step["uri"], step["name"], int(step["at"]))
                if found is None:
                    break
                node = found
            elif step["attribute"] is not None and node is not None:
                uri = step["auri"]
                return self.document.locate(node, f"{{{uri}}}{step['attribute']}" if uri else step["attribute"])
            elif step["kind"] is not None:
                return self._leaf(node, step["kind"], step["target"], int(step["number"]))
        return self.document.locate(self.document.root if node is None else node)

    def _child(self, parent: etree._Element | None, uri: str, name: str, number: int) -> etree._Element | None:
        tag = f"{{{uri}}}{name}" if uri else name
        if parent is None:
            return self.document.root if self.document.root.tag == tag else None
        if parent not in self._children:
            by_tag: dict[str, list[etree._Element]] = {}
            for child in parent.iterchildren(etree.Element):
                by_tag.setdefault(str(child.tag), []).append(child)
            self._children[parent] = by_tag
        found = self._children[parent].get(tag, [])
        return found[number - 1] if number <= len(found) else None

    def _leaf(self, parent: etree._Element | None, kind: str, target: str, number: int) -> Location:
        if kind == "text":
            return self.document.locate_text(self.document.root if parent is None else parent, number)
        root = self.document.root
        if parent is None:
            siblings = [*reversed([*root.itersiblings(preceding=True)]), *root.itersiblings()]
        else:
            siblings = [*parent]
        found = [each for each in siblings if _kind(each) == kind and target in ("", getattr(each, "target", ""))]
        if number > len(found):
            return self.document.locate(root if parent is None else parent)
        return self.document.locate(found[number - 1])


def _kind(node: etree._Element) -> str:
    if isinstance(node, etree._Comment):
        return "comment"
    return "processing-instruction" if isinstance(node, etree._ProcessingInstruction) else ""
