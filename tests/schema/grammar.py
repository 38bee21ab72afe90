"""A RELAX NG grammar in XML syntax, read into patterns for the generator of random documents.

Of RELAX NG, `include`, `externalRef`, `parentRef` and name classes other than a single name are not supported and raise
ValueError.
"""

import math
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

RNG = "http://relaxng.org/ns/structure/1.0"
XML = "http://www.w3.org/XML/1998/namespace"


class Pattern(NamedTuple):
    """One pattern: `kind` is the local name of its RELAX NG element, `name` a Clark name, a reference or a datatype."""

    number: int
    kind: str
    name: str
    children: tuple["Pattern", ...]
    source: etree._Element


class Grammar:
    """The patterns of a grammar and, for each, the least number of elements it forces upon a document."""

    def __init__(self, path: Path) -> None:
        self._count = 0
        self.defines: dict[str, Pattern] = {}
        root = etree.parse(path, etree.XMLParser(remove_comments=True, remove_pis=True)).getroot()
        for annotation in root.xpath("//*[namespace-uri() != $rng]", rng=RNG):
            annotation.getparent().remove(annotation)
        for node in root.iter(f"{{{RNG}}}define", f"{{{RNG}}}start"):
            self._define(node)
        self.start = self.defines["start"]
        self._cost: dict[int, float] = {}
        self._around: dict[int, list[int]] = {}
        self._settle_costs()

    def _define(self, node: etree._Element) -> None:
        name = node.get("name", "start") if etree.QName(node).localname == "define" else "start"
        pattern = self._group(node)
        if name in self.defines:
            pattern = self._new(node.get("combine", "choice"), "", (self.defines[name], pattern), node)
        self.defines[name] = pattern

    def _new(self, kind: str, name: str, children: tuple[Pattern, ...], source: etree._Element) -> Pattern:
        self._count += 1
        return Pattern(self._count, kind, name, children, source)

    def _group(self, node: etree._Element) -> Pattern:
        """The children of `node` as one pattern (specification, 4.12)."""
        children = tuple(self._read(child) for child in node if not _is_name_class(child))
        return children[0] if len(children) == 1 else self._new("group", "", children, node)

    def _read(self, node: etree._Element) -> Pattern:
        kind = etree.QName(node).localname
        match kind:
            case "element" | "attribute":
                children = (self._group(node),) if len(node) else (self._new("text", "", (), node),)
                return self._new(kind, _name(node, kind), children, node)
            case "ref":
                return self._new(kind, node.get("name", ""), (), node)
            case "group" | "choice" | "interleave":
                return self._new(kind, "", tuple(map(self._read, node)), node)
            case "optional" | "zeroOrMore" | "oneOrMore" | "list" | "mixed":
                return self._new(kind, "", (self._group(node),), node)
            case "text" | "empty" | "notAllowed" | "value" | "data":
                return self._new(kind, node.get("type", ""), (), node)
        raise ValueError(f"RELAX NG {kind} is not supported here")

    def _settle_costs(self) -> None:
        """Least fixed point of `cost` over the recursive definitions."""
        named: dict[str, float] = dict.fromkeys(self.defines, math.inf)
        changed = True
        while changed:
            changed = False
            for name, pattern in self.defines.items():
                cost = self._measure(pattern, named)
                if cost < named[name]:
                    named[name], changed = cost, True

    def _measure(self, pattern: Pattern, named: dict[str, float]) -> float:
        inner = [self._measure(child, named) for child in pattern.children]
        match pattern.kind:
            case "ref":
                cost = named[pattern.name]
            case "choice":
                cost = min(inner)
            case "optional" | "zeroOrMore":
                cost = 0
            case "notAllowed":
                cost = math.inf
            case "element":
                cost = 1 + inner[0]
            case _:
                cost = sum(inner)
        self._cost[pattern.number] = cost
        return cost

    def cost(self, pattern: Pattern) -> float:
        """How many elements `pattern` forces upon a document; infinite where nothing matches it."""
        return self._cost[pattern.number]

    def _within(self, pattern: Pattern) -> tuple[Pattern, ...]:
        return (self.defines[pattern.name],) if pattern.kind == "ref" else pattern.children

    def _reachable(self) -> Iterator[Pattern]:
        """Every pattern that a document can get to."""
        seen: set[int] = set()
        todo = [self.start]
        while todo:
            pattern = todo.pop()
            if pattern.number not in seen and self.cost(pattern) < math.inf:
                seen.add(pattern.number)
                todo.extend(self._within(pattern))
                yield pattern

    def elements(self) -> list[int]:
        """Numbers of the element patterns that a document can get to."""
        return [pattern.number for pattern in self._reachable() if pattern.kind == "element"]

    def distances(self, target: int) -> dict[int, int]:
        """For each pattern from which the pattern `target` can be reached: over how many others."""
        if not self._around:
            for pattern in self._reachable():
                for inner in self._within(pattern):
                    self._around.setdefault(inner.number, []).append(pattern.number)
        distance = {target: 0}
        todo = deque([target])
        while todo:
            number = todo.popleft()
            for outer in self._around.get(number, ()):
                if outer not in distance:
                    distance[outer] = distance[number] + 1
                    todo.append(outer)
        return distance

    def declared(self) -> set[tuple[str, str]]:
        """Pairs (element, attribute) that the grammar can reach; (element, "") stands for the element itself."""
        found: set[tuple[str, str]] = set()
        seen: set[tuple[str, str]] = set()
        todo: list[tuple[str, Pattern]] = [("", self.start)]
        while todo:
            owner, pattern = todo.pop()
            if self.cost(pattern) == math.inf:
                continue
            if pattern.kind == "ref":
                if (owner, pattern.name) not in seen:
                    seen.add((owner, pattern.name))
                    todo.append((owner, self.defines[pattern.name]))
                continue
            if pattern.kind == "element":
                owner = pattern.name
                if (owner, "") in found:
                    continue
                found.add((owner, ""))
            elif pattern.kind == "attribute":
                found.add((owner, pattern.name))
            todo.extend((owner, child) for child in pattern.children)
        return found


def _is_name_class(node: etree._Element) -> bool:
    """Whether `node` is the name class of the element or attribute pattern around it (it then comes first)."""
    parent = node.getparent()
    owner = etree.QName(parent).localname if parent is not None else ""
    return owner in ("element", "attribute") and parent is not None and not parent.get("name") and parent[0] is node


def _name(node: etree._Element, kind: str) -> str:
    """Clark name of an element or attribute pattern (specification, 4.8 to 4.10)."""
    written = node.get("name")
    if written is None:
        if etree.QName(node[0]).localname != "name":
            raise ValueError("only single names are supported as name classes")
        written = (node[0].text or "").strip()
        node = node[0]
        kind = "element"
    prefix, colon, local = written.rpartition(":")
    if colon:
        space = XML if prefix == "xml" else node.nsmap[prefix]
        return f"{{{space}}}{local}"
    inherited = node.xpath("string(ancestor-or-self::*[@ns][1]/@ns)") if kind == "element" else node.get("ns", "")
    return f"{{{inherited}}}{local}" if inherited else local
