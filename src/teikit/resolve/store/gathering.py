"""A schema with all that it includes, ready to be put into the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from teikit.diagnostics import Diagnostic, SchemaError, TeikitError
from teikit.resolve.store.addresses import canonical
from teikit.resolve.store.index import Item
from teikit.rng.syntax import Node, parse
from teikit.xml import DEFAULT_LIMITS, Limits, clark, load
from teikit.xml.source import read_bytes

MOST_FILES = 500
"""Files that one schema may consist of."""
MOST_BYTES = 2 * DEFAULT_LIMITS.size
"""Bytes that they may have in all."""

_RNG = "http://relaxng.org/ns/structure/1.0"
_SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
_SCHEMATRON_1_5 = "http://www.ascc.net/xml/schematron"
_XSD = "http://www.w3.org/2001/XMLSchema"
_REFERRING = {
    **{clark(_RNG, name): "href" for name in ("include", "externalRef")},
    **{clark(space, name): "href" for space in (_SCHEMATRON, _SCHEMATRON_1_5) for name in ("include", "extends")},
    **{clark(_XSD, name): "schemaLocation" for name in ("include", "import", "redefine", "override")},
}


class Gathered(NamedTuple):
    """The files of a schema, the one that was asked for first; and what it refers to that could not be had."""

    items: tuple[Item, ...]
    missing: tuple[str, ...]


class Loaded(NamedTuple):
    """The bytes of a file, where it came from in the end, and whether it is in RELAX NG's compact syntax."""

    data: bytes
    place: str
    compact: bool


def gather(
    address: str, place: str, read: Callable[[str], Loaded], follow: Callable[[str, str], str | None]
) -> Gathered:
    """Follow what a schema includes, from a place (a path, or an address) on.

    `read` loads a place, and raises `TeikitError` where it cannot; `follow` says what place a reference in a file
    means, None for one that is not to be followed. `address` is that of the first file; the others have theirs by the
    references. Raises `TeikitError` where it is none, where the first file cannot be had, or where there are too many.
    """
    url = canonical(address)
    if url is None:
        hint = "an address begins with https:// or http://, or is tei:VERSION, such as tei:4.9.0 or tei:current"
        raise TeikitError(f"“{address}” is not an address of a schema", hint=hint)
    found: dict[str, Item] = {}
    missing: dict[str, None] = {}
    waiting = [(url, place)]
    size = 0
    while waiting:
        at, where = waiting.pop(0)
        if at in found:
            continue
        try:
            loaded = read(where)
        except TeikitError as error:
            if not found:
                raise
            missing[error.message] = None
            continue
        size += len(loaded.data)
        if len(found) >= MOST_FILES or size > MOST_BYTES:
            message = f"{where}: the schema consists of more than {MOST_FILES} files, or of too many bytes"
            raise TeikitError(message, hint="is it the right file?")
        included = []
        for reference in references(loaded.data, where, compact=loaded.compact):
            to, target = follow(loaded.place, reference), canonical(urljoin(at, reference))
            if to is None or target is None:
                missing[f"{reference} (named in {where}) lies elsewhere; add or fetch it by its own address"] = None
                continue
            included.append(target)
            waiting.append((target, to))
        asked = "" if found else address.strip()
        found[at] = Item(at, loaded.data, loaded.compact, tuple(dict.fromkeys(included)), asked)
    return Gathered(tuple(found.values()), tuple(missing))


def from_disk(file: str, address: str) -> Gathered:
    """Gather a schema from a file and those beside it, for an address; raises as `gather` does."""

    def read(place: str) -> Loaded:
        return Loaded(read_bytes(place, Limits.from_environment()), place, place.lower().endswith(".rnc"))

    def follow(place: str, reference: str) -> str | None:
        parts = urlsplit(reference)
        return None if parts.scheme or parts.netloc else (Path(place).parent / unquote(parts.path)).as_posix()

    return gather(address, Path(file).as_posix(), read, follow)


def references(data: bytes, name: str, *, compact: bool) -> Iterator[str]:
    """Yield what a schema refers to: RELAX NG's and Schematron's includes, those of XSD, resolved against `xml:base`.

    Raises `DocumentError` or `SchemaError` where the file cannot be read as what it is.
    """
    hrefs = _in_compact(data, name) if compact else _in_xml(data, name)
    for href in hrefs:
        reference = href.strip(" \t\r\n").partition("#")[0]
        try:
            urlsplit(reference)
        except ValueError:
            continue
        if reference:
            yield reference


def _in_xml(data: bytes, name: str) -> Iterator[str]:
    root = load(data, path=name).root
    for element in root.iter(*_REFERRING):
        href = element.get(_REFERRING[str(element.tag)])
        if href:
            yield urljoin(_base(element), href)


def _base(element: etree._Element) -> str:
    try:
        return element.base or ""
    except ValueError:
        return ""


def _in_compact(data: bytes, name: str) -> Iterator[str]:
    faults: list[Diagnostic] = []
    root = parse(data, name if name.lower().endswith(".rnc") else f"{name}.rnc", Limits.from_environment(), faults)
    if faults:
        raise SchemaError(faults)
    waiting: list[Node] = [] if root is None else [root]
    while waiting:
        node = waiting.pop()
        if "href" in node.attributes:
            yield node.attributes["href"]
        waiting.extend(node.children)
