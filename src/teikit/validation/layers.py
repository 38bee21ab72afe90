"""One document through all layers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from teikit.diagnostics import DiagnosedError, Diagnostic, DocumentError, SchemaError, TeikitError
from teikit.rng import codes
from teikit.validation.compiled import conventions_of, grammar_of, project_of, rules_of, settled, xsd_of
from teikit.validation.options import Options

if TYPE_CHECKING:
    from teikit.project import Project
    from teikit.project.facts import Facts
    from teikit.validation.association import Rules, Schemas
    from teikit.xml import Document

_DEFAULT = Options()


def iter_diagnostics(source: str | Path | Document, options: Options = _DEFAULT) -> Iterator[Diagnostic]:
    """Yield what is wrong with a document, layer by layer; its pointers into other files are followed.

    Raises `SchemaError` where a schema of its is not one (after the other layers), `TeikitError` where a file cannot be
    read.
    """
    examination = Examination(source, options)
    failure: TeikitError | None = None
    try:
        yield from examination.run()
    except TeikitError as error:
        failure = error
    facts, project = examination.facts, examination.project
    if facts is not None:
        from teikit.checks import across
        from teikit.project.index import Index

        root = project.root if project else Path(facts.path).parent
        yield from graded(across(Index([facts], [root])), project)
    if failure is not None:
        raise failure


class Examination:
    """One document on its way through the layers. Afterwards, `facts` are those for the checks across files.

    `facts` is None where they were not asked for or the document is not XML, `project` where it lies in none. `files`
    are those that the schemas were made of, with their digests; `is_alone` tells that nothing else was read.
    """

    def __init__(self, source: str | Path | Document, options: Options) -> None:
        self._source = source
        self._options = options
        self.facts: Facts | None = None
        self.project: Project | None = None
        self.files: set[tuple[str, str]] = set()
        self.is_alone = True
        self._faults: list[TeikitError] = []
        self._faulty_grammars: set[Path] = set()

    def run(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with the document by itself. Raises as `iter_diagnostics` does, after all is said."""
        source, options = self._source, self._options
        try:
            if options.is_grammar_only and options.schema is not None and isinstance(source, (str, Path)):
                yield from self._streamed(source, options.schema)
            else:
                yield from self._with_tree(source)
        except DocumentError as error:
            yield from error.diagnostics

    def _streamed(self, source: str | Path, schema: Path) -> Iterator[Diagnostic]:
        """Validate against a given grammar only: no tree is built."""
        path, options = Path(source).as_posix(), self._options
        if "rng" in options.layers:
            grammar = grammar_of(schema, options)
            if not grammar.accepts(source, check_ids=options.check_ids):
                self.project = project_of(path) if options.xinclude else None
                root = self._include_root(path)
                yield from grammar.diagnose(source, path=path, check_ids=options.check_ids, include_root=root)
            return
        from teikit.xml import load

        load(source)

    def _with_tree(self, source: str | Path | Document) -> Iterator[Diagnostic]:
        from teikit.xml import Document, load

        document = source if isinstance(source, Document) else load(source)
        self.project = project_of(document.path)
        self._options = settled(self._options, self.project)
        checked: list[Diagnostic] = []
        if "checks" in self._options.layers:
            from teikit.checks import examine

            examined = examine(document, conventions_of(self.project))
            checked, self.facts = list(examined.diagnostics), examined.facts
        found = _once(dict.fromkeys(self._against_schemas(document)), checked)
        yield from graded(found, self.project)
        yield from graded(checked, self.project)
        yield from self._said_of_schemas()

    def _against_schemas(self, document: Document) -> Iterator[Diagnostic]:
        """Yield what the schemas of a document say; a faulty schema does not keep the others from speaking."""
        if not {"rng", "xsd", "schematron"} & set(self._options.layers):
            return
        schemas = schemas_for(document, self._options, self.project)
        yield from schemas.diagnostics
        for judgement in (
            *(self._by_grammar(each, document) for each in schemas.rng),
            *(self._by_xsd(each, document) for each in schemas.xsd),
            *(self._by_rules(each, document) for each in schemas.schematron),
        ):
            try:
                yield from judgement
            except DocumentError as error:
                yield from error.diagnostics
            except TeikitError as error:
                self._faults.append(error)

    def _said_of_schemas(self) -> Iterator[Diagnostic]:
        """Raise what kept schemas from being used; what the exception cannot hold is yielded before."""
        told = dict.fromkeys(
            each for fault in self._faults if isinstance(fault, DiagnosedError) for each in fault.diagnostics
        )
        for fault in self._faults:
            if not isinstance(fault, DiagnosedError):
                yield from told
                raise fault
        if told:
            raise SchemaError(told)

    def _by_grammar(self, schema: Path, document: Document) -> Iterator[Diagnostic]:
        try:
            grammar = grammar_of(schema, self._options)
        except SchemaError:
            self._faulty_grammars.add(schema)
            raise
        self.files.update(grammar.files)
        yield from grammar.iter_diagnostics(
            document.data,
            path=document.path,
            check_ids=self._options.check_ids,
            include_root=self._include_root(document.path),
            is_utf8=True,
        )

    def _by_xsd(self, schema: Path, document: Document) -> Iterator[Diagnostic]:
        compiled = xsd_of(schema, self._options)
        self.files.update(compiled.files)
        yield from compiled.iter_diagnostics(document)

    def _by_rules(self, rules: Rules, document: Document) -> Iterator[Diagnostic]:
        try:
            schematron = rules_of(rules, self._options)
        except SchemaError:
            if rules.embedded and rules.path in self._faulty_grammars:
                # Nobody said that there are rules in it; what it is not, its own layer has told.
                return
            raise
        self.files.update(schematron.files)
        self.is_alone = self.is_alone and not (schematron.reads_files or schematron.reads_clock)
        yield from schematron.diagnostics
        if not schematron.is_empty:
            yield from schematron.iter_diagnostics(document)

    def _include_root(self, path: str) -> Path | None:
        if not self._options.xinclude:
            return None
        return self.project.root if self.project else Path(path).parent


def schemas_for(document: Document, options: Options, project: Project | None) -> Schemas:
    """Return the schemas that a document is validated with."""
    from teikit.validation.association import Given, schemas_of

    given = Given(options.schema, options.schematron, options.xsd, options.phase, options.group)
    return schemas_of(document, given, project=project, resolver=options.resolver, layers=options.layers)


def _once(found: Iterable[Diagnostic], checked: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what a check says as well, and better: an id that stands twice."""
    lines = {each.location.line for each in checked if each.code.id == "TEI001"}
    return (each for each in found if each.code is not codes.ID_NOT_UNIQUE or each.location.line not in lines)


def graded(found: Iterable[Diagnostic], project: Project | None) -> Iterable[Diagnostic]:
    """Give each diagnostic the severity that its project gives its code; leave out what the project has turned off."""
    return project.judged(found) if project else found


def validate(source: str | Path | Document, *, schema: str | Path | None = None) -> list[Diagnostic]:
    """Return what is wrong with a document, sorted by line, column and code; an empty list if nothing is.

    `schema` is a RELAX NG schema, instead of the one that the document or its project names.
    """
    options = Options(Path(schema) if schema else None)
    return sorted(iter_diagnostics(source, options), key=lambda diagnostic: diagnostic.sort_key)
