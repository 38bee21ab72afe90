"""The files of a schema, each read once, with the places and the prefixes of each."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import etree

from teikit.diagnostics import Code, Diagnostic, DocumentError, Location, TeikitError
from teikit.files import digest
from teikit.rng.syntax.names import is_ncname
from teikit.schematron import codes
from teikit.schematron.model import SCH
from teikit.xml import XML, Document, clark, load
from teikit.xml.limits import Limits
from teikit.xml.source import read_bytes

MOST_FILES = 1000
"""How many files may be put into a schema, each as often as it is named."""

_XMLNS = "http://www.w3.org/2000/xmlns/"
_GRAMMAR = b"http://relaxng.org/ns/structure/1.0"
_INCLUDING = re.compile(rb"<(?:[\w.\-]+:)?(?:include|externalRef)\s")


class Source(NamedTuple):
    """A file: `path` as it is called, the document that is read, the prefixes that `ns` declares, its URI.

    `original` is the text of the file itself where the document was converted from it; places are looked for there.
    """

    path: str
    document: Document
    prefixes: dict[str, str]
    base: str
    original: str | None = None

    def place(self, element: etree._Element, attribute: str | None = None) -> Location:
        """Return where an element or an attribute of it stands."""
        if self.original is None:
            return self.document.locate(element, attribute)._replace(path=self.path)
        value = element.get(attribute) if attribute else None
        value = value or element.get("test") or element.get("context") or element.get("id") or "\0"
        at = self.original.find(value)
        if at < 0:
            return Location(self.path)
        start = self.original.rfind("\n", 0, at) + 1
        return Location(self.path, self.original.count("\n", 0, at) + 1, at - start + 1)


class Files:
    """All files of one schema; `faults` are what is wrong in it, `digests` (path, digest) of every file read."""

    def __init__(self) -> None:
        self.faults: list[Diagnostic] = []
        self.digests: dict[str, str] = {}
        self.limits = Limits.from_environment()
        self.inclusions = 0
        self._opened: dict[str, Source | None] = {}

    def fault(self, code: Code, place: Location, message: str, hint: str | None = None) -> None:
        """Report what is wrong with the schema, once: a file may be put into it in several places."""
        found = Diagnostic.of(code, place._replace(xpath=""), message, hint=hint)
        if found not in self.faults[-100:]:
            self.faults.append(found)

    def is_plain_grammar(self, path: str) -> bool:
        """Return whether a file is a grammar without Schematron, as its bytes show: then nothing need be parsed."""
        data = self._data(path)
        return _GRAMMAR in data and SCH.encode() not in data and not _INCLUDING.search(data)

    def _data(self, path: str) -> bytes:
        data = read_bytes(path, self.limits)
        self.digests[path] = digest(data)
        return data

    def first(self, path: str) -> tuple[bytes, Document | None]:
        """Return the bytes of the schema itself, and the document where it is XML; raises as `load` does."""
        data = self._data(path)
        if path.lower().endswith(".rnc") and not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            return data, None
        return data, load(data, path=path, limits=self.limits)

    def compact(self, path: str, data: bytes) -> tuple[Document, str]:
        """Return a grammar in the compact syntax as XML, and its text; raises `SchemaError` where it is none."""
        from teikit.rng.syntax import parsed, to_xml

        written = to_xml(parsed(path, data, self.limits)).encode("utf-8")
        return load(written, path=path, limits=self.limits), text_of_compact(data)

    def source(self, path: str, document: Document, prefixes: dict[str, str], original: str | None = None) -> Source:
        """Return a source; `ns` elements of its root come before the prefixes given."""
        made = Source(path, document, dict(prefixes), uri(path), original)
        for ns in document.root.iterchildren(clark(SCH, "ns")):
            self.declare(ns, made, made.prefixes)
        return made

    def declare(self, ns: etree._Element, source: Source, prefixes: dict[str, str]) -> None:
        """Add the prefix of a `ns` element, or report what is wrong with it."""
        prefix, bound = ns.get("prefix", "").strip(), ns.get("uri", "").strip()
        if prefix == "xml" and bound == XML:
            return
        if is_prefix(prefix) and bound not in ("", XML, _XMLNS):
            prefixes[prefix] = bound
            return
        message = f"“ns” does not declare a prefix: “{prefix[:40]}” for “{bound[:80]}”"
        hint = 'write <ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>, with a name and a namespace'
        self.fault(codes.INVALID_SCHEMA, source.place(ns), message, hint)

    def referred(self, href: str, source: Source, place: Location, chain: tuple[str, ...]) -> Source | None:
        """Return the file that an `href` names; where there is none, report it and return None."""
        file = local_file(href, source.path)
        if file is None:
            hint = "save the file beside the schema and name it there"
            self.fault(codes.FILE_NOT_READ, place, f"“{href}” is not a file on this machine, so it is not read", hint)
            return None
        if os.path.realpath(file) in chain:
            message = f"the schema includes itself: “{href}” is being read already"
            self.fault(codes.FILE_NOT_READ, place, message, "move what both need into a third file")
            return None
        return self._open(file, source, place)

    def may_go_on(self, place: Location) -> bool:
        """Count an inclusion; return False, and report it, where there are too many."""
        self.inclusions += 1
        if self.inclusions == MOST_FILES + 1:
            message = f"files are put into each other more than {MOST_FILES} times"
            self.fault(codes.FILE_NOT_READ, place, message, "include each file once")
        return self.inclusions <= MOST_FILES

    def _open(self, file: str, source: Source, place: Location) -> Source | None:
        if file not in self._opened:
            self._opened[file] = None
            try:
                data, document = self.first(file)
                original = None
                if document is None:
                    document, original = self.compact(file, data)
                self._opened[file] = self.source(file, document, source.prefixes, original)
            except DocumentError as error:
                self.faults.extend(error.diagnostics)
            except TeikitError as error:
                self.fault(codes.FILE_NOT_READ, place, error.message, error.hint)
        return self._opened[file]


def text_of_compact(data: bytes) -> str:
    """Return the text of a grammar in the compact syntax."""
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace")


def is_prefix(name: str) -> bool:
    """Return whether a name can be a prefix of ours to declare."""
    return is_ncname(name) and name not in ("xml", "xmlns")


def local_file(href: str, path: str) -> str | None:
    """Return the path of the file that a reference in another file names, None where it is no file on this machine."""
    try:
        target = urlsplit(href)
    except ValueError:
        return None
    if target.scheme == "file" and target.netloc in ("", "localhost"):
        return unquote(target.path)
    if target.scheme or target.netloc:
        return None
    return (Path(path).parent / unquote(target.path)).as_posix() if target.path else path


def uri(path: str) -> str:
    """Return the URI of a file, or '' where its path is none."""
    try:
        return Path(path).absolute().as_uri()
    except ValueError:
        return ""
