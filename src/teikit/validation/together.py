"""The documents of one run together: what is known of them already, and what only all of them can tell."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from teikit.diagnostics import Diagnostic, TeikitError
from teikit.validation.compiled import project_of
from teikit.validation.kept import Verdicts
from teikit.validation.layers import graded
from teikit.validation.many import Examined, Findings
from teikit.validation.options import Options

if TYPE_CHECKING:
    from teikit.project import Project
    from teikit.project.facts import Facts


def validate_together(
    paths: Sequence[str], options: Options, work: Callable[[Sequence[str]], Iterable[Examined]]
) -> list[Findings]:
    """Return the findings of each file, in order, those across files included.

    `work` examines files by themselves. In a project, a file that has not changed since the last run, nor what it was
    validated with, is not examined again.
    """
    groups, broken = _by_project(paths)
    verdicts = {project: Verdicts(project, options) for project in groups if project and options.cached}
    known = {
        path: examined
        for project, kept in verdicts.items()
        for path in groups[project]
        if (examined := kept.find(path)) is not None
    }
    for examined in work([path for path in paths if path not in known and path not in broken]):
        known[examined.findings.path] = examined
    for project, kept in verdicts.items():
        kept.save(known[path] for path in groups[project])
    across: dict[str, list[Diagnostic]] = {}
    for home, members in groups.items():
        facts = [one for path in members if (one := known[path].facts) is not None]
        for diagnostic in _across(facts, members, home):
            across.setdefault(diagnostic.location.path, []).append(diagnostic)
    found = {path: known[path].findings.and_also(across.pop(path, ())) for path in paths if path not in broken}
    # What is at fault may be no document, but a picture.
    others = [Findings(path, tuple(diagnostics), is_input=False) for path, diagnostics in across.items()]
    return [*(broken.get(path) or found[path] for path in paths), *others]


def _by_project(paths: Sequence[str]) -> tuple[dict[Project | None, list[str]], dict[str, Findings]]:
    """Return the files of each project (None for those in none), and the failures of those whose project is broken."""
    groups: dict[Project | None, list[str]] = {}
    broken: dict[str, Findings] = {}
    found: dict[str, Project | TeikitError | None] = {}
    for path in paths:
        folder = os.path.dirname(path)  # noqa: PTH120 - thousands of paths
        if folder not in found:
            try:
                found[folder] = project_of(path)
            except TeikitError as error:
                found[folder] = error
        project = found[folder]
        if isinstance(project, TeikitError):
            broken[path] = Findings(path, (), project)
        else:
            groups.setdefault(project, []).append(path)
    return groups, broken


def _across(facts: Sequence[Facts], paths: Sequence[str], project: Project | None) -> Iterable[Diagnostic]:
    from teikit.checks import across
    from teikit.project.index import Index

    if project is None:
        roots = {Path(each.path).parent for each in facts}
        return across(Index(facts, roots))
    # What nothing points to can only be told where everything is there.
    whole = project if _are_all(paths, project) else None
    return graded(across(Index(facts, [project.root], whole)), project)


def _are_all(paths: Sequence[str], project: Project) -> bool:
    """Tell whether every document of a project is among these files."""
    documents = project.documents()
    for real in (os.path.abspath, os.path.realpath):
        # Following links takes its time, and is seldom needed.
        given = set(map(real, paths))
        if all(real(document) in given for document in documents):
            return True
    return False
