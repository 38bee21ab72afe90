"""Reading XML from strangers.

`load` is the one door: bytes are decoded (`source`), scanned by expat for well-formedness, limits, forbidden entities
and the byte offset of every start-tag (`scan`), and only then built into an lxml tree (`document`), so nothing that
expat has not bounded reaches the tree builder. No network, no external entity and no external DTD is ever read.

A `Document` knows where each of its nodes stands: `Document.locate(element, attribute)` gives the line and column of
the start-tag or of one attribute, in characters. `names` and `paths` turn qualified names and nodes into what a person
reads. What cannot be read raises `DocumentError`, which carries its diagnostics (codes in `codes`).
"""

from teikit.xml.document import TEI, XML, Document, load
from teikit.xml.limits import DEFAULT_LIMITS, Limits
from teikit.xml.names import clark, local_name, namespace
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
