"""How codes of schemas are written down."""

from teikit.diagnostics import Code, Page, Severity

SPECIFICATION = "RELAX NG Specification (ISO/IEC 19757-2)"
COMPACT = "RELAX NG Compact Syntax (ISO/IEC 19757-2, annex C)"
COMPATIBILITY = "RELAX NG DTD Compatibility"
X = 'xmlns="http://relaxng.org/ns/structure/1.0"'
"""The declaration of RELAX NG's namespace, for the examples."""
D = 'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
"""The declaration of the datatypes of XML Schema, for the examples."""


def error(id_: str, name: str, summary: str, section: str, page: Page, *, standard: str = SPECIFICATION) -> Code:
    """Return a code whose severity is an error."""
    return Code(id_, name, Severity.ERROR, summary, f"{standard}, {section}" if section else "", page)
