"""How to cite an edition, in one sentence."""

from __future__ import annotations

from teikit.deposit.metadata import Metadata

_MOST = 3


def citation(metadata: Metadata) -> str:
    """Return who made it, when, what it is called, its version, who published it, and its address; what is known."""
    names = [agent.name for agent in metadata.creators()]
    who = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if 0 < len(names) <= _MOST else ""
    if len(names) > _MOST:
        who = f"{names[0]} and others"
    year = metadata.publication_date.lstrip("-")[:4]
    publishers = ", ".join(agent.name for agent in metadata.publishers)
    version = f"version {metadata.version}" if metadata.version else ""
    title = ", ".join(filter(None, [metadata.title or "Untitled edition", version]))
    start = f"{who} ({year})" if who and year else who or (f"({year})" if year else "")
    return " ".join(f"{part.rstrip('.')}." for part in (start, title, publishers) if part) + _address(metadata)


def _address(metadata: Metadata) -> str:
    first = next((each for each in metadata.identifiers if each.scheme == "doi"), None)
    first = first or next((each for each in metadata.identifiers if each.scheme == "url"), None)
    return f" {first.uri}" if first else ""
