"""From a schema to a stylesheet in XSLT 3.0.

One template per rule, in a mode of its pattern, with the first rule the strongest: so a node is tested by the first
rule of a pattern that matches it, as XSLT itself decides what matches. One more mode makes the pass over the document,
with a template for each name that rules ask for, which hands the node to the patterns that may have a rule for it.
The result is a flat list: `f` is an assertion that failed or a report that is true, `n` its index, `p` the path of the
context node, `s` that of the subject; `t` is the message, `d` a diagnostic, `q` a property. `u` is a rule that fired
(only with `trace`), `x` an expression that failed (only with `careful`).

Every expression stands on a line of its own, so that Saxon's line numbers lead back to the schema.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from teikit.diagnostics import Location
from teikit.schematron.dispatch import all_nodes, dispatch
from teikit.schematron.model import (
    XSLT,
    Assertion,
    Expression,
    Foreign,
    Inline,
    Let,
    Name,
    Pattern,
    Rule,
    Schema,
    Text,
    ValueOf,
)
from teikit.schematron.model import Part as Piece
from teikit.schematron.program import Entry, FiredRule, Part, Place, Program
from teikit.schematron.xpath import rename_functions, rename_variables
from teikit.xml.names import namespace

OWN = "urn:x-teikit:schematron"
FILES = f"{{{OWN}}}files"
"""The parameter that holds the documents that rules ask for."""
NEEDED = "teikit-needs"
"""The error of a rule that asks for a document that it was not given."""
_READING = {"doc": "__:doc({0}, ", "document": "__:document({0}, ", "doc-available": "__:has-doc({0}, "}
_FUNCTIONS = f"""<_:param name="__:files" as="map(*)" select="map{{{{}}}}"/>
<_:function name="__:uri" as="xs:string"><_:param name="base"/><_:param name="href"/>
<_:sequence select="string(resolve-uri(string($href), if ($href instance of node() and base-uri($href)) then base-uri($href) else $base))"/></_:function>
<_:function name="__:doc"><_:param name="base"/><_:param name="href"/>
<_:variable name="uri" select="if (empty($href)) then () else tokenize(__:uri($base, $href), '#')[1]"/>
<_:sequence select="if (empty($uri)) then () else if (not(map:contains($__:files, $uri))) then error(QName('{OWN}', '{NEEDED}'), $uri) else if (empty($__:files($uri))) then error(QName('http://www.w3.org/2005/xqt-errors', 'FODC0002'), 'the document is not read: ' || $uri) else $__:files($uri)"/></_:function>
<_:function name="__:document"><_:param name="base"/><_:param name="href"/><_:sequence select="(for $one in $href return __:doc($base, if ($one instance of node()) then $one else string($one)))/."/></_:function>
<_:function name="__:document"><_:param name="base"/><_:param name="href"/><_:param name="node"/><_:sequence select="(for $one in $href return __:doc((base-uri($node), $base)[1], string($one)))/."/></_:function>
<_:function name="__:has-doc" as="xs:boolean"><_:param name="base"/><_:param name="href"/>
<_:variable name="uri" select="if (empty($href)) then () else tokenize(__:uri($base, $href), '#')[1]"/>
<_:sequence select="if (empty($uri)) then false() else if (not(map:contains($__:files, $uri))) then error(QName('{OWN}', '{NEEDED}'), $uri) else exists($__:files($uri))"/></_:function>
""".replace("{{}}", "{}")


class Options(NamedTuple):
    """`without` are the numbers of what is left out; `trace` reports rules that fire; `careful` catches errors."""

    without: frozenset[int] = frozenset()
    trace: bool = False
    careful: bool = False


def transpile(schema: Schema, options: Options) -> Program:
    """Return the program of a schema."""
    return _Transpiler(schema, options).program()


class _Transpiler:
    def __init__(self, schema: Schema, options: Options) -> None:
        self.schema = schema
        self.options = options
        self.lines: list[str] = []
        self.count = 1
        self.starts: list[int] = []
        self.parts: list[Part] = []
        self.entries: list[Entry] = []
        self.rules: list[FiredRule] = []
        self.renamed: dict[str, str] = {}
        self.needs_files = False
        self.prefixes = {
            prefix: bound
            for prefix, bound in schema.namespaces.items()
            if prefix not in ("", "_", "__", "xml") and bound
        }
        counts: dict[str, int] = {}
        for let in (
            *schema.lets,
            *(let for pattern in schema.patterns for let in {each.name: each for each in pattern.lets}.values()),
        ):
            counts[let.name] = counts.get(let.name, 0) + 1
        self.shared = {name for name, count in counts.items() if count > 1}

    # Lines

    def put(self, text: str, part: Part | None = None) -> None:
        """Write a line, or several; `part` is what stands on them."""
        if part is not None or (self.parts and self.parts[-1].number):
            self.starts.append(self.count)
            self.parts.append(part or Part(0, "", ("", 0, 0), ""))
        self.lines.append(text)
        self.count += text.count("\n") + 1

    def expression(self, before: str, expression: Expression, after: str) -> None:
        """Write an element with an expression in it: `before` ends in `attribute=`."""
        local = "".join(
            f' xmlns:{prefix}="{_escape(bound)}"'
            for prefix, bound in expression.prefixes
            if self.prefixes.setdefault(prefix, bound) != bound
        )
        if local:
            name, _, rest = before.partition(" ")
            before = f"{name}{local} {rest}"
        part = Part(expression.number, expression.text, _place(expression.place), expression.what)
        self.put(f'{before}"{_escape(self.adapted(expression.text, expression.base))}"{after}', part)

    def adapted(self, text: str, base: str) -> str:
        """Return an expression with the names of variables and functions as they are here."""
        text = rename_variables(text, self.renamed)
        if "doc" in text:
            literal = "'" + base.replace("'", "''") + "'"
            changed = rename_functions(text, {name: call.format(literal) for name, call in _READING.items()})
            self.needs_files = self.needs_files or changed != text
            return changed
        return text

    # The stylesheet

    def program(self) -> Program:
        schema = self.schema
        self.globals()
        indexed = list(enumerate(schema.patterns))
        for index, pattern in indexed:
            self.pattern(index, pattern)
        self.walk(indexed)
        body = "\n".join(self.lines)
        head = self.head()
        shift = head.count("\n")
        return Program(
            f"{head}{body}\n</_:stylesheet>",
            {key: value for key, value in schema.attributes.items()},
            schema.title,
            schema.phase,
            dict(schema.namespaces),
            tuple(pattern.attributes for pattern in schema.patterns),
            tuple(self.rules),
            tuple(self.entries),
            tuple(start + shift for start in self.starts),
            tuple(self.parts),
            self.needs_files,
        )

    def head(self) -> str:
        declared = "".join(f' xmlns:{prefix}="{_escape(bound)}"' for prefix, bound in self.prefixes.items())
        extra = ""
        if self.needs_files:
            extra = _FUNCTIONS.replace("xs:", "_xs:").replace("map:", "_map:")
            declared += (
                ' xmlns:_xs="http://www.w3.org/2001/XMLSchema" xmlns:_map="http://www.w3.org/2005/xpath-functions/map"'
            )
        if self.options.careful:
            declared += ' xmlns:_err="http://www.w3.org/2005/xqt-errors"'
        if any(each.element.tag == f"{{{XSLT}}}accumulator" for each in self.schema.foreign):
            extra += '<_:mode use-accumulators="#all"/>\n'
        return (
            f'<_:stylesheet version="3.0" xmlns:_="{XSLT}" xmlns:__="{OWN}"{declared} exclude-result-prefixes="#all">\n'
            f'<_:output omit-xml-declaration="yes"/>\n<_:mode name="__:walk" on-no-match="deep-skip"/>\n{extra}'
        )

    def globals(self) -> None:
        for foreign in self.schema.foreign:
            if foreign.number not in self.options.without:
                self.foreign(foreign)
        for let in self.schema.lets:
            self.let(let)

    def let(self, let: Let, name: str | None = None) -> None:
        if let.value.number in self.options.without:
            return
        kind = f' as="{_escape(let.type)}"' if let.type else ""
        head = f'<_:variable name="{_escape(name or let.name)}"{kind}'
        if not let.has_content:
            self.expression(f"{head} select=", let.value, "/>")
            return
        if not kind and self.schema.binding != "xslt":
            head += ' as="node()*"'
        part = Part(let.value.number, "", _place(let.value.place), let.value.what)
        self.put(f"{head}>{_constructor(let.content)}</_:variable>", part)

    def foreign(self, foreign: Foreign) -> None:
        element = copy.deepcopy(foreign.element)
        for each in element.iter(etree.Element):
            for key, value in each.attrib.items():
                each.set(key, self.adapted(str(value), foreign.base))
        text = etree.tostring(element, encoding="unicode", with_tail=False)
        declared = "".join(
            f' xmlns:{prefix}="{_escape(bound)}"'
            for prefix, bound in self.schema.namespaces.items()
            if prefix not in foreign.element.nsmap and self.prefixes.get(prefix) != bound
        )
        if declared:
            at = text.index(" ") if " " in text else len(text)
            text = text[:at] + declared + text[at:]
        what = f"“{foreign.element.tag.rpartition('}')[2]}”"
        self.put(text, Part(foreign.number, "", _place(foreign.place), what))

    def pattern(self, index: int, pattern: Pattern) -> None:
        self.renamed = {let.name: f"{let.name}.p{index}" for let in pattern.lets if let.name in self.shared}
        self.put(f'<_:mode name="__:p{index}" on-no-match="deep-skip" warning-on-multiple-match="no"/>')
        for let in {each.name: each for each in pattern.lets}.values():
            self.let(let, self.renamed.get(let.name))
        for order, rule in enumerate(pattern.rules):
            if rule.context.number not in self.options.without:
                self.rule(index, rule, len(pattern.rules) - order)
        self.renamed = {}

    def rule(self, index: int, rule: Rule, priority: int) -> None:
        number = len(self.rules)
        self.rules.append(FiredRule(rule.context.text, rule.attributes, index, _place(rule.context.place)))
        self.expression("<_:template match=", rule.context, f' mode="__:p{index}" priority="{priority}">')
        if self.options.trace:
            self.put(f'<u n="{number}"{_dynamic(rule.attributes)} p="{{path()}}" b="{{base-uri(/)}}"/>')
        visits = rule.visit_each is not None and rule.visit_each.number not in self.options.without
        if visits:
            self.put('<_:variable name="__:c" select="."/>')
        if not self.options.careful:
            for let in rule.lets:
                self.let(let)
        if visits and rule.visit_each is not None:
            self.expression("<_:for-each select=", rule.visit_each, ">")
        for assertion in rule.assertions:
            if assertion.test.number not in self.options.without:
                self.assertion(index, number, rule, assertion, visits)
        self.put(("</_:for-each>" if visits else "") + "</_:template>")

    def assertion(self, index: int, rule_number: int, rule: Rule, assertion: Assertion, visits: bool) -> None:
        number = len(self.entries)
        self.entries.append(
            Entry(
                assertion.kind,
                assertion.test.text,
                assertion.attributes,
                tuple(text.attributes for text in assertion.diagnostics),
                tuple(text.attributes for text in assertion.properties),
                index,
                rule_number,
                _place(assertion.place),
            )
        )
        node = "$__:c/" if visits else ""
        if self.options.careful:
            # Saxon does not take back what was written before an error, so nothing is written before all is made.
            self.put('<_:try><_:variable name="__:made">')
            for let in rule.lets:
                self.let(let)
        if assertion.kind == "assert":
            self.expression("<_:choose><_:when test=", assertion.test, "/><_:otherwise>")
        else:
            self.expression("<_:if test=", assertion.test, ">")
        self.finding(number, assertion, node)
        self.put("</_:otherwise></_:choose>" if assertion.kind == "assert" else "</_:if>")
        if self.options.careful:
            failed = f'<x n="{number}" p="{{{node}path()}}" c="{{local-name-from-QName($_err:code)}}">'
            self.put('</_:variable><_:copy-of select="$__:made"/>')
            self.put(f'<_:catch errors="*">{failed}<_:value-of select="$_err:description"/></x></_:catch></_:try>')

    def finding(self, number: int, assertion: Assertion, node: str) -> None:
        base = ' b="{base-uri(/)}"' if self.schema.patterns[self.entries[number].pattern].documents else ""
        self.put(f'<f n="{number}"{_dynamic(assertion.attributes)} p="{{{node}path()}}"{base}>')
        if assertion.subject is not None and assertion.subject.number not in self.options.without:
            subject = assertion.subject
            wrapped = "<_:for-each select="
            self.expression(wrapped, subject, '><_:if test="position() = 1"><s p="{path()}"/></_:if></_:for-each>')
        self.text("t", assertion.parts)
        for text in assertion.diagnostics:
            self.text("d", text.parts)
        for text in assertion.properties:
            self.text("q", text.parts, text)
        self.put("</f>")

    def text(self, tag: str, parts: Iterable[Piece], text: Text | None = None) -> None:
        # A role may be an attribute value template, and what is copied may bring attributes of its own.
        role = _dynamic(text.attributes) if text else ""
        self.put(f"<{tag}{role}>")
        self.content(parts)
        self.put(f"</{tag}>")

    def content(self, parts: Iterable[Piece]) -> None:
        for part in parts:
            match part:
                case str():
                    self.put(f"<_:text>{_escape(part)}</_:text>")
                case ValueOf(select):
                    if select.number not in self.options.without:
                        self.expression("<_:value-of select=", select, "/>")
                case Name():
                    self.put('<_:value-of select="name()"/>')
                case Inline(kind, attributes, inside):
                    values = "".join(f' {key}="{_literal(value)}"' for key, value in attributes)
                    self.put(f"<__:{kind}{values}>")
                    self.content(inside)
                    self.put(f"</__:{kind}>")
                case Foreign(number):
                    if number not in self.options.without:
                        self.foreign(part)

    # The pass

    def walk(self, indexed: list[tuple[int, Pattern]]) -> None:
        made = dispatch([(index, pattern) for index, pattern in indexed if pattern.documents is None])
        for target in made.targets:
            inside = "".join(f'<_:apply-templates select="." mode="__:p{index}"/>' for index in target.patterns)
            owned = "".join(f'<_:apply-templates select=".." mode="__:p{index}"/>' for index in target.of_owner)
            self.put(f'<_:template match="{_escape(target.match)}" mode="__:walk">{inside}{owned}</_:template>')
        start = self.schema.start
        if start is not None and start.number not in self.options.without:
            self.put('<_:mode name="__:from" on-no-match="deep-skip"/>')
            self.expression(
                "<_:template match=", start, ' mode="__:from" as="node()*"><_:sequence select="."/></_:template>'
            )
        self.put('<_:template match="/"><r>')
        if start is not None:
            self.put(
                '<_:variable name="__:from" as="node()*"><_:apply-templates select="/ | //node()" mode="__:from"/></_:variable>'
            )
            self.put('<_:apply-templates select="$__:from/descendant-or-self::node()/(. | @*)" mode="__:walk"/>')
        else:
            for nodes in made.nodes:
                self.put(f'<_:apply-templates select="{nodes}" mode="__:walk"/>')
        root = "/*" if start is None else "$__:from/descendant-or-self::*[parent::document-node()]"
        for index in made.of_root:
            self.put(f'<_:apply-templates select="{root}" mode="__:p{index}"/>')
        for index, pattern in indexed:
            if pattern.documents is not None and pattern.documents.number not in self.options.without:
                self.documents(index, pattern, pattern.documents)
        self.put("</r></_:template>")

    def documents(self, index: int, pattern: Pattern, documents: Expression) -> None:
        self.needs_files = True
        self.renamed = {let.name: f"{let.name}.p{index}" for let in pattern.lets if let.name in self.shared}
        self.put('<_:variable name="__:b" select="base-uri(/)"/>')
        self.expression("<_:for-each select=", documents, ">")
        self.renamed = {}
        self.put('<_:variable name="__:d" select="__:doc($__:b, .)"/>')
        self.put(f'<v n="{index}" b="{{base-uri($__:d)}}"/>')
        self.put('<_:for-each select="$__:d">')
        for nodes in all_nodes(pattern):
            self.put(f'<_:apply-templates select="{nodes}" mode="__:p{index}"/>')
        self.put("</_:for-each></_:for-each>")


def _escape(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")


def _literal(text: str) -> str:
    return _escape(text).replace("{", "{{").replace("}", "}}")


def _dynamic(attributes: dict[str, str]) -> str:
    """Return those of `role` and `flag` that are attribute value templates."""
    return "".join(f' {key}="{_escape(attributes[key])}"' for key in ("role", "flag") if "{" in attributes.get(key, ""))


def _place(place: Location) -> Place:
    return (place.path, place.line, place.column)


def _constructor(nodes: Iterable[str | etree._Element]) -> str:
    """Return instructions that make nodes as they stand in the schema, XSLT or not."""
    made = []
    for node in nodes:
        if isinstance(node, str):
            made.append(f"<_:text>{_escape(node)}</_:text>")
            continue
        name = etree.QName(node)
        made.append(f'<_:element name="{name.localname}" namespace="{_literal(namespace(str(node.tag)))}">')
        for key, value in node.attrib.items():
            attribute = etree.QName(str(key))
            uri_of = _literal(attribute.namespace or "")
            made.append(
                f'<_:attribute name="{attribute.localname}" namespace="{uri_of}"><_:text>{_escape(str(value))}</_:text></_:attribute>'
            )
        made.append(_constructor(_inside(node)) + "</_:element>")
    return "".join(made)


def _inside(element: etree._Element) -> Iterable[str | etree._Element]:
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail
