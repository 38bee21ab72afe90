"""Which other files a document, a schema or a stylesheet names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from teikit.diagnostics import Location, TeikitError

if TYPE_CHECKING:
    from teikit.xml import Document

_XSL = "http://www.w3.org/1999/XSL/Transform"


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
    from teikit.xml import TEI, load

    try:
        document = load(path)
    except TeikitError:
        return Named()
    is_tei = document.root.tag in (f"{{{TEI}}}TEI", f"{{{TEI}}}teiCorpus")
    is_odd = is_tei and next(document.root.iter(f"{{{TEI}}}schemaSpec"), None) is not None
    schemas = tuple(_schemas(document))
    paths = tuple(file for each in schemas if (file := _file(each, path)) is not None)
    return Named(is_tei, is_odd, tuple(_images(document)), schemas, paths)


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
    from teikit.xml import TEI

    path = Path(document.path)
    for element in document.root.iter(f"{{{TEI}}}graphic", f"{{{TEI}}}media"):
        if (file := _file(element.get("url", ""), path, element.base)) is not None:
            yield Image(file, True, document.locate(element, "url"))
    for element in document.root.iterfind(".//*[@facs]"):
        for word in element.get("facs", "").split():
            # It may be an id, or a prefix of the project's own: only a file that is there was meant.
            if (file := _file(word, path, element.base)) is not None and file.suffix and _is_file(file):
                yield Image(file, False, document.locate(element, "facs"))


def _schemas(document: Document) -> Iterator[str]:
    from teikit.resolve.schema_location import schema_locations
    from teikit.resolve.xml_model import declared, groups

    for group in ("", *groups(document)):
        yield from (each.href for each in declared(document, group))
    yield from (each.href for each in schema_locations(document))


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
