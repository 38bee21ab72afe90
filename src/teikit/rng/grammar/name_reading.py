"""Name classes of a schema (§4.8 to §4.10), and what they may not be (§4.16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teikit.rng import schema_codes as codes
from teikit.rng.automaton.name_classes import AnyName, Name, NameChoice, NameClass, NsName, either
from teikit.rng.syntax import Node
from teikit.xml.names import WHITE_SPACE

if TYPE_CHECKING:
    from teikit.rng.simplify import Simplifier

XMLNS = "http://www.w3.org/2000/xmlns"


def name_class_of(simplifier: Simplifier, node: Node, ns: str) -> tuple[NameClass, list[Node]]:
    """Return the name class of an `element` or `attribute`, and its patterns.

    §4.8: the attribute `name` is a `name` element; on `attribute` without `ns`, that is in no namespace.
    """
    written = node.attributes.get("name")
    if written is None:
        found, patterns = _name_class(simplifier, node.children[0], ns), node.children[1:]
    else:
        if node.kind == "attribute":
            ns = node.attributes.get("ns", "")
        found, patterns = qualified(simplifier, node, written, ns), node.children
    if node.kind == "attribute":
        constraints(simplifier, node, found)
    return found, patterns


def _name_class(simplifier: Simplifier, node: Node, ns: str) -> NameClass:
    """§4.9: `ns` is inherited by name classes, too."""
    ns = node.attributes.get("ns", ns)
    match node.kind:
        case "name":
            return qualified(simplifier, node, node.text.strip(WHITE_SPACE), ns)
        case "choice":
            return _choice(simplifier, node.children, ns) or Name("")
    exception = None
    for child in node.children:
        exception = _choice(simplifier, child.children, child.attributes.get("ns", ns))
        _wildcards(simplifier, node, child)
    return AnyName(exception) if node.kind == "anyName" else NsName(ns, exception)


def _choice(simplifier: Simplifier, nodes: list[Node], ns: str) -> NameClass | None:
    """§4.12: several name classes are a choice, nested as a balanced tree so that no list is too long for it."""
    if not nodes:
        return None
    level = [_name_class(simplifier, node, ns) for node in nodes]
    while len(level) > 1:
        pairs = [either(level[index], level[index + 1]) for index in range(0, len(level) - 1, 2)]
        level = [*pairs, *level[len(pairs) * 2 :]]
    return level[0]


def qualified(simplifier: Simplifier, node: Node, written: str, ns: str) -> Name:
    """§4.10: the prefix of a name is bound where it stands; a name without one is in the namespace `ns`."""
    prefix, colon, local = written.rpartition(":")
    if colon:
        uri = node.prefixes.get(prefix)
        if uri is None:
            message = f"the prefix “{prefix}” of “{written}” is not declared"
            hint = f'declare it: xmlns:{prefix}="…"; in the compact syntax: namespace {prefix} = "…"'
            simplifier.fault(codes.UNBOUND_PREFIX, node, message, hint)
            return Name(local)
        ns = uri
    return Name(f"{ns} {local}" if ns else local)


def _wildcards(simplifier: Simplifier, node: Node, exception: Node) -> None:
    """§4.16: no `anyName` in the exception of a wildcard, nor `nsName` in that of an `nsName`."""
    for each in exception.iter():
        if each.kind == "anyName" or (each.kind == "nsName" and node.kind == "nsName"):
            message = f"“{each.kind}” is not allowed in the exception of “{node.kind}”"
            simplifier.fault(codes.WILDCARD_IN_EXCEPT, each, message, "list the names, or turn the exception round")


def constraints(simplifier: Simplifier, node: Node, name_class: NameClass) -> None:
    """§4.16: an attribute is not called `xmlns`, nor in the namespace of namespace declarations."""
    for each in _all(name_class):
        if each == Name("xmlns"):
            message = "an attribute cannot be called “xmlns”: that declares a namespace"
        elif _namespace(each) == XMLNS:
            message = f"an attribute cannot be in the namespace {XMLNS}"
        else:
            continue
        simplifier.fault(
            codes.XMLNS_ATTRIBUTE, node, message, "leave it out: validators do not see declarations as attributes"
        )
        return


def _namespace(name_class: NameClass) -> str:
    match name_class:
        case Name(name):
            return name.rpartition(" ")[0]
        case NsName(namespace):
            return namespace
    return ""


def _all(name_class: NameClass) -> list[NameClass]:
    match name_class:
        case NameChoice(left, right):
            return [*_all(left), *_all(right)]
        case AnyName(exception) | NsName(_, exception) if exception is not None:
            return [name_class, *_all(exception)]
    return [name_class]
