"""From RELAX NG in XML syntax to the compact syntax (RELAX NG Compact Syntax, OASIS 2002; ISO/IEC 19757-2, annex C).

A proper serialiser of the grammars that this package makes, with what they may embed: every pattern and name class;
`define`, `start`, `div` with `combine`; documentation as `##` lines and default values as annotations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lxml import etree

from teikit.odd.grammar.patterns import ANNOTATIONS, RNG, XSD_TYPES
from teikit.odd.model import Specs
from teikit.odd.to_rng import grammar_of

_KEYWORDS = frozenset(
    """attribute default datatypes div element empty external grammar include inherit list mixed namespace notAllowed
    parent start string text token""".split()  # noqa: SIM905
)
_ESCAPE = re.compile(r"\\(?=x+\{)")
_WIDTH = 100
_DEFAULT_VALUE = f"{{{ANNOTATIONS}}}defaultValue"
_OPERATORS = {"choice": " | ", "group": ", ", "interleave": " & "}
_POSTFIX = {"optional": "?", "zeroOrMore": "*", "oneOrMore": "+"}
_SIMPLE = frozenset(("text", "empty", "notAllowed"))


def to_rnc(specs: Specs) -> bytes:
    """Return the schema as RELAX NG in compact syntax, UTF-8."""
    return compact(grammar_of(specs)).encode("utf-8")


def compact(grammar: etree._Element) -> str:
    """Return a `grammar` element in compact syntax."""
    return _Writer(grammar).write()


def literal(text: str) -> str:
    """Return a string as a literal, or several joined by `~`."""
    text = _ESCAPE.sub(r"\\x{5C}", text)
    parts = [part for part in re.split(r"(\"+)", text) if part] or [""]
    if '"' in text and "'" not in text:
        parts = [text]
    quoted = []
    for part in parts:
        mark = "'" if '"' in part else '"'
        quoted.append(mark * 3 + part + mark * 3 if "\n" in part or "\r" in part else mark + part + mark)
    return " ~ ".join(quoted)


def identifier(name: str) -> str:
    """Return the name of a definition, escaped where it is a keyword."""
    return f"\\{name}" if name in _KEYWORDS else name


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _children(element: etree._Element) -> list[etree._Element]:
    return [one for one in element.iterchildren(etree.Element) if str(one.tag).startswith(f"{{{RNG}}}")]


def _inherited(element: etree._Element, attribute: str) -> str:
    """Return `@ns` or `@datatypeLibrary` of the nearest ancestor or the element itself (RELAX NG, §4.3, §4.8)."""
    node: etree._Element | None = element
    while node is not None:
        value = node.get(attribute)
        if value is not None:
            return value
        node = node.getparent()
    return ""


def _has_exception(element: etree._Element) -> bool:
    """Is it a datatype or name class with `except`? Its `-` needs parentheses beside anything else."""
    return any(_local(one) == "except" for one in _children(element))


def _is_documentation(element: etree._Element | None) -> bool:
    return element is not None and element.tag == f"{{{ANNOTATIONS}}}documentation"


class _Writer:
    def __init__(self, grammar: etree._Element) -> None:
        self.grammar = grammar
        self.default = grammar.get("ns", "")
        self.namespaces: dict[str, str] = {ANNOTATIONS: "a"}
        self.libraries: dict[str, str] = {XSD_TYPES: "xsd"}

    def write(self) -> str:
        body = "".join(self.component(one) for one in _children(self.grammar))
        uses_annotations = f"{self.namespaces[ANNOTATIONS]}:defaultValue" in body
        head = [f"default namespace = {literal(self.default)}\n"]
        for uri, prefix in sorted(self.namespaces.items(), key=lambda pair: pair[1]):
            if uri != ANNOTATIONS or uses_annotations:
                head.append(f"namespace {prefix} = {literal(uri)}\n")
        head.extend(f"datatypes {prefix} = {literal(uri)}\n" for uri, prefix in self.libraries.items())
        return "".join([*head, "\n", body])

    def component(self, element: etree._Element, level: int = 0) -> str:
        kind, pad = _local(element), "  " * level
        if kind == "div":
            inner = "".join(self.component(one, level + 1) for one in _children(element))
            return f"{pad}div {{\n{inner}{pad}}}\n"
        name = "start" if kind == "start" else identifier(element.get("name", ""))
        operator = {"choice": "|=", "interleave": "&="}.get(element.get("combine", ""), "=")
        pattern = self.all_of(_children(element), level + 1)
        if len(pad) + len(name) + len(pattern) < _WIDTH and "\n" not in pattern:
            return f"{pad}{name} {operator} {pattern}\n"
        return f"{pad}{name} {operator}\n{pad}  {pattern}\n"

    def all_of(self, patterns: list[etree._Element], level: int) -> str:
        """Write patterns that make up a group, as the content of `element`, `optional` and others."""
        if len(patterns) == 1:
            return self.pattern(patterns[0], level)
        return self.joined(patterns, ", ", level) if patterns else "empty"

    def joined(self, patterns: Iterable[etree._Element], operator: str, level: int) -> str:
        parts = [self.operand(one, level) for one in patterns]
        line = operator.join(parts)
        if "\n" not in line and "##" not in line and len(line) + 2 * level < _WIDTH:
            return line
        pad = "\n" + "  " * level
        mark = operator.strip()
        return f",{pad}".join(parts) if mark == "," else f"{pad}{mark} ".join(parts)

    def operand(self, element: etree._Element, level: int) -> str:
        """Write a pattern so that it can stand beside others or before `?`, `*`, `+`."""
        if _local(element) in _OPERATORS and len(_children(element)) > 1:
            return self.parenthesised(self.pattern(element, level + 1), level)
        text = self.annotated(element, level)
        return f"({text})" if _has_exception(element) else text

    def parenthesised(self, text: str, level: int) -> str:
        return f"({text})" if "\n" not in text else f"({text}\n{'  ' * level})"

    def pattern(self, element: etree._Element, level: int) -> str:
        kind = _local(element)
        if kind in _OPERATORS:
            return self.joined(_children(element), _OPERATORS[kind], level)
        return self.annotated(element, level)

    def annotated(self, element: etree._Element, level: int) -> str:
        """Write a pattern with its documentation and default value before it."""
        notes = [one for one in element if _is_documentation(one)]
        if _local(element) == "value":
            following = element.getnext()
            notes = [following] if following is not None and _is_documentation(following) else []
        lines = [f"## {line}".rstrip() for note in notes for line in (note.text or "").splitlines()]
        default = element.get(_DEFAULT_VALUE)
        if default is not None:
            lines.append(f"[ {self.namespaces[ANNOTATIONS]}:defaultValue = {literal(default)} ]")
        text = self.primary(element, level)
        if not lines:
            return text
        pad = "\n" + "  " * level
        return pad.join([*lines, text])

    def primary(self, element: etree._Element, level: int) -> str:
        kind = _local(element)
        if kind in _SIMPLE:
            return kind
        if kind in _POSTFIX:
            return self.repeated(element, level)
        writers: dict[str, Callable[[etree._Element, int], str]] = {
            "element": self.named,
            "attribute": self.named,
            "list": self.braced,
            "mixed": self.braced,
            "data": self.data,
            "value": self.value,
            "grammar": self.nested,
        }
        if kind in writers:
            return writers[kind](element, level)
        name = identifier(element.get("name", ""))
        return f"parent {name}" if kind == "parentRef" else name

    def repeated(self, element: etree._Element, level: int) -> str:
        children = _children(element)
        mark = _POSTFIX[_local(element)]
        alone = len(children) == 1 and _local(children[0]) not in (*_OPERATORS, *_POSTFIX)
        if alone and not _has_exception(children[0]):
            return f"{self.annotated(children[0], level)}{mark}"
        return self.parenthesised(self.all_of(children, level + 1), level) + mark

    def named(self, element: etree._Element, level: int) -> str:
        children = _children(element)
        kind = _local(element)
        if element.get("name") is not None:
            name = self.qualified(element, element.get("name", ""), attribute=kind == "attribute")
        else:
            name = self.name_class(children.pop(0))
        default = "text" if kind == "attribute" and not children else None
        return self.block(f"{kind} {name}", default or self.all_of(children, level + 1), level)

    def braced(self, element: etree._Element, level: int) -> str:
        return self.block(_local(element), self.all_of(_children(element), level + 1), level)

    def nested(self, element: etree._Element, level: int) -> str:
        inner = "".join(self.component(one, level + 1) for one in _children(element))
        return f"grammar {{\n{inner}{'  ' * level}}}"

    def block(self, head: str, inner: str, level: int) -> str:
        pad = "  " * level
        if "\n" not in inner and len(head) + len(inner) + len(pad) < _WIDTH:
            return f"{head} {{ {inner} }}"
        return f"{head} {{\n{pad}  {inner}\n{pad}}}"

    def qualified(self, element: etree._Element, name: str, *, attribute: bool) -> str:
        name = name.strip()
        if ":" in name:
            return name
        uri = element.get("ns", "") if attribute else _inherited(element, "ns")
        if uri == ("" if attribute else self.default):
            return name
        return f"{self.prefix(uri)}:{name}"

    def prefix(self, uri: str) -> str:
        if uri == "http://www.w3.org/XML/1998/namespace":
            return "xml"
        return self.namespaces.setdefault(uri, f"ns{len(self.namespaces)}")

    def name_class(self, element: etree._Element) -> str:
        kind = _local(element)
        if kind == "choice":
            names = [(one, self.name_class(one)) for one in _children(element)]
            return "(" + " | ".join(f"({text})" if _has_exception(one) else text for one, text in names) + ")"
        if kind == "name":
            local = (element.text or "").strip()
            uri = _inherited(element, "ns")
            return local if ":" in local else f"{self.prefix(uri)}:{local}"
        text = "*" if kind == "anyName" else f"{self.prefix(_inherited(element, 'ns'))}:*"
        left_out = [self.name_class(name) for one in _children(element) for name in _children(one)]
        return f"{text} - ({' | '.join(left_out)})" if left_out else text

    def data(self, element: etree._Element, level: int) -> str:
        params = []
        exceptions: list[etree._Element] = []
        for child in _children(element):
            if _local(child) == "param":
                params.append(f"{child.get('name')} = {literal(child.text or '')}")
            else:
                exceptions.extend(_children(child))
        text = self.type_name(element)
        if params:
            text += f" {{ {' '.join(params)} }}"
        if exceptions:
            text += " - (" + " | ".join(self.operand(one, level) for one in exceptions) + ")"
        return text

    def value(self, element: etree._Element, level: int) -> str:
        text = literal(element.text or "")
        return f"{self.type_name(element)} {text}" if element.get("type") else text

    def type_name(self, element: etree._Element) -> str:
        library = _inherited(element, "datatypeLibrary")
        name = element.get("type", "token")
        return f"{self.libraries.setdefault(library, f'd{len(self.libraries)}')}:{name}" if library else name
