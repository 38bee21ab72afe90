"""Which nodes the context of a rule can match, told from its last step: by kind and name.

That is what lets one pass over a document ask each node only for the few patterns that may have a rule for it. Where
nothing can be told, a context is taken to match any node: that costs time, never a finding.
"""

from __future__ import annotations

from typing import NamedTuple

from teikit.schematron.xpath import Token, split, tokens

KINDS = ("document", "element", "attribute", "text", "comment", "processing-instruction")
_TESTS = {
    "text": "text",
    "comment": "comment",
    "processing-instruction": "processing-instruction",
    "element": "element",
    "attribute": "attribute",
    "document-node": "document",
}
_FALSE_OF_NOTHING = ("starts-with", "ends-with", "contains")
_AXES = {"child": "element", "attribute": "attribute", "descendant": "element"}


class Candidates(NamedTuple):
    """The nodes that a context can match.

    `kind` is one of `KINDS`, or '' for any; `uri` and `local` are the name, None where it may be any. `attributes` are
    those (uri, local) that an element must have. `is_root` says that it is the document element only.
    """

    kind: str = ""
    uri: str | None = None
    local: str | None = None
    attributes: frozenset[tuple[str, str]] = frozenset()
    is_root: bool = False


_ANY = Candidates()


def candidates(context: str, prefixes: dict[str, str]) -> list[Candidates]:
    """Return what each alternative of a context can match."""
    return _alternatives(tokens(context), prefixes)


def _alternatives(found: tuple[Token, ...], prefixes: dict[str, str]) -> list[Candidates]:
    return [each for part in split(found, "|", "union") for each in _alternative(part, prefixes)]


def _alternative(found: tuple[Token, ...], prefixes: dict[str, str]) -> list[Candidates]:
    if [token.text for token in found] == ["/"]:
        return [Candidates("document")]
    steps = split(found, "/", "//")
    step = steps[-1]
    bracket = _first_predicate(step)
    test, predicates = step[:bracket], step[bracket:]
    if len(test) > 2 and test[0].text == "(" and test[-1].text == ")" and len(split(test[1:-1], ")")) == 1:
        inside = _alternatives(test[1:-1], prefixes)
    else:
        inside = [_node_test([token.text for token in test], prefixes) if _is_plain(test) else _ANY]
    required = _required(predicates, prefixes)
    is_root = len(steps) == 2 and found[0].text == "/"
    return [
        each._replace(attributes=each.attributes | required, is_root=is_root) if each.kind == "element" else each
        for each in inside
    ]


def _first_predicate(step: tuple[Token, ...]) -> int:
    """Return the index of the first bracket that is not inside parentheses, else the length."""
    depth = 0
    for index, token in enumerate(step):
        if token.kind == "sign":
            if token.text == "[" and depth == 0:
                return index
            depth += {"(": 1, ")": -1}.get(token.text, 0)
    return len(step)


def _is_plain(test: tuple[Token, ...]) -> bool:
    return all(token.kind in ("name", "uri", "sign") for token in test)


def _node_test(test: list[str], prefixes: dict[str, str]) -> Candidates:
    kind = "element"
    if test[:1] == ["@"]:
        kind, test = "attribute", test[1:]
    elif len(test) > 2 and test[1] == "::":
        if test[0] not in _AXES:
            return _ANY
        kind, test = _AXES[test[0]], test[2:]
    if len(test) == 1:
        return _name_test(test[0], kind, prefixes)
    if len(test) > 2 and test[1] == "(" and test[-1] == ")":
        return Candidates(_TESTS.get(test[0], ""))
    return _ANY


def _name_test(name: str, kind: str, prefixes: dict[str, str]) -> Candidates:
    if name == "*":
        return Candidates(kind)
    if name in (".", "..") or not name:
        return _ANY
    if name.startswith("Q{"):
        uri, _, local = name[2:].partition("}")
    elif ":" in name:
        prefix, _, local = name.partition(":")
        if prefix == "*":
            return Candidates(kind, None, local)
        if prefix not in prefixes:
            return Candidates(kind)
        uri = prefixes[prefix]
    else:
        uri, local = "", name
    return Candidates(kind, uri.strip(), None if local == "*" else local)


def _required(found: tuple[Token, ...], prefixes: dict[str, str]) -> frozenset[tuple[str, str]]:
    """Return the attributes without which no predicate can be true."""
    names: set[tuple[str, str]] = set()
    for predicate in _predicates(found):
        if len(split(predicate, "or", ",", "return", "satisfies", "else", "|", "union")) > 1:
            continue
        for conjunct in split(predicate, "and"):
            name = _tested(conjunct, prefixes)
            if name is not None:
                names.add(name)
    return frozenset(names)


def _predicates(found: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    parts, depth, start = [], 0, 0
    for index, token in enumerate(found):
        if token.kind == "sign" and token.text == "[":
            depth += 1
            start = index + 1 if depth == 1 else start
        elif token.kind == "sign" and token.text == "]":
            depth -= 1
            if depth == 0:
                parts.append(found[start:index])
    return parts


def _tested(conjunct: tuple[Token, ...], prefixes: dict[str, str]) -> tuple[str, str] | None:
    """Return the attribute where a condition is `@a`, or compares `@a` with a string (false where there is none)."""
    if conjunct and conjunct[0].text in _FALSE_OF_NOTHING and len(conjunct) == 7 and conjunct[1].text == "(":
        closes = [token.text for token in (conjunct[4], conjunct[6])] == [",", ")"]
        conjunct = conjunct[2:4] if closes and len(conjunct[5].text) > 2 and conjunct[5].kind == "string" else ()
    if len(conjunct) < 2 or conjunct[0].text != "@" or conjunct[1].kind != "name":
        return None
    compares = len(conjunct) == 4 and conjunct[2].text in ("=", "eq", "ne", "!=") and conjunct[3].kind == "string"
    if len(conjunct) != 2 and not compares:
        return None
    test = _name_test(conjunct[1].text, "attribute", prefixes)
    return (test.uri, test.local) if test.uri is not None and test.local is not None else None
