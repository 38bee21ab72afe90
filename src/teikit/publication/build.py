"""A whole project: validated, then everything that can be made of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from teikit import citations, files, resources
from teikit.diagnostics import Diagnostic, Severity, TeikitError
from teikit.project import Project
from teikit.publication.run import Job, publish
from teikit.registers import logical_path, read
from teikit.saxon import Stylesheet
from teikit.validation import Options, validate_files
from teikit.xml import Document, load

CITATIONS = {"citations.txt": "text", "citations.html": "html", "citations.json": "csl-json"}
"""File in the build → the format of the list of citations in it."""


class Row(NamedTuple):
    """One file of the project in the summary: its path below the source folder, and what came of it.

    `valid` is False where validation found an error or could not be done; `html` and `text` say whether that form was
    written; `diagnostics` are all that was said of the file.
    """

    path: str
    valid: bool
    html: bool
    text: bool
    diagnostics: tuple[Diagnostic, ...]


class Built(NamedTuple):
    """The outcome of a build: a row a file, the number of citations and of the works that they cite, and the rest.

    `failures` are why files could not be read at all; `unchecked` says that something could not be validated.
    """

    rows: tuple[Row, ...]
    citations: int
    works: int
    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[TeikitError, ...]
    unchecked: bool


def build(project: Project, output: Path, *, jobs: int | None = None) -> Built:
    """Validate a project's documents and write `html/`, `text/`, the citations and `index.html` into a folder.

    A document that is not valid is published all the same, as far as it can be, and its row says so. Raises
    `TeikitError` where there is no document, or the folder cannot be written.
    """
    inputs, failures = _inputs(project)
    found = validate_files([each.path for each in inputs], Options(), jobs=jobs)
    said: dict[str, list[Diagnostic]] = {each.path: list(each.diagnostics) for each in found}
    written: dict[str, set[str]] = {each.path: set() for each in inputs}
    for target, home in (("html", "../index.html"), ("text", "")):
        if target not in project.outputs:
            continue
        job = Job(target, output / target, settings=(("interface-language", project.interface_language),), home=home)
        for outcome in publish(inputs, job, project=project, jobs=jobs):
            new = (each for each in outcome.diagnostics if each not in said[outcome.input.path])
            said[outcome.input.path].extend(new)
            if outcome.written:
                written[outcome.input.path].add(target)
    documents = dict(_readable(inputs))
    registers = read(project.register_files(), project.source)
    cited = citations.collect(documents.items(), registers)
    for name, form in CITATIONS.items() if "citations" in project.outputs else ():
        files.write(output / name, citations.FORMATS[form](cited))
    pages = [each.below for each in inputs if "html" in written[each.path]]
    remarks = _write_index(project, output / "index.html", documents, registers, pages)
    valid = {each.path: each.checked and not any(map(_is_error, each.diagnostics)) for each in found}
    rows = tuple(
        Row(each.below, valid[each.path], "html" in done, "text" in done, tuple(said[each.path]))
        for each, done in ((each, written[each.path]) for each in inputs)
    )
    failures += tuple(each.failure for each in found if each.failure and not each.diagnostics)
    unchecked = bool(failures) or any(not each.checked for each in found)
    return Built(rows, len(cited.citations), len(cited.items), (*cited.diagnostics, *remarks), failures, unchecked)


def _inputs(project: Project) -> files.Inputs:
    """Return the documents of a project. Raises `TeikitError` where there are none."""
    found, failures = files.inputs([project.source.as_posix()])
    documents = set(project.documents())
    chosen = [each for each in found if Path(each.path) in documents]
    if found and not chosen:
        hint = "check “documents” in teikit.toml"
        raise TeikitError(f"{project.source.as_posix()}: no document of the project", hint=hint)
    if not chosen:
        raise failures[0]
    return files.Inputs(chosen, failures)


def _is_error(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.ERROR


def _readable(inputs: list[files.Input]) -> Iterator[tuple[str, Document]]:
    for each in inputs:
        try:
            yield each.below, load(each.path)
        except TeikitError:
            continue


def _write_index(
    project: Project,
    target: Path,
    documents: dict[str, Document],
    registers: dict[str, Document],
    pages: list[str],
) -> tuple[Diagnostic, ...]:
    known = {logical_path(Path(each.path), project.source): each for each in registers.values()}
    result = Stylesheet.compile(resources.stylesheet("to-index.xsl")).run(
        None,
        {
            "title": project.title,
            "documents": documents,
            "registers": known,
            "pages": pages,
            "interface-language": project.interface_language,
        },
    )
    errors = [said for said in result.diagnostics if said.severity is Severity.ERROR]
    if errors:
        raise TeikitError(f"{target.as_posix()}: {errors[0].message}")
    files.write(target, result.text)
    return result.diagnostics
