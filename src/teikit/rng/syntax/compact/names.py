"""Names and datatypes of the compact syntax in the terms of the XML syntax (RELAX NG Compact Syntax, §4)."""

from __future__ import annotations

from teikit.rng.syntax.compact.lexer import CompactError, Token
from teikit.rng.syntax.node import XML, XSD_TYPES, Node

_UNDECLARABLE = "http://www.w3.org/2000/xmlns/"
"""The one namespace for which XML has no prefix (Namespaces in XML, §3): names in it are written with `ns`."""
INHERIT = None
"""The namespace of a declaration `= inherit`: that of the schema which includes this one."""


class Declarations:
    """What a file declares. Its default namespace and first datatype library become attributes of the root."""

    def __init__(self) -> None:
        self.namespaces: dict[str, str | None] = {"xml": XML}
        self.default: str | None = INHERIT
        self.libraries: dict[str, str] = {"xsd": XSD_TYPES}
        self.prefixes: dict[str, str] = {"": "", "xml": XML}
        self.library: str | None = None
        self._built_in: list[Node] = []

    @property
    def explicit(self) -> bool:
        """Whether names carry the default namespace themselves, since the root must hand down the includer's."""
        return self.default is not INHERIT and INHERIT in self.namespaces.values()

    def declare(self, prefix: str, uri: str | None) -> None:
        """Bind a prefix."""
        self.namespaces[prefix] = uri
        if uri and uri != _UNDECLARABLE:
            self.prefixes[prefix] = uri

    def uri(self, token: Token, prefix: str) -> str | None:
        """Return the namespace of a prefix, or `INHERIT`."""
        if prefix not in self.namespaces:
            raise CompactError(
                f"the prefix “{prefix}” is not declared",
                token.line,
                token.column,
                f'declare it: namespace {prefix} = "…"',
            )
        return self.namespaces[prefix]

    def give_name(self, node: Node, token: Token) -> bool:
        """Write the name of an `element` or `attribute` as its attribute; return False where that cannot say it."""
        prefix, colon, local = token.text.rpartition(":")
        if not colon:
            if node.kind == "element" and self.explicit:
                return False
            node.attributes["name"] = local
            return True
        uri = self.uri(token, prefix)
        if uri == _UNDECLARABLE:
            return False
        if uri:
            node.attributes["name"] = token.text
            return True
        if (uri is INHERIT) == (node.kind == "element"):
            node.attributes["name"] = local
            return True
        return False

    def name(self, node: Node, token: Token, *, of_attribute: bool, below_wildcard: bool) -> None:
        """Fill in a `name` element."""
        prefix, colon, local = token.text.rpartition(":")
        node.text = local
        if colon:
            uri = self.uri(token, prefix)
            if uri and uri != _UNDECLARABLE:
                node.text = token.text
            else:
                self._namespace(node, uri, below_wildcard)
        elif of_attribute:
            node.attributes["ns"] = ""
        elif self.explicit or below_wildcard:
            self._namespace(node, self.default, below_wildcard)

    def ns_name(self, node: Node, token: Token) -> None:
        """Fill in an `nsName` element."""
        self._namespace(node, self.uri(token, token.text[:-2]), False)

    def _namespace(self, node: Node, uri: str | None, below_wildcard: bool) -> None:
        if uri is not INHERIT:
            node.attributes["ns"] = uri
        elif below_wildcard:
            # The includer's namespace cannot be asked for below a wildcard of another; names outside it do not matter.
            node.attributes["ns"] = ""

    def reference(self, node: Node, token: Token | None) -> None:
        """Say which namespace an `externalRef` or `include` hands down: the default, or that of `inherit = prefix`."""
        uri = self.default if token is None else self.uri(token, token.text)
        if uri is not INHERIT and (token is not None or self.explicit):
            node.attributes["ns"] = uri

    def datatype(self, node: Node, token: Token, *, inside_except: bool) -> None:
        """Write type and library of a `data` or `value`."""
        prefix, colon, local = token.text.rpartition(":")
        node.attributes["type"] = local
        if not colon:
            self._built_in.append(node)
            return
        library = self.libraries.get(prefix)
        if library is None:
            raise CompactError(
                f"the prefix “{prefix}” of a datatype is not declared", token.line, token.column,
                f'declare it: datatypes {prefix} = "…"',
            )  # fmt: skip
        if self.library is None:
            self.library = library
        if library != self.library or inside_except:
            node.attributes["datatypeLibrary"] = library

    def value(self, node: Node) -> None:
        """Say which namespace a value of type QName has without a prefix, where the root does not hand it down."""
        if self.explicit and self.default is not INHERIT and node.attributes["type"] in ("QName", "NOTATION"):
            node.attributes["ns"] = self.default

    def finish(self, root: Node) -> Node:
        """Return the root with what it hands down; an attribute is put into a group, since `ns` would rename it."""
        if root.kind == "attribute" and self.default:
            group = Node("group", {}, root.place, root.prefixes)
            group.children.append(root)
            root = group
        if self.default is not INHERIT and not self.explicit and "ns" not in root.attributes:
            root.attributes["ns"] = self.default
        self.prefixes[""] = self.default or ""
        if self.library is not None:
            for node in self._built_in:
                node.attributes["datatypeLibrary"] = ""
            root.attributes.setdefault("datatypeLibrary", self.library)
        return root
