"""`teikit schema`: making schemas, changing their syntax, and keeping those of others."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from teikit.cli import options, store

FORMATS = ("rng", "rnc", "sch", "xsd")
"""What `schema build` can write; the name is the ending of the file too."""


@click.group("schema")
def command() -> None:
    """Compile and convert schemas, and keep copies of those that documents name by addresses.

    \b
    Example:
      teikit schema build schema/teikit.odd -o schema/
      teikit schema convert schema/teikit.rnc -o build/teikit.rng
      teikit schema add dracor.rng --for https://dracor.org/schema.rng
    """


for each in store.COMMANDS:
    command.add_command(each)


@command.command("build")
@click.argument("odd", metavar="ODD")
@click.option("-o", "--output", required=True, metavar="DIR", help="Folder for the results.")
@click.option("--tei-source", metavar="FILE", help="The p5subset.xml that stands for the TEI (source tei:VERSION).")
@click.option(
    "--format", "formats", metavar="LIST", default=",".join(FORMATS), show_default=True, help="What to write."
)
@options.strict
@options.quiet
def build(odd: str, output: str, tei_source: str | None, formats: str, strict: bool, quiet: bool) -> int:
    """Compile a TEI customization to RELAX NG, ISO Schematron and W3C XML Schema.

    Writes DIR/NAME.rng, .rnc, .sch and .xsd, where NAME is the name of the ODD without its ending. NAME.xsd comes with
    a file for each other namespace, such as NAME-xml.xsd, which it imports. Where XML Schema cannot say all that the
    ODD says, it accepts more, and an info names the place.

    \b
    Example:
      teikit schema build my.odd -o schema/ --tei-source p5subset.xml --format rng,sch
    """
    from teikit import files
    from teikit.diagnostics import TeikitError
    from teikit.odd import compile_odd

    wanted = _formats(formats)
    compiled = compile_odd(odd, tei_source=tei_source)
    results = {f"{stem(odd)}.{name}": getattr(compiled, name) for name in wanted if name != "xsd"}
    found = [*compiled.diagnostics]
    failure: TeikitError | None = None
    if "xsd" in wanted:
        try:
            xsd = compiled.xsd(stem(odd))
        except TeikitError as error:
            # What the others can say is written all the same.
            failure = error
        else:
            results.update(xsd.files)
            found.extend(xsd.diagnostics)
    for name, data in results.items():
        files.write(Path(output) / name, data)
    options.show([each for each in found if not quiet or each.severity.rank == 0])
    if not quiet and results:
        sys.stderr.write(f"{', '.join(results)} written to {output}\n")
    if failure is not None:
        raise failure
    return options.status(found, strict=strict)


@command.command("convert")
@click.argument("schema", metavar="SCHEMA")
@click.option("-o", "--output", required=True, metavar="FILE", help="Where to write; ends in .rng or .rnc.")
@options.quiet
def convert(schema: str, output: str, quiet: bool) -> int:
    """Write a RELAX NG schema in the other syntax: XML (.rng) or compact (.rnc).

    Documentation, other annotations and comments are kept. Files that the schema includes are converted too: they keep
    their places below the folder of the schema, now below the folder of FILE; those from elsewhere go into that
    folder. Files that are there already under these names are replaced.

    \b
    Example:
      teikit schema convert schema.rnc -o schema.rng
    """
    from teikit import files
    from teikit.rng.convert import convert as converted

    _check_syntaxes(schema, output)
    results = converted(schema, output)
    for result in results:
        files.write(result.path, result.text)
    if not quiet:
        sys.stderr.write("".join(f"{result.path.as_posix()} written\n" for result in results))
    return 0


def _check_syntaxes(schema: str, output: str) -> None:
    wanted = Path(output).suffix.lower()
    if wanted not in (".rng", ".rnc"):
        raise click.BadParameter(f"“{output}”: the name must end in .rng or .rnc", param_hint="--output")
    if (Path(schema).suffix.lower() == ".rnc") == (wanted == ".rnc"):
        other = ".rng" if wanted == ".rnc" else ".rnc"
        message = f"“{output}”: {schema} is in this syntax already; did you mean {other}?"
        raise click.BadParameter(message, param_hint="--output")


def stem(odd: str) -> str:
    """Return the name of an ODD without its ending: `x` for `x.odd` and for `x.odd.xml`."""
    return Path(odd).name.removesuffix(".xml").removesuffix(".odd")


def _formats(text: str) -> tuple[str, ...]:
    wanted = tuple(name for part in text.split(",") if (name := part.strip()))
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown or not wanted:
        raise click.BadParameter(f"“{text}”: known are {', '.join(FORMATS)}", param_hint="--format")
    return tuple(dict.fromkeys(wanted))
