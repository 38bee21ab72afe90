"""Content models as particles of XSD: sequences, choices, elements, and the classes of the ODD as groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lxml import etree

from teikit.odd.to_xsd.content.automaton import Automaton
from teikit.odd.to_xsd.content.content import ANY
from teikit.odd.to_xsd.content.expression import Either, Letters, Particle, Series, Times
from teikit.odd.to_xsd.simple import xs

if TYPE_CHECKING:
    from teikit.odd.to_xsd.content.content import Content

_WRITTEN_OUT = 8
"""Up to here, exact numbers are written out: libxml2 takes a counted particle and a later one alike for ambiguous."""

Declare = Callable[[str], etree._Element]
"""From the name of a child to the particle that declares it."""


class Particles:
    """Writes the particles of one content model.

    `groups` are the names of the classes whose members may be written as one group; `declare` makes the declaration of
    one child, `refer` the reference to a group, `anything` a wildcard.
    """

    def __init__(
        self,
        groups: Mapping[str, frozenset[str]],
        declare: Declare,
        refer: Declare,
        anything: Callable[[], etree._Element],
    ) -> None:
        self.groups = groups
        self.declare = declare
        self.refer = refer
        self.anything = anything

    def model(self, particle: Particle) -> etree._Element:
        """Return the top of a content model, which is a group of some kind."""
        made = self.of(particle)
        return made if etree.QName(made).localname in ("sequence", "choice") else xs("sequence", made)

    def of(self, particle: Particle) -> etree._Element:
        """Return a particle."""
        match particle:
            case Letters(symbols=symbols):
                return self.choice(symbols)
            case Times(part=part, least=least, most=most) if least == most and 1 < least <= _WRITTEN_OUT:
                return xs("sequence", *(self.of(part) for _ in range(least)))
            case Times(part=part, least=least, most=most):
                made = self.of(part)
                if made.get("minOccurs") or made.get("maxOccurs"):
                    made = xs("sequence", made)
                if least != 1:
                    made.set("minOccurs", str(least))
                if most != 1:
                    made.set("maxOccurs", "unbounded" if most is None else str(most))
                return made
            case Series(parts=parts):
                return xs("sequence", *map(self.of, parts))
            case Either(parts=parts):
                return xs("choice", *map(self.of, parts))

    def choice(self, symbols: frozenset[str]) -> etree._Element:
        """Return one child out of some: by groups as far as they go, then one by one."""
        covered, left = cover(symbols, self.groups)
        made = [self.refer(name) for name in covered]
        made.extend(self.anything() if symbol == ANY else self.declare(symbol) for symbol in sorted(left))
        return made[0] if len(made) == 1 else xs("choice", *made)


def cover(symbols: frozenset[str], groups: Mapping[str, frozenset[str]]) -> tuple[list[str], frozenset[str]]:
    """Return groups without a common member that are in a set, the largest first, and what is left of it."""
    found = []
    left = symbols
    for name, members in groups.items():
        if len(members) > 1 and members <= left:
            found.append(name)
            left -= members
            if len(left) < 2:
                break
    return found, left


def anything_goes(content: Content) -> Particle:
    """Return the widest model: all children of the content, in any order and number."""
    symbols = set(content.keys)
    if content.wildcards:
        symbols.add(ANY)
    return Times(Letters(frozenset(symbols)), 0, None)


def in_any_order(parts: tuple[Automaton, ...]) -> list[tuple[str, int, int | None]] | None:
    """Return the children of an `xs:all`, with how often each may come; None where the parts are not such children."""
    found = []
    for part in parts:
        symbols = part.symbols
        if len(symbols) != 1 or any(symbol == ANY for symbol in symbols):
            return None
        symbol = next(iter(symbols))
        states = len(part.moves)
        loops = [state for state, moves in enumerate(part.moves) if moves.get(symbol) == state]
        least = min(part.final)
        if len(part.final) != states - least:
            return None
        found.append((symbol, least, None if loops else states - 1))
    return found
