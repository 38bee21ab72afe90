"""A date in W3C's form and in ISO's on one element that are different days."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.custom_dates import ATTRIBUTES
from teikit.checks.report import label, report
from teikit.dates import DateError, parse_iso, parse_w3c, write_iso, write_w3c
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI032",
    "w3c-and-iso",
    Severity.ERROR,
    "the W3C and the ISO form of a date are different days",
    "TEI P5 Guidelines, att.datable.w3c and att.datable.iso",
    Page(
        "`@when` against `@when-iso` on one element, and so on for `notBefore`, `notAfter`, `from` and `to`, where "
        "they share no day.",
        "Both are Gregorian and mean the same date. Before our era they differ in writing: W3C has no year 0000, so 1 "
        "BCE is `-0001` in `@when` and `0000` in `@when-iso`.",
        '<p><date when="-0044-03-15" when-iso="-0044-03-15">the Ides of March</date></p>',
        '<p><date when="-0044-03-15" when-iso="-0043-03-15">the Ides of March</date></p>',
        "TEI004",
    ),
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pair of attributes that share no day."""
    for name in ATTRIBUTES:
        for element in markup.having.get(f"{name}-iso", ()):
            w3c, iso = element.get(name), element.get(f"{name}-iso")
            if not w3c or not iso:
                continue
            try:
                ours, theirs = parse_w3c(w3c), parse_iso(iso)
            except DateError:
                continue
            if not ours.overlaps(theirs):
                message = f'{name}-iso="{iso}" of "{label(element)}" is another date than {name}="{w3c}"'
                yield report(
                    CODE, document, element, f"{name}-iso", message, hint=_hint(name, ours.first, theirs.first)
                )


def _hint(name: str, w3c: int, iso: int) -> str:
    if write_w3c(w3c).startswith("-") or write_iso(iso).startswith(("-", "0000")):
        return f"1 BCE is -0001 in {name}, and 0000 in {name}-iso"
    return "one of the two is wrong"
