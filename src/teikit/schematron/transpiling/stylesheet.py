"""The stylesheet as a whole: variables, patterns, and the pass over the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from teikit.schematron.model import XSLT, Expression, Pattern, Rule, Schema
from teikit.schematron.program import OWN, Options, Program
from teikit.schematron.transpiling.dispatch import all_nodes, dispatch, tries_document
from teikit.schematron.transpiling.documents import FUNCTIONS, PREFIXES
from teikit.schematron.transpiling.lines import Lines, escape
from teikit.schematron.transpiling.location import AT
from teikit.schematron.transpiling.nodes import put_foreign
from teikit.schematron.transpiling.rules import Rules
from teikit.schematron.transpiling.version import is_xpath_1


def transpile(schema: Schema, options: Options) -> Program:
    """Return the program of a schema."""
    return _Transpiler(schema, options).program()


class _Transpiler:
    def __init__(self, schema: Schema, options: Options) -> None:
        self.schema = schema
        self.options = options
        self.lines = Lines(schema.namespaces)
        version = ' version="1.0"' if is_xpath_1(schema) else ""
        self.rules = Rules(self.lines, options, schema.namespaces, schema.binding, version)
        self.patterns = [pattern._replace(rules=tuple(self.running(pattern))) for pattern in schema.patterns]
        scopes = (schema.lets, *(pattern.lets for pattern in schema.patterns))
        counts = Counter(name for lets in scopes for name in {let.name for let in lets})
        self.shared = {name for name, count in counts.items() if count > 1}

    def running(self, pattern: Pattern) -> Iterator[Rule]:
        """Yield the rules of a pattern that are not left out."""
        for rule in pattern.rules:
            visits = rule.visit_each.number if rule.visit_each else 0
            if not self.options.without & {rule.context.number, visits}:
                yield rule

    def program(self) -> Program:
        """Write all of it."""
        schema, lines = self.schema, self.lines
        for foreign in schema.foreign:
            if foreign.number not in self.options.without:
                put_foreign(lines, foreign, schema.namespaces)
        for let in schema.lets:
            self.rules.let(let)
        for index, pattern in enumerate(self.patterns):
            self.pattern(index, pattern)
        self.walk()
        head = self.head()
        return Program(
            "\n".join([head, *lines.lines, "</_:stylesheet>"]),
            dict(schema.attributes),
            schema.title,
            schema.phase,
            dict(schema.namespaces),
            tuple(pattern.attributes for pattern in schema.patterns),
            tuple(self.rules.rules),
            tuple(self.rules.entries),
            tuple(start + head.count("\n") + 1 for start in lines.starts),
            tuple(lines.parts),
            lines.needs_files,
        )

    def head(self) -> str:
        """Return what comes first; it depends on what the rest needs."""
        declared = "".join(f' xmlns:{prefix}="{escape(bound)}"' for prefix, bound in self.lines.prefixes.items())
        extra = ""
        if self.lines.needs_files:
            declared, extra = declared + PREFIXES, FUNCTIONS
        if self.options.careful:
            declared += ' xmlns:_err="http://www.w3.org/2005/xqt-errors"'
        return (
            f'<_:stylesheet version="3.0" xmlns:_="{XSLT}" xmlns:__="{OWN}"{declared} exclude-result-prefixes="#all">\n'
            f'<_:output omit-xml-declaration="yes"/>\n{AT}{extra}<_:mode name="__:walk" on-no-match="deep-skip"/>'
        )

    def renamed(self, index: int, pattern: Pattern) -> dict[str, str]:
        """Return new names for the variables of a pattern that others have as well: all are global in XSLT."""
        return {let.name: f"{let.name}.p{index}" for let in pattern.lets if let.name in self.shared}

    def pattern(self, index: int, pattern: Pattern) -> None:
        """Write the variables and rules of a pattern."""
        self.lines.renamed = self.renamed(index, pattern)
        self.lines.put(f'<_:mode name="__:p{index}" on-no-match="deep-skip"/>')
        if tries_document(pattern):
            # To skip a document node is to go on to its children, which are visited anyway.
            self.lines.put(f'<_:template match="/" mode="__:p{index}" priority="-1"/>')
        for let in {each.name: each for each in pattern.lets}.values():
            self.rules.let(let, self.lines.renamed.get(let.name))
        for order, rule in enumerate(pattern.rules):
            self.rules.rule(index, rule, len(pattern.rules) - order, pattern.documents is not None)
        self.lines.renamed = {}

    def walk(self) -> None:
        """Write the pass over the document."""
        put, indexed = self.lines.put, list(enumerate(self.patterns))
        made = dispatch([(index, pattern) for index, pattern in indexed if pattern.documents is None])
        for target in made.targets:
            inside = "".join(f'<_:apply-templates select="." mode="__:p{index}"/>' for index in target.patterns)
            owned = "".join(f'<_:apply-templates select=".." mode="__:p{index}"/>' for index in target.of_owner)
            put(f'<_:template match="{escape(target.match)}" mode="__:walk">{inside}{owned}</_:template>')
        start = self.schema.start
        if start is not None and start.number in self.options.without:
            start = None
        if start is not None:
            put('<_:mode name="__:from" on-no-match="deep-skip"/>')
            self.lines.expression("<_:template match=", start, ' mode="__:from"><_:sequence select="."/></_:template>')
        put('<_:template match="/"><r>')
        nodes, root = made.nodes, "/*"
        if start is not None:
            put('<_:variable name="__:from" as="node()*">')
            put('<_:apply-templates select="/ | //node()" mode="__:from"/></_:variable>')
            nodes = ("$__:from/descendant-or-self::node()/(. | @*)",)
            root = "$__:from/descendant-or-self::*[parent::document-node()]"
        for each in nodes:
            put(f'<_:apply-templates select="{each}" mode="__:walk"/>')
        for index in made.of_root:
            put(f'<_:apply-templates select="{root}" mode="__:p{index}"/>')
        for index, pattern in indexed:
            if pattern.documents is not None and pattern.documents.number not in self.options.without:
                self.other_documents(index, pattern, pattern.documents)
        put("</r></_:template>")

    def other_documents(self, index: int, pattern: Pattern, documents: Expression) -> None:
        """Write the passes over the documents that a pattern names; URIs are relative to the one that is validated."""
        put = self.lines.put
        self.lines.needs_files = True
        put('<_:variable name="__:base" select="base-uri(/)"/>')
        self.lines.renamed = self.renamed(index, pattern)
        self.lines.expression("<_:for-each select=", documents, ">")
        self.lines.renamed = {}
        # What cannot be read is laid to the charge of the expression.
        put('<_:variable name="__:document" select="__:doc($__:base, .)"/>', self.lines.parts[-1])
        put(f'<v n="{index}" b="{{base-uri($__:document)}}"/><_:for-each select="$__:document">')
        for nodes in all_nodes(pattern):
            put(f'<_:apply-templates select="{nodes}" mode="__:p{index}"/>')
        put("</_:for-each></_:for-each>")
