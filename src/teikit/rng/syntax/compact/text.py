"""The small words of the compact syntax: literals, identifiers, prefixes, annotations, blocks."""

from __future__ import annotations

import re

from teikit.rng.syntax.compact.lexer import KEYWORDS
from teikit.rng.syntax.node import ANNOTATIONS, XML, XSD_TYPES, Comment, Foreign, Node

WIDTH = 100
"""Lines aim at fewer characters than this."""
_ESCAPE = re.compile(r"\\(?=x+\{)")


def literal(text: str) -> str:
    """Return a string as a literal, or several joined by `~`."""
    text = _ESCAPE.sub(r"\\x{5C}", text).replace("\r", "\\x{D}")
    parts = [text] if '"' in text and "'" not in text else [part for part in re.split(r'("+)', text) if part] or [""]
    quoted = []
    for part in parts:
        mark = "'" if '"' in part else '"'
        quoted.append(mark * 3 + part + mark * 3 if "\n" in part else mark + part + mark)
    return " ~ ".join(quoted)


def identifier(name: str) -> str:
    """Return the name of a definition, escaped where it is a keyword."""
    return f"\\{name}" if name in KEYWORDS else name


def parenthesised(text: str, level: int) -> str:
    """Return a pattern in parentheses, on several lines where it is."""
    if "\n" not in text:
        return f"({text})"
    return f"(\n{'  ' * (level + 1)}{text}\n{'  ' * level})" if text.startswith("#") else f"({text}\n{'  ' * level})"


def block(head: str, inner: str, level: int) -> str:
    """Return `head { inner }`, on one line where that is short enough."""
    pad = "  " * level
    if "\n" not in inner and len(head) + len(inner) + len(pad) < WIDTH:
        return f"{head} {{ {inner} }}"
    return f"{head} {{\n{pad}  {inner}\n{pad}}}"


class Namespaces:
    """Prefixes of namespaces and of datatype libraries, given out when they are first needed.

    `wished` are the prefixes of the schema's root, which are kept where they can be.
    """

    def __init__(self, default: str | None, wished: dict[str, str]) -> None:
        self.default = default
        self._wished = {uri: prefix for prefix, uri in wished.items() if prefix}
        self._prefixes: dict[str | None, str] = {XML: "xml"}
        self._libraries: dict[str, str] = {}

    def prefix(self, uri: str | None, wished: str = "") -> str:
        """Return the prefix of a namespace (None for the inherited one)."""
        known = self._prefixes.get(uri)
        if known is None:
            usual = {"": "local", None: "inherited", ANNOTATIONS: "a"}.get(uri, "")
            taken = self._prefixes.values()
            numbered = (f"ns{number}" for number in range(1, len(self._prefixes) + 2))
            names = (wished, self._wished.get(uri or ""), usual, *numbered)
            known = next(name for name in names if name and name not in taken)
            self._prefixes[uri] = known
        return known

    def declarations(self, body: str) -> str:
        """Return the declarations for all that was asked for."""
        lines = [] if self.default is None else [f"default namespace = {literal(self.default)}\n"]
        for uri, prefix in sorted(self._prefixes.items(), key=lambda pair: pair[1]):
            if uri != XML:
                lines.append(f"namespace {prefix} = {'inherit' if uri is None else literal(uri)}\n")
        lines.extend(f"datatypes {prefix} = {literal(uri)}\n" for uri, prefix in self._libraries.items())
        return "".join(lines)

    def written(self, node: Node, name: str, ns: str | None, kind: str) -> str:
        """Return the name of an element or attribute, with a prefix where it needs one."""
        prefix, colon, local = name.strip().rpartition(":")
        uri = node.prefixes.get(prefix, "") if colon else ns
        if uri == (self.default if kind == "element" else ""):
            return local
        return f"{self.prefix(uri, prefix)}:{local}"

    def qualified(self, name: str, wished: str = "") -> str:
        """Return a name of an annotation."""
        uri, _, local = name.rpartition(" ")
        return f"{self.prefix(uri, wished)}:{local}" if uri else local

    def datatype(self, library: str, node: Node) -> str:
        """Return the name of a datatype."""
        name = node.attributes["type"]
        if not library:
            return name
        known = self._libraries.get(library)
        if known is None:
            known = "xsd" if library == XSD_TYPES else f"d{len(self._libraries) + 1}"
            self._libraries[library] = known
        return f"{known}:{name}"

    def value(self, node: Node, ns: str | None) -> str:
        """Return a value; a qualified name gets the prefix that its namespace has here, where `ns` is its default."""
        if node.attributes.get("type") not in ("QName", "NOTATION"):
            return literal(node.text)
        return literal(self.written(node, node.text, ns, "element"))

    def annotation(self, element: Foreign, level: int) -> str:
        """Return an annotation element: its name, then attributes, text and children in brackets."""
        wished = next(
            (prefix for prefix, uri in element.prefixes.items() if uri == element.name.rpartition(" ")[0]), ""
        )
        name = self.qualified(element.name, wished)
        parts = [f"{self.qualified(each)} = {literal(value)}" for each, value in element.attributes.items()]
        for each in element.content:
            if isinstance(each, str):
                parts.append(literal(each))
            elif isinstance(each, Comment):
                parts.extend(f"# {line.strip()}" for line in each.text.strip().split("\n"))
            else:
                parts.append(self.annotation(each, level + 1))
        name = identifier(name)
        line = f"{name} [ {' '.join(parts)} ]" if parts else f"{name} []"
        if len(line) < WIDTH and "\n" not in line and not any(part.startswith("#") for part in parts):
            return line
        pad = "\n" + "  " * (level + 1)
        return f"{name} [{pad}{pad.join(parts)}\n{'  ' * level}]"
