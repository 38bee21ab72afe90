"""Exceptions: what stops the tool, as opposed to what is wrong with a document."""

from __future__ import annotations

from collections.abc import Iterable

from teikit.diagnostics.diagnostic import Diagnostic


class TeikitError(Exception):
    """The tool cannot go on: a bad option, no such file, an output folder that cannot be written.

    `exit_code` is the exit status of the command (2: the work could not be done); `hint` is a way
    out, or None.
    """

    exit_code = 2

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class DiagnosedError(TeikitError):
    """Nothing more can be done with one file; `diagnostics` say why and where (at least one)."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        first = self.diagnostics[0]
        super().__init__(f"{first.location.path}: {first.message}", hint=first.hint)

    def __reduce__(self) -> tuple[type[DiagnosedError], tuple[tuple[Diagnostic, ...]]]:
        """Travel between processes by the diagnostics, not by the message."""
        return type(self), (self.diagnostics,)


class DocumentError(DiagnosedError):
    """A document cannot be read as XML."""


class SchemaError(DiagnosedError):
    """A schema or ODD is not one."""


class StylesheetError(DiagnosedError):
    """A stylesheet does not compile."""
