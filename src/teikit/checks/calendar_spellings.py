"""One calendar that is called by several names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from teikit.checks.report import reports
from teikit.diagnostics import Code, Diagnostic, Location, Page, Related, Severity
from teikit.project.facts import Facts, Use
from teikit.project.index import Index
from teikit.registers import is_bare_name

CODE = Code(
    "TEI017",
    "calendar-spellings",
    Severity.WARNING,
    "one calendar is spelt in several ways",
    "TEI P5 Guidelines, 2.4.5 (Calendar Description), att.calendarSystem, att.datable.custom",
    Page(
        "pointers in `@calendar` and `@datingMethod`, in all the documents that are checked together, whose names "
        "differ only in case or punctuation: `#hijri` and `#Hijri`. The commonest is taken for right; one report for "
        "each other spelling in a document, at its first use. Bare words, and what the document does not declare, are "
        "the matter of TEI007.",
        "Each spelling is a calendar of its own to a program. Ids are case-sensitive: at most one of them is declared.",
        '<p><date calendar="https://example.org/#hijri">1131</date> <date calendar="https://example.org/#Hijri">1132'
        "</date></p>",
        '<p><date calendar="https://example.org/#hijri">1131</date> <date calendar="https://example.org/#hijri">1132'
        "</date></p>",
        "TEI007",
    ),
)

_PUNCTUATION = re.compile(r"[\W_]+")


def across(index: Index) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each document and each spelling in it that is not the commonest."""
    spelt: dict[str, dict[str, int]] = {}
    first: dict[str, Use] = {}
    for facts in index.facts:
        for use in facts.calendars:
            if not is_bare_name(use.pointer):
                name = spelling(use.pointer)
                counts = spelt.setdefault(_folded(name), {})
                counts[name] = counts.get(name, 0) + use.total
                first.setdefault(name, use)
    for facts in index.facts:
        told: set[str] = set()
        for use in facts.calendars:
            name = spelling(use.pointer)
            if name in told or _is_reported(use, facts):
                continue
            common, total = max(spelt[_folded(name)].items(), key=lambda item: item[1])
            if name != common:
                told.add(name)
                yield _report(use, first[common], total)


def _is_reported(use: Use, facts: Facts) -> bool:
    """Tell whether another check says that the document does not declare the calendar."""
    is_undeclared = use.is_local and facts.ids is not None and use.fragment not in facts.ids
    return is_bare_name(use.pointer) or is_undeclared


def spelling(pointer: str) -> str:
    """Return the part of a pointer that names the calendar: its fragment, else what follows its last `/` or `:`."""
    before, _, fragment = pointer.rpartition("#")
    return unquote(fragment) if before or pointer.startswith("#") else re.split("[/:]", fragment.rstrip("/"))[-1]


def _folded(name: str) -> str:
    return _PUNCTUATION.sub("", name).casefold()


def _report(use: Use, common: Use, total: int) -> Diagnostic:
    message = (
        f'"{use.pointer}" in {use.attribute} of "{use.element}" is spelt "{common.pointer}" elsewhere ({total} times)'
    )
    related = (Related(Location(*common.places[0]), f'the first "{common.pointer}"'),)
    return next(reports(CODE, use._replace(total=1), message, hint=f'write "{common.pointer}"', related=related))
