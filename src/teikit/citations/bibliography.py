"""The model: citations, the works that they cite, and how one comes from documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from teikit.diagnostics import Diagnostic

if TYPE_CHECKING:
    from teikit.xml import Document

Fields = Mapping[str, Any]
"""The fields of a CSL item (CSL-JSON 1.0.2), without `id` and `custom`."""


class Citation(NamedTuple):
    """One `bibl` or `biblStruct` where it stands.

    `item` is the id of the work, '' where there is none: an *Ibid.* that cannot be resolved, or an empty element.
    `fields` are what this citation says; `facts` are the keys of `custom` that `to-citations.xsl` documents:
    `document`, `order`, `path`, `place`, `text`, `locator`, `ibid` and others.
    """

    item: str
    fields: Fields
    facts: Fields

    @property
    def ibid(self) -> Fields:
        """Word, meaning and target of an *Ibid.*; empty for other citations."""
        found: Fields = self.facts.get("ibid", {})
        return found

    @property
    def is_resolved(self) -> bool:
        """False for an *Ibid.* that means nothing certain."""
        return "unresolved" not in self.ibid


class Item(NamedTuple):
    """A work that is cited: its id, its fields, and facts about it that CSL has no place for (`titles` …)."""

    id: str
    fields: Fields
    facts: Fields


class Bibliography(NamedTuple):
    """Citations in the order of the documents and of their text; works in alphabetical order; what was noticed."""

    citations: tuple[Citation, ...]
    items: tuple[Item, ...]
    diagnostics: tuple[Diagnostic, ...]

    def item(self, identifier: str) -> Item | None:
        """Return the work of that id, or None."""
        return next((item for item in self.items if item.id == identifier), None)


def collect(documents: Iterable[tuple[str, Document]], registers: Mapping[str, Document] | None = None) -> Bibliography:
    """Return everything that documents cite.

    `documents` are pairs of a path below the input root (with `/`) and the document; `registers` are the documents
    that pointers lead to, by such paths. Raises `TeikitError` where the stylesheet is missing. A document whose
    transformation fails adds nothing but its diagnostics.
    """
    from teikit.citations.items import gather
    from teikit.citations.reading import read_citations

    read, diagnostics = read_citations(documents, registers or {})
    citations, items = gather(read)
    return Bibliography(citations, items, diagnostics)
