"""`teikit dates`: dates of many calendars, converted, checked and filled in."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from teikit.cli import options
from teikit.cli.validate import Wishes, findings_options, run

if TYPE_CHECKING:
    from teikit.editing.dates import Outcome


def _calendar(
    context: click.Context, parameter: click.Parameter, given: str | tuple[str, ...] | None
) -> str | tuple[str, ...] | None:
    """Refuse a calendar that is not known, with the nearest that is; also a name that documents use is one."""
    if not given:
        return given
    if isinstance(given, tuple):
        return tuple(dict.fromkeys(_one_calendar(each) for each in given))
    return _one_calendar(given)


def _one_calendar(given: str) -> str:
    from teikit.dates import CALENDARS, calendar_of
    from teikit.dates.calendars import VARIANTS

    names = (*CALENDARS, *VARIANTS)
    found = given.lower() if given.lower() in names else calendar_of(given)
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(given.lower(), names, 1)
        hint = f"did you mean “{near[0]}”?" if near else f"known are {', '.join(names)}"
        raise click.BadParameter(f"there is no calendar “{given}”; {hint}")
    return found


class _OfAYear(click.Command):
    """A command that takes a year before the first one, such as -0043-03-15, for no option."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        years = [each for each in args if each[:1] == "-" and each[1:2].isdigit()]
        if years and "--" not in args:
            args = [*(each for each in args if each not in years), "--", *years]
        return super().parse_args(context, args)


@click.group("dates")
def command() -> None:
    """Convert, check and fill in dates of many calendars.

    \b
    Example:
      teikit dates convert "22 November 1917" --from julian
      teikit dates check tei/
      teikit dates fill tei/ --dry-run
    """


@command.command("convert", cls=_OfAYear)
@click.argument("text", metavar="TEXT")
@click.option("--from", "source", metavar="CALENDAR", callback=_calendar, help="The calendar of TEXT.")
@click.option(
    "--to", "targets", metavar="CALENDAR", multiple=True, callback=_calendar, help="Only this calendar (repeatable)."
)
@click.option("--language", metavar="TAG", default="en", show_default=True, help="The language of a date in words.")
@click.option("--month", "whole_month", is_flag=True, help="Show the month that holds the day, day by day.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="Form of what is written."
)
def convert(
    text: str, source: str | None, targets: tuple[str, ...], language: str, whole_month: bool, format_: str
) -> int:
    """Say what a date of one calendar is in the others.

    TEXT is a value in the form of the calendar, such as 1917-11-22 (of the Gregorian one: ISO 8601 or EDTF), two such
    values with a slash between them, or a date in words; without --from it is in the calendar that the words show, else
    Gregorian. A month or a year becomes its first and its last day where it is no
    month or year of the other calendar. With - for TEXT, dates are read from standard input, one a line. The exit
    status is 1 where a date is none, or has no place in a calendar.

    \b
    Example:
      teikit dates convert "22 November 1917" --from julian
      teikit dates convert 1336-02 --from islamic --to gregorian --month
      teikit dates convert - --from rumi --to gregorian < days.txt
    """
    from teikit.cli.conversions import Wanted, convert_lines, convert_one

    wanted = Wanted(source, targets, language, format_)
    if text != "-":
        return convert_one(text, wanted, whole_month=whole_month)
    if whole_month:
        raise click.UsageError("--month is for one date, and standard input may hold many")
    return convert_lines(sys.stdin.buffer, wanted)


@command.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@findings_options()
@click.option("--no-cache", is_flag=True, help="Use nothing that was kept from an earlier run.")
@options.jobs
@options.strict
@options.quiet
def check(paths: tuple[str, ...], no_cache: bool, jobs: int | None, **wishes: Any) -> int:
    """Check the dates of documents: those findings of “teikit validate” that are about dates.

    PATH is a file, or a folder with all its *.xml files; without one, the project is checked that the current folder
    lies in.

    \b
    Example:
      teikit dates check
      teikit dates check tei/ --format json -o dates.json
    """
    from teikit.checks import DATE_CODES
    from teikit.validation import Options

    wished = Wishes(select=tuple(code.id for code in DATE_CODES), **wishes)
    return run(paths, Options(layers=("checks",), cached=not no_cache), wished, jobs)


@command.command("fill")
@options.paths
@click.option("--dry-run", is_flag=True, help="Show what would change as a diff, and write nothing.")
@click.option(
    "--calendar", metavar="NAME", default="", callback=_calendar, help="The calendar of dates that name none."
)
@click.option(
    "--accept-tolerance",
    is_flag=True,
    help="Fill in days that the calendar knows only to a day or so, as notBefore and notAfter.",
)
@options.jobs
@options.quiet
def fill(
    paths: tuple[str, ...], dry_run: bool, calendar: str, accept_tolerance: bool, jobs: int | None, quiet: bool
) -> int:
    """Add the half of a date that is missing, and change not one other byte of the file.

    Beside @when-custom with @datingMethod comes @when, and the other way round (also from, to, notBefore, notAfter);
    a month or year that is none in the Gregorian calendar becomes notBefore and notAfter. A date without attributes
    whose text is a whole date, in the calendar of @calendar or marked such as “O.S.”, gets what it says. What is in
    doubt is listed on standard error with its place and the reason, and left as it is.

    \b
    Example:
      teikit dates fill tei/ --dry-run
      teikit dates fill tei/letters/ --calendar julian
    """
    from functools import partial

    from teikit import files
    from teikit.editing.dates import fill_files, wishes

    given, missing = files.inputs(paths)
    options.complain_of_all(missing)
    if not given:
        return 2
    watch = partial(options.progress, length=len(given), label="Filling", quiet=quiet)
    wanted = wishes.Wishes(calendar, accept_tolerance)
    outcomes = list(watch(fill_files([each.path for each in given], wanted, dry_run=dry_run, jobs=jobs)))
    for outcome in outcomes:
        _say(outcome, quiet=quiet)
    if not quiet:
        filled, listed = sum(each.filled for each in outcomes), sum(len(each.listed) for each in outcomes)
        written = "would be filled" if dry_run else "filled"
        sys.stderr.write(f"{options.files_counted(len(outcomes))}: {filled} {written}, {listed} left in doubt\n")
    return 2 if missing or any(each.failure for each in outcomes) else 0


def _say(outcome: Outcome, *, quiet: bool) -> None:
    from teikit.diagnostics.render.characters import visible

    sys.stdout.write(outcome.diff)
    if outcome.failure:
        options.complain(outcome.failure)
    for each in () if quiet else outcome.listed:
        place = f"{each.location.path}:{each.location.line}:{each.location.column}"
        sys.stderr.write(f"{visible(place)}: {visible(each.reason)}\n")
