"""Seeded small grammars in the compact syntax, and documents that were made along them, so that many are valid."""

from __future__ import annotations

from random import Random

from lxml import etree

Tree = tuple[object, ...]

_NAMES = "abcdefgh"
_VALUES = ("1", "2", "x", "1 2", "", "red")
_REPEATED = ("element",) * 9 + ("text", "empty")
_LEAVES = (*_REPEATED, "attribute", "attribute", "attribute")
_VALUE_LEAVES = ("text", "data", "value", "list")
_COMPOUNDS = ("group",) * 3 + ("choice",) * 4 + ("&", "+", "?", "*")
_TYPES = ("xsd:integer", "xsd:NCName", "xsd:string", "xsd:token")
_DEPTH = 2


class RandomGrammar:
    """A grammar of up to six named element patterns that refer to each other."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._count = self._random.randint(3, 7)
        self._contents = [self._content() for _ in range(self._count)]
        self._names = [self._random.choice((*_NAMES, *_NAMES, *_NAMES, "*", "*-a")) for _ in self._contents]
        self._names[0] = "a"

    def schema(self) -> str:
        """Return the grammar in the compact syntax."""
        rows = ["start = e0"]
        for number, (name, content) in enumerate(zip(self._names, self._contents, strict=True)):
            written = name if name in _NAMES else name.replace("-", " - ")
            rows.append(f"e{number} = element {written} {{ {_written(content)} }}")
        return "\n".join(rows) + "\n"

    def document(self) -> bytes:
        """Return a document that follows the grammar, unless two attributes of one name came together."""
        root = etree.Element("a")
        self._fill(root, self._contents[0], 0)
        etree.indent(root, " ") if self._random.random() < 0.3 else None
        return etree.tostring(root)

    def _content(self) -> Tree:
        """Return the content of an element: now and then a choice of a value and more."""
        if self._random.random() < 0.7:
            return self._pattern(_DEPTH)
        return ("choice", self._leaf(self._random.choice(_VALUE_LEAVES)), self._pattern(_DEPTH))

    def _pattern(self, depth: int, leaves: tuple[str, ...] = _LEAVES) -> Tree:
        random = self._random
        kind = random.choice(_COMPOUNDS) if depth and random.random() < 0.8 else "leaf"
        if kind in ("group", "choice", "&"):
            return (kind, *(self._pattern(depth - 1, leaves) for _ in range(random.randint(2, 3))))
        if kind == "leaf":
            return self._leaf(random.choice(leaves))
        return (kind, self._pattern(depth - 1, leaves if kind == "?" else _REPEATED))

    def _leaf(self, kind: str) -> Tree:
        random = self._random
        match kind:
            case "element":
                return (kind, random.randrange(self._count))
            case "attribute":
                return (kind, random.choice("xyz"), self._leaf(random.choice(_VALUE_LEAVES)))
            case "data":
                return (kind, random.choice(_TYPES))
            case "value":
                return (kind, random.choice(_VALUES))
            case "list":
                return (kind, random.choice(("+", "*", "?")), self._leaf("data"), self._leaf("value"))
        return (kind,)

    def _fill(self, element: etree._Element, tree: Tree, depth: int) -> None:
        """Add to an element what a pattern asks for."""
        random = self._random
        match tree:
            case ("element", int(number)):
                self._child(element, number, depth)
            case ("attribute", str(name), value):
                element.set(name, self._value(value))  # type: ignore[arg-type]
            case ("choice", *members):
                self._fill(element, random.choice(members), depth)  # type: ignore[arg-type]
            case ("group", *members):
                for member in members:
                    self._fill(element, member, depth)  # type: ignore[arg-type]
            case ("&", *members):
                for member in random.sample(members, len(members)):
                    self._fill(element, member, depth)  # type: ignore[arg-type]
            case ("+" | "?" | "*" as sign, member):
                least, most = {"+": (1, 2), "?": (0, 1), "*": (0, 2)}[sign]
                for _ in range(random.randint(least, most if depth < 4 else least)):
                    self._fill(element, member, depth)  # type: ignore[arg-type]
            case _:
                self._write(element, self._value(tree))

    def _child(self, element: etree._Element, number: int, depth: int) -> None:
        if depth > 6:
            return
        name = self._names[number]
        child = etree.SubElement(element, name if name in _NAMES else self._random.choice(_NAMES[1:]))
        self._fill(child, self._contents[number], depth + 1)

    @staticmethod
    def _write(element: etree._Element, text: str) -> None:
        if len(element):
            element[-1].tail = (element[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text

    def _value(self, tree: Tree) -> str:
        random = self._random
        match tree:
            case ("empty",):
                return ""
            case ("data", "xsd:integer"):
                return random.choice(("1", "-2", " 3 "))
            case ("data", _):
                return random.choice(("x", "y1"))
            case ("value", str(text)):
                return text
            case ("list", str(), data, value):
                return f"{self._value(data)} {self._value(value)}"  # type: ignore[arg-type]
        return random.choice(("some text", "", "x"))


def _written(tree: Tree) -> str:
    match tree:
        case ("element", number):
            return f"e{number}"
        case ("attribute", name, value):
            return f"attribute {name} {{ {_written(value)} }}"  # type: ignore[arg-type]
        case ("data", name):
            return str(name)
        case ("value", text):
            return f'"{text}"'
        case ("list", sign, data, value):
            return f"list {{ ({_written(data)} | {_written(value)}){sign} }}"  # type: ignore[arg-type]
        case ("+" | "?" | "*" as sign, member):
            return f"({_written(member)}){sign}"  # type: ignore[arg-type]
        case ("group" | "choice" | "&" as kind, *members):
            joint = {"group": ", ", "choice": " | ", "&": " & "}[kind]
            return "(" + joint.join(_written(member) for member in members) + ")"  # type: ignore[arg-type]
    return str(tree[0])
