"""Asking all that a target asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from teikit.deposit.contents import Edition
from teikit.deposit.targets.target import Requirement, Target
from teikit.diagnostics import Diagnostic, Severity
from teikit.validation.many import Watch

if TYPE_CHECKING:
    from teikit.deposit.targets.requirements import Subject

State = Literal["met", "missing", "not verified"]
"""What a requirement comes to; `not verified`: nobody can tell, so it is not met either."""


class Answered(NamedTuple):
    """A requirement with what it came to, and the diagnostics that say what is missing, sorted.

    `remark` is that of the check (`Answer`).
    """

    requirement: Requirement
    state: State
    diagnostics: tuple[Diagnostic, ...]
    remark: str = ""


def check(
    edition: Edition, target: Target, *, jobs: int | None = None, watch: Watch | None = None
) -> tuple[Answered, ...]:
    """Hold an edition against what a target asks; return the answers in the order of the target's list.

    What is missing of a requirement that must be met is an error, else a warning; the severities that the project gives
    the codes have the last word. Raises `TeikitError` where a setting of the project is wrong.
    """
    from teikit.deposit.targets.requirements import Subject

    subject = Subject.of(edition, jobs=jobs, watch=watch)
    return tuple(_answered(each, subject) for each in target.requirements)


def _answered(requirement: Requirement, subject: Subject) -> Answered:
    from teikit.deposit.targets.requirements import CHECKS

    answer = CHECKS[requirement.check].function(subject, requirement.parameters)
    severity = Severity.ERROR if requirement.is_must else Severity.WARNING
    graded = [each._replace(severity=severity) for each in answer.missing]
    project = subject.edition.project
    judged = project.judged(graded) if project else graded
    state: State = "not verified" if not answer.is_decided else "missing" if answer.missing else "met"
    return Answered(requirement, state, tuple(sorted(judged, key=lambda each: each.sort_key)), answer.remark)
