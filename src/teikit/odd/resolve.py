"""From a `schemaSpec` to the specifications that are in it, changes made, over as many ODDs as are chained.

The order of what is resolved is that of the TEI Stylesheets: modules `tei` and `core`, the other modules as they are
named, what is referred to by name, what the schema adds. It is the order of members where a class is a sequence.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, TypeVar

from lxml import etree

from teikit.diagnostics import Code, Diagnostic, SchemaError, Severity
from teikit.odd import codes
from teikit.odd.examine import examine_change, examine_schema
from teikit.odd.grammar.external import external_grammar
from teikit.odd.merge import merge_spec
from teikit.odd.model import (
    ClassSpec,
    ConstraintSpec,
    DataSpec,
    ElementSpec,
    MacroSpec,
    ModuleRef,
    Origin,
    SchemaSpec,
    Spec,
    SpecRef,
    Specs,
)
from teikit.odd.read.schema import schema_spec_of
from teikit.odd.read.sources import Sources
from teikit.odd.read.specs import SPEC_NAMES, Reader
from teikit.resolve import Resolver
from teikit.xml import TEI, Document

_S = TypeVar("_S", bound=Spec)


class Resolved(NamedTuple):
    """The schema of an ODD and what there is to say about it, none of it an error."""

    specs: Specs
    diagnostics: tuple[Diagnostic, ...]


def resolve_odd(
    path: str | Path, *, tei_source: str | Path | None = None, resolver: Resolver | None = None
) -> Resolved:
    """Read an ODD and all it builds on.

    Raises `SchemaError` with every diagnostic where one is an error, `DocumentError` where the ODD is not well-formed,
    `TeikitError` where there is no such file.
    """
    diagnostics: list[Diagnostic] = []
    resolving = _Resolving(Sources(tei_source, diagnostics, resolver), diagnostics)
    specs = resolving.schema(resolving.sources.document(path))
    ordered = tuple(sorted(dict.fromkeys(diagnostics), key=lambda one: one.sort_key))
    if specs is None or any(one.severity is Severity.ERROR for one in ordered):
        raise SchemaError([one for one in ordered if one.severity is Severity.ERROR] or ordered)
    return Resolved(specs, ordered)


class _Resolving:
    def __init__(self, sources: Sources, diagnostics: list[Diagnostic]) -> None:
        self.sources = sources
        self.diagnostics = diagnostics
        self.open: list[Document] = []
        self.libraries: dict[int, dict[str, Spec]] = {}

    def report(self, code: Code, origin: Origin, message: str, hint: str | None = None, at: str | None = None) -> None:
        self.diagnostics.append(Diagnostic.of(code, origin.locate(at), message, hint=hint))

    def schema(self, document: Document) -> Specs | None:
        """Resolve the first `schemaSpec` of a document."""
        element = next(document.root.iter(f"{{{TEI}}}schemaSpec"), None)
        if element is None:
            origin = Origin(document, document.root)
            self.report(codes.NO_SCHEMA_SPEC, origin, "the file has no schemaSpec, so it describes no schema")
            return None
        schema = schema_spec_of(document, element, self.sources, self.diagnostics)
        if schema is None:
            return None
        self.open.append(document)
        specs = _Assembly(self, schema).specs()
        self.open.pop()
        if not self.open and not any(one.severity is Severity.ERROR for one in self.diagnostics):
            self.diagnostics.extend(examine_schema(schema, specs))
        return specs

    def library(self, address: str | None, origin: Origin) -> dict[str, Spec] | None:
        """Return the specifications that a source offers, by name; None where there is no such source."""
        document = self.sources.source(address, origin, "source")
        if document is None:
            return None
        if document in self.open:
            chain = " → ".join(one.path for one in [*self.open[self.open.index(document) :], document])
            self.report(codes.SOURCE_CYCLE, origin, f"the ODD is its own source: {chain}", at="source")
            return None
        if id(document) not in self.libraries:
            self.libraries[id(document)] = self._read_library(document)
        return self.libraries[id(document)]

    def _read_library(self, document: Document) -> dict[str, Spec]:
        if next(document.root.iter(f"{{{TEI}}}schemaSpec"), None) is not None:
            specs = self.schema(document)
            return {} if specs is None else {spec.ident: spec for spec in specs.in_order()}
        reader = Reader(document, self.diagnostics)
        found: dict[str, Spec] = {}
        for element in document.root.iter(*(f"{{{TEI}}}{name}" for name in SPEC_NAMES)):
            spec = reader.spec(element)
            if spec is None or spec.mode in ("change", "delete", "replace"):
                continue
            if spec.ident in found:
                self.report(codes.DUPLICATE_IDENT, spec.origin, f"“{spec.ident}” is specified twice; the first counts")
            found.setdefault(spec.ident, spec)
        return found


class _Assembly:
    """One schema being put together."""

    def __init__(self, resolver: _Resolving, schema: SchemaSpec) -> None:
        self.resolver = resolver
        self.schema = schema
        self.found: dict[str, Spec] = {}
        self.changes: dict[str, list[Spec]] = {}
        self.grammars = self._external()
        self.refs = {one.key: one for one in schema.declarations if isinstance(one, SpecRef)}
        for one in schema.declarations:
            if isinstance(one, Spec) and one.mode != "add":
                self.changes.setdefault(one.ident, []).append(one)

    def specs(self) -> Specs:
        declarations = self.schema.declarations
        modules = [one for one in declarations if isinstance(one, ModuleRef) and one.key]
        first = {"tei": 0, "core": 1}
        for module in sorted(modules, key=lambda one: first.get(one.key or "", 2)):
            self._add_module(module)
        for one in declarations:
            if isinstance(one, SpecRef):
                self._add_reference(one)
            elif isinstance(one, Spec) and one.mode == "add":
                self._add(one, "it is there already, and what stands here takes its place")
        self._make_changes()
        return self._specs()

    def _external(self) -> tuple[tuple[ModuleRef, etree._Element], ...]:
        modules = [one for one in self.schema.declarations if isinstance(one, ModuleRef) and one.url]
        found = [(module, external_grammar(module, self.resolver.sources)) for module in modules]
        return tuple((module, grammar) for module, grammar in found if grammar is not None)

    def _library(self, source: str | None, origin: Origin) -> dict[str, Spec] | None:
        if source is None and self.schema.source is not None:
            return self.resolver.library(self.schema.source, self.schema.origin)
        return self.resolver.library(source, origin)

    def _add_module(self, module: ModuleRef) -> None:
        library = self._library(module.source, module.origin)
        if library is None:
            return
        members = [spec for spec in library.values() if spec.module == module.key]
        if not members and library:
            known = sorted({spec.module for spec in library.values() if spec.module})
            hint = f"its modules are {', '.join(known)}" if known else None
            self.resolver.report(
                codes.UNKNOWN_MODULE, module.origin, f"the source has no module “{module.key}”", hint, "key"
            )
        names = {spec.ident for spec in members}
        for attribute, idents in (("include", module.include), ("except", module.exclude)):
            for ident in idents:
                if ident not in names:
                    message = f"the module “{module.key}” has no “{ident}” to {attribute}"
                    self.resolver.report(codes.UNKNOWN_KEY, module.origin, message, None, attribute)
        members.sort(key=lambda spec: isinstance(spec, ElementSpec))
        for spec in members:
            if spec.ident not in self.refs and _is_included(spec, module):
                self.found.setdefault(spec.ident, spec)

    def _add_reference(self, ref: SpecRef) -> None:
        library = self._library(ref.source, ref.origin)
        if library is None:
            return
        spec = library.get(ref.key)
        if spec is None:
            self.resolver.report(
                codes.UNKNOWN_KEY, ref.origin, f"{ref.kind}: the source has no “{ref.key}”", None, "key"
            )
            return
        if isinstance(spec, ClassSpec) and (ref.include or ref.exclude):
            spec = _with_attributes(spec, ref)
        self.found[ref.key] = spec

    def _add(self, spec: Spec, message: str) -> None:
        if spec.ident in self.found:
            hint = 'use mode="change" to alter it or mode="replace" to say that this is meant'
            self.resolver.report(codes.DUPLICATE_IDENT, spec.origin, f"“{spec.ident}”: {message}", hint, "ident")
        self.found[spec.ident] = spec

    def _make_changes(self) -> None:
        before = self._specs()
        for ident, changes in self.changes.items():
            old = self.found.get(ident)
            deleted = next((one for one in changes if one.mode == "delete"), None)
            if old is None or type(old) is not type(changes[0]):
                self._report_absent(changes)
            elif deleted is not None:
                del self.found[ident]
            elif replacements := [one for one in changes if one.mode == "replace"]:
                self.found[ident] = replacements[-1]._replace(module=old.module)
            else:
                for change in changes:
                    self.resolver.diagnostics.extend(examine_change(old, change, before))
                    old = merge_spec(old, change)
                self.found[ident] = old

    def _report_absent(self, changes: list[Spec]) -> None:
        for one in changes:
            if one.mode == "replace":
                self.found.setdefault(one.ident, one)
                continue
            what = "removed" if one.mode == "delete" else "changed"
            message = f"“{one.ident}” cannot be {what}, because no module that is included has it"
            hint = 'include it, or write mode="add" if it is meant to be new' if one.mode == "change" else None
            self.resolver.report(codes.ABSENT_SPEC, one.origin, message, hint, "ident")

    def _specs(self) -> Specs:
        schema = self.schema
        constraints = tuple(one for one in schema.declarations if isinstance(one, ConstraintSpec))
        return Specs(
            schema.ident,
            schema.namespace,
            schema.prefix,
            schema.start,
            schema.exceptions,
            schema.language,
            self._of(ElementSpec),
            self._of(ClassSpec),
            self._of(MacroSpec),
            self._of(DataSpec),
            tuple(self.found),
            tuple(one for one in constraints if one.mode != "delete"),
            self.grammars,
            schema.origin,
        )

    def _of(self, kind: type[_S]) -> dict[str, _S]:
        return {ident: spec for ident, spec in self.found.items() if isinstance(spec, kind)}


def _is_included(spec: Spec, module: ModuleRef) -> bool:
    if not isinstance(spec, ElementSpec):
        return True
    if module.include:
        return spec.ident in module.include
    return spec.ident not in module.exclude


def _with_attributes(spec: ClassSpec, ref: SpecRef) -> ClassSpec:
    """Return a class with the attributes that `classRef` includes, or without those that it leaves out."""
    kept = tuple(
        item
        for item in spec.attributes.definitions()
        if (item.ident in ref.include if ref.include else item.ident not in ref.exclude)
    )
    return spec._replace(attributes=spec.attributes._replace(items=(*kept, *spec.attributes.references())))
