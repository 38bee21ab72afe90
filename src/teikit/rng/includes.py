"""The files that a grammar includes, looked at before libxml2 reads them.

libxml2 would read a pipe or a device for ever, and says of a missing file only that a name has no definition.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from teikit.diagnostics import Diagnostic, DocumentError, SchemaError, TeikitError
from teikit.rng import codes
from teikit.xml import XML, Document, load

_RNG = "{http://relaxng.org/ns/structure/1.0}"


def check_includes(schema: Document) -> None:
    """Raise `SchemaError` where a file that a grammar includes, directly or not, cannot be had (§4.6 and §4.7)."""
    _check(schema, (Path(schema.path).resolve(),), set())


def _check(schema: Document, chain: tuple[Path, ...], done: set[Path]) -> None:
    for element in schema.root.iter(f"{_RNG}include", f"{_RNG}externalRef"):
        file = _file(element, schema)
        if file in chain:
            raise SchemaError([_fault(schema, element, "includes itself", "break the circle of includes")])
        if file in done:
            continue
        done.add(file)
        try:
            included = load(file)
        except DocumentError as error:
            raise SchemaError(error.diagnostics) from None
        except TeikitError as error:
            hint = "correct the address, or put the file there"
            raise SchemaError(
                [_fault(schema, element, f"includes what cannot be read: {error.message}", hint)]
            ) from None
        _check(included, (*chain, file), done)


def _file(element: etree._Element, schema: Document) -> Path:
    uri = Path(schema.path).resolve().as_uri()
    steps = [node.get(f"{{{XML}}}base") for node in (element, *element.iterancestors())]
    try:
        for step in reversed([element.get("href"), *steps]):
            uri = urljoin(uri, step or "")
        parts = urlsplit(uri)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme == "file" and parts.netloc in ("", "localhost"):
        return Path(unquote(parts.path)).resolve()
    hint = "download it and include the copy"
    raise SchemaError([_fault(schema, element, "includes what is not a file on this machine", hint)])


def _fault(schema: Document, element: etree._Element, what: str, hint: str) -> Diagnostic:
    place = schema.locate(element, "href")
    return Diagnostic.of(codes.SCHEMA_UNREADABLE, place, f"“{element.get('href')}”: the schema {what}", hint=hint)
