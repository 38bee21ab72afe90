"""The parameters that a stylesheet declares, read from its source."""

from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from teikit.xml import load

_XSL = "{http://www.w3.org/1999/XSL/Transform}"


class Parameter(NamedTuple):
    """A global `xsl:param`: its name, its type (`as`), its default (`select`) and the comment that documents it."""

    name: str
    type: str
    default: str
    documentation: str


def parameters(stylesheet: Path) -> dict[str, Parameter]:
    """Return the global, non-static parameters of a stylesheet and of those that it imports or includes, by name.

    A declaration in the importing stylesheet wins. Raises `DocumentError` if a file is not XML, `TeikitError` if one
    is missing.
    """
    found: dict[str, Parameter] = {}
    _collect(stylesheet, found, set())
    return found


def _collect(stylesheet: Path, found: dict[str, Parameter], seen: set[Path]) -> None:
    path = stylesheet.resolve()
    if path in seen:
        return
    seen.add(path)
    root = load(stylesheet).root
    for element in root.iterchildren(f"{_XSL}param"):
        name = element.get("name", "")
        if element.get("static") in ("yes", "true", "1") or name in found:
            continue
        comments = [" ".join(str(node.text).split()) for node in element if not isinstance(node.tag, str)]
        found[name] = Parameter(name, element.get("as", "item()*"), element.get("select", ""), " ".join(comments))
    for element in root.iterchildren(f"{_XSL}import", f"{_XSL}include"):
        target = urlsplit(element.get("href", ""))
        if not target.scheme and target.path:
            _collect(stylesheet.parent / unquote(target.path), found, seen)
