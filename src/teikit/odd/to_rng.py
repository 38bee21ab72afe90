"""From a resolved schema to RELAX NG in XML syntax.

Definitions have the TEI's names: `persName`, `model.pLike`, `att.global.attributes`, `att.global.attribute.xmlid`,
`teidata.word`. The attributes and the content of an element stand in one `group`: libxml2 then loads the TEI a hundred
times faster, and the language is the same.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from teikit.odd.classes import Attribute, AttributeClasses, Choice, FromClass, WholeClass
from teikit.odd.content import EXPANSIONS, ContentModels
from teikit.odd.grammar.patterns import ANNOTATIONS, RNG, XSD_TYPES, choice, documentation, group, rng
from teikit.odd.model import AttDef, ClassSpec, ElementSpec, ModuleRef, Specs


def to_rng(specs: Specs) -> bytes:
    """Return the schema as RELAX NG in XML syntax: UTF-8, indented, the same bytes for the same schema."""
    return serialise(grammar_of(specs))


def serialise(grammar: etree._Element) -> bytes:
    """Return a `grammar` element as bytes, indented."""
    etree.indent(grammar, "  ")
    return etree.tostring(grammar, encoding="utf-8", xml_declaration=True) + b"\n"


def grammar_of(specs: Specs) -> etree._Element:
    """Return the `grammar` element of a schema."""
    return _Grammar(specs).build()


class _Grammar:
    def __init__(self, specs: Specs) -> None:
        self.specs = specs
        names = (one.get("name", "") for _, grammar in specs.grammars for one in grammar.iter(f"{{{RNG}}}define"))
        self.models = ContentModels(specs, frozenset(names))
        self.attributes = AttributeClasses(specs)
        self.defines: dict[str, etree._Element] = {}

    def build(self) -> etree._Element:
        for macro in self.specs.macros.values():
            self.define(self.models.name(macro), self.models.of(macro, macro.content, macro.val_list))
        for data in self.specs.data.values():
            self.define(self.models.name(data), self.models.of(data, data.content, data.val_list))
        for spec in self.specs.classes.values():
            if spec.type == "atts":
                self.attribute_class(spec)
            else:
                self.model_class(spec)
        for element in self.specs.elements.values():
            self.element(element)
        for name, pattern in self.models.extra.items():
            self.define(name, pattern)
        return self.grammar()

    def define(self, name: str, *patterns: etree._Element) -> None:
        self.defines[name] = rng("define", *patterns, name=name)

    def model_class(self, spec: ClassSpec) -> None:
        members = self.models.members.get(spec.ident, [])
        name = self.models.name(spec)
        for expand in ("", *EXPANSIONS):
            if members:
                pattern = self.models.expansion(members, expand or "alternation", nested=bool(expand))
            else:
                optional = expand in ("sequence", "sequenceOptional", "sequenceOptionalRepeatable")
                pattern = rng("empty") if optional else rng("notAllowed")
            self.define(f"{name}_{expand}" if expand else name, pattern)

    def attribute_class(self, spec: ClassSpec) -> None:
        name = self.models.name(spec)
        parts: list[etree._Element] = []
        used: set[tuple[str, str]] = set()
        own = {definition.key for owner, definition in self.attributes.closure(spec.ident) if owner == spec.ident}
        for parent in self.attributes.superclasses(spec):
            pairs = self.attributes.closure(parent)
            keys = {definition.key for _, definition in pairs}
            if keys & (used | own):
                parts.extend(self.class_attribute(owner, one) for owner, one in pairs if one.key not in used | own)
            else:
                parts.append(self.whole_class(parent))
            used |= keys
        for owner, definition in self.attributes.closure(spec.ident):
            if definition.key in own or definition.key not in used:
                parts.append(self.class_attribute(owner, definition))
            if owner == spec.ident:
                self.define(_attribute_name(name, definition), self.attribute(definition))
        self.define(f"{name}.attributes", group(parts))

    def whole_class(self, ident: str) -> etree._Element:
        return rng("ref", name=f"{self.models.name(self.specs.classes[ident])}.attributes")

    def class_attribute(self, ident: str, definition: AttDef) -> etree._Element:
        return rng("ref", name=_attribute_name(self.models.name(self.specs.classes[ident]), definition))

    def attribute(self, definition: AttDef) -> etree._Element:
        value = self.models.attribute_value(definition)
        pattern = rng("attribute", *documentation(definition.documentation), value, name=definition.name)
        if definition.namespace is not None:
            pattern.set("ns", definition.namespace)
        if definition.usage == "req":
            return pattern
        if definition.default:
            pattern.set(f"{{{ANNOTATIONS}}}defaultValue", definition.default)
        return rng("optional", pattern)

    def _attribute_pattern(self, item: Attribute) -> etree._Element:
        match item:
            case WholeClass(ident):
                return self.whole_class(ident)
            case FromClass(ident, definition):
                return self.class_attribute(ident, definition)
            case Choice(items, grouped):
                inner = [self._attribute_pattern(one) for one in items]
                return group(inner) if grouped else choice(inner)
            case _:
                return self.attribute(item)

    def element(self, spec: ElementSpec) -> None:
        name = self.models.name(spec)
        content = self.models.of(spec, spec.content, spec.val_list)
        if content.tag == f"{{{RNG}}}notAllowed":
            self.define(name, content)
            return
        parts = [self._attribute_pattern(one) for one in self.attributes.of_element(spec)]
        body = group([*parts, content])
        pattern = rng("element", *documentation(spec.documentation), body, name=spec.name)
        if spec.namespace is not None and spec.namespace != self.specs.namespace:
            pattern.set("ns", spec.namespace)
        self.define(name, pattern)

    def start(self) -> etree._Element:
        wanted = self.specs.start
        idents = wanted if wanted is not None else ("TEI", "teiCorpus")
        names = []
        for ident in idents:
            spec = self.specs.elements.get(ident) or self.specs.elements.get(ident.removeprefix(self.specs.prefix))
            names.extend([self.models.name(spec)] if spec else [])
        return rng("start", choice([rng("ref", name=name) for name in names]) if names else rng("notAllowed"))

    def grammar(self) -> etree._Element:
        tree = etree.fromstring(f'<grammar xmlns="{RNG}" xmlns:a="{ANNOTATIONS}"/>')
        tree.set("ns", self.specs.namespace)
        tree.set("datatypeLibrary", XSD_TYPES)
        start = self.start()
        tree.append(start)
        divisions = [self._division(module, grammar) for module, grammar in self.specs.grammars]
        kept = self._reachable([start, *divisions])
        tree.extend(define for name, define in self.defines.items() if name in kept)
        tree.extend(divisions)
        return tree

    def _division(self, module: ModuleRef, grammar: etree._Element) -> etree._Element:
        """Return the definitions of an external grammar, with those that the ODD puts in their place."""
        division = deepcopy(grammar)
        division.extend(self.models.overrides(module.content, module.prefix))
        return division

    def _reachable(self, roots: list[etree._Element]) -> set[str]:
        """Return the definitions of elements, and those that they or the roots need."""
        todo = [one.get("name", "") for root in roots for one in root.iter(f"{{{RNG}}}ref")]
        todo.extend(self.models.name(spec) for spec in self.specs.elements.values())
        kept: set[str] = set()
        while todo:
            name = todo.pop()
            if name not in kept and name in self.defines:
                kept.add(name)
                todo.extend(ref.get("name", "") for ref in self.defines[name].iter(f"{{{RNG}}}ref"))
        return kept


def _attribute_name(class_name: str, definition: AttDef) -> str:
    return f"{class_name}.attribute.{definition.ident.replace(':', '')}"
