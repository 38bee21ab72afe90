"""A picture or another file that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teikit.checks.dangling_pointer import is_document
from teikit.checks.report import file_name, reports
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.facts import Use
from teikit.project.index import Index
from teikit.project.lookup import Outcome
from teikit.registers import is_bare_name

CODE = Code(
    "TEI013",
    "missing-file",
    Severity.WARNING,
    "a picture, a recording or another file that a document names is not there",
    "TEI P5 Guidelines, att.resourced (@url), att.global.facs and 14.3 (Graphic Components)",
    Page(
        "a relative `@url`, `@facs` or `@target` that leads to no file: a picture, a recording, a PDF. One report for "
        "each such file, or for the whole folder if that is not there. XML documents are the matter of TEI002; pages "
        "(`.html`), names without an ending, addresses on the network, and paths that begin with `/` are not followed.",
        "Readers see a gap where the picture should be, and an archive refuses the deposit. Where the pictures lie "
        "elsewhere, an `xml:base` on `facsimile`, or a prefix, says so.",
        "",
        "",
        "TEI002, TEI014",
    ),
)


PAGES = (".html", ".htm", ".xhtml", ".php")
"""Endings of pages, which are made from the documents and need not be there."""


_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")


def across(index: Index) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file that a document names in vain, and one for each folder that is not there."""
    for facts in index.facts:
        missing: dict[str, list[Use]] = {}
        for use in facts.uses:
            if not _is_judged(use) or index.follow(use, facts).outcome is not Outcome.NO_FILE:
                continue
            folder = use.uri.rpartition("/")[0]
            missing.setdefault(use.uri if index.is_there(folder) else folder, []).append(use)
        for uri, uses in missing.items():
            yield _report(uses, uri)


def _is_judged(use: Use) -> bool:
    if is_document(use.uri) or is_bare_name(use.pointer) or use.uri.lower().endswith(PAGES):
        return False
    return _ENDING.search(use.uri) is not None


def _report(uses: list[Use], missing: str) -> Diagnostic:
    use, total = uses[0], sum(each.total for each in uses)
    what = "file" if missing == use.uri else "folder"
    more = f" (and {total - 1} more)" if total > 1 else ""
    message = f'"{use.pointer}" in {use.attribute} of "{use.element}" leads to a {what} that is not there{more}'
    hint = f'there is no {what} "{file_name(missing)}" where it leads; check the path, or set xml:base'
    return next(reports(CODE, use._replace(total=1), message, hint=hint))
