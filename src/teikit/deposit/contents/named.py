"""Which other files a document, a schema or a stylesheet names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from teikit.diagnostics import Location, TeikitError
from teikit.xml.names import TEI

if TYPE_CHECKING:
    from teikit.xml import Document

_XSL = "http://www.w3.org/1999/XSL/Transform"
_BEGINNING = re.compile(
    rb"\A(?>\s+|<\?.*?\?>|<!--.*?-->)*+<([^\s<>/!?]+)((?>[^<>\"']+|\"[^\"]*\"|'[^']*')*+)>", re.DOTALL
)
"""All up to the end of the root element's start-tag: its name and its attributes."""
_SIGNS = (b"<!DOCTYPE", b"graphic", b"media", b"facs", b"schemaSpec", b"schemaLocation")
"""Without any of these, there is nothing in a document that needs a tree to be found."""


class Image(NamedTuple):
    """An image file that a document names: its path, whether it must be there, and the place."""

    path: Path
    is_demanded: bool
    location: Location


class Named(NamedTuple):
    """What a document is and names: whether it is TEI, and an ODD; its images, and its schemas.

    `schemas` are addresses as the document has them, `schema_files` the paths that those without a scheme mean.
    """

    is_tei: bool = False
    is_odd: bool = False
    images: tuple[Image, ...] = ()
    schemas: tuple[str, ...] = ()
    schema_files: tuple[Path, ...] = ()


def named_in(path: Path) -> Named:
    """Return what a document names; nothing where it cannot be read as XML, which is for others to say."""
    from teikit.resolve.schema_location import schema_locations
    from teikit.resolve.xml_model import addresses
    from teikit.xml import Limits, load
    from teikit.xml.source import read_bytes, to_utf8

    try:
        data = to_utf8(read_bytes(str(path), Limits.from_environment()), path.as_posix())
        begins = _BEGINNING.match(data)
        if begins is not None and not any(sign in data for sign in _SIGNS):
            schemas = tuple(addresses(begins.group()))
            return Named(_is_tei(begins), schemas=schemas, schema_files=_files(schemas, path))
        document = load(path)
    except TeikitError:
        return Named()
    root = document.root
    is_tei = root.tag in (f"{{{TEI}}}TEI", f"{{{TEI}}}teiCorpus")
    is_odd = is_tei and next(root.iter(f"{{{TEI}}}schemaSpec"), None) is not None
    schemas = (*addresses(document.data), *(each.href for each in schema_locations(document)))
    return Named(is_tei, is_odd, tuple(_images(document)), schemas, _files(schemas, path))


def _is_tei(begins: re.Match[bytes]) -> bool:
    prefix, _, name = begins.group(1).rpartition(b":")
    declaration = b"xmlns:" + prefix if prefix else b"xmlns"
    space = re.search(rb"\s" + re.escape(declaration) + rb"\s*=\s*([\"'])(.*?)\1", begins.group(2))
    return name in (b"TEI", b"teiCorpus") and space is not None and space.group(2) == TEI.encode()


def _files(addresses: Iterable[str], path: Path) -> tuple[Path, ...]:
    return tuple(file for each in addresses if (file := _file(each, path)) is not None)


def named_by_schema(path: Path) -> Iterator[Path]:
    """Yield the paths that a schema or a stylesheet includes or imports; nothing where it cannot be read."""
    from teikit.resolve.store.gathering import references
    from teikit.xml import Limits, load
    from teikit.xml.source import read_bytes

    try:
        if path.suffix.lower() in (".xsl", ".xslt"):
            root = load(path).root
            found = [each.get("href", "") for each in root.iter(f"{{{_XSL}}}include", f"{{{_XSL}}}import")]
        else:
            data = read_bytes(str(path), Limits.from_environment())
            found = list(references(data, path.as_posix(), compact=path.suffix.lower() == ".rnc"))
    except TeikitError:
        return
    for each in found:
        if (file := _file(each, path)) is not None:
            yield file


def _images(document: Document) -> Iterator[Image]:
    path = Path(document.path)
    for element in document.root.iter(f"{{{TEI}}}graphic", f"{{{TEI}}}media"):
        if (file := _file(element.get("url", ""), path, element.base)) is not None:
            yield Image(file, True, document.locate(element, "url"))
    for element in document.root.iterfind(".//*[@facs]"):
        for word in element.get("facs", "").split():
            # It may be an id, or a prefix of the project's own: only a file that is there was meant.
            if (file := _file(word, path, element.base)) is not None and file.suffix and _is_file(file):
                yield Image(file, False, document.locate(element, "facs"))


def _file(url: str, file: Path, base: str | None = None) -> Path | None:
    """Return the path that a relative URL in a file means; None for an address elsewhere, a fragment, or no URL.

    `base` is what `xml:base` gives there.
    """
    try:
        parts = urlsplit(urljoin(base or "", url.strip()))
    except ValueError:
        return None
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or not path or path.startswith("/") or "\0" in path:
        return None
    return file.parent / path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
