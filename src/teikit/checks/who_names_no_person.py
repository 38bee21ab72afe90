"""A speaker or an addressee that is no person."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.likely import Likely, Registers
from teikit.checks.report import XML_ID, label, report, reports
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.entries import AGENTS
from teikit.project.facts import Facts, Use
from teikit.project.index import Index
from teikit.project.lookup import Outcome
from teikit.project.markup import Markup
from teikit.registers import is_bare_name
from teikit.xml import Document, local_name

CODE = Code(
    "TEI003",
    "who-names-no-person",
    Severity.ERROR,
    "@who or @toWhom does not lead to a person, group, organisation or role",
    "TEI P5 Guidelines, att.ascribed and att.ascribed.directed",
    Page(
        "a `@who` or `@toWhom` on speech or another act (`said`, `sp`, `q`, `u`, `stage` …) that is a bare name "
        "instead of a pointer, or points to an id that is missing or belongs to something else than a `person`, "
        "`personGrp`, `persona`, `org`, `role` or `castItem`.",
        "Who said what to whom is the reason for encoding speech. A name is not a pointer: programs look for a file "
        "of that name, and the speech has no speaker.",
        '<div>\n  <listPerson><person xml:id="mary"><persName>Mary Dedalus</persName></person></listPerson>\n'
        '  <p><said who="Mary Dedalus">Yes.</said></p>\n</div>',
        '<div>\n  <listPerson><person xml:id="mary"><persName>Mary Dedalus</persName></person></listPerson>\n'
        '  <p><said who="#mary">Yes.</said></p>\n</div>',
        "TEI002",
    ),
)

ATTRIBUTES = ("who", "toWhom")
ACTS = frozenset(
    (
        *("annotationBlock", "incident", "kinesic", "move", "pause", "post", "q", "said", "setting", "shift"),
        *("sp", "spGrp", "stage", "u", "vocal", "writing"),
    )
)
_EXPECTED = "expected a person, personGrp, persona, org or role"


def is_ascription(kind: str, attribute: str) -> bool:
    """Tell whether an attribute of an element says who speaks or acts (`change/@who` names an editor, and does not)."""
    return attribute in ATTRIBUTES and kind in ACTS


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pointer that leads to something in the document that is no person."""
    for element, attribute, pointers in markup.references:
        if not is_ascription(local_name(str(element.tag)), attribute):
            continue
        for pointer in dict.fromkeys(pointers):
            target = markup.target(pointer, element)
            found = markup.ids.get(target.fragment or "") if target.is_local else None
            if found is None or local_name(str(found.tag)) in AGENTS:
                continue
            owners = (node for node in found.iterancestors() if local_name(str(node.tag)) in AGENTS)
            owner = next((node.get(XML_ID) for node in owners if node.get(XML_ID)), None)
            hint = _EXPECTED if owner is None else f'did you mean "#{owner}"?'
            told = f'"{pointer}" in {attribute} of "{label(element)}" points to "{label(found)}", not to a person'
            yield report(CODE, document, element, attribute, told, hint=hint)


def across(index: Index) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each name that is no pointer, and each pointer that leads to no person of any file."""
    registers = Registers(index, AGENTS)
    for facts in index.facts:
        likely = Likely(registers, facts)
        for use in facts.uses:
            if is_ascription(use.kind, use.attribute):
                fault = _fault(use, facts, index, likely)
                if fault is not None:
                    message = f'"{use.pointer}" in {use.attribute} of "{use.element}" {fault[0]}'
                    yield from reports(CODE, use, message, hint=fault[1])


def _fault(use: Use, facts: Facts, index: Index, likely: Likely) -> tuple[str, str] | None:
    """Return what is wrong with a pointer, and the way out; None where nothing is."""
    if is_bare_name(use.pointer):
        hint = likely.hint(use.pointer) or 'point to the id of a person, such as "#mary"'
        return "is a name, not a pointer to a person", hint
    found = index.follow(use, facts)
    if found.outcome is Outcome.NO_ID:
        missing = f'no person, organisation or role has xml:id="{use.fragment}"'
        told = "has a space in it: it is no pointer" if " " in use.pointer else "points to an id that is not there"
        return told, likely.hint(str(use.fragment)) or missing
    if found.outcome is Outcome.FOUND and use.fragment is not None and found.kind not in AGENTS:
        return f'points to "{found.kind}", not to a person', likely.hint(str(use.fragment)) or _EXPECTED
    return None
