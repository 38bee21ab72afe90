"""Checks of who publishes the edition, and what others may do with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from teikit.deposit.targets.codes import description as codes
from teikit.deposit.targets.requirements.answer import Answer, one, summed
from teikit.deposit.targets.requirements.description import lacking
from teikit.deposit.targets.requirements.subject import Subject

_NONE, _TWO, _NO_TARGET = "DEP005", "DEP006", "DEP007"


def publisher(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """A publisher is named."""
    if subject.metadata.publishers:
        return Answer()
    hint = "add <publisher> to publicationStmt, or publisher in [deposit] of teikit.toml"
    return lacking(subject, codes.NO_PUBLISHER, "publicationStmt", "no publisher is named", hint, "DEP008")


def licence(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """There is one licence, of every document, with the address of its text."""
    hint = 'add <licence target="https://…"> to availability, or licence in [deposit] of teikit.toml'
    faults = subject.told_of(_NONE, _TWO)
    if faults:
        return Answer(tuple(summed(codes.LICENCE_UNCLEAR, [each], hint) for each in faults))
    found = subject.metadata.licence
    if found is None:
        return lacking(subject, codes.LICENCE_UNCLEAR, "publicationStmt", "the edition has no licence", hint)
    nameless = subject.told_of(_NO_TARGET)
    if nameless or not found.target:
        message = f"the licence “{found.name}” is without the address of its text"
        place = nameless[0].location if nameless else found.place
        return one(codes.LICENCE_UNCLEAR, place, message, hint.replace("add", "write", 1), next(iter(nameless), None))
    return Answer()
