"""What both readable formats say of each citation and each work."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from teikit.citations.bibliography import Bibliography, Citation, Fields
from teikit.citations.style import Piece, entry, note

_PLACES = {"caption": "caption or credit", "header": "source of the document", "list": "bibliography", "note": "note"}
_LABELS = {"page": "", "folio": "fol. ", "line": "line ", "note": "note ", "column": "col. ", "verse": "verse "}


class Line(NamedTuple):
    """One citation as it is shown: its number in the document, its words, and a remark on where it stands."""

    number: int
    item: str
    pieces: list[Piece]
    remark: str


def by_document(bibliography: Bibliography) -> Iterator[tuple[str, list[Line]]]:
    """Yield each document's path and its citations in order."""
    for document, citations in groupby(bibliography.citations, key=lambda each: str(each.facts["document"])):
        yield document, [_line(citation) for citation in citations]


def entries(bibliography: Bibliography) -> Iterator[tuple[str, list[Piece]]]:
    """Yield the id and the words of each work, in alphabetical order."""
    for item in bibliography.items:
        worded = [] if "mixed" in item.facts else entry(item.fields, item.facts)
        yield item.id, worded or [Piece(str(item.facts["text"]))]


def _line(citation: Citation) -> Line:
    facts = citation.facts
    structured = citation.item and ("mixed" not in facts or citation.ibid)
    pieces = note(citation.fields, facts, locator=_locator(facts)) if structured else []
    shown = pieces or [Piece(str(facts.get("text") or "(empty)"))]
    remarks = [_PLACES.get(str(facts.get("place")), ""), _ibid_remark(citation)]
    return Line(int(facts["order"]), citation.item, shown, "; ".join(filter(None, remarks)))


def _locator(facts: Fields) -> str:
    value = str(facts.get("locator", ""))
    label = str(facts.get("locator-label", "page"))
    return value and _LABELS.get(label, f"{label} ") + value


def _ibid_remark(citation: Citation) -> str:
    ibid = citation.ibid
    if not ibid:
        return ""
    word = ibid["word"]
    if "unresolved" in ibid:
        return f"“{word}” is not resolved: {ibid['unresolved']}"
    behind = f" of {ibid['order']}" if "order" in ibid else ""
    if ibid["means"] == "container":
        title = citation.fields.get("container-title") or citation.fields.get("title")
        return f"“{word}” is the volume{behind}: {title}"
    return f"“{word}” is the source{behind}"
