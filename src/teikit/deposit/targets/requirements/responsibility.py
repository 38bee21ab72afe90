"""Checks of who made the edition: names, identifiers, a contact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from teikit.deposit.targets.codes import description as codes
from teikit.deposit.targets.requirements.answer import Answer, summed
from teikit.deposit.targets.requirements.description import lacking
from teikit.deposit.targets.requirements.subject import Subject
from teikit.diagnostics import Diagnostic

_WRITTEN = {"orcid": "ORCID", "gnd": "GND", "viaf": "VIAF", "wikidata": "Wikidata", "isni": "ISNI", "ror": "ROR"}


def creators(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """Somebody is named who made the edition, and no responsibility names nobody."""
    hint = "add <author> or <editor> with a name to titleStmt, or creators in [deposit] of teikit.toml"
    if not subject.metadata.creators():
        message = "nobody is named who made the edition"
        return lacking(subject, codes.NO_CREATOR, "titleStmt", message, hint, "DEP003", "DEP004", "DEP016")
    return Answer(tuple(summed(codes.NO_CREATOR, [each], hint) for each in subject.told_of("DEP004")))


def names_parted(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """Each creator who is a person has a family name apart from the given names."""
    missing = []
    for each in subject.metadata.creators():
        if each.kind == "person" and not each.family:
            message = f"“{each.name}” does not say which part of the name is the family name"
            hint = "mark up <forename> and <surname>, or write “Family, Given”"
            missing.append(Diagnostic.of(codes.NAME_WHOLE, each.place, message, hint=hint))
    return Answer(tuple(missing))


def identifiers(subject: Subject, parameters: Mapping[str, Any]) -> Answer:
    """Each creator has an identifier of one of the `schemes`."""
    schemes = parameters["schemes"]
    missing = []
    for each in subject.metadata.creators():
        if not any(identifier.scheme in schemes for identifier in each.identifiers):
            message = f"“{each.name}” has no identifier"
            hint = (
                f"add @ref with the address of one of {', '.join(_WRITTEN[scheme] for scheme in schemes)} to the name"
            )
            missing.append(Diagnostic.of(codes.NO_PERSON_IDENTIFIER, each.place, message, hint=hint))
    return Answer(tuple(missing))


def contact(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """Somebody can be asked."""
    if subject.metadata.contact:
        return Answer()
    hint = "add <email> to publicationStmt, or contact in [deposit] of teikit.toml"
    return lacking(subject, codes.NO_CONTACT, "publicationStmt", "nobody is named who can be asked", hint)
