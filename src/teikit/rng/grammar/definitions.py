"""Grammars and their definitions (§4.17 to §4.21): combining, resolving, and taking out what has no effect."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from teikit.diagnostics import Code, Diagnostic, Related
from teikit.rng import schema_codes as codes
from teikit.rng.grammar.simple import Simple
from teikit.rng.syntax import Node

_NEW, _OPEN, _DONE = range(3)


class Definition:
    """All that defines one name of a grammar, or its start (which has the name '')."""

    __slots__ = ("name", "parts", "pattern", "references", "scope", "state")

    def __init__(self, name: str, scope: Scope) -> None:
        self.name = name
        self.scope = scope
        self.parts: list[tuple[Node, Simple]] = []
        self.references: list[Node] = []
        self.pattern: Simple | None = None
        self.state = _NEW


class Scope:
    """The names of one grammar."""

    def __init__(self, node: Node, parent: Scope | None) -> None:
        self.node = node
        self.parent = parent
        self._definitions: dict[str, Definition] = {}

    @property
    def start(self) -> Definition:
        """The start of the grammar."""
        return self.definition("")

    def definition(self, name: str) -> Definition:
        """Return what a name means here; it need not be defined yet."""
        found = self._definitions.get(name)
        if found is None:
            found = self._definitions[name] = Definition(name, self)
        return found

    def definitions(self) -> list[Definition]:
        """Return all names that were defined or referred to."""
        return list(self._definitions.values())

    def defined(self) -> list[str]:
        """Return the names that have a definition."""
        return [each.name for each in self._definitions.values() if each.parts and each.name]


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Return a hint at the nearest name, if one is near."""
    found = difflib.get_close_matches(name, [each for each in known if each], 1, 0.6)
    return f"did you mean “{found[0]}”?" if found else None


class Resolver:
    """§4.17 to §4.19 for all grammars of a schema."""

    def __init__(self, faults: list[Diagnostic]) -> None:
        self.faults = faults
        self._elements: list[Simple] = []
        self._met: set[int] = set()
        self._known: dict[int, tuple[Simple, Simple]] = {}

    def fault(
        self, code: Code, node: Node, message: str, hint: str | None = None, related: tuple[Related, ...] = ()
    ) -> None:
        """Report what is wrong with a node."""
        length = len(node.kind) + 1
        self.faults.append(Diagnostic.of(code, node.location, message, hint=hint, related=related, length=length))

    def combine(self, scope: Scope) -> None:
        """§4.17: parts of a definition are combined as they say; §4.18: all that is referred to exists."""
        for definition in scope.definitions():
            if not definition.parts:
                self._missing(scope, definition)
                definition.pattern = Simple("notAllowed", scope.node, [])
                continue
            kind = self._combined_by(definition) if len(definition.parts) > 1 else "choice"
            members = [simple for _, simple in definition.parts]
            definition.pattern = members[0] if len(members) == 1 else Simple(kind, definition.parts[0][0], members)
        if not scope.start.parts:
            message = "the grammar has no start, so that no document can be valid"
            hint = 'add <start><ref name="…"/></start> for the root element'
            self.fault(codes.MISSING_START, scope.node, message, hint)
            scope.start.pattern = Simple("notAllowed", scope.node, [])

    def _missing(self, scope: Scope, definition: Definition) -> None:
        for node in definition.references:
            hint = did_you_mean(definition.name, scope.defined()) or f"add a “define” with the name “{definition.name}”"
            self.fault(codes.MISSING_DEFINE, node, f"nothing defines “{definition.name}”", hint)

    def _combined_by(self, definition: Definition) -> str:
        what = f"“{definition.name}”" if definition.name else "the start"
        plain = [node for node, _ in definition.parts if "combine" not in node.attributes]
        said = [node for node, _ in definition.parts if "combine" in node.attributes]
        for node in plain[1:]:
            hint = 'say combine="choice" or combine="interleave" on all but one, or remove one'
            related = (Related(plain[0].location, "the first definition"),)
            self.fault(
                codes.DUPLICATE_DEFINE, node, f"{what} is defined more than once without “combine”", hint, related
            )
        kind = said[0].attributes["combine"] if said else "choice"
        for node in said:
            if node.attributes["combine"] != kind:
                message = f"{what} is combined by “{node.attributes['combine']}” here and by “{kind}” elsewhere"
                related = (Related(said[0].location, f"combined by “{kind}”"),)
                self.fault(codes.CONFLICTING_COMBINE, node, message, "say the same everywhere", related)
        return kind

    def resolve(self, start: Simple) -> Simple:
        """§4.19: put definitions in the place of references; only what is reachable is looked at."""
        root = self._expand(start)
        while self._elements:
            element = self._elements.pop()
            element.children = [self._expand(child) for child in element.children]
        return root

    def _expand(self, simple: Simple) -> Simple:
        if simple.kind == "ref":
            return self._target(simple)
        if simple.kind == "element":
            if id(simple) not in self._met:
                self._met.add(id(simple))
                self._elements.append(simple)
            return simple
        if not simple.children:
            return simple
        known = self._known.get(id(simple))
        if known is not None:
            return known[1]
        children = []
        for child in simple.children:
            children.append(self._expand(child))
        result = simple.with_children(children)
        self._known[id(simple)] = (simple, result)
        return result

    def _target(self, simple: Simple) -> Simple:
        definition = simple.target
        if definition is None or definition.pattern is None:
            return Simple("notAllowed", simple.node, [])
        if definition.state == _OPEN:
            what = f"“{definition.name}”" if definition.name else "the start"
            message = f"{what} refers to itself without an element in between"
            self.fault(codes.RECURSIVE_DEFINE, simple.node, message, "put an “element” around the reference")
            return Simple("notAllowed", simple.node, [])
        if definition.state == _NEW:
            definition.state = _OPEN
            definition.pattern = self._expand(definition.pattern)
            definition.state = _DONE
        return definition.pattern


