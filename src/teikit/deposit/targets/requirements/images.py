"""Checks of the images: whether they are there, and whose they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from teikit.deposit.contents import codes as contents
from teikit.deposit.targets.codes import files as codes
from teikit.deposit.targets.requirements.answer import Answer, summed
from teikit.deposit.targets.requirements.subject import Subject

_MISSING_FILE = "TEI013"
_NO_CREDIT = "TEI020"


def present(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """Every image, and every other file that a document names by a path, is there."""
    hint = "put the file there, or write the whole address of where it is"
    # Both may tell of the same image: the contents count them, validation shows each.
    counted = {
        each.location.path: [each] for each in subject.contents.diagnostics if each.code is contents.IMAGE_MISSING
    }
    shown = {some[0].location.path: some for some in subject.found(_MISSING_FILE)}
    return subject.settled(summed(codes.IMAGE_ABSENT, each, hint) for each in {**counted, **shown}.values())


def credited(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """Every figure says where its picture is from."""
    hint = 'add <bibl type="credit"> to the figure'
    return subject.settled(summed(codes.NO_CREDIT, each, hint) for each in subject.found(_NO_CREDIT))
