"""The `xml-model` processing instruction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import etree

from teikit.xml import Document

RELAX_NG = "http://relaxng.org/ns/structure/1.0"

_PSEUDO_ATTRIBUTE = re.compile(r"""([A-Za-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = re.compile(r"&(amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class XmlModel(NamedTuple):
    """One processing instruction: its pseudo-attributes, as far as they choose a schema, and its 1-based line."""

    href: str
    type: str
    schematypens: str
    line: int

    @property
    def is_relax_ng(self) -> bool:
        """Whether it means a RELAX NG schema: by `schematypens`, else by `type`, else by the ending of the file."""
        if self.schematypens:
            return self.schematypens == RELAX_NG
        if self.type == "application/relax-ng-compact-syntax":
            return True
        return self.href.partition("#")[0].partition("?")[0].endswith((".rng", ".rnc"))

    def file(self, document: Path) -> Path | None:
        """Return the file that `href` means, relative to a document's path, or None for an address elsewhere."""
        try:
            parts = urlsplit(self.href)
        except ValueError:
            return None
        if parts.scheme == "file" and parts.netloc in ("", "localhost"):
            return Path(unquote(parts.path))
        if parts.scheme or parts.netloc or not parts.path:
            return None
        return document.parent / unquote(parts.path)


def declared(document: Document) -> Iterator[XmlModel]:
    """Yield the `xml-model` instructions in the prologue of a document, in order."""
    node = document.root.getprevious()
    instructions = []
    while node is not None:
        if isinstance(node, etree._ProcessingInstruction) and node.target == "xml-model":
            instructions.append(node)
        node = node.getprevious()
    for instruction in reversed(instructions):
        values = {
            name: _REFERENCE.sub(_character, double or single)
            for name, double, single in _PSEUDO_ATTRIBUTE.findall(instruction.text or "")
        }
        line = int(str(instruction.sourceline or 1))
        yield XmlModel(values.get("href", ""), values.get("type", ""), values.get("schematypens", ""), line)


def _character(match: re.Match[str]) -> str:
    name = match.group(1)
    if name in _NAMED:
        return _NAMED[name]
    number = int(name[2:], 16) if name[1] == "x" else int(name[1:])
    return chr(number) if number < 0x110000 else match.group()
