"""From the neutral tree to the XML syntax (§3)."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.rng.syntax.node import ANNOTATIONS, RNG, XML, Comment, Foreign, Node

_TEXTUAL = frozenset(("value", "name", "param"))
_ORDER = ("name", "type", "href", "combine", "ns", "datatypeLibrary")


def to_xml(root: Node) -> str:
    """Return a schema in the XML syntax, indented by two spaces; comments and annotations stand where they stood."""
    return _Writer(root).write()


def escape(text: str, *, quoted: bool = False) -> str:
    """Return text as XML holds it, in content or in an attribute between double quotation marks."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    if quoted:
        text = text.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return text


def _foreign(what: Foreign) -> Iterator[Foreign]:
    yield what
    for each in what.content:
        if isinstance(each, Foreign):
            yield from _foreign(each)


class _Writer:
    def __init__(self, root: Node) -> None:
        self.root = root
        self.lines: list[str] = []
        self.prefixes: dict[str, str] = {XML: "xml"}
        self.declared = {
            prefix: uri for prefix, uri in root.prefixes.items() if prefix not in ("", "xml") and uri != RNG
        }
        for prefix, uri in self.declared.items():
            self.prefixes.setdefault(uri, prefix)
        for uri, wished in self._wanted():
            self._declare(uri, wished)

    def _wanted(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the namespaces of annotations, with the prefixes in scope where they are used."""
        for node in self.root.iter():
            for name in node.foreign or ():
                yield name.rpartition(" ")[0], node.prefixes
            for note in node.notes or ():
                if isinstance(note.what, Foreign):
                    for element in _foreign(note.what):
                        for name in (element.name, *(each for each in element.attributes if " " in each)):
                            yield name.rpartition(" ")[0], element.prefixes

    def _declare(self, uri: str, wished: dict[str, str]) -> None:
        if not uri or uri in self.prefixes:
            return
        known = [prefix for prefix, bound in wished.items() if bound == uri and prefix]
        names = (
            *known,
            *(("a",) if uri == ANNOTATIONS else ()),
            *(f"ns{number}" for number in range(1, 1 + len(self.declared) + 1)),
        )
        prefix = next(name for name in names if name not in self.declared)
        self.declared[prefix] = uri
        self.prefixes[uri] = prefix

    def write(self) -> str:
        start = "".join(f' xmlns:{prefix}="{escape(uri, quoted=True)}"' for prefix, uri in self.declared.items())
        start = f' xmlns="{RNG}"{start}'
        self.node(self.root, 0, start, dict(self.declared))
        return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *self.lines, ""])

    def node(self, node: Node, level: int, extra: str, scope: dict[str, str]) -> None:
        tag = node.kind
        if node is not self.root:
            changed = {
                prefix: uri for prefix, uri in node.prefixes.items()
                if prefix not in ("", "xml") and uri != RNG and uri and scope.get(prefix) != uri
            }  # fmt: skip
            extra = "".join(f' xmlns:{prefix}="{escape(uri, quoted=True)}"' for prefix, uri in changed.items())
            scope = {**scope, **changed} if changed else scope
        start = f"{'  ' * level}<{tag}{extra}{self._attributes(node)}"
        if node.kind in _TEXTUAL:
            self._textual(node, start, tag, level)
        elif not node.children and not node.notes:
            self.lines.append(f"{start}/>")
        else:
            self.lines.append(f"{start}>")
            self._content(node, level + 1, scope)
            self.lines.append(f"{'  ' * level}</{tag}>")

    def _attributes(self, node: Node) -> str:
        names = [name for name in _ORDER if name in node.attributes]
        found = [f' {name}="{escape(node.attributes[name], quoted=True)}"' for name in names]
        for name, value in (node.foreign or {}).items():
            found.append(f' {self._qualified(name)}="{escape(value, quoted=True)}"')
        return "".join(found)

    def _textual(self, node: Node, start: str, tag: str, level: int) -> None:
        for note in node.notes or ():
            if isinstance(note.what, Comment):
                self.lines.append(f"{'  ' * level}{_comment(note.what)}")
        self.lines.append(f"{start}>{escape(node.text)}</{tag}>" if node.text else f"{start}/>")

    def _content(self, node: Node, level: int, scope: dict[str, str]) -> None:
        notes = list(node.notes or ())
        for index in range(len(node.children) + 1):
            for note in notes:
                if note.after == index:
                    self._note(note.what, level)
            if index < len(node.children):
                self.node(node.children[index], level, "", scope)

    def _note(self, what: Comment | Foreign, level: int) -> None:
        text = _comment(what) if isinstance(what, Comment) else self._element(what, RNG)
        self.lines.append(f"{'  ' * level}{text}")

    def _qualified(self, name: str) -> str:
        uri, _, local = name.rpartition(" ")
        return f"{self.prefixes[uri]}:{local}" if uri else local

    def _element(self, element: Foreign, default: str) -> str:
        tag = self._qualified(element.name)
        start = tag
        if " " not in element.name and default:
            start, default = f'{tag} xmlns=""', ""
        for name, value in element.attributes.items():
            start += f' {self._qualified(name)}="{escape(value, quoted=True)}"'
        inside = "".join(
            escape(each)
            if isinstance(each, str)
            else _comment(each)
            if isinstance(each, Comment)
            else self._element(each, default)
            for each in element.content
        )
        return f"<{start}>{inside}</{tag}>" if inside else f"<{start}/>"


def _comment(comment: Comment) -> str:
    text = comment.text.strip().replace("--", "- -")
    return f"<!-- {text.replace('--', '- -')} -->"
