"""The layers of one verdict: XML, RELAX NG, W3C XML Schema, Schematron, checks.

`iter_diagnostics` runs them on one document, in that order: what is not well-formed is not validated, but what is not
valid is still checked. `validate_files` runs them on many, in processes, and yields the findings of each file in order.
Which schema a document is validated with is decided in `association`; a document without one, or whose schema cannot
be had, yields an error, never silence.
"""

from teikit.validation.layers import iter_diagnostics, validate
from teikit.validation.many import Findings, validate_files
from teikit.validation.options import LAYERS, Options

__all__ = ["LAYERS", "Findings", "Options", "iter_diagnostics", "validate", "validate_files"]
