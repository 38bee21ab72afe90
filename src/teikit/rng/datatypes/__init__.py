"""Datatypes of RELAX NG: what a text in a document may be.

Three libraries: the built-in one (`string`, `token`), W3C XML Schema's (Datatypes, second edition), and RELAX NG DTD
compatibility's IDs. `types` is the table of the types, `lexical` says what their texts look like, each in one regular
expression of XML Schema's own kind, and `kinds` how their values behave, with `numbers`, `times` and `uris`. `facets`
makes checks of parameters, `library` puts a datatype together, and `reasons` says why it refuses a text.

`regex` has those expressions, which run in linear time. Nothing is compiled before a document needs it.

Where the standard is vague or its editions differ, Jing decides.
"""

from teikit.rng.datatypes.errors import DatatypeError
from teikit.rng.datatypes.library import COMPATIBILITY, XSD, Datatype, datatype

__all__ = ["COMPATIBILITY", "XSD", "Datatype", "DatatypeError", "datatype"]
