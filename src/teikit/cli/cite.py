"""`teikit cite`: what documents cite."""

from __future__ import annotations

from pathlib import Path

import click

from teikit.cli import options
from teikit.diagnostics import Diagnostic, DocumentError, TeikitError


@click.command("cite")
@options.paths
@click.option(
    "--to", "target", type=click.Choice(["text", "html", "csl-json"]), default="text", show_default=True, help="Format."
)
@click.option("-o", "--output", metavar="FILE", help="Write the list to a file instead of standard output.")
@options.strict
@options.quiet
def command(paths: tuple[str, ...], target: str, output: str | None, strict: bool, quiet: bool) -> int:
    """List every citation of the documents, in their order and as a bibliography.

    PATH is a file, or a folder with all its *.xml files. Each ibid. is resolved; works that are cited twice are listed
    once.

    \b
    Example:
      teikit cite tei/ --to csl-json -o citations.json
    """
    from teikit import citations, files
    from teikit.project import find
    from teikit.registers import logical_path, read
    from teikit.xml import load

    inputs, missing = files.inputs(paths)
    if not inputs:
        options.complain_of_all(missing)
        return 2
    project = find(Path(inputs[0].path).parent)
    said: list[Diagnostic] = []
    documents = []
    failures = list(missing)
    for each in inputs:
        below = logical_path(Path(each.path), project.source) if project else each.below
        try:
            documents.append((each.below if below.startswith("../") else below, load(each.path)))
        except DocumentError as error:
            said += error.diagnostics
        except TeikitError as error:
            failures.append(error)
    registers = read(project.register_files(), project.source) if project else {}
    cited = citations.collect(documents, registers)
    said += cited.diagnostics
    options.complain_of_all(failures)
    options.show([each for each in said if not quiet or each.severity.rank == 0])
    if documents:
        options.emit(citations.FORMATS[target](cited), output)
    return 2 if failures else options.status(said, strict=strict)
