"""Many documents."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from teikit import parallel
from teikit.diagnostics import DiagnosedError, Diagnostic, TeikitError
from teikit.rng import codes
from teikit.validation.compiled import grammar_of
from teikit.validation.layers import iter_diagnostics
from teikit.validation.options import Options

_NOT_CHECKED = frozenset({codes.NO_SCHEMA.id, codes.SCHEMA_NOT_FOUND.id})


class Findings(NamedTuple):
    """What was found in one file, sorted; `failure` is why it could not be read or checked at all, or None."""

    path: str
    diagnostics: tuple[Diagnostic, ...]
    failure: TeikitError | None = None

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


def validate_files(paths: Sequence[str], options: Options, *, jobs: int | None = None) -> Iterator[Findings]:
    """Yield the findings of each file, in order; a file that kills the process that works on it is a failure."""
    if options.schema is not None and len(paths) > 1:
        # Compiled once here, the schema is there in every process that is forked from this one.
        with contextlib.suppress(TeikitError):
            grammar_of(options.schema, options)
    yield from parallel.each(partial(_one, options), paths, jobs, weigh=parallel.size, lost=_lost)


def _lost(path: str) -> Findings:
    hint = "it may need more memory than there is; try it alone, with --jobs 1"
    return Findings(path, (), TeikitError(f"{path}: the process that worked on it died", hint=hint))


def _one(options: Options, path: str) -> Findings:
    found: list[Diagnostic] = []
    failure: TeikitError | None = None
    try:
        # Piece by piece: what was found before a failure counts.
        for diagnostic in iter_diagnostics(path, options):
            found.append(diagnostic)
    except DiagnosedError as error:
        found.extend(error.diagnostics)
        failure = error
    except TeikitError as error:
        failure = error
    return Findings(path, tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key)), failure)
