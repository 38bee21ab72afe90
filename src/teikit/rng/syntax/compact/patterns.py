"""Patterns and name classes of the compact syntax (RELAX NG Compact Syntax, §3)."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from teikit.rng.syntax.compact.annotations import Annotations, Reading, annotation_element, lead_annotations
from teikit.rng.syntax.compact.lexer import CompactError, Token
from teikit.rng.syntax.node import Comment, Foreign, Node

_OPERATORS = {",": "group", "|": "choice", "&": "interleave"}
_QUANTIFIERS = {"?": "optional", "*": "zeroOrMore", "+": "oneOrMore"}
_FLAT = frozenset(("element", "list", "mixed", "optional", "zeroOrMore", "oneOrMore", "define"))


class Parsed(NamedTuple):
    """A pattern or name class with what belongs beside it in its parent: comments before it, annotations after it.

    `closed` says that it stood in parentheses.
    """

    node: Node
    before: tuple[str, ...] = ()
    after: tuple[Foreign, ...] = ()
    closed: bool = False


class Components(Protocol):
    """What a pattern `grammar { … }` needs of the parser of components."""

    def components(self, parent: Node, within: str) -> None:
        """Read components up to the brace."""


def adopt(parent: Node, parsed: Parsed, *, flat: bool = False) -> None:
    """Put a pattern into its parent; with `flat`, a group (in `except`: a choice) gives way to its members, which are
    the same there, unless it has annotations of its own.
    """
    node = parsed.node
    for comment in parsed.before:
        parent.note(Comment(comment))
    if (
        flat
        and node.kind == ("choice" if parent.kind == "except" else "group")
        and not node.foreign
        and not parsed.after
    ):
        notes = list(node.notes or ())
        if not any(note.after == 0 and isinstance(note.what, Foreign) for note in notes):
            offset = len(parent.children)
            parent.children.extend(node.children)
            if notes:
                parent.notes = [*(parent.notes or ()), *(note._replace(after=note.after + offset) for note in notes)]
            return
    parent.children.append(node)
    for element in parsed.after:
        parent.note(element)


def pattern(parser: Components, reading: Reading, *, inside_except: bool = False) -> Parsed:
    """Read a pattern: particles joined by one kind of operator."""
    first = particle(parser, reading, inside_except=inside_except)
    if not reading.is_mark(*_OPERATORS):
        return first
    operator = reading.next.text
    _beside_others(first)
    place = first.node
    whole = Node(_OPERATORS[operator], {}, place.place, place.prefixes)
    adopt(whole, first._replace(before=()))
    while reading.is_mark(operator):
        reading.take()
        adopt(whole, _beside_others(particle(parser, reading, inside_except=inside_except)))
    if reading.is_mark(*_OPERATORS):
        token = reading.next
        raise CompactError(
            f"“{operator}” and “{token.text}” are mixed", token.line, token.column, "put parentheses around one of them"
        )
    return Parsed(whole, first.before)


def _beside_others(parsed: Parsed) -> Parsed:
    """Return what stands beside others, or is repeated or excepted: a `-` in it needs parentheses."""
    if not parsed.closed and any(child.kind == "except" for child in parsed.node.children):
        place = parsed.node
        hint = "put parentheses around “-” with what stands before and after it"
        raise CompactError("“-” cannot stand beside others without parentheses", place.line, place.column, hint)
    return parsed


def particle(parser: Components, reading: Reading, *, inside_except: bool) -> Parsed:
    """Read a pattern with its annotations, and `?`, `*` or `+` after it."""
    notes = lead_annotations(reading)
    start = reading.next
    parsed = primary(parser, reading, notes, inside_except=inside_except)
    parsed = parsed._replace(before=(*notes.comments, *parsed.before), after=(*parsed.after, *_following(reading)))
    if reading.is_mark(*_QUANTIFIERS):
        _beside_others(parsed)
        repeated = reading.node(_QUANTIFIERS[reading.take().text], start)
        adopt(repeated, parsed._replace(before=()), flat=True)
        return Parsed(repeated, parsed.before, tuple(_following(reading)))
    return parsed


def _following(reading: Reading) -> list[Foreign]:
    found = []
    while reading.is_mark(">>"):
        reading.take()
        found.append(annotation_element(reading))
    return found


def primary(parser: Components, reading: Reading, notes: Annotations, *, inside_except: bool) -> Parsed:
    """Read a pattern that needs no parentheses, and put its annotations on it."""
    token = reading.next
    if reading.is_mark("("):
        reading.take()
        inner = pattern(parser, reading, inside_except=inside_except)
        reading.expect(")")
        return inner._replace(after=(*notes.apply(inner.node), *inner.after), closed=True)
    if token.kind == "name":
        reading.take()
        node = reading.node("ref", token)
        node.attributes["name"] = token.text
    elif token.kind in ("literal", "cname") or reading.is_keyword("string", "token"):
        node = _data_or_value(parser, reading, inside_except)
    elif token.kind == "keyword":
        node = _by_keyword(parser, reading)
    else:
        raise reading.unexpected("a pattern")
    return Parsed(node, (), tuple(notes.apply(node)))


def _by_keyword(parser: Components, reading: Reading) -> Node:
    token = reading.take()
    node = reading.node(token.text, token)
    match token.text:
        case "empty" | "text" | "notAllowed":
            return node
        case "element" | "attribute":
            _named(reading, node)
            _block(parser, reading, node)
        case "list" | "mixed":
            _block(parser, reading, node)
        case "grammar":
            reading.expect("{")
            parser.components(node, "grammar")
            reading.expect("}")
        case "parent":
            node.kind = "parentRef"
            node.attributes["name"] = _reference(reading)
        case "external":
            node.kind = "externalRef"
            node.attributes["href"] = reading.literal()
            inherit(reading, node)
        case _:
            hint = f"if “{token.text}” is the name of a definition, write \\{token.text}"
            raise CompactError(f"the keyword “{token.text}” is not a pattern", token.line, token.column, hint)
    return node


def inherit(reading: Reading, node: Node) -> None:
    """Read `inherit = prefix`, if it stands there."""
    token = None
    if reading.is_keyword("inherit"):
        reading.take()
        reading.expect("=")
        token = reading.identifier("a prefix")
    reading.declared.reference(node, token)


def _reference(reading: Reading) -> str:
    if reading.next.kind != "name":
        raise reading.unexpected("the name of a definition")
    return reading.take().text


def _block(parser: Components, reading: Reading, node: Node) -> None:
    reading.expect("{")
    adopt(node, pattern(parser, reading), flat=node.kind in _FLAT)
    for comment in reading.comments():
        node.note(Comment(comment))
    reading.expect("}")


def _data_or_value(parser: Components, reading: Reading, inside_except: bool) -> Node:
    token = reading.next
    if token.kind == "literal":
        node = reading.node("value", token)
        node.text = reading.literal()
        return node
    reading.take()
    node = reading.node("data", token)
    reading.declared.datatype(node, token, inside_except=inside_except)
    if reading.next.kind == "literal":
        node.kind = "value"
        node.text = reading.literal()
        reading.declared.value(node)
        return node
    if reading.is_mark("{"):
        _parameters(reading, node)
    if reading.is_mark("-"):
        exception = reading.node("except", reading.take())
        notes = lead_annotations(reading)
        inner = _beside_others(primary(parser, reading, notes, inside_except=True))
        inner = inner._replace(before=(*notes.comments, *inner.before))
        adopt(exception, inner, flat=True)
        node.children.append(exception)
    return node


def _parameters(reading: Reading, node: Node) -> None:
    reading.expect("{")
    while not reading.is_mark("}"):
        notes = lead_annotations(reading)
        for comment in notes.comments:
            node.note(Comment(comment))
        token = reading.identifier("a parameter")
        parameter = reading.node("param", token)
        parameter.attributes["name"] = token.text
        reading.expect("=")
        parameter.text = reading.literal()
        after = notes.apply(parameter)
        node.children.append(parameter)
        for element in after:
            node.note(element)
    for comment in reading.comments():
        node.note(Comment(comment))
    reading.take()


def _named(reading: Reading, node: Node) -> None:
    """Read the name class of an `element` or `attribute`; one plain name is written as its attribute `name`."""
    after = reading.after()
    plain = reading.next.kind in ("name", "keyword", "cname") and after.kind == "mark" and after.text == "{"
    if plain and reading.declared.give_name(node, reading.next):
        for comment in reading.comments():
            node.note(Comment(comment))
        reading.take()
        return
    adopt(node, name_class(reading, of_attribute=node.kind == "attribute", below_wildcard=False))


def name_class(reading: Reading, *, of_attribute: bool, below_wildcard: bool) -> Parsed:
    """Read a name class: names and wildcards joined by `|`."""
    first = _name_particle(reading, of_attribute, below_wildcard)
    if not reading.is_mark("|"):
        return first
    whole = Node("choice", {}, first.node.place, first.node.prefixes)
    adopt(whole, _beside_others(first))
    while reading.is_mark("|"):
        reading.take()
        adopt(whole, _beside_others(_name_particle(reading, of_attribute, below_wildcard)))
    return Parsed(whole)


def _name_particle(reading: Reading, of_attribute: bool, below_wildcard: bool) -> Parsed:
    notes = lead_annotations(reading)
    token = reading.next
    if reading.is_mark("("):
        reading.take()
        parsed = name_class(reading, of_attribute=of_attribute, below_wildcard=below_wildcard)
        reading.expect(")")
        after = (*notes.apply(parsed.node), *parsed.after)
        return Parsed(parsed.node, (*notes.comments, *parsed.before), (*after, *_following(reading)), True)
    if token.kind in ("name", "keyword", "cname"):
        reading.take()
        node = reading.node("name", token)
        reading.declared.name(node, token, of_attribute=of_attribute, below_wildcard=below_wildcard)
    elif token.kind == "nsname" or reading.is_mark("*"):
        node = _wildcard(reading, of_attribute, below_wildcard)
    else:
        raise reading.unexpected("a name")
    return Parsed(node, notes.comments, (*notes.apply(node), *_following(reading)))


def _wildcard(reading: Reading, of_attribute: bool, below_wildcard: bool) -> Node:
    token: Token = reading.take()
    node = reading.node("nsName" if token.kind == "nsname" else "anyName", token)
    if token.kind == "nsname":
        reading.declared.ns_name(node, token)
        below_wildcard = True
    if reading.is_mark("-"):
        exception = reading.node("except", reading.take())
        parsed = _beside_others(_name_particle(reading, of_attribute, below_wildcard))
        adopt(exception, parsed, flat=True)
        node.children.append(exception)
    return node
