"""One catalog entry file (XML Catalogs 1.1, §6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from lxml import etree

from teikit.diagnostics import DiagnosedError, Diagnostic, Location, TeikitError
from teikit.resolve import codes
from teikit.resolve.uris import file_uri
from teikit.xml import XML, Document, clark, load, local_name, namespace

CATALOG = "urn:oasis:names:tc:entity:xmlns:xml:catalog"

ATTRIBUTES = {
    "uri": ("name", "uri"),
    "rewriteURI": ("uriStartString", "rewritePrefix"),
    "uriSuffix": ("uriSuffix", "uri"),
    "delegateURI": ("uriStartString", "catalog"),
    "system": ("systemId", "uri"),
    "rewriteSystem": ("systemIdStartString", "rewritePrefix"),
    "systemSuffix": ("systemIdSuffix", "uri"),
    "delegateSystem": ("systemIdStartString", "catalog"),
    "public": ("publicId", "uri"),
    "delegatePublic": ("publicIdStartString", "catalog"),
    "nextCatalog": (None, "catalog"),
}
"""Each kind of entry: the attribute that is matched, and the one that says where it leads."""

_NOT_IN_URIS = re.compile(r"[^!#-;=?-\[\]_a-z~]")
_PUBLIC_URN = "urn:publicid:"


class Entry(NamedTuple):
    """An entry: what it matches, normalized, and the absolute URI (or the prefix of one) that it leads to.

    `prefer_public` is whether a public entry counts even where there is a system identifier (§4.1.1).
    """

    match: str
    target: str
    prefer_public: bool
    place: Location


class Catalog(NamedTuple):
    """The entries of a file, by their kind, in the order in which they are tried; and what is wrong with it."""

    uri: str
    entries: dict[str, tuple[Entry, ...]]
    diagnostics: tuple[Diagnostic, ...]


def normalized_uri(uri: str) -> str:
    """Return a URI with every character that may not stand in one written as %HH of its UTF-8 (§6.3)."""
    return _NOT_IN_URIS.sub(lambda one: "".join(f"%{byte:02X}" for byte in one[0].encode("utf-8", "replace")), uri)


def normalized_public_id(public: str) -> str:
    """Return a public identifier with its white space collapsed, unwrapped from a `publicid` URN (§6.2 and §6.4)."""
    if public.lower().startswith(_PUBLIC_URN):
        body = public[len(_PUBLIC_URN) :].replace("+", " ").replace(":", "//").replace(";", "::")
        public = unquote(body)
    return " ".join(public.split())


def is_public_urn(uri: str) -> bool:
    """Tell whether a URI wraps a public identifier (RFC 3151)."""
    return uri.lower().startswith(_PUBLIC_URN)


def read(path: Path) -> Catalog:
    """Read a catalog entry file; one that cannot be read has no entries, and a diagnostic says why."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return _unreadable(path, f"there is no catalog “{path.as_posix()}”")
    return _read(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=256)
def _read(path: Path, changed: int, size: int) -> Catalog:
    try:
        document = load(path)
    except DiagnosedError as error:
        return Catalog(file_uri(path), {}, error.diagnostics)
    except TeikitError as error:
        return _unreadable(path, error.message)
    diagnostics: list[Diagnostic] = []
    entries: dict[str, list[Entry]] = {}
    uri = file_uri(path)
    if document.root.tag != clark(CATALOG, "catalog"):
        message = f"this is not an XML catalog: its root is “{local_name(str(document.root.tag))}”"
        hint = f"the root must be “catalog” in the namespace {CATALOG}"
        diagnostics.append(Diagnostic.of(codes.INVALID_CATALOG, document.locate(document.root), message, hint=hint))
        return Catalog(uri, {}, tuple(diagnostics))
    for element, base, prefer_public in _entry_elements(document.root, uri, True):
        entry = _entry(document, element, base, prefer_public, diagnostics)
        if entry is not None:
            entries.setdefault(local_name(str(element.tag)), []).append(entry)
    return Catalog(uri, {kind: _in_order(kind, found) for kind, found in entries.items()}, tuple(diagnostics))


def _unreadable(path: Path, message: str) -> Catalog:
    hint = "check the path and its spelling"
    told = Diagnostic.of(codes.INVALID_CATALOG, Location(path.as_posix()), message, hint=hint)
    return Catalog(file_uri(path), {}, (told,))


def _entry_elements(
    parent: etree._Element, base: str, prefer_public: bool
) -> Iterator[tuple[etree._Element, str, bool]]:
    """Yield the entries below `catalog` or `group`, with their base URI and the `prefer` that holds for them."""
    base = _base(parent, base)
    prefer_public = {"public": True, "system": False}.get(parent.get("prefer", ""), prefer_public)
    for child in parent.iterchildren(etree.Element):
        if namespace(str(child.tag)) != CATALOG:
            continue
        name = local_name(str(child.tag))
        if name == "group" and parent.getparent() is None:
            yield from _entry_elements(child, base, prefer_public)
        elif name in ATTRIBUTES:
            yield child, _base(child, base), prefer_public


def _base(element: etree._Element, base: str) -> str:
    written = element.get(clark(XML, "base"))
    return base if written is None else (_joined(base, written) or base)


def _joined(base: str, reference: str) -> str | None:
    try:
        return urljoin(base, normalized_uri(reference))
    except ValueError:
        return None


def _entry(
    document: Document, element: etree._Element, base: str, prefer_public: bool, diagnostics: list[Diagnostic]
) -> Entry | None:
    kind = local_name(str(element.tag))
    matched, leading = ATTRIBUTES[kind]
    missing = [name for name in (matched, leading) if name is not None and not element.get(name)]
    target = _joined(base, element.get(leading, ""))
    if missing or target is None:
        message = f"“{kind}” has no {' and no '.join(missing)}" if missing else f"“{leading}” of “{kind}” is not a URI"
        place = document.locate(element, None if missing else leading)
        hint = f"write {' and '.join(f'{name}=…' for name in ATTRIBUTES[kind] if name)}"
        diagnostics.append(Diagnostic.of(codes.INVALID_CATALOG, place, message, hint=hint))
        return None
    value = element.get(matched, "") if matched else ""
    match = normalized_public_id(value) if "ublic" in kind else normalized_uri(value)
    return Entry(match, target, prefer_public, document.locate(element))


def _in_order(kind: str, entries: list[Entry]) -> tuple[Entry, ...]:
    """Return entries in the order in which they are tried: where a part is matched, the longest first."""
    if kind in ("uri", "system", "public", "nextCatalog"):
        return tuple(entries)
    return tuple(sorted(entries, key=lambda entry: -len(entry.match)))
