"""Which of the agents, places, funders and the like that several headers name are the same."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from teikit.deposit.metadata import codes
from teikit.deposit.metadata.model import Agent, Funder, Identifier, Language, Place, Role, Scheme
from teikit.diagnostics import Diagnostic, Related
from teikit.project.entries import words

_T = TypeVar("_T")
_ONE_EACH: tuple[Scheme, ...] = ("orcid", "gnd", "viaf", "wikidata", "isni", "ror", "local")
_MOST_NAMESAKES = 100
_FIRST = ("creator", "author", "editor", "principal")


def agents(named: Iterable[Agent]) -> tuple[tuple[Agent, ...], list[Diagnostic]]:
    """Return each agent once, with all roles, and those whose identifier stands for two names.

    Two are one if they share an identifier; else if their names have the same words and their identifiers do not
    contradict each other. The first name stays, unless a later one tells given and family name apart. Authors come
    first, then editors, then principals, then the others, in the order in which the headers name them.
    """
    united: list[Agent] = []
    by_identifier: dict[Identifier, int] = {}
    by_words: dict[frozenset[str], list[int]] = {}
    found: list[Diagnostic] = []
    for agent in named:
        key = words(agent.name) or frozenset([agent.name])
        at = _same(agent, key, united, by_identifier, by_words, found)
        if at is None:
            at = len(united)
            united.append(agent)
            by_words.setdefault(key, []).append(at)
        else:
            united[at] = _joined(united[at], agent)
        for identifier in agent.identifiers:
            by_identifier.setdefault(identifier, at)
    return tuple(sorted(united, key=_rank)), found


def _same(
    agent: Agent,
    key: frozenset[str],
    united: Sequence[Agent],
    by_identifier: dict[Identifier, int],
    by_words: dict[frozenset[str], list[int]],
    found: list[Diagnostic],
) -> int | None:
    for identifier in agent.identifiers:
        at = by_identifier.get(identifier)
        if at is None:
            continue
        other = united[at]
        if words(other.name) & key or other.name == agent.name:
            return at
        if identifier.scheme in ("local", "url"):
            # What only the project understands may be an id that two documents use for themselves.
            continue
        if not _in_one_script(other.name, agent.name):
            return at
        message = f'"{agent.name}" has the identifier of "{other.name}": {identifier.uri}'
        related = (Related(other.place, f'"{other.name}" has it here'),)
        hint = "give each person the own identifier, or write the name in one way"
        found.append(Diagnostic.of(codes.ONE_FOR_TWO, agent.place, message, hint=hint, related=related))
        return at
    namesakes = by_words.get(key, ())[:_MOST_NAMESAKES]
    return next((at for at in namesakes if not _contradict(united[at], agent)), None)


def _in_one_script(one: str, other: str) -> bool:
    """Tell whether two names have letters of a common script; `李世中` is no contradiction to `Li Shizhong`."""
    scripts = [
        {unicodedata.name(sign, "").partition(" ")[0] for sign in name if sign.isalpha()} for name in (one, other)
    ]
    return bool(scripts[0] & scripts[1])


def _contradict(one: Agent, other: Agent) -> bool:
    return any(
        (mine := one.identifier(scheme)) and (its := other.identifier(scheme)) and mine != its for scheme in _ONE_EACH
    )


def _joined(one: Agent, other: Agent) -> Agent:
    named = other if other.family and not one.family and one.kind == other.kind == "person" else one
    roles: dict[tuple[str, str], Role] = {}
    for role in (*one.roles, *other.roles):
        roles.setdefault((role.words.casefold(), role.element), role)
    return one._replace(
        name=named.name,
        given=named.given,
        family=named.family,
        roles=tuple(roles.values()),
        identifiers=tuple(dict.fromkeys((*one.identifiers, *other.identifiers))),
        affiliation=one.affiliation or other.affiliation,
    )


def _rank(agent: Agent) -> int:
    ranks = [_FIRST.index(role.element) for role in agent.roles if role.element in _FIRST]
    return min(ranks, default=len(_FIRST))


def places(named: Iterable[Place]) -> tuple[Place, ...]:
    """Return each place once: by an identifier, or else by its name; coordinates and identifiers are added."""
    united: list[Place] = []
    known: dict[Identifier | str, int] = {}
    for place in named:
        keys: list[Identifier | str] = [*place.identifiers, place.name.casefold()]
        at = next((known[key] for key in keys if key in known), None)
        if at is None:
            at = len(united)
            united.append(place)
        else:
            one = united[at]
            united[at] = one._replace(
                identifiers=tuple(dict.fromkeys((*one.identifiers, *place.identifiers))),
                latitude=place.latitude if one.latitude is None else one.latitude,
                longitude=place.longitude if one.longitude is None else one.longitude,
            )
        for key in keys:
            known.setdefault(key, at)
    return tuple(united)


def funders(named: Iterable[Funder]) -> tuple[Funder, ...]:
    """Return each funder once for each grant: by an identifier, or else by the words of the name."""
    united: list[Funder] = []
    known: dict[Identifier | frozenset[str], list[int]] = {}
    for funder in named:
        keys: list[Identifier | frozenset[str]] = [*funder.identifiers, words(funder.name)]
        candidates = dict.fromkeys(at for key in keys for at in known.get(key, ())[:_MOST_NAMESAKES])
        at = next((at for at in candidates if _is_one_grant(united[at], funder)), None)
        if at is None:
            at = len(united)
            united.append(funder)
        else:
            one = united[at]
            united[at] = one._replace(
                identifiers=tuple(dict.fromkeys((*one.identifiers, *funder.identifiers))),
                grant=one.grant or funder.grant,
                title=one.title or funder.title,
            )
        for key in keys:
            if at not in (places := known.setdefault(key, [])):
                places.append(at)
    return tuple(united)


def _is_one_grant(one: Funder, other: Funder) -> bool:
    return one.grant == other.grant or not one.grant or not other.grant


def languages(of_each: Sequence[Sequence[Language]]) -> tuple[Language, ...]:
    """Return each language once, those of most documents first; `of_each` are the languages of each document."""
    counted: Counter[str] = Counter()
    first: dict[str, Language] = {}
    for found in of_each:
        for language in found:
            first.setdefault(language.tag.casefold(), language)
        counted.update({language.tag.casefold() for language in found})
    order = {tag: at for at, tag in enumerate(first)}
    return tuple(first[tag] for tag in sorted(first, key=lambda tag: (-counted[tag], order[tag])))


def common(of_each: Sequence[Iterable[_T]]) -> Iterator[_T]:
    """Yield what is in every one of some groups, in the order of the first."""
    groups = [list(group) for group in of_each]
    for each in groups[0] if groups else ():
        if all(each in group for group in groups[1:]):
            yield each
