"""Names in a schema: NCName and QName, by the fifth edition of XML 1.0 or the fourth (§3; Namespaces in XML, §3)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teikit.rng.datatypes.regex.characters import CharacterSet

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*", re.ASCII)


@cache
def _characters(edition: str, start: bool) -> CharacterSet:
    from teikit.rng.datatypes.regex.names import name_characters

    return name_characters(edition, start)


def is_ncname(text: str, names: str = "5th") -> bool:
    """Return whether a text is a name without a colon."""
    if _PLAIN.fullmatch(text):
        return True
    if not text or ":" in text:
        return False
    more = _characters(names, False)
    return _characters(names, True).contains(text[0]) and all(more.contains(character) for character in text)


def is_qname(text: str, names: str = "5th") -> bool:
    """Return whether a text is a name, with or without a prefix."""
    prefix, colon, local = text.rpartition(":")
    return is_ncname(local, names) and (not colon or is_ncname(prefix, names))
