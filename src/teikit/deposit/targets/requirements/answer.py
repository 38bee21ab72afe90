"""What a check answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from teikit.diagnostics import Code, Diagnostic, Location, Related

MOST_RELATED = 3
"""Further places that a diagnostic names."""


class Answer(NamedTuple):
    """What is missing, and whether that could be decided: decided and nothing missing, the requirement is met.

    `remark` tells by what a requirement is met, where that is not plain, or why it could not be decided.
    """

    missing: tuple[Diagnostic, ...] = ()
    is_decided: bool = True
    remark: str = ""


def one(code: Code, place: Location, message: str, hint: str, cause: Diagnostic | None = None) -> Answer:
    """Return the answer that one thing is missing, with the finding that shows it."""
    return Answer((Diagnostic.of(code, place, message, hint=hint, related=_related([cause] if cause else [])),))


def summed(code: Code, faults: Sequence[Diagnostic], hint: str, prefix: str = "") -> Diagnostic:
    """Return one diagnostic for findings of other layers in one file, at the first of them; it names the others.

    `hint` is the way out where the first finding knows none.
    """
    first, more = faults[0], len(faults) - 1
    told = f"{prefix}{first.message} ({first.code.id}{f', and {more} more in this file' if more else ''})"
    related = _related(faults[1:]) or first.related
    return Diagnostic.of(code, first.location, told, hint=first.hint or hint, related=related, length=first.length)


def _related(faults: Iterable[Diagnostic]) -> tuple[Related, ...]:
    return tuple(Related(each.location, f"{each.message} ({each.code.id})") for each in [*faults][:MOST_RELATED])
