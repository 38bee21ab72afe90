"""Random documents that are valid against a RELAX NG grammar in XML syntax.

A `Generator` walks the patterns of a grammar and writes what they allow. Each document is steered toward the element
that was met least so far, and at every choice prefers what was used least in this context, so a few hundred documents
show every element with every attribute. A document has a budget of elements and a depth; beyond them only what the
grammar demands is written, along the cheapest way out. One seed always gives the same documents.

To look at some: `python -m tests.schema.generate schema/teikit.rng -o DIR --seed 7 --count 20`.
"""

import argparse
import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from tests.schema.grammar import Grammar, Pattern
from tests.schema.lexical import forms_for

WORDS = ["telegram", "Petrograd", "庫倫", "Пекин", "19th", "envoy", "naïve", "a<b", "A&B", "yesterday", "𠀋", "re-read"]


class Attribute(NamedTuple):
    """An attribute on its way to the element that carries it."""

    name: str
    value: str


Item = Attribute | str | etree._Element


class Place(NamedTuple):
    """Where the generator stands: in which element, how deep, and whether on the way to the target."""

    owner: str
    depth: int
    steered: bool


class Generator:
    """Yields documents of one grammar; what has been used is remembered from one document to the next."""

    def __init__(self, grammar: Grammar, seed: int, *, elements: int = 120, depth: int = 14) -> None:
        self.grammar = grammar
        self.random = random.Random(seed)
        self.elements, self.depth = elements, depth
        self.used: Counter[tuple[str, int]] = Counter()
        self._met: Counter[int] = Counter(dict.fromkeys(grammar.elements(), 0))
        self._distance: dict[int, int] = {}
        self._lexical: dict[int, list[str]] = {}
        self._left = self._ids = 0  # elements still to be spent; identifiers given out

    def documents(self, count: int) -> Iterator[etree._Element]:
        """`count` documents, each the root element; each has somewhere the element that was met least so far."""
        for _ in range(count):
            self._left, self._ids = self.elements, 0
            rarest = min(self._met.values())
            target = self.random.choice([number for number, times in self._met.items() if times == rarest])
            self._distance = self.grammar.distances(target)
            items = self._write(self.grammar.start, Place("", 0, steered=True))
            yield next(item for item in items if isinstance(item, etree._Element))

    def _is_spare(self, at: Place) -> bool:
        """Whether only what the grammar demands should be written from here on."""
        return self._left <= 0 or at.depth >= self.depth

    def _write(self, pattern: Pattern, at: Place) -> list[Item]:
        self.used[at.owner, pattern.number] += 1
        match pattern.kind:
            case "ref":
                return self._write(self.grammar.defines[pattern.name], at)
            case "element":
                return [self._element(pattern, at)]
            case "attribute":
                return [Attribute(pattern.name, self._joined(pattern.children[0], at))]
            case "choice":
                return self._write(self._choose(pattern, at), at)
            case "optional" | "zeroOrMore" | "oneOrMore":
                return self._repeated(pattern, at)
            case "list":
                return [self._tokens(pattern.children[0], at)]
            case "value":
                return [pattern.source.text or ""]
            case "data":
                return [self._datum(pattern)]
            case "text":
                return ["" if self._is_spare(at) else " ".join(self.random.choices(WORDS, k=3))]
        return self._all(pattern, at)

    def _all(self, pattern: Pattern, at: Place) -> list[Item]:
        """The children of a group, interleave or mixed; only the nearest to the target is steered."""
        nearest = self._nearest(pattern.children) if at.steered and pattern.children else None
        parts = [self._write(child, at._replace(steered=child is nearest)) for child in pattern.children]
        if pattern.kind == "mixed":
            parts.append([self.random.choice(WORDS)])
        if pattern.kind != "group":
            self.random.shuffle(parts)
        return [item for part in parts for item in part]

    def _nearest(self, patterns: Sequence[Pattern]) -> Pattern:
        return min(patterns, key=lambda pattern: self._distance.get(pattern.number, math.inf))

    def _joined(self, pattern: Pattern, at: Place) -> str:
        return "".join(item for item in self._write(pattern, at) if isinstance(item, str))

    def _tokens(self, pattern: Pattern, at: Place) -> str:
        """The content of a list, where each value must be one token: other forms are tried again."""
        for _ in range(1000):
            parts = [item for item in self._write(pattern, at) if isinstance(item, str)]
            if all(part.split() == [part] for part in parts):
                return " ".join(parts)
        raise ValueError("a list whose values are never single tokens")

    def _element(self, pattern: Pattern, at: Place) -> etree._Element:
        self._met[pattern.number] += 1
        purse = self._left - 1
        self._left = int(purse * self.random.uniform(0.3, 0.7))
        rest = purse - self._left
        space = etree.QName(pattern.name).namespace
        element = etree.Element(pattern.name, nsmap={None: space} if space else None)
        arrived = self._distance.get(pattern.number) == 0
        inside = Place(pattern.name, at.depth + 1, at.steered and not arrived)
        for item in self._write(pattern.children[0], inside):
            if isinstance(item, Attribute):
                element.set(item.name, item.value)
            elif isinstance(item, etree._Element):
                element.append(item)
            elif len(element):
                element[-1].tail = (element[-1].tail or "") + item
            else:
                element.text = (element.text or "") + item
        self._left += rest
        return element

    def _choose(self, pattern: Pattern, at: Place) -> Pattern:
        possible = [child for child in pattern.children if self.grammar.cost(child) < math.inf]
        if at.steered:
            return self._nearest(possible)
        if self._is_spare(at):
            least = min(map(self.grammar.cost, possible))
            return self.random.choice([child for child in possible if self.grammar.cost(child) == least])
        weights = [1 / (1 + self.used[at.owner, child.number]) ** 2 for child in possible]
        return self.random.choices(possible, weights)[0]

    def _repeated(self, pattern: Pattern, at: Place) -> list[Item]:
        child = pattern.children[0]
        items: list[Item] = []
        for turn in range(self._times(pattern, child, at)):
            items += self._write(child, at._replace(steered=at.steered and turn == 0))
        return items

    def _times(self, pattern: Pattern, child: Pattern, at: Place) -> int:
        """How often the child of an optional, zeroOrMore or oneOrMore is written."""
        least = 1 if pattern.kind == "oneOrMore" or at.steered else 0
        if self.grammar.cost(child) == math.inf:
            return 0
        if child.kind == "attribute":
            return int(not self.used[at.owner, child.number] or self.random.random() < 0.15)
        if self._is_spare(at):
            return least
        if not self.used[at.owner, child.number]:
            return 1
        return self.random.randint(least, 1 if pattern.kind == "optional" else 3)

    def _datum(self, pattern: Pattern) -> str:
        if pattern.name == "ID":
            self._ids += 1
            return f"id{self._ids}"
        if pattern.number not in self._lexical:
            self._lexical[pattern.number] = forms_for(pattern.source)
        return self.random.choice(self._lexical[pattern.number])


def main() -> None:
    """Write documents 0001.xml, 0002.xml … into a folder."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("grammar", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=500)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    generator = Generator(Grammar(options.grammar), options.seed)
    for number, document in enumerate(generator.documents(options.count), 1):
        path = options.output / f"{number:04}.xml"
        path.write_bytes(etree.tostring(document, encoding="UTF-8", xml_declaration=True))


if __name__ == "__main__":
    main()
