"""`teikit validate`: what is wrong with documents."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from teikit.cli import options
from teikit.diagnostics import Diagnostic

LAYERS = ("xml", "rng", "checks")


@click.command("validate")
@options.paths
@click.option(
    "--schema", metavar="FILE", help="RELAX NG schema (.rng or .rnc), instead of the one that a document declares."
)
@click.option("--layer", "layers", multiple=True, type=click.Choice(LAYERS), help="Only this layer (repeatable).")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="Form of the findings.")
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "info"]),
    default="info",
    help="Leave out what is less grave.",
)
@click.option("-o", "--output", metavar="FILE", help="Write the findings to a file.")
@click.option("--no-id-check", is_flag=True, help="Do not check IDs and IDREFs against the schema's ID types.")
@click.option("--no-xinclude", is_flag=True, help="Leave xi:include unresolved.")
@click.option("--no-cache", is_flag=True, help="Keep no compiled schema, and use none.")
@options.jobs
@options.strict
@options.quiet
def command(
    paths: tuple[str, ...],
    schema: str | None,
    layers: tuple[str, ...],
    format_: str,
    severity: str,
    output: str | None,
    no_id_check: bool,
    no_xinclude: bool,
    no_cache: bool,
    jobs: int | None,
    strict: bool,
    quiet: bool,
) -> int:
    """Check that documents are well-formed, fit their schema, and hold together.

    PATH is a file, or a folder with all its *.xml files. The exit status is 0 where no error was found, 1 where one
    was, and 2 where something could not be checked.

    \b
    Example:
      teikit validate tei/
    """
    from teikit import files
    from teikit.validation import Options, validate_files

    if schema is not None and not Path(schema).is_file():
        raise click.BadParameter(f"there is no file “{schema}”", param_hint="--schema")
    given, missing = files.inputs(paths)
    options.complain_of_all(missing)
    if not given:
        return 2
    inputs = [each.path for each in given]
    given_schema = Path(schema) if schema else None
    wanted = Options(given_schema, layers or LAYERS, not no_id_check, not no_xinclude, not no_cache)
    findings = list(options.progress(validate_files(inputs, wanted, jobs=jobs), len(inputs), "Validating", quiet=quiet))
    # A faulty schema is the same fault for every document: it is said once.
    found = dict.fromkeys(each for finding in findings for each in finding.diagnostics)
    ranks = {"error": 0, "warning": 1, "info": 2}
    shown = sorted((each for each in found if each.severity.rank <= ranks[severity]), key=lambda each: each.sort_key)
    if shown or format_ != "text" or output is not None:
        options.emit(_rendered(shown, format_, output), output)
    options.complain_of_all(each.failure for each in findings if each.failure and not each.diagnostics)
    unchecked = sum(not finding.checked for finding in findings)
    if not quiet:
        _summary(len(inputs), found, unchecked)
    if missing or unchecked:
        return 2
    return options.status(found, strict=strict)


def _rendered(shown: list[Diagnostic], format_: str, output: str | None) -> str:
    if format_ == "json":
        from teikit.diagnostics.render import json

        return json.render(shown)
    from teikit.diagnostics.render import text

    colour = output is None and options.coloured(sys.stdout)
    return text.render(shown, options.source_line, colour=colour)


def _summary(files_: int, found: dict[Diagnostic, None], unchecked: int) -> None:
    counts = Counter(each.severity.value for each in found)
    said = [
        f"{counts[name]} {name}{'s' * (counts[name] != 1)}" for name in ("error", "warning", "info") if counts[name]
    ]
    if unchecked:
        said.append(f"{unchecked} not checked")
    sys.stderr.write(f"{files_} file{'s' * (files_ != 1)}: {', '.join(said) or 'nothing to report'}\n")
