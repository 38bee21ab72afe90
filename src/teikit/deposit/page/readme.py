"""A README for an edition that has none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from teikit.deposit.items import Item
from teikit.deposit.metadata import Metadata
from teikit.deposit.page.citation import citation
from teikit.deposit.page.listing import Row, by_role, files, size

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def to_markdown(metadata: Metadata, items: Sequence[Item]) -> str:
    """Return the README: title, description, persons, licence, how to cite, and what is inside."""
    licence = metadata.licence
    terms = " ".join(filter(None, (licence.name, licence.target))) if licence else "No licence is given."
    parts = [
        f"# {_text(metadata.title or 'Untitled edition')}",
        *(_text(each.text) for each in metadata.abstracts),
        *_listed("Persons", [_person(agent.name, [role.words for role in agent.roles]) for agent in metadata.agents]),
        f"## Licence\n\n{_text(terms)}",
        f"## How to cite\n\n{_text(citation(metadata))}",
        *_listed(
            "What is inside", [_group(heading, rows) for heading, rows in by_role(Row(each, "") for each in items)]
        ),
        "The files are listed, with sizes and checksums, in `index.html`; programs read `ro-crate-metadata.json`.",
    ]
    return "\n\n".join(parts) + "\n"


def _listed(heading: str, lines: Sequence[str]) -> list[str]:
    return [f"## {heading}\n\n" + "\n".join(f"- {line}" for line in lines)] if lines else []


def _person(name: str, roles: Sequence[str]) -> str:
    words = ", ".join(dict.fromkeys(filter(None, roles)))
    return _text(f"{name} ({words})" if words else name)


def _group(heading: str, rows: Sequence[Row]) -> str:
    return f"{heading}: {files(len(rows))}, {size(sum(row.item.size for row in rows))}"


def _text(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
