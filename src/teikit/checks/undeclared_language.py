"""A language that the header does not declare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.nearest import Nearest
from teikit.checks.report import XML_LANG, label, report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import TEI, Document, clark, local_name

if TYPE_CHECKING:
    from lxml import etree

CODE = Code(
    "TEI008",
    "undeclared-language",
    Severity.WARNING,
    "an xml:lang that langUsage does not declare",
    "TEI P5 Guidelines, 2.4.2 (Language Usage) and vi.1 (Language Identification)",
    Page(
        "an `xml:lang` that no `language` of `langUsage` covers, where the document has such declarations. `en` "
        "covers `en-GB`; case does not matter. One report for each tag, at its first use. Tags that name no language "
        "(`und`, `zxx`, `mul`, `mis`) pass, and so does the header: `langUsage` lists the languages of the text. "
        "Where a document has no `langUsage`, the `languages` of `teikit.toml` count.",
        "`langUsage` is the list that readers and programs rely on. A tag beyond it is a slip (`cn` for `zh`), or the "
        "declaration was forgotten.",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><langUsage><language '
        'ident="zh">Chinese</language></langUsage></profileDesc></teiHeader><text><body><p '
        'xml:lang="cn">中華</p></body></text></TEI>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><langUsage><language '
        'ident="zh">Chinese</language></langUsage></profileDesc></teiHeader><text><body><p '
        'xml:lang="zh-Hant">中華</p></body></text></TEI>',
        "TEI007",
    ),
)

_HEADER = clark(TEI, "teiHeader")
_PARTS = tuple(clark(TEI, name) for name in ("text", "standOff", "sourceDoc", "TEI"))
_MOST_SUBTAGS = 12
NO_LANGUAGE = frozenset(("und", "zxx", "mul", "mis"))


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each tag that is not covered, with the number of its uses."""
    nearest = Nearest(filter(None, markup.languages), write=str)
    for tag, found in undeclared(markup).items():
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        where = "langUsage" if any(markup.languages) else "the languages of teikit.toml"
        message = f'xml:lang "{tag}" of "{label(found[0])}" is not declared in {where}{more}'
        yield report(CODE, document, found[0], XML_LANG, message, hint=_hint(tag, nearest, where))


def undeclared(markup: Markup) -> dict[str, list[etree._Element]]:
    """Return the elements of each tag that the document, or else its project, does not declare."""
    declared = {ident.casefold() for ident in filter(None, markup.languages)}
    allowed = {tag.casefold() for tag in markup.conventions.languages}
    if not declared and not allowed:
        return {}
    uses: dict[str, list[etree._Element]] = {}
    for element in markup.having.get(XML_LANG, ()):
        tag = element.get(XML_LANG, "").strip()
        if tag and not _is_covered(tag.casefold(), declared or allowed) and _is_of_text(element):
            uses.setdefault(tag, []).append(element)
    return uses


def _hint(tag: str, nearest: Nearest, where: str) -> str:
    from teikit.checks.language_tags import fault_of

    fault = fault_of(tag)
    if fault is not None and fault[1].startswith("write"):
        return fault[1]
    return nearest.hint(tag) or f'declare <language ident="{tag}"> in langUsage (in profileDesc)'


def _is_covered(tag: str, declared: set[str]) -> bool:
    """Tell whether a tag or one that it extends is declared (RFC 4647, §3.3.1, basic filtering)."""
    if tag in NO_LANGUAGE:
        return True
    subtags = tag.split("-", _MOST_SUBTAGS)[:_MOST_SUBTAGS]
    return any("-".join(subtags[:count]) in declared for count in range(1, len(subtags) + 1))


def _is_of_text(element: etree._Element) -> bool:
    """Tell whether an element's language is one of the text.

    Not in the header; and the language of a whole TEI document is the header's where each part of the text has its own.
    """
    if local_name(str(element.tag)) in ("TEI", "teiCorpus"):
        return any(child.get(XML_LANG) is None for child in element.iterchildren(*_PARTS))
    return element.tag != _HEADER and next(element.iterancestors(_HEADER), None) is None
