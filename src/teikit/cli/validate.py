"""`teikit validate`: what is wrong with documents."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from teikit.cli import options

if TYPE_CHECKING:
    from teikit.resolve import Resolver
    from teikit.validation import Options
    from teikit.validation.judgement.baseline import Baseline
    from teikit.validation.judgement.selection import Selection

_Function = TypeVar("_Function", bound=Callable[..., Any])

LAYERS = ("xml", "rng", "xsd", "schematron", "checks")
FORMATS = ("text", "concise", "json", "sarif", "github", "junit")
"""As in `teikit.diagnostics.render`, which is loaded only when something is to be shown."""


class Wishes(NamedTuple):
    """What the findings are to come to: the options of the output, as click gives them."""

    format_: str
    reports: tuple[tuple[str, str], ...]
    output: str | None
    severity: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    baseline: str | None
    write_baseline: bool
    statistics: bool
    strict: bool
    quiet: bool

    @property
    def output_of_nothing(self) -> bool:
        """Whether there is something to write even where nothing is found."""
        plain = self.format_ in ("text", "concise") and self.output is None
        return not plain or bool(self.reports or self.baseline or self.statistics)


def _report_option(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> list[tuple[str, str]]:
    pairs = []
    for each in given:
        format_, _, file = each.partition("=")
        if format_ not in FORMATS or not file:
            raise click.BadParameter(f"“{each}” is not FORMAT=FILE; formats: {', '.join(FORMATS)}")
        pairs.append((format_, file))
    return pairs


def findings_options(
    formats: tuple[str, ...] = FORMATS, help_of_format: str = "Form of the findings."
) -> Callable[[_Function], _Function]:
    """Give a command the options of `Wishes` but for `--select`: which findings count, and where they go."""
    given = (
        click.option("--ignore", multiple=True, metavar="CODES", help="Not these codes; repeatable, or with commas."),
        click.option("--baseline", metavar="FILE", help="Be silent about the findings that this file knows."),
        click.option(
            "--write-baseline", is_flag=True, help="Write the findings of this run to the file of --baseline."
        ),
        click.option("--format", "format_", type=click.Choice(formats), default="text", help=help_of_format),
        click.option(
            "--report",
            "reports",
            multiple=True,
            metavar="FORMAT=FILE",
            callback=_report_option,
            help="Write the findings to a file in another form too (repeatable).",
        ),
        click.option("--statistics", is_flag=True, help="Add a table of the codes and the files."),
        click.option(
            "--severity",
            type=click.Choice(["error", "warning", "info"]),
            default="info",
            help="Leave out what is less grave.",
        ),
        click.option("-o", "--output", metavar="FILE", help="Write the findings to a file."),
    )

    def decorated(function: _Function) -> _Function:
        for option in reversed(given):
            function = option(function)
        return function

    return decorated


@click.command("validate")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option(
    "--schema", metavar="FILE", help="RELAX NG schema (.rng or .rnc), instead of the one that a document declares."
)
@click.option(
    "--schematron",
    multiple=True,
    metavar="FILE",
    help="Schematron (.sch, or .rng, .rnc, .odd with rules in them), instead of what a document declares (repeatable).",
)
@click.option("--xsd", metavar="FILE", help="W3C XML Schema, instead of the one that a document declares.")
@click.option("--phase", metavar="ID", default="", help="The phase of the Schematron schemas.")
@click.option("--catalog", "catalogs", multiple=True, metavar="FILE", help="OASIS XML catalog (repeatable).")
@click.option("--group", metavar="NAME", default="", help="The group of xml-model instructions that counts.")
@click.option("--layer", "layers", multiple=True, type=click.Choice(LAYERS), help="Only this layer (repeatable).")
@click.option("--select", multiple=True, metavar="CODES", help="Only these codes: ids, names or beginnings of ids.")
@findings_options((*FORMATS, "svrl"), "Form of the findings; svrl is Schematron's own report, of that layer alone.")
@click.option("--no-id-check", is_flag=True, help="Do not check IDs and IDREFs against the schema's ID types.")
@click.option("--no-xinclude", is_flag=True, help="Leave xi:include unresolved.")
@click.option("--no-cache", is_flag=True, help="Keep no compiled schema, and use none.")
@options.jobs
@options.strict
@options.quiet
def command(
    paths: tuple[str, ...],
    schema: str | None,
    schematron: tuple[str, ...],
    xsd: str | None,
    phase: str,
    catalogs: tuple[str, ...],
    group: str,
    layers: tuple[str, ...],
    no_id_check: bool,
    no_xinclude: bool,
    no_cache: bool,
    jobs: int | None,
    **wishes: Any,
) -> int:
    """Check that documents are well-formed, fit their schema, and hold together.

    PATH is a file, or a folder with all its *.xml files; without one, the project is checked that the current folder
    lies in: all its documents and registers. The exit status is 0 where no error was found, 1 where one
    was, and 2 where something could not be checked. What is known to the baseline, or was left out with --select or
    --ignore, does not count; what is left out with --severity does.

    \b
    Example:
      teikit validate
      teikit validate tei/ --baseline known.json --report sarif=found.sarif
    """
    from teikit.validation import Options

    for option, given_files in (
        ("--schema", (schema,)),
        ("--schematron", schematron),
        ("--xsd", (xsd,)),
        ("--catalog", catalogs),
    ):
        for file in given_files:
            if file is not None and not Path(file).is_file():
                raise click.BadParameter(f"there is no file “{file}”", param_hint=option)
    wanted = Wishes(**wishes)
    if wanted.format_ == "svrl":
        layers = _only_schematron(layers)
    _check_layers(
        layers, {"--xsd": ("xsd", xsd), "--schematron": ("schematron", schematron), "--phase": ("schematron", phase)}
    )
    chosen = Options(
        Path(schema) if schema else None,
        layers or LAYERS,
        not no_id_check,
        not no_xinclude,
        not no_cache,
        _resolver(catalogs),
        group,
        tuple(map(Path, schematron)),
        Path(xsd) if xsd else None,
        phase,
    )
    return run(paths, chosen, wanted, jobs)


def run(paths: tuple[str, ...], chosen: Options, wanted: Wishes, jobs: int | None) -> int:
    """Validate files and folders (none: the project around the current folder), report, return the exit status."""
    from teikit import files
    from teikit.validation import validate_files

    selection, baseline = selection_of(wanted), baseline_of(wanted)
    given, missing = files.inputs(paths or _of_project())
    options.complain_of_all(missing)
    if not given:
        return 2
    inputs = [each.path for each in given]
    watch = partial(options.progress, label="Validating", quiet=wanted.quiet)
    findings = validate_files(inputs, chosen, jobs=jobs, watch=watch)
    if not missing and not wanted.output_of_nothing and not any(each.diagnostics or each.failure for each in findings):
        if not wanted.quiet:
            sys.stderr.write(f"{options.files_counted(len(findings))}: nothing to report\n")
        return 0
    from teikit.cli.findings import report

    svrl = _svrl(inputs, chosen) if wanted.format_ == "svrl" else None
    return report(findings, missing, wanted, {"xml", *chosen.layers}, selection, baseline, svrl)


def _check_layers(layers: tuple[str, ...], options_of: dict[str, tuple[str, Any]]) -> None:
    """Refuse an option of a layer that does not run: who gives it believes that it is used."""
    for option, (layer, given) in options_of.items():
        if given and layers and layer not in layers:
            raise click.UsageError(f"{option} is for the layer {layer}, which does not run: add --layer {layer}")


def _only_schematron(layers: tuple[str, ...]) -> tuple[str, ...]:
    if layers not in ((), ("schematron",)):
        raise click.UsageError("--format svrl reports on the layer schematron alone")
    return ("schematron",)


def _svrl(inputs: list[str], chosen: Options) -> str:
    from teikit.validation.svrl import svrl

    return svrl(inputs, chosen)


def _resolver(catalogs: tuple[str, ...]) -> Resolver | None:
    """Return where addresses are looked up, None for the user's own catalogs and store alone."""
    if not catalogs:
        return None
    from teikit.resolve import Resolver

    return Resolver.of_user(map(Path, catalogs))


