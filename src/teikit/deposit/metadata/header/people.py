"""Who is responsible: authors, editors and all others, publishers, funders."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.deposit.metadata import codes
from teikit.deposit.metadata.header.names import HOLDERS, Name, entry_of, holders, name_of
from teikit.deposit.metadata.header.notes import Notes
from teikit.deposit.metadata.header.text import child, children, text_of, within
from teikit.deposit.metadata.model import Agent, Funder, Identifier, Role
from teikit.deposit.metadata.vocabularies.identifiers import identifier_in, identifier_of
from teikit.deposit.metadata.vocabularies.roles import ELEMENTS, marc_of
from teikit.xml import TEI, clark, local_name

if TYPE_CHECKING:
    from lxml import etree

_BY_THEMSELVES = ("author", "editor", "principal", "sponsor")
_GRANTS = ("grant", "award", "project", "funding", "contract", "förder", "projekt")


def agents(file_desc: etree._Element | None, notes: Notes) -> Iterator[Agent]:
    """Yield those whom `titleStmt` and `editionStmt` name, one for each name and role, in their order."""
    for statement in (child(file_desc, "titleStmt"), child(file_desc, "editionStmt")):
        for element in children(statement, *_BY_THEMSELVES, "respStmt"):
            if element.tag == clark(TEI, "respStmt"):
                yield from _of_statement(element, notes)
            else:
                yield from _by_itself(element, notes)


def publishers(statement: etree._Element | None, notes: Notes) -> Iterator[Agent]:
    """Yield the publishers; where there is none the authorities, or else the distributors."""
    for tag in ("publisher", "authority", "distributor"):
        found = [each for each in within(statement, tag) if text_of(each)]
        for element in found:
            role = Role(tag, tag, ELEMENTS.get(tag, ""))
            yield from (agent for holder in holders(element) for agent in _agent(holder, element, (role,), notes))
        if found:
            return


def funders(file_desc: etree._Element | None, notes: Notes) -> Iterator[Funder]:
    """Yield who paid, with the numbers of the grants."""
    for statement in (child(file_desc, "titleStmt"), child(file_desc, "editionStmt")):
        for element in children(statement, "funder"):
            names = [each for each in children(element, *HOLDERS) if each.get("type") != "project"]
            title = next((each for each in within(element, "title", "name") if _is_title(each)), None)
            for holder in names or [element]:
                for agent in _agent(holder, element, (), notes):
                    known = tuple(each for each in agent.identifiers if each.scheme != "local")
                    yield Funder(agent.name, agent.place, known, _grant(element), text_of(title))


def _is_title(element: etree._Element) -> bool:
    return element.tag == clark(TEI, "title") or element.get("type") == "project"


def _grant(funder: etree._Element) -> str:
    for element in within(funder, "idno", "num"):
        kind = (element.get("type") or "").casefold()
        is_grant = any(word in kind for word in _GRANTS) or (not kind and not identifier_in(text_of(element)))
        if is_grant and text_of(element):
            return text_of(element)
    return ""


def _by_itself(element: etree._Element, notes: Notes) -> Iterator[Agent]:
    tag = local_name(str(element.tag))
    words = " ".join((element.get("role") or tag).split())
    marc = (marc_of(words) if element.get("role") else "") or ELEMENTS[tag]
    for holder in holders(element):
        own = (holder.get("role") or "").strip() if holder is not element else ""
        role = Role(own, tag, marc_of(own)) if own else Role(words, tag, marc)
        yield from _agent(holder, element, (role,), notes)


def _of_statement(element: etree._Element, notes: Notes) -> Iterator[Agent]:
    """Yield the agents of a `respStmt`; where it mixes several, each has the responsibilities that stand beside it."""
    for responsibilities, named in _groups(element):
        roles = tuple(_role(each) for each in responsibilities) or (Role("", "respStmt"),)
        if not named:
            notes.tell(codes.NO_NAME, notes.locate(element), *_nobody(element))
        for holder in named:
            yield from _agent(holder, element, roles, notes)


def _groups(element: etree._Element) -> list[tuple[list[etree._Element], list[etree._Element]]]:
    groups: list[tuple[list[etree._Element], list[etree._Element]]] = [([], [])]
    order: list[str] = []
    for node in children(element, "resp", *HOLDERS):
        kind = "resp" if node.tag == clark(TEI, "resp") else "name"
        if order and kind == order[0] and order[-1] != kind:
            groups.append(([], []))
        order.append(kind)
        groups[-1][kind == "name"].append(node)
    return groups


def _role(resp: etree._Element) -> Role:
    pointer = (resp.get("ref") or resp.get("key") or "").strip()
    words = text_of(resp)
    return Role(words or pointer.rpartition("/")[2], "respStmt", marc_of(words, pointer))


def _agent(holder: etree._Element, outer: etree._Element, roles: tuple[Role, ...], notes: Notes) -> Iterator[Agent]:
    """Yield the agent that an element names; what its outer element says counts where that names one agent only."""
    is_alone = holder is outer or len(children(outer, *HOLDERS)) == 1
    name = name_of(holder)
    if holder is not outer and name.kind == "person" and is_alone and name_of(outer).kind == "organisation":
        name = Name(name.text if not name.given else f"{name.family}, {name.given}", kind="organisation")
    identifiers: list[Identifier] = []
    for element in (holder, outer) if is_alone and holder is not outer else (holder,):
        for entry, identifier in _pointed(element, notes):
            if entry is not None and (not name.text or (entry.given and name.text == entry.text)):
                name = entry
            if entry is not None and entry.kind == "organisation":
                name = Name(name.text, kind="organisation")
            identifiers += identifier
    place = notes.locate(holder)
    if not name.text:
        notes.tell(codes.NO_NAME, place, *_nobody(outer))
        return
    kind = "organisation" if any(each.scheme == "ror" for each in identifiers) else name.kind
    affiliation = text_of(next(within(holder if not is_alone else outer, "affiliation"), None))
    yield Agent(
        name.text,
        kind,
        roles,
        place,
        name.given,
        name.family,
        notes.sound(identifiers, holder),
        affiliation,
    )


def _pointed(element: etree._Element, notes: Notes) -> Iterator[tuple[Name | None, list[Identifier]]]:
    """Yield what the pointers and the `idno` of an element say: the entry's name, and identifiers."""
    for attribute in ("ref", "key", "sameAs"):
        for token in (element.get(attribute) or "").split():
            identifier = identifier_in(token)
            entry = None if identifier and identifier.scheme != "url" else notes.source.follow(token, element)
            if entry is not None and entry is not element:
                found = entry_of(entry)
                is_entry = local_name(str(entry.tag)) not in (*HOLDERS, "author", "editor", "respStmt")
                own = [Identifier("local", token.removeprefix("#"))] if is_entry and identifier is None else []
                yield found.name, [*found.identifiers, *own]
            elif identifier is not None:
                yield None, [identifier]
            elif attribute != "sameAs":
                yield None, [Identifier("local", token.removeprefix("#"))]
    for idno in within(element, "idno"):
        if local_name(str(element.tag)) == "funder" and any(
            word in (idno.get("type") or "grant").casefold() for word in _GRANTS
        ):
            continue
        value = identifier_of(idno.get("type") or "", text_of(idno, ("idno",)))
        if value is not None:
            yield None, [value]


def _nobody(element: etree._Element) -> tuple[str, str]:
    tag = local_name(str(element.tag))
    return f'"{tag}" names nobody', f"write the name into {tag}, or leave the element out"
