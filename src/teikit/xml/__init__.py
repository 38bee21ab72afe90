"""Reading XML from strangers.

`load` is the one door: bytes are decoded (`source`), scanned by expat for well-formedness, limits, forbidden entities
and the byte offset of every start-tag (`scan`), and only then built into an lxml tree (`document`), so nothing that
expat has not bounded reaches the tree builder. No network, no external entity and no external DTD is ever read.

A `Document` knows where each of its nodes stands: `Document.locate(element, attribute)` gives the line and column of
the start-tag or of one attribute, in characters. `names` and `paths` turn qualified names and nodes into what a person
reads. What cannot be read raises `DocumentError`, which carries its diagnostics (codes in `codes`).

Names that need lxml are loaded on first use: validation against a grammar alone does without a tree.
"""

from typing import TYPE_CHECKING, Any

from teikit.xml.limits import DEFAULT_LIMITS, Limits
from teikit.xml.names import TEI, XML, clark, local_name, namespace

if TYPE_CHECKING:
    from teikit.xml.document import Document, load
    from teikit.xml.paths import xpath_of

__all__ = [
    "DEFAULT_LIMITS",
    "TEI",
    "XML",
    "Document",
    "Limits",
    "clark",
    "load",
    "local_name",
    "namespace",
    "xpath_of",
]

_HOMES = {"Document": "teikit.xml.document", "load": "teikit.xml.document", "xpath_of": "teikit.xml.paths"}


def __getattr__(name: str) -> Any:
    """Load a name that needs lxml from its home on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'teikit.xml' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
