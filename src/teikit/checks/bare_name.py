"""A name where a pointer belongs."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.dangling_pointer import has_own_check
from teikit.checks.likely import Likely, Registers
from teikit.checks.report import reports
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.entries import AGENTS, REGISTERED
from teikit.project.facts import Use
from teikit.project.index import Index
from teikit.registers import is_bare_name

CODE = Code(
    "TEI011",
    "bare-name",
    Severity.WARNING,
    "a bare name in an attribute that holds pointers",
    "TEI P5 Guidelines, teidata.pointer, and chapter 17 (Linking, Segmentation, and Alignment)",
    Page(
        "a word or words such as `mary` or `Mary Dedalus` in an attribute that holds pointers: no `#`, no scheme, no "
        "ending of a file. One report for each attribute of elements of one name, at its first use; where an id or an "
        "entry is like the name, one for each name. `@who` on speech and `@calendar` have checks of their own. A "
        "pointer with a space (`#Mary Dedalus`) is two pointers, and reported too.",
        "Formally it is a relative URI: programs look for a file of that name and find nothing.",
        '<div>\n  <listPerson><person xml:id="mary"><persName>Mary Dedalus</persName></person></listPerson>\n'
        '  <p><persName ref="mary">Mary</persName></p>\n</div>',
        '<div>\n  <listPerson><person xml:id="mary"><persName>Mary Dedalus</persName></person></listPerson>\n'
        '  <p><persName ref="#mary">Mary</persName></p>\n</div>',
        "TEI002, TEI003, TEI007",
    ),
)


def across(index: Index) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each name that is like an id or an entry, and one for the others of an attribute."""
    registers = Registers(index, AGENTS | REGISTERED)
    for facts in index.facts:
        likely = Likely(registers, facts)
        others: dict[tuple[str, str], list[Use]] = {}
        for use in facts.uses:
            if not _is_bare(use, index):
                continue
            hint = _hint(use.pointer, index.ids(facts.uri), likely)
            if hint is None:
                others.setdefault((use.element, use.attribute), []).append(use)
            else:
                yield from reports(CODE, use, _told(use), hint=hint)
        for uses in others.values():
            yield _together(uses)


def _is_bare(use: Use, index: Index) -> bool:
    if has_own_check(use) or use.attribute in ("calendar", "datingMethod") or not is_bare_name(use.pointer):
        return False
    # Somebody may call a file so after all.
    return use.uri not in index.by_uri and not index.is_there(use.uri)


def _hint(name: str, ids: object, likely: Likely) -> str | None:
    parts = name.split()
    if isinstance(ids, dict) and all(part in ids for part in parts):
        return f'did you mean "{" ".join(f"#{part}" for part in parts)}"?'
    return likely.same(name)


def _told(use: Use) -> str:
    return f'"{use.pointer}" in {use.attribute} of "{use.element}" is a name, not a pointer'


def _together(uses: list[Use]) -> Diagnostic:
    total = sum(use.total for use in uses)
    more = f" (and {total - 1} more)" if total > 1 else ""
    hint = 'point to an id ("#id"), or declare a prefix with prefixDef and write "prefix:name"'
    return next(reports(CODE, uses[0]._replace(total=1), f"{_told(uses[0])}{more}", hint=hint))
