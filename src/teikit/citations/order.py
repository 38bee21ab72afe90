"""Alphabetical order without a collation library.

By author (else editor, else title), then date, then title. Letters compare without case and without diacritics; the
scripts stand in the order Latin, Greek, Cyrillic, other alphabets, and last Chinese, Japanese and Korean, which
compare by code point (near to the order of radicals and strokes). Leading articles of English titles do not count.
This is not the order of any one language: a list in several languages has none.
"""

from __future__ import annotations

import re
import unicodedata

from teikit.citations.bibliography import Item

_ARTICLE = re.compile(r"^(the|an?)\s+", re.IGNORECASE)
_EAST_ASIAN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_SPECIAL = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})

Key = tuple[tuple[int, str], str, tuple[int, str], str]


def sort_key(item: Item) -> Key:
    """Return what an item is sorted by: heading, date, title, id."""
    fields = item.fields
    title = str(fields.get("title") or fields.get("container-title") or item.facts.get("text") or "")
    return (folded(_heading(item) or _ARTICLE.sub("", title)), _date(item), folded(_ARTICLE.sub("", title)), item.id)


def _heading(item: Item) -> str:
    for role in ("author", "editor"):
        names = item.fields.get(role)
        if names:
            return "; ".join(
                str(name.get("literal") or f"{name.get('family', '')} {name.get('given', '')}") for name in names
            )
    return ""


def _date(item: Item) -> str:
    parts = item.fields.get("issued", {}).get("date-parts")
    # Years before Christ are negative; shifted, they sort as text.
    return "-".join(f"{int(part) + 100000:06}" for part in parts[0]) if parts else "~"


def folded(text: str) -> tuple[int, str]:
    """Return the rank of the script that a text begins with, and the text without case, diacritics and punctuation."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_SPECIAL))
    letters = "".join(char if char.isalnum() else " " for char in decomposed if not unicodedata.combining(char))
    plain = " ".join(letters.split())
    return _script(plain), plain


def _script(text: str) -> int:
    first = next((char for char in text if char.isalpha()), "")
    if not first or first < "\u0370":
        return 0
    if _EAST_ASIAN.match(first):
        return 4
    if first < "\u0400":
        return 1
    return 2 if first < "\u0530" else 3
