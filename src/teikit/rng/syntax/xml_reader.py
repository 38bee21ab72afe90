"""The XML syntax of RELAX NG (§3) to the neutral tree, by one expat pass that keeps places."""

from __future__ import annotations

from xml.parsers import expat

from teikit.diagnostics import Diagnostic, DocumentError, Location
from teikit.rng import schema_codes as codes
from teikit.rng.syntax.node import RNG, Comment, Foreign, Node
from teikit.xml.limits import Limits
from teikit.xml.names import WHITE_SPACE
from teikit.xml.scan import scan

_TEXTUAL = frozenset(("name", "value", "param"))
_START = {"": "", "xml": "http://www.w3.org/XML/1998/namespace"}


class _Reader:
    """Builds the tree. `foreign` is the stack of open annotation elements, within which nothing is RELAX NG."""

    def __init__(self, path: str, faults: list[Diagnostic]) -> None:
        self.path = path
        self.faults = faults
        self.root: Node | None = None
        self.open: list[Node] = []
        self.foreign: list[Foreign] = []
        self.scopes: list[dict[str, str]] = []
        self.prefixes: dict[str, str] = _START
        self.declared: dict[str, str] | None = None
        self.before: list[Comment] = []
        self.text: list[str] = []
        self.parser = parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.CommentHandler = self.comment
        parser.StartNamespaceDeclHandler = self.declare

    def declare(self, prefix: str | None, uri: str | None) -> None:
        if self.declared is None:
            self.declared = dict(self.prefixes)
        self.declared[prefix or ""] = uri or ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.scopes.append(self.prefixes)
        if self.declared is not None:
            self.prefixes, self.declared = self.declared, None
        namespace, _, local = name.rpartition(" ")
        if self.foreign or (namespace != RNG and self.open):
            self.start_foreign(name, attributes)
            return
        parser = self.parser
        place = (self.path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        node = Node(local if namespace == RNG else f"{namespace} {local}", attributes, place, self.prefixes)
        if any(" " in attribute for attribute in attributes):
            node.attributes = {key: value for key, value in attributes.items() if " " not in key}
            node.foreign = {key: value for key, value in attributes.items() if " " in key}
        if self.open:
            parent = self.open[-1]
            self.flush(parent)
            parent.children.append(node)
        else:
            self.root = node
            for comment in self.before:
                node.note(comment)
        self.open.append(node)

    def start_foreign(self, name: str, attributes: dict[str, str]) -> None:
        element = Foreign(name, attributes, self.prefixes)
        if self.foreign:
            self.foreign[-1].content.append(element)
        else:
            self.flush(self.open[-1])
            self.open[-1].note(element)
        self.foreign.append(element)

    def end(self, name: str) -> None:
        self.prefixes = self.scopes.pop()
        if self.foreign:
            self.foreign.pop()
            return
        self.flush(self.open.pop())

    def flush(self, node: Node) -> None:
        if not self.text:
            return
        text = "".join(self.text)
        self.text.clear()
        if node.kind in _TEXTUAL:
            node.text += text
        elif text.strip(WHITE_SPACE):
            shown = " ".join(text.split())[:40]
            self.faults.append(
                Diagnostic.of(
                    codes.TEXT_IN_SCHEMA,
                    node.location,
                    f"text is not allowed in “{node.kind}”: “{shown}”",
                    hint="remove it, or put it into an XML comment or an a:documentation element",
                )
            )

    def characters(self, text: str) -> None:
        if self.foreign:
            self.foreign[-1].content.append(text)
        elif self.open:
            self.text.append(text)

    def comment(self, text: str) -> None:
        if self.foreign:
            self.foreign[-1].content.append(Comment(text))
        elif self.open:
            if self.open[-1].kind not in _TEXTUAL:
                self.flush(self.open[-1])
            self.open[-1].note(Comment(text))
        elif self.root is not None:
            self.root.note(Comment(text))
        else:
            self.before.append(Comment(text))


def read_xml(data: bytes, path: str, limits: Limits, faults: list[Diagnostic]) -> Node | None:
    """Return the tree of a schema in the XML syntax (UTF-8), or None where it is not XML or not RELAX NG at all.

    What is wrong is appended to `faults`.
    """
    try:
        scan(data, path, limits)
    except DocumentError as error:
        faults.extend(error.diagnostics)
        return None
    reader = _Reader(path, faults)
    reader.parser.Parse(data, True)
    root = reader.root
    if root is None or " " in root.kind:
        name = (root.kind if root else "").rpartition(" ")[2]
        message = f"“{name}” is not a RELAX NG pattern, so this is not a schema"
        hint = f"expected a root such as “grammar” in the namespace {RNG}"
        place = root.location if root else Location(path)
        faults.append(Diagnostic.of(codes.NOT_A_SCHEMA, place, message, hint=hint))
        return None
    return root
