"""The modules of a stylesheet, and the parameters that it declares, read from its source."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from teikit.diagnostics import DocumentError, StylesheetError, TeikitError
from teikit.xml import Document, load

_XSL = "{http://www.w3.org/1999/XSL/Transform}"


class Parameter(NamedTuple):
    """A global `xsl:param`: its name, its type (`as`), its default (`select`) and the comment that documents it."""

    name: str
    type: str
    default: str
    documentation: str


def modules(stylesheet: Path) -> list[Document]:
    """Return a stylesheet and the files that it imports or includes, each once, in the order in which they are met.

    A file that is not there is left out: the compiler says so, and where. Raises `StylesheetError` if a file is not
    XML, `TeikitError` if the stylesheet itself is missing.
    """
    found: dict[Path, Document] = {}
    _collect(stylesheet, found)
    return list(found.values())


def _collect(stylesheet: Path, found: dict[Path, Document]) -> None:
    path = stylesheet.resolve()
    if path in found:
        return
    try:
        document = found[path] = load(stylesheet)
    except DocumentError as error:
        raise StylesheetError(error.diagnostics) from None
    except TeikitError:
        if not found:
            raise
        return
    for element in document.root.iterchildren(f"{_XSL}import", f"{_XSL}include"):
        file = _file(element.get("href", ""), stylesheet)
        if file is not None:
            _collect(file, found)


def _file(href: str, stylesheet: Path) -> Path | None:
    try:
        target = urlsplit(href)
    except ValueError:
        return None
    if target.scheme == "file" and target.netloc in ("", "localhost"):
        return Path(unquote(target.path))
    if target.scheme or target.netloc or not target.path:
        return None
    return stylesheet.parent / unquote(target.path)


def parameters(stylesheet: Path) -> dict[str, Parameter]:
    """Return the global, non-static parameters of a stylesheet and of those that it imports or includes, by name.

    A declaration in the importing stylesheet wins. Raises what `modules` does.
    """
    return declared(modules(stylesheet))


def declared(documents: Iterable[Document]) -> dict[str, Parameter]:
    """Return the parameters that the modules of one stylesheet declare, by name."""
    found: dict[str, Parameter] = {}
    for document in documents:
        for element in document.root.iterchildren(f"{_XSL}param"):
            name = element.get("name", "")
            if element.get("static") in ("yes", "true", "1") or name in found:
                continue
            comments = [" ".join(str(node.text).split()) for node in element if not isinstance(node.tag, str)]
            found[name] = Parameter(name, element.get("as", "item()*"), element.get("select", ""), " ".join(comments))
    return found
