"""`teikit deposit`: from an edition to a repository.

Each subcommand has a module of its own here, which is imported when the subcommand is used.
"""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = {
    "build": "Make a package of the edition, with all its metadata.",
    "check": "Tell whether the edition has what a repository asks.",
    "push": "Send a package to an InvenioRDM, with its DOI inside.",
    "verify": "Tell whether a package is whole and undamaged.",
}
"""Every subcommand with its summary; the module `teikit.cli.deposit.<name>` holds the attribute `command`."""


class _Commands(click.Group):
    """A group that imports a subcommand's module when the subcommand is used."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        found: click.Command = import_module(f"teikit.cli.deposit.{name}").command
        return found

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group("deposit", cls=_Commands)
def command() -> None:
    """Check, package, verify and send an edition for a repository.

    \b
    Example:
      teikit deposit check --for zenodo
      teikit deposit build -o package/
      teikit deposit verify package/
    """
