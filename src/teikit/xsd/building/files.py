"""The files of a schema: the one that was named, and all that it includes and imports, read through our own door."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import etree
from xmlschema import normalize_url
from xmlschema.locations import FALLBACK_LOCATIONS

from teikit.diagnostics import Diagnostic, SchemaError, TeikitError
from teikit.xml import Document, load
from teikit.xsd import codes

XS = "http://www.w3.org/2001/XMLSchema"
VERSIONING = "http://www.w3.org/2007/XMLSchema-versioning"
MOST_FILES = 500
"""How many files a schema may have."""

_REFERENCES = tuple(f"{{{XS}}}{name}" for name in ("import", "include", "redefine", "override"))

Locate = Callable[[str, Path], Path | None]
"""From an address as a schema writes it, and the file that it stands in, to the file that it means, or None."""


class Sought(NamedTuple):
    """An address that was asked for, the file that it stands in, and the answer ('' for none)."""

    uri: str
    base: str
    answer: str


class SchemaFiles:
    """The documents of a schema by their URL, the first one first; `targets` leads from an address to such a URL.

    `by_namespace` does so for the imports that name no address.
    """

    def __init__(self, locate: Locate | None) -> None:
        self.locate = locate
        self.documents: dict[str, Document] = {}
        self.targets: dict[str, str] = {}
        self.by_namespace: dict[str, str] = {}
        self.sought: list[Sought] = []
        self.missing: list[Diagnostic] = []

    @property
    def paths(self) -> list[str]:
        """The files, as they are called in diagnostics."""
        return [document.path for document in self.documents.values()]

    def find(self, reference: etree._Element, document: Document) -> str | None:
        """Return the URL of the file that an import or include means, None where it names none or none is there."""
        location, namespace = reference.get("schemaLocation"), reference.get("namespace", "")
        base = Path(document.path)
        path = self._located(namespace if location is None else location, base)
        if location is None:
            if path is not None and is_file(path):
                self.by_namespace[namespace] = self._take(path)
            return self.by_namespace.get(namespace)
        path = path or _beside(location, base)
        if path is not None and is_file(path):
            url = self._take(path)
            self.targets[normalize_url(location, base.resolve().parent.as_uri())] = url
            return url
        if reference.get("namespace") not in FALLBACK_LOCATIONS:
            self.missing.append(_not_found(document, reference, location))
        return None

    def _located(self, uri: str, base: Path) -> Path | None:
        path = self.locate(uri, base) if self.locate is not None and uri else None
        answer = "" if path is None or not is_file(path) else str(path)
        self.sought.append(Sought(uri, base.as_posix(), answer))
        return path

    def _take(self, path: Path) -> str:
        url = Path(path).resolve().as_uri()
        if url not in self.documents:
            self.documents[url] = load(path, path=path.as_posix())
        return url


def gather(path: str, locate: Locate | None) -> SchemaFiles:
    """Read a schema with all that it includes and imports.

    Raises `SchemaError` where a part is missing or is no XML Schema, `DocumentError` where one is not well-formed,
    `TeikitError` where the first is not there.
    """
    files = SchemaFiles(locate)
    document = load(path)
    first = Path(path).resolve().as_uri()
    files.documents[first] = document
    todo, seen = [first], set()
    while todo:
        url = todo.pop(0)
        if url in seen:
            continue
        seen.add(url)
        document = files.documents[url]
        if document.root.tag != f"{{{XS}}}schema":
            raise SchemaError([_not_a_schema(document)])
        if len(seen) > MOST_FILES:
            message = f"the schema has more than {MOST_FILES} files"
            raise TeikitError(f"{path}: {message}", hint="put them together into fewer files")
        for reference in document.root.iterchildren(*_REFERENCES):
            target = files.find(reference, document)
            todo.extend([target] if target else [])
    if files.missing:
        raise SchemaError(files.missing)
    return files


def is_file(path: Path) -> bool:
    """Tell whether a path that a schema wrote is a file; it may be no path at all, or too long for one."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _beside(location: str, base: Path) -> Path | None:
    """Return the file that an address means, relative to the file that it stands in, or None for one elsewhere."""
    try:
        parts = urlsplit(location.strip())
    except ValueError:
        return None
    if parts.scheme == "file" and parts.netloc in ("", "localhost"):
        return Path(unquote(parts.path))
    if parts.scheme or parts.netloc or not parts.path:
        return None
    return base.parent / unquote(parts.path)


def _not_found(document: Document, reference: etree._Element, location: str) -> Diagnostic:
    remote = "://" in location
    where = "is on the network, where teikit does not go" if remote else "does not exist"
    message = f'the schema needs "{location}", which {where}'
    hint = f"download it, then run: teikit schema add FILE --for {location}" if remote else "check the path"
    place = document.locate(reference, "schemaLocation")
    return Diagnostic.of(codes.PART_NOT_FOUND, place, message, hint=hint, length=len("schemaLocation"))


def _not_a_schema(document: Document) -> Diagnostic:
    name = etree.QName(document.root)
    message = f'the root element is "{name.localname}", not "schema" of W3C XML Schema'
    hint = f'is it the right file? A schema begins with <xs:schema xmlns:xs="{XS}">'
    return Diagnostic.of(codes.NOT_A_SCHEMA, document.locate(document.root), message, hint=hint)
