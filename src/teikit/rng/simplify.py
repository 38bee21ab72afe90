"""Simplification of a schema (§4.6 to §4.15): from the full syntax to the simple one, one function for each section.

§4.1 (annotations) is done by the readers, which keep them apart; §4.2 (white space) by `syntax.shape`; §4.3 to §4.5
by `schema_files`, since they go by file; §4.8 to §4.10 and §4.16 by `name_reading`; §4.17 to §4.21 by `definitions`.
Choices, groups and interleaves keep any number of members, instead of pairs nested to the left (§4.12): the
restrictions mean the same for both.
"""

from __future__ import annotations

import os

from teikit.diagnostics import Code
from teikit.rng import schema_codes as codes
from teikit.rng.grammar.datatype_reading import data, value
from teikit.rng.grammar.definitions import Scope, did_you_mean
from teikit.rng.grammar.name_reading import name_class_of
from teikit.rng.grammar.schema_files import Files
from teikit.rng.grammar.simple import Simple
from teikit.rng.syntax import Node, documentation, documentation_after

_ALIKE = frozenset(("empty", "notAllowed", "text"))
_MANY = frozenset(("choice", "group", "interleave"))


class Simplifier:
    """Simplifies the patterns of one schema. `scopes` are all grammars that were met, in their order."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.scopes: list[Scope] = []
        self._external: dict[tuple[str, str, int], Simple] = {}
        self.open_files: tuple[str, ...] = ()
        self.overrides: list[Overrides] = []

    def fault(self, code: Code, node: Node, message: str, hint: str | None = None) -> None:
        """Report what is wrong with a node."""
        self.files.fault(code, node, message, hint)

    def schema(self, path: str) -> Simple | None:
        """Return the pattern of the schema in a file, or None where there is nothing to go on with."""
        root = self.files.first(path)
        if root is None:
            return None
        self.open_files = (os.path.realpath(path),)
        return self.pattern(root, "", None)

    def pattern(self, node: Node, ns: str, scope: Scope | None) -> Simple:
        """Return a pattern in the simple syntax. `ns` is inherited (§4.9)."""
        ns = node.attributes.get("ns", ns)
        if node.kind in _ALIKE:
            return Simple(node.kind, node, [])
        match node.kind:
            case "ref" | "parentRef":
                return self._ref(node, scope)
            case "element" | "attribute":
                return self._named(node, ns, scope)
            case "data":
                return data(self, node, ns, scope)
            case "value":
                return value(self, node, ns)
            case "externalRef":
                return external_ref(self, node, ns, scope)
            case "grammar":
                return self.grammar(node, ns, scope)
        return self._compound(node, self.members(node, node.children, ns, scope))

    def _compound(self, node: Node, members: list[Simple]) -> Simple:
        match node.kind:
            case "mixed":
                return mixed(node, members)
            case "optional":
                return optional(node, members)
            case "zeroOrMore":
                return zero_or_more(node, members)
            case "oneOrMore" | "list":
                return Simple(node.kind, node, [one(node, members)])
        return one(node, members, node.kind)

    def members(self, parent: Node, children: list[Node], ns: str, scope: Scope | None) -> list[Simple]:
        """Return the patterns inside another."""
        found = []
        skipped = len(parent.children) - len(children)
        for index, child in enumerate(children):
            simple = self.pattern(child, ns, scope)
            if child.kind == "value" and parent.notes:
                simple.documentation = documentation_after(parent, index + skipped)
            found.append(simple)
        return found

    def _named(self, node: Node, ns: str, scope: Scope | None) -> Simple:
        """`element` and `attribute`: a name class (§4.8), then one pattern (§4.12), by default text."""
        name_class, children = name_class_of(self, node, ns)
        members = self.members(node, children, ns, scope)
        if not members:
            members = [Simple("text", node, [])]
        simple = Simple(node.kind, node, [one(node, members)])
        simple.name_class = name_class
        if node.notes:
            simple.documentation = documentation(node)
        return simple

    def _ref(self, node: Node, scope: Scope | None) -> Simple:
        name = node.attributes["name"]
        if scope is not None and node.kind == "parentRef":
            scope = scope.parent
        if scope is None:
            message = f"“{node.kind}” to “{name}” stands outside of a grammar"
            if node.kind == "parentRef":
                message = f"there is no grammar around this one in which “{name}” could be defined"
            self.fault(codes.REF_OUTSIDE_GRAMMAR, node, message, "put it into “grammar”, with a “define”")
            return Simple("notAllowed", node, [])
        definition = scope.definition(name)
        definition.references.append(node)
        simple = Simple("ref", node, [])
        simple.target = definition
        return simple

    def grammar(self, node: Node, ns: str, parent: Scope | None) -> Simple:
        """§4.18: a grammar is its start; its definitions live in a scope of their own."""
        scope = Scope(node, parent)
        self.scopes.append(scope)
        before, self.overrides = self.overrides, []
        self.components(node, ns, scope)
        self.overrides = before
        simple = Simple("ref", node, [])
        simple.target = scope.start
        return simple

    def components(self, node: Node, ns: str, scope: Scope) -> None:
        """Put the components of a grammar into its scope. §4.11: what is in a `div` is as if it stood outside."""
        for child in node.children:
            inner = child.attributes.get("ns", ns)
            if child.kind == "div":
                self.components(child, inner, scope)
            elif child.kind == "include":
                include(self, child, inner, scope)
            else:
                self._define(child, inner, scope)

    def _define(self, node: Node, ns: str, scope: Scope) -> None:
        name = _key(node)
        for overrides in reversed(self.overrides):
            overrides.met.add(name)
            if name in overrides.names:
                return
        definition = scope.definition(name)
        simple = one(node, self.members(node, node.children, ns, scope))
        if node.notes and not simple.documentation and simple.kind in ("element", "attribute"):
            simple.documentation = documentation(node)
        definition.parts.append((node, simple))


class Overrides:
    """What the body of an `include` defines anew, and all names that were met in the included grammar."""

    def __init__(self, names: set[str]) -> None:
        self.names = names
        self.met: set[str] = set()


def one(node: Node, members: list[Simple], kind: str = "group") -> Simple:
    """§4.12: several patterns where one is wanted are a group; a choice, group or interleave of one is that one."""
    return members[0] if len(members) == 1 else Simple(kind, node, members)


def mixed(node: Node, members: list[Simple]) -> Simple:
    """§4.13: `mixed` is an interleave with text."""
    return Simple("interleave", node, [one(node, members), Simple("text", node, [])])


def optional(node: Node, members: list[Simple]) -> Simple:
    """§4.14: `optional` is a choice with empty."""
    return Simple("choice", node, [one(node, members), Simple("empty", node, [])])


def zero_or_more(node: Node, members: list[Simple]) -> Simple:
    """§4.15: `zeroOrMore` is a choice of oneOrMore and empty."""
    return Simple("choice", node, [Simple("oneOrMore", node, [one(node, members)]), Simple("empty", node, [])])


def external_ref(simplifier: Simplifier, node: Node, ns: str, scope: Scope | None) -> Simple:
    """§4.6: `externalRef` is the pattern of another file, which takes over `ns` where it has none of its own."""
    key = (node.attributes["href"], ns, id(scope))
    known = simplifier._external.get(key)
    path = os.path.realpath(node.attributes["href"])
    if known is not None and path not in simplifier.open_files:
        return known
    root = simplifier.files.referred(node, simplifier.open_files)
    if root is None:
        return Simple("notAllowed", node, [])
    before = simplifier.open_files
    simplifier.open_files = (*before, path)
    simple = simplifier._external[key] = simplifier.pattern(root, ns, scope)
    simplifier.open_files = before
    return simple


def include(simplifier: Simplifier, node: Node, ns: str, scope: Scope) -> None:
    """§4.7: `include` is a div with the components of another grammar, without those that it overrides, and its own."""
    root = simplifier.files.referred(node, simplifier.open_files)
    if root is not None and root.kind != "grammar":
        message = f"“{node.attributes['href']}” is not a grammar: its root is “{root.kind}”"
        simplifier.fault(
            codes.INCLUDE_NOT_A_GRAMMAR, node, message, "use “externalRef” for a pattern that is not a grammar"
        )
        root = None
    if root is not None:
        before = simplifier.open_files
        simplifier.open_files = (*before, os.path.realpath(node.attributes["href"]))
        own = _flat(node)
        overrides = Overrides({_key(each) for each in own})
        simplifier.overrides.append(overrides)
        simplifier.components(root, root.attributes.get("ns", ns), scope)
        simplifier.overrides.pop()
        simplifier.open_files = before
        for each in own:
            if _key(each) not in overrides.met:
                what = f"“{_key(each)}”" if _key(each) else "“start”"
                message = f"{what} is not in “{node.attributes['href']}”, so that it cannot be overridden"
                hint = did_you_mean(_key(each), overrides.met) or "move it out of “include”"
                simplifier.fault(codes.OVERRIDE_OF_NOTHING, each, message, hint)
    simplifier.components(node, ns, scope)


def _flat(node: Node) -> list[Node]:
    """Return the definitions inside an `include`, those in divs too."""
    return [each for child in node.children for each in (_flat(child) if child.kind == "div" else [child])]


def _key(node: Node) -> str:
    return "" if node.kind == "start" else node.attributes["name"]
