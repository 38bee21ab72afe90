"""ISO Schematron (ISO/IEC 19757-3:2020), transpiled to XSLT 3.0 and run by Saxon.

`reading` makes a `model.Schema` of files: `.sch`, or RELAX NG and ODD with Schematron in them. `transpile` makes a
`program.Program` of it, a stylesheet that makes one pass over a document: `contexts` and `dispatch` tell from a rule's
context which nodes it can match, XSLT itself decides what does match. `compilation` leaves out what does not compile,
`run` goes on where a rule fails, and `kept` keeps programs on disk. The result of a run becomes `findings`, and these
become diagnostics (`report`, with exact places from `places`) or a report in SVRL (`svrl`).

Rules come with documents, from strangers: they can read nothing but XML files below the folders of the schema and of
the document, which are read by our own parser and handed to them (`documents`).
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from teikit.schematron.schema import Schematron

__all__ = ["Schematron"]


def __getattr__(name: str) -> Any:
    """Load the class on first use (PEP 562)."""
    if name != "Schematron":
        raise AttributeError(f"module 'teikit.schematron' has no attribute {name!r}")
    from teikit.schematron.schema import Schematron

    return Schematron
