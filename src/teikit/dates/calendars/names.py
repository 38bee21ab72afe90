"""How names in characters and in romanisations are compared."""

from __future__ import annotations

import unicodedata


def folded(name: str) -> str:
    """Return a name without case, marks on letters, hyphens and apostrophes: `Kuang-hsü` gives `kuanghsu`."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(character for character in decomposed if character.isalnum()).casefold()