def _of_project() -> list[str]:
    """Return the documents of the project that the current folder lies in."""
    from teikit.diagnostics import TeikitError
    from teikit.project import FILE, find

    project = find(Path())
    if project is None:
        raise click.UsageError(f"there is no {FILE} here or above: name a file or a folder to validate")
    documents = [path.as_posix() for path in project.documents()]
    if not documents:
        hint = "look at “source” and “documents”"
        raise TeikitError(f"{(project.root / FILE).as_posix()}: the project has no documents", hint=hint)
    return documents


def selection_of(wanted: Wishes) -> Selection | None:
    """Return the selection of codes, None where all count; a wrong term is said before the work begins."""
    if not wanted.select and not wanted.ignore:
        return None
    from teikit import codes
    from teikit.validation.judgement import selection

    return selection.read(wanted.select, wanted.ignore, codes.ALL)


def baseline_of(wanted: Wishes) -> Baseline | None:
    """Return the baseline to compare with, None where there is none, or where one is to be written."""
    if wanted.baseline is None and wanted.write_baseline:
        raise click.UsageError("--write-baseline needs --baseline FILE, which says where")
    if wanted.baseline is None or wanted.write_baseline:
        return None
    from teikit.validation.judgement import baseline

    return baseline.read(Path(wanted.baseline))
