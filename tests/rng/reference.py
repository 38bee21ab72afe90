"""A plain validator for tests: the derivatives applied to a tree, element by element, without an automaton."""

from __future__ import annotations

from lxml import etree

from teikit.rng.automaton.compiled import Grammar
from teikit.rng.automaton.derivatives import (
    Context,
    attribute_derivative,
    attribute_plan,
    matches_value,
    start_tag_close,
    start_tag_open,
    text_derivative,
)
from teikit.rng.automaton.patterns import Element, Pattern
from teikit.rng.automaton.states import content_of


def is_valid(grammar: Grammar, root: etree._Element) -> bool:
    """Return whether a document is valid."""
    after = [
        then for element, then in _opened(grammar, grammar.start, root).items() if _accepts(grammar, element, root)
    ]
    return any(then.nullable for then in after)


def _name(name: str) -> str:
    return name[1:].replace("}", " ", 1) if name.startswith("{") else name


def _opened(grammar: Grammar, pattern: Pattern, element: etree._Element) -> dict[Element, Pattern]:
    return start_tag_open(grammar.table, pattern, _name(str(element.tag)))


def _accepts(grammar: Grammar, pattern: Element, element: etree._Element) -> bool:
    table = grammar.table
    context = Context({prefix or "": uri for prefix, uri in element.nsmap.items()})
    inside = content_of(pattern)
    for name, value in element.attrib.items():
        values = attribute_plan(inside, _name(str(name))).values
        verdicts = tuple(matches_value(table, each, str(value), context) for each in values)
        inside = attribute_derivative(table, inside, _name(str(name)), verdicts)
    inside = start_tag_close(table, inside)
    children = [child for child in element if isinstance(child.tag, str)]
    texts = _texts(element)
    if not children:
        return matches_value(table, inside, texts[0], context)
    for index, child in enumerate(children):
        inside = _after_text(grammar, inside, texts[index], context)
        ways = _opened(grammar, inside, child)
        inside = table.choice([then for each, then in ways.items() if _accepts(grammar, each, child)])
    return _after_text(grammar, inside, texts[-1], context).nullable


def _texts(element: etree._Element) -> list[str]:
    """Return the text before, between and after the child elements."""
    texts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            texts.append(child.tail or "")
        else:
            texts[-1] += child.tail or ""
    return texts


def _after_text(grammar: Grammar, pattern: Pattern, text: str, context: Context) -> Pattern:
    if not text.strip(" \t\r\n"):
        return pattern
    return text_derivative(grammar.table, pattern, text, context)
