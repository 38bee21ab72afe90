"""A schema as a whole: what stands at its top, and the phase that is to run (clauses 5.4.14 and 5.4.10)."""

from __future__ import annotations

import os
from typing import NamedTuple

from teikit.diagnostics import Diagnostic, Location, SchemaError, TeikitError
from teikit.schematron import codes
from teikit.schematron.model import SCH, XSLT, Expression, Foreign, Let, Pattern, Schema
from teikit.schematron.reading.content import Content
from teikit.schematron.reading.includes import Found, children
from teikit.schematron.reading.patterns import Patterns, Scope
from teikit.schematron.reading.sources import Files, Source, local_file
from teikit.schematron.reading.xslt import DECLARATIONS
from teikit.xml import Document, clark, local_name, namespace
from teikit.xml.names import WHITE_SPACE

BINDINGS = ("xslt", "xslt2", "xslt3", "xpath", "xpath2", "xpath3")
_FOR_PEOPLE = frozenset(("title", "p", "ns"))
_ALL, _DEFAULT = "#ALL", "#DEFAULT"


class Top(NamedTuple):
    """What stands at the top of a schema, whatever form it is in."""

    source: Source
    attributes: dict[str, str]
    children: list[Found]
    embedded: bool


def read_schema(path: str, phase: str | None, tei_source: str | None = None) -> Schema:
    """Read the schema in a file, in any form, for one phase (None: the default one).

    `tei_source` is the file that stands for the TEI where an ODD names no other.

    Raises `SchemaError` where it is none, `TeikitError` where there is no such file or phase.
    """
    files = Files()
    from teikit.diagnostics import DocumentError

    try:
        if files.is_plain_grammar(path):
            return Schema({}, "", phase or _ALL, "xslt3", {}, (), (), (), None, (), tuple(files.digests.items()))
        data, document = files.first(path)
    except DocumentError as error:
        raise SchemaError(error.diagnostics) from None
    return _Reader(files, top_of(files, path, data, document, tei_source)).read(phase)


def top_of(files: Files, path: str, data: bytes, document: Document | None, tei_source: str | None) -> Top:
    """Return the top of a schema in any form."""
    root = str(document.root.tag) if document is not None else ""
    if document is not None and root == clark(SCH, "schema"):
        source = files.source(path, document, {})
        found = Found(document.root, source, (os.path.realpath(path),))
        attributes = {str(name): str(value) for name, value in document.root.attrib.items()}
        return Top(source, attributes, [*children(files, found)], False)
    from teikit.schematron.reading.converted import top_of_compact, top_of_odd
    from teikit.schematron.reading.embedded import RNG, top_of_grammar

    if document is None:
        return top_of_compact(files, path, data)
    if namespace(root) == RNG:
        return top_of_grammar(files, files.source(path, document, {}))
    if root in (clark("http://www.tei-c.org/ns/1.0", name) for name in ("TEI", "teiCorpus", "schemaSpec")):
        return top_of_odd(files, path, data, tei_source)
    message = (
        f"the root element is “{local_name(root)}”{_of_other_namespace(root)}, so this is neither Schematron nor a "
        "schema with Schematron in it"
    )
    hint = f'a schema begins with <schema xmlns="{SCH}">'
    raise SchemaError([Diagnostic.of(codes.NOT_SCHEMATRON, document.locate(document.root), message, hint=hint)])


def _of_other_namespace(root: str) -> str:
    """Say where a root is from that only looks like Schematron's."""
    if local_name(root) != "schema":
        return ""
    return f" in the namespace {namespace(root)}" if namespace(root) else " in no namespace"


