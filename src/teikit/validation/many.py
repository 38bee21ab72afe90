"""Many documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from teikit import parallel
from teikit.diagnostics import DiagnosedError, Diagnostic, TeikitError
from teikit.rng import codes
from teikit.validation.layers import Options, iter_diagnostics

_NOT_CHECKED = frozenset({codes.NO_SCHEMA.id, codes.SCHEMA_NOT_FOUND.id})


class Findings(NamedTuple):
    """What was found in one file, sorted; `failure` is why it could not be read or checked at all, or None."""

    path: str
    diagnostics: tuple[Diagnostic, ...]
    failure: TeikitError | None = None

    @property
    def checked(self) -> bool:
        """Whether every layer that was asked for could do its work."""
        return self.failure is None and not any(each.code.id in _NOT_CHECKED for each in self.diagnostics)


def validate_files(paths: Sequence[str], options: Options, *, jobs: int | None = None) -> Iterator[Findings]:
    """Yield the findings of each file, in order."""
    yield from parallel.each(partial(_one, options), paths, jobs)


def _one(options: Options, path: str) -> Findings:
    try:
        found = sorted(iter_diagnostics(path, options), key=lambda diagnostic: diagnostic.sort_key)
    except DiagnosedError as error:
        return Findings(path, error.diagnostics, error)
    except TeikitError as error:
        return Findings(path, (), error)
    return Findings(path, tuple(found))
