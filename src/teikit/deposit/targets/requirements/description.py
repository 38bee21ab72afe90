"""Checks of how the edition is described: title, date, abstract, keywords, identifier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from teikit.deposit.metadata import Identifier
from teikit.deposit.targets.codes import description as codes
from teikit.deposit.targets.requirements.answer import Answer, one, summed
from teikit.deposit.targets.requirements.subject import Subject
from teikit.diagnostics import Code

_SETTING = "in [deposit] of teikit.toml"


def lacking(subject: Subject, code: Code, element: str, message: str, hint: str, *told: str) -> Answer:
    """Return the answer that something is not there: where that was told, else at an element of the first header."""
    causes = subject.told_of(*told)
    place = causes[0].location if causes else subject.place_of(element)
    return one(code, place, message, hint, causes[0] if causes else None)


def title(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """The edition has one title; several documents have one in common."""
    faults = subject.told_of("DEP001", "DEP002", "DEP016")
    hint = f"add <title> to titleStmt, or title {_SETTING}"
    if faults:
        return Answer((summed(codes.NO_TITLE, faults, hint),))
    if not subject.metadata.title:
        return lacking(subject, codes.NO_TITLE, "titleStmt", "the edition has no title", hint)
    return Answer()


def publication_date(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """The edition says when it was published."""
    if subject.metadata.publication_date:
        return Answer()
    hint = f'add <date when="…"> to publicationStmt, or date {_SETTING}'
    message = "nothing says when the edition was published"
    return lacking(subject, codes.NO_DATE, "publicationStmt", message, hint, "DEP009", "DEP010")


def description(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """Something describes the edition."""
    if subject.metadata.abstracts or subject.metadata.project_description:
        return Answer()
    hint = f"add <abstract> to profileDesc or <projectDesc> to encodingDesc, or description {_SETTING}"
    message = "nothing describes the edition"
    return lacking(subject, codes.NO_DESCRIPTION, "teiHeader", message, hint, "DEP013")


def keywords(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """The edition has keywords."""
    if subject.metadata.keywords:
        return Answer()
    hint = f"add <keywords> to textClass in profileDesc, or keywords {_SETTING}"
    return lacking(subject, codes.NO_KEYWORDS, "profileDesc", "the edition has no keywords", hint)


def identifier(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """The edition has an identifier that others understand, or each of its documents has."""
    metadata = subject.metadata
    if _is_identified(metadata.identifiers):
        return Answer()
    if metadata.parts and all(_is_identified(each.identifiers) for each in metadata.parts):
        return Answer(remark="each document has one of its own")
    hint = f'add <idno type="DOI"> or <idno type="URI"> to publicationStmt, or doi {_SETTING}'
    message = "the edition as a whole has no DOI and no address"
    return lacking(subject, codes.NO_IDENTIFIER, "publicationStmt", message, hint, "DEP014")


def _is_identified(identifiers: Iterable[Identifier]) -> bool:
    return any(each.scheme != "local" for each in identifiers)
