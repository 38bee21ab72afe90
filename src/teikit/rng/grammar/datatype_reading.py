"""`data` and `value`: their datatypes, parameters and values (§4.16: types are known, parameters and values fit)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teikit.rng import schema_codes as codes
from teikit.rng.automaton.derivatives import Context
from teikit.rng.grammar.simple import Simple
from teikit.rng.syntax import Node

if TYPE_CHECKING:
    from teikit.rng.grammar.definitions import Scope
    from teikit.rng.simplify import Simplifier


def data(simplifier: Simplifier, node: Node, ns: str, scope: Scope | None) -> Simple:
    """Return the pattern of a `data` element."""
    from teikit.rng.datatypes import DatatypeError, datatype

    parameters = [child for child in node.children if child.kind == "param"]
    simple = Simple("data", node, [])
    for child in node.children:
        if child.kind == "except":
            members = simplifier.members(child, child.children, child.attributes.get("ns", ns), scope)
            simple.children = [members[0] if len(members) == 1 else Simple("choice", child, members)]
    given = tuple((child.attributes["name"], child.text) for child in parameters)
    try:
        simple.datatype = datatype(node.library, node.attributes["type"], given, names=simplifier.files.names)
    except DatatypeError as error:
        _fault(simplifier, node, error, parameters)
        return Simple("notAllowed", node, [])
    return simple


def _fault(simplifier: Simplifier, node: Node, error: Exception, parameters: list[Node]) -> None:
    """Point at the parameter that is at fault, or at the type."""
    name = getattr(error, "parameter", None)
    at = next((child for child in parameters if child.attributes["name"] == name), None)
    code = codes.UNKNOWN_DATATYPE if name is None else codes.INVALID_PARAMETER
    hint = "check the name of the type, and the datatypeLibrary that is in force here" if name is None else None
    simplifier.fault(code, at or node, str(error), hint)


def value(simplifier: Simplifier, node: Node, ns: str) -> Simple:
    """Return the pattern of a `value` element. §4.9: names in it without a prefix are in the namespace `ns`."""
    from teikit.rng.datatypes import DatatypeError, datatype

    simple = Simple("value", node, [])
    simple.text = node.text
    simple.prefixes = {**node.prefixes, "": ns}
    name = node.attributes["type"]
    try:
        simple.datatype = datatype(node.library, name, (), names=simplifier.files.names)
    except DatatypeError as error:
        _fault(simplifier, node, error, [])
        return Simple("notAllowed", node, [])
    try:
        simple.datatype.parse(node.text, Context(simple.prefixes))
    except ValueError as error:
        shown = " ".join(node.text.split())[:60]
        hint = str(error) or f"write a value of the type “{name}”"
        simplifier.fault(codes.INVALID_VALUE, node, f"“{shown}” is not a value of the type “{name}”", hint)
    return simple
