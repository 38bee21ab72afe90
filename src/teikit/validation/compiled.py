"""Schemas and projects of this process: each is read once, and again only when its file changes."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from teikit.diagnostics import TeikitError
from teikit.rng import RelaxNG
from teikit.validation.options import Options

if TYPE_CHECKING:
    from teikit.project import Conventions, Project
    from teikit.resolve import Resolver
    from teikit.schematron import Schematron
    from teikit.validation.association import Rules
    from teikit.xsd import XmlSchema


def grammar_of(schema: Path, options: Options) -> RelaxNG:
    """Return a compiled grammar. Raises `SchemaError` or `TeikitError`."""
    compiled = _grammar(schema, _stamp(schema), options.cached, options.check_ids, options.resolver)
    if isinstance(compiled, TeikitError):
        raise compiled
    return compiled


def rules_of(rules: Rules, options: Options) -> Schematron:
    """Return a compiled Schematron schema. Raises `SchemaError` or `TeikitError`."""
    compiled = _rules(rules.path, _stamp(rules.path), rules.phase, options.cached)
    if isinstance(compiled, TeikitError):
        raise compiled
    return compiled


def xsd_of(schema: Path, options: Options) -> XmlSchema:
    """Return a compiled XML Schema. Raises `SchemaError` or `TeikitError`."""
    compiled = _xsd(schema, _stamp(schema), options.cached, options.resolver)
    if isinstance(compiled, TeikitError):
        raise compiled
    return compiled


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
def _grammar(
    schema: Path, stamp: int, cached: bool, check_ids: bool, resolver: Resolver | None
) -> RelaxNG | TeikitError:
    try:
        return RelaxNG.from_file(schema, cached=cached, check_ids=check_ids, locate=partial(_located, resolver))
    except TeikitError as error:
        return error


@lru_cache(maxsize=16)
def _rules(schema: Path, stamp: int, phase: str, cached: bool) -> Schematron | TeikitError:
    from teikit.schematron import Schematron

    try:
        return Schematron.from_file(schema, phase=phase or None, cached=cached)
    except TeikitError as error:
        return error


@lru_cache(maxsize=8)
def _xsd(schema: Path, stamp: int, cached: bool, resolver: Resolver | None) -> XmlSchema | TeikitError:
    from teikit.xsd import XmlSchema

    try:
        return XmlSchema.from_file(schema, cached=cached, locate=partial(_located, resolver))
    except TeikitError as error:
        return error


def _located(resolver: Resolver | None, address: str, base: Path | None = None) -> Path | None:
    """Return the file that stands for an address which a schema includes."""
    from teikit.resolve import Resolver

    return (resolver or Resolver.of_user()).locate(address, base)
