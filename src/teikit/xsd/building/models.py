"""Content models as automata: `xmlschema` steps through the particles of a model for each child, and TEI has hundreds.

An automaton only says yes, and which declaration each child has; where it does not, `xmlschema` goes through the same
children again and finds out what is wrong. It is made of RELAX NG's patterns, as far as a model is of elements only.
"""

from __future__ import annotations

from typing import Any

from xmlschema.validators import Xsd11Group, XsdElement, XsdGroup

from teikit.rng.automaton.derivatives import start_tag_open
from teikit.rng.automaton.name_classes import Name
from teikit.rng.automaton.patterns import Element, Pattern, Patterns

MOST_COUNTED = 20
"""Particles that are counted further than this have no automaton."""

MOST_PARTICLES = 5000
"""Nor have models of more particles."""

_XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


class NoAutomatonError(Exception):
    """A content model has wildcards, substitutes, or large numbers."""


class Model:
    """One content model."""

    def __init__(self, group: XsdGroup) -> None:
        self.table = Patterns()
        self.declarations: dict[Element, XsdElement] = {}
        self.left = MOST_PARTICLES
        self.start = self._pattern(group)
        self.moves: dict[Pattern, dict[str, tuple[XsdElement, Pattern] | None]] = {}

    def matched(self, parent: Any) -> list[tuple[Any, XsdElement]] | None:
        """Return the children of an element with their declarations; None where they are not as the model says."""
        state = self.start
        found = []
        for child in parent:
            if callable(child.tag):
                continue
            moves = self.moves.setdefault(state, {})
            tag = child.tag
            move = moves[tag] if tag in moves else moves.setdefault(tag, self._move(state, tag))
            if move is None or _XSI_TYPE in child.attrib:
                return None
            found.append((child, move[0]))
            state = move[1]
        return found if state.nullable else None

    def _move(self, state: Pattern, tag: str) -> tuple[XsdElement, Pattern] | None:
        ways = start_tag_open(self.table, state, tag)
        if len(ways) != 1:
            return None
        ((element, after),) = ways.items()
        return self.declarations[element], after

    def _pattern(self, particle: Any) -> Pattern:
        self.left -= 1
        if self.left < 0:
            raise NoAutomatonError
        if isinstance(particle, XsdGroup):
            if particle.open_content_mode != "none":
                raise NoAutomatonError
            one = self._group(particle)
        else:
            one = self._element(particle)
        return self._counted(one, particle.min_occurs, particle.max_occurs)

    def _element(self, particle: Any) -> Pattern:
        known = isinstance(particle, XsdElement) and particle.name and not particle.abstract
        if not known or particle.alternatives or next(particle.iter_substitutes(), None) is not None:
            raise NoAutomatonError
        element = self.table.element(len(self.declarations), Name(particle.name))
        self.declarations[element] = particle
        return element

    def _group(self, group: XsdGroup) -> Pattern:
        inner = [self._pattern(particle) for particle in group.content]
        if group.model == "choice":
            return self.table.choice(inner)
        if group.model == "all":
            return self.table.interleave(inner)
        whole: Pattern = self.table.empty
        for pattern in reversed(inner):
            whole = self.table.group(pattern, whole)
        return whole

    def _counted(self, one: Pattern, least: int, most: int | None) -> Pattern:
        if least > MOST_COUNTED or (most or 0) > MOST_COUNTED:
            raise NoAutomatonError
        table = self.table
        if most is None:
            rest = table.one_or_more(one)
            rest = rest if least else table.choice((rest, table.empty))
            required = least - 1
        else:
            rest = table.empty
            for _ in range(most - least):
                rest = table.choice((table.group(one, rest), table.empty))
            required = least
        for _ in range(required):
            rest = table.group(one, rest)
        return rest


class Models:
    """The automata of one schema, made as they are needed."""

    def __init__(self) -> None:
        self._known: dict[XsdGroup, Model | None] = {}

    def of(self, group: XsdGroup) -> Model | None:
        """Return the automaton of a content model, None where it has none."""
        if group not in self._known:
            try:
                self._known[group] = Model(group)
            except NoAutomatonError:
                self._known[group] = None
        return self._known[group]


def _read(group: XsdGroup, parent: Any, validation: str, context: Any) -> bool:
    """Have the children of an element read if they are as the model says; return whether they are."""
    models = getattr(context, "models", None)
    model = models.of(group) if models is not None else None
    if model is None or (not group.mixed and _has_text(parent)):
        return False
    matched = model.matched(parent)
    if matched is None:
        return False
    for child, declaration in matched:
        context.converter.set_xmlns_context(child, context.level)
        declaration.raw_decode(child, validation, context)
    return True


def _has_text(parent: Any) -> bool:
    text = parent.text
    return bool(text and text.strip()) or any(child.tail and child.tail.strip() for child in parent)


class Group10(XsdGroup):
    """A content model of version 1.0."""

    def raw_decode(self, obj: Any, validation: str, context: Any) -> Any:
        """Read the content of an element."""
        if _read(self, obj, validation, context):
            return None if len(obj) or obj.text is None else [(1, obj.text.strip())]
        return super().raw_decode(obj, validation, context)


class Group11(Xsd11Group):
    """A content model of version 1.1."""

    def raw_decode(self, obj: Any, validation: str, context: Any) -> Any:
        """Read the content of an element."""
        if _read(self, obj, validation, context):
            return None if len(obj) or obj.text is None else [(1, obj.text.strip())]
        return super().raw_decode(obj, validation, context)
