"""`teikit explain`: the page of a code."""

from __future__ import annotations

import difflib

import click

from teikit.cli import options
from teikit.diagnostics import TeikitError


@click.command("explain")
@click.argument("code", required=False)
@click.option("--all", "all_", is_flag=True, help="The pages of all codes.")
@click.option("--format", "format_", type=click.Choice(["text", "markdown"]), default="text", help="Form of the pages.")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of standard output.")
def command(code: str | None, all_: bool, format_: str, output: str | None) -> int:
    """Explain a code that a diagnostic carries, by its id or its name; without CODE, list them all.

    \b
    Example:
      teikit explain TEI001
      teikit explain --all --format markdown -o docs/codes.md
    """
    from teikit import codes
    from teikit.diagnostics import pages

    if all_ and code is not None:
        raise click.UsageError("give a code or --all, not both")
    if code is None and not all_ and format_ != "text":
        raise click.UsageError(f"--format {format_} is for pages: give a code or --all")
    if all_:
        markdown = format_ == "markdown"
        shown = pages.document(codes.ALL) if markdown else "\n".join(pages.text(each) for each in codes.ALL)
    elif code is None:
        shown = pages.index(codes.ALL)
    else:
        found = codes.BY_ID.get(code.upper()) or codes.BY_NAME.get(code.lower())
        if found is None:
            raise TeikitError(f"there is no code “{code}”", hint=_way_out(code, [*codes.BY_ID, *codes.BY_NAME]))
        shown = pages.markdown(found, 1) if format_ == "markdown" else pages.text(found)
    options.emit(shown, output)
    return 0


def _way_out(code: str, known: list[str]) -> str:
    if code.upper().startswith("SCH:"):
        return "it is the id of a rule in a Schematron schema: its message explains it"
    near = difflib.get_close_matches(code.upper(), known, 1, 0.5) or difflib.get_close_matches(
        code.lower(), known, 1, 0.5
    )
    return f"did you mean “{near[0]}”?" if near else "“teikit explain” lists them all"
