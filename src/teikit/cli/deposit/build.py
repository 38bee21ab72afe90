"""`teikit deposit build`: a package of an edition."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from teikit.cli import options


@click.command("build")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option(
    "-o", "--output", required=True, metavar="DIR", help="Folder for the package, or a name that ends in .zip."
)
@click.option(
    "--with", "forms", multiple=True, type=click.Choice(["html", "text"]), help="Add this form of each document."
)
@click.option("--force", is_flag=True, help="Replace a package that is there already.")
@options.jobs
@options.strict
@options.quiet
def command(
    paths: tuple[str, ...],
    output: str,
    forms: tuple[str, ...],
    force: bool,
    jobs: int | None,
    strict: bool,
    quiet: bool,
) -> int:
    """Make a package of an edition that a repository can take.

    PATH is the folder of a project with a teikit.toml, a folder of TEI documents, or files; without one, the project
    that the current folder lies in. The package is a BagIt bag around an RO-Crate: the documents and registers, their
    schemas, ODD, stylesheets and images, records of the metadata for DataCite, Dublin Core, CITATION.cff and CodeMeta,
    and a page that shows what is inside. All metadata come from the teiHeaders and from teikit.toml. Where a file
    cannot go in, nothing is written. With SOURCE_DATE_EPOCH set, the same edition always gives the same bytes.

    \b
    Example:
      teikit deposit build -o package/
      teikit deposit build tei/ -o edition.zip --with html --with text
    """
    from teikit.deposit.contents import edition_of
    from teikit.deposit.packaging import build
    from teikit.deposit.page.listing import files, size

    target = Path(output)
    built = build(edition_of(paths), target, forms=tuple(dict.fromkeys(forms)), replace=force, jobs=jobs)
    options.show([each for each in built.diagnostics if not quiet or each.severity.rank == 0])
    if not built.is_written:
        sys.stderr.write("teikit: nothing was written: what cannot go into the package is named above\n")
        return 1
    if not quiet:
        total = size(sum(item.size for item in built.items))
        sys.stderr.write(f"{target.as_posix()}: a package with {files(len(built.items))}, {total}\n")
    return options.status(built.diagnostics, strict=strict)
