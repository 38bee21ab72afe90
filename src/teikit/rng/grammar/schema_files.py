"""The files of a schema: reading them, and §4.1 to §4.5 on each, before any file is put into another."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from teikit.diagnostics import Code, Diagnostic, DocumentError, TeikitError
from teikit.files import digest
from teikit.rng import schema_codes as codes
from teikit.rng.syntax import check_shape, parse
from teikit.rng.syntax.node import XML, Node
from teikit.xml.limits import Limits
from teikit.xml.names import WHITE_SPACE
from teikit.xml.source import read_bytes

Locate = Callable[[str], Path | None]
"""Says which file stands for an address on the network, None where there is none."""

MOST_INCLUSIONS = 5000
"""How often files may be put into others: a few files that include each other twice would else never end."""


class Files:
    """All files of one schema, each read once. `digests` are (path, digest of its bytes), in the order of reading.

    `sought` are the files that were found for addresses on the network.
    """

    def __init__(self, faults: list[Diagnostic], names: str, limits: Limits, locate: Locate | None = None) -> None:
        self.faults = faults
        self.names = names
        self.limits = limits
        self.locate = locate
        self.digests: list[tuple[str, str]] = []
        self.sought: dict[str, str] = {}
        self.inclusions = 0
        self._roots: dict[str, Node | None] = {}

    def fault(self, code: Code, node: Node, message: str, hint: str | None = None) -> None:
        """Report what is wrong with a node."""
        self.faults.append(Diagnostic.of(code, node.location, message, hint=hint, length=len(node.kind) + 1))

    def first(self, path: str) -> Node | None:
        """Return the root of the schema itself. Raises `TeikitError` where there is no such file."""
        return self._root(path, read_bytes(path, self.limits))

    def referred(self, node: Node, open_files: tuple[str, ...]) -> Node | None:
        """Return the root of the file that `externalRef` or `include` names (§4.5 has resolved its href)."""
        path = node.attributes["href"]
        if not path:
            return None
        if os.path.realpath(path) in open_files:
            message = f"the schema includes itself: “{path}” is being read already"
            self.fault(codes.SCHEMA_INCLUDES_ITSELF, node, message, "move what both need into a third file")
            return None
        self.inclusions += 1
        if self.inclusions > MOST_INCLUSIONS:
            if self.inclusions == MOST_INCLUSIONS + 1:
                message = f"files are put into each other more than {MOST_INCLUSIONS} times"
                self.fault(codes.SCHEMA_TOO_LARGE, node, message, "include each file once")
            return None
        if path in self._roots:
            return self._roots[path]
        try:
            data = read_bytes(path, self.limits)
        except TeikitError as error:
            if isinstance(error, DocumentError):
                self.faults.extend(error.diagnostics)
            else:
                self.fault(codes.SCHEMA_FILE_MISSING, node, error.message, error.hint)
            self._roots[path] = None
            return None
        return self._root(path, data)

    def _root(self, path: str, data: bytes) -> Node | None:
        self.digests.append((path, digest(data)))
        root = parse(data, path, self.limits, self.faults)
        if root is not None:
            root = check_shape(root, self.faults, self.names)
        if root is not None:
            self._inherit(root)
        self._roots[path] = root
        return root

    def _inherit(self, root: Node) -> None:
        """Hand down `datatypeLibrary` (§4.3) and `xml:base` (§4.5), node by node."""
        waiting = [(root, "", "")]
        while waiting:
            node, library, base = waiting.pop()
            library = datatype_library(self, node, library)
            value_type(node)
            if node.foreign and f"{XML} base" in node.foreign:
                base = _joined(base, node.foreign[f"{XML} base"])
            if "href" in node.attributes:
                href(self, node, base)
            for child in node.children:
                waiting.append((child, library, base))


def datatype_library(files: Files, node: Node, inherited: str) -> str:
    """§4.3: `datatypeLibrary` is inherited within one file; it is an absolute URI without a fragment, or empty.

    White space around it counts, since §4.2 does not take it away (nor around `href`).
    """
    library = node.attributes.get("datatypeLibrary", inherited)
    if library is not inherited and library:
        scheme, colon, rest = library.partition(":")
        fine = (
            colon
            and rest
            and scheme.isascii()
            and scheme[:1].isalpha()
            and scheme.replace("+", "").replace("-", "").replace(".", "").isalnum()
        )
        if not fine or "#" in library or not _escapes_hold(library):
            message = f"datatypeLibrary is an absolute URI without “#”, not “{library[:80]}”"
            hint = "did you mean http://www.w3.org/2001/XMLSchema-datatypes?"
            files.fault(codes.INVALID_ATTRIBUTE_VALUE, node, message, hint)
    node.library = library
    return library


def _escapes_hold(uri: str) -> bool:
    return all(
        len(part) >= 2 and all(digit in "0123456789abcdefABCDEF" for digit in part[:2]) for part in uri.split("%")[1:]
    )


def value_type(node: Node) -> None:
    """§4.4: a `value` without a type is a `token` of the built-in library."""
    if node.kind == "value" and "type" not in node.attributes:
        node.attributes["type"] = "token"
        node.library = ""


def href(files: Files, node: Node, base: str) -> None:
    """§4.5: `href` is resolved against the base URI (RFC 3986, §5); it has no fragment, and names a file."""
    from urllib.parse import unquote, urljoin, urlsplit

    written = node.attributes["href"]
    node.attributes["href"] = ""
    if not _escapes_hold(written):
        files.fault(codes.INVALID_HREF, node, f"“{written}” is not a URI", "write “%25” for “%”")
        return
    if "#" in written:
        message = f"“{written}” has a fragment; a schema is included whole"
        files.fault(codes.INVALID_HREF, node, message, "remove “#” and what follows it")
        return
    start = Path(os.path.abspath(node.path)).as_uri()  # noqa: PTH100 - `..` goes by the text, as in a URI
    # What is left as it is, Python would take away.
    escaped = "".join(f"%{ord(each):02X}" if each in WHITE_SPACE else each for each in written)
    try:
        target = urlsplit(urljoin(urljoin(start, base), escaped))
    except ValueError:
        files.fault(codes.INVALID_HREF, node, f"“{written}” is not a URI", "write a path with “/”")
        return
    if target.scheme != "file" or target.netloc not in ("", "localhost"):
        _elsewhere(files, node, target.geturl(), written)
        return
    if "\0" in unquote(target.path):
        files.fault(codes.INVALID_HREF, node, f"“{written}” is not a path", "write a path with “/”")
        return
    node.attributes["href"] = _shown(unquote(target.path), node.path)


def _elsewhere(files: Files, node: Node, address: str, written: str) -> None:
    """Put the file that stands for an address into `href`, or report that there is none."""
    found = files.locate(address) if files.locate else None
    if found is not None:
        node.attributes["href"] = found.as_posix()
        files.sought[address] = found.as_posix()
        return
    message = f"“{written}” is not a file; teikit does not fetch schemas from the network"
    hint = f"get it once with “teikit schema fetch {address}”, or name the file by a relative path"
    files.fault(codes.INVALID_HREF, node, message, hint)


def _joined(base: str, more: str) -> str:
    from urllib.parse import urljoin

    return urljoin(base, more) if base else more


def _shown(path: str, beside: str) -> str:
    if Path(beside).is_absolute():
        return path
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path
