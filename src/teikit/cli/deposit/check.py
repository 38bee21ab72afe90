"""`teikit deposit check`: whether an edition has what a repository asks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from teikit.cli import options
from teikit.cli.validate import Wishes, findings_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from teikit.deposit.contents import Edition
    from teikit.diagnostics import Diagnostic
    from teikit.validation import Findings

TARGETS = ("generic", "zenodo", "arche", "clarin")
"""As in `teikit.deposit.targets`, which is loaded only when there is something to check."""


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option(
    "--for", "target", type=click.Choice(TARGETS), default="generic", show_default=True, help="The repository."
)
@findings_options()
@options.jobs
@options.strict
@options.quiet
def command(paths: tuple[str, ...], target: str, jobs: int | None, **wishes: Any) -> int:
    """Tell whether an edition has what a repository asks, and where to mend what is missing.

    PATH is the folder of a project with a teikit.toml, a folder of TEI documents, or files; without one, the project
    that the current folder lies in. A table shows what is asked, whether it is there, and where to mend it; the
    findings follow. The other forms have the findings alone. The exit status is 1 where something is missing that must
    be there. “generic” is what repositories have in common; ° marks what we could not verify that a repository asks.

    \b
    Example:
      teikit deposit check --for zenodo
      teikit deposit check tei/ --for arche --format json
    """
    from functools import partial

    from teikit.cli.findings import report
    from teikit.cli.validate import baseline_of, selection_of
    from teikit.deposit.contents import edition_of
    from teikit.deposit.targets import check, read

    wanted = Wishes(select=(), **wishes)
    selection, baseline = selection_of(wanted), baseline_of(wanted)
    edition = edition_of(paths)
    asked = read(target)
    watch = partial(options.progress, label="Checking", quiet=wanted.quiet)
    answers = check(edition, asked, jobs=jobs, watch=watch)
    if wanted.format_ == "text":
        from teikit.deposit.targets.table import render

        sys.stdout.write(render(asked, answers))
    findings = _by_file(edition, (each for answer in answers for each in answer.diagnostics))
    return report(findings, [], wanted, {"deposit"}, selection, baseline)


def _by_file(edition: Edition, diagnostics: Iterable[Diagnostic]) -> Sequence[Findings]:
    """Return the findings of each document, and of each other file that is at fault."""
    from teikit.validation import Findings

    found: dict[str, list[Diagnostic]] = {each.as_posix(): [] for each in edition.documents}
    documents = set(found)
    for each in diagnostics:
        found.setdefault(each.location.path, []).append(each)
    return [Findings(path, tuple(some), is_input=path in documents) for path, some in found.items()]
