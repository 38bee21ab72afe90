"""The tokens of XPath expressions and match patterns: enough to find names in them, not to understand them.

Strings and comments are told from the rest, so that a `$`, a prefix or a function in one is not taken for a real one
(XPath 3.1, §A.2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_NAME = r"[^\W\d][\w.\-·]*"
_TOKEN = re.compile(
    rf"""(?P<string>"(?:[^"]|"")*"|'(?:[^']|'')*')
    |(?P<comment>\(:)
    |(?P<uri>Q\{{[^{{}}]*\}}(?:{_NAME}|\*)?)
    |(?P<number>\.?\d[\d.]*(?:[eE][+-]?\d+)?)
    |(?P<name>(?:\$\s*)?(?:{_NAME}:(?!:))?(?:{_NAME}|(?<=:)\*)|\*:{_NAME})
    |(?P<space>\s+)
    |(?P<sign>//|::|\.\.|:=|!=|<=|>=|<<|>>|\|\||=>|.)""",
    re.VERBOSE | re.DOTALL,
)
_COMMENT = re.compile(r"\(:|:\)")
_OPEN = "([{"
_CLOSED = ")]}"


class Token(NamedTuple):
    """A piece of an expression: `kind` is string, uri, number, name, variable or sign; `start` and `end` its place."""

    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=2048)
def tokens(expression: str) -> tuple[Token, ...]:
    """Return the tokens of an expression, without white space and comments. Anything at all can be read."""
    return tuple(_tokens(expression))


def _tokens(expression: str) -> Iterator[Token]:
    at = 0
    while at < len(expression):
        found = _TOKEN.match(expression, at)
        assert found is not None
        kind, end = str(found.lastgroup), found.end()
        if kind == "comment":
            end = _after_comment(expression, end)
        elif kind == "name" and expression[at] == "$":
            yield Token("variable", found.group(), at, end)
        elif kind != "space":
            yield Token(kind, found.group(), at, end)
        at = end


def _after_comment(expression: str, at: int) -> int:
    depth = 1
    for mark in _COMMENT.finditer(expression, at):
        depth += 1 if mark.group() == "(:" else -1
        if not depth:
            return mark.end()
    return len(expression)


def variables(expression: str) -> frozenset[str]:
    """Return the names of the variables in an expression, without `$`."""
    return frozenset(token.text[1:].strip() for token in tokens(expression) if token.kind == "variable")


def rename_variables(expression: str, names: dict[str, str]) -> str:
    """Return an expression in which variables have other names."""
    if not names or "$" not in expression:
        return expression

    def new(token: Token, _: str) -> str | None:
        name = names.get(token.text[1:].strip()) if token.kind == "variable" else None
        return f"${name}" if name else None

    return _replaced(expression, new)


def rename_functions(expression: str, names: dict[str, str]) -> str:
    """Return an expression in which calls of functions (by name, without prefix or with `fn:`) read otherwise.

    The new text stands for the name and the opening parenthesis.
    """
    found = tokens(expression)
    followed = {token.start: after for token, after in pairwise(found)}

    def new(token: Token, before: str) -> str | None:
        after = followed.get(token.start)
        name = token.text.removeprefix("fn:")
        if token.kind != "name" or name not in names or after is None or after.text != "(" or before in ("@", "::"):
            return None
        return names[name]

    return _replaced(expression, new, swallow="(")


def _replaced(expression: str, new: Callable[[Token, str], str | None], swallow: str = "") -> str:
    pieces, at, before = [], 0, ""
    found = tokens(expression)
    for index, token in enumerate(found):
        text = new(token, before)
        before = token.text
        if text is not None:
            end = found[index + 1].end if swallow else token.end
            pieces += [expression[at : token.start], text]
            at = end
    return "".join([*pieces, expression[at:]])


def qualify(expression: str, namespaces: dict[str, str]) -> str:
    """Return an expression in which names with some prefixes have the form `Q{namespace}name`."""

    def new(token: Token, _: str) -> str | None:
        mark = "$" if token.kind == "variable" else ""
        prefix, colon, local = token.text.removeprefix("$").strip().partition(":")
        if token.kind not in ("name", "variable") or not colon or prefix not in namespaces:
            return None
        return f"{mark}Q{{{namespaces[prefix]}}}{local}"

    return _replaced(expression, new)


def prefixes(expression: str) -> frozenset[str]:
    """Return the prefixes of the names in an expression."""
    found = set()
    for token in tokens(expression):
        if token.kind in ("name", "variable") and ":" in token.text:
            prefix = token.text.lstrip("$").strip().partition(":")[0]
            if prefix != "*":
                found.add(prefix)
    return frozenset(found)


def depth(expression: str) -> int:
    """Return how deep brackets are nested in an expression."""
    now = most = 0
    for token in tokens(expression):
        if token.kind == "sign":
            now += (token.text in _OPEN) - (token.text in _CLOSED)
            most = max(most, now)
    return most


def split(found: tuple[Token, ...], *signs: str) -> list[tuple[Token, ...]]:
    """Return the parts between some signs or words that stand outside all brackets."""
    parts: list[tuple[Token, ...]] = []
    depth = start = 0
    for index, token in enumerate(found):
        if token.kind == "sign" and token.text in _OPEN:
            depth += 1
        elif token.kind == "sign" and token.text in _CLOSED:
            depth -= 1
        elif depth == 0 and token.text in signs and token.kind in ("sign", "name"):
            parts.append(found[start:index])
            start = index + 1
    parts.append(found[start:])
    return parts
