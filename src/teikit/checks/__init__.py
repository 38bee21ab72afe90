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
    custom_date_mismatch,
    dangling_pointer,
    duplicate_id,
    from_after_to,
    impossible_custom_date,
    received_before_sent,
    undeclared_calendar,
    undeclared_language,
    who_names_no_person,
)
from teikit.diagnostics import Code, Diagnostic
from teikit.project.conventions import Conventions
from teikit.project.facts import Facts, facts_of
from teikit.project.index import Index
from teikit.project.markup import Markup
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
)
"""Every check that reads one document, with its code, in the order of the codes."""

ACROSS: tuple[tuple[Code, Across], ...] = (
    (dangling_pointer.CODE, dangling_pointer.across),
    (who_names_no_person.CODE, who_names_no_person.across),
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
    return Examined(tuple(found for _, check in CHECKS for found in check(document, markup)), facts_of(markup))


def across(index: Index) -> Iterator[Diagnostic]:
    """Yield what the checks find that read the facts of all documents."""
    for _, check in ACROSS:
        yield from check(index)


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield all that the checks find in one document that stands alone."""
    examined = examine(document)
    yield from examined.diagnostics
    yield from across(Index([examined.facts], [Path(document.path).parent]))


__all__ = ["ACROSS", "CHECKS", "CODES", "Check", "Examined", "across", "examine", "run"]
