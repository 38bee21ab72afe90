"""Which other files a document, a schema or a stylesheet names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from teikit.diagnostics import Location, TeikitError

if TYPE_CHECKING:
    from teikit.xml import Document

_IN_RNC = re.compile(r"\b(?:include|external)\s+[\"']([^\"'\n]+)[\"']")
_NAMING = ("include", "import", "redefine", "override", "externalRef", "extends")


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
    if path.suffix.lower() == ".rnc":
        try:
            # Who includes other files says so in the beginning.
            found = _IN_RNC.findall(path.open("rb").read(1 << 20).decode("utf-8", "replace"))
        except OSError:
            return
    else:
        from teikit.xml import load, local_name

        try:
            root = load(path).root
        except TeikitError:
            return
        found = [
            each.get("href") or each.get("schemaLocation") or ""
            for each in root.iter("{*}*")
            if local_name(str(each.tag)) in _NAMING
        ]
    for each in found:
        if (file := _file(each, path)) is not None:
            yield file


def _images(document: Document) -> Iterator[Image]:
    from teikit.xml import TEI

    path = Path(document.path)
    for element in document.root.iter(f"{{{TEI}}}graphic", f"{{{TEI}}}media"):
        if (file := _file(element.get("url", ""), path)) is not None:
            yield Image(file, True, document.locate(element, "url"))
    for element in document.root.iterfind(".//*[@facs]"):
        for word in element.get("facs", "").split():
            # It may be an id, or a prefix of the project's own: only a file that is there was meant.
            if (file := _file(word, path)) is not None and file.suffix and _is_file(file):
                yield Image(file, False, document.locate(element, "facs"))


def _schemas(document: Document) -> Iterator[str]:
    from teikit.resolve.schema_location import schema_locations
    from teikit.resolve.xml_model import declared, groups

    for group in ("", *groups(document)):
        yield from (each.href for each in declared(document, group))
    yield from (each.href for each in schema_locations(document))


def _file(url: str, base: Path) -> Path | None:
    """Return the path that a relative URL in a file means; None for an address elsewhere, a fragment, or no URL."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or not path or path.startswith("/") or "\0" in path:
        return None
    return base.parent / path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
