"""Names in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

Name = Mapping[str, Any]

_EAST_ASIAN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def in_order(name: Name) -> str:
    """Return a name as it is read: "Ernst Bloch", "Liu Jingren", "劉鏡人", "Ludwig van Beethoven"."""
    if "literal" in name:
        return str(name["literal"])
    family, given = str(name.get("family", "")), str(name.get("given", ""))
    if _EAST_ASIAN.search(family):
        return family + given
    parts = [family, given] if name.get("static-ordering") else [given, _particle(name), family]
    return " ".join(part for part in [*parts, str(name.get("suffix", ""))] if part)


def inverted(name: Name) -> str:
    """Return a name as it is sorted: "Bloch, Ernst"; names whose surname comes first anyway stay as they are."""
    family, given = str(name.get("family", "")), str(name.get("given", ""))
    if "literal" in name or not given or name.get("static-ordering") or _EAST_ASIAN.search(family):
        return in_order(name)
    suffix = f", {name['suffix']}" if name.get("suffix") else ""
    return f"{family}, {' '.join(part for part in (given, _particle(name)) if part)}{suffix}"


def listed(names: Sequence[Name], *, first_inverted: bool = False) -> str:
    """Return names as a list: "A", "A and B", "A, B and C"; more than six are cut to the first three and "et al."."""
    worded = [inverted(name) if first_inverted and index == 0 else in_order(name) for index, name in enumerate(names)]
    if len(worded) > 6:
        return f"{', '.join(worded[:3])} et al."
    if len(worded) < 2:
        return "".join(worded)
    comma = "," if first_inverted and len(worded) == 2 and ", " in worded[0] else ""
    return f"{', '.join(worded[:-1])}{comma} and {worded[-1]}"


def _particle(name: Name) -> str:
    return str(name.get("non-dropping-particle") or name.get("dropping-particle") or "")
