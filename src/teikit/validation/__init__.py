"""The layers of one verdict: XML, RELAX NG, W3C XML Schema, Schematron, checks.

`iter_diagnostics` runs them on one document (`layers`): what is not well-formed is not validated, but what is not
valid is still checked. `validate_files` examines many, in processes (`many`), then all of them `together`: pointers
across files, register entries that nothing uses. In a project, verdicts on files that have not changed are `kept`.

Which schemas a document is validated with is decided in `association`; a document without one, or whose schema cannot
be had, yields an error, never silence. `compiled` makes each schema once. Which findings count is for
`judgement`; `svrl` reports Schematron in its own form.
"""

from teikit.validation.layers import iter_diagnostics, validate
from teikit.validation.many import Findings, validate_files
from teikit.validation.options import LAYERS, Options

__all__ = ["LAYERS", "Findings", "Options", "iter_diagnostics", "validate", "validate_files"]
