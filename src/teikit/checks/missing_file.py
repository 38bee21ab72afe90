"""A picture or another file that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.dangling_pointer import is_document
from teikit.checks.report import file_name, reports
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.facts import Use
from teikit.project.index import Index, Outcome
from teikit.registers import is_bare_name

CODE = Code(
    "TEI013",
    "missing-file",
    Severity.WARNING,
    "a picture, a recording or a page that a document names is not there",
    "TEI P5 Guidelines, att.resourced (@url), att.global.facs and 14.3 (Graphic Components)",
    Page(
        "a relative `@url`, `@facs` or `@target` that leads to no file: a picture, a recording, a PDF. One report for "
        "each such file. XML documents are the matter of TEI002; addresses on the network, and paths that begin "
        "with `/`, are not followed.",
        "Readers see a gap where the picture should be, and an archive refuses the deposit. Where the pictures lie "
        "elsewhere, an `xml:base` on `facsimile`, or a prefix, says so.",
        "",
        "",
        "TEI002, TEI014",
    ),
)


def across(index: Index) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file that a document names in vain."""
    for facts in index.facts:
        missing: dict[str, list[Use]] = {}
        for use in facts.uses:
            if is_document(use.uri) or is_bare_name(use.pointer):
                continue
            if index.follow(use, facts).outcome is Outcome.NO_FILE:
                missing.setdefault(use.uri, []).append(use)
        for uses in missing.values():
            use, total = uses[0], sum(each.total for each in uses)
            more = f" (and {total - 1} more)" if total > 1 else ""
            message = f'"{use.pointer}" in {use.attribute} of "{use.element}" leads to a file that is not there{more}'
            hint = f'there is no "{file_name(use.uri)}" where it leads; check the path, or set xml:base'
            yield next(reports(CODE, use._replace(total=1), message, hint=hint))
