"""RELAX NG (ISO/IEC 19757-2): is a document in the language of a grammar, and if not, where does it leave it.

`RelaxNG` is the door, and nothing behind it is seen from outside. For now libxml2 decides behind it: `schema` reads a
grammar in the XML syntax, brings it into a form that libxml2 compiles quickly, and turns its first error into a
`Diagnostic` at the offending node. libxml2 reports one error a document, reads no compact syntax, and checks no
ID/IDREF; an engine of our own takes its place without a change of names.
"""

from teikit.rng.schema import RelaxNG

__all__ = ["RelaxNG"]
