"""Rules, assertions and messages in a stylesheet."""

from __future__ import annotations

from collections.abc import Iterable

from teikit.schematron.model import Assertion, Expression, Foreign, Inline, Let, Name, Rule, Text, ValueOf
from teikit.schematron.model import Part as Piece
from teikit.schematron.program import Entry, FiredRule, Options, Part
from teikit.schematron.transpiling.lines import Lines, escape, literal, place_of
from teikit.schematron.transpiling.nodes import constructor, put_foreign

_ROLE = "a role or flag"


class Rules:
    """Writes rules. `version` is an attribute that sets the version of XPath; `trees` makes variables result trees."""

    def __init__(self, lines: Lines, options: Options, namespaces: dict[str, str], binding: str, version: str) -> None:
        self.lines = lines
        self.options = options
        self.namespaces = namespaces
        self.trees = binding == "xslt"
        self.version = version
        self.entries: list[Entry] = []
        self.rules: list[FiredRule] = []

    def let(self, let: Let, name: str | None = None) -> None:
        """Write a variable, with another name if one is given."""
        if let.value.number in self.options.without:
            return
        kind = f' as="{escape(let.type)}"' if let.type else ""
        head = f'<_:variable name="{escape(name or let.name)}"{self.version}{kind}'
        if not let.has_content:
            self.lines.expression(f"{head} select=", let.value, "/>")
            return
        if not kind and not self.trees:
            head += ' as="node()*"'
        part = Part(let.value.number, "", place_of(let.value.place), let.value.what)
        self.lines.put(f"{head}>{constructor(let.content)}</_:variable>", part)

    def rule(self, index: int, rule: Rule, priority: int, other_document: bool) -> None:
        """Write the template of a rule of the pattern with an index."""
        put, number = self.lines.put, len(self.rules)
        self.rules.append(FiredRule(rule.context.text, rule.attributes, index, place_of(rule.context.place)))
        head = f"<_:template{self.version} match="
        self.lines.expression(head, rule.context, f' mode="__:p{index}" priority="{priority}">')
        if self.options.trace:
            dynamic = _dynamic(rule.attributes)
            part = self.lines.parts[-1]._replace(what=_ROLE) if dynamic else None
            put(f'<u n="{number}"{dynamic} b="{{base-uri(/)}}"/>', part)
        node = "."
        if rule.visit_each is not None:
            node = "$__:context"
            put('<_:variable name="__:context" select="."/>')
        if not self.options.careful:
            self._lets(rule)
        if rule.visit_each is not None:
            self.lines.expression("<_:for-each select=", rule.visit_each, ">")
        where = f' p="{{path({node})}}" b="{{base-uri(/)}}"' if other_document else f' p="{{__:at({node})}}"'
        for assertion in rule.assertions:
            self.assertion(index, number, rule, assertion, where)
        put(("" if rule.visit_each is None else "</_:for-each>") + "</_:template>")

    def _lets(self, rule: Rule) -> None:
        for let in rule.lets:
            # Under its new name it hides the variable of the pattern that has it, too.
            self.let(let, self.lines.renamed.get(let.name))

    def assertion(self, index: int, rule_number: int, rule: Rule, assertion: Assertion, where: str) -> None:
        """Write an assertion; `where` are the attributes that say where it was tested."""
        number = len(self.entries)
        self.entries.append(_entry(assertion, index, rule_number))
        if assertion.test.number in self.options.without:
            return
        put = self.lines.put
        if self.options.careful:
            # Saxon does not take back what was written before an error, so nothing is written before all is made.
            put('<_:try><_:variable name="__:made">')
            self._lets(rule)
        opening, closing = ("<_:if test=", ">"), "</_:if>"
        if assertion.kind == "assert":
            opening, closing = ("<_:choose><_:when test=", "/><_:otherwise>"), "</_:otherwise></_:choose>"
        self.lines.expression(opening[0], assertion.test, opening[1])
        self._finding(number, assertion, where)
        put(closing)
        if self.options.careful:
            put('</_:variable><_:copy-of select="$__:made"/>')
            failed = f'<x n="{number}"{where} c="{{local-name-from-QName($_err:code)}}">'
            put(f'<_:catch errors="*">{failed}<_:value-of select="$_err:description"/></x></_:catch></_:try>')

    def _finding(self, number: int, assertion: Assertion, where: str) -> None:
        dynamic = _dynamic(assertion.attributes)
        part = self.lines.parts[-1]._replace(what=_ROLE) if dynamic else None
        self.lines.put(f'<f n="{number}"{dynamic}{where}>', part)
        if assertion.subject is not None and assertion.subject.number not in self.options.without:
            subject: Expression = assertion.subject
            one = '><_:if test="position() = 1"><s p="{__:at(.)}"/></_:if></_:for-each>'
            self.lines.expression("<_:for-each select=", subject, one)
        self._text("t", assertion.parts)
        for text in assertion.diagnostics:
            self._text("d", text.parts)
        for text in assertion.properties:
            self._text("q", text.parts)
            if (role := _role(text)) and text.number not in self.options.without:
                self.lines.put(role, Part(text.number, "", place_of(assertion.place), _ROLE))
        self.lines.put("</f>")

    def _text(self, tag: str, parts: Iterable[Piece]) -> None:
        self.lines.put(f"<{tag}>")
        self._content(parts)
        self.lines.put(f"</{tag}>")

    def _content(self, parts: Iterable[Piece]) -> None:
        put, without = self.lines.put, self.options.without
        for part in parts:
            match part:
                case str():
                    put(f"<_:text>{escape(part)}</_:text>")
                case ValueOf(select) if select.number not in without:
                    self.lines.expression("<_:value-of select=", select, "/>")
                case Name():
                    put('<_:value-of select="name()"/>')
                case Inline(kind, attributes, inside):
                    values = "".join(f' {key}="{literal(value)}"' for key, value in attributes)
                    put(f"<__:{kind}{values}>")
                    self._content(inside)
                    put(f"</__:{kind}>")
                case Foreign(number) if number not in without:
                    put_foreign(self.lines, part, self.namespaces)


def _entry(assertion: Assertion, index: int, rule_number: int) -> Entry:
    return Entry(
        assertion.kind,
        assertion.test.text,
        assertion.attributes,
        tuple(text.attributes for text in assertion.diagnostics),
        tuple(text.attributes for text in assertion.properties),
        index,
        rule_number,
        place_of(assertion.place),
    )


def _dynamic(attributes: dict[str, str]) -> str:
    """Return those of `role` and `flag` that are attribute value templates."""
    return "".join(f' {key}="{escape(attributes[key])}"' for key in ("role", "flag") if "{" in attributes.get(key, ""))


def _role(text: Text) -> str:
    """Return an element with the role of a property, where that is an attribute value template.

    It stands behind the property: what is copied into that may bring attributes of its own.
    """
    return f"<o{_dynamic({'role': text.attributes['role']})}/>" if "{" in text.attributes.get("role", "") else ""
