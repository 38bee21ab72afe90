"""Annotations of the compact syntax (RELAX NG Compact Syntax, §5): before a pattern, in it, and after it."""

from __future__ import annotations

from typing import NamedTuple

from teikit.rng.syntax.compact.lexer import CompactError, Token
from teikit.rng.syntax.compact.names import Declarations
from teikit.rng.syntax.node import ANNOTATIONS, RNG, Foreign, Node, Note

_XMLNS = "http://www.w3.org/2000/xmlns"
_TEXTUAL = frozenset(("value", "name", "param"))


class Reading:
    """The words of a file and where we are in them; comments wait until something comes that can hold them."""

    def __init__(self, words: list[Token], path: str) -> None:
        self.words = words
        self.path = path
        self.at = 0
        self._waiting: list[str] = []
        self._told = 0
        self.declared = Declarations()

    @property
    def next(self) -> Token:
        """The next word."""
        return self.words[self.at]

    def after(self) -> Token:
        """Return the word after the next."""
        return self.words[min(self.at + 1, len(self.words) - 1)]

    def take(self) -> Token:
        """Return the next word and go on."""
        token = self.words[self.at]
        if token.comments and self._told <= self.at:
            self._waiting.extend(token.comments)
            self._told = self.at + 1
        if token.kind != "end":
            self.at += 1
        return token

    def comments(self) -> list[str]:
        """Return the comments up to the next word that have not been returned yet."""
        found = self._waiting
        if self._told <= self.at:
            found = [*found, *self.next.comments]
            self._told = self.at + 1
        self._waiting = []
        return found

    def state(self) -> tuple[int, int, tuple[str, ...]]:
        """Return what `restore` needs to read again from here."""
        return self.at, self._told, tuple(self._waiting)

    def restore(self, state: tuple[int, int, tuple[str, ...]]) -> None:
        """Go back."""
        self.at, self._told, waiting = state
        self._waiting = list(waiting)

    def is_mark(self, *marks: str) -> bool:
        """Return whether the next word is one of these marks."""
        return self.next.kind == "mark" and self.next.text in marks

    def is_keyword(self, *keywords: str) -> bool:
        """Return whether the next word is one of these keywords."""
        return self.next.kind == "keyword" and self.next.text in keywords

    def expect(self, mark: str) -> Token:
        """Return the mark that must come next."""
        if not self.is_mark(mark):
            raise self.unexpected(f"“{mark}”")
        return self.take()

    def unexpected(self, wanted: str) -> CompactError:
        """Return the error that something else was wanted here."""
        token = self.next
        found = "the file ends" if token.kind == "end" else f"found “{_shown(token)}”"
        return CompactError(f"{found} where {wanted} is expected", token.line, token.column)

    def identifier(self, wanted: str = "a name") -> Token:
        """Return a name, which may be a keyword here."""
        if self.next.kind not in ("name", "keyword"):
            raise self.unexpected(wanted)
        return self.take()

    def literal(self) -> str:
        """Return a string, whose parts are joined by `~`."""
        if self.next.kind != "literal":
            raise self.unexpected("a literal in quotation marks")
        text = self.take().text
        while self.is_mark("~"):
            self.take()
            if self.next.kind != "literal":
                raise self.unexpected("a literal in quotation marks")
            text += self.take().text
        return text

    def node(self, kind: str, token: Token) -> Node:
        """Return a new node at the place of a word."""
        return Node(kind, {}, (self.path, token.line, token.column), self.declared.prefixes)


class Annotations(NamedTuple):
    """What stands before a pattern or component."""

    attributes: dict[str, str]
    elements: list[Foreign]
    comments: tuple[str, ...]
    first: Token

    def apply(self, node: Node) -> list[Foreign]:
        """Put annotations on a node; return the elements that can only stand after it, since it holds text."""
        if self.attributes:
            node.foreign = {**self.attributes, **(node.foreign or {})}
        if node.kind in _TEXTUAL:
            return self.elements
        if self.elements:
            node.notes = [*(Note(0, element) for element in self.elements), *(node.notes or ())]
        return []

    def refuse(self) -> None:
        """Raise an error where there are annotations in a place that takes none."""
        if self.attributes or self.elements:
            raise CompactError("an annotation belongs to nothing here", self.first.line, self.first.column)


def lead_annotations(reading: Reading) -> Annotations:
    """Read what may stand before a pattern, name class, parameter or component: `##` lines, then `[ … ]`."""
    first = reading.next
    comments = reading.comments()
    elements: list[Foreign] = []
    lines: list[str] = []
    last = 0
    while reading.next.kind == "documentation":
        token = reading.take()
        if lines and token.line != last + 1:
            elements.append(_documentation(reading, lines))
            lines = []
        lines.append(token.text)
        last = token.line
    if lines:
        elements.append(_documentation(reading, lines))
    attributes: dict[str, str] = {}
    if reading.is_mark("["):
        reading.take()
        attributes = _attributes(reading, nested=False)
        while not reading.is_mark("]"):
            elements.append(annotation_element(reading))
        reading.take()
    comments.extend(reading.comments())
    return Annotations(attributes, elements, tuple(comments), first)


def _documentation(reading: Reading, lines: list[str]) -> Foreign:
    element = Foreign(f"{ANNOTATIONS} documentation", {}, reading.declared.prefixes)
    element.content.append("\n".join(lines))
    return element


def _attributes(reading: Reading, *, nested: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    while (
        reading.next.kind in ("name", "keyword", "cname")
        and reading.after().text == "="
        and reading.after().kind == "mark"
    ):
        token = reading.take()
        name = _name(reading, token)
        reading.take()
        namespace = name.rpartition(" ")[0]
        if name in found:
            raise CompactError(f"the annotation has the attribute “{token.text}” twice", token.line, token.column)
        if namespace == _XMLNS or name == "xmlns" or (not nested and namespace in ("", RNG)):
            hint = "give it a prefix whose namespace is not that of RELAX NG"
            raise CompactError(
                f"“{token.text}” cannot be the attribute of an annotation", token.line, token.column, hint
            )
        found[name] = reading.literal()
    return found


def _name(reading: Reading, token: Token) -> str:
    prefix, colon, local = token.text.rpartition(":")
    uri = reading.declared.uri(token, prefix) if colon else ""
    if uri is None:
        raise CompactError(
            f"the prefix “{prefix}” is inherited; an annotation needs one of its own", token.line, token.column
        )
    return f"{uri} {local}" if uri else local


def annotation_element(reading: Reading, *, nested: bool = False) -> Foreign:
    """Read an annotation element: a name, then attributes, literals and elements in brackets."""
    if reading.next.kind not in ("name", "keyword", "cname"):
        raise reading.unexpected("the name of an annotation")
    token = reading.take()
    name = _name(reading, token)
    if not nested and name.startswith(f"{RNG} "):
        raise CompactError(
            "an annotation cannot be an element of RELAX NG", token.line, token.column, "use another namespace"
        )
    reading.expect("[")
    element = Foreign(name, _attributes(reading, nested=True), reading.declared.prefixes)
    while not reading.is_mark("]"):
        if reading.next.kind == "literal":
            element.content.append(reading.literal())
        else:
            element.content.append(annotation_element(reading, nested=True))
    reading.take()
    return element


def _shown(token: Token) -> str:
    return {"literal": f'"{token.text[:30]}"', "documentation": "##"}.get(token.kind, token.text)
