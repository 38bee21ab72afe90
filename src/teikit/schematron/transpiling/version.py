"""Whether the rules of a schema are written in XPath 1.0, and are to be read so (clause 5.4.14 and annex C)."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.schematron.model import Expression, Let, Part, Schema, ValueOf
from teikit.schematron.xpath import Token, tokens

_BINDINGS = ("", "xslt", "xpath")
_FUNCTIONS = frozenset(
    """last position count id local-name namespace-uri name string concat starts-with contains substring-before
    substring-after substring string-length normalize-space translate boolean not true false lang number sum floor
    ceiling round document key format-number current unparsed-entity-uri generate-id system-property function-available
    element-available text comment node processing-instruction and or mod div""".split()  # noqa: SIM905
)
_LATER_OPERATORS = frozenset(
    "eq ne lt le gt ge is to idiv union intersect except instance cast castable treat return satisfies".split()  # noqa: SIM905
)
_BINDING_WORDS = frozenset(("for", "some", "every", "let"))
_LATER_SIGNS = frozenset(("<<", ">>", "||", "=>", ":=", "!", "#", "?", "{", "}"))


def is_xpath_1(schema: Schema) -> bool:
    """Return whether a schema asks for XPath 1.0 (as it does by no query binding) and uses nothing later.

    Many schemas are in XPath 2.0 and do not say so: what could not be compiled in version 1.0 is read as 3.1.
    """
    return schema.binding in _BINDINGS and not schema.foreign and all(map(_is_xpath_1, _expressions(schema)))


def _is_xpath_1(expression: Expression) -> bool:
    found = tokens(expression.text)
    for index, token in enumerate(found):
        after = found[index + 1].text if index + 1 < len(found) else ""
        if token.kind == "uri" or (token.kind == "sign" and token.text in _LATER_SIGNS):
            return False
        if token.kind == "name" and _is_later(token.text, found[index - 1] if index else None, after):
            return False
    return True


def _is_later(name: str, before: Token | None, after: str) -> bool:
    """Return whether a name, by what stands around it, is a function, operator or word of a later version."""
    if name.startswith("*:") or (after == "(" and name not in _FUNCTIONS):
        return True
    if name in _BINDING_WORDS and after.startswith("$"):
        return True
    follows_operand = before is not None and (before.kind != "sign" or before.text in (")", "]", ".", "..", "*"))
    return name in _LATER_OPERATORS and follows_operand


def _expressions(schema: Schema) -> Iterator[Expression]:
    yield from _values(schema.lets)
    for pattern in schema.patterns:
        yield from _values(pattern.lets)
        for rule in pattern.rules:
            yield rule.context
            yield from filter(None, [rule.visit_each])
            yield from _values(rule.lets)
            for assertion in rule.assertions:
                yield assertion.test
                yield from filter(None, [assertion.subject])
                yield from _selected(assertion.parts)


def _values(lets: tuple[Let, ...]) -> Iterator[Expression]:
    yield from (let.value for let in lets)


def _selected(parts: tuple[Part, ...]) -> Iterator[Expression]:
    yield from (part.select for part in parts if isinstance(part, ValueOf))
