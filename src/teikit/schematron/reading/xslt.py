"""Which elements of XSLT a schema may hold, and where.

Saxon's native library ends the whole process when it meets some elements that are out of place, so they are found
before it sees them.
"""

from __future__ import annotations

from lxml import etree

from teikit.schematron.model import XSLT
from teikit.xml import local_name, namespace

_INSTRUCTIONS = frozenset(
    """analyze-string apply-templates assert attribute break call-template choose comment copy copy-of document element
    evaluate for-each for-each-group if iterate map map-entry message namespace next-iteration next-match number
    on-empty on-non-empty perform-sort processing-instruction sequence text try value-of variable
    where-populated""".split()  # noqa: SIM905
)
DECLARATIONS = frozenset(("function", "key", "variable", "param", "accumulator", "template", "decimal-format", "mode"))
"""What may stand at the top of a schema."""
_SORTED = frozenset(("for-each", "for-each-group", "apply-templates", "perform-sort"))
_CALLS = frozenset(("apply-templates", "call-template", "next-match", "next-iteration", "evaluate"))
_PARENTS = {
    "accumulator-rule": frozenset(("accumulator",)),
    "when": frozenset(("choose",)),
    "otherwise": frozenset(("choose",)),
    "catch": frozenset(("try",)),
    "sort": _SORTED,
    "with-param": _CALLS,
    "param": frozenset(("function", "template", "iterate")),
    "on-completion": frozenset(("iterate",)),
    "matching-substring": frozenset(("analyze-string",)),
    "non-matching-substring": frozenset(("analyze-string",)),
}
_ONLY = {"choose": ("when", "otherwise"), "accumulator": ("accumulator-rule",)}


def misplaced(element: etree._Element) -> etree._Element | None:
    """Return the first element of XSLT below an element, or itself, that is not known here or not in its place."""
    for each in element.iterdescendants(etree.Element):
        if namespace(str(each.tag)) == XSLT and not _fits(each):
            return each
    name = local_name(str(element.tag))
    known = namespace(str(element.tag)) != XSLT or name in _INSTRUCTIONS | DECLARATIONS
    return None if known else element


def _fits(element: etree._Element) -> bool:
    name, parent = local_name(str(element.tag)), element.getparent()
    assert parent is not None
    within = local_name(str(parent.tag)) if namespace(str(parent.tag)) == XSLT else ""
    if within in _ONLY:
        return name in _ONLY[within]
    return within in _PARENTS[name] if name in _PARENTS else name in _INSTRUCTIONS
