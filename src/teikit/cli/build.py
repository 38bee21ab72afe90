"""`teikit build`: the whole project."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teikit.cli import options
from teikit.diagnostics import TeikitError

if TYPE_CHECKING:
    from teikit.publication.build import Built, Row


@click.command("build")
@click.option("-o", "--output", default="build", show_default=True, metavar="DIR", help="Folder for the results.")
@options.jobs
@options.strict
@options.quiet
def command(output: str, jobs: int | None, strict: bool, quiet: bool) -> int:
    """Validate the project, then make its pages, texts, citations and index.

    The project is the nearest folder upwards with a teikit.toml. The results are DIR/index.html, DIR/html/, DIR/text/
    and DIR/citations.html, .txt and .json.

    \b
    Example:
      teikit build -o build
    """
    from teikit.project import FILE, find
    from teikit.publication.build import build

    project = find(Path())
    if project is None:
        hint = f"change to the folder of a project, or put a {FILE} with “source” there"
        raise TeikitError(f"there is no {FILE} here or above", hint=hint)
    built = build(project, Path(output), jobs=jobs)
    said = [diagnostic for row in built.rows for diagnostic in row.diagnostics]
    said += [diagnostic for diagnostic in built.diagnostics if diagnostic not in said]
    options.complain_of_all(built.failures)
    options.show([each for each in said if not quiet or each.severity.rank == 0])
    if not quiet:
        sys.stdout.write(_table(built, output))
    return 2 if built.unchecked else options.status(said, strict=strict)


def _table(built: Built, output: str) -> str:
    width = max(len("document"), *(len(row.path) for row in built.rows))
    lines = [f"{'document':{width}}  valid  html  text  remarks"]
    lines += [_line(row, width) for row in built.rows]
    lines.append(f"{built.citations} citations of {built.works} works")
    lines.append(f"Open {output.rstrip('/')}/index.html")
    return "".join(f"{line}\n" for line in lines)


def _line(row: Row, width: int) -> str:
    marks = ("yes" if done else "NO" for done in (row.valid, row.html, row.text))
    valid, html, text = marks
    return f"{row.path:{width}}  {valid:5}  {html:4}  {text:4}  {len(row.diagnostics) or '–'}"
