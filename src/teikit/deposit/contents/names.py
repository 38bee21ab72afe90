"""Which paths may stand in a package (RFC 8493, §6.1)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")
_IMPOSSIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\\]")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_LONGEST = 240


def why_impossible(path: str) -> str:
    """Return why a path cannot stand in a package, or ''."""
    if ".." in path.split("/"):
        return "leads out of its folder by “..”"
    found = _IMPOSSIBLE.search(path)
    if not found:
        return ""
    if found.group() == "\\":
        return "has a backslash in its name, which some systems read as a folder"
    if "\ud800" <= found.group() <= "\udfff":
        return "has a name that is not UTF-8"
    return f"has the control character U+{ord(found.group()):04X} in its name"


def why_unsafe(path: str) -> str:
    """Return why a path does not travel well, or ''."""
    for part in path.split("/"):
        if _RESERVED.fullmatch(part):
            return f"has the name “{part}”, which Windows keeps for itself"
        if part.endswith("."):
            return "has a stop at its end, which Windows takes away"
        if not _SAFE.fullmatch(part):
            odd = dict.fromkeys(sign for sign in part if not re.match(r"[A-Za-z0-9._-]", sign))
            shown = ", ".join(_shown(sign) for sign in list(odd)[:4])
            return f"has {shown} in its name" if odd else f"has a name that begins with “{part[0]}”"
    return f"has more than {_LONGEST} characters in its path" if len(path) > _LONGEST else ""


def clashes(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each path that some system takes for one before it, and that one; folders are compared as well."""
    first: dict[str, str] = {}
    told: set[str] = set()
    for path in paths:
        parts = path.split("/")
        for length in range(1, len(parts) + 1):
            part = "/".join(parts[:length])
            known = first.setdefault(_folded(part), part)
            if known != part and part not in told:
                told.add(part)
                yield part, known


def _folded(path: str) -> str:
    return (
        path.lower() if path.isascii() else unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
    )


def _shown(sign: str) -> str:
    return "a space" if sign == " " else f"“{sign}”"
