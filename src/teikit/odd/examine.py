"""What can be said about a customization beyond its being readable: references, changes and constraints in vain."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from teikit.diagnostics import Code, Diagnostic
from teikit.odd import codes
from teikit.odd.classes import AttributeClasses
from teikit.odd.grammar.patterns import RNG
from teikit.odd.model import (
    AttDef,
    ClassSpec,
    ConstraintSpec,
    ElementSpec,
    Origin,
    SchemaSpec,
    Spec,
    Specs,
)
from teikit.odd.to_schematron import SCH
from teikit.xml import TEI, clark, local_name

XSD_TYPES = frozenset(
    """anyURI base64Binary boolean byte date dateTime dateTimeStamp dayTimeDuration decimal double duration ENTITIES
    ENTITY float gDay gMonth gMonthDay gYear gYearMonth hexBinary ID IDREF IDREFS int integer language long Name NCName
    negativeInteger NMTOKEN NMTOKENS nonNegativeInteger nonPositiveInteger normalizedString NOTATION positiveInteger
    QName short string time token unsignedByte unsignedInt unsignedLong unsignedShort
    yearMonthDuration""".split()  # noqa: SIM905
)
"""The built-in datatypes of W3C XML Schema that a `dataRef` can name."""

FACETS = frozenset(
    """fractionDigits length maxExclusive maxInclusive maxLength minExclusive minInclusive minLength pattern
    totalDigits""".split()  # noqa: SIM905
)
"""The facets that RELAX NG takes as parameters of a datatype."""

_ASSERTIONS = (clark(SCH, "assert"), clark(SCH, "report"))


def _say(code: Code, origin: Origin, message: str, hint: str | None = None, at: str | None = None) -> Diagnostic:
    return Diagnostic.of(code, origin.locate(at), message, hint=hint)


def examine_change(old: Spec, change: Spec, before: Specs) -> Iterator[Diagnostic]:
    """Yield what a change says in vain about attributes; `before` is the schema without any change."""
    if not isinstance(old, ElementSpec | ClassSpec) or not isinstance(change, ElementSpec | ClassSpec):
        return
    defined = {definition.ident: definition for definition in old.attributes.definitions()}
    inherited: set[str] = {ref.name or "" for ref in old.attributes.references()}
    if isinstance(old, ElementSpec):
        classes = AttributeClasses(before)
        for ident in classes.superclasses(old):
            inherited |= {definition.ident for _, definition in classes.closure(ident)}
    for definition in change.attributes.definitions():
        if definition.mode in ("change", "delete") and definition.ident not in defined.keys() | inherited:
            what = "changed" if definition.mode == "change" else "removed"
            message = f"“{old.ident}” has no attribute “{definition.ident}” that could be {what}"
            yield _say(codes.ABSENT_ATTRIBUTE, definition.origin, message, at="ident")
        elif definition.mode == "change":
            yield from _values(definition, defined.get(definition.ident))


def _values(change: AttDef, old: AttDef | None) -> Iterator[Diagnostic]:
    values = change.val_list
    if values is None or values.mode == "delete":
        return
    message = f"the list of values of “{change.ident}” has no effect"
    if values.mode is None:
        hint = 'state its mode: valList mode="add" or mode="replace"'
        yield _say(codes.VALUES_IN_VAIN, change.origin, message, hint)
    elif values.mode != "change" and old is not None and old.mode == "change" and _is_modeless(old):
        hint = (
            "the source changes this attribute of a class itself, and a change of a change does not reach the list: "
            'write attDef mode="replace", and all that the attribute is to have'
        )
        yield _say(codes.VALUES_IN_VAIN, change.origin, message, hint)


def _is_modeless(definition: AttDef) -> bool:
    return definition.val_list is None or definition.val_list.mode is None


def examine_schema(schema: SchemaSpec, specs: Specs) -> Iterator[Diagnostic]:
    """Yield what is wrong with the declarations that an ODD makes itself."""
    yield from _start(schema, specs)
    for declaration in schema.declarations:
        if isinstance(declaration, ConstraintSpec):
            yield from _constraint(declaration, None)
        elif isinstance(declaration, Spec) and declaration.mode != "delete":
            yield from _references(declaration, specs)
            yield from _datatypes(declaration)
            for element in declaration.origin.element.iter(clark(TEI, "constraintSpec")):
                origin = Origin(declaration.origin.document, element)
                constraint = ConstraintSpec("", element.get("mode", "add"), element.get("scheme", "schematron"), origin)
                yield from _constraint(constraint, declaration)


def _start(schema: SchemaSpec, specs: Specs) -> Iterator[Diagnostic]:
    if schema.start == ():
        return
    wanted = ("TEI", "teiCorpus") if schema.start is None else schema.start
    found = [one for one in wanted if one in specs.elements or one.removeprefix(specs.prefix) in specs.elements]
    if not found:
        message = f"no document can begin: the schema has no element {' or '.join(f'“{one}”' for one in wanted)}"
        hint = "name the outermost elements in schemaSpec/@start"
        yield _say(codes.NO_START, schema.origin, message, hint, "start" if schema.start else None)
    elif schema.start is not None:
        for one in schema.start:
            if one not in found:
                message = f"the schema has no element “{one}” to start with"
                yield _say(codes.UNKNOWN_KEY, schema.origin, message, None, "start")


def _references(spec: Spec, specs: Specs) -> Iterator[Diagnostic]:
    document = spec.origin.document
    for kind in ("elementRef", "classRef", "macroRef", "dataRef", "memberOf"):
        for element in spec.origin.element.iter(clark(TEI, kind)):
            key = element.get("key")
            if key is None or specs.get(key) is not None or element.get("mode") == "delete":
                continue
            what = "membership" if kind == "memberOf" else "reference"
            message = f"“{key}” is not in the schema, so this {what} is left out"
            hint = "a datatype of W3C XML Schema is named by @name" if key in XSD_TYPES else None
            yield _say(codes.DROPPED_REFERENCE, Origin(document, element), message, hint, "key")


def _datatypes(spec: Spec) -> Iterator[Diagnostic]:
    document = spec.origin.document
    for element in spec.origin.element.iter(clark(TEI, "dataRef"), clark(TEI, "dataFacet"), f"{{{RNG}}}data"):
        attribute = "type" if element.tag == f"{{{RNG}}}data" else "name"
        name = element.get(attribute)
        facet = local_name(str(element.tag)) == "dataFacet"
        if name is None or name in (FACETS if facet else XSD_TYPES) or _library(element):
            continue
        message = f"W3C XML Schema has no {'facet' if facet else 'datatype'} “{name}”"
        hint = None if facet else f'a datatype of the TEI is named by key: <dataRef key="{name}"/>'
        yield _say(codes.UNKNOWN_DATATYPE, Origin(document, element), message, hint, attribute)


def _library(element: etree._Element) -> bool:
    """Does embedded RELAX NG name a library of datatypes of its own?"""
    return any(node.get("datatypeLibrary") is not None for node in [element, *element.iterancestors()])


def _constraint(constraint: ConstraintSpec, owner: Spec | None) -> Iterator[Diagnostic]:
    element = constraint.origin.element
    bodies = list(element.iterchildren(clark(TEI, "constraint")))
    if not bodies or constraint.mode == "delete":
        return
    if not constraint.is_schematron:
        message = f"the scheme “{constraint.scheme}” is not ISO Schematron, so the constraint is not checked"
        yield _say(codes.UNKNOWN_SCHEME, constraint.origin, message, at="scheme")
    elif not isinstance(owner, ElementSpec):
        loose = [one for body in bodies for one in body.iterchildren(*_ASSERTIONS)]
        if loose:
            message = "the assertion stands in no rule, and its owner gives it no context"
            hint = "put it into an sch:rule with @context"
            yield _say(codes.CONSTRAINT_WITHOUT_CONTEXT, Origin(constraint.origin.document, loose[0]), message, hint)
