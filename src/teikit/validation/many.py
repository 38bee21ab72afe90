"""Many documents: each by itself in processes, then all of them together."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from teikit import parallel
from teikit.diagnostics import DiagnosedError, Diagnostic, TeikitError
from teikit.rng import codes
from teikit.validation.compiled import grammar_of
from teikit.validation.layers import Examination
from teikit.validation.options import Options

if TYPE_CHECKING:
    from teikit.project.facts import Facts

_NOT_CHECKED = frozenset({codes.NO_SCHEMA.id, codes.SCHEMA_NOT_FOUND.id})

Watch = Callable[[Iterable["Examined"], int], Iterable["Examined"]]
"""What looks at the work as it goes on, such as a progress bar: it yields what it is given, so many in all."""


class Findings(NamedTuple):
    """What was found in one file, sorted; `failure` is why it could not be read or checked at all, or None.

    `is_input` tells that somebody asked for the file: others, such as a picture, may be at fault as well.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...]
    failure: TeikitError | None = None
    is_input: bool = True

    @property
    def obstacles(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that say why a layer could not do its work."""
        told = self.failure.diagnostics if isinstance(self.failure, DiagnosedError) else ()
        return tuple(each for each in self.diagnostics if each.code.id in _NOT_CHECKED or each in told)

    @property
    def silent_failure(self) -> TeikitError | None:
        """The failure, if no diagnostic tells of it."""
        return None if isinstance(self.failure, DiagnosedError) else self.failure

    @property
    def checked(self) -> bool:
        """Whether every layer that was asked for could do its work."""
        return self.failure is None and not self.obstacles

    def and_also(self, diagnostics: Iterable[Diagnostic]) -> Findings:
        """Return the findings with others."""
        return self._replace(diagnostics=_sorted((*self.diagnostics, *diagnostics)))


class Examined(NamedTuple):
    """What a process found in one file: the findings by itself, and its facts for the others (None for none).

    `files` are those of the schemas, with their digests; `is_alone` tells that the findings depend on them, on the file
    and on the options, and on nothing else.
    """

    findings: Findings
    facts: Facts | None = None
    files: tuple[tuple[str, str], ...] = ()
    is_alone: bool = False


def _unwatched(work: Iterable[Examined], number: int) -> Iterable[Examined]:
    return work


def validate_files(
    paths: Sequence[str], options: Options, *, jobs: int | None = None, watch: Watch = _unwatched
) -> list[Findings]:
    """Return the findings of each file, in order; a file that kills the process that works on it is a failure.

    Files that nobody asked for and that are at fault all the same, such as a picture of the project, come last. `jobs`
    is the number of processes (default: one for each core).
    """
    if options.schema is not None and len(paths) > 1:
        # Compiled once here, the schema is there in every process that is forked from this one.
        with contextlib.suppress(TeikitError):
            grammar_of(options.schema, options)
    if "checks" not in options.layers:
        return [each.findings for each in watch(_examined(paths, options, jobs), len(paths))]
    from teikit.validation.together import validate_together

    return validate_together(paths, options, lambda new: watch(_examined(new, options, jobs), len(new)))


def _examined(paths: Sequence[str], options: Options, jobs: int | None) -> Iterator[Examined]:
    return parallel.each(partial(_one, options), paths, jobs, weigh=parallel.size, lost=_lost)


def _lost(path: str) -> Examined:
    hint = "it may need more memory than there is; try it alone, with --jobs 1"
    return Examined(Findings(path, (), TeikitError(f"{path}: the process that worked on it died", hint=hint)))


def _one(options: Options, path: str) -> Examined:
    examination = Examination(path, options)
    found: list[Diagnostic] = []
    failure: TeikitError | None = None
    try:
        # Piece by piece: what was found before a failure counts.
        for diagnostic in examination.run():
            found.append(diagnostic)
    except DiagnosedError as error:
        found.extend(error.diagnostics)
        failure = error
    except TeikitError as error:
        failure = error
    findings = Findings(path, _sorted(found), failure)
    is_alone = examination.is_alone and findings.checked
    return Examined(findings, examination.facts, tuple(sorted(examination.files)), is_alone)


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key))