class Pruner:
    """§4.20 and §4.21, element by element, each shared pattern once."""

    def __init__(self) -> None:
        self._known: dict[int, Simple] = {}
        self._kept: list[Simple] = []
        self._elements: list[Simple] = []

    def prune(self, start: Simple) -> Simple:
        """Return the pattern without what has no effect; the contents of elements are changed in place."""
        root = self._pruned(start)
        while self._elements:
            element = self._elements.pop()
            element.children = [self._pruned(element.children[0])]
        return root

    def _pruned(self, simple: Simple) -> Simple:
        if simple.kind == "element":
            if id(simple) not in self._known:
                self._known[id(simple)] = simple
                self._kept.append(simple)
                self._elements.append(simple)
            return simple
        if not simple.children:
            return simple
        found = self._known.get(id(simple))
        if found is None:
            children = []
            for child in simple.children:
                children.append(self._pruned(child))
            found = self._known[id(simple)] = empty(not_allowed(simple, children))
            self._kept.append(simple)
        return found


def not_allowed(simple: Simple, children: list[Simple]) -> Simple:
    """§4.20: `notAllowed` makes all but a choice `notAllowed`; as an exception it excepts nothing."""
    left = [child for child in children if child.kind != "notAllowed"]
    if len(left) == len(children):
        return simple.with_children(children)
    if simple.kind == "data":
        return simple.with_children([])
    if simple.kind == "choice" and left:
        return left[0] if len(left) == 1 else simple.with_children(left)
    return Simple("notAllowed", simple.node, [])


def empty(simple: Simple) -> Simple:
    """§4.21: `empty` has no effect in a group or interleave; choices and repetitions of it are `empty`."""
    if simple.kind not in ("group", "interleave", "choice", "oneOrMore"):
        return simple
    left = [child for child in simple.children if child.kind != "empty"]
    if len(left) == len(simple.children):
        return simple
    if not left:
        return Simple("empty", simple.node, [])
    if simple.kind == "choice":
        return simple.with_children([Simple("empty", simple.node, []), *left])
    return left[0] if len(left) == 1 else simple.with_children(left)
