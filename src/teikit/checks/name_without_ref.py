"""A name that does not say whose it is, where the project demands it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.report import label, report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.entries import REGISTERED
from teikit.project.markup import Markup
from teikit.xml import TEI, Document, clark

if TYPE_CHECKING:
    from lxml import etree

CODE = Code(
    "TEI027",
    "name-without-ref",
    Severity.WARNING,
    "a name without the @ref that the project demands",
    "TEI P5 Guidelines, 13.2.1 (Personal Names), att.canonical",
    Page(
        "an element that `demand_refs` in `teikit.toml` lists (such as `persName`), in the text or in `correspDesc`, "
        "that has no `@ref`, nor `@sameAs`, `@copyOf` or `@corresp`. Names in the entries of registers, and names "
        "inside a name that has a `@ref`, are not meant. One report for each name, at its first use.",
        "A name without a pointer is missing from every index.",
        "<p><persName>Li Shizhong</persName> came at five.</p>",
        '<p><persName ref="https://example.org/#li">Li Shizhong</persName> came at five.</p>',
        "TEI016",
    ),
)

_POINTERS = ("ref", "sameAs", "copyOf", "corresp")
_ENTRIES = tuple(clark(TEI, name) for name in sorted(REGISTERED))
_TEXT = tuple(clark(TEI, name) for name in ("text", "correspDesc"))
_LONGEST = 40


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each name, with the number of its uses."""
    uses: dict[tuple[str, str], list[etree._Element]] = {}
    for name in dict.fromkeys(markup.conventions.demand_refs):
        for element in filter(_must_point, markup.named.get(name, ())):
            uses.setdefault((name, " ".join("".join(map(str, element.itertext())).split())), []).append(element)
    for (_, text), found in uses.items():
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        message = f'"{label(found[0])}" has no ref: “{shown}”{more}'
        yield report(CODE, document, found[0], None, message, hint="point to the entry of the register with @ref")


def _must_point(element: etree._Element) -> bool:
    if any(element.get(attribute) for attribute in _POINTERS):
        return False
    if any(above.get("ref") for above in element.iterancestors(element.tag, clark(TEI, "rs"), clark(TEI, "name"))):
        return False
    return (
        next(element.iterancestors(*_TEXT), None) is not None and next(element.iterancestors(*_ENTRIES), None) is None
    )
