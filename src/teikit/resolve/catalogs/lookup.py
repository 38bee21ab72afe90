"""Searching catalogs (XML Catalogs 1.1, §7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from teikit.diagnostics import Diagnostic, Severity
from teikit.resolve import codes
from teikit.resolve.catalogs.entries import (
    Catalog,
    Entry,
    is_public_urn,
    normalized_public_id,
    normalized_uri,
    read,
)
from teikit.resolve.uris import is_file, local_path

MOST_CATALOGS = 1000
"""Entry files that one search opens."""

_URI = ("uri", "rewriteURI", "uriSuffix", "delegateURI")
_SYSTEM = ("system", "rewriteSystem", "systemSuffix", "delegateSystem")
_DELEGATES = ("delegateURI", "delegateSystem", "delegatePublic")


class _Delegates(NamedTuple):
    """The catalogs that have to know, and no others; `afresh`, for another kind of name than before."""

    files: list[Path]
    afresh: bool = False


_Answer = str | _Delegates | None


class Catalogs(NamedTuple):
    """Catalog entry files, searched in this order."""

    files: tuple[Path, ...]

    def uri(self, uri: str) -> str | None:
        """Return what a URI reference is mapped to (§7.2), None where no entry matches."""
        if is_public_urn(uri):
            return self.external_identifier(uri, None)
        name = normalized_uri(uri)
        return _search(self.files, lambda catalog: _in(catalog, _URI, name))

    def external_identifier(self, public: str | None, system: str | None) -> str | None:
        """Return what an external identifier is mapped to (§7.1), None where no entry matches."""
        if system is not None and is_public_urn(system):
            public, system = public or system, None
        name = normalized_public_id(public) if public else ""
        address = normalized_uri(system) if system else ""

        def answer(catalog: Catalog) -> _Answer:
            nonlocal address
            found = _in(catalog, _SYSTEM, address) if address else None
            if found is None and name:
                found = _public(catalog, name, alone=not address)
                if isinstance(found, _Delegates):
                    address = ""
            return found

        return _search(self.files, answer)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the files and all that they lead to, in the order of the search."""
        found: dict[Diagnostic, None] = {}
        for _, catalog in self._reached():
            found.update(dict.fromkeys((*catalog.diagnostics, *_absent(_leading(catalog)))))
        return tuple(found)

    def all_files(self) -> tuple[Path, ...]:
        """Return the files and all that they lead to, in the order of the search."""
        return tuple(path for path, _ in self._reached())

    def _reached(self) -> Iterator[tuple[Path, Catalog]]:
        waiting = list(self.files)[::-1]
        seen: set[str] = set()
        while waiting and len(seen) < MOST_CATALOGS:
            path = waiting.pop()
            catalog = read(path)
            if catalog.uri in seen:
                continue
            seen.add(catalog.uri)
            yield path, catalog
            waiting.extend(reversed(_files(_leading(catalog))))


def _leading(catalog: Catalog) -> list[Entry]:
    return [entry for kind in ("nextCatalog", *_DELEGATES) for entry in catalog.entries.get(kind, ())]


def _search(files: Iterable[Path], answer: Callable[[Catalog], _Answer]) -> str | None:
    """Ask files and their next catalogs in order, each once; delegates take the place of all that still waits."""
    waiting = list(files)[::-1]
    seen: set[str] = set()
    while waiting and len(seen) < MOST_CATALOGS:
        catalog = read(waiting.pop())
        if catalog.uri in seen:
            continue
        seen.add(catalog.uri)
        found = answer(catalog)
        if isinstance(found, str):
            return found
        if found is None:
            waiting.extend(reversed(_files(catalog.entries.get("nextCatalog", ()))))
            continue
        waiting = found.files[::-1]
        if found.afresh:
            seen.clear()
    return None


def _in(catalog: Catalog, kinds: tuple[str, ...], name: str) -> _Answer:
    """Ask one file about a URI or a system identifier (§7.1.2 and §7.2.2)."""
    exact, rewrite, suffix, delegate = kinds
    for entry in catalog.entries.get(exact, ()):
        if entry.match == name:
            return entry.target
    for entry in catalog.entries.get(rewrite, ()):
        if name.startswith(entry.match):
            return entry.target + name[len(entry.match) :]
    for entry in catalog.entries.get(suffix, ()):
        if name.endswith(entry.match):
            return entry.target
    delegates = [entry for entry in catalog.entries.get(delegate, ()) if name.startswith(entry.match)]
    return _Delegates(_files(delegates)) if delegates else None


def _public(catalog: Catalog, name: str, *, alone: bool) -> _Answer:
    """Ask one file about a public identifier; beside a system identifier, only where it is preferred (§4.1.1)."""
    for entry in catalog.entries.get("public", ()):
        if entry.match == name and (alone or entry.prefer_public):
            return entry.target
    delegates = [
        entry
        for entry in catalog.entries.get("delegatePublic", ())
        if name.startswith(entry.match) and (alone or entry.prefer_public)
    ]
    return _Delegates(_files(delegates), afresh=not alone) if delegates else None


def _files(entries: Iterable[Entry]) -> list[Path]:
    """Return the files that entries lead to, each once; what is not there is passed over (§8)."""
    paths = (local_path(entry.target) for entry in entries)
    return list(dict.fromkeys(path for path in paths if path is not None and is_file(path)))


def _absent(entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    for entry in entries:
        path = local_path(entry.target)
        if path is None or not is_file(path):
            message = f"the catalog “{entry.target}” that this entry names is not there"
            hint = "check the path, which is relative to this file"
            yield Diagnostic(codes.INVALID_CATALOG, Severity.WARNING, message, entry.place, hint)
