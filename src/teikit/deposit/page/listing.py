"""The files of a package in the order and the words in which people are shown them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from teikit.deposit.items import Content, Item

HEADINGS: dict[Content, str] = {
    "document": "Documents",
    "register": "Registers",
    "image": "Images",
    "schema": "Schemas",
    "odd": "ODD: how the TEI is customized",
    "stylesheet": "Stylesheets",
    "derived": "Derived files, made from the documents",
    "metadata": "Metadata",
    "documentation": "Documentation",
}


class Row(NamedTuple):
    """A file of a package, with its SHA-256 checksum ('' where it is not known when the page is made)."""

    item: Item
    checksum: str


def by_role(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Return the headings that have files, with their files in order of path."""
    found: dict[Content, list[Row]] = {}
    for row in sorted(rows, key=lambda each: each.item.path):
        found.setdefault(row.item.role, []).append(row)
    return [(heading, found[role]) for role, heading in HEADINGS.items() if role in found]


def size(number: int) -> str:
    """Return a number of bytes as people read it: `840 bytes`, `12.3 kB`, `2.1 GB`."""
    if number < 1000:
        return f"{number} byte{'s' * (number != 1)}"
    amount = float(number)
    for unit in ("kB", "MB", "GB"):
        amount /= 1000
        if amount < 999.95:
            return f"{amount:.1f} {unit}"
    return f"{amount / 1000:.1f} TB"


def files(number: int) -> str:
    """Return a number of files in words."""
    return f"{number} file{'s' * (number != 1)}"
