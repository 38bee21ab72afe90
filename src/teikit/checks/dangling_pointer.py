"""A pointer to an id or a document that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.likely import prefix_to
from teikit.checks.nearest import Budget, Nearest
from teikit.checks.report import file_name, reports
from teikit.checks.who_names_no_person import is_ascription
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.facts import CALENDAR_ATTRIBUTES, Facts, Use
from teikit.project.index import Index
from teikit.project.lookup import XML_ENDINGS, Outcome
from teikit.registers import is_bare_name

CODE = Code(
    "TEI002",
    "dangling-pointer",
    Severity.ERROR,
    "a pointer to an id or a document that is not there",
    "TEI P5 Guidelines, chapter 17 (Linking, Segmentation, and Alignment)",
    Page(
        "a pointer into the same document (`#id`, or a URI that `xml:base` or `prefixDef` makes such) where no element "
        "has that id; a pointer into another file (`persons.xml#mary`, or by a prefix) that does not have the id, or "
        "into an XML file that does not exist (one report for each such file). An attribute with several pointers is "
        "reported for each that leads nowhere. Files that a document includes, or that include it, count as one with "
        "it. Other files are read below the root of the project, else below the document's folder; nothing is fetched "
        "from the network, and a file that cannot be read is not judged.",
        "The link, the note or the hand is lost, silently. Mostly it is a slip of the pen, or the target was "
        "renamed or never written.",
        '<div>\n  <p>See <ref target="#second">below</ref>.</p>\n  <p xml:id="secnd">Here.</p>\n</div>',
        '<div>\n  <p>See <ref target="#second">below</ref>.</p>\n  <p xml:id="second">Here.</p>\n</div>',
        "TEI001, TEI003, TEI007",
    ),
)


def across(index: Index) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pointer that leads nowhere, and one for each file that is not there."""
    nearest: dict[tuple[str, str], Nearest] = {}
    budget = Budget()
    for facts in index.facts:
        missing: dict[str, list[Use]] = {}
        for use in facts.uses:
            if is_bare_name(use.pointer):
                continue
            outcome = index.follow(use, facts).outcome
            if outcome is Outcome.NO_FILE and is_document(use.uri):
                missing.setdefault(use.uri, []).append(use)
            # Those two have checks of their own, which say more: one fault, one report.
            elif outcome is Outcome.NO_ID and not has_own_check(use):
                yield from _no_id(use, facts, index, nearest, budget)
        for uses in missing.values():
            yield _no_file(uses)


def has_own_check(use: Use) -> bool:
    """Tell whether a pointer that leads to no id of its own document is the matter of another check."""
    return is_ascription(use.kind, use.attribute) or (use.is_local and use.attribute in CALENDAR_ATTRIBUTES)


def is_document(uri: str) -> bool:
    """Tell whether a URI names an XML document, by the ending of its file."""
    return uri.lower().endswith(XML_ENDINGS)


def _no_id(
    use: Use, facts: Facts, index: Index, nearest: dict[tuple[str, str], Nearest], budget: Budget
) -> Iterator[Diagnostic]:
    uri = facts.uri if use.is_local else use.uri
    name = file_name(uri)
    where = "points to an id that is not there" if use.is_local else f'points to an id that "{name}" does not have'
    if " " in use.pointer:
        where = "has a space in it: it is no pointer"
    prefix = use.pointer.removesuffix(use.fragment or "") or "#"
    if (uri, prefix) not in nearest:
        ids = index.ids(uri)
        nearest[uri, prefix] = Nearest(() if isinstance(ids, Outcome) else ids, prefix.__add__, budget)
    hint = (
        _elsewhere(use, facts, index)
        or nearest[uri, prefix].hint(str(use.fragment))
        or f'no element has xml:id="{use.fragment}"'
    )
    message = f'"{use.pointer}" in {use.attribute} of "{use.element}" {where}'
    return reports(CODE, use, message, hint=hint)


def _elsewhere(use: Use, facts: Facts, index: Index) -> str | None:
    """Return a hint where another file has the id that a document looks for in itself."""
    owner = index.owners.get(use.fragment or "") if use.is_local else None
    return None if owner is None else f'did you mean "{prefix_to(owner, facts)}{use.fragment}"?'


def _no_file(uses: list[Use]) -> Diagnostic:
    use, count = uses[0], sum(each.total for each in uses)
    more = f" (and {count - 1} more into that file)" if count > 1 else ""
    message = f'"{use.pointer}" in {use.attribute} of "{use.element}" points into a file that is not there{more}'
    hint = f'there is no file "{file_name(use.uri)}" where the pointer leads; check its path, and xml:base or prefixDef'
    return next(reports(CODE, use, message, hint=hint))
