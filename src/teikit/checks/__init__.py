"""What no schema can express, of one TEI document and of all documents of a project together.

One file per check, named after the fault. Each has its `CODE`, with the page that `teikit explain` prints. A check
that needs one document only has `check(document, markup)`: it reads the live nodes (`teikit.project.markup`) in the
process that has them. One that needs other files has `across(index)`: it reads the facts of all documents
(`teikit.project.index`) in the parent. Both yield diagnostics: each fault once, at the place where an editor would
mend it, and what is mended in one act (a language to declare, a file that is gone) once with the number of its uses.

`examine` is the worker's part, `across` the parent's; `run` does both for one document. Checks never repeat what a
grammar says, and stay silent where they cannot know: a calendar without rules here, a file that may not be read, an
element of another vocabulary, an example in an `egXML`.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from teikit.checks import (
    bare_name,
    calendar_for_method,
    calendar_of_the_place,
    calendar_on_nothing,
    calendar_spellings,
    custom_date_mismatch,
    dangling_pointer,
    date_outside_event,
    death_before_birth,
    deprecated,
    doctype,
    duplicate_id,
    empty_said,
    event_before_birth,
    event_outside_event,
    from_after_to,
    image_without_credit,
    impossible_custom_date,
    impossible_iso_date,
    invisible_character,
    letter_dates,
    missing_file,
    mixed_normalisation,
    mixed_scripts,
    name_without_ref,
    one_person_two_ids,
    private_use,
    received_before_sent,
    text_and_attribute,
    undeclared_calendar,
    undeclared_language,
    undeclared_prefix,
    unknown_language,
    unreferenced_image,
    unused_entry,
    w3c_and_iso,
    weekday_mismatch,
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
    (text_and_attribute.CODE, text_and_attribute.check),
    (weekday_mismatch.CODE, weekday_mismatch.check),
    (w3c_and_iso.CODE, w3c_and_iso.check),
    (impossible_iso_date.CODE, impossible_iso_date.check),
    (calendar_for_method.CODE, calendar_for_method.check),
    (event_outside_event.CODE, event_outside_event.check),
    (death_before_birth.CODE, death_before_birth.check),
    (calendar_of_the_place.CODE, calendar_of_the_place.check),
    (date_outside_event.CODE, date_outside_event.check),
    (event_before_birth.CODE, event_before_birth.check),
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

DATE_CODES: tuple[Code, ...] = (
    custom_date_mismatch.CODE,
    from_after_to.CODE,
    received_before_sent.CODE,
    undeclared_calendar.CODE,
    impossible_custom_date.CODE,
    calendar_spellings.CODE,
    calendar_on_nothing.CODE,
    letter_dates.CODE,
    text_and_attribute.CODE,
    weekday_mismatch.CODE,
    w3c_and_iso.CODE,
    impossible_iso_date.CODE,
    calendar_for_method.CODE,
    event_outside_event.CODE,
    death_before_birth.CODE,
    calendar_of_the_place.CODE,
    date_outside_event.CODE,
    event_before_birth.CODE,
)
"""Those that are about dates and calendars."""

MOST_REPORTS = 1000
"""Reports of one code that a document gets; the last of them counts the rest."""


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
    once = _bounded(found, MOST_PLACES, lambda each: (each.code.id, each.message), "and {} more")
    return Examined(tuple(_few(once)), facts_of(markup))


def _bounded(
    found: Iterable[Diagnostic], most: int, key: Callable[[Diagnostic], Hashable], more: str
) -> Iterator[Diagnostic]:
    """Leave out what is beyond `most` of the diagnostics with the same key; the last of them tells how many more."""
    last: dict[Hashable, Diagnostic] = {}
    totals: dict[Hashable, int] = {}
    for each in found:
        known = key(each)
        totals[known] = totals.get(known, 0) + 1
        if totals[known] < most:
            yield each
        elif totals[known] == most:
            last[known] = each
    for known, each in last.items():
        left = totals[known] - most
        yield each._replace(message=f"{each.message} ({more.format(left)})") if left else each


def _few(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what is of one kind in one document beyond a thousand times: nobody reads it."""
    return _bounded(found, MOST_REPORTS, lambda each: (each.code.id, each.location.path), "and {} more of this kind")


def across(index: Index) -> Iterator[Diagnostic]:
    """Yield what the checks find that read the facts of all documents."""
    yield from _few(each for _, check in ACROSS for each in check(index))


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


__all__ = ["ACROSS", "CHECKS", "CODES", "DATE_CODES", "Check", "Examined", "across", "examine", "run"]
