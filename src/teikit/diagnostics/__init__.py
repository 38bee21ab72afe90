"""What teikit says about a user's document: codes, places and messages, as values.

A `Diagnostic` is a frozen value about the *user's* document or schema: it is yielded, never raised. It carries its
`Code` (one definition per fault, beside the layer that finds it), a `Location` that points at the offending node, and
a hint. A `TeikitError` is the other family: the *tool* cannot go on, and says so by an exception with an exit status.
A `DiagnosedError` (of a document, a schema, a stylesheet) stands between the two: it carries the
diagnostics that explain why nothing more can be done with one file.

`render/` has one file per output format. Nothing here knows XML, files or the command line; named tuples rather than
dataclasses, because this is imported by every command.
"""

from teikit.diagnostics.code import Code, Page, Severity
from teikit.diagnostics.diagnostic import Diagnostic, Location, Related
from teikit.diagnostics.errors import DiagnosedError, DocumentError, SchemaError, StylesheetError, TeikitError

__all__ = [
    "Code",
    "DiagnosedError",
    "Diagnostic",
    "DocumentError",
    "Location",
    "Page",
    "Related",
    "SchemaError",
    "Severity",
    "StylesheetError",
    "TeikitError",
]
