"""How converted dates are shown: in a table, as JSON, or a line for each."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import IO, Any, NamedTuple

from teikit.cli import options
from teikit.dates import DateError, write_iso
from teikit.dates.equivalents import (
    Equivalent,
    Meant,
    equivalents,
    known_equivalents,
    meaning,
    month,
    weekday,
)
from teikit.diagnostics.render.characters import cells, visible

_LONGEST_LINE = 10_000


class Wanted(NamedTuple):
    """What is wanted: the calendar of the dates (None: as they show), those to convert to (none: all), the form."""

    source: str | None
    targets: tuple[str, ...]
    language: str
    format_: str


def convert_one(text: str, wanted: Wanted, *, whole_month: bool) -> int:
    """Write what one date is in other calendars; return the exit status."""
    try:
        meant, found = _converted(text, wanted)
        if whole_month:
            beside = [name for name in wanted.targets or ("gregorian",) if name != meant.calendar]
            sys.stdout.write(_month(meant, beside, wanted.format_))
        elif wanted.format_ == "json":
            sys.stdout.write(_json(_record(text, meant, found), indent=2))
        else:
            sys.stdout.write(_text(meant, found))
    except DateError as error:
        options.complain(error)
        return 1
    return 0


def convert_lines(stream: IO[bytes], wanted: Wanted) -> int:
    """Write a line for each line of a stream: the date, then its value in each calendar, with tabs between them.

    As JSON, each line is an object. A line that is no date is told on standard error, and its values are empty. Returns
    the exit status.
    """
    status = 0
    if not wanted.targets:
        wanted = wanted._replace(targets=("gregorian",))
    for number, line in enumerate(iter(lambda: stream.readline(_LONGEST_LINE), b""), 1):
        text = line.decode("utf-8-sig" if number == 1 else "utf-8", "replace").strip()
        if not text:
            continue
        try:
            meant, found = _converted(text, wanted)
        except DateError as error:
            status = 1
            sys.stderr.write(f"line {number}: {visible(error.message)}\n")
            empty = {"text": text, "error": error.message, "part": error.part}
            values = [""] * len(wanted.targets)
            sys.stdout.write(_json(empty) if wanted.format_ == "json" else _tabbed([text, *values]))
            continue
        if wanted.format_ == "json":
            sys.stdout.write(_json(_record(text, meant, found)))
        else:
            sys.stdout.write(_tabbed([text, *(each.value for each in found)]))
    return status


def _converted(text: str, wanted: Wanted) -> tuple[Meant, list[Equivalent]]:
    meant = meaning(text, wanted.source, language=wanted.language)
    found = equivalents(meant.days, wanted.targets) if wanted.targets else known_equivalents(meant.days)
    return meant, list(found)


def _record(text: str, meant: Meant, found: Sequence[Equivalent]) -> dict[str, Any]:
    first, last = meant.days
    return {
        "text": text,
        "calendar": meant.calendar,
        "first": write_iso(first),
        "last": write_iso(last),
        "weekday": weekday(first) if first == last else None,
        "tolerance_days": meant.tolerance,
        "calendars": [each._asdict() for each in found],
    }


def _json(record: object, indent: int | None = None) -> str:
    return json.dumps(record, ensure_ascii=False, indent=indent) + "\n"


def _tabbed(cells: Sequence[str]) -> str:
    return "\t".join(visible(cell.replace("\t", " ")) for cell in cells) + "\n"


def _text(meant: Meant, found: Sequence[Equivalent]) -> str:
    first, last = meant.days
    head = weekday(first) if first == last else f"{last - first + 1} days"
    if meant.tolerance:
        head += f", give or take {meant.tolerance} day: the {meant.calendar} months began by sight"
    rows = [(each.calendar, each.value, each.words + (" (± 1 day)" if each.tolerance else "")) for each in found]
    return f"{head}\n{_table(rows)}"


def _month(meant: Meant, beside: Sequence[str], format_: str) -> str:
    names = (meant.calendar, *beside)
    rows = month(meant.days.first, meant.calendar, beside)
    if format_ == "json":
        return _json(
            [{"weekday": weekday(row.day), **dict(zip(names, row.values, strict=True))} for row in rows], indent=2
        )
    return _table([("", *names), *((weekday(row.day), *row.values) for row in rows)])


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows with aligned columns; a character of Chinese or Japanese takes two places."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)) for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)
