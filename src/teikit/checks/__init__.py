"""What no schema can express: ids, pointers, dates, calendars and languages of a TEI document.

One file per check, named after the fault. Each has its `CODE`, with the page that `teikit explain` prints, and
`check(document, markup)`, which yields diagnostics: each fault once, at the place where an editor would mend it.
Checks never repeat what a grammar says, and stay silent where they cannot know: a pointer into another file, a calendar
without rules here, an element of another vocabulary, an example in an `egXML`.

The checks read the document and its `Markup` (`teikit.project.markup`), and nothing else.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from teikit.checks import (
    bare_name,
    calendar_on_nothing,
    calendar_spellings,
    custom_date_mismatch,
    dangling_pointer,
    deprecated,
    doctype,
    duplicate_id,
    empty_said,
    from_after_to,
    image_without_credit,
    impossible_custom_date,
    invisible_character,
    letter_dates,
    missing_file,
    mixed_normalisation,
    mixed_scripts,
    name_without_ref,
    one_person_two_ids,
    private_use,
    received_before_sent,
    undeclared_calendar,
    undeclared_language,
    undeclared_prefix,
    unknown_language,
    unreferenced_image,
    unused_entry,
    who_names_no_person,
    wrong_target,
)
from teikit.diagnostics import Code, Diagnostic
from teikit.project.conventions import Conventions
from teikit.project.facts import MOST_PLACES, Facts, facts_of
from teikit.project.index import Index
from teikit.project.markup import Markup
from teikit.project.settings import Project
from teikit.xml import Document

Check = Callable[[Document, Markup], Iterator[Diagnostic]]

Across = Callable[[Index], Iterator[Diagnostic]]

CHECKS: tuple[tuple[Code, Check], ...] = (
    (duplicate_id.CODE, duplicate_id.check),
    (who_names_no_person.CODE, who_names_no_person.check),
    (custom_date_mismatch.CODE, custom_date_mismatch.check),
    (from_after_to.CODE, from_after_to.check),
    (received_before_sent.CODE, received_before_sent.check),
    (undeclared_calendar.CODE, undeclared_calendar.check),
    (undeclared_language.CODE, undeclared_language.check),
    (impossible_custom_date.CODE, impossible_custom_date.check),
    (wrong_target.CODE, wrong_target.check),
    (undeclared_prefix.CODE, undeclared_prefix.check),
    (calendar_on_nothing.CODE, calendar_on_nothing.check),
    (unknown_language.CODE, unknown_language.check),
    (image_without_credit.CODE, image_without_credit.check),
    (letter_dates.CODE, letter_dates.check),
    (mixed_normalisation.CODE, mixed_normalisation.check),
    (private_use.CODE, private_use.check),
    (invisible_character.CODE, invisible_character.check),
    (mixed_scripts.CODE, mixed_scripts.check),
    (empty_said.CODE, empty_said.check),
    (name_without_ref.CODE, name_without_ref.check),
    (doctype.CODE, doctype.check),
    (deprecated.CODE, deprecated.check),
)
"""Every check that reads one document, with its code, in the order of the codes."""

ACROSS: tuple[tuple[Code, Across], ...] = (
    (dangling_pointer.CODE, dangling_pointer.across),
    (who_names_no_person.CODE, who_names_no_person.across),
    (wrong_target.CODE, wrong_target.across),
    (bare_name.CODE, bare_name.across),
    (missing_file.CODE, missing_file.across),
    (unreferenced_image.CODE, unreferenced_image.across),
    (one_person_two_ids.CODE, one_person_two_ids.across),
    (unused_entry.CODE, unused_entry.across),
    (calendar_spellings.CODE, calendar_spellings.across),
)
"""Every check that reads the index."""

CODES: tuple[Code, ...] = tuple(sorted(dict.fromkeys(code for code, _ in (*CHECKS, *ACROSS)), key=lambda code: code.id))


class Examined(NamedTuple):
    """What a worker finds in one document: the diagnostics of the checks that read it, and the facts for the others."""

    diagnostics: tuple[Diagnostic, ...]
    facts: Facts


def examine(document: Document, conventions: Conventions | None = None) -> Examined:
    """Run the checks that read one document, and collect its facts; both can be sent to another process and kept.

    `conventions` are those of its project (`Project.conventions`).
    """
    markup = Markup.of(document, conventions or Conventions())
    found = (each for _, check in CHECKS for each in check(document, markup))
    return Examined(tuple(_bounded(found)), facts_of(markup))


def _bounded(found: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what is the very same at more than `MOST_PLACES` places; the last of them tells how many more."""
    last: dict[tuple[str, str], Diagnostic] = {}
    totals: dict[tuple[str, str], int] = {}
    for each in found:
        key = (each.code.id, each.message)
        totals[key] = totals.get(key, 0) + 1
        if totals[key] < MOST_PLACES:
            yield each
        elif totals[key] == MOST_PLACES:
            last[key] = each
    for key, each in last.items():
        more = totals[key] - MOST_PLACES
        yield each._replace(message=f"{each.message} (and {more} more)") if more else each


def across(index: Index) -> Iterator[Diagnostic]:
    """Yield what the checks find that read the facts of all documents."""
    for _, check in ACROSS:
        yield from check(index)


def run(
    document: Document, project: Project | None = None, conventions: Conventions | None = None
) -> Iterator[Diagnostic]:
    """Yield all that the checks find in one document that stands alone, or for itself in a project.

    `conventions` are the project's, if they are known already.
    """
    examined = examine(document, conventions or (project.conventions() if project else None))
    yield from examined.diagnostics
    root = project.root if project else Path(document.path).parent
    yield from across(Index([examined.facts], [root], project))


__all__ = ["ACROSS", "CHECKS", "CODES", "Check", "Examined", "across", "examine", "run"]
