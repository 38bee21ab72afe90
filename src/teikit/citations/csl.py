"""The works as CSL-JSON 1.0.2, for reference managers and citation processors.

Fields are those of the standard; what it has no field for is in `custom`, among it every citation of the work.
"""

from __future__ import annotations

import json
from typing import Any

from teikit.citations.bibliography import Bibliography, Citation, Item


def to_csl_json(bibliography: Bibliography) -> str:
    """Return the works, in alphabetical order, as a JSON array with a newline at the end; ids are stable."""
    cited: dict[str, list[dict[str, Any]]] = {}
    for citation in bibliography.citations:
        cited.setdefault(citation.item, []).append(_citation(citation))
    items = [_item(item, cited.get(item.id, [])) for item in bibliography.items]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(item: Item, citations: list[dict[str, Any]]) -> dict[str, Any]:
    fields = {name: item.fields[name] for name in sorted(item.fields) if name != "type"}
    facts = {name: item.facts[name] for name in sorted(item.facts)}
    return {"id": item.id, "type": item.fields["type"], **fields, "custom": {**facts, "citations": citations}}


def _citation(citation: Citation) -> dict[str, Any]:
    names = ("document", "order", "xml-id", "path", "place", "in", "locator-label", "locator", "ibid", "text")
    return {name: citation.facts[name] for name in names if name in citation.facts}
