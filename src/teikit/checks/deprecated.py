"""Something of TEI that is on its way out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.report import label, report, written
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.conventions import Deprecated
from teikit.project.markup import Markup
from teikit.xml import Document

if TYPE_CHECKING:
    from lxml import etree

CODE = Code(
    "TEI029",
    "deprecated",
    Severity.WARNING,
    "an element, an attribute or a value that the ODD calls deprecated",
    "TEI P5 Guidelines, 23.5.1.1 (Elements and Classes), att.deprecated",
    Page(
        "an element, an attribute or a value of one that has a `@validUntil` in the ODD that `odd` in `teikit.toml` "
        "names (or in the release of TEI that this builds on). One report for each, at its first use.",
        "After that day it may go, and the document is no longer valid.",
        "<entryFree><re>mother-of-pearl</re></entryFree>",
        '<entryFree><entry type="related">mother-of-pearl</entry></entryFree>',
        "RNG011",
    ),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each deprecated thing, with the number of its uses."""
    for each in markup.conventions.deprecated:
        found = [element for element in markup.named.get(each.element, ()) if _applies(each, element)]
        if not found:
            continue
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        message = f"{_name(each, found[0])} is deprecated: it may go after {each.until}{more}"
        hint = "the page of the element in the Guidelines says what takes its place"
        yield report(CODE, document, found[0], each.attribute or None, message, hint=hint)


def _applies(each: Deprecated, element: etree._Element) -> bool:
    if not each.attribute:
        return True
    value = element.get(each.attribute)
    return value is not None and (not each.value or each.value in value.split())


def _name(each: Deprecated, element: etree._Element) -> str:
    if not each.attribute:
        return f'"{label(element)}"'
    value = f' with the value "{each.value}"' if each.value else ""
    return f'"{written(each.attribute)}"{value} of "{label(element)}"'
