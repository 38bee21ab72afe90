"""Schemas and projects of this process: each is read once, and again only when its file changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from teikit.diagnostics import TeikitError
from teikit.rng import RelaxNG
from teikit.validation.options import Options

if TYPE_CHECKING:
    from teikit.project import Conventions, Project
    from teikit.resolve import Resolver
    from teikit.schematron import Schematron
    from teikit.validation.association import Rules
    from teikit.xsd import XmlSchema

_Compiled = TypeVar("_Compiled", "RelaxNG", "Schematron", "XmlSchema")


class _Made(NamedTuple, Generic[_Compiled]):
    """A compiled schema, or why there is none; and when the files that it was made of were changed last."""

    compiled: _Compiled | TeikitError
    stamps: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, compiled: _Compiled) -> _Made[_Compiled]:
        return cls(compiled, tuple((file, _stamp(Path(file))) for file, _ in compiled.files))


def grammar_of(schema: Path, options: Options) -> RelaxNG:
    """Return a compiled grammar. Raises `SchemaError` or `TeikitError`."""
    return _current(_grammar, schema, options.cached, options.check_ids, options.resolver)


def rules_of(rules: Rules, options: Options) -> Schematron:
    """Return a compiled Schematron schema. Raises `SchemaError` or `TeikitError`."""
    return _current(_rules, rules.path, rules.phase, options.cached)


def xsd_of(schema: Path, options: Options) -> XmlSchema:
    """Return a compiled XML Schema. Raises `SchemaError` or `TeikitError`."""
    return _current(_xsd, schema, options.cached, options.resolver)


def _current(make: Callable[..., _Made[_Compiled]], schema: Path, *settings: object) -> _Compiled:
    """Return what a schema was compiled to, again where a file that it includes has changed."""
    made = make(schema, _stamp(schema), *settings)
    if any(_stamp(Path(file)) != stamp for file, stamp in made.stamps):
        make.cache_clear()  # type: ignore[attr-defined]
        made = make(schema, _stamp(schema), *settings)
    if isinstance(made.compiled, TeikitError):
        raise made.compiled
    return made.compiled


def project_of(document: str) -> Project | None:
    """Return the project that a document lies in. Raises `TeikitError` where its `teikit.toml` cannot be read."""
    from teikit.project import FILE

    folder = Path(document).parent
    found = _project(folder, Path.cwd())
    if found is not None and not (found.root / FILE).is_file():
        _project.cache_clear()
        found = _project(folder, Path.cwd())
    return None if found is None else _read_project(found.root / FILE, _stamp(found.root / FILE))


@lru_cache(maxsize=256)
def _project(folder: Path, here: Path) -> Project | None:
    from teikit.project import find

    return find(folder)


@lru_cache(maxsize=16)
def _read_project(file: Path, stamp: int) -> Project:
    from teikit.project import Project

    project = Project.read(file)
    if project.severities:
        from teikit.validation.layer_codes import LayerCodes

        LayerCodes().check([name for name, _ in project.severities], f"{file.as_posix()}: severity")
    return project


@lru_cache(maxsize=16)
def conventions_of(project: Project | None) -> Conventions:
    """Return what a project asks of each document. Raises `TeikitError` where its ODD cannot be read."""
    from teikit.project import Conventions

    return project.conventions() if project else Conventions()


def settled(options: Options, project: Project | None) -> Options:
    """Return the options with the catalogs of a project, where the user gave none."""
    if project is None or not project.catalogs or options.resolver is not None:
        return options
    from teikit.resolve import Resolver

    return options._replace(resolver=Resolver.of_user(project.catalogs))


def _stamp(schema: Path) -> int:
    """Return when a file was changed last: a process that lives long must see it."""
    try:
        return schema.stat().st_mtime_ns
    except OSError:
        return 0


# A schema fails once too: a thousand documents may name the same faulty one.


@lru_cache(maxsize=16)
def _grammar(schema: Path, stamp: int, cached: bool, check_ids: bool, resolver: Resolver | None) -> _Made[RelaxNG]:
    try:
        return _Made.of(
            RelaxNG.from_file(schema, cached=cached, check_ids=check_ids, locate=partial(_located, resolver))
        )
    except TeikitError as error:
        return _Made(error)


@lru_cache(maxsize=16)
def _rules(schema: Path, stamp: int, phase: str, cached: bool) -> _Made[Schematron]:
    from teikit.schematron import Schematron

    try:
        return _Made.of(Schematron.from_file(schema, phase=phase or None, cached=cached))
    except TeikitError as error:
        return _Made(error)


@lru_cache(maxsize=8)
def _xsd(schema: Path, stamp: int, cached: bool, resolver: Resolver | None) -> _Made[XmlSchema]:
    from teikit.xsd import XmlSchema

    try:
        return _Made.of(XmlSchema.from_file(schema, cached=cached, locate=partial(_located, resolver)))
    except TeikitError as error:
        return _Made(error)


def _located(resolver: Resolver | None, address: str, base: Path | None = None) -> Path | None:
    """Return the file that stands for an address which a schema includes."""
    from teikit.resolve import Resolver

    return (resolver or Resolver.of_user()).locate(address, base)
