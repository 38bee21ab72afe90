"""The `teikit` command and its way out."""

import contextlib
import gc
import io
import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from teikit.diagnostics import TeikitError

COMMANDS = {
    "build": "Validate the project, then publish it: pages, texts, citations.",
    "cite": "List what the documents cite.",
    "dates": "Convert, check and fill in dates of many calendars.",
    "deposit": "Check, package, verify and send an edition for a repository.",
    "explain": "Explain a code such as TEI001.",
    "schema": "Compile, convert and keep schemas.",
    "transform": "Turn documents into HTML or plain text.",
    "validate": "Check documents: XML, schema, pointers, dates.",
}
"""Every command with its summary; the module `teikit.cli.<name>` holds the attribute `command`."""


class _Commands(click.Group):
    """A group that imports a command's module when the command is used."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"teikit.cli.{name}").command
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f"  Did you mean “{near[0]}”?" if near else ""
            raise click.UsageError(f"there is no command “{args[0]}”.{hint}", context)
        return super().resolve_command(context, args)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(None, "--version", package_name="teikit", message="teikit %(version)s")
def teikit() -> None:
    """Encode, validate, explain and publish TEI P5.

    \b
    Example:
      teikit validate tei/
    """


def main() -> NoReturn:
    """Run the command line and exit with its status: 0, 1 or 2 (130 where the user interrupted it)."""
    # Start-up makes many objects that live to the end: looking for circles among them is time lost.
    gc.set_threshold(50_000)
    _prepare_streams()
    try:
        status = _run()
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        # The reader went away (such as `| head`): nobody is left to be told.
        _leave(2)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else "the output cannot be written: "
        with contextlib.suppress(OSError):
            sys.stderr.write(f"teikit: error: {where}{error.strerror or error}\n")
            sys.stderr.flush()
        _leave(2)
    sys.exit(status)


def _prepare_streams() -> None:
    """Write UTF-8 whatever the locale; a stream that the caller closed swallows what it gets."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run() -> int:
    try:
        result = teikit.main(standalone_mode=False)
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except (click.Abort, KeyboardInterrupt):
        sys.stderr.write("teikit: error: interrupted\n")
        return 130
    except click.ClickException as error:
        error.show()
        return 2
    except TeikitError as error:
        from teikit.cli.options import complain

        complain(error)
        return error.exit_code
    return result if isinstance(result, int) else 0


def _leave(status: int) -> NoReturn:
    """Exit without flushing the streams once more: that is what failed."""
    os._exit(status)
