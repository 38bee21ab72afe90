"""A language tag that means no language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.language_tags import fault_of
from teikit.checks.report import XML_LANG, label, report, written
from teikit.checks.undeclared_language import undeclared
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

if TYPE_CHECKING:
    from lxml import etree

CODE = Code(
    "TEI019",
    "unknown-language",
    Severity.WARNING,
    "a language tag that is not one, or has a subtag that does not exist",
    "RFC 5646 (BCP 47), §2.1 and §2.2; TEI P5 Guidelines, vi.1 (Language Identification)",
    Page(
        "an `xml:lang`, or an `@ident` of `language`, `@mainLang` or `@otherLangs`, that is no language tag "
        "(`en_GB`), or whose language, script, region or variant is not registered (`cn`, `eng`, `grk`, `zh-Trad`). "
        "Private use (`x-…`, `qaa` to `qtz`) passes. One report for each tag, at its first use; one that `langUsage` "
        "does not have is reported for that (TEI008).",
        "Browsers, search engines and hyphenation go by the tag: where it is not known, the text has no language.",
        '<p xml:lang="eng">Yes.</p>',
        '<p xml:lang="en">Yes.</p>',
        "TEI008",
    ),
)

_ATTRIBUTES = (XML_LANG, "mainLang", "otherLangs")
_LONGEST = 100


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each tag that is wrong, with the number of its uses."""
    uses: dict[str, list[tuple[etree._Element, str]]] = {}
    for attribute in _ATTRIBUTES:
        for element in markup.having.get(attribute, ()):
            for tag in element.get(attribute, "").split():
                uses.setdefault(tag, []).append((element, attribute))
    for element in markup.named.get("language", ()):
        for tag in element.get("ident", "").split():
            uses.setdefault(tag, []).append((element, "ident"))
    reported = undeclared(markup)
    for tag, found in uses.items():
        fault = fault_of(tag) if tag not in reported else None
        if fault is not None:
            element, attribute = found[0]
            more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
            message = f'{written(attribute)} "{tag[:_LONGEST]}" of "{label(element)}" {fault[0]}{more}'
            yield report(CODE, document, element, attribute, message, hint=fault[1])
