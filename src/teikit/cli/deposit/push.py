"""`teikit deposit push`: an edition becomes a record of an InvenioRDM."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from teikit.cli import options


@click.command("push")
@click.argument("path", metavar="PACKAGE|PATH")
@click.option("--to", "server", required=True, metavar="URL", help="The server, such as https://zenodo.org.")
@click.option("--publish", is_flag=True, help="Publish the record too; without this a draft stays, to be looked at.")
@click.option("--new-version-of", default="", metavar="ID", help="The record that this is a new version of.")
@click.option(
    "--doi-in",
    type=click.Choice(["copy", "files", "no"]),
    default="copy",
    show_default=True,
    help="Where the DOI is written: into a copy of the documents, into your files, or nowhere.",
)
@click.option("--state", metavar="FILE", help="What has been done is kept here (default: beside the package).")
@click.option("--dry-run", is_flag=True, help="Print what would be sent; ask no server.")
@click.option("--insecure", is_flag=True, help="Allow an http:// address that is not on this machine.")
@options.strict
@options.quiet
def command(
    path: str,
    server: str,
    publish: bool,
    new_version_of: str,
    doi_in: str,
    state: str | None,
    dry_run: bool,
    insecure: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Send an edition to an InvenioRDM (the software of Zenodo), with its DOI inside.

    PATH is the folder of a project: a draft is made and a DOI reserved, the DOI and the version are written into the
    teiHeaders, the package is built and sent. A PACKAGE, a folder or a .zip, is sent as it is. The metadata of the
    record are those of the headers; what was changed in them on the page of a draft is replaced. The token is taken
    from TEIKIT_DEPOSIT_TOKEN, or from the keyring of the system. A push that was cut goes on when the command is given
    again; nothing is made or published twice.

    \b
    Example:
      teikit deposit push . --to https://sandbox.zenodo.org --dry-run
      teikit deposit push . --to https://sandbox.zenodo.org --publish
    """
    from teikit.deposit.push.steps import Wishes, preview, push, state_beside

    source = Path(path)
    file = Path(state) if state else state_beside(source)
    wishes = Wishes(server, file, publish, new_version_of, doi_in, insecure)  # type: ignore[arg-type]
    if dry_run:
        shown = preview(source, wishes)
        sys.stdout.write(json.dumps(shown.content, ensure_ascii=False, indent=2) + "\n")
        remarks = shown.diagnostics
    else:
        done = push(source, wishes, say=(lambda text: None) if quiet else _say)
        sys.stdout.write(f"{done.page}\n")
        remarks = done.diagnostics
    options.show([each for each in remarks if not quiet or each.severity.rank == 0])
    return options.status(remarks, strict=strict)


def _say(text: str) -> None:
    from teikit.diagnostics.render.characters import visible

    sys.stderr.write(f"{visible(text)}\n")
    sys.stderr.flush()
