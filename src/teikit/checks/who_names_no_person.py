"""A speaker or an addressee that is no person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from teikit.checks.nearest import MOST_LOOKUPS, Nearest
from teikit.checks.report import XML_ID, label, report
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
    agents = _Agents(index)
    for element in index.elements:
        for attribute in ATTRIBUTES:
            value = element.get(attribute)
            if value and is_ascription(element, attribute):
                for fault in _faults(value.split(), element, index, agents):
                    message = f'"{fault.name}" in {attribute} of "{label(element)}" {fault.message}'
                    yield report(CODE, document, element, attribute, message, hint=fault.hint)


class _Fault(NamedTuple):
    name: str
    message: str
    hint: str


def _faults(pointers: list[str], element: etree._Element, index: Index, agents: _Agents) -> Iterator[_Fault]:
    bare = [pointer for pointer in pointers if is_bare_name(pointer)]
    if bare:
        name = " ".join(bare)
        hint = agents.likely(name) or 'point to the id of a person, such as "#mary"'
        yield _Fault(name, "is a name, not a pointer to a person", hint)
    for pointer in dict.fromkeys(pointers):
        fault = None if pointer in bare else _fault(pointer, element, index, agents)
        if fault is not None:
            yield fault


def _fault(pointer: str, element: etree._Element, index: Index, agents: _Agents) -> _Fault | None:
    target = index.target(pointer, element)
    if not target.is_local or target.fragment is None:
        return None
    found = index.ids.get(target.fragment)
    if found is None:
        if index.has_includes:
            return None
        hint = agents.likely(target.fragment) or f'no person, organisation or role has xml:id="{target.fragment}"'
        return _Fault(pointer, "points to an id that is not there", hint)
    if is_agent(found):
        return None
    owner = next((node for node in found.iterancestors() if is_agent(node) and node.get(XML_ID)), None)
    likely = f'did you mean "#{owner.get(XML_ID)}"?' if owner is not None else agents.likely(target.fragment)
    hint = likely or "expected a person, personGrp, persona, org or role"
    return _Fault(pointer, f'points to "{label(found)}", not to a person', hint)


def is_agent(element: etree._Element) -> bool:
    """Tell whether an element stands for somebody who can speak or act."""
    return local_name(str(element.tag)) in AGENTS


class _Agents:
    """The persons and the like of a document, and whom of them a wrong pointer may mean."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._hints: dict[str, str | None] = {}

    @cached_property
    def _words(self) -> dict[str, list[set[str]]]:
        """The id of each agent → the words of its id, and of each of its names."""
        agents = {str(node.get(XML_ID)): node for node in self._index.elements if is_agent(node) and node.get(XML_ID)}
        return {name: [_words(name), *map(_words, _names(node))] for name, node in agents.items()}

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self._words)

    def likely(self, name: str) -> str | None:
        """Return a hint: whose id or name has the same words, else whose name holds them, else the most like."""
        if name not in self._hints:
            if len(self._hints) >= MOST_LOOKUPS:
                return None
            self._hints[name] = self._by_words(_words(name)) or self._nearest.hint(name)
        return self._hints[name]

    def _by_words(self, words: set[str]) -> str | None:
        if not words:
            return None
        same = [agent for agent, known in self._words.items() if words in known]
        holding = [agent for agent, known in self._words.items() if any(words <= name for name in known)]
        for found in (same, holding):
            if len(found) == 1:
                return f'did you mean "#{found[0]}"?'
        return None


def _names(agent: etree._Element) -> Iterator[str]:
    for node in agent.iter(*_NAMES):
        yield "".join(map(str, node.itertext()))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
