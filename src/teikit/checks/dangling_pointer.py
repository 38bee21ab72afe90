"""A pointer to an id that the document does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.nearest import Nearest
from teikit.checks.report import label, report
from teikit.checks.who_names_no_person import is_ascription
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.index import Index
from teikit.registers import pointers_of
from teikit.xml import Document

if TYPE_CHECKING:
    from lxml import etree

CODE = Code(
    "TEI002",
    "dangling-pointer",
    Severity.ERROR,
    "a pointer to an id that the document does not have",
    "TEI P5 Guidelines, chapter 17 (Linking, Segmentation, and Alignment)",
    Page(
        "a pointer into the same document (`#id`, or a URI that `xml:base` or `prefixDef` makes such) where no element "
        "has that id. An attribute with several pointers is reported for each that leads nowhere. Pointers into other "
        "files are not followed here, and a document with an `xi:include` that is not resolved is not judged.",
        "The link, the note or the hand is lost, silently. Mostly it is a slip of the pen, or the target was "
        "renamed or never written.",
        '<div>\n  <p>See <ref target="#second">below</ref>.</p>\n  <p xml:id="secnd">Here.</p>\n</div>',
        '<div>\n  <p>See <ref target="#second">below</ref>.</p>\n  <p xml:id="second">Here.</p>\n</div>',
        "TEI001, TEI003, TEI007",
    ),
)

CALENDAR_ATTRIBUTES = ("calendar", "datingMethod")


def check(document: Document, index: Index) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pointer of each attribute that leads nowhere."""
    if index.has_includes:
        return
    nearest = Nearest(index.ids)
    for element in index.elements:
        for attribute, pointers in pointers_of(element):
            # Those two have checks of their own, which say more: one fault, one report.
            if attribute in CALENDAR_ATTRIBUTES or is_ascription(element, attribute):
                continue
            for pointer in dict.fromkeys(pointers):
                missing = _missing(pointer, element, index)
                if missing is not None:
                    message = f'"{pointer}" in {attribute} of "{label(element)}" points to an id that is not there'
                    hint = nearest.hint(missing) or f'no element has xml:id="{missing}"'
                    yield report(CODE, document, element, attribute, message, hint=hint)


def _missing(pointer: str, element: etree._Element, index: Index) -> str | None:
    """Return the id that a pointer looks for in vain, or None."""
    target = index.target(pointer, element)
    if target.is_local and target.fragment is not None and target.fragment not in index.ids:
        return target.fragment
    return None
