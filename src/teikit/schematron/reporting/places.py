"""From the path or number that a run gives of a node to its place in the document."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from lxml import etree

from teikit.diagnostics import Location
from teikit.xml import Document, local_name, namespace

_STEP = re.compile(
    r"/(?:Q\{(?P<uri>[^}]*)\}(?P<name>[^\[/]+)\[(?P<at>\d+)\]|@(?:Q\{(?P<auri>[^}]*)\})?(?P<attribute>[^\[/]+)"
    r"|(?P<kind>text|comment|processing-instruction)\((?P<target>[^)]*)\)\[(?P<number>\d+)\]|(?P<other>[^/]+))"
)
_NUMBER = re.compile(r"#(\d+)(?:@Q\{([^}]*)\}(.+))?")


class Places:
    """The places of nodes in one document; children are looked up by name and number, once for each parent."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._children: dict[etree._Element, dict[str, list[etree._Element]]] = {}

    def of(self, path: str) -> Location:
        """Return where a node stands; of what has no place of its own, the element that it belongs to."""
        numbered = _NUMBER.fullmatch(path)
        if numbered:
            node, text = self._nodes[int(numbered[1]) - 1]
            if text:
                return self.document.locate_text(node, text)
            return self.document.locate(node, _attribute(numbered[2], numbered[3]) if numbered[3] else None)
        return self._of_path(path)

    def xpath(self, path: str) -> str:
        """Return the path of a node in XPath 3.1, as the function `path` writes it."""
        numbered = _NUMBER.fullmatch(path)
        if not numbered:
            return path
        node, text = self._nodes[int(numbered[1]) - 1]
        step = f"/@{_qualified(numbered[2], numbered[3])}" if numbered[3] else f"/text()[{text}]" if text else ""
        steps = [self._steps[each] for each in (node, *node.iterancestors())]
        return "".join(reversed(steps)) + step

    @cached_property
    def _nodes(self) -> list[tuple[etree._Element, int]]:
        """All nodes in the order of the document: an element or other node, or an element and which of its texts."""
        root = self.document.root
        nodes = [(each, 0) for each in reversed([*root.itersiblings(preceding=True)])]
        texts: Counter[etree._Element] = Counter()
        for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event != "end":
                nodes.append((node, 0))
            parent = node if event == "start" else node.getparent()
            text = node.text if event == "start" else node.tail
            if text and parent is not None:
                texts[parent] += 1
                nodes.append((parent, texts[parent]))
        return nodes + [(each, 0) for each in root.itersiblings()]

    @cached_property
    def _steps(self) -> dict[etree._Element, str]:
        """The last step of the path of every node but texts."""
        steps: dict[etree._Element, str] = {}
        seen: dict[etree._Element | None, Counter[str]] = {}
        for node, text in self._nodes:
            if not text:
                test = _test(node)
                counter = seen.setdefault(node.getparent(), Counter())
                counter[test] += 1
                steps[node] = f"/{test}[{counter[test]}]"
        return steps

    def _of_path(self, path: str) -> Location:
        node: etree._Element | None = None
        for step in _STEP.finditer(path):
            if step["name"] is not None:
                found = self._child(node, step["uri"], step["name"], int(step["at"]))
                if found is None:
                    break
                node = found
            elif step["attribute"] is not None and node is not None:
                return self.document.locate(node, _attribute(step["auri"], step["attribute"]))
            elif step["kind"] is not None:
                return self._leaf(node, step["kind"], step["target"], int(step["number"]))
        return self.document.locate(self.document.root if node is None else node)

    def _child(self, parent: etree._Element | None, uri: str, name: str, number: int) -> etree._Element | None:
        tag = _attribute(uri, name)
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
        root = self.document.root
        if kind == "text":
            return self.document.locate_text(root if parent is None else parent, number)
        if parent is None:
            siblings = [*reversed([*root.itersiblings(preceding=True)]), *root.itersiblings()]
        else:
            siblings = [*parent]
        found = [each for each in siblings if _test(each) == f"{kind}({target})"]
        if number > len(found):
            return self.document.locate(root if parent is None else parent)
        return self.document.locate(found[number - 1])


def _attribute(uri: str | None, local: str) -> str:
    return f"{{{uri}}}{local}" if uri else local


def _qualified(uri: str, local: str) -> str:
    return f"Q{{{uri}}}{local}" if uri else local


def _test(node: etree._Element) -> str:
    """Return the node test of the path of a node."""
    if isinstance(node, etree._Comment):
        return "comment()"
    if isinstance(node, etree._ProcessingInstruction):
        return f"processing-instruction({node.target!s})"
    return f"Q{{{namespace(str(node.tag))}}}{local_name(str(node.tag))}"
