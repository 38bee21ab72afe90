"""teikit: encode, validate, explain and publish TEI P5 without Java.

The public names below are loaded when they are first used, so that `import teikit` costs next to nothing:

- `load(path)`: a parsed document that knows where its nodes stand.
- `validate(path, …)` and `iter_diagnostics(path, …)`: what is wrong with it.
- `transform(path, target, …)`: HTML or plain text.
- `RelaxNG`: a RELAX NG schema.
- `Diagnostic`, `Severity`, `Location`, `TeikitError`, `SchemaError`: what they answer and raise.
"""

from typing import TYPE_CHECKING, Any

from teikit.version import __version__

if TYPE_CHECKING:
    from teikit.diagnostics import Diagnostic, Location, SchemaError, Severity, TeikitError
    from teikit.publication import transform
    from teikit.rng import RelaxNG
    from teikit.validation import iter_diagnostics, validate
    from teikit.xml import load

__all__ = [
    "Diagnostic",
    "Location",
    "RelaxNG",
    "SchemaError",
    "Severity",
    "TeikitError",
    "__version__",
    "iter_diagnostics",
    "load",
    "transform",
    "validate",
]

_HOMES = {
    "Diagnostic": "teikit.diagnostics",
    "Location": "teikit.diagnostics",
    "RelaxNG": "teikit.rng",
    "SchemaError": "teikit.diagnostics",
    "Severity": "teikit.diagnostics",
    "TeikitError": "teikit.diagnostics",
    "iter_diagnostics": "teikit.validation",
    "load": "teikit.xml",
    "transform": "teikit.publication",
    "validate": "teikit.validation",
}


def __getattr__(name: str) -> Any:
    """Load a public name from its home on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'teikit' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
