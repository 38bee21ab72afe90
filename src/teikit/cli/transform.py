"""`teikit transform`: documents into HTML pages or plain text."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from teikit.cli import options


class _Transform(click.Command):
    """The command, with the parameters of our stylesheets in its help."""

    def format_epilog(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        from teikit import resources
        from teikit.publication.publisher import GIVEN, TARGETS
        from teikit.saxon import parameters

        for target, (name, _) in TARGETS.items():
            rows = [
                (each.name, f"{each.documentation} (default: {each.default})")
                for each in parameters(resources.stylesheet(name)).values()
                if each.name not in GIVEN
            ]
            if rows:
                with formatter.section(f"Parameters of {target} (--param name=value)"):
                    formatter.write_dl(rows)


@click.command("transform", cls=_Transform)
@click.argument("target", type=click.Choice(["html", "text"]))
@options.paths
@click.option("-o", "--output", required=True, metavar="DIR", help="Folder for the results.")
@click.option("--xsl", metavar="FILE", help="Your own XSLT 3.0 stylesheet; it may xsl:import ours.")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter of the stylesheet.")
@options.jobs
@options.strict
@options.quiet
def command(
    target: str,
    paths: tuple[str, ...],
    output: str,
    xsl: str | None,
    params: tuple[str, ...],
    jobs: int | None,
    strict: bool,
    quiet: bool,
) -> int:
    """Turn TEI documents into one HTML page or one plain text each.

    PATH is a file, or a folder whose layout is repeated below the output folder.

    \b
    Example:
      teikit transform text tei/ -o out/ --param choice=diplomatic
    """
    from teikit import files
    from teikit.publication import Job, publish

    inputs, missing = files.inputs(paths)
    options.complain_of_all(missing)
    if not inputs:
        return 2
    job = Job(target, Path(output), Path(xsl) if xsl else None, _settings(params))
    outcomes = list(options.progress(publish(inputs, job, jobs=jobs), len(inputs), "Transforming", quiet=quiet))
    said = [diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics]
    failures = [outcome.failure for outcome in outcomes if outcome.failure]
    options.complain_of_all(failures)
    options.show([each for each in said if not quiet or each.severity.rank == 0])
    if not quiet:
        written = sum(outcome.written is not None for outcome in outcomes)
        counts = Counter(each.severity.value for each in said)
        remarks = "".join(f", {number} {name}{'s' * (number > 1)}" for name, number in sorted(counts.items()))
        sys.stderr.write(f"{written} of {len(inputs)} files written to {output}{remarks}\n")
    return 2 if missing or failures else options.status(said, strict=strict)


def _settings(params: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    settings = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals or not name:
            raise click.BadParameter(f"“{param}” is not NAME=VALUE", param_hint="--param")
        settings[name] = value
    return tuple(settings.items())
