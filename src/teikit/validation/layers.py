"""One document through all layers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from teikit.diagnostics import Diagnostic, DocumentError, TeikitError
from teikit.rng import codes
from teikit.validation.compiled import grammar_of, rules_of, xsd_of
from teikit.validation.options import Options

if TYPE_CHECKING:
    from teikit.validation.association import Rules, Schemas
    from teikit.xml import Document

_DEFAULT = Options()


def iter_diagnostics(source: str | Path | Document, options: Options = _DEFAULT) -> Iterator[Diagnostic]:
    """Yield what is wrong with a document, layer by layer.

    Raises `SchemaError` where a schema of its is not one (after the other layers), `TeikitError` where a file cannot be
    read.
    """
    try:
        if options.is_grammar_only and options.schema is not None and isinstance(source, (str, Path)):
            yield from _alone(source, options.schema, options)
        else:
            yield from _with_tree(source, options)
    except DocumentError as error:
        yield from error.diagnostics


def _alone(source: str | Path, schema: Path, options: Options) -> Iterator[Diagnostic]:
    """Validate against a given grammar only: the document is streamed, and no tree is built."""
    path = Path(source).as_posix()
    if "rng" in options.layers:
        grammar = grammar_of(schema, options)
        if not grammar.accepts(source, check_ids=options.check_ids):
            root = _include_root(path, options)
            yield from grammar.diagnose(source, path=path, check_ids=options.check_ids, include_root=root)
        return
    from teikit.xml import load

    load(source)


def _with_tree(source: str | Path | Document, options: Options) -> Iterator[Diagnostic]:
    from teikit.xml import Document, load

    document = source if isinstance(source, Document) else load(source)
    checked: list[Diagnostic] = []
    if "checks" in options.layers:
        from teikit import checks

        checked = list(checks.run(document))
    yield from _once(dict.fromkeys(_against_schemas(document, options)), checked)
    yield from checked


def _against_schemas(document: Document, options: Options) -> Iterator[Diagnostic]:
    """Yield what the schemas of a document say; a faulty schema does not keep the others from speaking."""
    if not {"rng", "xsd", "schematron"} & set(options.layers):
        return
    schemas = schemas_for(document, options)
    yield from schemas.diagnostics
    faults: list[TeikitError] = []
    for judgement in (
        *(_by_grammar(each, document, options) for each in schemas.rng),
        *(_by_xsd(each, document, options) for each in schemas.xsd),
        *(_by_rules(each, document, options) for each in schemas.schematron),
    ):
        try:
            yield from judgement
        except DocumentError:
            raise
        except TeikitError as error:
            faults.append(error)
    if faults:
        raise faults[0]


def schemas_for(document: Document, options: Options) -> Schemas:
    """Return the schemas that a document is validated with."""
    from teikit.project import find
    from teikit.validation.association import Given, schemas_of

    given = Given(options.schema, options.schematron, options.xsd, options.phase, options.group)
    project = find(Path(document.path).parent)
    return schemas_of(document, given, project=project, resolver=options.resolver, layers=options.layers)


def _by_grammar(schema: Path, document: Document, options: Options) -> Iterator[Diagnostic]:
    yield from grammar_of(schema, options).iter_diagnostics(
        document.data,
        path=document.path,
        check_ids=options.check_ids,
        include_root=_include_root(document.path, options),
        is_utf8=True,
    )


def _by_xsd(schema: Path, document: Document, options: Options) -> Iterator[Diagnostic]:
    yield from xsd_of(schema, options).iter_diagnostics(document)


def _by_rules(rules: Rules, document: Document, options: Options) -> Iterator[Diagnostic]:
    schematron = rules_of(rules, options)
    yield from schematron.diagnostics
    if not schematron.is_empty:
        yield from schematron.iter_diagnostics(document)


def _once(found: Iterable[Diagnostic], checked: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what a check says as well, and better: an id that stands twice."""
    lines = {each.location.line for each in checked if each.code.id == "TEI001"}
    return (each for each in found if each.code is not codes.ID_NOT_UNIQUE or each.location.line not in lines)


def _include_root(path: str, options: Options) -> Path | None:
    if not options.xinclude:
        return None
    from teikit.project import find

    folder = Path(path).parent
    project = find(folder)
    return project.root if project else folder


def validate(source: str | Path | Document, *, schema: str | Path | None = None) -> list[Diagnostic]:
    """Return what is wrong with a document, sorted by line, column and code; an empty list if nothing is.

    `schema` is a RELAX NG schema, instead of the one that the document or its project names.
    """
    options = Options(Path(schema) if schema else None)
    return sorted(iter_diagnostics(source, options), key=lambda diagnostic: diagnostic.sort_key)
