"""Which citations are of the same work, and what that work is called by.

Two citations are of one work if they point to one entry (`key`), or if they agree in all that tells works apart: DOI,
or title, volume, authors, date and pages. A caption without an entry stays by itself: two photographs of 1923 are two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from teikit.citations.bibliography import Citation, Fields, Item
from teikit.citations.order import sort_key

_PLACE = ("ibid", "document", "order", "path", "place", "text", "locator", "locator-label", "xml-id", "in")
"""Facts about one citation, not about the work."""


def gather(citations: Sequence[Citation]) -> tuple[tuple[Citation, ...], tuple[Item, ...]]:
    """Return the citations with the ids of their works, and the works in alphabetical order."""
    groups = _Groups()
    for number, citation in enumerate(citations):
        if _cites(citation):
            groups.add(number, _marks(citation))
    taken: set[str] = set()
    items: list[Item] = []
    identifiers: dict[int, str] = {}
    for members in groups.all():
        group = [citations[number] for number in members]
        best = max(group, key=_worth)
        identifier = _unique(_identifier(best), taken)
        facts = {name: value for name, value in best.facts.items() if name not in _PLACE}
        facts["text"] = best.facts.get("text", "")
        items.append(Item(identifier, best.fields, facts))
        identifiers.update(dict.fromkeys(members, identifier))
    with_ids = tuple(citation._replace(item=identifiers.get(number, "")) for number, citation in enumerate(citations))
    return with_ids, tuple(sorted(items, key=sort_key))


def _cites(citation: Citation) -> bool:
    return citation.is_resolved and bool(citation.facts.get("text") or len(citation.fields) > 1)


class _Groups:
    """Citations that share a mark are one group; groups that come to share one are joined."""

    def __init__(self) -> None:
        self._members: dict[int, list[int]] = {}
        self._leader: dict[str, int] = {}

    def add(self, number: int, marks: Iterable[str]) -> None:
        marks = list(marks)
        leaders = sorted({self._leader[mark] for mark in marks if mark in self._leader})
        first = leaders[0] if leaders else number
        members = self._members.setdefault(first, [])
        members.append(number)
        for other in leaders[1:]:
            members.extend(self._members.pop(other))
            self._leader.update({mark: first for mark, leader in self._leader.items() if leader == other})
        self._leader.update(dict.fromkeys(marks, first))

    def all(self) -> list[list[int]]:
        return [sorted(members) for _, members in sorted(self._members.items())]


def _marks(citation: Citation) -> list[str]:
    key = citation.facts.get("key")
    marks = [f"key {key}"] if key else []
    if citation.facts.get("place") == "caption" and not _points(citation):
        return marks or [f"caption {citation.facts['document']} {citation.facts['path']}"]
    return [*marks, _signature(citation)]


def _points(citation: Citation) -> bool:
    facts = citation.facts
    return "key" in facts and facts["key"] != f"{facts['document']}#{facts.get('xml-id', '')}"


def _signature(citation: Citation) -> str:
    fields = citation.fields
    if "DOI" in fields:
        return f"DOI {str(fields['DOI']).casefold()}"
    told = [fields.get(name) for name in ("title", "container-title", "volume", "issue", "page", "edition", "URL")]
    if "title" not in fields and "container-title" not in fields:
        told.append(citation.facts.get("text"))
    issued = fields.get("issued", {})
    told.append(str(issued.get("date-parts") or issued.get("literal") or ""))
    told.extend(plain_name(name) for name in fields.get("author", ()))
    told.append(str(fields.get("archive_location", "")))
    return "fields " + "|".join(_folded(str(part)) if part else "" for part in told)


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def plain_name(name: Fields) -> str:
    """Return a CSL name in one string, surname first."""
    parts = [name.get(part) for part in ("literal", "non-dropping-particle", "family", "given", "suffix")]
    return " ".join(str(part) for part in parts if part)


def _worth(citation: Citation) -> tuple[int, int, int]:
    """Rank descriptions of one work: the entry itself, then one that points to it, then the fullest; early ones win."""
    is_entry = "key" in citation.facts and not _points(citation) and citation.facts.get("place") == "list"
    return (int(is_entry), int("mixed" not in citation.facts), len(citation.fields))


def _identifier(citation: Citation) -> str:
    """Return an id that stays the same from run to run: the xml:id of the entry, else author, year and title."""
    key = str(citation.facts.get("key", ""))
    if "#" in key:
        return key.partition("#")[2]
    fields = citation.fields
    authors: Any = fields.get("author") or fields.get("editor") or ({},)
    name = authors[0].get("family") or authors[0].get("literal") or ""
    year = (fields.get("issued", {}).get("date-parts") or [[""]])[0][0]
    title = str(fields.get("title") or fields.get("container-title") or citation.facts.get("text") or "item")
    words = _folded(f"{name} {year} {' '.join(title.split()[:6])}").split()
    return "-".join(words)[:60].strip("-") or "item"


def _unique(identifier: str, taken: set[str]) -> str:
    candidate, number = identifier, 1
    while candidate in taken:
        number += 1
        candidate = f"{identifier}-{number}"
    taken.add(candidate)
    return candidate
