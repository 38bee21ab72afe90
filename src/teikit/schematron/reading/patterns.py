"""Patterns and rules, with what is abstract resolved (clauses 5.4.9, 5.4.13 and 6.3)."""

from __future__ import annotations

from typing import NamedTuple

from teikit.schematron import codes
from teikit.schematron.model import SCH, Assertion, Expression, Let, Pattern, Rule, Text
from teikit.schematron.reading.content import Content, Parameters
from teikit.schematron.reading.includes import Found, children, referred
from teikit.xml import local_name, namespace

_FOR_PEOPLE = frozenset(("title", "p", "param"))
_DEPTH = 50
"""How many abstract rules may extend one another."""


class Scope(NamedTuple):
    """What is known inside one pattern: its parameters, its abstract rules by id, and the texts of the schema."""

    parameters: Parameters
    abstract: dict[str, Found]
    diagnostics: dict[str, Found]
    properties: dict[str, Found]
    inherited: dict[str, str]


class Patterns:
    """Reads patterns. `abstract`, `diagnostics` and `properties` are those of the schema, by id."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.files = content.files
        self.abstract: dict[str, Found] = {}
        self.missing: set[str] = set()
        self.diagnostics: dict[str, Found] = {}
        self.properties: dict[str, Found] = {}

    def pattern(self, found: Found) -> Pattern | None:
        """Return a pattern, or None where it cannot be understood or is abstract."""
        element = found.element
        if element.get("abstract") == "true":
            return None
        template, parameters = found, {}
        if element.get("is-a") is not None:
            known = self.abstract.get(element.get("is-a", "").strip())
            if known is None:
                if element.get("is-a") in self.missing:
                    return None
                self.missing.add(element.get("is-a", ""))
                message = (
                    f"there is no abstract pattern “{element.get('is-a')}”, so the patterns that are one do not run"
                )
                hint = f"there are: {', '.join(sorted(self.abstract)) or 'none'}"
                self.files.fault(codes.INVALID_SCHEMA, found.source.place(element, "is-a"), message, hint)
                return None
            template, parameters = known, {**_parameters(known), **_parameters(found)}
        inherited = {key: value for key, value in self.content.attributes(found, {}, {}).items() if key == "role"}
        own = self.content.attributes(template, {}, parameters)
        attributes = {**own, **self.content.attributes(found, {}, {})} if template is not found else own
        if template is not found and "id" not in element.attrib:
            attributes.pop("id", None)
        inherited = {key: attributes[key] for key in ("role",) if key in attributes} or inherited
        return self.of_rules([*children(self.files, template)], template, parameters, attributes, inherited)

    def of_rules(
        self,
        inside: list[Found],
        template: Found,
        parameters: Parameters,
        attributes: dict[str, str],
        inherited: dict[str, str],
    ) -> Pattern:
        """Return a pattern from what is inside it."""
        abstract = {
            each.element.get("id", ""): each
            for each in inside
            if each.element.tag == f"{{{SCH}}}rule" and each.element.get("abstract") == "true"
        }
        scope = Scope(parameters, abstract, self.diagnostics, self.properties, inherited)
        lets: list[Let] = []
        rules: list[Rule] = []
        for each in inside:
            name = local_name(str(each.element.tag))
            if namespace(str(each.element.tag)) != SCH or name in _FOR_PEOPLE:
                continue
            if name == "let":
                lets += filter(None, [self.content.let(each, parameters)])
            elif name == "rule":
                rules += filter(None, [self.rule(each, scope)])
            elif name != "ns":
                self.misplaced(each, "pattern", "let and rule")
        documents = None
        if "documents" in template.element.attrib:
            documents = self.content.expression(template, "documents", parameters)
        return Pattern(attributes, tuple(lets), tuple(rules), documents)

    def misplaced(self, found: Found, where: str, allowed: str) -> None:
        """Report an element that may not stand where it does."""
        name = local_name(str(found.element.tag))
        message = f"“{name}” is not allowed in “{where}”, so it does not run"
        self.files.fault(codes.INVALID_SCHEMA, found.source.place(found.element), message, f"allowed here: {allowed}")

    def rule(self, found: Found, scope: Scope) -> Rule | None:
        """Return a rule, or None where it cannot be understood or is abstract."""
        if found.element.get("abstract") == "true":
            return None
        if not (found.element.get("context") or "").strip():
            self.content.missing(found, "context")
            return None
        context = self.content.expression(found, "context", scope.parameters)
        return self.in_context(found, context, [*children(self.files, found)], scope)

    def in_context(self, found: Found, context: Expression, inside: list[Found], scope: Scope) -> Rule | None:
        """Return a rule from its context and what is inside it."""
        attributes = self.content.attributes(found, scope.inherited, scope.parameters)
        visit_each = None
        if "visit-each" in found.element.attrib:
            visit_each = self.content.expression(found, "visit-each", scope.parameters)
        reader = _RuleReader(self, scope)
        reader.read(inside, found, attributes, 0)
        if reader.broken:
            return None
        return Rule(context, visit_each, attributes, tuple(reader.lets), tuple(reader.assertions))

    def assertion(self, found: Found, rule: Found, attributes: dict[str, str], scope: Scope) -> Assertion | None:
        """Return an assertion; `attributes` are those of its rule."""
        element, parameters = found.element, scope.parameters
        if "test" not in element.attrib:
            self.content.missing(found, "test")
            return None
        test = self.content.expression(found, "test", parameters)
        with_subject = found if "subject" in element.attrib else rule if "subject" in rule.element.attrib else None
        subject = self.content.expression(with_subject, "subject", parameters) if with_subject else None
        inherited = {key: value for key, value in attributes.items() if key in ("role", "flag")}
        return Assertion(
            local_name(str(element.tag)),
            test,
            subject,
            self.content.attributes(found, inherited, parameters),
            self.content.parts(found, parameters),
            self._texts(found, "diagnostics", scope.diagnostics, parameters),
            self._texts(found, "properties", scope.properties, parameters),
            found.source.place(element),
        )

    def _texts(self, found: Found, attribute: str, known: dict[str, Found], parameters: Parameters) -> tuple[Text, ...]:
        made = []
        for ident in found.element.get(attribute, "").split():
            if ident in known:
                made.append(self.content.text(known[ident], parameters))
                continue
            message = f"there is no “{ident}” among the {attribute} of the schema"
            hint = f"there are: {', '.join(sorted(known)) or 'none'}"
            self.files.fault(codes.INVALID_SCHEMA, found.source.place(found.element, attribute), message, hint)
        return tuple(made)


class _RuleReader:
    """Gathers the variables and assertions of one rule and of those that it extends."""

    def __init__(self, patterns: Patterns, scope: Scope) -> None:
        self.patterns = patterns
        self.scope = scope
        self.lets: list[Let] = []
        self.assertions: list[Assertion] = []
        self.broken = False

    def read(self, inside: list[Found], rule: Found, attributes: dict[str, str], depth: int) -> None:
        """Read what is inside a rule; `attributes` are what its assertions inherit."""
        for each in inside:
            name = local_name(str(each.element.tag))
            if namespace(str(each.element.tag)) != SCH or name in _FOR_PEOPLE or name == "ns":
                continue
            if name == "let":
                self.lets += filter(None, [self.patterns.content.let(each, self.scope.parameters)])
            elif name in ("assert", "report"):
                self.assertions += filter(None, [self.patterns.assertion(each, rule, attributes, self.scope)])
            elif name == "extends":
                self._extends(each, attributes, depth)
            else:
                self.patterns.misplaced(each, "rule", "let, extends, assert and report")

    def _extends(self, found: Found, attributes: dict[str, str], depth: int) -> None:
        target = self._target(found, depth)
        if target is None:
            self.broken = True
            return
        inherited = self.patterns.content.attributes(target, {}, self.scope.parameters)
        merged = {**attributes, **{key: value for key, value in inherited.items() if key in ("role", "flag")}}
        self.read([*children(self.patterns.files, target)], target, merged, depth + 1)

    def _target(self, found: Found, depth: int) -> Found | None:
        files = self.patterns.files
        if "href" in found.element.attrib:
            return referred(files, found)
        ident = found.element.get("rule", "").strip()
        place = found.source.place(found.element, "rule")
        if ident not in self.scope.abstract:
            message = f"there is no abstract rule “{ident}” in this pattern, so the rule that extends it does not run"
            hint = f"there are: {', '.join(sorted(filter(None, self.scope.abstract))) or 'none'}"
            files.fault(codes.INVALID_SCHEMA, place, message, hint)
            return None
        if depth >= _DEPTH or not files.may_go_on(place):
            message = f"the abstract rule “{ident}” extends itself, so the rule does not run"
            files.fault(codes.INVALID_SCHEMA, place, message, "let one of the rules stand alone")
            return None
        return self.scope.abstract[ident]


def _parameters(found: Found) -> Parameters:
    return {
        param.get("name", "").strip(): param.get("value", "")
        for param in found.element.iterchildren(f"{{{SCH}}}param")
        if param.get("name")
    }
