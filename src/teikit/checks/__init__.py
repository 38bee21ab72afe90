"""What no schema can express: ids, pointers, dates, calendars and languages of a TEI document.

One file per check, named after the fault. Each has its `CODE`, with the page that `teikit explain` prints, and
`check(document, index)`, which yields diagnostics: each fault once, at the place where an editor would mend it.
Checks never repeat what a grammar says, and stay silent where they cannot know: a pointer into another file, a calendar
without rules here, an element of another vocabulary, an example in an `egXML`.

The checks read the document and its `Index` (`teikit.project.index`), and nothing else.
"""

from collections.abc import Callable, Iterator

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
from teikit.project.index import Index
from teikit.xml import Document

Check = Callable[[Document, Index], Iterator[Diagnostic]]

CHECKS: tuple[tuple[Code, Check], ...] = (
    (duplicate_id.CODE, duplicate_id.check),
    (dangling_pointer.CODE, dangling_pointer.check),
    (who_names_no_person.CODE, who_names_no_person.check),
    (custom_date_mismatch.CODE, custom_date_mismatch.check),
    (from_after_to.CODE, from_after_to.check),
    (received_before_sent.CODE, received_before_sent.check),
    (undeclared_calendar.CODE, undeclared_calendar.check),
    (undeclared_language.CODE, undeclared_language.check),
    (impossible_custom_date.CODE, impossible_custom_date.check),
)
"""Every check with its code, in the order of the codes."""

CODES: tuple[Code, ...] = tuple(code for code, _ in CHECKS)


def run(document: Document) -> Iterator[Diagnostic]:
    """Yield what the checks find in one document, check after check."""
    index = Index.of(document)
    for _, check in CHECKS:
        yield from check(document, index)


__all__ = ["CHECKS", "CODES", "Check", "run"]
