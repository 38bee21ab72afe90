"""A speaker or an addressee that is no person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.report import XML_ID, did_you_mean, label, report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.index import Index
from teikit.registers import is_bare_name
from teikit.xml import TEI, Document, clark, local_name

if TYPE_CHECKING:
    from lxml import etree

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
AGENTS = frozenset(["person", "personGrp", "persona", "org", "role", "castItem", "castGroup"])
_NAMES = tuple(clark(TEI, name) for name in ("persName", "orgName", "name", "role"))
_WORD = re.compile(r"[^\W_]+")


def is_ascription(element: etree._Element, attribute: str) -> bool:
    """Tell whether an attribute says who speaks or acts (`change/@who` names an editor, and is no such)."""
    return attribute in ATTRIBUTES and local_name(str(element.tag)) in ACTS


def check(document: Document, index: Index) -> Iterator[Diagnostic]:
    """Yield one diagnostic for the bare names of an attribute, and one for each pointer that leads to no person."""
    for element in index.elements:
        for attribute in ATTRIBUTES:
            value = element.get(attribute)
            if value and is_ascription(element, attribute):
                yield from _attribute(document, index, element, attribute, value.split())


def _attribute(
    document: Document, index: Index, element: etree._Element, attribute: str, pointers: list[str]
) -> Iterator[Diagnostic]:
    where = f'{attribute} of "{label(element)}"'
    bare = [pointer for pointer in pointers if is_bare_name(pointer)]
    if bare:
        name = " ".join(bare)
        message = f'"{name}" in {where} is a name, not a pointer to a person'
        hint = _likely(name, index) or 'point to the id of a person, such as "#mary"'
        yield report(CODE, document, element, attribute, message, hint=hint)
    for pointer in dict.fromkeys(pointers):
        if pointer not in bare:
            fault = _fault(pointer, element, index)
            if fault:
                yield report(CODE, document, element, attribute, f'"{pointer}" in {where} {fault[0]}', hint=fault[1])


def _fault(pointer: str, element: etree._Element, index: Index) -> tuple[str, str] | None:
    """Return what is wrong with one pointer and a hint, or None."""
    target = index.target(pointer, element)
    if not target.is_local or target.fragment is None:
        return None
    found = index.ids.get(target.fragment)
    if found is None:
        if index.has_includes:
            return None
        hint = _likely(target.fragment, index) or f'no person, organisation or role has xml:id="{target.fragment}"'
        return "points to an id that is not there", hint
    kind = local_name(str(found.tag))
    if kind in AGENTS:
        return None
    owner = next((node for node in found.iterancestors() if _is_agent(node) and node.get(XML_ID)), None)
    likely = f'did you mean "#{owner.get(XML_ID)}"?' if owner is not None else _likely(target.fragment, index)
    return (
        f'points to "{label(found)}", not to a person',
        likely or "expected a person, personGrp, persona, org or role",
    )


def _is_agent(element: etree._Element) -> bool:
    return local_name(str(element.tag)) in AGENTS


def _likely(name: str, index: Index) -> str | None:
    """Return a hint with the person whose id or name has the same words, else with the ids most like the name."""
    words = set(_words(name))
    agents = {str(node.get(XML_ID)): node for node in index.elements if _is_agent(node) and node.get(XML_ID)}
    for identifier, node in agents.items():
        known = [_words(identifier), *(_words(text) for text in _names(node))]
        if words and any(words == set(candidate) for candidate in known):
            return f'did you mean "#{identifier}"?'
    holders = [identifier for identifier, node in agents.items() if _holds(words, node)]
    if len(holders) == 1:
        return f'did you mean "#{holders[0]}"?'
    return did_you_mean(name, agents)


def _holds(words: set[str], agent: etree._Element) -> bool:
    return bool(words) and any(words <= set(_words(text)) for text in _names(agent))


def _names(agent: etree._Element) -> Iterator[str]:
    for node in (agent, *agent.iterdescendants()):
        if node.tag in _NAMES:
            yield "".join(map(str, node.itertext()))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
