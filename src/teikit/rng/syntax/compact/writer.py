"""From the neutral tree to the compact syntax (RELAX NG Compact Syntax, OASIS 2002; ISO/IEC 19757-2, annex C)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from teikit.rng.syntax.compact.text import (
    WIDTH,
    Namespaces,
    block,
    identifier,
    literal,
    parenthesised,
)
from teikit.rng.syntax.node import XML, Comment, Foreign, Node, is_documentation

_OPERATORS = {"choice": " | ", "group": ", ", "interleave": " & "}
_POSTFIX = {"optional": "?", "zeroOrMore": "*", "oneOrMore": "+"}
_ASSIGN = {"": "=", "choice": "|=", "interleave": "&="}


class Inherited(NamedTuple):
    """What a node inherits: `ns` (None for that of an including schema), `datatypeLibrary`, and `xml:base`."""

    ns: str | None
    library: str
    base: str

    def below(self, node: Node) -> Inherited:
        """Return what the children of a node inherit."""
        base = (node.foreign or {}).get(f"{XML} base")
        attributes = node.attributes
        if base is None and "ns" not in attributes and "datatypeLibrary" not in attributes:
            return self
        return Inherited(
            attributes.get("ns", self.ns),
            attributes.get("datatypeLibrary", self.library),
            _joined(self.base, base or ""),
        )


def to_compact(root: Node) -> str:
    """Return a correct schema in the compact syntax.

    Documentation becomes `##` lines, other annotations stand in brackets; comments within a datatype or a name class
    move before the pattern.
    """
    return _Writer(root).write()


class _Writer:
    def __init__(self, root: Node) -> None:
        self.root = root
        self.names = Namespaces(root.attributes.get("ns"), root.prefixes)

    def write(self) -> str:
        start = Inherited(None, "", "").below(self.root)
        # An empty file is an empty grammar, too, but Jing does not think so.
        if self.root.kind == "grammar" and self.root.children and not self.root.foreign:
            body = self.components(self.root, start, 0)
        else:
            body = self.with_notes(self.root, Inherited(None, "", ""), 0) + "\n"
        head = self.names.declarations(body)
        return f"{head}\n{body}" if head else body

    def components(self, node: Node, inherited: Inherited, level: int) -> str:
        """Write the components of a grammar, div or include, each on lines of its own."""
        found = []
        for index in range(len(node.children) + 1):
            for note in node.notes or ():
                if note.after == index:
                    found.append(self.loose(note.what, level))
            if index < len(node.children):
                found.append(self.component(node.children[index], inherited, level))
        return "".join(found)

    def loose(self, what: Comment | Foreign, level: int) -> str:
        pad = "  " * level
        if isinstance(what, Comment):
            return "".join(f"{pad}{line}\n" for line in comment_lines(what))
        return f"{pad}{self.names.annotation(what, level)}\n"

    def component(self, node: Node, inherited: Inherited, level: int) -> str:
        pad = "  " * level
        below = inherited.below(node)
        if node.kind in ("div", "include"):
            inner = self.components(node, below, level + 1)
            head = "div" if node.kind == "div" else self.reference("include", node, inherited)
            lead = "".join(f"{pad}{line}\n" for line in self.attribute_lines(node))
            return f"{lead}{pad}{head} {{\n{inner}{pad}}}\n" if inner or node.kind == "div" else f"{lead}{pad}{head}\n"
        name = "start" if node.kind == "start" else identifier(node.attributes["name"])
        operator = _ASSIGN[node.attributes.get("combine", "")]
        lead = "".join(f"{pad}{line}\n" for line in self.lead_lines(node))
        pattern = self.all_of(node, node.children, below, level + 1)
        if len(pad) + len(name) + len(pattern) < WIDTH and "\n" not in pattern and not pattern.startswith("#"):
            return f"{lead}{pad}{name} {operator} {pattern}\n"
        return f"{lead}{pad}{name} {operator}\n{pad}  {pattern}\n"

    def reference(self, keyword: str, node: Node, inherited: Inherited) -> str:
        below = inherited.below(node)
        written = _joined(below.base, node.attributes["href"])
        text = f"{keyword} {literal(written)}"
        return text if below.ns == self.names.default else f"{text} inherit = {self.names.prefix(below.ns)}"

    def all_of(self, parent: Node, patterns: list[Node], inherited: Inherited, level: int) -> str:
        """Write the patterns inside another, which make up a group."""
        first = len(parent.children) - len(patterns)
        if len(patterns) == 1:
            text = self.member(parent, first, inherited, level, alone=True)
        else:
            text = self.joined(parent, patterns, ", ", inherited, level)
        return text + self.last_comments(parent, level)

    def last_comments(self, parent: Node, level: int) -> str:
        lines = [
            line
            for note in parent.notes or ()
            if note.after == len(parent.children) and isinstance(note.what, Comment) and parent.children
            for line in comment_lines(note.what)
        ]
        pad = "\n" + "  " * level
        return "".join(pad + line for line in lines)

    def joined(self, parent: Node, patterns: list[Node], operator: str, inherited: Inherited, level: int) -> str:
        first = len(parent.children) - len(patterns)
        parts = [self.member(parent, first + index, inherited, level, alone=False) for index in range(len(patterns))]
        line = operator.join(parts)
        if "\n" not in line and len(line) + 2 * level < WIDTH:
            return line
        pad = "\n" + "  " * level
        mark = operator.strip()
        return f",{pad}".join(parts) if mark == "," else f"{pad}{mark} ".join(parts)

    def member(self, parent: Node, index: int, inherited: Inherited, level: int, *, alone: bool) -> str:
        """Write a child with the comments before it, and the annotations that follow it."""
        child = core(parent.children[index])
        before = [note.what for note in parent.notes or () if note.after == index and isinstance(note.what, Comment)]
        before += _held(child)
        after = self.following(parent, index)
        docs: list[Foreign] = []
        if child.kind == "value":
            docs, after = after, []
        compound = (child.kind in _OPERATORS and len(child.children) > 1) or _has_exception(child)
        text = self.with_notes(child, inherited, level + 1 if compound and not alone else level, docs)
        if compound and (not alone or after or self.lead_lines(child)):
            text = self.compound(child, inherited, level)
        text += "".join(f" >> {self.names.annotation(element, level)}" for element in after)
        lines = [line for comment in before for line in comment_lines(comment)]
        return ("\n" + "  " * level).join([*lines, text])

    def compound(self, child: Node, inherited: Inherited, level: int) -> str:
        inner = parenthesised(self.primary(child, inherited, level + 1), level)
        return ("\n" + "  " * level).join([*self.lead_lines(child), inner])

    def following(self, parent: Node, index: int) -> list[Foreign]:
        """Return the annotation elements between a child and the next."""
        return [note.what for note in parent.notes or () if note.after == index + 1 and isinstance(note.what, Foreign)]

    def with_notes(self, node: Node, inherited: Inherited, level: int, more: list[Foreign] | None = None) -> str:
        """Write a pattern with its annotations before it."""
        text = self.primary(node, inherited, level)
        lines = self.lead_lines(node, more or [])
        if lines and node.kind in _POSTFIX:
            # Without parentheses they would belong to what is repeated.
            text = parenthesised(self.primary(node, inherited, level + 1), level)
        return ("\n" + "  " * level).join([*lines, text])

    def lead_lines(self, node: Node, more: list[Foreign] | None = None) -> list[str]:
        """Return documentation as `##` lines, then other annotations in brackets."""
        named = node.kind in ("element", "attribute") and "name" not in node.attributes
        places = (0, 1) if named else (0,)
        notes = [note.what for note in node.notes or () if note.after in places and isinstance(note.what, Foreign)]
        if node.kind in ("div", "include", "grammar"):
            notes = []
        notes += more or []
        lines: list[str] = []
        if notes and is_documentation(notes[0]) and not notes[0].attributes:
            lines = [f"## {line.strip()}".rstrip() for line in notes.pop(0).text.strip().split("\n")]
        bracket = self.attribute_texts(node) + [self.names.annotation(note, 1) for note in notes]
        return [*lines, f"[ {' '.join(bracket)} ]"] if bracket else lines

    def attribute_lines(self, node: Node) -> list[str]:
        texts = self.attribute_texts(node)
        return [f"[ {' '.join(texts)} ]"] if texts else []

    def attribute_texts(self, node: Node) -> list[str]:
        return [
            f"{self.names.qualified(name)} = {literal(value)}"
            for name, value in (node.foreign or {}).items()
            if name != f"{XML} base"
        ]

    def primary(self, node: Node, inherited: Inherited, level: int) -> str:
        """Write a pattern without what stands around it."""
        below = inherited.below(node)
        match node.kind:
            case "choice" | "group" | "interleave":
                text = self.joined(node, node.children, _OPERATORS[node.kind], below, level)
                return text + self.last_comments(node, level)
            case "optional" | "zeroOrMore" | "oneOrMore":
                return self.repeated(node, below, level)
            case "element" | "attribute":
                return self.named(node, below, level)
            case "list" | "mixed":
                return block(node.kind, self.all_of(node, node.children, below, level + 1), level)
            case "ref" | "parentRef":
                name = identifier(node.attributes["name"])
                return name if node.kind == "ref" else f"parent {name}"
            case "externalRef":
                return self.reference("external", node, inherited)
            case "grammar":
                return f"grammar {{\n{self.components(node, below, level + 1)}{'  ' * level}}}"
            case "data":
                return self.data(node, below, level)
            case "value":
                text = self.names.value(node, below.ns)
                return f"{self.names.datatype(below.library, node)} {text}" if "type" in node.attributes else text
        return node.kind

    def repeated(self, node: Node, inherited: Inherited, level: int) -> str:
        only = core(node.children[0])
        text = self.all_of(node, node.children, inherited, level + 1)
        plain = len(node.children) == 1 and only.kind not in (*_OPERATORS, *_POSTFIX) and not node.notes
        if plain and not _has_exception(only):
            return self.all_of(node, node.children, inherited, level) + _POSTFIX[node.kind]
        return parenthesised(text, level) + _POSTFIX[node.kind]

    def named(self, node: Node, inherited: Inherited, level: int) -> str:
        patterns = node.children
        if "name" in node.attributes:
            ns = inherited.ns if node.kind == "element" else node.attributes.get("ns", "")
            name = self.names.written(node, node.attributes["name"], ns, node.kind)
        else:
            name, patterns = self.name_class(patterns[0], inherited, node.kind), patterns[1:]
        text = self.all_of(node, patterns, inherited, level + 1) if patterns else "text"
        return block(f"{node.kind} {name}", text, level)

    def name_class(self, node: Node, inherited: Inherited, kind: str) -> str:
        below = inherited.below(node)
        if node.kind == "choice":
            inside = " | ".join(self.one_name_class(child, below, kind) for child in node.children)
            return f"({inside})" if len(node.children) > 1 else inside
        if node.kind == "name":
            return self.names.written(node, node.text.strip(), below.ns, kind)
        text = "*" if node.kind == "anyName" else f"{self.names.prefix(below.ns)}:*"
        for exception in node.children:
            ns = below.below(exception)
            excepted = [self.one_name_class(child, ns, kind) for child in exception.children]
            text += f" - ({' | '.join(excepted)})" if len(excepted) > 1 else f" - {excepted[0]}"
        return text

    def one_name_class(self, node: Node, inherited: Inherited, kind: str) -> str:
        """Write a name class that stands beside others or behind `-`."""
        text = self.name_class(node, inherited, kind)
        return f"({text})" if _has_exception(node) else text

    def data(self, node: Node, inherited: Inherited, level: int) -> str:
        parameters = []
        text = self.names.datatype(inherited.library, node)
        exception = ""
        for child in node.children:
            below = inherited.below(child)
            if child.kind == "except":
                excepted = [
                    self.member(child, index, below, level + 1, alone=False) for index in range(len(child.children))
                ]
                exception = f" - {parenthesised(' | '.join(excepted), level)}"
            else:
                parameters.append(f"{child.attributes['name']} = {literal(child.text)}")
        if parameters:
            text += f" {{ {' '.join(parameters)} }}"
        return text + exception


def core(node: Node) -> Node:
    """Return what a group or choice of one pattern is the same as."""
    while node.kind in _OPERATORS and len(node.children) == 1 and not (node.notes or node.foreign or node.attributes):
        node = node.children[0]
    return node


def _has_exception(node: Node) -> bool:
    """Return whether it is a datatype or name class with `-`, which needs parentheses beside anything else."""
    return any(child.kind == "except" for child in node.children)


def _held(node: Node) -> list[Comment]:
    """Return the comments inside a pattern that have no place there in the compact syntax."""
    if node.kind in ("data", "value"):
        parts = [each for each in node.children if each.kind != "except"]
        last = [note for each in node.children for note in each.notes or () if note.after == len(each.children) > 0]
        return [*_comments([node, *parts]), *(note.what for note in last if isinstance(note.what, Comment))]
    if node.kind in ("element", "attribute") and "name" not in node.attributes:
        return list(_comments(node.children[0].iter()))
    return []


def _comments(nodes: Iterable[Node]) -> Iterator[Comment]:
    for node in nodes:
        for note in node.notes or ():
            if isinstance(note.what, Comment):
                yield note.what


def comment_lines(comment: Comment) -> list[str]:
    """Return a comment as lines that begin with `#`."""
    lines = [line.strip() for line in comment.text.strip().split("\n")]
    return [f"# {line.lstrip('#').strip()}".rstrip() for line in lines]


def _joined(base: str, more: str) -> str:
    from urllib.parse import urljoin

    return urljoin(base, more) if base else more
