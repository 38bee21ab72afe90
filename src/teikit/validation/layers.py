"""One document through all layers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from teikit.diagnostics import Diagnostic, DocumentError, TeikitError
from teikit.rng import RelaxNG, codes

if TYPE_CHECKING:
    from teikit.resolve import Resolver
    from teikit.xml import Document

LAYERS = ("xml", "rng", "checks")
"""The layers, in the order in which they run. `xml` always runs: nothing else can without it."""


class Options(NamedTuple):
    """How to validate: the schema given by the user (or None), the layers to run, and what the grammar layer does.

    `check_ids`: IDs and IDREFs, as DTD compatibility asks; `xinclude`: includes of files below the project's root (else
    the document's folder) are resolved; `cached`: compiled schemas are kept on disk; `resolver`: where addresses of
    schemas are looked up (None: the user's catalogs and store); `group`: the `xml-model` instructions that count.
    """

    schema: Path | None = None
    layers: tuple[str, ...] = LAYERS
    check_ids: bool = True
    xinclude: bool = True
    cached: bool = True
    resolver: Resolver | None = None
    group: str = ""


_DEFAULT = Options()


def iter_diagnostics(source: str | Path | Document, options: Options = _DEFAULT) -> Iterator[Diagnostic]:
    """Yield what is wrong with a document, layer by layer.

    Raises `SchemaError` where its schema is not one, `TeikitError` where a file cannot be read.
    """
    try:
        if options.schema is not None and "checks" not in options.layers and isinstance(source, (str, Path)):
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
    if "rng" in options.layers:
        from teikit.project import find
        from teikit.validation.association import Given, schemas_of

        given = Given(options.schema, group=options.group)
        project = find(Path(document.path).parent)
        schemas = schemas_of(document, given, project=project, resolver=options.resolver, layers=options.layers)
        yield from schemas.diagnostics
        yield from _once(dict.fromkeys(_against(schemas.rng, document, options)), checked)
    yield from checked


def _against(grammars: tuple[Path, ...], document: Document, options: Options) -> Iterator[Diagnostic]:
    for schema in grammars:
        yield from grammar_of(schema, options).iter_diagnostics(
            document.data,
            path=document.path,
            check_ids=options.check_ids,
            include_root=_include_root(document.path, options),
            is_utf8=True,
        )


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


def grammar_of(schema: Path, options: Options) -> RelaxNG:
    """Return a compiled schema; in one process each is compiled once. Raises `SchemaError` or `TeikitError`."""
    compiled = _compiled(schema, _stamp(schema), options.cached, options.resolver)
    if isinstance(compiled, TeikitError):
        raise compiled
    return compiled


def validate(source: str | Path | Document, *, schema: str | Path | None = None) -> list[Diagnostic]:
    """Return what is wrong with a document, sorted by line, column and code; an empty list if nothing is.

    `schema` is a RELAX NG schema, instead of the one that the document or its project names.
    """
    options = Options(Path(schema) if schema else None)
    return sorted(iter_diagnostics(source, options), key=lambda diagnostic: diagnostic.sort_key)


def _stamp(schema: Path) -> int:
    """Return when a file was changed last: a process that lives long must see it."""
    try:
        return schema.stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=16)
def _compiled(schema: Path, stamp: int, cached: bool, resolver: Resolver | None) -> RelaxNG | TeikitError:
    """Compile a schema once, or fail once: a thousand documents may name the same faulty one."""
    try:
        return RelaxNG.from_file(schema, cached=cached, locate=partial(_located, resolver))
    except TeikitError as error:
        return error


def _located(resolver: Resolver | None, address: str, base: Path | None = None) -> Path | None:
    """Return the file that stands for an address which a schema includes."""
    from teikit.resolve import Resolver

    return (resolver or Resolver.of_user()).locate(address, base)