class _Reader:
    def __init__(self, files: Files, top: Top) -> None:
        self.files = files
        self.top = top
        self.content = Content(files, top.embedded)
        self.patterns = Patterns(self.content)
        self.phases: dict[str, Found] = {}
        self.title = ""
        self.lets: list[Let] = []
        self.foreign: list[Foreign] = []
        self.found: list[Found] = []
        self.start: Expression | None = None

    def read(self, phase: str | None) -> Schema:
        binding = self._binding()
        for each in self.top.children:
            self._gather(each)
        for each in self.phases.values():
            self._check(each)
        chosen, active = self._phase(phase)
        made = [self._pattern(each) for each in self.found if active is None or each.element.get("id") in active]
        namespaces = dict(self.top.source.prefixes)
        return Schema(
            self.top.attributes,
            self.title,
            chosen,
            binding,
            namespaces,
            tuple(self._once(self.lets)),
            tuple(self.foreign),
            tuple(pattern for pattern in made if pattern is not None),
            self.start,
            tuple(self.files.faults),
            tuple(self.files.digests.items()),
            frozenset(self.content.refused),
        )

    def _binding(self) -> str:
        given = self.top.attributes.get("queryBinding")
        if given is None:
            return "xslt3" if self.top.embedded else ""
        name = given.strip(WHITE_SPACE).lower().replace(" ", "")
        if name in BINDINGS:
            return name
        message = f"the query language “{given}” is not known here, so no rule runs"
        hint = f"known are {', '.join(BINDINGS)}"
        root = self.top.source.document.root
        place = self.top.source.place(root, "queryBinding")
        raise SchemaError([Diagnostic.of(codes.UNKNOWN_BINDING, place, message, hint=hint)])

    def _gather(self, found: Found) -> None:
        tag = str(found.element.tag)
        name = local_name(tag)
        if namespace(tag) == XSLT:
            self._declaration(found)
        elif namespace(tag) != SCH or name in _FOR_PEOPLE:
            if tag == clark(SCH, "title"):
                self.title = " ".join("".join(map(str, found.element.itertext())).split())
        elif name == "let":
            self.lets += filter(None, [self.content.let(found, {})])
        elif name == "phase":
            self.phases.setdefault(found.element.get("id", ""), found)
        elif name in ("diagnostics", "properties"):
            self._texts(found, self.patterns.diagnostics if name == "diagnostics" else self.patterns.properties)
        elif name == "rules":
            return
        elif name in ("pattern", "rule", "assert", "report"):
            if found.element.get("abstract") == "true" and name == "pattern":
                self.patterns.abstract[found.element.get("id", "")] = found
            self.found.append(found)
        else:
            self.patterns.misplaced(found, "schema", "ns, let, phase, pattern, diagnostics and properties")

    def _texts(self, found: Found, known: dict[str, Found]) -> None:
        for each in children(self.files, found):
            known[each.element.get("id", "")] = each

    def _declaration(self, found: Found) -> None:
        """Take a declaration of XSLT; the declarations of modules are put in the place of `include` and `import`."""
        name = local_name(str(found.element.tag))
        if name in ("include", "import"):
            href = found.element.get("href", "")
            place = found.source.place(found.element, "href")
            module = (
                self.files.referred(href, found.source, place, found.chain) if self.files.may_go_on(place) else None
            )
            if module is not None:
                chain = (*found.chain, os.path.realpath(str(local_file(href, found.source.path))))
                for each in children(self.files, Found(module.document.root, module, chain)):
                    if namespace(str(each.element.tag)) == XSLT:
                        self._declaration(each)
        elif name in DECLARATIONS:
            self.foreign += filter(None, [self.content.foreign(found, {})])
        else:
            self.patterns.misplaced(found, "schema", "of XSLT, function, key, variable, accumulator, include")

    def _pattern(self, found: Found) -> Pattern | None:
        """Return a pattern; in a grammar, rules and assertions may stand alone."""
        name = local_name(str(found.element.tag))
        if name == "pattern":
            return self.patterns.pattern(found)
        if not self.top.embedded:
            self.patterns.misplaced(found, "schema", "ns, let, phase, pattern, diagnostics and properties")
            return None
        if name == "rule":
            return self.patterns.of_rules([found], found, {}, {}, {})
        scope = Scope({}, {}, self.patterns.diagnostics, self.patterns.properties, {})
        from teikit.schematron.reading.embedded import context_of

        context = context_of(self.content, found)
        rule = self.patterns.in_context(found, context, [found], scope) if context else None
        return Pattern({}, (), (rule,), None) if rule else None

    def _phase(self, wanted: str | None) -> tuple[str, set[str] | None]:
        """Return the name of the phase that runs, and the ids of its patterns (None: all)."""
        default = self.top.attributes.get("defaultPhase", "").strip()
        if wanted in (None, _DEFAULT):
            if default and default != _ALL and default not in self.phases:
                place = self.top.source.place(self.top.source.document.root, "defaultPhase")
                hint = f"phases: {', '.join(sorted(self.phases)) or 'none'}"
                message = f"the default phase “{default}” does not exist, so all patterns run"
                self.files.fault(codes.UNKNOWN_PHASE, place, message, hint)
            wanted = default if default in self.phases else _ALL
        # A phase is asked of all schemas of a document: a grammar that knows none runs all its rules.
        if wanted == _ALL or wanted is None or (self.top.embedded and not self.phases):
            return _ALL, None
        if wanted not in self.phases:
            known = ", ".join([_ALL, _DEFAULT, *sorted(filter(None, self.phases))])
            raise TeikitError(f"{self.top.source.path}: there is no phase “{wanted}”", hint=f"there are: {known}")
        return wanted, self._active(self.phases[wanted])

    def _active(self, phase: Found) -> set[str]:
        if "from" in phase.element.attrib:
            self.start = self.content.expression(phase, "from", {})
        active = set()
        for each in children(self.files, phase):
            name = local_name(str(each.element.tag))
            if name == "let":
                self.lets += filter(None, [self.content.let(each, {})])
            elif name == "active":
                active.add(each.element.get("pattern", "").strip())
        return active

    def _check(self, phase: Found) -> None:
        """Report patterns that a phase names and that do not exist."""
        known = {each.element.get("id") for each in self.found}
        for each in children(self.files, phase):
            ident = each.element.get("pattern", "").strip()
            if local_name(str(each.element.tag)) == "active" and ident not in known:
                place = each.source.place(each.element, "pattern")
                message = f"the phase names a pattern “{ident}” that does not exist"
                self.files.fault(codes.UNKNOWN_PHASE, place, message, "check the ids of the patterns")

    def _once(self, lets: list[Let]) -> list[Let]:
        """Keep the first of variables with one name, and report those that differ from it."""
        kept: dict[str, Let] = {}
        for let in lets:
            first = kept.setdefault(let.name, let)
            if first is not let and first.value.text != let.value.text:
                message = f"the variable “{let.name}” is declared twice; the first value counts"
                place: Location = let.value.place
                self.files.fault(codes.INVALID_SCHEMA, place, message, "give one of them another name")
        return list(kept.values())
