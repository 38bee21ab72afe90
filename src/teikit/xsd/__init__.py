"""W3C XML Schema 1.0 and 1.1: is a document valid, and if not, what is wrong with it. The only importer of `xmlschema`.

`XmlSchema` in `schema` is the door. `building` gathers a schema with all that it includes and imports through our own
parser, never from the network, has `xmlschema` build it from these files alone, and turns what it says about a schema
into diagnostics; `cache` keeps the outcome on disk. `reading` runs a document through the built schema and turns each
error into a diagnostic with its place and words, those of the RELAX NG layer wherever the fault is the same. Patterns
of values run on RELAX NG's regular expressions, in linear time, and content models on its automata as long as nothing
is wrong (`building/patterns` and `building/models`).

`codes` are the faults of documents (from XSD001) and of schemas (from XSD050).
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from teikit.xsd.schema import XmlSchema

__all__ = ["XmlSchema"]


def __getattr__(name: str) -> Any:
    """Load the engine on first use (PEP 562): who only needs the codes does without."""
    if name != "XmlSchema":
        raise AttributeError(f"module 'teikit.xsd' has no attribute {name!r}")
    from teikit.xsd.schema import XmlSchema

    return XmlSchema
