"""From documents to the canonical list of citations, by the stylesheet `to-citations.xsl`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from teikit import resources
from teikit.citations.bibliography import Citation
from teikit.diagnostics import Diagnostic
from teikit.saxon import Stylesheet
from teikit.xml import Document


def read_citations(
    documents: Iterable[tuple[str, Document]], registers: Mapping[str, Document]
) -> tuple[list[Citation], tuple[Diagnostic, ...]]:
    """Return every citation of the documents, in their order, and what the stylesheet had to say.

    No citation has an `item` yet.
    """
    stylesheet = Stylesheet.compile(resources.stylesheet("to-citations.xsl"))
    pairs = list(documents)
    pages = [below for below, _ in pairs]
    citations: list[Citation] = []
    diagnostics: list[Diagnostic] = []
    for below, document in pairs:
        result = stylesheet.run(document, {"document": below, "registers": registers, "pages": pages})
        diagnostics.extend(result.diagnostics)
        citations.extend(_citation(entry) for entry in json.loads(result.text or "[]"))
    return citations, tuple(diagnostics)


def _citation(entry: dict[str, object]) -> Citation:
    facts = entry.pop("custom")
    if not isinstance(facts, dict):
        raise TypeError("custom must be an object")
    return Citation("", entry, facts)
