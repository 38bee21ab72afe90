"""The calendars that files of a project declare for all its documents."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from teikit.registers.calendars import DeclaredCalendar, declared_calendar
from teikit.registers.pointers import document_uri


def declared_in(files: Iterable[Path]) -> tuple[tuple[str, DeclaredCalendar], ...]:
    """Return the calendars that files declare, by their URI with the id. Raises `DocumentError`."""
    from teikit.xml import TEI, clark, load

    return tuple(
        (f"{document_uri(file.as_posix())}#{found.id}", found)
        for file in files
        for found in map(declared_calendar, load(file).root.iter(clark(TEI, "calendar")))
        if found.id
    )
