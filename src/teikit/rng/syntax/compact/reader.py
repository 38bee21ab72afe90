"""The compact syntax of RELAX NG (OASIS 2002; ISO/IEC 19757-2, annex C) to the neutral tree."""

from __future__ import annotations

from teikit.diagnostics import Diagnostic, Location
from teikit.rng import schema_codes as codes
from teikit.rng.syntax.compact.annotations import Annotations, Reading, annotation_element, lead_annotations
from teikit.rng.syntax.compact.lexer import CompactError, Token, decode, tokens
from teikit.rng.syntax.compact.patterns import adopt, inherit, pattern
from teikit.rng.syntax.node import Comment, Node, Note
from teikit.xml.limits import Limits

_COMBINE = {"=": None, "|=": "choice", "&=": "interleave"}


def read_compact(data: bytes, path: str, limits: Limits, faults: list[Diagnostic]) -> Node | None:
    """Return the tree of a schema in the compact syntax, or None where it has errors, all of which are appended."""
    try:
        reading = Reading(tokens(decode(data)), path)
    except CompactError as error:
        faults.append(_fault(path, error))
        return None
    parser = _Parser(reading, limits.depth)
    try:
        root = parser.schema()
    except CompactError as error:
        parser.errors.append(error)
        root = None
    except RecursionError:
        parser.errors.append(CompactError("patterns are nested too deeply", reading.next.line, reading.next.column))
        root = None
    faults.extend(_fault(path, error) for error in parser.errors)
    return None if parser.errors else root


def _fault(path: str, error: CompactError) -> Diagnostic:
    return Diagnostic.of(codes.COMPACT_SYNTAX, Location(path, error.line, error.column), error.message, hint=error.hint)


class _Parser:
    """Declarations and components; what is wrong in one component is noted, and reading goes on with the next."""

    def __init__(self, reading: Reading, depth: int) -> None:
        self.reading = reading
        self.depth = depth
        self.errors: list[CompactError] = []

    def schema(self) -> Node:
        reading = self.reading
        first = reading.next
        comments = self.declarations()
        before = reading.state()
        notes = lead_annotations(reading)
        is_grammar = self.is_component()
        reading.restore(before)
        if is_grammar:
            root = reading.node("grammar", first)
            for comment in comments:
                root.note(Comment(comment))
            self.components(root, within="")
            return reading.declared.finish(root)
        parsed = pattern(self, reading)
        if reading.next.kind != "end":
            raise reading.unexpected("the end of the pattern")
        if parsed.after:
            raise CompactError("an annotation cannot follow the whole schema", notes.first.line, notes.first.column)
        for comment in reversed((*comments, *parsed.before)):
            parsed.node.notes = [Note(0, Comment(comment)), *(parsed.node.notes or ())]
        for comment in reading.comments():
            parsed.node.note(Comment(comment))
        return reading.declared.finish(parsed.node)

    def declarations(self) -> list[str]:
        """Read the declarations; return the comments before and between them."""
        reading = self.reading
        comments: list[str] = []
        while reading.is_keyword("namespace", "default", "datatypes") and not self._is_definition():
            comments.extend(reading.comments())
            keyword = reading.take()
            if keyword.text == "datatypes":
                prefix = reading.identifier("a prefix").text
                reading.expect("=")
                reading.declared.libraries[prefix] = reading.literal()
                continue
            if keyword.text == "default":
                if not reading.is_keyword("namespace"):
                    raise reading.unexpected("“namespace”")
                reading.take()
            self._namespace(keyword)
        return comments

    def _namespace(self, keyword: Token) -> None:
        reading = self.reading
        default = keyword.text == "default"
        token = None if default and reading.is_mark("=") else reading.identifier("a prefix")
        reading.expect("=")
        uri: str | None
        if reading.is_keyword("inherit"):
            reading.take()
            uri = None
        else:
            uri = reading.literal()
        if default:
            reading.declared.default = uri
        if token is not None:
            wrong = token.text == "xmlns" or (token.text == "xml") != (uri == reading.declared.namespaces["xml"])
            if wrong:
                raise CompactError(f"the prefix “{token.text}” cannot be bound so", token.line, token.column)
            reading.declared.declare(token.text, uri)

    def _is_definition(self) -> bool:
        after = self.reading.after()
        return after.kind == "mark" and after.text in _COMBINE

    def is_component(self) -> bool:
        """Return whether a component of a grammar comes next, or the end."""
        reading = self.reading
        if reading.next.kind == "end" or reading.is_keyword("div", "include"):
            return True
        if reading.is_keyword("start") or reading.next.kind == "name":
            return self._is_definition() or (reading.next.kind == "name" and reading.after().text == "[")
        return reading.next.kind == "cname" and reading.after().text == "["

    def components(self, parent: Node, within: str) -> None:
        """Read components up to `}` or the end. `within` is the kind of block that the brace closes."""
        reading = self.reading
        while not reading.is_mark("}") and reading.next.kind != "end":
            start = reading.at
            try:
                self.component(parent, within)
            except CompactError as error:
                self.errors.append(error)
                self.skip(start)
        if (reading.next.kind == "end") == bool(within):
            raise reading.unexpected("“}”" if within else "a definition")
        for comment in reading.comments():
            parent.note(Comment(comment))

    def skip(self, start: int) -> None:
        """Go to where the next component seems to begin."""
        reading = self.reading
        reading.at = max(reading.at, start + 1)
        while reading.next.kind != "end":
            if (reading.next.kind == "name" or reading.is_keyword("start")) and self._is_definition():
                return
            if reading.is_keyword("div", "include") and reading.after().kind in ("mark", "literal"):
                return
            reading.take()

    def component(self, parent: Node, within: str) -> None:
        reading = self.reading
        notes = lead_annotations(reading)
        for comment in notes.comments:
            parent.note(Comment(comment))
        token = reading.next
        if token.kind in ("name", "cname") and reading.after().text == "[" and reading.after().kind == "mark":
            notes.refuse()
            parent.note(annotation_element(reading))
            return
        if reading.is_keyword("div"):
            self.division(parent, notes, within)
        elif reading.is_keyword("include") and within != "include":
            self.include(parent, notes)
        elif (token.kind == "name" or reading.is_keyword("start")) and self._is_definition():
            self.definition(parent, notes)
        else:
            raise reading.unexpected("a definition")

    def definition(self, parent: Node, notes: Annotations) -> None:
        reading = self.reading
        token = reading.take()
        node = reading.node("start" if token.kind == "keyword" else "define", token)
        if node.kind == "define":
            node.attributes["name"] = token.text
        combine = _COMBINE[reading.take().text]
        if combine:
            node.attributes["combine"] = combine
        adopt(node, pattern(self, reading), flat=node.kind == "define")
        notes.apply(node)
        parent.children.append(node)

    def division(self, parent: Node, notes: Annotations, within: str) -> None:
        reading = self.reading
        node = reading.node("div", reading.take())
        reading.expect("{")
        self.components(node, within if within == "include" else "div")
        reading.expect("}")
        notes.apply(node)
        parent.children.append(node)

    def include(self, parent: Node, notes: Annotations) -> None:
        reading = self.reading
        node = reading.node("include", reading.take())
        node.attributes["href"] = reading.literal()
        inherit(reading, node)
        if reading.is_mark("{"):
            reading.take()
            self.components(node, "include")
            reading.expect("}")
        notes.apply(node)
        parent.children.append(node)
